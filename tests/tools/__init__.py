"""Tools that tests and people share."""
