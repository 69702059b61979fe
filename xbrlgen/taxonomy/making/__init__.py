"""The index made: from official packages, or from tables of many years."""
