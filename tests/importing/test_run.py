"""Imports as a whole: the same paper again, from elsewhere, after edits, and interrupted."""

import json
import os
import signal
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from readlist.domain import ImportReport, Progress, Status, TitleSource
from readlist.errors import DatabaseError, UsageError
from readlist.importing import writer
from readlist.reading_list import ReadingList

_ABSTRACT = (
    "We propose Lanternfish, a method that finds lost gloves in city parks from the flight of crows. "
    "Crows notice what is new on the ground; we notice the crows. In a winter of trials in four "
    "parks it found 212 gloves, of which 90 found their hands. Maps are at https://example.org/gloves."
)
_REWRITTEN = (
    "Most lost gloves are never found. In this paper we propose to follow crows, which look at all "
    "that is new on the ground. Our experiments in four parks show that the method outperforms dogs: it finds "
    "212 gloves, and we provide a data set of them."
)
_TITLE = "Lanternfish: Finding Lost Gloves by Watching Crows"


def _imports(library: ReadingList, folder: Path, name: str, text: str) -> ImportReport:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    report = library.import_sources([path])
    assert [source.error for source in report.sources] == [None]
    return report


def test_the_same_paper_from_two_dumps_is_one_with_two_sources(
    library: ReadingList, tmp_path: Path
) -> None:
    _imports(library, tmp_path, "a.txt", f"Abstract:{_ABSTRACT}\n")
    derived = library.paper(1)
    assert derived.title_source is TitleSource.DERIVED
    assert derived.title.startswith("Lanternfish")
    library.mark([1], Status.READING)
    library.write_note(1, "mine")
    report = _imports(
        library, tmp_path, "b.txt", f"Ana Ruiz, Bo Ek\n{_ABSTRACT}\nAuthors' comments: 9 pages\n"
    )
    assert (report.added, report.updated) == (0, 1)
    _imports(library, tmp_path, "c.txt", f"new\n\n{_TITLE}\n\n{_ABSTRACT}\n")
    paper = library.paper(1)
    assert (paper.title, paper.title_source) == (_TITLE, TitleSource.DUMP)
    assert (paper.authors, paper.comment) == (("Ana Ruiz", "Bo Ek"), "9 pages")
    assert (paper.status, paper.note) == (Status.READING, "mine")
    assert [Path(source.source).name for source in paper.sources] == ["a.txt", "b.txt", "c.txt"]
    assert paper.key == derived.key
    library.undo()
    assert library.paper(1).title == derived.title


def test_a_title_the_user_wrote_stays(library: ReadingList, tmp_path: Path) -> None:
    _imports(library, tmp_path, "a.txt", f"Abstract:{_ABSTRACT}\n")
    library.edit(1, {"title": "Gloves!", "abstract": "Rewritten."})
    report = _imports(library, tmp_path, "a.txt", f"Abstract:{_ABSTRACT}\n")
    assert (report.added, report.updated, report.unchanged) == (0, 0, 1)
    report = _imports(library, tmp_path, "moved.txt", f"\nAbstract:{_ABSTRACT}\n")
    assert (report.added, report.unchanged) == (0, 1)
    paper = library.paper(1)
    assert (paper.title, paper.title_source) == ("Gloves!", TitleSource.USER)
    assert paper.abstract == "Rewritten."
    assert len(paper.sources) == 2


def test_a_paper_is_known_by_what_it_says_now(library: ReadingList, tmp_path: Path) -> None:
    """Its hashes from before stay, and are no reason to take another paper for it."""
    _imports(library, tmp_path, "a.txt", f"Abstract:{_ABSTRACT}\n")
    library.edit(1, {"abstract": _REWRITTEN})
    report = _imports(library, tmp_path, "b.txt", f"Ana Ruiz, Bo Ek\n{_ABSTRACT}\n")
    assert report.added == 1
    report = _imports(library, tmp_path, "c.txt", f"new\n\n{_TITLE}\n\n{_REWRITTEN}\n")
    assert (report.added, report.updated, library.paper(1).title) == (0, 1, _TITLE)


def test_short_texts_are_never_merged_and_still_known_again(
    library: ReadingList, tmp_path: Path
) -> None:
    text = "Abstract:Withdrawn by its authors.\n" * 3
    assert _imports(library, tmp_path, "a.txt", text).added == 3
    assert _imports(library, tmp_path, "a.txt", text).added == 0
    assert _imports(library, tmp_path, "b.txt", text).added == 3


def test_a_paper_twice_in_one_dump_is_one(library: ReadingList, tmp_path: Path) -> None:
    report = _imports(library, tmp_path, "a.txt", f"Abstract:{_ABSTRACT}\n" * 2)
    assert (report.found, report.added, report.unchanged) == (2, 1, 1)
    assert [(one.first_line, one.last_line) for one in library.paper(1).sources] == [(1, 1), (2, 2)]


def test_all_sources_of_an_import_are_one_act(library: ReadingList, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Abstract:{_ABSTRACT}\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"Abstract:{_ABSTRACT[::-1]}\n", encoding="utf-8")
    report = library.import_sources([tmp_path / "a.txt", tmp_path / "b.txt"])
    assert (report.import_id, report.added) == (1, 2)
    assert [act.summary for act in library.history()] == ["Imported 2 papers from 2 sources"]
    assert {source.import_id for paper in library.papers() for source in paper.sources} == {1}
    library.undo()
    assert library.counts().total == 0
    assert library.imports() == []


