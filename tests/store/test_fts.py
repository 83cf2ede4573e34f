"""The search index: after whatever was done it answers as one that is made anew."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readlist.domain import Status
from readlist.errors import ReadlistError
from readlist.reading_list import ReadingList
from readlist.store import fts
from readlist.store.fts import Form, Term
from readlist.store.search_index import rebuild

#: Words that split, fold or compare in ways of their own, and some that are near to each other.
_WILD = (
    *("lichen", "lichens", "litchen", "glacier", "glaciers", "graph", "graf", "self-training"),
    *("Gödel", "GO\u0308DEL", "İstanbul", "straße", "ﬁeld", "½", "Ⅷ", "α-decay", "x\u0301\u0302y"),
    *(
        "漢字",
        "検索エンジン",
        "한국어",
        "العربية",
        "👩‍🔬",
        "🏔",
        "𝔘𝔫𝔦",
        "\x07\x1b[31m",
        "\x85",
        "a\u200bb",
    ),
    *("w" * 300, "é" * 90, "_", '"', "''", "C++", "100×", "1024$\\times$1024", "\\alpha", "%", "*"),
)
_words = st.one_of(
    st.sampled_from(_WILD),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8),
)
_texts = st.lists(_words, max_size=6).map(" ".join)
_papers = st.integers(min_value=0, max_value=7)
_fields = st.sampled_from(["title", "authors", "abstract", "comment", "year", "venue"])
_steps = st.one_of(
    st.tuples(st.just("import"), st.lists(_texts, min_size=1, max_size=4)),
    st.tuples(st.just("edit"), _papers, _fields, _texts),
    st.tuples(st.just("note"), _papers, _texts),
    st.tuples(st.just("tag"), _papers, _words, st.booleans()),
    st.tuples(st.just("mark"), _papers, st.sampled_from(Status)),
    st.tuples(st.just("star"), _papers, st.booleans()),
    st.tuples(st.just("undo"), st.integers(min_value=1, max_value=4)),
    st.tuples(st.just("redo"), st.integers(min_value=1, max_value=4)),
)
_probes = (
    *("study", "abstract telling", "lichns", "glac", "graf", "selftraining", "godel", "istan"),
    *('"study of"', "study -lichen", "has:note a", "title:study author:a", "soa", "x"),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_steps, min_size=1, max_size=12), st.lists(_texts, max_size=6))
@example([("import", ["a", "b"]), ("tag", 0, "graf", True), ("undo", 2), ("redo", 1)], [])
@example([("import", ["a"]), ("note", 0, "lichen"), ("note", 0, ""), ("undo", 1)], ["lichen"])
def test_the_index_answers_as_one_made_anew(steps: list[Any], queries: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with ReadingList.open(path) as library:
            library.import_sources([_page(folder, 0, ["lichen", "Gödel graph"])])
            for number, step in enumerate(steps, 1):
                _take(library, folder, number, step)
            asked = [*_probes, *_asked_of(steps), *queries]
            with _made_anew(library, Path(folder) / "anew.db") as anew:
                _assert_alike(library, anew, asked)


def _assert_alike(library: ReadingList, anew: ReadingList, queries: Sequence[str]) -> None:
    for table in ("name_words", "text_words"):
        words = f"SELECT * FROM {table} ORDER BY 1, 2"
        assert library._database.rows(words) == anew._database.rows(words)
    for query in queries:
        for limit in (3, 1000):
            here, there = (one.search(query, limit, lenient=True) for one in (library, anew))
            assert here.hits == there.hits
            assert here.ids == there.ids
            assert here.corrections == there.corrections
        with contextlib.suppress(ReadlistError):
            assert library.ids(query) == anew.ids(query)
    for paper in library.ids():
        assert library.similar(paper, 5) == anew.similar(paper, 5)


def _take(library: ReadingList, folder: str, number: int, step: tuple[Any, ...]) -> None:
    """Take one step; what the library refuses changes nothing."""
    kind, *rest = step
    ids = sorted(library.ids())
    if kind == "import":
        library.import_sources([_page(folder, number, rest[0])])
    elif kind in ("undo", "redo"):
        with contextlib.suppress(ReadlistError):
            for _ in range(rest[0]):
                library.undo() if kind == "undo" else library.redo()
    elif ids:
        with contextlib.suppress(ReadlistError):
            _act(library, kind, ids[rest[0] % len(ids)], rest[1:])


def _act(library: ReadingList, kind: str, paper: int, values: list[Any]) -> None:
    if kind == "edit":
        library.edit(paper, {values[0]: values[1]})
    elif kind == "note":
        library.write_note(paper, values[0])
    elif kind == "tag":
        name, added = values
        library.tag([paper], [name] if added else [], [] if added else [name])
    elif kind == "mark":
        library.mark([paper], values[0])
    else:
        library.star([paper], values[0])


def _page(folder: str, number: int, subjects: Sequence[str]) -> Path:
    """Write a papers page with a paper a subject."""
    blocks: list[str] = []
    for place, words in enumerate(subjects):
        subject = " ".join(words.split())
        blocks += [
            f"Study {number} of {subject} and of what it leaves behind in valley {place}",
            f"The abstract tells of {subject} at length. We count what is left of it in round"
            f" {number * 7919 + place}, compare it with earlier counts, and publish the rest of it"
            f" so that other observers of {subject} can count once more what we counted there.",
        ]
    page = Path(folder) / f"page{number}.txt"
    page.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return page


def _asked_of(steps: Sequence[tuple[Any, ...]]) -> Iterator[str]:
    """Yield what was written as queries: whole, halved, and with a letter left out."""
    for step in steps:
        text = step[-1] if isinstance(step[-1], str) else ""
        if step[0] == "import":
            text = " ".join(step[1])
        for word in text.split()[:3]:
            yield word
            yield word[: len(word) // 2 + 1]
            yield word[:2] + word[3:]
        yield text


@contextlib.contextmanager
def _made_anew(library: ReadingList, path: Path) -> Iterator[ReadingList]:
    """Copy a library and make the index of the copy from nothing."""
    with closing(sqlite3.connect(path)) as copy:
        library._database.connection.backup(copy)
    with ReadingList.open(path) as anew:
        with anew._database.writing():
            rebuild(anew._database)
        yield anew


def _term(*tokens: str, begun: bool = False, initials: bool = False) -> Term:
    return Term(" ".join(tokens), (Form(tokens, begun=begun, initials=initials),))


@pytest.mark.parametrize(
    ("terms", "ids"),
    [
        ([_term("moss")], [8]),
        ([_term("MOSS")], [8]),
        ([_term("mo")], []),
        ([_term("mo", begun=True)], [8]),
        ([_term("of", "moss")], [8]),
        ([_term("moss", "of")], []),
        ([_term("study"), _term("tides")], [9, 1]),
        ([_term("study"), _term("winters")], []),  # that is in the abstracts
        ([_term("wtl", initials=True)], list(range(12, 0, -1))),
        ([Term("either", (Form(("moss",)), Form(("sundials",))))], [8, 7]),
    ],
)
def test_match_names(filled: ReadingList, terms: list[Term], ids: list[int]) -> None:
    assert fts.match_names(filled._database, terms, ("1", []), -1, best=False) == ids
    assert sorted(fts.match_names(filled._database, terms, ("1", []), -1, best=True)) == sorted(ids)


@pytest.mark.parametrize("whole", [False, True])
def test_matches_can_be_limited_by_number_and_by_filter(filled: ReadingList, whole: bool) -> None:
    term = [_term("study")]
    assert fts.match_names(filled._database, term, ("1", []), 2, best=False) == [12, 11]
    only = fts.narrowing(filled._database, ("paper.id < ?", [3]), whole=whole)
    assert fts.match_names(filled._database, term, only, -1, best=False) == [2, 1]
    assert fts.match_texts(filled._database, term, only, 1) == [2]
    everything = fts.narrowing(filled._database, ("1", []), whole=whole)
    assert len(fts.match_names(filled._database, term, everything, -1, best=False)) == 12


def test_match_texts_looks_into_every_text_of_a_paper(filled: ReadingList) -> None:
    filled.write_note(3, "Perplexing!")
    filled.tag([4], ["thesis"])
    filled.edit(5, {"comment": "nine pages", "authors": "Ezra Quill"})
    for word, paper in [("perplexing", 3), ("thesis", 4), ("nine", 5), ("quill", 5)]:
        assert fts.match_texts(filled._database, [_term(word)], ("1", []), -1) == [paper]
    both = [_term("winters"), _term("quill")]
    assert fts.match_texts(filled._database, both, ("1", []), -1) == [5]
    initials = [_term("som", initials=True)]
    assert fts.match_texts(filled._database, initials, ("1", []), -1) == []


def test_frequencies_count_papers_and_leave_out_what_is_not_there(filled: ReadingList) -> None:
    counted = fts.frequencies(filled._database, ["study", "tides", "winters", "moss", "absent"])
    assert counted == {"study": 12, "tides": 2, "winters": 12, "moss": 1}
    assert fts.frequencies(filled._database, []) == {}


def test_document_is_all_that_the_index_knows(filled: ReadingList) -> None:
    filled.tag([1], ["later", "coast"])
    filled.write_note(1, "Read *this*")
    title, authors, tags, note, comment, abstract = fts.document(filled._database, 1)
    assert title.startswith("Study 1 of tides")
    assert authors == "[]"
    assert sorted(tags.split()) == ["coast", "later"]
    assert (note, comment) == ("Read *this*", "")
    assert "winters" in abstract
