"""Arelle's verdict and our own, made complete and explained."""
