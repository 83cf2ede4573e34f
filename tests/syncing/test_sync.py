"""A folder of notes and a library: what one sync does, and what it never does."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Status
from readlist.reading_list import ReadingList
from readlist.syncing import apply
from readlist.syncing.scan import ScannedFile


@pytest.fixture
def desk(make_desk: Callable[..., Any]) -> Any:
    """Three papers, their notes just synced."""
    made = make_desk(papers=3)
    made.library.write_note(1, "One\n\nTwo\n\nThree")
    made.sync()
    return made


def _file(desk: Any, number: int) -> Path:
    paths: list[Path] = desk.files()
    return next(path for path in paths if path.name.startswith(f"Study {number} "))


def _change(path: Path, old: str, new: str) -> None:
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def test_status_star_tags_and_note_come_back(desk: Any) -> None:
    path = _file(desk, 1)
    _change(
        path, 'status: "inbox"\nstarred: false', "status: Done\nstarred: yes\ntags: '#GNN, later'"
    )
    _change(path, "Two", "Two and a half")
    assert desk.sync().taken == (path.name,)
    paper = desk.library.paper(1)
    assert (paper.status, paper.starred, paper.tags) == (Status.DONE, True, ("gnn", "later"))
    assert paper.note == "One\n\nTwo and a half\n\nThree"
    assert paper.finished_at is not None
    assert f'finished: "{paper.finished_at}"' in path.read_text()
    assert "status: Done\n" in path.read_text()


def test_both_sides_of_a_note_are_merged(desk: Any) -> None:
    path = _file(desk, 1)
    _change(path, "Three", "Drei")
    desk.library.write_note(1, "Uno\n\nTwo\n\nThree")
    report = desk.sync()
    assert (report.merged, report.conflicts) == ((path.name,), ())
    assert desk.library.paper(1).note == "Uno\n\nTwo\n\nDrei"
    assert path.read_text().endswith("## Notes\n\nUno\n\nTwo\n\nDrei\n")


def test_both_texts_of_a_conflict_stand_on_both_sides(desk: Any) -> None:
    path = _file(desk, 1)
    _change(path, "Two", "Deux")
    desk.library.write_note(1, "One\n\nZwei\n\nThree")
    [conflict] = desk.sync().conflicts
    assert conflict.fields == ("note",)
    note = desk.library.paper(1).note
    assert "<<<<<<< library\nZwei\n=======\nDeux\n>>>>>>> file" in note
    assert note in path.read_text()
    assert desk.sync().conflicts == ()


def test_two_statuses_stay_until_they_agree(desk: Any) -> None:
    path = _file(desk, 2)
    _change(path, '"inbox"', "reading")
    desk.library.mark([2], Status.DONE)
    for _ in range(3):
        [conflict] = desk.sync().conflicts
        assert conflict.fields == ("status",)
        assert desk.library.paper(2).status is Status.DONE
        assert "status: reading\n" in path.read_text()
    assert 'readlist-conflict: "status: done in the library"' in path.read_text()
    _change(path, "status: reading", "status: done")
    assert desk.sync().conflicts == ()
    assert "readlist-conflict" not in path.read_text()


def test_an_abstract_in_conflict_is_said_to_be_in_the_library(desk: Any) -> None:
    path, abstract = _file(desk, 2), desk.library.paper(2).abstract
    _change(path, abstract[:20], "Otherwise")
    desk.library.edit(2, {"abstract": "Another one."})
    [conflict] = desk.sync().conflicts
    assert conflict.fields == ("abstract",)
    assert 'readlist-conflict: "abstract: another text in the library"' in path.read_text()


def test_a_note_that_is_none_any_more_when_it_is_restored_is_reported(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.folder / "mine.md"
    path.write_text("---\ntitle: Mine\n---\ntext\n")
    desk.sync()
    desk.library.undo()
    read_again = ScannedFile.read_again

    def changed_meanwhile(file: ScannedFile, root: str) -> None:
        path.write_text("no note\n")
        read_again(file, root)

    monkeypatch.setattr(ScannedFile, "read_again", changed_meanwhile)
    assert [one.path for one in desk.sync(restore=True).problems] == ["mine.md"]
    assert path.read_text() == "no note\n"


def test_what_is_not_readlists_stays_as_it_was_written(desk: Any) -> None:
    path = _file(desk, 2)
    _change(path, "---\n", "---\n# mine\ncssclass:   wide   # why\nnested: {a: [1, 2]}\n")
    _change(path, 'status: "inbox"', "status:   inbox   # for now")
    _change(path, "\n## Notes", "\n## Ideas\n\n- [ ] *one*\n\n## Notes")
    desk.library.mark([2], Status.READING)
    desk.library.edit(2, {"title": "Another: title", "year": "2020"})
    desk.library.write_note(2, "new")
    assert desk.sync().written == (path.name,)
    text = path.read_text()
    for own in (
        "---\n# mine\ncssclass:   wide   # why\nnested: {a: [1, 2]}\n",
        'status: "reading"   # for now\n',
        "\n## Ideas\n\n- [ ] *one*\n\n## Notes\n\nnew\n",
        "\n# Another: title\n",
        "year: 2020\n",
    ):
        assert own in text


def test_a_note_is_known_wherever_it_is(desk: Any) -> None:
    path = _file(desk, 3)
    (desk.folder / "deep" / "er").mkdir(parents=True)
    moved = path.rename(desk.folder / "deep" / "er" / "Other.md")
    _change(moved, '"inbox"', "done")
    assert desk.sync().taken == ("deep/er/Other.md",)
    desk.library.star([3], True)
    assert desk.sync().written == ("deep/er/Other.md",)
    assert len(desk.files()) == 3


def test_a_file_without_its_key_is_known_by_its_place(desk: Any) -> None:
    path = _file(desk, 3)
    key = desk.library.paper(3).key
    _change(path, f'readlist-id: "{key}"\n', "")
    _change(path, '"inbox"', "done")
    assert desk.sync().taken == (path.name,)
    assert len(desk.papers()) == 3
    assert key in path.read_text()


def test_a_new_file_with_a_title_becomes_a_paper(desk: Any) -> None:
    path = desk.folder / "mine.md"
    path.write_bytes(
        b"---\ntitle: Mine # really\nyear: 1999\nauthors: [A. B., C. D.]\n---\n\nMy *text*\n"
    )
    (desk.folder / "README.md").write_text("# Not a paper\n")
    assert desk.sync().created == ("mine.md",)
    paper = desk.library.paper(4)
    assert (paper.title, paper.year, paper.authors) == ("Mine", 1999, ("A. B.", "C. D."))
    assert paper.note == "My *text*"
    text = path.read_text()
    assert text.startswith("---\ntitle: Mine # really\n")
    assert text.endswith("\n## Notes\n\nMy *text*\n")
    assert (desk.folder / "README.md").read_text() == "# Not a paper\n"
    assert desk.sync().unchanged == 4


def test_a_deleted_file_is_asked_about(desk: Any) -> None:
    path = _file(desk, 1)
    path.unlink()
    for _ in range(2):
        [missing] = desk.sync().missing
        assert (missing.path, missing.gone) == (path.name, "file")
        assert not path.exists()
    desk.sync(restore=True)
    assert path.read_text().endswith("Three\n")
    path.unlink()
    assert desk.sync(forget=True).missing == ()
    assert desk.sync().missing == ()
    assert not path.exists()
    assert len(desk.papers()) == 3


def test_undo_takes_back_what_files_gave_and_the_files_follow(desk: Any) -> None:
    path = _file(desk, 1)
    _change(path, '"inbox"', "done")
    desk.sync()
    desk.library.undo()
    assert desk.library.paper(1).status is Status.INBOX
    assert desk.sync().written == (path.name,)
    assert 'status: "inbox"' in path.read_text()


def test_a_paper_that_was_undone_is_not_made_again_unasked(desk: Any) -> None:
    path = desk.folder / "mine.md"
    path.write_text("---\ntitle: Mine\n---\ntext\n")
    desk.sync()
    desk.library.undo()
    [missing] = desk.sync().missing
    assert (missing.path, missing.gone) == ("mine.md", "paper")
    assert desk.sync(restore=True).created == ("mine.md",)
    assert [paper.note for paper in desk.papers() if paper.title == "Mine"] == ["text"]


def test_a_dry_run_tells_all_and_writes_nothing(desk: Any) -> None:
    path = _file(desk, 1)
    _change(path, '"inbox"', "done")
    desk.library.star([2], True)
    (desk.folder / "mine.md").write_text("---\ntitle: Mine\n---\ntext\n")
    before = desk.everything()
    report = desk.sync(dry_run=True)
    assert desk.everything() == before
    told = (report.taken, report.created, len(report.written))
    assert told == ((path.name,), ("mine.md",), 1)
    real = desk.sync()
    assert (real.taken, real.created, real.written) == (
        report.taken,
        report.created,
        report.written,
    )


def test_a_dry_run_makes_no_folder(make_desk: Callable[..., Any]) -> None:
    desk = make_desk(papers=2)
    assert len(desk.sync(dry_run=True).written) == 2
    assert not desk.folder.exists()


@pytest.mark.parametrize(
    ("front", "said"),
    [
        pytest.param("title: [x", "not YAML (line 3)", id="unclosed"),
        pytest.param(
            "title: Mine\nstatus: finishd", "no such status: 'finishd'; one of", id="status"
        ),
        pytest.param("title: Mine\ntags: [good, a b]", "not a tag: 'a b'", id="tag"),
        pytest.param("title: Mine\nyear: last", "year is not a year: 'last'", id="year"),
        pytest.param("title: Mine\nstarred: 7", "starred is neither true nor false", id="star"),
        pytest.param("title: Mine\nreadlist-id: ../../x", "readlist-id is not the key", id="key"),
        pytest.param("title: {a: 1}", "title is not text", id="mapping"),
        pytest.param("title: Mine\nstatus: [done]", "status is not text", id="list"),
        pytest.param("title: Mine\nauthors: [[a]]", "authors is not a list of", id="lists"),
        pytest.param("title: Mine\ntags: {a: 1}", "tags is not a list of texts", id="tags"),
        pytest.param("{title: Mine}", "one per line", id="braces"),
        pytest.param("- title", "one per line", id="items"),
        pytest.param("title: Mine\n" + "x" * 300_000, "too long", id="long"),
        pytest.param("title: " + "[" * 60, "nested too deeply", id="deep"),
        pytest.param("title: " + "[" * 200_000, "nested too deeply", id="deepest"),
        pytest.param("title: " + "{a: " * 5_000, "nested too deeply", id="deep-mappings"),
        pytest.param(
            "title:\n" + "".join(" " * n + "-\n" for n in range(1, 400)),
            "nested too deeply",
            id="deep-lines",
        ),
        pytest.param("title: \x07", "not YAML", id="control"),
        pytest.param("title: Mine\n? [a]\n: b", "a key that is not text", id="odd-key"),
    ],
)
def test_one_bad_file_is_told_in_a_line_and_the_rest_goes_on(
    desk: Any, front: str, said: str
) -> None:
    (desk.folder / "bad.md").write_text(f"---\n{front}\n---\ntext\n")
    path = _file(desk, 1)
    _change(path, '"inbox"', "done")
    report = desk.sync()
    [problem] = report.problems
    assert problem.path == "bad.md"
    assert said in problem.message
    assert "\n" not in problem.message
    assert report.taken == (path.name,)


def test_aliases_do_not_expand(desk: Any) -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 40))
    bomb = f"---\ntitle: Mine\nl0: &l0 [x, x]\n{levels}---\ntext\n"
    (desk.folder / "bomb.md").write_text(bomb)
    assert desk.sync().created == ("bomb.md",)
    assert levels in (desk.folder / "bomb.md").read_text()


def test_a_file_that_cannot_be_read_is_not_taken_for_deleted(desk: Any) -> None:
    path = _file(desk, 1)
    good = path.read_bytes()
    path.write_bytes(b"---\ntitle: [\n---\n")
    report = desk.sync(restore=True)
    assert (len(report.problems), report.missing, report.written) == (1, (), ())
    path.write_bytes(b"\xff\xfe" + good)
    assert "UTF-8" in desk.sync().problems[0].message
    path.write_bytes(good)
    assert desk.sync().unchanged == 3


def test_links_out_of_the_folder_and_hidden_folders_are_left_alone(
    desk: Any, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    own = "---\ntitle: Mine\n---\n"
    (outside / "a.md").write_text(own)
    (desk.folder / "link").symlink_to(outside, target_is_directory=True)
    (desk.folder / "b.md").symlink_to(outside / "a.md")
    (desk.folder / ".obsidian").mkdir()
    (desk.folder / ".obsidian" / "c.md").write_text(own)
    report = desk.sync()
    assert (report.created, report.problems) == ((), ())
    assert (outside / "a.md").read_text() == own


def test_a_copy_of_a_note_is_told_and_left_alone(desk: Any) -> None:
    path = _file(desk, 1)
    (desk.folder / "A copy.md").write_bytes(path.read_bytes() + b"more")
    [problem] = desk.sync().problems
    assert (problem.path, path.name in problem.message) == ("A copy.md", True)
    assert "more" not in (desk.library.paper(1).note or "")


def test_a_file_of_windows_keeps_its_line_ends(desk: Any) -> None:
    path = _file(desk, 1)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    report = desk.sync()
    assert (report.taken, report.written, report.problems) == ((), (), ())
    desk.library.tag([1], add=["new"])
    desk.library.write_note(1, "Eins\nZwei")
    desk.sync()
    content = path.read_bytes()
    assert content.count(b"\n") == content.count(b"\r\n")
    assert content.endswith(b"## Notes\r\n\r\nEins\r\nZwei\r\n")
    assert desk.library.paper(1).note == "Eins\nZwei"
    assert desk.sync().unchanged == 3


def test_an_edit_that_leaves_size_and_time_as_they_were_is_seen(desk: Any) -> None:
    path = _file(desk, 1)
    status = path.stat()
    _change(path, "Two", "Owt")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert desk.sync().taken == (path.name,)


def test_a_file_changed_while_it_is_synced_is_not_written_over(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _file(desk, 1)
    desk.library.star([1], True)
    write = apply.write_file

    def late(*arguments: Any) -> Any:
        _change(path, "Two", "Late")
        return write(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(apply, "write_file", late)
        assert "sync again" in desk.sync().problems[0].message
    assert "Late" in path.read_text()
    assert desk.sync().merged == (path.name,)
    assert "Late" in desk.library.paper(1).note
    assert "starred: true" in path.read_text()


def test_an_exported_folder_can_be_synced(make_desk: Callable[..., Any]) -> None:
    desk = make_desk(papers=3)
    desk.library.write_note(1, "ends with a line end\n")
    desk.library.export_folder(desk.folder)
    before = desk.everything()
    report = desk.sync()
    assert (report.unchanged, report.problems, report.conflicts) == (3, (), ())
    assert desk.everything() == before
    desk.library.star([1], True)
    desk.sync()
    assert "readlist-hash" not in _file(desk, 1).read_text()
    assert len(desk.library.export_folder(desk.folder).kept) == 1


def test_one_paper_of_two_machines_keeps_both_notes(make_desk: Callable[..., Any]) -> None:
    one, two = make_desk("one", papers=2), make_desk("two", papers=2)
    one.library.write_note(1, "of one")
    two.library.write_note(1, "of two")
    one.sync()
    two.sync()
    for path in one.files():
        (two.folder / f"One {path.name}").write_bytes(path.read_bytes())
    report = two.sync()
    assert (len(two.papers()), len(report.doubles), report.created) == (2, 2, ())
    note = two.library.paper(1).note
    assert "of one" in note
    assert "of two" in note
    again = two.sync()
    assert (again.written, again.taken, len(again.doubles)) == ((), (), 2)
    for double in again.doubles:
        (two.folder / double.path).unlink()
    last = two.sync()
    assert (last.missing, last.doubles, last.unchanged) == ((), (), 2)
    for path in (*one.files(), *two.files()):
        kept = two.folder / path.name
        (one.folder / path.name).write_bytes(kept.read_bytes()) if kept.exists() else path.unlink()
    one.sync()
    assert one.library.paper(1).note == note


def test_files_at_rest_are_not_read_again(desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    time.sleep(0.1)
    desk.sync()
    monkeypatch.setattr("readlist.syncing.scan.read", None)
    assert desk.sync().unchanged == 3


def test_a_library_nobody_synced_has_no_folder(library: ReadingList, folder: Path) -> None:
    assert library.sync(folder)._replace(folder="") == library.sync(folder)._replace(folder="")
    assert list(folder.iterdir()) == []
