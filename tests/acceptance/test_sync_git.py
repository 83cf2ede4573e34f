"""Two machines share a library by a folder of notes in git: real git, the installed program."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.reading_list import ReadingList
from readlist.syncing.report import SyncReport

_SAME = ("key", "title", "authors", "abstract", "status", "starred", "tags", "note", "added_at")


class Machine:
    """A library and a clone of the notes."""

    def __init__(self, place: Path, origin: Path) -> None:
        place.mkdir()
        self.place, self.notes = place, place / "notes"
        self._environment = {
            name: value for name, value in os.environ.items() if not name.startswith("GIT_")
        } | {
            "READLIST_DB": str(place / "library.db"),
            "XDG_STATE_HOME": str(place),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "HOME": str(place),
            **{f"GIT_{who}_NAME": place.name for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": f"{place.name}@example.org" for who in ("AUTHOR", "COMMITTER")},
        }
        self._run("git", "clone", "--quiet", str(origin), str(self.notes), at=place)

    def readlist(self, *words: object) -> Any:
        program = str(Path(sys.executable).with_name("readlist"))
        return self._run(program, *map(str, words), at=self.place)

    def git(self, *words: str, fails: bool = False) -> str:
        return self._run("git", *words, at=self.notes, fails=fails)

    def sync(self) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.readlist("sync", "notes", "--json"))
        return report

    def save(self) -> None:
        self.sync()
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "notes")

    def papers(self) -> list[dict[str, Any]]:
        found = json.loads(self.readlist("list", "--json"))
        return sorted(({name: each[name] for name in _SAME} for each in found), key=str)

    def _run(self, *command: str, at: Path, fails: bool = False) -> str:
        done = subprocess.run(
            command, cwd=at, env=self._environment, capture_output=True, check=False
        )
        assert (done.returncode != 0) == fails, done.stdout.decode() + done.stderr.decode()
        return done.stdout.decode()


@pytest.fixture
def machines(tmp_path: Path) -> tuple[Machine, Machine]:
    """Two machines with empty libraries, and one place both push to."""
    origin = tmp_path / "origin.git"
    command = ["git", "init", "--quiet", "--bare", "--initial-branch=main", str(origin)]
    subprocess.run(command, check=True)
    return Machine(tmp_path / "desk", origin), Machine(tmp_path / "train", origin)


def test_both_edit_pull_sync_and_are_equal(
    machines: tuple[Machine, Machine], page: Callable[[int], str]
) -> None:
    desk, train = machines
    (desk.place / "page.txt").write_text(page(4), encoding="utf-8")
    desk.readlist("import", "page.txt")
    desk.readlist("note", 1, "--append", "First\n\nSecond\n\nThird")
    desk.save()
    desk.git("push", "--quiet", "origin", "HEAD:main")
    train.git("pull", "--quiet", "origin", "main")
    assert train.sync()["counts"]["created"] == 4
    assert train.papers() == desk.papers()

    desk.readlist("mark", "done", 2)
    desk.readlist("star", 3)
    _write(desk, 1, "First of the desk\n\nSecond\n\nThird")
    desk.save()
    number = {each["title"]: each["id"] for each in json.loads(train.readlist("list", "--json"))}
    first, second, third = (
        next(number[title] for title in number if title.startswith(f"Study {each} "))
        for each in (1, 2, 3)
    )
    train.readlist("tag", second, "+later")
    train.readlist("mark", "reading", third)
    _write(train, first, "First\n\nSecond\n\nThird of the train")
    train.sync()
    moved = next(train.notes.glob("Study 4 *.md"))
    (train.notes / "old").mkdir()
    moved.rename(train.notes / "old" / "Four.md")
    (train.notes / "New.md").write_text("---\ntitle: Written on the train\n---\nMy thoughts.\n")
    train.save()

    desk.git("push", "--quiet", "origin", "HEAD:main")
    train.git("pull", "--quiet", "--no-rebase", "origin", "main", fails=True)
    assert train.sync()["conflicts"] == []
    train.git("add", "--all")
    train.git("commit", "--quiet", "--message", "merged")
    train.git("push", "--quiet", "origin", "HEAD:main")
    desk.git("pull", "--quiet", "--no-rebase", "origin", "main")
    desk.sync()

    assert desk.papers() == train.papers()
    notes = {each["title"][:7]: each for each in desk.papers()}
    assert notes["Study 1"]["note"] == "First of the desk\n\nSecond\n\nThird of the train"
    assert (notes["Study 2"]["status"], notes["Study 2"]["tags"]) == ("done", ["later"])
    assert (notes["Study 3"]["status"], notes["Study 3"]["starred"]) == ("reading", True)
    assert notes["Written"]["note"] == "My thoughts."
    for machine in machines:
        assert machine.sync()["counts"]["unchanged"] == 5
        assert machine.git("status", "--porcelain") == ""


def test_a_paper_both_imported_is_one_paper_on_both(
    machines: tuple[Machine, Machine], page: Callable[[int], str]
) -> None:
    desk, train = machines
    for machine in machines:
        (machine.place / "page.txt").write_text(page(3), encoding="utf-8")
        machine.readlist("import", "page.txt")
        machine.readlist("note", 1, "--append", f"Mine on the {machine.place.name}")
        machine.save()
    desk.git("push", "--quiet", "origin", "HEAD:main")
    train.git(
        *("pull", "--quiet", "--no-rebase", "--allow-unrelated-histories", "origin", "main"),
        fails=True,
    )
    assert _synced(train).problems == ()
    train.git("add", "--all")
    train.git("commit", "--quiet", "--message", "merged")
    train.git("push", "--quiet", "origin", "HEAD:main")
    desk.git("pull", "--quiet", "--no-rebase", "origin", "main")
    _synced(desk)
    assert len(desk.papers()) == len(train.papers()) == 3
    for machine in machines:
        [noted] = [paper for paper in machine.papers() if paper["note"]]
        assert "Mine on the desk" in noted["note"]
        assert "Mine on the train" in noted["note"]
    assert [each["note"] for each in desk.papers() if each["note"]] == [
        each["note"] for each in train.papers() if each["note"]
    ]


def _synced(machine: Machine) -> SyncReport:
    """Sync where a conflict is expected, which the program would tell by its exit code."""
    with ReadingList.open(machine.place / "library.db") as library:
        return library.sync(machine.notes)


def _write(machine: Machine, number: int, text: str) -> None:
    with ReadingList.open(machine.place / "library.db") as library:
        library.write_note(number, text)
