"""BibTeX and BibLaTeX, read back by two other programs' libraries."""

from collections.abc import Callable

import pybtex.database
import pytest
from bibtexparser.entrypoint import parse_string
from hypothesis import example, given
from hypothesis import strategies as st

from readlist.domain import Paper
from readlist.exporting.writers import Outgoing, bibtex, find_writer

MakePaper = Callable[..., Paper]
MakeOutgoing = Callable[..., Outgoing]
PIECES = [
    *"{}\\%$#&_~^\"'@=,\n\t aB1é漢",
    "\\{",
    "\\}",
    "$x$",
    "@article{",
    " and ",
    "\\\\",
    "$$",
    "@{",
    "%\n",
]
HOSTILE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join)


def _written(format: str, outgoing: Outgoing) -> str:
    writer = find_writer(format)
    return "".join(writer.collection(outgoing)) + writer.last_line.format("0" * 32)


def test_an_entry(make_paper: MakePaper, outgoing: MakeOutgoing) -> None:
    paper = make_paper(
        authors=("Jan van der Aa", "Guild and Sons Collaboration", "Plato", "Ada Moss Jr."),
        more_authors=True,
        abstract="At 5% & $x_1$ {now}",
        year=2025,
        venue="Journal of Drafts",
        doi="10.5555/a_b",
        arxiv_id="2399.00010",
        tags=("wax",),
        note="Buy #2",
    )
    assert "".join(bibtex.bibtex(outgoing([paper]))) == (
        "@article{aa2025tallow,\n"
        "  title = {{Tallow}: Candles that Measure Draughts},\n"
        "  author = {van der Aa, Jan and {Guild and Sons Collaboration} and {Plato} and"
        " Moss, Jr., Ada and others},\n"
        "  doi = {10.5555/a_b},\n"
        "  url = {https://arxiv.org/abs/2399.00010},\n"
        "  keywords = {wax},\n"
        "  abstract = {At 5\\% \\& $x_1$ \\textbraceleft{}now\\textbraceright{}},\n"
        "  journal = {Journal of Drafts},\n"
        "  year = {2025},\n"
        "  eprint = {2399.00010},\n"
        "  archiveprefix = {arXiv},\n"
        "  annote = {Buy \\#2},\n"
        "}\n\n"
    )


@pytest.mark.parametrize(
    ("fields", "entry", "online"),
    [
        ({"arxiv_id": "2399.00010"}, "misc", "online"),
        ({"venue": "ICML 2023"}, "inproceedings", "inproceedings"),
        ({"venue": "Proceedings of the Wax Society"}, "inproceedings", "inproceedings"),
        ({"venue": "Candle Letters", "arxiv_id": "2399.00010"}, "article", "article"),
        ({}, "misc", "misc"),
    ],
)
def test_the_kind_of_entry(
    make_paper: MakePaper, outgoing: MakeOutgoing, fields: dict[str, str], entry: str, online: str
) -> None:
    given = outgoing([make_paper(**fields)])
    assert next(bibtex.bibtex(given)).startswith(f"@{entry}{{")
    assert next(bibtex.biblatex(given)).startswith(f"@{online}{{")


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
@given(texts=st.lists(HOSTILE, min_size=7, max_size=7))
@example(texts=["@article{x,", "}", "{", "\\", "$\\}$", "$}{$", "@{"])
@example(texts=["{", "{", "{", "{", "{", "{", "${\\\\}$"])
def test_any_text_stays_within_its_entry(
    make_paper: MakePaper, outgoing: MakeOutgoing, format: str, texts: list[str]
) -> None:
    title, author, abstract, venue, tag, url, note = texts
    paper = make_paper(
        title=title, authors=(author, "Ada Moss"), abstract=abstract, venue=venue, doi=url,
        tags=(tag,), links=(url,), note=note, arxiv_id=url,
    )  # fmt: skip
    others = [make_paper(key="b"), paper, make_paper(key="c")]
    written = _written(format, outgoing(others))
    library = parse_string(written)
    assert not library.failed_blocks
    assert len(library.entries) == 3
    assert len(library.comments) == 1
    entries = pybtex.database.parse_string(written, "bibtex").entries
    assert list(entries) == [entry.key for entry in library.entries]
    middle = entries[library.entries[1].key]
    assert [str(person) for person in middle.persons["author"]][-1] == "Moss, Ada"
    assert len(middle.persons["author"]) == 2


def test_names_are_read_in_their_parts(make_paper: MakePaper, outgoing: MakeOutgoing) -> None:
    names = ("Ludwig van Beethoven", "Maria de la Cruz", "Ada Moss III", "The Wax Team")
    written = _written("bibtex", outgoing([make_paper(authors=names)]))
    [entry] = pybtex.database.parse_string(written, "bibtex").entries.values()
    first, second, third, group = entry.persons["author"]
    assert (first.prelast_names, first.last_names) == (["van"], ["Beethoven"])
    assert (second.prelast_names, second.first_names) == (["de", "la"], ["Maria"])
    assert third.lineage_names == ["III"]
    assert group.last_names == ["{The Wax Team}"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("50% of A&B, #1", r"50\% of A\&B, \#1"),
        ("a_b^c ~ {d}", r"a\_b\textasciicircum{}c \textasciitilde{} \textbraceleft{}d\textbraceright{}"),
        (r"C:\x", r"C:\textbackslash{}x"),
        ("Gödel, 漢字", "Gödel, 漢字"),
        ("in $O(n^2)$ time", "in $O(n^2)$ time"),
        (r"$\{x\}$", r"$\lbrace x\rbrace $"),
        (r"${x\\}$", r"${x\\ }$"),
        ("$50%$ is", r"$50\%$ is"),
        ("$}{$", r"\$\textbraceright{}\textbraceleft{}\$"),
        ("from $5 to $6", r"from \$5 to \$6"),
        ("a@{b", r"a{@}\textbraceleft{}b".replace("{@}", "@")),
    ],
)  # fmt: skip
def test_text_as_latex(text: str, written: str) -> None:
    assert bibtex.latex(text) == written


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Tallow: Candles that Measure Draughts", "{Tallow}: Candles that Measure Draughts"),
        ("BERT and ImageNet for U-Net in 3D", "{BERT} and {ImageNet} for {U-Net} in {3D}"),
        ("A Self-Supervised Study", "A Self-Supervised Study"),
        ("Sorting in $O(N)$ steps", "Sorting in {$O(N)$} steps"),
        ("R&D of CO_2", r"R\&D of {CO}\_2"),
    ],
)
def test_a_title_keeps_the_case_of_names(title: str, written: str) -> None:
    assert bibtex.latex_title(title) == written


@given(st.text(alphabet="{}\\$%&#_~^@ aB\n") | st.text())
def test_braces_are_always_balanced(text: str) -> None:
    for written in (bibtex.latex(text), bibtex.latex_title(text), bibtex.latex_address(text)):
        depth = 0
        for letter in written:
            depth += (letter == "{") - (letter == "}")
            assert depth >= 0
        assert depth == 0
        assert "\n" not in written
