"""Each command: what it prints, what it changes, and the code it ends with."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

_PAPER_FIELDS = [
    *("id", "key", "title", "title_source", "authors", "more_authors", "abstract", "comment"),
    *("year", "venue", "doi", "arxiv_id", "links", "status", "starred", "tags", "note"),
    *("added_at", "updated_at", "sources"),
]


def test_import_reports_what_it_did(readlist: Run, tmp_path: Path, page: Run) -> None:
    (tmp_path / "a.txt").write_text("Welcome\n\n" + page(3), encoding="utf-8")
    answer = readlist("import", "a.txt", "--json")
    assert answer.code == 0
    assert set(answer.data) == {"import", "sources"}
    [source] = answer.data["sources"]
    assert source | {"skipped": []} == {
        "source": "a.txt",
        "format": "papers-page",
        "found": 3,
        "added": 3,
        "updated": 0,
        "unchanged": 0,
        "skipped": [],
        "error": None,
    }
    [skipped] = source["skipped"]
    assert set(skipped) == {"first_line", "last_line", "text", "reason"}
    assert (skipped["first_line"], skipped["text"]) == (1, "Welcome")


def test_import_twice_adds_nothing(imported: Run) -> None:
    before = imported("list", "--json").data
    answer = imported("import", "twelve.txt", "--json")
    [source] = answer.data["sources"]
    assert (source["found"], source["added"], source["unchanged"]) == (12, 0, 12)
    assert imported("list", "--json").data == before
    assert len(imported("history", "--json").data) == 1


def test_import_goes_on_past_what_cannot_be_imported(
    readlist: Run, tmp_path: Path, page: Run
) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir,\nno papers here.\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (tmp_path / "good.txt").write_text(page(4), encoding="utf-8")
    answer = readlist("import", "absent.txt", "letter.txt", "picture.png", "good.txt")
    assert answer.code == 1
    assert "good.txt: 4 papers found" in answer.out
    lines = answer.err.splitlines()
    assert len(lines) == 3
    for line, name in zip(lines, ("absent.txt", "letter.txt", "picture.png"), strict=True):
        assert line.startswith(f"readlist: {name}: ")
    assert len(readlist("list", "--json").data) == 4


def test_import_of_nothing_but_errors_writes_nothing(readlist: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = readlist("import", "empty", "--json")
    assert answer.code == 1
    assert answer.data["import"] is None
    assert "no files" in answer.data["sources"][0]["error"]
    assert readlist("history", "--json").data == []


def test_import_of_a_folder_status_and_tags(readlist: Run, tmp_path: Path, page: Run) -> None:
    folder = tmp_path / "dumps"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "b.txt").write_text(page(3), encoding="utf-8")
    (folder / ".hidden.txt").write_text("secret", encoding="utf-8")
    answer = readlist("import", folder, "--status", "to-read", "--tag", "Moss", "--json")
    assert [Path(one["source"]).name for one in answer.data["sources"]] == ["b.txt"]
    for paper in readlist("list", "--json").data:
        assert (paper["status"], paper["tags"]) == ("to-read", ["moss"])


def test_import_from_standard_input(
    readlist: Run, page: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page(2).encode())))
    assert readlist("import", "-", "--json").data["sources"][0]["added"] == 2
    assert readlist("list", "source:-", "--json").data[0]["sources"][0]["source"] == "-"


def test_import_dry_run_writes_nothing(readlist: Run, tmp_path: Path, page: Run) -> None:
    (tmp_path / "a.txt").write_text(page(3), encoding="utf-8")
    answer = readlist("import", "--dry-run", "a.txt", "a.txt", "--json")
    assert [one["added"] for one in answer.data["sources"]] == [3, 0]
    assert answer.data["import"] is None
    assert not (tmp_path / "library.db").exists()


def test_import_with_a_format_that_does_not_exist(imported: Run) -> None:
    answer = imported("import", "twelve.txt", "--format", "paper-page")
    assert answer.code == 2
    assert "papers-page" in answer.err


def test_list_as_json_has_every_field(imported: Run) -> None:
    papers = imported("list", "--json").data
    assert [list(paper) for paper in papers] == [_PAPER_FIELDS] * 12
    assert [paper["id"] for paper in papers] == list(range(1, 13))
    assert papers[0]["sources"] == [
        {
            "import": 1,
            "source": "twelve.txt",
            "format": "papers-page",
            "first_line": 1,
            "last_line": 3,
        }
    ]
    assert papers[0]["note"] is None
    assert papers[0]["added_at"].endswith("Z")


def test_list_for_other_programs_is_tabbed(imported: Run) -> None:
    imported("star", 2)
    lines = imported("list", "lichens", "--limit", 1).out.splitlines()
    assert lines == ["2\tinbox\t*\tStudy 2 of lichens and what they leave behind\t"]


def test_list_takes_negated_words_and_filters(imported: Run) -> None:
    imported("mark", "done", 2)
    assert [
        paper["id"] for paper in imported("list", "lichens", "-status:done", "--json").data
    ] == [10]
    assert imported("list", "nothing-like-it", "--json").data == []
    assert imported("list", "nothing-like-it").out == ""


def test_show(imported: Run) -> None:
    imported("note", 3, "--append", "A *fine* paper.")
    data = imported("show", 3, "--json").data
    assert list(data) == _PAPER_FIELDS
    shown = imported("show", 3).out
    for part in (data["title"], "A *fine* paper.", data["key"], "twelve.txt, lines 9-11", "inbox"):
        assert part in shown


def test_mark_star_unstar_and_tag(imported: Run) -> None:
    assert imported("mark", "reading", 1, 2).out == "Marked 2 papers reading\n"
    assert imported("mark", "reading", 1, 2).out == "Nothing to change\n"
    imported("star", 1)
    imported("unstar", 1)
    imported("tag", 1, 2, 1, "+moss", "+Moss", "+graph-theory", "-absent")
    imported("tag", 2, "-moss", "-hello")
    one, two = (imported("show", number, "--json").data for number in (1, 2))
    assert (one["status"], one["starred"], one["tags"]) == (
        "reading",
        False,
        ["graph-theory", "moss"],
    )
    assert two["tags"] == ["graph-theory"]


def test_acts_as_json(imported: Run) -> None:
    act = imported("star", 1, "--json").data
    assert set(act) == {"id", "kind", "summary", "at", "state"}
    assert imported("star", 1, "--json").data is None
    assert imported("undo", "--json").data == act | {"state": "undone"}
    assert imported("redo", "--json").data == act


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("mark", "finished", 1), 2, "finished"),
        (("mark", "done", "one"), 2, "not a paper's number: one"),
        (("mark", "done", 1, 99), 1, "there is no paper 99"),
        (("star", 99), 1, "there is no paper 99"),
        (("tag", 1), 2, "tag needs papers and tags"),
        (("tag", 1, "+two words"), 2, "not a tag"),
        (("show", 99), 1, "there is no paper 99"),
        (("note", 99), 1, "there is no paper 99"),
        (("note", 1, "text"), 2, "standard input"),
        (("edit", 1, "year"), 2, "field=value"),
        (("edit", 1, "yaer=1999"), 2, "did you mean year"),
        (("list", "statsu:done"), 2, "did you mean status:"),
        (("list", "--sort", "colour"), 2, "no such order"),
        (("redo",), 1, "nothing to redo"),
        (("nonsense",), 2, "nonsense"),
        (("star", 1, "--loud"), 2, "--loud"),
        (("list", "--jsn"), 2, "--jsn"),
        (("tag", 1, "+moss", "--jsn"), 2, "--jsn"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    imported: Run, words: tuple[object, ...], code: int, said: str
) -> None:
    before = imported("list", "--json").data
    answer = imported(*words)
    assert answer.code == code
    assert said in answer.err
    assert answer.out == ""
    assert imported("list", "--json").data == before


def test_note(imported: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert imported("note", 4).out == ""
    imported("note", 4, "--append", "First.")
    imported("note", 4, "--append", "Second.")
    assert imported("note", 4).out == "First.\n\nSecond.\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Zürich\r\n---\n".encode())))
    imported("note", 4, "-")
    assert imported("show", 4, "--json").data["note"] == "Zürich\r\n---\n"
    imported("undo")
    assert imported("note", 4).out == "First.\n\nSecond.\n"


def test_note_that_is_not_text_is_refused(imported: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (b"\xff\xfe\xfa", b"a\0b"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        assert imported("note", 4, "-").code == 2
    assert imported("note", 4).out == ""


def _editor(folder: Path, script: str) -> str:
    path = folder / "editor"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def test_note_in_the_users_editor(
    imported: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", _editor(tmp_path, 'printf "\\nEdited." >> "$1"'))
    imported("note", 4, "--append", "Before.")
    assert imported("note", 4, "--edit").code == 0
    assert imported("note", 4).out == "Before.\n\nEdited.\n"
    monkeypatch.setenv("VISUAL", _editor(tmp_path, "exit 3"))
    failed = imported("note", 4, "--edit")
    assert (failed.code, "code 3" in failed.err) == (1, True)
    monkeypatch.setenv("VISUAL", str(tmp_path / "absent"))
    assert imported("note", 4, "--edit").code == 1
    assert imported("note", 4).out == "Before.\n\nEdited.\n"


def test_the_editor_of_the_settings_comes_first(
    imported: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "config.toml"
    monkeypatch.setenv("READLIST_CONFIG", str(config))
    monkeypatch.setenv("VISUAL", str(tmp_path / "absent"))
    assert imported("path", "--json").data["config"] == str(config)
    editor = _editor(tmp_path, 'echo Set. > "$1"')
    config.write_text(f"editor = '{editor}'", encoding="utf-8")
    assert imported("note", 4, "--edit").code == 0
    assert imported("note", 4).out == "Set.\n"
    config.write_text("editr = 'vi'", encoding="utf-8")
    failed = imported("note", 4, "--edit")
    assert failed.code == 2
    assert "no such setting: editr; did you mean editor?" in failed.err


def test_imports_and_history(imported: Run) -> None:
    imported("star", 1)
    imported("undo")
    [record] = imported("imports", "--json").data
    assert (record["import"], record["sources"][0]["added"]) == (1, 12)
    assert "twelve.txt (papers-page): 12 new" in imported("imports").out
    history = imported("history").out.splitlines()
    assert history[0].endswith("(undone)")
    assert history[1].endswith("Imported 12 papers from twelve.txt")


def test_export_to_a_folder_a_file_and_a_stream(imported: Run, tmp_path: Path) -> None:
    imported("note", 1, "--append", "Mine.")
    assert imported("export", "--output", "out").code == 0
    assert len(list((tmp_path / "out").glob("*.md"))) == 12
    again = imported("export", "--output", "out")
    assert "0 written, 12 unchanged" in again.out
    imported("export", "moss", "--single", "--output", "moss.md")
    assert "of moss" in (tmp_path / "moss.md").read_text(encoding="utf-8")
    assert "Mine." in imported("export", "has:note", "--output", "-").out


def test_an_edited_export_is_left_alone(imported: Run, tmp_path: Path) -> None:
    imported("export", "moss", "--output", "out")
    [file] = (tmp_path / "out").glob("*.md")
    edited = file.read_text(encoding="utf-8") + "\nwritten by hand\n"
    file.write_text(edited, encoding="utf-8")
    imported("star", 8)
    answer = imported("export", "moss", "--output", "out")
    assert answer.code == 1
    assert file.name in answer.err
    assert file.read_text(encoding="utf-8") == edited


@pytest.mark.parametrize("format", ["bibtex", "biblatex", "csl-json", "ris", "csv", "jsonl"])
def test_export_in_every_format(
    imported: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    monkeypatch.setattr("readlist.exporting.checksum.exports_file", lambda: tmp_path / "e.json")
    streamed = imported("export", "--format", format)
    assert (streamed.code, streamed.err) == (0, "")
    assert streamed.out.count("winters") == 12
    file = tmp_path / "out"
    assert imported("export", "--format", format, "--output", file).code == 0
    content = file.read_bytes()
    assert content.decode().startswith(streamed.out.rstrip("\n"))
    assert imported("export", "--format", format, "--output", file).code == 0
    assert file.read_bytes() == content
    imported("star", 8)
    file.write_bytes(content + b"mine")
    refused = imported("export", "--format", format, "--output", file)
    assert (refused.code, file.read_bytes()) == (1, content + b"mine")


def test_a_citation_key_does_not_depend_on_what_is_exported(imported: Run) -> None:
    whole = imported("export", "--format", "bibtex").out
    one = imported("export", "moss", "--format", "bibtex").out
    key = one.partition("{")[2].partition(",")[0]
    assert f"{{{key},\n" in whole


def test_papers_are_listed_by_author(imported: Run) -> None:
    imported("edit", 3, "authors=Zoe Abel")
    imported("edit", 5, "authors=Al Zorn")
    listed = imported("list", "--sort", "author", "--json").data
    assert [one["id"] for one in listed[:2]] == [3, 5]
    titles = [one["title"].lower() for one in listed[2:]]  # without authors
    assert titles == sorted(titles)
    newest = imported("list", "--json").data
    assert imported("list", "--sort", "best", "--json").data == newest  # nothing was sought


def test_a_library_goes_into_another_and_is_equal(imported: Run, tmp_path: Path) -> None:
    imported("note", 1, "--append", "Mine.")
    imported("export", "--format", "jsonl", "--output", "all.jsonl")
    answer = imported("--db", "new.db", "import", "all.jsonl", "--json")
    [source] = answer.data["sources"]
    assert (source["format"], source["found"], source["added"]) == ("jsonl", 12, 12)
    mine = imported("list", "--json").data
    assert imported("--db", "new.db", "list", "--json").data == mine
    assert imported("--db", "new.db", "undo").code == 0
    assert imported("--db", "new.db", "list", "--json").data == []


def test_export_by_a_template(imported: Run, tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("{{ title }} is {{ status }}\n", encoding="utf-8")
    assert imported("export", "moss", "--template", "own.md", "--output", "out").code == 0
    [file] = (tmp_path / "out").glob("*.md")
    assert "of moss and what they leave behind is inbox\n" in file.read_text(encoding="utf-8")
    again = imported("export", "moss", "--template", "own.md", "--output", "out")
    assert "0 written, 1 unchanged" in again.out
    assert imported("export", "--template", "own.md", "--format", "csv").code == 2
    assert imported("export", "--template", "nosuch.md").code == 2


def test_path_names_the_places(readlist: Run, tmp_path: Path) -> None:
    places = readlist("path", "--json").data
    assert places["database"] == str(tmp_path / "library.db")
    assert places["log"].endswith(".log")
    assert places["state"].endswith("state.json")
    assert readlist("--db", "x.db", "path", "--json").data["database"] == str(tmp_path / "x.db")
    assert readlist("path", "--db", "x.db", "--json").data["database"] == str(tmp_path / "x.db")


def test_demo_prints_the_samples_where_there_is_no_terminal(readlist: Run, tmp_path: Path) -> None:
    answer = readlist("demo")
    assert answer.code == 0
    assert len(answer.out.splitlines()) >= 30
    assert not (tmp_path / "library.db").exists()


def test_every_command_has_help(readlist: Run) -> None:
    from readlist.cli.commands import COMMANDS

    for name in COMMANDS:
        for flag in ("--help", "-h"):
            answer = readlist(name, flag)
            assert answer.code == 0
            assert f"usage: readlist {name}" in answer.out
    assert readlist("--version").out.startswith("readlist 0.")


def test_text_of_a_dump_never_commands_the_terminal(readlist: Run, tmp_path: Path) -> None:
    hostile = "[/] [bold]x\x1b[31m\x9b2J\u202e of a study in red"
    abstract = "An abstract with \x1b]0;title\x07 in it about what terminals do when they are told."
    (tmp_path / "hostile.csv").write_text(
        f"title,authors,abstract\n{hostile},Ida \x1b[31mVarga,{abstract}\n",
        encoding="utf-8",
    )
    assert readlist("import", "hostile.csv").code == 0
    readlist("note", 1, "--append", "note \x1b[2J")
    shown = "".join(
        readlist(*words).out
        for words in (("list",), ("show", 1), ("list", "--json"), ("history",), ("star", 1))
    )
    assert not set(shown) & {"\x1b", "\x07", "\x9b", "\u202e"}
    assert "[/] [bold]x[31m2J of a study in red" in shown
    assert readlist("show", 1, "--json").data["title"] == hostile


def test_stats(imported: Run) -> None:
    imported("mark", "done", 1, 2)
    imported("tag", 3, "+moss")
    data = imported("stats", "--json").data
    assert data["total"] == 12
    assert data["by_status"]["done"] == 2
    assert data["weeks"][-1]["done"] == 2
    assert data["tags"] == [{"name": "moss", "papers": 1}]
    rows = [line.split("\t") for line in imported("stats").out.splitlines()]
    assert ["status", "inbox", "10"] in rows
    assert ["tag", "moss", "1"] in rows
