"""The trees of a filing: statements as they are printed, and the sums they may claim."""
