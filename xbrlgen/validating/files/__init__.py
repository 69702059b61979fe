"""Files that others made: where they are found, unpacked and parsed."""
