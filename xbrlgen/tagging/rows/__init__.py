"""Rows made ready: their words, their place in the statement, the sums they stand in."""
