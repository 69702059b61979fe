"""Facts, findings and coverage for programs that read no XBRL."""
