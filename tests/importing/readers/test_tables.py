"""Tables of papers as programs and people make them."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exporting.conftest import Given
from tests.importing.breaking import check_spans
from tests.importing.readers.records import (
    PAPER,
    Entry,
    check_damaged,
    drafts,
    wild_entries,
)

from readlist.domain import Kept, PaperDraft, SkippedText, Status, TitleSource
from readlist.exporting.writers import csv_table
from readlist.importing.readers.reader import Piece
from readlist.importing.readers.tables import READERS, Table

[TABLE] = READERS


def read(text: str, table: Table = TABLE) -> list[Piece]:
    lines = text.split("\n")
    pieces = list(table.read(iter(lines)))
    check_spans(lines, pieces)
    return pieces


def only(text: str, table: Table = TABLE) -> PaperDraft:
    [draft] = drafts(read(text, table))
    return draft


def certain(text: str) -> bool:
    return TABLE.is_certain(text.split("\n"))


# Tables of programs


def test_zotero() -> None:
    text = (
        '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN","DOI",'
        '"Url","Abstract Note","Date","Extra","Notes","Manual Tags","Automatic Tags"\n'
        '"AB12","journalArticle","2019","Brandt, Odalys; van den Berg, Jan","Fog, and ""Moss""",'
        '"Bog Letters","","10.5555/bog","https://example.org/bog","We wade.","2019-05",'
        '"arXiv:1905.01234 [q-bio]","<p>Read <b>twice</b>.</p>","to cite; Bogs","machine"\n'
    )
    assert certain(text)
    draft = only(text)
    assert (draft.title, draft.venue) == ('Fog, and "Moss"', "Bog Letters")
    assert draft.authors == ("Odalys Brandt", "Jan van den Berg")
    assert (draft.year, draft.doi, draft.arxiv_id) == (2019, "10.5555/bog", "1905.01234")
    assert draft.links == ("https://example.org/bog",)
    assert draft.kept == Kept(tags=("to-cite", "bogs"), note="Read twice.")
    assert (draft.first_line, draft.last_line) == (2, 2)


def test_paperpile() -> None:
    text = (
        "Item type,Authors,Title,Journal,Publication year,DOI,Arxiv ID,URLs,Labels filed in\n"
        'Journal Article,"Brandt O,Nkemelu JP",Kilns and Kites,Kiln Letters,2020,10.5555/kiln,,'
        '"https://example.org/a;https://example.org/b","Kilns;To read"\n'
    )
    draft = only(text)
    assert draft.authors == ("O Brandt", "JP Nkemelu")
    assert draft.links == ("https://example.org/a", "https://example.org/b")
    assert draft.kept == Kept(tags=("kilns", "to-read"))
    assert certain(text)


def test_google_scholar() -> None:
    text = (
        "Authors,Title,Publication,Volume,Number,Pages,Year,Publisher\n"
        '"Brandt, Odalys; Nkemelu, Jean-Paul; ",Kilns and Kites,Kiln Letters,3,1,1-9,2020,Kiln Press\n'
    )
    draft = only(text)
    assert draft.authors == ("Odalys Brandt", "Jean-Paul Nkemelu")
    assert (draft.venue, draft.year) == ("Kiln Letters", 2020)
    assert certain(text)


def test_scopus() -> None:
    text = (
        '"Authors","Author full names","Author(s) ID","Title","Year","Source title","DOI","Link",'
        '"Abstract"\n"Brandt O.; Nkemelu J.-P.","Brandt, Odalys (57190); Nkemelu, Jean-Paul (57191)",'
        '"57190; 57191","Kilns and Kites","2020","Kiln Letters","10.5555/kiln",'
        '"https://example.org/k","We fire."\n'
    )
    draft = only(text)
    assert draft.authors == ("Odalys Brandt", "Jean-Paul Nkemelu")
    assert draft.doi == "10.5555/kiln"
    assert certain(text)


def test_web_of_science() -> None:
    text = (
        "PT\tAU\tAF\tTI\tSO\tAB\tPY\tDI\tUT\n"
        'J\tBrandt, O; Ng, A\tBrandt, Odalys; Ng, Åsa\tThe 5" kiln\tKILN LETTERS\tWe fire.\t2020'
        "\t10.5555/kiln\tWOS:1\n"
    )
    draft = only(text)
    assert (draft.title, draft.authors) == ('The 5" kiln', ("Odalys Brandt", "Åsa Ng"))
    assert (draft.venue, draft.year, draft.doi) == ("KILN LETTERS", 2020, "10.5555/kiln")
    assert certain(text)


def test_ieee_xplore() -> None:
    text = (
        '"Document Title",Authors,"Author Affiliations","Publication Title",Date Added To Xplore,'
        '"Publication Year","Abstract","DOI",PDF Link\n"Kilns and Kites","O. Brandt; Å. Ng","","2020 '
        'IEEE Kiln Conference","1 Jan 2021","2020","We fire.","10.5555/kiln","https://example.org/k"\n'
    )
    draft = only(text)
    assert (draft.title, draft.authors) == ("Kilns and Kites", ("O. Brandt", "Å. Ng"))
    assert (draft.venue, draft.year) == ("2020 IEEE Kiln Conference", 2020)
    assert certain(text)


