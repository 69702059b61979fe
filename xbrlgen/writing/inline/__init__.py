"""Facts put on a page as inline XBRL, with footnotes and text blocks."""
