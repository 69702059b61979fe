"""Sums down the rows of a statement and across its columns, told from coincidences."""
