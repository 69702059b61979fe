"""Arelle in its own process, what it said, and where it and we differ."""
