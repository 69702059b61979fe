"""The page that is kept with a filing is its own; a filing with another part has another page."""

from __future__ import annotations

from attrs import evolve

from tests.writing.inline.test_blocks import block_filing, text_block
from tests.writing.making import gaap, money
from xbrlgen.filing import Filing
from xbrlgen.writing.files import filing_files, with_printed_blocks


def printed() -> Filing:
    """A filing with a text block, which says what its page says."""
    facts = [text_block("t1"), money("f1", gaap("Revenues"), "1301", 0)]
    filing = block_filing([("t1", "Revenue was", "The end of it."), ("f1", "1,301", "1,301")], facts)
    return with_printed_blocks(filing)


def test_the_kept_page_is_the_one_that_would_be_made() -> None:
    filing = printed()
    assert filing.printed is not None
    assert filing_files(filing, None) == filing_files(evolve(filing, printed=None), None)


def test_a_changed_filing_is_printed_anew() -> None:
    filing = printed()
    changed = evolve(filing, placements=filing.placements[:1])
    files, _ = filing_files(changed, None)
    assert files == filing_files(evolve(changed, printed=None), None)[0]
    assert files != filing_files(filing, None)[0]
