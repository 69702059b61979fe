"""What was given: its format and parts, where each character came from, and the runs of text to search in."""
