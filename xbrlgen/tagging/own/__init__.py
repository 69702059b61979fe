"""Concepts of the filer's own: which figures want one, under which name, on which side."""
