"""Plain text and markdown as grids and paragraphs."""
