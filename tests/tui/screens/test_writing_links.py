"""Links, quotations, templates, previews and versions of notes, at the keys."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Offset
from textual.selection import Selection
from textual.widgets import OptionList

from readlist.domain import Paper
from readlist.reading_list import ReadingList
from readlist.settings import Settings
from readlist.tui.drafting import stretch
from readlist.tui.widgets.note_editor import NoteEditor

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")

QUEUES = "Study 3 of queues and what they leave behind"


def _pane(person: Any) -> str:
    return str(person.main.parts.paper.text.plain)


def test_a_link_is_completed_while_it_is_typed(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        await person.type("See [[queues three")
        await person.press(*["backspace"] * 6)
        choices = person.app.query_one("#note-choices", OptionList)
        assert choices.display
        assert choices.option_count == 2
        await person.press("down", "up", "enter")
        assert not choices.display
        await person.type(".")
        await person.press("escape")

    play(session)
    assert (papers()[0].note or "").startswith("See [[Study ")
    assert (papers()[0].note or "").endswith("what they leave behind]].")


def test_escape_leaves_what_is_offered_and_then_the_note(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        await person.type("[[queues")
        await person.press("escape")
        assert person.main.writing.is_open
        assert not person.app.query_one("#note-choices").display
        await person.press("enter", *"x", "escape")
        assert not person.main.writing.is_open

    play(session)
    assert papers()[0].note == "[[queues\nx"


def test_links_are_shown_from_both_sides_and_followed(play: Play, filled: ReadingList) -> None:
    filled.write_note(1, f"See [[{QUEUES}]] and [[nothing at all]].")

    async def session(person: Any) -> None:
        assert "[[nothing at all]] (no such paper)" in _pane(person)
        assert f"[[{QUEUES}]] and" in _pane(person)
        await person.press("L")
        assert person.main.parts.papers.listing.current == 3
        assert "Linked from\nStudy 1 of tides" in _pane(person)
        await person.press("L")
        assert person.main.parts.papers.listing.current == 1

    play(session)


def test_a_link_is_followed_to_a_paper_of_another_view(play: Play, filled: ReadingList) -> None:
    filled.write_note(1, f"[[{QUEUES}]]")
    filled.mark([3], filled.paper(3).status.DONE)

    async def session(person: Any) -> None:
        await person.press("L")
        assert person.main.parts.papers.listing.current == 3
        assert person.main.browsing.view.label == "All"

    play(session)


def test_the_link_at_the_cursor_is_followed_from_the_note(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        await person.type(f"to [[{QUEUES}]]")
        await person.press("left", "left", "left", "ctrl+g")
        assert person.main.parts.papers.listing.current == 3
        assert not person.main.writing.is_open
        await person.press("n")
        await person.type("[[nobody]]")
        await person.press("ctrl+g")
        assert "No paper is called" in person.status

    play(session)
    assert papers()[0].note == f"to [[{QUEUES}]]"


def _select(person: Any, words: str) -> None:
    """Select words of the abstract that stand on one line of the screen."""
    pane = person.main.parts.paper
    lines = pane.text.plain.splitlines()
    y = next(number for number, line in enumerate(lines) if words in line)
    x = lines[y].index(words)
    person.app.screen.selections = {
        pane: Selection(Offset(x, y), Offset(x + len(words), y)),
    }


def test_what_is_selected_is_quoted(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("quotation_mark")
        assert "Select what to quote" in person.status
        _select(person, "tides of valley 0")
        await person.press("quotation_mark")
        assert "> tides of valley 0" in _pane(person)
        await person.press("n")
        _select(person, "counted over 2")
        person.main.show_pane("paper")
        await person.press("quotation_mark")

    play(session)
    note = papers()[0].note or ""
    assert note.startswith("> tides of valley 0\n")
    assert "\n> counted over 2\n" in note


def test_lines_selected_with_the_mouse_are_quoted(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        pane, pilot = person.main.parts.paper, person.pilot
        drawn = [pane.render_line(y).text for y in range(12)]
        top = next(y for y, line in enumerate(drawn) if "The tides of valley" in line)
        left = drawn[top].index("The tides")
        gap = pane.gutter.top, pane.gutter.left
        await pilot.mouse_down("#paper", offset=(gap[1] + left, gap[0] + top))
        await pilot.hover("#paper", offset=(gap[1] + left + 6, gap[0] + top + 1))
        await pilot.mouse_up("#paper", offset=(gap[1] + left + 6, gap[0] + top + 1))
        await person.settle()
        await person.press("quotation_mark")

    play(session)
    [quote] = (papers()[0].note or "").splitlines()
    abstract = papers()[0].abstract or ""
    assert quote.startswith("> The tides of valley 0")
    assert quote.removeprefix("> ") in abstract


def test_a_new_note_begins_with_the_template(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        assert person.app.focused.text == "# Study 1 of tides and what they leave behind\n\n"
        await person.press("escape", "j", "n", *"mine", "escape")

    play(session, settings=Settings(note_template="# {title}\n\n"))
    assert papers()[0].note is None
    assert papers()[1].note == "# Study 2 of lichens and what they leave behind\n\nmine"


def test_a_template_that_cannot_be_read_is_told(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        assert "nowhere.md" in person.status
        assert person.app.focused.text == ""

    play(session, settings=Settings(note_template="nowhere.md"))


@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=str)
def test_the_preview_follows_and_takes_no_keys_for_commands(
    play: Play, papers: Papers, size: tuple[int, int]
) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"*one*")
        await person.press("ctrl+t")
        assert person.app.query_one("#note-preview").display
        await person.press(*"dx")  # letters, or nothing where there is only the preview
        await person.press("ctrl+t")
        assert not person.app.query_one("#note-preview").display
        await person.press(*"!", "escape")

    play(session, size=size)
    assert papers()[0].note == ("*one*!" if size[0] == 80 else "*one*dx!")
    assert papers()[0].status.value == "inbox"


def test_links_of_the_preview_lead_to_papers_and_the_web_only(
    play: Play, filled: ReadingList, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    async def opens(url: str) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr("readlist.tui.screens.asking.open_in_browser", opens)
    note = f"[[{QUEUES}]] `[[code]]` [a](https://example.org/a) [b](mailto:b@example.org)"
    filled.write_note(1, note)

    async def session(person: Any) -> None:
        from textual.widgets import Markdown

        await person.press("n", "ctrl+t")
        preview = person.app.query_one(Markdown)
        for href in ("https://example.org/a", "mailto:b@example.org"):
            preview.post_message(Markdown.LinkClicked(preview, href))
            await person.settle()
        assert opened == ["https://example.org/a"]
        assert "Not a link to the web" in person.status
        preview.post_message(Markdown.LinkClicked(preview, f"paper:{QUEUES}"))
        await person.settle()
        assert person.main.parts.papers.listing.current == 3

    play(session)


def test_a_version_is_restored_and_that_undone(play: Play, filled: ReadingList) -> None:
    for text in ("a first text of some length", "b"):
        filled.write_note(1, text)

    async def session(person: Any) -> None:
        await person.press("H")
        await person.pilot.pause(0.3)
        await person.press("j")
        await person.pilot.pause(0.3)
        shown = str(person.app.screen.query_one("#history-text").render())
        assert "-b" in shown
        assert "+a first text of some length" in shown
        await person.press("enter")
        assert filled.paper(1).note == "a first text of some length"
        assert "a first text" in _pane(person)
        await person.press("u")

    play(session)
    assert filled.paper(1).note == "b"


def test_a_note_that_was_never_written_has_no_history(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("H")
        await person.pilot.pause(0.3)
        assert "never written" in str(person.app.screen.query_one("#history-text").render())
        await person.press("space", "j", "enter", "q")
        assert person.app.screen is person.main

    play(session)


def test_what_is_written_elsewhere_comes_into_the_open_note(
    play: Play, filled: ReadingList, papers: Papers
) -> None:
    filled.write_note(1, "top\n\nbottom")

    async def session(person: Any) -> None:
        await person.press("n")
        filled.write_note(1, "TOP\n\nbottom")
        await person.pilot.pause(1.0)
        await person.settle()
        assert person.app.focused.text == "TOP\n\nbottom"
        await person.press(*"!", "escape")

    play(session)
    assert papers()[0].note == "TOP\n\nbottom!"


def test_a_note_being_typed_keeps_what_is_written_elsewhere(
    play: Play, filled: ReadingList, papers: Papers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NoteEditor, "PAUSE", 60)
    filled.write_note(1, "line")

    async def session(person: Any) -> None:
        await person.press("n", *" mine")
        filled.write_note(1, "line theirs")
        await person.press("escape")
        assert "both are in it" in person.status

    play(session)
    assert {"line mine", "line theirs"} <= set((papers()[0].note or "").split("\n"))


def test_undoing_reaches_the_open_note(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"gone", "escape", "n")
        person.main.show_pane("list")
        await person.press("u")
        await person.press("n")
        assert person.app.focused.text == ""
        await person.press(*"new", "escape")

    play(session)
    assert papers()[0].note == "new"


def test_a_note_that_could_not_be_written_is_written_with_the_next_key(
    play: Play, papers: Papers, full_disk: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"one")
        await person.pilot.pause(0.9)
        await person.settle()
        assert "the disk is full" in person.status
        assert "not saved" in str(person.main.query_one("#note-heading").render())
        full_disk.make_room()
        await person.press(*" two", "escape")

    play(session)
    assert papers()[0].note == "one two"


def test_it_cannot_leave_a_terminal_that_is_none(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("E")
        assert "cannot be left" in person.status

    play(session)
    assert papers()[0].note is None


@pytest.mark.parametrize(
    ("before", "after"),
    [("", ""), ("abc", "abc"), ("abc", "aXc"), ("aa", "aaa"), ("aaa", "aa"), ("x", ""), ("", "x")],
)
def test_one_stretch_makes_one_text_the_other(before: str, after: str) -> None:
    start, end, new = stretch(before, after)
    assert before[:start] + new + before[end:] == after


def test_typing_without_a_pause_is_saved_too(
    play: Play, papers: Papers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(NoteEditor, "PAUSE", 60)
    monkeypatch.setattr(NoteEditor, "LONGEST", 0.3)

    async def session(person: Any) -> None:
        await person.press("n", *"typing")
        await person.pilot.pause(0.5)
        await person.settle()
        assert papers()[0].note == "typing"

    play(session)


def test_in_triage_links_are_completed_and_the_note_is_previewed(
    play: Play, papers: Papers
) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "n")
        await person.type("[[queues 3")
        await person.press("enter", "ctrl+t")
        assert person.app.screen.query_one("#note-preview").display
        await person.press(*"dx", "ctrl+t", "escape", "q")

    play(session, size=(70, 24))
    assert papers()[0].note == f"[[{QUEUES}]]"
    assert {paper.status.value for paper in papers()} == {"inbox"}


def test_a_note_that_cannot_be_written_when_it_is_left_is_kept_aside(
    play: Play, full_disk: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"one", "escape")
        await person.settle()
        [aside] = full_disk.aside
        assert str(aside) in person.status
        await person.press("n", *" two", "escape", "q")

    play(session)
    assert "one" in {path.read_text() for path in full_disk.aside}
