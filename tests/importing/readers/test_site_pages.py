from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.readers.site_pages import COPIES, Copy, apart, papers, quoted

from readlist.importing.readers import (
    acl_anthology,
    dblp,
    openreview,
    paper_sites,
    proceedings,
    pubmed,
    search_sites,
    semantic_scholar,
)
from readlist.importing.readers.parts.lines import written_lines
from readlist.importing.readers.reader import Page

_MODULES = (
    *(search_sites, semantic_scholar, dblp, pubmed, acl_anthology, proceedings),
    *(openreview, paper_sites),
)
READERS: dict[str, Page] = {reader.name: reader for module in _MODULES for reader in module.READERS}
_SAVED = ("pubmed", "dblp")  # what is saved as text is told by its blank lines

copies = pytest.mark.parametrize("copy", COPIES, ids=lambda copy: copy.reader)


def titles(copy: Copy, text: str) -> tuple[str | None, ...]:
    return tuple(paper.title for paper in papers(READERS[copy.reader], text))


@copies
def test_titles_of_a_page_are_exact(copy: Copy) -> None:
    assert titles(copy, copy.text) == copy.titles


@copies
def test_pages_are_read_quoted_and_with_other_line_ends(copy: Copy) -> None:
    assert titles(copy, quoted(copy.text)) == copy.titles
    assert titles(copy, copy.text.replace("\n", "\r\n")) == copy.titles


@pytest.mark.parametrize(
    "copy",
    [copy for copy in COPIES if "\n\n" not in copy.text and copy.reader not in _SAVED],
    ids=lambda copy: copy.reader,
)
def test_pages_are_read_with_blank_lines_between_all_lines(copy: Copy) -> None:
    assert titles(copy, apart(copy.text)) == copy.titles


@copies
def test_a_page_may_stand_among_others_and_be_long(copy: Copy) -> None:
    around = "Dear Ada, this is what I read:\n\n"
    assert titles(copy, around + copy.text + "\nBest wishes, and see you.\n") == copy.titles
    assert titles(copy, (copy.text + "\n\n\n") * 20) == copy.titles * 20


@copies
def test_other_readers_leave_a_page_alone(copy: Copy) -> None:
    for name, reader in READERS.items():
        if name != copy.reader:
            assert not papers(reader, copy.text), name


def check(lines: Sequence[str]) -> None:
    """Check that entries are in order and their papers in the lines they are said to be in."""
    written = list(written_lines(lines))
    for reader in READERS.values():
        after = 0
        for entry in reader.find(written):
            assert after <= entry.first <= entry.last < len(written)
            assert entry.draft.first_line == written[entry.first].number
            assert entry.draft.last_line == written[entry.last].number
            assert entry.draft.title
            assert entry.draft.title.strip() == entry.draft.title
            assert entry.weight > 0
            after = entry.last + 1


_LINES = sorted({line for copy in COPIES for line in copy.text.split("\n")})


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(COPIES), st.sampled_from(COPIES), st.integers(0, 60), st.integers(0, 60))
def test_spliced_and_truncated_pages(one: Copy, other: Copy, end: int, begin: int) -> None:
    check([*one.text.split("\n")[:end], *other.text.split("\n")[begin:]])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(_LINES), st.text(max_size=40)), max_size=40))
def test_lines_of_all_pages_in_any_order(lines: list[str]) -> None:
    check(lines)


@pytest.mark.parametrize(
    "part", ["via ", "bibtex ", "1 ", "[abs]", "A B, ", "x. ", " - ", "| ", "a: "]
)
def test_time_is_linear_in_lines_that_go_on_and_on(part: str) -> None:
    marks = "PMID: 12345 dblp Save Cite Cited by 3 PMLR 9:1 Corpus ID: 1 Show BibTeX pdf bib abs"
    line = part * (100_000 // len(part))
    check([marks, line, line[:390], line[:310] + " 2020", marks, f"PMID: {line}", line])


ORDINARY = (
    "Permission is hereby granted, free of charge, to any person obtaining a copy - 2020",
    "def find(self): return self.items  # see PMID: 1 and dblp",
    "2020-01-01 12:00:00 INFO Save - Alert - Cite: done in 2020 - ok",
    "Smith, J. (2020). Bells. In Proceedings of ICML, PMLR 97:1-10.",
    "- [x] Part of Advances in Neural Information Processing Systems 32 (NeurIPS 2019) read",
    "Changelog: 1.2.3 - Fixed bells, 2020 - J Smith",
    "Authors: Ada Quay, Bo Rope",
    "Abstract",
    "Last Modified: 16 Jan 2024",
)


def test_ordinary_text_holds_no_papers() -> None:
    for reader in READERS.values():
        for line in ORDINARY:
            assert not papers(reader, f"Some heading\n{line}\nAnd what follows it\n"), reader.name
        assert not papers(reader, "\n".join(ORDINARY)), reader.name
