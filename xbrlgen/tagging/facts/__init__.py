"""Figures become facts: which can, with which sign, and those that would contradict each other."""
