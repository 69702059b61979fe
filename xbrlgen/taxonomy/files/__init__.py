"""The files of the index, which are text: how each is written and read."""
