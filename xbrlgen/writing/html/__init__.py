"""Pages in HTML made well-formed: nothing that runs, everything that shows."""
