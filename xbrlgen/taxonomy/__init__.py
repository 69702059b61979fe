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
"""

from __future__ import annotations

from xbrlgen.taxonomy.compiling import Compiled, compile_index
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
from xbrlgen.taxonomy.fates import Fate
from xbrlgen.taxonomy.index import Evidence, Taxonomy, taxonomy_of_namespace
from xbrlgen.taxonomy.networks import Contribution
from xbrlgen.taxonomy.searching import Hit
from xbrlgen.taxonomy.standin import Standin, standin_files, write_standin
from xbrlgen.taxonomy.trees import RoleTree, TreeNode
from xbrlgen.taxonomy.words import label_of, words_of

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
