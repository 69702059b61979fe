"""How findings and facts are told: in words, with their places."""
