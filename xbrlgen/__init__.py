"""xbrlgen turns a printed earnings release into a machine-readable filing, and proves it."""
