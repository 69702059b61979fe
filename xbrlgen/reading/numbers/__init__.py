"""Which numbers are no facts: dates, phones, references and their like."""
