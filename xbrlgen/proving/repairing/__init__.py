"""One damaged figure: what explains the claims that fail, and whether that repairs or refuses it."""
