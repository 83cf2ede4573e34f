import pytest

from readlist.domain import SkippedText
from readlist.importing.detect import find_format
from readlist.importing.readers.parts.reasons import (
    AROUND,
    COLUMNS,
    COMMENT,
    NOTHING_KNOWN,
    PREAMBLE,
    why_no_papers,
)
from readlist.importing.readers.reader import Format


@pytest.mark.parametrize(
    ("reasons", "why"),
    [
        ([], "it has no records"),
        ([AROUND], "it has no records"),
        ([COLUMNS], "only the names of the columns"),
        ([PREAMBLE, COMMENT, COMMENT], "only a preamble for LaTeX and a comment"),
        ([AROUND, "it is cut", AROUND], "it is cut"),
        (["it is cut", NOTHING_KNOWN, NOTHING_KNOWN], NOTHING_KNOWN),
    ],
)
def test_what_is_wrong_with_records_says_most(reasons: list[str], why: str) -> None:
    assert why_no_papers(reasons) == why


_FEED = '<feed xmlns="http://www.w3.org/2005/Atom">\n<id>http://arxiv.org/api/x</id>\n{}</feed>\n'
_ERROR = "<entry>\n<id>http://arxiv.org/api/errors#x</id>\n<summary>{}</summary>\n</entry>\n"


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("bibtex", '@string{a = "A"}\n@string{b = "B"}\n', "only abbreviations (@string)"),
        ("bibtex", "@article{a,\n author={Bo Ek}\n}\n", NOTHING_KNOWN),
        ("ris", "TY  - JOUR\nAU  - Ek, Bo\n", "a record without its last line, ER"),
        ("csv", "Title,Authors,DOI\n", "only the names of the columns"),
        ("wos", "FN Clarivate\nVR 1.0\nEF\n", "it has no records"),
        ("arxiv-atom", _FEED.format(""), "it has no records"),
        (
            "arxiv-atom",
            _FEED.format(_ERROR.format("incorrect id format for 1")),
            "arXiv says: incorrect id format for 1",
        ),
        (
            "arxiv-atom",
            _FEED.format(_ERROR.format("so it is " * 50)),
            f"arXiv says: {'so it is ' * 6}s",
        ),
        ("pubmed-xml", "<PubmedArticleSet>\n</PubmedArticleSet>\n", "it has no records"),
        ("readlist-note", '---\nreadlist-id: "a"\n---\nx\n', "a record without a title"),
        (
            "readlist-list",
            f'# Reading list\n\n<!-- readlist-hash: "{"0" * 32}" -->\n',
            "it has no records",
        ),
    ],
)
def test_a_refusal_of_a_format_fits_on_a_line(name: str, text: str, why: str) -> None:
    lines = text.split("\n")
    reader = find_format(name)
    assert isinstance(reader, Format)
    assert reader.is_certain(lines)

    pieces = list(reader.read(lines))
    reasons = [piece.reason for piece in pieces if isinstance(piece, SkippedText)]
    assert len(reasons) == len(pieces)
    assert why_no_papers(reasons) == why
    refusal = f"{'f' * 20}: {reader.title}, but no papers in it: {why}; nothing was written"
    assert len(refusal) <= 160
