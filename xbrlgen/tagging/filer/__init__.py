"""Who files and for which day, and the names that elements of the filer's own get."""
