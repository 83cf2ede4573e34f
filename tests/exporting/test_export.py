"""What is on disk afterwards, and that nothing anybody wrote was lost."""

import errno
import io
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

import pytest

from readlist.domain import Paper
from readlist.errors import ExportError
from readlist.exporting.export import ExportResult, export_folder, export_single
from readlist.exporting.writers import markdown

MakePaper = Callable[..., Paper]


def export_list(papers: Iterable[Paper], target: Path | TextIO) -> None:
    """Write the titles of papers as one document with a checksum."""
    pieces = (f"## {paper.title}\n{paper.note}\n" for paper in papers)
    export_single(pieces, target, markdown.LAST_LINE)


def names_in(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def only_file(folder: Path) -> Path:
    [path] = folder.iterdir()
    return path


def test_each_paper_is_a_file_in_a_new_folder(tmp_path: Path, make_paper: MakePaper) -> None:
    papers = iter([make_paper(key="a1", title="One"), make_paper(key="b2", title="Two")])
    result = export_folder(papers, tmp_path / "deep" / "notes")
    assert result == ExportResult(written=2, unchanged=0, kept=())
    assert names_in(tmp_path / "deep" / "notes") == ["One.md", "Two.md"]


def test_a_file_as_it_should_be_is_not_touched(tmp_path: Path, make_paper: MakePaper) -> None:
    export_folder([make_paper()], tmp_path)
    os.utime(only_file(tmp_path), (1000, 1000))
    assert export_folder([make_paper()], tmp_path).unchanged == 1
    assert only_file(tmp_path).stat().st_mtime == 1000


def test_a_change_in_the_library_reaches_its_file(tmp_path: Path, make_paper: MakePaper) -> None:
    export_folder([make_paper(note="first")], tmp_path)
    assert export_folder([make_paper(note="second")], tmp_path).written == 1
    assert only_file(tmp_path).read_text(encoding="utf-8").endswith("## Notes\n\nsecond\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("first", "by hand"),
        ("inbox", "done"),
        ("## Notes\n", "## Notes\n\n"),
        ('readlist-id: "k7f3q"', "readlist-id: k7f3q"),
        ("\n", "\r\n"),
        ("readlist-hash", "other"),
    ],
)
def test_a_file_edited_by_hand_is_left_alone(
    tmp_path: Path, make_paper: MakePaper, old: str, new: str
) -> None:
    export_folder([make_paper(note="first")], tmp_path)
    path = only_file(tmp_path)
    edited = path.read_bytes().replace(old.encode(), new.encode())
    path.write_bytes(edited)
    result = export_folder([make_paper(note="second")], tmp_path)
    assert result == ExportResult(written=0, unchanged=0, kept=(path,))
    assert only_file(tmp_path).read_bytes() == edited


@pytest.mark.parametrize(
    "content",
    [b"my own", b"", b'---\nreadlist-id: "other"\n---\n', b"readlist-id: k7f3q\n", b"\xff\xfe\x00"],
)
def test_a_file_of_somebody_else_keeps_its_name(
    tmp_path: Path, make_paper: MakePaper, content: bytes
) -> None:
    (tmp_path / "TITLE.md").write_bytes(content)
    export_folder([make_paper(title="Title")], tmp_path)
    assert names_in(tmp_path) == ["TITLE.md", "Title (k7f3q).md"]
    assert (tmp_path / "TITLE.md").read_bytes() == content


def test_a_symbolic_link_is_somebody_elses(tmp_path: Path, make_paper: MakePaper) -> None:
    notes, elsewhere = tmp_path / "notes", tmp_path / "elsewhere"
    export_folder([make_paper(title="Title")], elsewhere)
    before = (elsewhere / "Title.md").read_bytes()
    notes.mkdir()
    (notes / "Title.md").symlink_to(elsewhere / "Title.md")
    export_folder([make_paper(title="Title", note="new")], notes)
    assert names_in(notes) == ["Title (k7f3q).md", "Title.md"]
    assert (elsewhere / "Title.md").read_bytes() == before


def test_a_file_renamed_by_hand_keeps_its_name(tmp_path: Path, make_paper: MakePaper) -> None:
    export_folder([make_paper()], tmp_path)
    only_file(tmp_path).rename(tmp_path / "My favourite.md")
    assert export_folder([make_paper(title="New title")], tmp_path).written == 1
    assert names_in(tmp_path) == ["My favourite.md"]


def test_names_do_not_depend_on_the_order(tmp_path: Path, make_paper: MakePaper) -> None:
    papers = [
        *(make_paper(key=key, title="Same") for key in ("a1", "b2", "c3")),
        make_paper(key="d4", title="SAME"),
        make_paper(key="e5", title="Other"),
    ]
    export_folder(papers, tmp_path / "forth")
    export_folder(reversed(papers), tmp_path / "back")
    expected = ["Other.md", "SAME (d4).md", "Same (a1).md", "Same (b2).md", "Same (c3).md"]
    assert names_in(tmp_path / "forth") == names_in(tmp_path / "back") == expected
    for name in expected:
        forth, back = (tmp_path / folder / name for folder in ("forth", "back"))
        assert forth.read_bytes() == back.read_bytes()
    assert export_folder(papers, tmp_path / "back").unchanged == 5


def test_a_hostile_title_stays_in_the_folder(tmp_path: Path, make_paper: MakePaper) -> None:
    titles = ["../../x", "/etc/x", "..", "a/../../b", "C:\\x", "\x00", "~/x"]
    papers = [make_paper(key=f"k{at}", title=title) for at, title in enumerate(titles)]
    assert export_folder(papers, tmp_path / "in" / "here").written == len(titles)
    assert len(names_in(tmp_path / "in" / "here")) == len(titles)
    assert names_in(tmp_path) == ["in"]


