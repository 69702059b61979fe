"""Tables whose columns are parted by blanks, and the paragraphs around them."""
