"""Facts as each notation has them: instances, inline pages, xBRL-JSON, and how they spell values."""
