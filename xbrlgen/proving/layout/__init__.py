"""Rows, columns and sentences that are not what they seem: seen twice, slid, or under a wrong heading."""
