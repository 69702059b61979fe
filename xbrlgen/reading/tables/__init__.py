"""Grids in the shape of statements, captioned and told what they are."""
