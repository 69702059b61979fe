"""The page in the form that EDGAR takes."""
