"""The rows of a table: labels, sections, depth and sums."""
