"""Pages in HTML as grids and paragraphs."""
