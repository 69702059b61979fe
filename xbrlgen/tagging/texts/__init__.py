"""Facts that are texts: items of the cover page, and tables and notes as blocks."""
