"""What each figure counts: its kind, unit and scale."""
