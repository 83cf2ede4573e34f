"""Libraries with wild notes, written to a folder and read into another library, are equal."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import frontmatter
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from readlist.reading_list import ReadingList

#: What makes a page is a function without a state.
_PURE = [HealthCheck.function_scoped_fixture]
_LINES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.sampled_from(
        [
            *(
                "---",
                "...",
                "## Notes",
                "# Title",
                "> a quotation",
                "**Comment:** none",
                "- [ ] do",
            ),
            *("- [x] done", "| a | b |", "|---|---|", "```", "~~~ python", "readlist-id: other"),
            *("status: done", "key: [1, 2", "&a *a", "<<<<<<< HEAD", "=======", ">>>>>>> theirs"),
            *("<<<<<<< library", "||||||| base", "🦔 ☃", "\u202eعربى\u202c עברית", "\ufeff", "\t"),
            *("<!-- note -->", "$x$", "\x00\x1b[31m", "[[link]] #tag ^block", "\u2028", "\x85"),
        ]
    ),
)
_NOTES = st.builds(
    lambda lines, ends: "".join(line + end for line, end in zip(lines, ends, strict=False)),
    st.lists(_LINES, max_size=12),
    st.lists(st.sampled_from(["\n", "\r\n", "\n\n", "\r", ""]), min_size=12, max_size=12),
)
_LONG = "".join(f"Line {number} of a long note.\n" for number in range(20_000))


@pytest.fixture(scope="module")
def fields() -> tuple[str, ...]:
    """What two machines agree on: all but a library's own numbers and times of change."""
    return (
        *("key", "authors", "more_authors", "abstract", "comment", "year", "venue", "doi"),
        *("arxiv_id", "links", "status", "starred", "tags", "note", "added_at", "finished_at"),
    )


@pytest.fixture(scope="module")
def libraries() -> Iterator[Callable[[], tuple[ReadingList, ReadingList, Path]]]:
    """Return what makes two empty libraries and a folder."""
    with TemporaryDirectory() as name:
        made: list[ReadingList] = []

        def make() -> tuple[ReadingList, ReadingList, Path]:
            place = Path(name) / str(len(made))
            pair = [ReadingList.open(place / f"{side}.db") for side in ("one", "two")]
            made.extend(pair)
            return pair[0], pair[1], place / "notes"

        yield make
        for library in made:
            library.close()


@settings(max_examples=40, suppress_health_check=_PURE)
@given(notes=st.lists(_NOTES, min_size=1, max_size=6))
@example(notes=["\n", "\n\n", "a\n", "a", "\r\n", "---\n---\n"])
@example(notes=[_LONG, _LONG.replace("\n", "\r\n")])
def test_notes_come_back_to_the_letter(
    notes: list[str],
    libraries: Callable[[], tuple[ReadingList, ReadingList, Path]],
    fields: tuple[str, ...],
) -> None:
    one, two, folder = libraries()
    dump = folder.parent / "table.csv"
    dump.write_text(_table(len(notes)), encoding="utf-8")
    one.import_sources([dump])
    for number, note in enumerate(notes, 1):
        one.write_note(number, note)
    assert len(one.sync(folder).written) == len(notes)
    report = two.sync(folder)
    assert (len(report.created), report.problems, report.written) == (len(notes), (), ())
    assert _shown(two, fields) == _shown(one, fields)
    assert [paper.note or "" for paper in one.papers(sort="title")] == [
        paper.note or "" for paper in two.papers(sort="title")
    ]
    assert one.sync(folder).unchanged == two.sync(folder).unchanged == len(notes)
    assert sorted(paper.note or "" for paper in one.papers()) == sorted(notes)


@settings(max_examples=40, suppress_health_check=_PURE)
@given(title=st.text(min_size=1), abstract=st.text(), author=st.text())
@example(title="0", abstract="\x1b", author="")
@example(
    title="x: y", abstract="if $a<b$ then *c* ![x](http://a.b/c_d)\n\n1. one\n> two", author="- a"
)
def test_what_pages_say_comes_back_as_it_shows(
    title: str,
    abstract: str,
    author: str,
    libraries: Callable[[], tuple[ReadingList, ReadingList, Path]],
) -> None:
    one, two, folder = libraries()
    dump = folder.parent / "table.csv"
    dump.write_text(_table(1), encoding="utf-8")
    one.import_sources([dump])
    values = {"title": title, "abstract": abstract, "comment": abstract, "authors": author}
    for name, value in values.items():
        _edit(one, name, value)
    one.sync(folder)
    assert two.sync(folder).problems == ()
    assert one.sync(folder).unchanged == two.sync(folder).unchanged == 1
    [file] = folder.glob("*.md")
    written = file.read_bytes()
    again = folder.parent / "again"
    two.sync(again)
    assert [each.read_bytes() for each in again.glob("*.md")] == [written]


def test_another_library_reads_the_front_matter(
    libraries: Callable[[], tuple[ReadingList, ReadingList, Path]], page: Callable[[int], str]
) -> None:
    one, _, folder = libraries()
    dump = folder.parent / "page.txt"
    dump.write_text(page(3), encoding="utf-8")
    one.import_sources([dump])
    one.tag([1], add=["yes", "2024-01-01"])
    one.write_note(1, "---\ntitle: none\n---\nmine")
    one.sync(folder)
    posts = {post["readlist-id"]: post for post in map(_loaded, folder.glob("*.md"))}
    for paper in one.papers():
        post = posts[paper.key]
        assert (post["title"], post["status"], post["starred"]) == (paper.title, "inbox", False)
        assert tuple(post.get("tags", ())) == paper.tags
        assert post.content.partition("## Notes")[2].strip() == (paper.note or "")


def _table(number: int) -> str:
    """Return a table of so many papers, however few: a page of one may be refused."""
    rows = (f"Study {at} of moss,Ida Varga,{2000 + at}\n" for at in range(1, number + 1))
    return "title,authors,year\n" + "".join(rows)


def _loaded(path: Path) -> Any:
    return frontmatter.load(str(path))


def _edit(library: ReadingList, name: str, value: str) -> None:
    from readlist.errors import UsageError

    try:
        library.edit(1, {name: value})
    except (UsageError, UnicodeEncodeError):
        return


def _shown(library: ReadingList, fields: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return sorted(tuple(getattr(paper, name) for name in fields) for paper in library.papers())
