"""The standard taxonomies by year: concepts, trees, sums, and stand-ins for Arelle."""
