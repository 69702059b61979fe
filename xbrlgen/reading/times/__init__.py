"""The period of each column and row, in the calendar of the document."""
