"""What is known beforehand: words, labels of filers, the standard taxonomy, and tables of them."""
