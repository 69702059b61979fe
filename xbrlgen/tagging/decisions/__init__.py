"""What the user decides, what earlier filings of the company teach, and what is asked."""
