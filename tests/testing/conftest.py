"""One warm Arelle for the tests of the kit."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xbrlgen.testing.oracle import Oracle


@pytest.fixture(scope="session")
def oracle() -> Iterator[Oracle]:
    with Oracle() as warm:
        yield warm
