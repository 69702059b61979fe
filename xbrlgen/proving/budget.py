"""How much a search may try before it is ended."""

from __future__ import annotations

from attrs import define


@define
class Budget:
    """How many more trials may be made."""

    left: int

    def spend(self, count: int = 1) -> bool:
        """Take some trials; False when not enough are left."""
        self.left -= count
        return self.left >= 0

    @property
    def is_spent(self) -> bool:
        """Whether more was asked for than there was."""
        return self.left < 0
