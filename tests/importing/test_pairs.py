"""Pairs of papers, labelled before matching was looked at: what is merged and what is not."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

import pytest
from tests.importing.pairs import DIFFERENT, LIKELY, SAME, Pair, pairs

from readlist.domain import PaperDraft
from readlist.importing.matching import Sameness, compare, hashes_of
from readlist.importing.sources import Input
from readlist.importing.writer import ImportOptions, SourceWriter
from readlist.reading_list import ReadingList
from readlist.store.imports import KnownPaper
from readlist.store.journal import recording

_FEWEST = {SAME: 160, LIKELY: 80, DIFFERENT: 150}


@cache
def _pairs() -> Sequence[Pair]:
    return pairs()


def _labelled(label: str) -> list[Pair]:
    return [pair for pair in _pairs() if pair.label == label]


def _held(draft: PaperDraft) -> KnownPaper:
    return KnownPaper(
        *(1, draft.title, draft.authors, draft.more_authors, draft.abstract, draft.comment),
        *(draft.year, draft.venue, draft.doi, draft.arxiv_id, draft.links),
    )


def _sameness(pair: Pair) -> Sameness:
    """Return what a pair is found to be, which does not depend on which of the two came first."""
    verdict = compare(pair.left, _held(pair.right)).sameness
    assert compare(pair.right, _held(pair.left)).sameness is verdict, pair
    return verdict


def _share(label: str, *wanted: Sameness) -> tuple[float, list[Pair]]:
    labelled = _labelled(label)
    others = [pair for pair in labelled if _sameness(pair) not in wanted]
    return 1 - len(others) / len(labelled), others


def test_there_are_pairs_enough_of_each_label() -> None:
    numbers = Counter(pair.label for pair in _pairs())
    assert all(numbers[label] >= fewest for label, fewest in _FEWEST.items())
    assert numbers.total() >= 400


def test_no_two_different_papers_are_merged() -> None:
    assert [pair for pair in _labelled(DIFFERENT) if _sameness(pair) is Sameness.SAME] == []


def test_an_identifier_of_another_paper_is_a_conflict() -> None:
    conflicts = [pair for pair in _pairs() if pair.conflict]
    assert len(conflicts) >= 20
    assert [pair for pair in conflicts if _sameness(pair) is not Sameness.CONFLICT] == []


def test_the_certain_ones_are_merged() -> None:
    share, others = _share(SAME, Sameness.SAME)
    assert share >= 0.97, others


def test_the_certain_ones_are_looked_at_at_all() -> None:
    """They share a fingerprint, by which the library finds what may be the same."""
    certain = _labelled(SAME)
    missed = [pair for pair in certain if not {*hashes_of(pair.left)} & {*hashes_of(pair.right)}]
    assert len(missed) <= 0.02 * len(certain), missed


def test_the_likely_ones_are_seen() -> None:
    share, others = _share(LIKELY, Sameness.SAME, Sameness.LIKELY)
    assert share >= 0.85, others


def test_few_different_ones_are_taken_for_likely_ones() -> None:
    found = [pair for pair in _labelled(DIFFERENT) if _sameness(pair) is Sameness.LIKELY]
    assert len(found) <= 0.05 * len(_labelled(DIFFERENT)), found


def _write(library: ReadingList, draft: PaperDraft, name: str) -> None:
    """Write a paper into the library as an import of it does."""
    with recording(library._database, "import") as recorder:
        writer = SourceWriter(library._database, recorder, ImportOptions(), Input(name), "json")
        writer.write(iter([draft]))
        recorder.summary = f"Imported {name}"


@pytest.mark.parametrize(("label", "least", "most"), [(SAME, 0.97, 1), (DIFFERENT, 0, 0)])
def test_an_import_merges_the_certain_ones_alone(
    library: ReadingList, label: str, least: float, most: float
) -> None:
    sample = _labelled(label)[::2]
    merged = []
    for pair in sample:
        _write(library, pair.right, "held")
        _write(library, pair.left, "new")
        if library.counts().total == 1:
            merged.append(pair)
        library.undo()
        library.undo()
        assert library.counts().total == 0
    assert least <= len(merged) / len(sample) <= most, merged
