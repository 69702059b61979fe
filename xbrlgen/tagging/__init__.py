"""From rows and sentences to concepts and facts."""
