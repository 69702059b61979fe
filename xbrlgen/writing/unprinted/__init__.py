"""Facts that come without a page, and the page they get."""
