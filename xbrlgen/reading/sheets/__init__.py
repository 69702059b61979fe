"""Comma-separated values and workbooks as grids and paragraphs."""
