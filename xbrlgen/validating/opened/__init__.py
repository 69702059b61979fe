"""What was given, opened as reports and loaded."""
