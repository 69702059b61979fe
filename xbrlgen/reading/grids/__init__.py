"""Grids: cells in rows and columns, whatever the format they were printed in."""