def test_a_file_in_the_way_is_said_in_one_line(tmp_path: Path, make_paper: MakePaper) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(ExportError, match=r"^cannot write .*; a file is in the way"):
            export_folder([make_paper()], folder)
    with pytest.raises(ExportError, match="a file is in the way"):
        export_list([make_paper()], tmp_path / "file" / "list.md")
    with pytest.raises(ExportError, match="that is a folder"):
        export_list([make_paper()], tmp_path)


def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, make_paper: MakePaper, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_folder([make_paper()], tmp_path)
    before = only_file(tmp_path).read_bytes()

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ExportError, match="No space left on device; free some space"):
        export_folder([make_paper(note="new")], tmp_path)
    assert only_file(tmp_path).read_bytes() == before


def test_a_file_that_is_replaced_keeps_its_permissions(
    tmp_path: Path, make_paper: MakePaper
) -> None:
    export_folder([make_paper()], tmp_path)
    only_file(tmp_path).chmod(0o600)
    export_folder([make_paper(note="new")], tmp_path)
    assert only_file(tmp_path).stat().st_mode & 0o777 == 0o600


def test_one_file_holds_all(tmp_path: Path, make_paper: MakePaper) -> None:
    path = tmp_path / "new" / "list.md"
    export_list(iter([make_paper(title="One"), make_paper(title="Two")]), path)
    text = path.read_text(encoding="utf-8")
    assert "## One\n" in text
    assert "\n## Two\n" in text
    assert names_in(tmp_path / "new") == ["list.md"]


def test_one_file_is_replaced_while_nobody_edits_it(tmp_path: Path, make_paper: MakePaper) -> None:
    path = tmp_path / "list.md"
    export_list([make_paper(title="One")], path)
    os.utime(path, (1000, 1000))
    export_list([make_paper(title="One")], path)
    assert path.stat().st_mtime == 1000
    export_list([make_paper(title="Two")], path)
    assert "## Two\n" in path.read_text(encoding="utf-8")


def test_one_file_with_somebodys_text_is_refused(tmp_path: Path, make_paper: MakePaper) -> None:
    path = tmp_path / "list.md"
    for content in ("", "mine", "mine\n" * 100):
        path.write_text(content)
        with pytest.raises(ExportError, match="own; choose another file name"):
            export_list([make_paper()], path)
        assert path.read_text() == content
    path.unlink()
    export_list([make_paper()], path)
    edited = path.read_text(encoding="utf-8").replace("None", "Read it!")
    path.write_text(edited, encoding="utf-8")
    with pytest.raises(ExportError, match="own; choose another file name"):
        export_list([make_paper(note="new")], path)
    assert path.read_text(encoding="utf-8") == edited


def test_a_failure_half_way_leaves_no_file(tmp_path: Path, make_paper: MakePaper) -> None:
    def papers() -> Iterator[Paper]:
        yield make_paper()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        export_list(papers(), tmp_path / "list.md")
    assert names_in(tmp_path) == []


def test_a_stream_gets_the_papers_one_by_one(make_paper: MakePaper) -> None:
    stream = io.StringIO()
    seen: list[int] = []

    def papers() -> Iterator[Paper]:
        for title in ("One", "Two", "Three"):
            seen.append(stream.getvalue().count("## "))
            yield make_paper(title=title)

    export_list(papers(), stream)
    assert seen == [0, 1, 2]
    assert stream.getvalue().count("## ") == 3


def test_a_reader_that_left_is_not_an_error_to_explain(make_paper: MakePaper) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with pytest.raises(BrokenPipeError), os.fdopen(writing, "w", buffering=1) as stream:
        export_list([make_paper()], stream)


def test_a_named_pipe_is_written_to_not_replaced(tmp_path: Path, make_paper: MakePaper) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        export_list([make_paper()], pipe)
        assert os.read(reading, 9) == b"## Tallow"
    finally:
        os.close(reading)
    assert pipe.is_fifo()


def test_a_format_without_comments_is_known_by_its_remembered_digest(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    export_single(iter(["one\n"]), path, "")
    os.utime(path, (1000, 1000))
    export_single(iter(["one\n"]), path, "")
    assert path.stat().st_mtime == 1000
    export_single(iter(["two\n"]), path, "")
    assert path.read_text() == "two\n"
    path.write_text("two, and mine\n")
    with pytest.raises(ExportError, match="own; choose another file name"):
        export_single(iter(["three\n"]), path, "")
    assert path.read_text() == "two, and mine\n"


def test_what_cannot_be_remembered_is_exported_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    blocked = tmp_path / "file" / "exports.json"
    monkeypatch.setattr("readlist.exporting.checksum.exports_file", lambda: blocked)
    export_single(iter(["one\n"]), tmp_path / "list.csv", "")
    assert (tmp_path / "list.csv").read_text() == "one\n"


def test_a_file_that_comes_meanwhile_is_not_replaced(tmp_path: Path, make_paper: MakePaper) -> None:
    def papers() -> Iterator[Paper]:
        yield make_paper(title="Title")
        (tmp_path / "Title.md").write_text("mine")

    export_folder(papers(), tmp_path)
    assert names_in(tmp_path) == ["Title (k7f3q).md", "Title.md"]
    assert (tmp_path / "Title.md").read_text() == "mine"


def test_more_files_than_are_written_in_one_go(tmp_path: Path, make_paper: MakePaper) -> None:
    papers = [make_paper(key=f"k{at}", title=f"Paper {at % 1100}") for at in range(1200)]
    assert export_folder(papers, tmp_path).written == len(names_in(tmp_path)) == 1200
    assert export_folder(papers, tmp_path).unchanged == 1200
