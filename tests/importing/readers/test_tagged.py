"""RIS, nbib, enw and Web of Science: what they hold comes back, what is broken is reported."""

import random
from collections.abc import Callable

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.breaking import broken
from tests.importing.readers.made_up import CUTS, Made, Person, papers, read, wrapped

from readlist.domain import Kept, Paper, PaperDraft, Status, TitleSource
from readlist.exporting.writers.reference_managers import ris
from readlist.importing.readers.parts.reasons import AROUND, NOTHING_KNOWN, OUTSIDE
from readlist.importing.readers.tagged import (
    ENW,
    NBIB,
    NO_END,
    READERS,
    RIS,
    WOS,
    Tagged,
    WosTable,
)
from readlist.text import letters_only

WOS_TABLE = WosTable()

RIS_TEXT = """\
Record #1 of 2
Provider: Quay Press
Content:text/plain; charset="UTF-8"


TY  - JOUR
T1  - Bells, Ropes and the <i>Wind</i> that
  Moves Them
T2  - Journal of Bells
A1  - Byron, Ada M.
A1  - van der Berg, Jan, Jr.
A1  - Harbour Bells Collaboration,
A1  - et al.
Y1  - 2019/07/24/
N2  - Bells are rung by hand in most
towns along this coast.

A wet rope costs time.
DO  - https://doi.org/10.1234/bells.7
PMID  - 112233
UR  - https://example.org/bells.pdf; https://arxiv.org/abs/2101.00001v2
L1  - file:///home/ada/bells.pdf
KW  - wax
KW  - to-cite; tides
N1  - Ask Bo about
N1  - the second winter.
ER  -

TY  - CONF
TI  - No title needs two
AU  - Ek, Bo
JO  - arXiv preprint arXiv:2202.00002
PY  - 2022
N1  - Export Date: 3 March 2023
ER  -
"""
NBIB_TEXT = """\

PMID- 11223344
OWN - NLM
DP  - 2018 Apr
TI  - Ringing at the far quay: a systematic
      review and meta-analysis.
LID - 10.1234/quay-2018 [doi]
AB  - BACKGROUND: Bells are heard late at the far quay. METHODS: We timed
      40 of them.
FAU - Byron, Ada M
AU  - Byron AM
AD  - Department of Ropes, Quay, Norway.
FAU - van der Berg, Jan Jr
AU  - Berg JVD Jr
CN  - Harbour Bells Study Group, Quay
JT  - Journal of harbour medicine
TA  - J Harb Med
MH  - Humans
CON - J Harb Med. 2019 Jan;1(1):1. doi: 10.1234/another. PMID: 9
AID - S0000-0000(18)30001-1 [pii]
AID - 10.1234/quay-2018 [doi]

PMID- 55
TI  - A letter.
AU  - Ek B
DEP - 19991231
AID - arXiv:2101.00003v1 [pii]
"""
ENW_TEXT = """\
%0 Journal Article
%T Tallow candles
%A Byron, Ada
%A Bo Ek
%J arXiv preprint arXiv:2101.00004
%D 2021
%X Candles of tallow burn short.

Those of wax burn long.
%K light
wax
%Z Read before winter.
%R doi:10.1234/tallow
%U https://example.org/tallow


%0 Conference Proceedings
%T Wax
%A 李, 文
%S Proceedings of Quays
%D 2020
"""
WOS_TEXT = """\
FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Byron, A
   Ek, B
AF Byron, Ada
   Ek, Bo
TI Lanterns at
   the quay
SO JOURNAL OF BELLS
DE lanterns; quays
AB We light them.
   They go out.
CR Ash P, 2001, J BELLS, V1, P1, DOI 10.1234/other
   Berg J, 2002, J BELLS, V2, P2
PY 2003
DI 10.1234/lanterns
ER

PT J
AU [Anonymous]
TI Nobody's lantern
EA JUL 2021
ER

EF
"""
TABLE_TEXT = (
    "PT\tAU\tAF\tCA\tTI\tSO\tAB\tPY\tDI\n"
    "J\tByron, A; Ek, B\tByron, Ada; Ek, Bo\t\tLanterns\tJOURNAL OF BELLS\tWe light.\t2003\t10.1234/x\n"
    "J\tAsh, P\t\tQuay Group\tRopes\tROPE\t\t\t\n"
)


