"""``readlist sync`` as it is installed: what it prints, its exit codes, and a kill in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def command(tmp_path: Path) -> Callable[..., list[str]]:
    """Return what makes a command line of the installed program."""
    program = str(Path(sys.executable).with_name("readlist"))
    return lambda *words: [program, "--db", str(tmp_path / "library.db"), *map(str, words)]


@pytest.fixture
def readlist(tmp_path: Path, command: Callable[..., list[str]]) -> Run:
    """Return what runs it."""

    def run(*words: object) -> subprocess.CompletedProcess[str]:
        line = command(*words)
        return subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)

    return run


def test_it_tells_what_it_did(readlist: Run, tmp_path: Path, page: Callable[[int], str]) -> None:
    (tmp_path / "page.txt").write_text(page(3), encoding="utf-8")
    readlist("import", "page.txt")
    dry = readlist("sync", "notes", "--dry-run")
    assert dry.stdout.startswith("notes: 3 written\n  written: Study 1 of tides")
    assert dry.stdout.endswith("dry run: nothing was written\n")
    assert readlist("sync", "notes").stdout == "notes: 3 written\n"
    assert readlist("sync", "notes").stdout == "notes: 3 unchanged\n"
    first, second, _ = sorted((tmp_path / "notes").glob("*.md"))
    first.unlink()
    second.write_text(second.read_text().replace('status: "inbox"', "status: nosuch"))
    done = readlist("sync", "notes", "--json")
    report = json.loads(done.stdout)
    assert report["counts"] == {
        **dict.fromkeys(("written", "taken", "merged", "created", "conflicts", "doubles"), 0),
        **{"missing": 1, "problems": 1, "unchanged": 1},
    }
    assert report["missing"][0]["path"] == first.name
    assert done.returncode == 1
    assert done.stderr == f"readlist: {second.name}: no such status: 'nosuch'; " + (
        "one of inbox, to-read, reading, done, skipped\n"
    )
    told = readlist("sync", "notes", "--restore")
    assert told.stdout == "notes: 1 written, 1 unchanged\n"
    assert readlist("sync", "page.txt").returncode == 1
    assert readlist("sync", "notes", "--restore", "--forget").returncode == 2


def test_a_killed_sync_is_finished_by_the_next(
    readlist: Run, command: Callable[..., list[str]], tmp_path: Path, page: Callable[[int], str]
) -> None:
    (tmp_path / "page.txt").write_text(page(400), encoding="utf-8")
    readlist("import", "page.txt")
    notes = tmp_path / "notes"
    process = subprocess.Popen(command("sync", "notes"), cwd=tmp_path)
    deadline = time.monotonic() + 20
    while len(list(notes.glob("*.md"))) < 10:
        assert time.monotonic() < deadline
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    first = sorted(notes.glob("*.md"))[0]
    first.write_text(first.read_text() + "\nWritten by hand\n")
    readlist("sync", "notes")
    report = json.loads(readlist("sync", "notes", "--json").stdout)
    assert (report["counts"]["unchanged"], report["counts"]["problems"]) == (400, 0)
    assert len(list(notes.glob("*.md"))) == 400
    papers = json.loads(readlist("list", "--json").stdout)
    assert [paper["note"] for paper in papers if paper["note"]] == ["Written by hand"]
