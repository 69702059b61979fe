"""Clean pages from text, markdown and sheets."""