def test_ris_of_a_publisher() -> None:
    (first, second), (head,) = read(RIS, RIS_TEXT)

    assert first.title == "Bells, Ropes and the Wind that Moves Them"
    assert first.authors == ("Ada M. Byron", "Jan van der Berg Jr.", "Harbour Bells Collaboration")
    assert first.more_authors
    assert (first.year, first.venue, first.doi) == (2019, "Journal of Bells", "10.1234/bells.7")
    assert first.abstract == (
        "Bells are rung by hand in most towns along this coast.\n\nA wet rope costs time."
    )
    assert first.links == ("https://example.org/bells.pdf", "https://arxiv.org/abs/2101.00001v2")
    assert first.arxiv_id == "2101.00001"
    assert first.kept == Kept(
        tags=("wax", "to-cite", "tides"), note="Ask Bo about\nthe second winter."
    )
    assert (first.first_line, first.last_line) == (6, 27)
    assert (second.title, second.venue, second.kept) == ("No title needs two", None, None)
    assert (second.arxiv_id, second.year) == ("2202.00002", 2022)
    assert (head.first_line, head.last_line, head.reason) == (1, 3, AROUND)


def test_ris_with_one_blank_before_the_hyphen() -> None:
    text = "TY - JOUR\nTI - Ropes\nAU - Ek, Bo\nER -\n"
    [paper], _ = read(RIS, text)
    assert (paper.title, paper.authors) == ("Ropes", ("Bo Ek",))
    assert RIS.is_certain(text.split("\n"))


def test_wrapped_text_that_looks_like_a_field_is_none() -> None:
    text = "TY  - JOUR\nTI  - Bones\nAB  - Between\nT4 - T6 we found\nAU - bells\nER  - \n"
    [paper], _ = read(RIS, text)
    assert (paper.abstract, paper.authors) == ("Between T4 - T6 we found AU - bells", ())


def test_broken_records_of_ris_are_reported_and_the_rest_is_read() -> None:
    text = (
        "TY  - JOUR\nTI  - Has no end\n\nTY  - JOUR\nAU  - Ek, Bo\nER  - \nstray\n\n"
        "TY  - JOUR\nTI  - Whole\nER  - \nTY  - JOUR\nTI  - Cut o"
    )
    [paper], skipped = read(RIS, text)
    assert paper.title == "Whole"
    assert [(each.first_line, each.last_line, each.reason) for each in skipped] == [
        (1, 2, NO_END),
        (4, 6, NOTHING_KNOWN),
        (7, 7, OUTSIDE),
        (12, 13, NO_END),
    ]


def test_nbib() -> None:
    (first, second), skipped = read(NBIB, NBIB_TEXT)

    assert first.title == "Ringing at the far quay: a systematic review and meta-analysis."
    assert first.authors == (
        "Ada M Byron",
        "Jan van der Berg Jr",
        "Harbour Bells Study Group, Quay",
    )
    assert first.abstract == (
        "BACKGROUND: Bells are heard late at the far quay. METHODS: We timed 40 of them."
    )
    assert (first.year, first.venue) == (2018, "Journal of harbour medicine")
    assert (first.doi, first.kept) == ("10.1234/quay-2018", None)
    assert first.links == ("https://pubmed.ncbi.nlm.nih.gov/11223344/",)
    assert (second.title, second.authors, second.year) == ("A letter.", ("B Ek",), 1999)
    assert (second.arxiv_id, second.doi) == ("2101.00003", None)
    assert not skipped


def test_enw() -> None:
    (first, second), skipped = read(ENW, ENW_TEXT)

    assert (first.title, first.authors) == ("Tallow candles", ("Ada Byron", "Bo Ek"))
    assert first.abstract == "Candles of tallow burn short.\n\nThose of wax burn long."
    assert (first.arxiv_id, first.venue, first.year) == ("2101.00004", None, 2021)
    assert (first.doi, first.links) == ("10.1234/tallow", ("https://example.org/tallow",))
    assert first.kept == Kept(tags=("light", "wax"), note="Read before winter.")
    assert (second.title, second.authors) == ("Wax", ("文 李",))
    assert second.venue == "Proceedings of Quays"
    assert not skipped


