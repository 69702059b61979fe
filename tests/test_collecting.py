"""Circular garbage: it is left alone while work is done, and looked for again behind it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from xbrlgen.collecting import in_one_go, without_collecting

Pause = Callable[[], AbstractContextManager[None]]
PAUSES = pytest.mark.parametrize("pause", [without_collecting, in_one_go])


@PAUSES
def test_collecting_goes_on_behind_the_work(pause: Pause) -> None:
    with pause():
        assert not gc.isenabled()
    assert gc.isenabled()


@PAUSES
def test_collecting_goes_on_where_the_work_fails(pause: Pause) -> None:
    with pytest.raises(ZeroDivisionError), pause():
        raise ZeroDivisionError
    assert gc.isenabled()


@PAUSES
def test_who_has_switched_it_off_keeps_it_off(pause: Pause) -> None:
    with without_collecting():
        with pause():
            pass
        assert not gc.isenabled()


def test_nothing_stays_frozen_and_nothing_new_is_young() -> None:
    with in_one_go():
        kept = [[number] for number in range(100_000)]
    assert gc.get_freeze_count() == 0
    assert gc.get_count()[0] < len(kept)
