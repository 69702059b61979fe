"""Whose release it is, and what its cover page says."""
