"""Tables that a conversion ran together or took apart, told by the order of what is left."""
