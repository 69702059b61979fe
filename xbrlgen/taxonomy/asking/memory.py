"""What is kept in memory of the index, and how it is forgotten when the index is compiled anew."""

from __future__ import annotations

from xbrlgen.taxonomy import editions
from xbrlgen.taxonomy.asking import index, networks, searching
from xbrlgen.taxonomy.files import arcs, concepts, successors, types

_CACHES = (
    arcs.read_arcs,
    concepts.read_table,
    editions.read_editions,
    index.taxonomy_in,
    index.concept_in,
    index.editions_by_namespace,
    networks.children_in,
    networks.lines_above,
    networks.named_in,
    networks.on_statements_in,
    networks.trees_in,
    searching.words_in,
    successors.read_successions,
    types.read_types_file,
)


def forget() -> None:
    """Forget what was read of any index, so that the next question reads the files again."""
    for cache in _CACHES:
        cache.cache_clear()
