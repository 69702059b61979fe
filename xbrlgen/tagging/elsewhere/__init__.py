"""What rows outside the face statements mean, by the facts of these."""
