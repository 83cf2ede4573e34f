"""Fingerprints: what finds a paper again, whatever of it was changed."""

from readlist.domain import PaperDraft
from readlist.reading_list import ReadingList
from readlist.store import fingerprints

_TITLE = "Lanterns that follow the tide and never come back"


def _found(library: ReadingList, **fields: str) -> set[int]:
    hashes = fingerprints.of_draft(PaperDraft(1, 1, **fields))  # type: ignore[arg-type]
    found = fingerprints.candidates(library._database, hashes)
    return {paper_id for ids in found.values() for paper_id in ids}


def test_a_paper_is_found_by_what_it_is_now_and_by_what_it_was(filled: ReadingList) -> None:
    before = filled.paper(3).title
    filled.edit(3, {"title": _TITLE, "doi": "10.1000/Lanterns", "arxiv_id": "2301.01234"})
    for fields in (
        {"title": before},
        {"title": _TITLE.upper()},
        {"doi": "10.1000/lanterns"},
        {"arxiv_id": "2301.01234"},
    ):
        assert _found(filled, **fields) == {3}, fields
    filled.undo()
    assert _found(filled, title=before) == {3}


def test_either_end_of_an_abstract_is_enough(filled: ReadingList) -> None:
    head, tail = "First we count the lichens. " * 8, "Then we publish what was counted. " * 8
    filled.edit(5, {"abstract": head + tail})
    assert _found(filled, abstract=head + "Cut short." * 9) == {5}
    assert _found(filled, abstract="Reworded at the start." * 9 + tail) == {5}


def test_what_is_too_short_identifies_nothing() -> None:
    assert fingerprints.of_draft(PaperDraft(1, 1, title="Editorial", abstract="None.")) == []


def test_hashes_are_the_same_on_every_machine() -> None:
    assert fingerprints.hash64("doi 10.1000/182") == -4596330738872667908
