"""What columns say beside the period: headings, components of equity, measures, members."""