def test_web_of_science() -> None:
    (first, second), (head, tail) = read(WOS, WOS_TEXT)

    assert (first.title, first.authors) == ("Lanterns at the quay", ("Ada Byron", "Bo Ek"))
    assert (first.abstract, first.venue) == ("We light them. They go out.", "JOURNAL OF BELLS")
    assert (first.year, first.doi, first.kept) == (2003, "10.1234/lanterns", None)
    assert (second.title, second.authors, second.year) == ("Nobody's lantern", (), 2021)
    assert (head.reason, tail.reason) == (AROUND, AROUND)


def test_web_of_science_as_a_table() -> None:
    (first, second), [head] = read(WOS_TABLE, TABLE_TEXT)

    assert (first.title, first.authors) == ("Lanterns", ("Ada Byron", "Bo Ek"))
    assert (first.year, first.doi, first.abstract) == (2003, "10.1234/x", "We light.")
    assert (second.authors, second.venue) == (("P Ash", "Quay Group"), "ROPE")
    assert head.reason == AROUND


def test_broken_rows_of_a_table_are_reported_and_the_rest_is_read() -> None:
    found, skipped = read(WOS_TABLE, f"stray\n\n{TABLE_TEXT}J\t\t\n\nthe end\n{TABLE_TEXT}")
    assert len(found) == 4
    assert [(each.first_line, each.last_line, each.reason) for each in skipped] == [
        (1, 1, OUTSIDE),
        (3, 3, AROUND),
        (6, 8, OUTSIDE),
        (9, 9, AROUND),
    ]


TEXTS = {
    RIS.name: RIS_TEXT,
    NBIB.name: NBIB_TEXT,
    ENW.name: ENW_TEXT,
    WOS.name: WOS_TEXT,
    WOS_TABLE.name: TABLE_TEXT,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("before", ["", "\ufeff", "\n \n"])
def test_only_the_format_itself_is_certain(name: str, before: str) -> None:
    sample = (before + TEXTS[name]).split("\n")
    assert [reader.name for reader in READERS if reader.is_certain(sample)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TY",
        "TY - the thank-you list",
        "PMID- and other tags",
        "%0 d",
        "% A comment of TeX\n%0",
        "FN of the file\nwas lost",
        "PT 100\nAU 3",
        "PT\tAU",
        "Content: text/plain\n\nTY is a tag",
        "ER  - \nEF\n",
    ],
)
def test_other_text_is_not_certain(text: str) -> None:
    assert not [reader.name for reader in READERS if reader.is_certain(text.split("\n"))]


@pytest.mark.parametrize("close", [False, True])
@pytest.mark.parametrize("reader", [RIS, NBIB, ENW, WOS], ids=lambda reader: reader.name)
def test_records_are_found_in_other_text(reader: Tagged, close: bool) -> None:
    lines = ["See this:", "", *TEXTS[reader.name].split("\n"), "So much for that.", ""]
    lines = list(filter(None, lines)) if close else lines
    starts = [place for place in range(len(lines)) if reader.record_end(lines, place) is not None]
    assert len(starts) == 2
    ends = [reader.record_end(lines, start) for start in starts]
    for start, end in zip(starts, ends, strict=True):
        assert end is not None
        [piece] = reader.read(lines[start:end])
        assert isinstance(piece, PaperDraft)
    assert ends[1] is not None
    assert "So much for that." not in lines[: ends[1]]


def test_a_record_of_ris_without_end_is_none_in_other_text() -> None:
    assert RIS.record_end(["TY  - JOUR", "TI  - Ropes", "", "and prose"], 0) is None


# What readlist writes comes back


class _Outgoing:
    """Papers to be written, with keys."""

    def __init__(self, papers: list[Paper]) -> None:
        self._papers = papers

    def cited(self):  # type: ignore[no-untyped-def]
        return ((f"key{number}", paper) for number, paper in enumerate(self._papers))