def test_pubmed() -> None:
    text = (
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,DOI\n"
        '1,"Kilns, and kites.","Brandt O, Ng ÅB.","Kiln Lett. 2020",Brandt O,Kiln Lett,2020,2020/01/02,'
        "10.5555/kiln\n"
    )
    draft = only(text)
    assert (draft.title, draft.authors) == ("Kilns, and kites.", ("O Brandt", "ÅB Ng"))
    assert draft.venue == "Kiln Lett"


def test_publish_or_perish() -> None:
    text = (
        "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,GSRank,DOI,FullTextURL\n"
        '39,"O Brandt, ÅB Ng, ...","Kilns …",2014,"Kiln Letters","P","https://example.org/a",1,'
        '"10.5555/k%281%29","https://example.org/b.pdf"\n'
    )
    draft = only(text)
    assert (draft.authors, draft.more_authors) == (("O Brandt", "ÅB Ng"), True)
    assert (draft.venue, draft.doi) == ("Kiln Letters", "10.5555/k(1)")
    assert certain(text)


def test_lists_as_python_writes_them() -> None:
    text = "title;first_authors;abstract;publication_year\nT;['Brandt, Odalys', \"O'Hare, Bo\"];A;2014//\n"
    draft = only(text)
    assert (draft.authors, draft.year) == (("Odalys Brandt", "Bo O'Hare"), 2014)
    assert certain(text)


@pytest.mark.parametrize(
    "header",
    ["Titel;Autoren;Jahr;Zeitschrift", "Titre;Auteurs;Année;Revue", "Título;Autores;Año;Revista"],
)
def test_headers_in_other_languages(header: str) -> None:
    text = f"sep=;\n{header}\nKilns;Odalys Brandt, Åsa Ng;2020;Kiln Letters\n"
    draft = only(text)
    assert draft.authors == ("Odalys Brandt", "Åsa Ng")
    assert (draft.title, draft.year, draft.venue) == ("Kilns", 2020, "Kiln Letters")
    assert certain(text)


def test_columns_that_a_person_names() -> None:
    text = "Was;Wer;Wann\nKilns;Odalys Brandt;2020\n"
    table = Table(columns={"title": "Was", "authors": "wer", "year": "Wann"})
    assert not certain(text)
    assert table.is_certain(text.split("\n"))
    draft = only(text, table)
    assert (draft.title, draft.authors, draft.year) == ("Kilns", ("Odalys Brandt",), 2020)


def test_a_named_column_that_is_not_there() -> None:
    [piece] = read("Was,Wer\nKilns,Odalys Brandt\n", Table(columns={"title": "What"}))
    assert isinstance(piece, SkippedText)
    assert piece.reason.startswith("no column is called What")


def test_a_column_of_first_authors() -> None:
    text = "Topic,First author,Year,Title\nKilns,Odalys Brandt,2020,Draughts\n"
    assert certain(text)
    draft = only(text)
    assert (draft.authors, draft.more_authors) == (("Odalys Brandt",), True)


# Broken rows


def test_cells_of_several_lines() -> None:
    text = 'title,authors,note\n"A\nB","Åsa Ng","one\n\nthree"\nC,Bo Ek,\n'
    first, second = drafts(read(text))
    assert (first.title, first.first_line, first.last_line) == ("A B", 2, 5)
    assert first.kept == Kept(note="one\n\nthree")
    assert (second.title, second.first_line) == ("C", 6)


def test_a_quotation_mark_that_nothing_closes() -> None:
    rows = "\n".join(f"Paper {n},Åsa Ng,20{n}" for n in range(10, 60))
    text = f'title,authors,year\nBefore,Bo Ek,2001\n"Broken,Bo Ek,2002\n{rows}\n'
    pieces = read(text)
    assert [draft.title for draft in drafts(pieces)][:2] == ["Before", "Paper 10"]
    assert len(drafts(pieces)) == 51
    assert isinstance(pieces[2], SkippedText)
    assert pieces[2].reason == "a quotation mark without its other half"


def test_a_quotation_mark_that_the_next_row_closes() -> None:
    text = 'title,authors,year\n"Broken,Bo Ek,2002\n"Next","Åsa Ng",2003\nLast,Bo Ek,2004\n'
    assert [draft.title for draft in drafts(read(text))] == ["Next", "Last"]


def test_rows_that_do_not_fit() -> None:
    pieces = read("title,authors,year\nA, b,Bo Ek,2001\n,Bo Ek,2002\nC,Bo Ek,2003\n")
    reasons = [piece.reason for piece in pieces if isinstance(piece, SkippedText)]
    assert reasons[1:] == ["4 cells under the names of 3 columns", "a record without a title"]


def test_the_last_cell_of_a_file_that_was_cut_is_not_believed() -> None:
    text = "title,doi,authors,year\nA,10.5555/abcdef,Bo Ek,2001\nB,10.5555/ab"
    [_, cut] = drafts(read(text))
    assert (cut.title, cut.doi) == ("B", None)
    assert len(drafts(read("title,doi\nA,10.5555/a\nHalf a tit"))) == 1


