"""What an interface needs to know of queries."""

from io import StringIO
from pathlib import Path

import pytest

from readlist.errors import UsageError
from readlist.reading_list import ReadingList
from readlist.reading_list.search import check_query, is_ranked, split_query


def test_a_query_is_checked() -> None:
    check_query('moss "dry stone" -status:inbox')
    with pytest.raises(UsageError):
        check_query("statis:inbox")


@pytest.mark.parametrize(
    ("query", "ranked"),
    [
        ("", False),
        ("moss", True),
        ("status:inbox", False),
        ("status:inbox moss", True),
        ("-moss", False),
        ("statis:inbox", False),
        ("!", False),
        ("a " * 1000, True),
    ],
    ids=["nothing", "word", "filter", "both", "negated", "unknown", "sign", "long"],
)
def test_words_are_ranked(query: str, ranked: bool) -> None:
    assert is_ranked(query) is ranked


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("", []),
        ("  moss   -dry ", ["moss", "-dry"]),
        ('tag:"two words" "open', ['tag:"two words"', '"open']),
        ('a"b c"d', ['a"b c"', "d"]),
    ],
    ids=["nothing", "words", "quotes", "inside"],
)
def test_a_query_is_split(query: str, parts: list[str]) -> None:
    assert split_query(query) == parts


def test_papers_are_exported_by_id(filled: ReadingList, tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    assert filled.export_folder(folder, ids=[2, 1]).written == 2
    assert filled.export_folder(folder, "status:inbox", ids=[]).written == 0
    assert len(list(folder.glob("*.md"))) == 2
    document = StringIO()
    filled.export_document(document, ids=[2], format="csv")
    assert len(document.getvalue().splitlines()) == 2
