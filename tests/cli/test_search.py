"""``readlist search`` and ``readlist similar``, as they are installed and in this process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


@pytest.fixture
def installed(imported: Run, tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return what runs the installed program on a library with twelve papers, its output piped."""
    program = Path(sys.executable).with_name("readlist")

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"READLIST_DB": str(tmp_path / "library.db")}
        return subprocess.run(
            [program, *words], capture_output=True, text=True, env=environment, check=False
        )

    return run


def test_search_as_json(installed: Run) -> None:
    done = installed("search", "of", "sundails", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    data = json.loads(done.stdout)
    assert list(data) == ["query", "corrections", "results"]
    assert data["query"] == "of sundails"
    assert data["corrections"] == [{"from": "sundails", "to": "sundials"}]
    [result] = data["results"]
    assert list(result) == ["id", "title", "score"]
    assert (result["id"], result["title"][:19]) == (7, "Study 7 of sundials")
    assert 0 < result["score"] <= 1


def test_search_for_other_programs_is_tabbed(installed: Run) -> None:
    done = installed("search", "lichens", "--limit", "1")
    assert (done.returncode, done.stderr) == (0, "")
    [line] = done.stdout.splitlines()
    number, score, title = line.split("\t")
    assert number in ("2", "10")
    assert 0 < float(score) <= 1
    assert title.startswith(f"Study {number} of lichens")
    assert installed("search", "lihcens").stdout.count("\n") == 2


def test_similar_as_json_and_tabbed(installed: Run) -> None:
    done = installed("similar", "2", "--json", "--limit", "1")
    data = json.loads(done.stdout)
    assert data["id"] == 2
    [result] = data["results"]
    assert (list(result), result["id"]) == (["id", "title", "score"], 10)
    [line] = installed("similar", "2", "--limit", "1").stdout.splitlines()
    assert line.split("\t") == ["10", f"{result['score']:.3f}", result["title"]]


def test_search_takes_phrases_negated_words_and_filters(imported: Run) -> None:
    imported("mark", "done", "2")
    for words, ids in [
        (['"of lichens"'], [2, 10]),
        (["lichens", "-status:done"], [10]),
        (["study", "-status:inbox"], [2]),
        (["lichens", "-winters"], []),
        (["status:done", "lihcens"], [2]),
    ]:
        data = imported("search", *words, "--json").data
        assert sorted(result["id"] for result in data["results"]) == ids, words


def test_ten_papers_unless_told_otherwise(imported: Run) -> None:
    assert len(imported("search", "study").out.splitlines()) == 10
    assert len(imported("search", "study", "--limit", "11").out.splitlines()) == 11
    assert imported("search", "study", "--limit", "0").out == ""


def test_nothing_found(imported: Run) -> None:
    answer = imported("search", "xylophone")
    assert (answer.code, answer.out) == (0, "")
    assert "nothing found" in answer.err
    answer = imported("search", "xylophone", "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.data == {"query": "xylophone", "corrections": [], "results": []}


@pytest.mark.parametrize("words", [[], [""], ["status:done"], ["-moss"], ["..."]])
def test_nothing_to_search_for_is_wrong_usage(imported: Run, words: list[str]) -> None:
    answer = imported("search", *words)
    assert (answer.code, answer.out) == (2, "")
    assert "nothing to search for" in answer.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["search", "moss", "statsu:done"], "did you mean status:?"),
        (["search", "moss", "is:stared"], "did you mean starred?"),
        (["search", "moss", "--limit", "many"], "not a number: many"),
        (["similar", "one"], "not a paper's number: one"),
        (["similar"], "ID"),
    ],
)
def test_wrong_usage_is_told_in_few_words(imported: Run, words: list[str], said: str) -> None:
    answer = imported(*words)
    assert (answer.code, answer.out) == (2, "")
    assert said in answer.err


def test_similar_to_a_paper_that_is_not_there(imported: Run) -> None:
    answer = imported("similar", "99")
    assert (answer.code, answer.out) == (1, "")
    assert "99" in answer.err


def test_a_terminal_is_told_what_was_corrected(
    imported: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("readlist.cli.commands.search.is_terminal", lambda stream: True)
    monkeypatch.setattr("readlist.cli.commands.search.width", lambda: 40)
    monkeypatch.setattr("readlist.cli.terminal.is_terminal", lambda stream: True)
    answer = imported("search", "sundails")
    first, second = answer.out.splitlines()
    assert "sundails → sundials" in first
    assert "\x1b[1msundials\x1b[" in second


def test_looking_makes_no_library(readlist: Run, tmp_path: Path) -> None:
    assert readlist("search", "moss").code == 0
    assert not (tmp_path / "library.db").exists()
