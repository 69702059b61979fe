"""What no schema at hand declares, and stand-ins for it."""
