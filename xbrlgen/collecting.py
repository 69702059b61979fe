"""Work that makes very many objects, done without looking for circles among them."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Pause the collection of circular garbage, which would look through a whole tree again and again.

    Importing, building and writing make next to no circles: what they leave is freed at once, as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def in_one_go() -> Iterator[None]:
    """Pause it for all that a program does: what is left isn't looked through at its end either."""
    with without_collecting():
        try:
            yield
        finally:
            gc.freeze()  # all that is new goes over to the oldest generation, without a look at it
            gc.unfreeze()
