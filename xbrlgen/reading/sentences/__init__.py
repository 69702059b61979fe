"""What sentences say: each amount with its subject and its time."""
