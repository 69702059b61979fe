"""Amounts that are told again: by other rows, as ratios, in sentences, in the next statement."""
