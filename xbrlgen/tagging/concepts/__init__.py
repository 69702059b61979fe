"""The concept of each row of a statement: candidates, constraints, the best joint choice."""
