"""Arithmetic that verifies what was read, finds damage, and explains it."""
