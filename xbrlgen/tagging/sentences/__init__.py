"""Figures in sentences and labels: facts said again, or said only there."""
