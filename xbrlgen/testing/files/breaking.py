"""Instances that are broken in one known way, with the code that Arelle gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from attrs import frozen

from xbrlgen.testing.files.schemas import ENTRY

INSTANCE: Final = "case.xml"
_FACT: Final = re.compile(
    r'<(?P<name>[\w.-]+:[^\s>]+) id="(?P<id>[^"]+)" contextRef="[^"]+" unitRef=[^>]+>[^<]*</(?P=name)>'
)


@frozen
class BrokenFiling:
    """The files of a filing, what was done to them, and what must be said of it."""

    files: Mapping[str, str]
    manner: str
    code: str


def _in_first_fact(pattern: str, replacement: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        return _FACT.sub(lambda fact: re.sub(pattern, replacement, fact.group()), text, count=1)

    return change


def _once(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, replacement, text, count=1)


def _first_fact_twice(text: str) -> str:
    return _FACT.sub(lambda fact: fact.group() * 2, text, count=1)


Manner = tuple[Callable[[str], str], str]
MANNERS: Final[Mapping[str, Manner]] = MappingProxyType(
    {
        "context missing": (
            _in_first_fact('contextRef="[^"]+"', 'contextRef="nowhere"'),
            "xbrl.4.6.1:itemContextRef",
        ),
        "unit missing": (_in_first_fact('unitRef="[^"]+"', 'unitRef="nothing"'), "xbrl.4.6.2:numericUnit"),
        "no unit": (_in_first_fact(' unitRef="[^"]+"', ""), "xbrl.4.6.2:numericUnit"),
        "no accuracy": (_in_first_fact(' decimals="[^"]+"', ""), "xbrl.4.6.3:missingPrecisionDecimals"),
        "accuracy in words": (
            _in_first_fact('decimals="[^"]+"', 'decimals="thousands"'),
            "xbrl.4.6.5:decimals",
        ),
        "no number": (_in_first_fact(">[^<]*</", ">1,3O1</"), "xmlSchema:valueError"),
        "no such concept": (
            _in_first_fact(r"(<|</)([^\s>:]+:)(?=\w)", r"\1\2Not"),
            "xbrl:schemaImportMissing",
        ),
        "an id twice": (_first_fact_twice, "xml.3.3.1:idMustBeUnique"),
        "period backwards": (
            _once(r"<x:startDate>\d+", "<x:startDate>2999"),
            "xbrl.4.7.2:periodStartBeforeEnd",
        ),
        "instant for duration": (
            _once(
                r"<x:startDate>.*?</x:startDate><x:endDate>(.*?)</x:endDate>", r"<x:instant>\1</x:instant>"
            ),
            "xbrl.4.7.2:contextPeriodType",
        ),
        "schema missing": (_once(f'href="{ENTRY}"', 'href="gone.xsd"'), "IOerror"),
        "not well-formed": (_once("</x:xbrl>", ""), "xmlSchema:syntax"),
    }
)
"""Each manner with how it is done to an instance, and the code of the message it must cause."""


def broken(files: Mapping[str, str], manner: str) -> BrokenFiling:
    """The files of a filing, broken in a manner."""
    change, code = MANNERS[manner]
    return BrokenFiling({**files, INSTANCE: change(files[INSTANCE])}, manner, code)
