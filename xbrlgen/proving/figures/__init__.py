"""Printed amounts under their names, what each may have been before rounding, and rows as series."""
