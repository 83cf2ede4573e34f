"""Templates of new notes: their fields, and what is wrong with them."""

from datetime import date
from pathlib import Path

import pytest

from readlist import note_template
from readlist.errors import SettingsError
from readlist.note_template import FIELDS, check, read
from readlist.reading_list import ReadingList
from readlist.settings import load


def test_every_field_is_filled(filled: ReadingList) -> None:
    changes = {
        "authors": "Ada Lindqvist; Bo Ek",
        "year": "2021",
        "doi": "10.1000/x",
        "arxiv_id": "2101.00001",
    }
    filled.edit(1, changes)
    paper = filled.paper(1)
    text = note_template.filled("\n".join(f"{{{name}}}" for name in FIELDS), paper)
    told = dict(zip(FIELDS, text.split("\n"), strict=True))
    assert told == {
        "title": "Study 1 of tides and what they leave behind",
        "authors": "Ada Lindqvist, Bo Ek",
        "year": "2021",
        "venue": "",
        "doi": "10.1000/x",
        "arxiv": "2101.00001",
        "link": "https://arxiv.org/abs/2101.00001",
        "date": date.today().isoformat(),
        "key": paper.key,
    }


def test_braces_and_titles_are_not_read_twice(filled: ReadingList) -> None:
    filled.edit(1, {"title": "{year} in \x1b[31m{{braces}}"})
    text = note_template.filled("{{a}} {title} } {", filled.paper(1))
    assert text == "{a} {year} in [31m{{braces}} } {"


@pytest.mark.parametrize(("template", "hint"), [("{titel}", "title"), ("x {} y", "one of title")])
def test_a_field_that_does_not_exist_is_told(template: str, hint: str) -> None:
    with pytest.raises(SettingsError, match="no such field") as error:
        check(template)
    assert hint in error.value.hint


def test_settings_hold_a_template_or_the_path_of_one(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    config.write_text('note_template = "# {title}"')
    assert read(load(config).note_template, tmp_path) == "# {title}"
    (tmp_path / "note.md").write_text("# {title}\nfrom a file")
    config.write_text('note_template = "note.md"')
    assert read(load(config).note_template, tmp_path) == "# {title}\nfrom a file"
    assert read(None, tmp_path) == ""
    with pytest.raises(SettingsError, match=r"missing\.md"):
        read("missing.md", tmp_path)


@pytest.mark.parametrize("value", ["'{titel}'", "3", "['{title}']"])
def test_a_wrong_setting_is_an_error(tmp_path: Path, value: str) -> None:
    config = tmp_path / "config.toml"
    config.write_text(f"note_template = {value}")
    with pytest.raises(SettingsError, match="note_template"):
        load(config)
