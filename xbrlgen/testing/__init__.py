"""A kit for property-based testing of anything that reads, writes or judges XBRL."""
