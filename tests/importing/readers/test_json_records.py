"""JSON of reference managers, databases and people, as documents and as lines."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporting.conftest import Given
from tests.importing.breaking import check_spans
from tests.importing.readers.records import (
    PAPER,
    SHORE,
    Entry,
    certain,
    check_damaged,
    crossref,
    drafts,
    wild_entries,
)

from readlist.domain import PaperDraft, SkippedText
from readlist.exporting.writers import reference_managers
from readlist.importing.readers.json_records import READERS
from readlist.importing.readers.reader import Piece

CSL, DOCUMENT, LINES = READERS


def read(text: str, reader: Any = DOCUMENT, *, shared: bool = True) -> list[Piece]:
    lines = text.split("\n")
    pieces = list(reader.read(iter(lines)))
    check_spans(lines, pieces, shared=shared)
    return pieces


def only(text: str, reader: Any = DOCUMENT) -> PaperDraft:
    [draft] = drafts(read(text, reader))
    return draft


# Kinds of records


def test_common_field_names() -> None:
    draft = only(json.dumps([SHORE | {"url": "https://example.org/tide", "tags": ["Sea Birds"]}]))
    assert draft.title == "Tide Tables Kept by Cormorants"
    assert draft.authors == ("Odalys Brandt", "Jean-Paul Nkemelu")
    assert (draft.year, draft.venue, draft.doi) == (2021, "Coastal Methods", "10.5555/tide.7")
    assert draft.abstract == SHORE["abstract"]
    assert draft.links == ("https://example.org/tide",)
    assert draft.kept
    assert draft.kept.tags == ("sea-birds",)


@pytest.mark.parametrize(
    "authors",
    [
        ["Odalys Brandt", "J.-P. Nkemelu"],
        [{"name": "Odalys Brandt"}, {"name": "J.-P. Nkemelu"}],
        [{"given": "Odalys", "family": "Brandt"}, {"given": "J.-P.", "family": "Nkemelu"}],
        [{"firstName": "Odalys", "lastName": "Brandt"}, {"first": "J.-P.", "last": "Nkemelu"}],
        [{"author": {"display_name": "Odalys Brandt"}}, {"raw_author_name": "J.-P. Nkemelu"}],
        [["Brandt", "Odalys", ""], ["Nkemelu", "J.-P.", ""]],
        "Odalys Brandt; J.-P. Nkemelu",
        "Odalys Brandt and J.-P. Nkemelu",
        "Odalys Brandt, J.-P. Nkemelu",
        "Brandt, Odalys and Nkemelu, J.-P.",
        "Brandt, Odalys; Nkemelu, J.-P.",
        "<u>Odalys Brandt</u> and <b>J.-P. Nkemelu</b>",
    ],
)
def test_authors_in_many_forms(authors: Any) -> None:
    draft = only(json.dumps([SHORE | {"authors": authors}]))
    assert draft.authors == ("Odalys Brandt", "J.-P. Nkemelu")


def test_csl_json() -> None:
    item = {
        "id": "http://zotero.org/users/1/items/AB",
        "type": "article-journal",
        "title": "Fog, <i>Sphagnum</i> and Silence",
        "author": [
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
            {"family": "King", "given": "Ruth", "suffix": "Jr."},
            {"literal": "The Moss Group"},
        ],
        "container-title": "Bog Letters",
        "issued": {"date-parts": [["2019", 4, 2]]},
        "DOI": "10.5555/bog.1",
        "note": "arXiv:1904.01234 [q-bio]",
    }
    draft = only(json.dumps([item], indent="\t"), CSL)
    assert draft.title == "Fog, Sphagnum and Silence"
    assert draft.authors == ("Jan van den Berg", "Ruth King Jr.", "The Moss Group")
    assert (draft.year, draft.venue, draft.arxiv_id) == (2019, "Bog Letters", "1904.01234")
    assert draft.kept is None
    assert certain(READERS, json.dumps([item])) == ["csl-json"]


@pytest.mark.parametrize(
    ("said", "tags"),
    [
        ({"tags": [{"tag": "Sea Birds"}, {"tag": "Humans", "type": 1}]}, ("sea-birds",)),
        ({"labels": ["To Read", {"name": "wax"}]}, ("to-read", "wax")),
        ({"keyword": "wax, to-cite"}, ("wax", "to-cite")),
        ({"keyword": "wax, sea birds"}, ()),
        ({"keywords": ["wax", "birds"]}, ()),
    ],
)
def test_tags_are_those_of_persons(said: dict[str, Any], tags: tuple[str, ...]) -> None:
    kept = only(json.dumps([SHORE | said])).kept
    assert (kept.tags if kept else ()) == tags


def test_openalex_work() -> None:
    work = {
        "id": "https://openalex.org/W123",
        "doi": "https://doi.org/10.5555/kite",
        "title": "Kites &amp; Kilns",
        "publication_year": 2018,
        "ids": {"openalex": "https://openalex.org/W123"},
        "primary_location": {"source": {"display_name": "Journal of Kites"}},
        "authorships": [{"author_position": "first", "author": {"display_name": "Åsa Ng"}}],
        "abstract_inverted_index": {"Kites": [0, 3], "warm": [1], "no": [2]},
    }
    draft = only(json.dumps({"meta": {"count": 1}, "results": [work]}, indent=2))
    assert (draft.title, draft.authors) == ("Kites & Kilns", ("Åsa Ng",))
    assert (draft.doi, draft.year, draft.venue) == ("10.5555/kite", 2018, "Journal of Kites")
    assert draft.abstract == "Kites warm no Kites"


def test_crossref_message_and_list() -> None:
    one = json.dumps({"status": "ok", "message": crossref()})
    many = {"status": "ok", "message": {"items": [crossref(), crossref()], "query": {"start": 0}}}
    for draft in (only(one), *drafts(read(json.dumps(many, indent=1)))):
        assert (draft.title, draft.authors) == ("Bells under Water", ("Đorđe Šimić",))
        assert draft.abstract == "One.\n\nTwo."
        assert (draft.year, draft.venue, draft.doi) == (2020, "Acta Campanae", "10.5555/bell")


def test_a_journal_is_no_paper() -> None:
    pieces = read(json.dumps([SHORE, {"title": ["Acta"], "type": "journal", "DOI": "10.5555/j"}]))
    assert [type(piece) for piece in pieces] == [PaperDraft, SkippedText]
    assert isinstance(pieces[1], SkippedText)
    assert pieces[1].reason == "a journal, not a paper"


def test_semantic_scholar() -> None:
    paper = {
        "paperId": "0123456789abcdef0123456789abcdef01234567",
        "externalIds": {"ArXiv": "2101.00001", "DOI": "10.5555/s2", "CorpusId": 7},
        "title": "Queues at Sluices",
        "authors": [{"authorId": "1", "name": "María-José Ng"}],
        "venue": "",
        "journal": {"name": "Sluice Science", "volume": "3"},
        "openAccessPdf": {"url": "https://example.org/q.pdf", "status": "GREEN"},
        "references": [SHORE, SHORE],
    }
    draft = only(json.dumps(paper, indent=2))
    assert (draft.title, draft.arxiv_id, draft.doi) == (
        "Queues at Sluices",
        "2101.00001",
        "10.5555/s2",
    )
    assert (draft.venue, draft.links) == ("Sluice Science", ("https://example.org/q.pdf",))
    assert certain(READERS, json.dumps({"total": 1, "data": [paper]})) == ["json"]
    cited = {"offset": 0, "data": [{"contexts": [], "citedPaper": SHORE}]}
    assert only(json.dumps(cited)).title == SHORE["title"]


def test_openreview_and_wrapped_records() -> None:
    note = {"id": "x", "content": {name: {"value": value} for name, value in SHORE.items()}}
    assert only(json.dumps({"notes": [note], "count": 1})).title == SHORE["title"]
    assert only(json.dumps([{"paper": SHORE, "rank": 1}])).doi == "10.5555/tide.7"


def test_a_list_with_a_title_of_its_own() -> None:
    text = json.dumps({"title": "My bibliography", "author": "Me Myself", "papers": [SHORE, SHORE]})
    assert [draft.title for draft in drafts(read(text))] == [SHORE["title"]] * 2


def test_arxiv_dump_line() -> None:
    line = {
        "id": "0704.0001",
        "authors": "C. Bal\\'azs, N. Ng",
        "authors_parsed": [["Bal\\'azs", "C.", ""], ["Ng", "N.", ""]],
        "title": "Kiln\n  draughts",
        "comments": "37 pages",
        "journal-ref": "Kiln. Lett. 7 (2007)",
        "abstract": "  We fire\nkilns.\n",
    }
    text = "\n".join([json.dumps(line)] * 2)
    first, _ = drafts(read(text, LINES, shared=False))
    assert (first.title, first.arxiv_id) == ("Kiln draughts", "0704.0001")
    assert first.authors == ("C. Balázs", "N. Ng")
    assert (first.abstract, first.comment) == ("We fire kilns.", "37 pages")
    assert certain(READERS, text) == ["json-lines"]


def test_labels_and_markup_of_a_page_that_was_scraped() -> None:
    record = {
        "title": "Title:Kiln draughts",
        "authors": "Authors:Åsa Ng, Bo Ek",
        "abstract": "<jats:p>\n   Kilns\n   <jats:sup>1</jats:sup>\n   draw a < b.</jats:p>",
        "doi": "https://doi.org/10.48550/arXiv.2008.11149",
    }
    draft = only(json.dumps([record]))
    assert (draft.title, draft.authors) == ("Kiln draughts", ("Åsa Ng", "Bo Ek"))
    assert draft.abstract == "Kilns $^{1}$ draw a < b."
    assert draft.arxiv_id == "2008.11149"


# Lines and broken records


def test_records_have_their_own_lines() -> None:
    pieces = read(json.dumps([SHORE | {"authors": ["A B"]}] * 2, indent=2), shared=False)
    assert [(piece.first_line, piece.last_line) for piece in pieces] == [
        *((1, 1), (2, 11), (12, 21), (22, 22)),
    ]


def test_a_comma_on_its_own_line_belongs_to_the_record_before() -> None:
    record = json.dumps(SHORE)
    pieces = read(f"[{record}\n,\n{record}]", shared=False)
    assert [(piece.first_line, piece.last_line) for piece in pieces] == [(1, 2), (3, 3)]


def test_records_on_one_line_have_that_line() -> None:
    spans = {(piece.first_line, piece.last_line) for piece in read(json.dumps([SHORE] * 3))}
    assert spans == {(1, 1)}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"title": "Second', '"title": Second'),
        ('"Second"', '"Second'),
        ('"doi": "10.5555/tide.7", "k": 2', '"doi": , "k": 2'),
        ('"k": 2}', '"k": 2'),
        ('"k": 2', '"k": [2'),
        ('"k": 2', '"k": 2, "k": 3'),
    ],
)
def test_one_broken_record_spoils_no_other(indent: int | None, old: str, new: str) -> None:
    records = [
        SHORE | {"title": title, "k": n} for n, title in enumerate(("First", "x", "Third"), 1)
    ]
    records[1]["title"] = "Second"
    whole = json.dumps(records, indent=indent)
    if indent:
        old, new = (
            each.replace(', "k"', ',\n    "k"').replace("2}", "2\n  }") for each in (old, new)
        )
    assert old in whole
    pieces = read(whole.replace(old, new, 1))
    assert [draft.title for draft in drafts(pieces)] == ["First", "Third"]
    assert any("JSON" in piece.reason for piece in pieces if isinstance(piece, SkippedText))


def test_a_file_that_was_cut_gives_the_records_before() -> None:
    whole = json.dumps([SHORE | {"title": f"Paper {n}"} for n in range(5)], indent=2)
    pieces = read(whole[: whole.index("Paper 3") + 40])
    assert [draft.title for draft in drafts(pieces)] == ["Paper 0", "Paper 1", "Paper 2"]
    assert isinstance(pieces[-1], SkippedText)
    assert pieces[-1].reason == "the file ends within this record"


def test_a_file_without_its_beginning_gives_the_records_after() -> None:
    whole = json.dumps([SHORE | {"title": f"Paper {n}"} for n in range(5)], indent=2)
    pieces = read(whole[whole.index("Paper 1") :])
    assert [draft.title for draft in drafts(pieces)] == ["Paper 2", "Paper 3", "Paper 4"]


def test_a_broken_line_spoils_no_other() -> None:
    lines = [json.dumps(SHORE), '{"title": "cut", "authors": [', "[1]", json.dumps(SHORE)]
    pieces = read("\n".join(lines), LINES, shared=False)
    assert [type(piece) for piece in pieces] == [PaperDraft, SkippedText, SkippedText, PaperDraft]


def test_half_a_surrogate_pair_is_replaced() -> None:
    draft = only('[{"title": "A \\ud800 title", "doi": "10.5555/1"}]')
    assert draft.title
    draft.title.encode()


# Our own export, and wild records


def test_our_own_export_comes_back() -> None:
    papers = [
        PAPER._replace(year=2024, venue="ICML", doi="10.5555/1", links=("https://example.org/1",)),
        PAPER._replace(
            key="b", title="Second", tags=("sea", "graph-learning"), note="*Good*\n\n- a\n"
        ),
        PAPER._replace(
            key="c", title="Third", arxiv_id="2101.00001", links=("https://example.org",)
        ),
        PAPER._replace(key="d", title="Fourth", authors=("Ludwig van Beethoven", "The Moss Group")),
    ]
    text = "".join(reference_managers.csl_json(Given(papers)))
    assert certain(READERS, text) == ["csl-json"]
    found = drafts(read(text, CSL, shared=False))
    assert len(found) == len(papers)
    for paper, draft in zip(papers, found, strict=True):
        assert (draft.title, draft.authors) == (paper.title, paper.authors)
        assert (draft.abstract, draft.venue, draft.doi) == (paper.abstract, paper.venue, paper.doi)
        assert (draft.arxiv_id, draft.links) == (paper.arxiv_id, paper.links)
        kept = draft.kept
        assert (kept.tags if kept else ()) == paper.tags
        assert (kept.note if kept else None) == paper.note


def as_common(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title,
        "authors": [f"{given} {family}" for given, family in entry.authors],
        "abstract": entry.abstract,
        "year": entry.year,
        "venue": entry.venue,
        "doi": entry.doi,
        "arxiv_id": entry.arxiv_id,
        "url": entry.link,
    }


def as_csl(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.title[:9],
        "type": "article-journal",
        "title": entry.title,
        "author": [{"family": family, "given": given} for given, family in entry.authors],
        "abstract": entry.abstract,
        "issued": {"date-parts": [[entry.year, 2, 3]]},
        "container-title": entry.venue,
        "DOI": entry.doi,
        "number": f"arXiv:{entry.arxiv_id}v2" if entry.arxiv_id else None,
        "URL": entry.link,
    }


def as_semantic_scholar(entry: Entry) -> dict[str, Any]:
    return {
        "paperId": "a" * 40,
        "externalIds": {"DOI": entry.doi, "ArXiv": entry.arxiv_id, "CorpusId": 1},
        "title": entry.title,
        "abstract": entry.abstract,
        "authors": [
            {"name": f"{given} {family}", "authorId": "1"} for given, family in entry.authors
        ],
        "year": entry.year,
        "journal": {"name": entry.venue},
        "url": entry.link,
        "references": [{"title": "Another", "authors": [{"name": "No One"}], "year": 1}],
    }


@pytest.mark.parametrize("shape", [as_common, as_csl, as_semantic_scholar])
@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize("around", ["list", "object", "lines"])
def test_wild_records(
    shape: Callable[[Entry], dict[str, Any]], indent: int | None, around: str
) -> None:
    entries = wild_entries(200)
    records = [shape(entry) for entry in entries]
    if around == "lines":
        text = "\n".join(json.dumps(record, ensure_ascii=indent is None) for record in records)
    else:
        value = records if around == "list" else {"meta": {"n": 200}, "results": records, "end": 1}
        text = json.dumps(value, indent=indent, ensure_ascii=indent is None)
    [name] = certain(READERS, text)
    reader = next(reader for reader in READERS if reader.name == name)
    for entry, draft in zip(entries, drafts(read(text, reader)), strict=True):
        assert (draft.title, draft.authors) == (entry.title, entry.names)
        assert draft.abstract == entry.abstract
        assert (draft.year, draft.venue) == (entry.year, entry.venue)
        assert (draft.doi, draft.arxiv_id) == (entry.doi, entry.arxiv_id)
        assert draft.links == ((entry.link,) if entry.link else ())


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_damaged_files(reader: Any, indent: int | None) -> None:
    entries = wild_entries(12)
    text = json.dumps([as_common(entry) for entry in entries], indent=indent, ensure_ascii=False)
    check_damaged(reader, text, shared=True)


@given(st.text(alphabet='{}[]",:\\ \n0tTitleauthors', max_size=200))
def test_nothing_is_raised_and_no_line_lost(text: str) -> None:
    lines = text.split("\n")
    for reader in READERS:
        reader.is_certain(lines)
        check_spans(lines, list(reader.read(iter(lines))), shared=True)
