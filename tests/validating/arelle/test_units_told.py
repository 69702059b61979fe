"""What Arelle says of units: once for all facts that have one."""

from __future__ import annotations

from pathlib import Path

from xbrlgen import build, validate
from xbrlgen.writing import write

TABLE = """concept,value,unit,decimals,start,end
us-gaap:Assets,600,ZZZ,0,,2023-12-31
us-gaap:Liabilities,400,ZZZ,0,,2023-12-31
us-gaap:StockholdersEquity,200,ZZZ,0,,2023-12-31
us-gaap:EarningsPerShareBasic,0.2,ZZZ/shares,2,2023-01-01,2023-12-31
"""


def test_an_unknown_currency_is_told_once_with_its_facts(tmp_path: Path) -> None:
    page = write(build(TABLE, entity="1"), tmp_path / "out").paths[0]
    told = [each for each in validate(page, modes=("c11r",)).findings if each.code == "units.invalid"]
    assets, earnings = told
    names = "us-gaap:Assets, us-gaap:Liabilities, us-gaap:StockholdersEquity"
    assert assets.message == f"Unit u-ZZZ disallowed on 3 facts of type monetaryItemType: {names}"
    assert len(assets.places) == 3
    assert earnings.message.startswith(
        "Unit u-ZZZ-per-shares disallowed on fact us-gaap:EarningsPerShareBasic"
    )
