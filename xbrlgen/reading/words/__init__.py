"""Words of headings, columns, rows and units, as tables: what the world prints."""
