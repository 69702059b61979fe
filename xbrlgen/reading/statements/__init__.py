"""Tables on their way to statements, and whether they are of the whole company."""
