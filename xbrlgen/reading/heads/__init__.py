"""What is printed over each column of a table."""
