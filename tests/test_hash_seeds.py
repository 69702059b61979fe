"""What is made doesn't depend on the order of sets, which differs from one process to the next."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.shared import ROOT

LENGTHS = """
from random import Random
from xbrlgen.tagging.known.compiling import Seen, written
from xbrlgen.tagging.known.labels import LabelTable
draw, words = Random(3), [f"word{number}" for number in range(60)]
rows = (Seen(f"C{number}", "BS", " ".join(draw.sample(words, 9)), 1, number) for number in range(200))
table = LabelTable.of(written(rows))
print([(head, table.lengths[head.partition("\\t")[2]]) for head in table.groups])
"""
SCHEMAS = """
from decimal import Decimal
from tests.writing.making import ENTITY, QUARTER, gaap
from xbrlgen.model import Fact, Member, QName, Unit
from xbrlgen.testing.files.schemas import schemas
def part(number):
    return Member(*(QName("a", f"{name}{number}", f"http://x/{number}") for name in ("Axis", "Member")))
def fact(number):
    about = (gaap("Revenues"), ENTITY, QUARTER, Decimal(1), Unit.of("USD"))
    return Fact(f"f{number}", *about, dimensions=[part(number)])
facts = [fact(number) for number in range(9)]
print(schemas(facts, [facts[0].concept]))
"""


def told(program: str, seed: str) -> bytes:
    given = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, "-c", program], env=given, capture_output=True, check=True).stdout


@pytest.mark.parametrize("program", [LENGTHS, SCHEMAS], ids=["lengths of labels", "schemas of a case"])
def test_another_seed_tells_the_same(program: str) -> None:
    first = told(program, "0")
    assert first == told(program, "1")
    assert len(first) > 1000
