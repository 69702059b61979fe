"""Other checks of facts."""
