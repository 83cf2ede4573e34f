"""The installed program on real dumps: everything comes in, nothing vanishes, all of it goes back.

Runs where READLIST_SEEDS names the folder that holds the dumps.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif("READLIST_SEEDS" not in os.environ, reason="needs READLIST_SEEDS")

Run = Callable[..., Any]


@pytest.fixture
def dumps() -> list[Path]:
    return sorted(Path(os.environ["READLIST_SEEDS"]).glob("*.txt"))


@pytest.fixture
def readlist(tmp_path: Path) -> Run:
    """Return what runs the installed program and gives its JSON."""
    program = Path(sys.executable).with_name("readlist")

    def run(*words: object) -> Any:
        command = [str(program), *map(str, words), "--json", "--db", str(tmp_path / "library.db")]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return run


def _folded(text: str) -> str:
    return " ".join(text.split())


def _blocks(dump: Path) -> list[str]:
    return [block.strip() for block in re.split(r"\n\s*\n", dump.read_text(encoding="utf-8"))]


def test_every_paper_comes_in_and_every_line_is_accounted_for(
    readlist: Run, dumps: list[Path]
) -> None:
    report = readlist("import", *dumps)
    assert [source["found"] for source in report["sources"]] == [10, 76, 20]
    assert [source["added"] for source in report["sources"]] == [10, 76, 20]
    papers = readlist("list")
    assert len(papers) == 106
    for dump, source in zip(dumps, report["sources"], strict=True):
        spans = [
            (place["first_line"], place["last_line"])
            for paper in papers
            for place in paper["sources"]
            if place["source"] == str(dump)
        ]
        spans += [(text["first_line"], text["last_line"]) for text in source["skipped"]]
        covered = [line for first, last in spans for line in range(first, last + 1)]
        lines = dump.read_text(encoding="utf-8").split("\n")
        assert len(covered) == len(set(covered))
        assert {n for n, line in enumerate(lines, 1) if line.strip()} <= set(covered)


def test_the_text_of_the_papers_is_that_of_the_dumps(readlist: Run, dumps: list[Path]) -> None:
    readlist("import", *dumps)
    abstracts, page, authors = (readlist("list", f"source:{dump.name}") for dump in dumps)
    lines = dumps[0].read_text(encoding="utf-8").split("\n")
    assert [paper["abstract"] for paper in abstracts] == [
        line.removeprefix("Abstract:").strip() for line in lines if line
    ]
    assert {paper["title_source"] for paper in abstracts} == {"derived"}

    blocks = _blocks(dumps[1])
    first = next(n for n, block in enumerate(blocks) if len(block) > 300)
    assert [paper["title"] for paper in page] == blocks[first - 1 :: 2]
    assert [paper["abstract"] for paper in page] == blocks[first::2]

    text = dumps[2].read_text(encoding="utf-8")
    assert len(authors) == 20
    comments = re.findall(r"^Authors' comments: (.*(?:\n[a-z].*)?)$", text, re.MULTILINE)
    assert [paper["comment"] for paper in authors if paper["comment"]] == [
        _folded(comment) for comment in comments
    ]
    whole = _folded(text)
    rebuilt = []
    for paper in authors:
        rebuilt.append(", ".join(paper["authors"]) + (" et al." if paper["more_authors"] else ""))
        rebuilt.append(_folded(paper["abstract"]))
        if paper["comment"]:
            rebuilt.append(f"Authors' comments: {paper['comment']}")
    assert " ".join(rebuilt) == whole


def test_a_second_import_adds_nothing_and_the_first_is_undone_and_redone(
    readlist: Run, dumps: list[Path]
) -> None:
    readlist("import", *dumps)
    before = readlist("list")
    again = readlist("import", *dumps)
    assert [source["added"] for source in again["sources"]] == [0, 0, 0]
    assert [source["unchanged"] for source in again["sources"]] == [10, 76, 20]
    assert readlist("list") == before
    readlist("undo")
    assert readlist("list") == []
    readlist("redo")
    assert readlist("list") == before
