"""Everything a person can do is found, run, and undone, under the names and keys it has."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from readlist.domain import Paper, Status
from readlist.reading_list import ReadingList
from readlist.settings import Settings

Play = Callable[..., None]


class Action(NamedTuple):
    """An action as a person knows it: its id in the settings, its keys, what is said of it.

    ``title`` is its name in the palette, if it is there.
    """

    id: str
    keys: str
    help: str
    title: str
    changes: bool

    @property
    def key(self) -> str:
        """Its first key as it is pressed."""
        names = {"esc": "escape", "←": "left", "→": "right", "pgdn": "pagedown", "pgup": "pageup"}
        first = self.keys.split()[0]
        return names.get(first, first.replace("ctrl-", "ctrl+").replace("shift-", "shift+"))


ACTIONS = [
    Action("file.to-read", "t", "Put the paper on the list to read.", "Mark to read", True),
    Action("file.reading", "r", "Mark that you are reading it.", "Mark reading", True),
    Action("file.done", "d", "Mark that you have read it.", "Mark done", True),
    Action("file.skipped", "x", "Put it aside: not for you.", "Mark skipped", True),
    Action("file.inbox", "i", "Put it back into the inbox.", "Mark inbox", True),
    Action("star", "s", "Star it, or remove its star.", "Star", True),
    Action(
        "queue.down",
        "J",
        "In To read: move it, or what is selected, down the queue.",
        "Later in the queue",
        True,
    ),
    Action(
        "queue.up",
        "K",
        "In To read: move it, or what is selected, up the queue.",
        "Sooner in the queue",
        True,
    ),
    Action("undo", "u", "Undo the last change, even an import.", "Undo", False),
    Action("redo", "ctrl-r", "Redo what was undone last.", "Redo", False),
    Action("triage", "T", "Decide on one paper after another, with one key each.", "Triage", False),
    Action("note", "n", "Write a note; it saves itself.", "Note", True),
    Action("note.outside", "E", "Write the note in your own editor.", "Edit outside", False),
    Action(
        "note.history",
        "H",
        "See the versions of the note, and restore one.",
        "Note's history",
        False,
    ),
    Action("quote", '"', "Put what is selected into the note.", "Quote", False),
    Action("follow", "L", "Go to a paper linked in a note: [[Title]].", "Follow link", False),
    Action("note.preview", "ctrl-t", "While writing: show the note as it reads.", "", False),
    Action("note.follow", "ctrl-g", "While writing: go to the paper linked here.", "", False),
    Action("note.editor", "ctrl-o", "While writing: go on in your own editor.", "", False),
    Action("tag", "#", "Add tags, or remove with a minus.", "Tag", True),
    Action("edit", "e", "Correct the title and other fields.", "Edit", True),
    Action("copy", "y", "Copy the citation.", "Copy citation", False),
    Action("copy_bibtex", "Y", "Copy the BibTeX entry.", "Copy BibTeX", False),
    Action("open_link", "o", "Open a link in the browser.", "Open link", False),
    Action("select", "space", "Select the paper, or deselect it.", "Select", False),
    Action("select_range", "V", "Select from here to the cursor.", "Select a range", False),
    Action("select_all", "*", "Select all papers, or none.", "Select all", False),
    Action("move.down", "j down", "Go to the next paper.", "", False),
    Action("move.up", "k up", "Go to the previous paper.", "", False),
    Action("move.first", "g home", "Go to the first paper.", "", False),
    Action("move.last", "G end", "Go to the last paper.", "", False),
    Action("move.half_down", "ctrl-d", "Go down half a page.", "", False),
    Action("move.half_up", "ctrl-u", "Go up half a page.", "", False),
    Action("move.page_down", "pgdn ctrl-f", "Go down a page.", "", False),
    Action("move.page_up", "pgup ctrl-b", "Go up a page.", "", False),
    Action("open", "enter", "Go to the paper.", "", False),
    Action("back", "esc", "Leave the note, search or selection.", "", False),
    Action("pane.next", "tab l right", "Go to the pane on the right.", "", False),
    Action("pane.previous", "shift-tab h left", "Go to the pane on the left.", "", False),
    Action("search", "/", "Show the papers that match.", "Search", False),
    Action(
        "search.complete", "tab", "While searching: complete the filter or the name.", "", False
    ),
    Action(
        "search.complete_back",
        "shift-tab",
        "While searching: go back to the previous completion.",
        "",
        False,
    ),
    Action(
        "search.save", "ctrl-s", "Keep this search as a view of your own.", "Save the search", False
    ),
    Action(
        "search.rename",
        "R",
        "Give the saved search another name.",
        "Rename the saved search",
        False,
    ),
    Action("search.delete", "D", "Forget the saved search.", "Delete the saved search", False),
    Action("alike", "m", "Show the papers most like this one.", "More like this", False),
    Action("sort", "O", "Choose the order; each view keeps its own.", "Order", False),
    Action("view.1", "1", "Show the view Inbox.", "View: Inbox", False),
    Action("view.2", "2", "Show the view To read.", "View: To read", False),
    Action("view.3", "3", "Show the view Reading.", "View: Reading", False),
    Action("view.4", "4", "Show the view Done.", "View: Done", False),
    Action("view.5", "5", "Show the view Skipped.", "View: Skipped", False),
    Action("view.6", "6", "Show the view Starred.", "View: Starred", False),
    Action("view.7", "7", "Show the view All.", "View: All", False),
    Action("import", "I", "Bring in files or folders of papers.", "Import", True),
    Action(
        "sample", "S", "Bring in three small files of invented papers.", "Open the sample", True
    ),
    Action(
        "export", "w", "Write what is selected or listed as Markdown files.", "Write out", False
    ),
    Action("stats", "%", "Show how the library is doing, in charts.", "Statistics", False),
    Action("density", "z", "Show papers on one line or on two.", "Row height", False),
    Action("list.less", "<", "Give the paper more room.", "Smaller list", False),
    Action("list.more", ">", "Give the list more room.", "Larger list", False),
    Action("help", "?", "Show every key.", "Keys", False),
    Action("palette", "ctrl-p", "Find an action by its name.", "", False),
    Action("quit", "q", "Quit; everything is saved. From anywhere: ctrl-q.", "", False),
]

#: What else must be typed for an action that changes the library to do so.
ANSWERS = {
    "note": [*"words", "escape"],
    "tag": [*"sea", "enter"],
    "edit": [*" again", "enter"],
}

#: Where an action changes something, if not in the view of all papers.
BEFORE = {"queue.down": "2", "queue.up": "2j"}

#: Change the library, but only back to what it was or is to be.
TAKES_BACK = {"undo", "redo"}


def _state(library: ReadingList) -> tuple[list[Paper], list[int]]:
    return list(library.papers()), library.ids(sort="queue")


def test_every_action_is_documented() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    [line] = [line for line in readme.splitlines() if line.startswith("The actions: ")]
    assert re.findall(r"`(.+?)`", line) == [action.id for action in ACTIONS]


def test_every_action_can_have_its_keys_set(play: Play, filled: ReadingList) -> None:
    own = {"back", "search.complete"}  # which work while letters are typed

    async def session(person: Any) -> None:
        assert not person.status.startswith("Error")
        await person.press("?")
        assert "Go to the next paper." in person.screen

    play(
        session,
        settings=Settings(keys={one.id: (one.key,) for one in ACTIONS if one.id not in own}),
    )


@pytest.mark.parametrize("action", [one for one in ACTIONS if one.changes], ids=lambda one: one.id)
def test_what_changes_the_library_can_be_undone(
    play: Play,
    filled: ReadingList,
    action: Action,
    tmp_path: Path,
    page: Callable[[int], str],
) -> None:
    (tmp_path / "more.txt").write_text(page(15), encoding="utf-8")
    answers = {**ANSWERS, "import": [*str(tmp_path / "more.txt"), "enter"]}
    if action.id == "file.inbox":
        filled.mark([1], Status.DONE)
    if action.id.startswith("queue."):
        filled.mark([1, 2, 3], Status.TO_READ)
    before = _state(filled)
    acts = len(filled.history())

    async def session(person: Any) -> None:
        await person.press(*BEFORE.get(action.id, "7"), action.key, *answers.get(action.id, []))
        assert len(filled.history()) == acts + 1
        assert _state(filled) != before
        if action.id == "import":
            await person.press("escape")
        await person.press("u")

    play(session)
    assert _state(filled) == before


_HARMLESS = [one for one in ACTIONS if not one.changes and one.id not in {*TAKES_BACK, "quit"}]


@pytest.mark.parametrize(
    "actions", [_HARMLESS[start::4] for start in range(4)], ids=["1", "2", "3", "4"]
)
def test_what_is_no_change_changes_nothing(
    play: Play, filled: ReadingList, actions: Sequence[Action]
) -> None:
    before, acts = _state(filled), len(filled.history())

    async def session(person: Any) -> None:
        for action in actions:
            await person.press("7", action.key, "escape", "escape", "escape")
            assert _state(filled) == before, action.id
            assert len(filled.history()) == acts, action.id

    play(session)


def test_palette_offers_what_it_says(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        await person.press("ctrl+p")
        await person.until("Write out")
        lines = [f"{line}  " for line in person.lines]
        offered = {
            (before.strip(), line.strip())
            for before, line in pairwise(line.strip("▏ ").split("  ")[0] for line in lines)
        }
        for action in ACTIONS:
            if action.title:
                assert (action.title, f"{action.help} · {action.keys}") in offered
            else:
                assert not any(line.startswith(f"{action.help} · ") for _, line in offered)
        assert ("Theme", "Change the current theme") in offered
        await person.press("escape")

    play(session, size=(80, 250))


def test_help_shows_every_action(play: Play, filled: ReadingList) -> None:
    async def session(person: Any) -> None:
        heading = person.heading
        await person.press("?")
        for action in ACTIONS:
            [line] = [one for one in person.dialog if one.endswith(action.help)]
            assert line.startswith(action.keys)
        await person.press("?")
        assert not person.dialog
        assert person.heading == heading

    play(session, size=(110, 140))
