"""The installed program's exports of real dumps, read by the libraries of other programs.

Runs where READLIST_SEEDS names the folder that holds the dumps.
"""

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import frontmatter
import pybtex.database
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

pytestmark = pytest.mark.skipif("READLIST_SEEDS" not in os.environ, reason="needs READLIST_SEEDS")

Run = Callable[..., str]


@pytest.fixture
def readlist(tmp_path: Path) -> Run:
    """Return what runs the installed program on a library with the dumps, and gives its output."""
    program = str(Path(sys.executable).with_name("readlist"))
    environment = {**os.environ, "READLIST_DB": str(tmp_path / "library.db")}
    environment |= {"XDG_STATE_HOME": str(tmp_path / "state")}

    def run(*words: object) -> str:
        command = [program, *map(str, words)]
        done = subprocess.run(command, capture_output=True, check=True, env=environment)
        return done.stdout.decode()

    run("import", *sorted(Path(os.environ["READLIST_SEEDS"]).glob("*.txt")))
    return run


@pytest.mark.parametrize("format", ["bibtex", "biblatex"])
def test_bibtex_is_read_whole(readlist: Run, format: str) -> None:
    written = readlist("export", "--format", format)
    library = parse_string(written)
    assert (len(library.entries), library.failed_blocks) == (106, [])
    entries = pybtex.database.parse_string(written, "bibtex").entries
    assert list(entries) == [entry.key for entry in library.entries]
    papers = json.loads(readlist("list", "--json"))
    people = [len(paper["authors"]) + paper["more_authors"] for paper in papers]
    assert [len(entry.persons.get("author", ())) for entry in entries.values()] == people


def test_ris_csl_json_and_csv_are_read_whole(readlist: Run) -> None:
    papers = json.loads(readlist("list", "--json"))
    titles = [paper["title"] for paper in papers]
    assert [each["title"] for each in rispy.loads(readlist("export", "--format", "ris"))] == titles
    items = json.loads(readlist("export", "--format", "csl-json"))
    assert [each["title"] for each in items] == titles
    lines = csv.DictReader(StringIO(readlist("export", "--format", "csv"), newline=""))
    assert [line["key"] for line in lines] == [paper["key"] for paper in papers]


def test_markdown_is_read_by_frontmatter_and_pandoc(readlist: Run, tmp_path: Path) -> None:
    papers = {paper["key"]: paper for paper in json.loads(readlist("list", "--json"))}
    readlist("export", "--output", tmp_path / "notes")
    files = sorted((tmp_path / "notes").glob("*.md"))
    assert len(files) == len(papers) == 106
    for file in files:
        post = frontmatter.load(str(file))
        paper = papers[post["readlist-id"]]
        assert (post["title"], post.get("authors", [])) == (paper["title"], paper["authors"])
    before = [file.stat().st_mtime_ns for file in files]
    readlist("export", "--output", tmp_path / "notes")
    assert [file.stat().st_mtime_ns for file in files] == before
    if shutil.which("pandoc"):
        command = ["pandoc", "--from=markdown", "--to=json", *map(str, files[:10])]
        subprocess.run(command, check=True, capture_output=True)


def test_a_library_taken_to_another_is_equal(readlist: Run, tmp_path: Path) -> None:
    readlist("note", 3, "--append", "Mine.")
    readlist("mark", "done", 3)
    exported, again = tmp_path / "all.jsonl", tmp_path / "again.jsonl"
    readlist("export", "--format", "jsonl", "--output", exported)
    readlist("import", exported, "--db", tmp_path / "other.db")
    readlist("export", "--format", "jsonl", "--output", again, "--db", tmp_path / "other.db")
    assert again.read_bytes() == exported.read_bytes()