def test_progress_is_told_to_the_end(filled: ReadingList, tmp_path: Path) -> None:
    steps: list[Progress] = []
    filled.import_sources([tmp_path / "twelve.txt"], progress=steps.append)
    assert steps[-1].done == steps[-1].total
    assert all(before.done <= after.done for before, after in pairwise(steps))


def test_a_source_that_fails_halfway_leaves_nothing(
    library: ReadingList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "BATCH", 1)
    (tmp_path / "a.txt").write_text(
        f"Abstract:{_ABSTRACT}\nAbstract:{_ABSTRACT[::-1]}\n", encoding="utf-8"
    )
    titles = iter(["First"])

    def fail_later(abstract: str) -> str:
        try:
            return next(titles)
        except StopIteration:
            raise DatabaseError("the disk is full") from None

    with monkeypatch.context() as patch:
        patch.setattr(writer, "derive_title", fail_later)
        report = library.import_sources([tmp_path / "a.txt"])
    assert report.sources[0].error == "the disk is full"
    assert (library.counts().total, library.history(), library.imports()) == (0, [], [])


def test_a_killed_import_leaves_no_half(filled: ReadingList, tmp_path: Path, page: object) -> None:
    """A process is killed in the middle of its transaction; the library opens and is as before."""
    big = tmp_path / "big.txt"
    big.write_text("".join(f"Abstract:{_ABSTRACT} {n}{_OTHER * n}\n" for n in range(400)))
    code = (
        "import sys, time; from readlist.store import imports; from readlist.cli.main import main\n"
        "add = imports.add_papers\n"
        "def slow(*arguments):\n"
        "    ids = add(*arguments); print('added', flush=True); time.sleep(60); return ids\n"
        "imports.add_papers = slow; main(sys.argv[1:], None)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "--db", str(filled.path), "import", str(big)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "added\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with ReadingList.open(filled.path) as library:
        assert library.counts().total == 12
        assert library._database.value("PRAGMA integrity_check") == "ok"
        library.star([1], True)
        assert library.counts().starred == 1


_OTHER = " And so it goes."


def test_two_processes_import_at_once_and_neither_is_lost(tmp_path: Path, page: object) -> None:
    assert callable(page)
    processes = []
    for name, number in (("a", 60), ("b", 90)):
        (tmp_path / name).write_text(page(number).replace("Study", f"Study {name}"))
        command = [sys.executable, "-m", "readlist", "--db", str(tmp_path / "l.db"), "import"]
        processes.append(subprocess.Popen([*command, str(tmp_path / name), "--json"], stdout=-1))
    reports = [json.loads(process.communicate()[0]) for process in processes]
    found = sum(source["found"] for report in reports for source in report["sources"])
    added = sum(source["added"] for report in reports for source in report["sources"])
    with ReadingList.open(tmp_path / "l.db") as library:
        assert library.counts().total == added
    assert found == 150
    assert added >= 90


def test_columns_of_a_table_are_named(library: ReadingList, tmp_path: Path) -> None:
    path = tmp_path / "books.csv"
    path.write_text("What;Who\nBells and Ropes;Ida Varga\nTides;Bo Ek\n", encoding="utf-8")
    assert library.import_sources([path]).sources[0].error
    columns = {"title": "What", "authors": "Who"}
    report = library.import_sources([path], columns=columns)
    assert (report.added, report.sources[0].format) == (2, "csv")
    assert library.paper(1).authors == ("Ida Varga",)
    wrong = library.import_sources([path], columns={"title": "Which"})
    assert "Which" in (wrong.sources[0].error or "")
    with pytest.raises(UsageError, match="there is no field called colour"):
        library.import_sources([path], columns={"colour": "What"})


def test_a_note_that_changed_since_is_kept_when_it_comes_again(
    library: ReadingList, tmp_path: Path
) -> None:
    note = tmp_path / "bells.md"
    text = '---\nreadlist-id: "abcdefgh12"\ntitle: Bells\nstatus: done\n---\n# Bells\n\n## Notes\n\n{}\n'
    note.write_text(text.format("first"), encoding="utf-8")
    assert library.import_sources([note]).added == 1
    note.write_text(text.format("other"), encoding="utf-8")
    assert library.import_sources([note]).updated == 1
    assert library.import_sources([note]).unchanged == 1
    paper = library.paper(1)
    assert (paper.note or "").strip() == "first"
    texts = [library.note_version(1, one.number) for one in library.note_savings(1)]
    assert [(each or "").strip() for each in texts] == ["first", "other"]
    assert len(paper.sources) == 1


def test_a_source_that_breaks_off_is_reported_and_the_others_go_in(
    library: ReadingList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = tmp_path / "good.csv"
    good.write_text("title,authors\nBells,Ida Varga\n", encoding="utf-8")
    report = library.import_sources(["/proc/self/mem", good])
    assert "Input/output error" in (report.sources[0].error or "")
    assert report.added == 1
