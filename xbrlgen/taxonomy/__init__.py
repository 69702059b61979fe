"""The standard taxonomies by year: concepts, trees, sums, and stand-ins for Arelle.

>>> from xbrlgen.taxonomy import Taxonomy
>>> gaap = Taxonomy.of("us-gaap", 2013)                     # or a date; gaap.note says what was taken instead
>>> gaap.namespace, gaap.schema_location
('http://fasb.org/us-gaap/2013-01-31', 'http://xbrl.fasb.org/us-gaap/2013/elts/us-gaap-2013-01-31.xsd')
>>> str(gaap.concept("Revenues").name), gaap.concept("NoSuchThing")
('us-gaap:Revenues', None)
>>> [(arc.child, arc.weight) for arc in gaap.children("GrossProfit")]
[('Revenues', 1), ('CostOfRevenue', -1)]
>>> "GrossProfit" in [arc.parent for arc in gaap.parents("Revenues")]
True

`write_standin` writes a small taxonomy package that lets Arelle load a report offline:

    write_standin([concept.name for concept in concepts], Path("standin.zip"))

What the index holds, as plain text in the folder ``taxonomy`` (``xbrlgen/taxonomy/data`` when installed), is
facts: names, attributes, years, relations, addresses. It holds no label, documentation or reference of the
publishers: labels and role titles are made here from names (`label_of`).

- ``editions.tsv``: which family was published when, under which namespace and address.
- ``concepts-FAMILY.tsv``: each concept with its attributes and the years that have and that deprecate it.
- ``calculations-FAMILY.tsv``, ``presentations-FAMILY.tsv``: arcs with their years and roles.
- ``successors-FAMILY.tsv``: what the publisher put in the place of deprecated concepts (from packages).
- ``types.tsv``: the item types that taxonomies declare themselves, with the values they allow.

`compile_index` writes these from an official package of a new year, or from tables of many years.

A year without an edition takes the one before it, as filings did (us-gaap 2010 takes 2009). An edition that
the sources don't cover (us-gaap 2018 and 2021) has what both neighbouring years have; where the schema of a
year wasn't at hand, attributes are those of the nearest declaration. `Taxonomy.note` and `Taxonomy.evidence`
say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xbrlgen.loading import later
from xbrlgen.taxonomy.asking.fates import Fate
from xbrlgen.taxonomy.asking.index import Evidence, Taxonomy, taxonomy_of_namespace
from xbrlgen.taxonomy.asking.networks import Contribution
from xbrlgen.taxonomy.asking.searching import Hit
from xbrlgen.taxonomy.asking.trees import RoleTree, TreeNode
from xbrlgen.taxonomy.editions import Edition
from xbrlgen.taxonomy.errors import (
    DamagedIndexError,
    DamagedPackageError,
    TaxonomyError,
    UnknownConceptError,
    UnknownFamilyError,
    UnknownRoleError,
    UnknownYearError,
)
from xbrlgen.taxonomy.words import label_of, words_of

if TYPE_CHECKING:
    from xbrlgen.taxonomy.making.compiling import Compiled, compile_index
    from xbrlgen.taxonomy.standins.standin import Standin, standin_files, write_standin

__all__ = [
    "Compiled",
    "Contribution",
    "DamagedIndexError",
    "DamagedPackageError",
    "Edition",
    "Evidence",
    "Fate",
    "Hit",
    "RoleTree",
    "Standin",
    "Taxonomy",
    "TaxonomyError",
    "TreeNode",
    "UnknownConceptError",
    "UnknownFamilyError",
    "UnknownRoleError",
    "UnknownYearError",
    "compile_index",
    "label_of",
    "standin_files",
    "taxonomy_of_namespace",
    "words_of",
    "write_standin",
]

# What makes an index or a stand-in, which few programs do.
__getattr__ = later(
    __name__,
    {
        "xbrlgen.taxonomy.making.compiling": ["Compiled", "compile_index"],
        "xbrlgen.taxonomy.standins.standin": ["Standin", "standin_files", "write_standin"],
    },
)
