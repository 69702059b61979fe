"""What every sum comes to, in all modes, and why one fails."""