def _paper(made: Made, number: int) -> Paper:
    arxiv_id = f"2101.{number:05}" if number % 2 else None
    note = "First thoughts.\n\n- [ ] try it\nSee doi: 10.1/x" if number % 3 else None
    return Paper(
        id=number,
        key=f"k{number}",
        title=made.title,
        title_source=TitleSource.DUMP,
        authors=made.authors,
        more_authors=False,
        abstract=made.abstract,
        comment=None,
        year=made.year,
        venue=made.venue if number % 4 else None,
        doi=made.doi if number % 5 else None,
        arxiv_id=arxiv_id,
        links=("https://example.org/a(b).", f"https://example.org/{number};x=1"),
        status=Status.INBOX,
        starred=False,
        tags=made.tags,
        note=note,
        added_at="",
        updated_at="",
        sources=(),
    )


def test_what_readlist_exports_comes_back() -> None:
    written = [_paper(made, number) for number, made in enumerate(papers(200, 1))]
    text = "".join(ris(_Outgoing(written)))  # type: ignore[arg-type]
    found, skipped = read(RIS, text)

    assert not skipped
    for paper, draft in zip(written, found, strict=True):
        same = ("title", "authors", "abstract", "year", "venue", "doi", "arxiv_id", "links")
        for name in same:
            assert getattr(draft, name) == getattr(paper, name), name
        assert draft.kept is not None
        assert draft.kept.tags == paper.tags
        assert draft.kept.note == (paper.note.replace("\n\n", "\n") if paper.note else None)


# Wild records, read by others too


def _ris(made: Made, chance: random.Random) -> str:
    """Write a paper as one of the programs does that write RIS."""
    names, title = chance.choice(("AU", "A1")), chance.choice(("TI", "T1"))
    year = chance.choice(
        (f"PY  - {made.year}", f"Y1  - {made.year}/04/01/", f"PY  - {made.year}///")
    )
    abstract = wrapped(made.abstract, "", chance.choice((60, 80, 10_000)))
    people = [f"{names}  - {person.family_first}" for person in made.people]
    fields = [
        f"{title}  - {made.title}",
        "\n".join(people),
        year,
        f"{chance.choice(('T2', 'JO', 'JF'))}  - {made.venue}",
        f"{chance.choice(('AB', 'N2'))}  - {abstract}",
        f"DO  - {made.doi}",
        *(f"KW  - {tag}" for tag in made.tags),
        "ZZ  - a tag that nobody knows",
        "SP  - 12",
    ]
    if chance.random() < 0.3:
        chance.shuffle(fields)
    end = chance.choice(("ER  - ", "ER  -"))
    return "\n".join(["TY  - JOUR", *fields, end, "" if chance.random() < 0.8 else "\n"]) + "\n"


def _turned(name: str) -> str:
    family, _, rest = name.partition(", ")
    given, _, suffix = rest.partition(", ")
    return " ".join(filter(None, (given, family, suffix)))


def test_wild_ris_is_read_as_rispy_reads_it() -> None:
    chance = random.Random(7)
    made = list(papers(400, 2))
    text = "".join(_ris(each, chance) for each in made)
    found, skipped = read(RIS, text)
    others = rispy.loads(text)

    assert not skipped
    assert len(found) == len(others) == len(made)
    for paper, other, wanted in zip(found, others, made, strict=True):
        title = other.get("title") or other["primary_title"]
        names = other.get("authors") or other["first_authors"]
        abstract = other.get("abstract") or other["notes_abstract"]
        year = other.get("year") or other["publication_year"]
        assert paper.title == title == wanted.title
        assert paper.authors == tuple(map(_turned, names)) == wanted.authors
        assert letters_only(paper.abstract or "") == letters_only(abstract)
        assert (paper.year, paper.doi) == (int(year[:4]), other["doi"])
        assert paper.venue == wanted.venue


def _wos(made: Made) -> str:
    people = [person.family_first for person in made.people]
    names = "\n   ".join(people)
    return (
        f"PT J\nAU {names}\nAF {names}\nTI {wrapped(made.title, '   ', 20)}\nSO {made.venue}\n"
        f"AB {wrapped(made.abstract, '   ')}\nPY {made.year}\nDI {made.doi}\n"
        f"CR Ash P, 2001, V1, P1\n   Ek B, 1999, V2, P2\nER\n\n"
    )


