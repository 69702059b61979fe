"""Lines of text: what each one is, and where it is cut into labels, figures and dates."""