# What is certain


@pytest.mark.parametrize(
    "header",
    [
        "title,authors",
        "Title\tAbstract",
        "id;doi;title",
        "title,author,year",
        "Paper Title|Authors|Conference",
        "About the data: exported today\nTitle,Authors,DOI",
        "cites,Authors,Title,Year,Source,Publisher,ArticleURL",
    ],
)
def test_tables_of_papers_are_certain(header: str) -> None:
    separator = next(each for each in "\t;|," if each in header.split("\n")[-1])
    row = separator.join("x" * (header.split("\n")[-1].count(separator) + 1))
    assert certain(f"{header}\n{row}\n")


@pytest.mark.parametrize(
    "text",
    [
        "title,year\nAlien,1979\n",
        "title,year,director\nAlien,1979,Scott\n",
        "Title,Author,My Rating,ISBN13\nDune,Frank Herbert,5,978\n",
        "title,authors,isbn\nDune,Frank Herbert,978\n",
        "Title,Assignees,State,Labels\nIt crashes,ng,OPEN,bug\n",
        "title,url,tags\nSite,https://example.org,a\n",
        "title,venue,date\nConcert,Hall,2020-01-01\n",
        "Package,Title,Author,Version\nx,X,A B,1\n",
        "id,name,price\n1,Cup,3\n",
        "Title, authors, abstract: these are what a paper has.\nAnd this is prose.\n",
        "title\nOnly titles\n",
        "a,b,c\n1,2,3\n",
        "",
        "\n\n",
        '"title',
    ],
)
def test_other_tables_are_never_claimed(text: str) -> None:
    assert not certain(text)


# Our own export, and wild tables


def test_our_own_export_comes_back_whole() -> None:
    papers = [
        PAPER._replace(
            title='=Risky, "quoted"; title',
            title_source=TitleSource.DERIVED,
            authors=("Acme, Inc.", "Ludwig van Beethoven"),
            more_authors=True,
            year=2024,
            venue="-30 °C",
            doi="10.5555/1",
            arxiv_id="2101.00001",
            links=("https://example.org/1", "https://example.org/2"),
            status=Status.DONE,
            starred=True,
            tags=("graph-learning", "sea"),
            note='  indented\n\n- *a*, "b"\n',
            comment="+1",
            finished_at="2025-04-01T10:00:00.250Z",
        ),
        PAPER._replace(key="b", title="Second", authors=()),
    ]
    text = "".join(csv_table.collection(Given(papers))).replace("\r\n", "\n")
    assert certain(text)
    for paper, draft in zip(papers, drafts(read(text)), strict=True):
        for name in ("title", "authors", "more_authors", "abstract", "comment", "year", "venue"):
            assert getattr(draft, name) == getattr(paper, name)
        assert (draft.doi, draft.arxiv_id, draft.links) == (paper.doi, paper.arxiv_id, paper.links)
        names = Kept._fields
        assert draft.kept == Kept(**{name: getattr(paper, name) for name in names})


def as_row(entry: Entry, separator: str, is_scopus: bool) -> str:
    family_first = "; ".join(f"{family}, {given}" for given, family in entry.authors)
    cells = [
        entry.title,
        family_first if is_scopus else "; ".join(entry.names),
        entry.abstract,
        str(entry.year),
        entry.venue,
        entry.doi or "",
        entry.arxiv_id or "",
        entry.link or "",
    ]
    return separator.join('"{}"'.format(cell.replace('"', '""')) for cell in cells)


def as_table(entries: Sequence[Entry], separator: str = ",", *, is_scopus: bool = False) -> str:
    names = ["Title", "Authors", "Abstract", "Year", "Source title", "DOI", "arXiv ID", "Link"]
    rows = [as_row(entry, separator, is_scopus) for entry in entries]
    return "\n".join([separator.join(names), *rows, ""])


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("is_scopus", [True, False])
def test_wild_tables(separator: str, is_scopus: bool) -> None:
    entries = wild_entries(200)
    text = as_table(entries, separator, is_scopus=is_scopus)
    assert certain(text)
    for entry, draft in zip(entries, drafts(read(text)), strict=True):
        assert (draft.title, draft.authors) == (entry.title, entry.names)
        assert draft.abstract == entry.abstract
        assert (draft.year, draft.venue) == (entry.year, entry.venue)
        assert (draft.doi, draft.arxiv_id) == (entry.doi, entry.arxiv_id)
        assert draft.links == ((entry.link,) if entry.link else ())


def test_damaged_tables() -> None:
    entries = wild_entries(12)
    own = "".join(csv_table.collection(Given([PAPER._replace(note='one\n\n"two"\n')] * 5)))
    for text in (own, *(as_table(entries, separator) for separator in ",;\t")):
        check_damaged(TABLE, text)


@given(st.text(alphabet='title,authors;\t"\n\r ab', max_size=200))
def test_nothing_is_raised_and_no_line_lost(text: str) -> None:
    lines = f"title,authors\n{text}".split("\n")
    TABLE.is_certain(lines)
    check_spans(lines, list(TABLE.read(iter(lines))))
