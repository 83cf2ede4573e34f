"""Links, quotations, templates, previews and versions of notes, at the keys."""

import asyncio
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from readlist.domain import Paper
from readlist.reading_list import ReadingList
from readlist.settings import Settings

Play = Callable[..., None]
Papers = Callable[[], list[Paper]]

pytestmark = pytest.mark.usefixtures("filled")

QUEUES = "Study 3 of queues and what they leave behind"


def _editor(person: Any) -> str:
    """Return the words below the heading of the note, behind its border."""
    top = next(y for y, line in enumerate(person.lines) if "Note · " in line)
    return " ".join(
        " ".join(line.rpartition("▌")[2] for line in person.lines[top + 1 : -2]).split()
    )


def _is_open(person: Any) -> bool:
    return "Note · " in person.screen


def test_a_link_is_completed_while_it_is_typed(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        await person.type("See [[queues three")
        await person.press(*["backspace"] * 6)
        await person.until(lambda: _editor(person).count("of queues and") == 2)
        await person.press("down", "up", "enter")
        assert _editor(person).count("of queues and") == 1
        await person.type(".")
        await person.press("escape")

    play(session)
    assert (papers()[0].note or "").startswith("See [[Study ")
    assert (papers()[0].note or "").endswith("what they leave behind]].")


def test_escape_leaves_what_is_offered_and_then_the_note(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        await person.type("[[queues")
        await person.until(lambda: "of queues" in _editor(person))
        await person.press("escape")
        assert _editor(person) == "[[queues"
        await person.press("enter", *"x", "escape")
        assert not _is_open(person)

    play(session)
    assert papers()[0].note == "[[queues\nx"


def test_links_are_shown_from_both_sides_and_followed(play: Play, filled: ReadingList) -> None:
    filled.write_note(1, f"See [[{QUEUES}]] and [[nothing at all]].")

    async def session(person: Any) -> None:
        await person.until(lambda: "(no such paper)" in person.pane)
        assert "[[nothing at all]] (no such paper)" in person.pane
        assert f"[[{QUEUES}]] and" in person.pane
        await person.press("L")
        assert person.current == 3
        await person.until("Linked from")
        assert "Linked from Study 1 of tides" in person.pane
        await person.press("L")
        assert person.current == 1

    play(session)


def test_a_link_is_followed_to_a_paper_of_another_view(play: Play, filled: ReadingList) -> None:
    filled.write_note(1, f"[[{QUEUES}]]")
    filled.mark([3], filled.paper(3).status.DONE)

    async def session(person: Any) -> None:
        await person.press("L")
        assert person.current == 3
        assert person.view == "All"

    play(session)


def test_the_link_at_the_cursor_is_followed_from_the_note(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        await person.type(f"to [[{QUEUES}]]")
        await person.press("left", "left", "left", "ctrl+g")
        assert person.current == 3
        assert not _is_open(person)
        await person.press("n")
        await person.type("[[nobody]]")
        await person.press("ctrl+g")
        assert "No paper is called" in person.status

    play(session)
    assert papers()[0].note == f"to [[{QUEUES}]]"


async def _select(person: Any, words: str) -> None:
    """Select words of the paper that stand on one line of the screen, with the mouse."""
    column, line = person.place(words)
    await person.drag((column, line), (column + len(words), line))


def test_what_is_selected_is_quoted(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("quotation_mark")
        assert "Select what to quote" in person.status
        await _select(person, "tides of valley 0")
        await person.press("quotation_mark")
        await person.until(lambda: "> tides of valley 0" in person.pane)
        await person.press("n")
        await _select(person, "winters. We")
        await person.press("quotation_mark")

    play(session)
    note = papers()[0].note or ""
    assert note.startswith("> tides of valley 0\n")
    assert "\n> winters. We\n" in note


def test_lines_selected_with_the_mouse_are_quoted(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.until("More like this")  # nothing is drawn while the mouse is held
        column, line = person.place("The tides of valley")
        await person.drag((column, line), (column + 6, line + 1))
        await person.press("quotation_mark")

    play(session)
    [quote] = (papers()[0].note or "").splitlines()
    abstract = papers()[0].abstract or ""
    assert quote.startswith("> The tides of valley 0")
    assert quote.removeprefix("> ") in abstract


def test_a_new_note_begins_with_the_template(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        assert _editor(person) == "# Study 1 of tides and what they leave behind"
        await person.press("escape", "j", "n", *"mine", "escape")

    play(session, settings=Settings(note_template="# {title}\n\n"))
    assert papers()[0].note is None
    assert papers()[1].note == "# Study 2 of lichens and what they leave behind\n\nmine"


def test_a_template_that_cannot_be_read_is_told(play: Play) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        assert "nowhere.md" in person.status
        assert _editor(person) == ""

    play(session, settings=Settings(note_template="nowhere.md"), size=(200, 50))


@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=["usual", "large"])
def test_the_preview_follows_and_takes_no_keys_for_commands(
    play: Play, papers: Papers, size: tuple[int, int]
) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"*one*")
        await person.press("ctrl+t")
        await person.until(lambda: " one" in person.screen.split("Note · ")[1])
        await person.press(*"dx")  # letters, or nothing where there is only the preview
        await person.press("ctrl+t")
        assert " one" not in person.screen.split("Note · ")[1]
        await person.press(*"!", "escape")

    play(session, size=size)
    assert papers()[0].note == ("*one*!" if size[0] == 80 else "*one*dx!")
    assert papers()[0].status.value == "inbox"


class Browser(webbrowser.BaseBrowser):
    """A browser that notes what it is to open."""

    opened: list[str] = []

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        self.opened.append(url)
        return True


def test_links_of_the_preview_lead_to_papers_and_the_web_only(
    play: Play, filled: ReadingList, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "get", Browser)
    monkeypatch.setattr(Browser, "opened", [])
    note = f"[[{QUEUES}]]\n\n`[[code]]`\n\n[alpha](https://example.org/a)\n\n[beta](mailto:b@example.org)"
    filled.write_note(1, note)

    async def session(person: Any) -> None:
        await person.press("n", "ctrl+t")
        await person.until(lambda: " beta" in person.screen and "mailto" not in person.screen)
        await person.click("alpha")
        await person.until(lambda: Browser.opened == ["https://example.org/a"])
        await person.click("beta")
        assert "Not a link to the web" in person.status
        assert Browser.opened == ["https://example.org/a"]
        await person.click("Study 3 of queues")
        assert "The queues of valley" in person.screen
        await person.press("escape")
        assert person.current == 3

    play(session, size=(80, 24))


def test_a_version_is_restored_and_that_undone(play: Play, filled: ReadingList) -> None:
    for text in ("a first text of some length", "b"):
        filled.write_note(1, text)

    async def session(person: Any) -> None:
        await person.press("H")
        await person.press("j")
        await person.until("+a first text of some length")
        assert "-b" in person.screen
        await person.press("enter")
        await person.until(lambda: filled.paper(1).note == "a first text of some length")
        await person.settle()
        assert "a first text" in person.pane
        await person.press("u")

    play(session)
    assert filled.paper(1).note == "b"


def test_a_note_that_was_never_written_has_no_history(play: Play) -> None:
    async def session(person: Any) -> None:
        before = person.heading
        await person.press("H")
        await person.until("never written")
        await person.press("space", "j", "enter", "q")
        assert person.heading == before

    play(session)


def test_what_is_written_elsewhere_comes_into_the_open_note(
    play: Play, filled: ReadingList, papers: Papers
) -> None:
    filled.write_note(1, "top\n\nbottom")

    async def session(person: Any) -> None:
        await person.press("n")
        filled.write_note(1, "TOP\n\nbottom")
        await person.until(lambda: _editor(person) == "TOP bottom")
        await person.press(*"!", "escape")

    play(session)
    assert papers()[0].note == "TOP\n\nbottom!"


def test_a_note_being_typed_keeps_what_is_written_elsewhere(
    play: Play, filled: ReadingList, papers: Papers
) -> None:
    filled.write_note(1, "line")

    async def session(person: Any) -> None:
        await person.press("n")
        person.burst(*" mine")
        await person.until(lambda: "line mine" in _editor(person))
        filled.write_note(1, "line theirs")
        await person.press("escape")
        assert "both are in it" in person.status

    play(session)
    assert {"line mine", "line theirs"} <= set((papers()[0].note or "").split("\n"))


def test_undoing_reaches_the_open_note(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"gone", "escape", "n")
        assert _editor(person) == "gone"
        await person.click((40, 4))  # the first row of the list
        await person.press("u")
        await person.press("n")
        assert _editor(person) == ""
        await person.press(*"new", "escape")

    play(session)
    assert papers()[0].note == "new"


def test_a_note_that_could_not_be_written_is_written_with_the_next_key(
    play: Play, papers: Papers, full_disk: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"one")
        await person.until("the disk is full")
        await person.until("Note · not saved")
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


def test_typing_without_a_pause_is_saved_too(play: Play, papers: Papers) -> None:
    async def session(person: Any) -> None:
        await person.press("n")
        for _ in range(60):
            person.burst("x")
            await asyncio.sleep(0.2)
            if papers()[0].note:
                break

    play(session)
    assert set(papers()[0].note or "") == {"x"}


def test_in_triage_links_are_completed_and_the_note_is_previewed(
    play: Play, papers: Papers
) -> None:
    async def session(person: Any) -> None:
        await person.press("T", "n")
        await person.type("[[queues 3")
        await person.until("Study 3 of queues")
        await person.press("enter", "ctrl+t")
        await person.until(lambda: "[[" not in person.screen)
        assert QUEUES in person.screen
        await person.press(*"dx", "ctrl+t", "escape", "q")

    play(session, size=(70, 24))
    assert papers()[0].note == f"[[{QUEUES}]]"
    assert {paper.status.value for paper in papers()} == {"inbox"}


def test_a_note_that_cannot_be_written_when_it_is_left_is_kept_aside(
    play: Play, full_disk: Any
) -> None:
    async def session(person: Any) -> None:
        await person.press("n", *"one", "escape")
        await person.until("the disk is full")
        [aside] = full_disk.aside
        assert str(aside) in person.status
        await person.press("n", *" two", "escape", "q")

    play(session, size=(300, 40))
    assert "one" in {Path(path).read_text() for path in full_disk.aside}