def test_wild_web_of_science_is_read_as_rispy_reads_it() -> None:
    made = list(papers(300, 3))
    text = "FN Clarivate Analytics Web of Science\nVR 1.0\n" + "".join(map(_wos, made)) + "EF\n"
    found, _ = read(WOS, text)
    others = rispy.loads(text, implementation=rispy.WokParser)

    assert len(found) == len(others) == len(made)
    for paper, other, wanted in zip(found, others, made, strict=True):
        assert paper.title == other["document_title"] == wanted.title
        assert paper.authors == tuple(map(_turned, other["author_full_name"])) == wanted.authors
        assert letters_only(paper.abstract or "") == letters_only(other["abstract"])
        assert (paper.year, paper.doi) == (int(other["publication_year"]), other["doi"])


def _wos_row(made: Made) -> str:
    names = "; ".join(person.family_first for person in made.people)
    cells = ("J", names, names, "", made.title, made.venue, made.abstract, made.year, made.doi)
    return "\t".join(map(str, cells)) + "\n"


def _nbib(made: Made) -> str:
    def person(each: Person) -> str:
        if not each.given:
            return f"CN  - {each.family}\n"
        return f"FAU - {each.family_first}\nAU  - {each.family} {each.given[0].upper()}\n"

    people = "".join(map(person, made.people))
    return (
        f"PMID- {made.year}1\nDP  - {made.year} Apr 3\nTI  - {wrapped(made.title, ' ' * 6, 30)}\n"
        f"AB  - {wrapped(made.abstract, ' ' * 6)}\n{people}JT  - {made.venue}\n"
        f"CIN - J Bells. 2001;1:1. doi: 10.1/no\nAID - {made.doi} [doi]\n\n"
    )


def _enw(made: Made) -> str:
    people = "".join(f"%A {person.family_first}\n" for person in made.people)
    tags = "\n".join(made.tags)
    return (
        f"%0 Journal Article\n%T {made.title}\n{people}%J {made.venue}\n%D {made.year}\n"
        f"%X {wrapped(made.abstract, '')}\n%K {tags}\n%R {made.doi}\n%P 1-2\n\n\n"
    )


Writer = Callable[[Made], str]


@pytest.mark.parametrize(
    ("reader", "writer", "head"),
    [
        (NBIB, _nbib, ""),
        (ENW, _enw, ""),
        (WOS_TABLE, _wos_row, "PT\tAU\tAF\tCA\tTI\tSO\tAB\tPY\tDI\n"),
    ],
)
def test_wild_records_come_back(reader: Tagged | WosTable, writer: Writer, head: str) -> None:
    made = list(papers(300, 4))
    found, _ = read(reader, head + "".join(map(writer, made)))

    for paper, wanted in zip(found, made, strict=True):
        assert (paper.title, paper.authors) == (wanted.title, wanted.authors)
        assert letters_only(paper.abstract or "") == letters_only(wanted.abstract)
        assert (paper.year, paper.venue, paper.doi) == (wanted.year, wanted.venue, wanted.doi)


# Nothing is raised and no line lost


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_broken_text_is_read_as_far_as_it_goes(reader: Tagged | WosTable) -> None:
    for number, text in enumerate(broken(TEXTS[reader.name] * 3, CUTS, "11")):
        lines = text.split("\n")
        reader.is_certain(lines)
        found, _ = read(reader, text)
        reader.record_end(lines, number % len(lines))
        assert all(paper.title or paper.doi or paper.arxiv_id for paper in found)


_LINE = st.one_of(
    st.sampled_from(
        [line for text in TEXTS.values() for line in text.split("\n")] + ["ER", "ER  - ", "%0 X"]
    ),
    st.text(max_size=30).map(lambda text: text.replace("\n", " ").replace("\r", " ")),
)


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(_LINE, max_size=40))
def test_any_lines_are_read(lines: list[str]) -> None:
    for reader in READERS:
        reader.is_certain(lines)
        read(reader, "\n".join([*lines, ""]))
        for place in range(len(lines)):
            end = reader.record_end(lines, place)
            assert end is None or place < end <= len(lines)
