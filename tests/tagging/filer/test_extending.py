"""Names of the filer's own concepts: without its name, and else whole."""

from __future__ import annotations

import pytest

from xbrlgen.tagging.filer.extending import Namespace


@pytest.mark.parametrize(
    ("owner", "name"),
    [
        ("株式会社 東西", "CostOfCompanyVehicles"),  # nothing of it can stand in an element name
        ("On Line", "ExtensionLineItems"),  # its letters within other words
        ("Cost Co", "TotalCostCollected"),
        ("Revenue", "RevenueFromRelatedParties"),  # one word may be any
    ],
)
def test_a_name_that_does_not_hold_the_filers_stays(owner: str, name: str) -> None:
    assert Namespace("ex", "http://x/", owner).named(name) == name


def test_the_filers_name_is_taken_out_wherever_it_stands_as_words() -> None:
    space = Namespace("ex", "http://x/", "Cedar Mills Inc.")
    assert space.named("SalesToCedarMillsIncAndSubsidiariesPartners") == "SalesToPartners"
    assert space.named("CEDARMILLSIncStatements") == "Statements"
