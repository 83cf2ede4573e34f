"""Everything a person can do here, in one table.

The bindings, the line of keys, the ``?`` sheet and the command palette are all
made from it. An action runs the method ``action_…`` that its ``run`` names, of
the main screen unless it begins with ``app.``.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from textual.binding import Binding


class Group(StrEnum):
    """The headings of the ``?`` sheet, in its order."""

    FILE = "File"
    WRITE = "Write"
    SELECT = "Select"
    MOVE = "Move"
    FIND = "Find"
    LIBRARY = "Library"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person can do.

    ``keys`` are Textual's names of keys. ``label`` is for the line of keys and
    the palette, ``help`` is a sentence. ``hint`` is the rank in the line of
    keys, from 1; 0 is not there. ``changes`` says whether it changes the
    library, and so can be undone. One with ``where`` has its keys only there,
    in the ``search`` bar.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    group: Group
    run: str
    changes: bool = False
    hint: int = 0
    in_palette: bool = True
    where: str = ""

    @property
    def title(self) -> str:
        """What the palette calls it."""
        group, _, status = self.id.partition(".")
        name = f"mark {status.replace('-', ' ')}" if group == "file" else self.label
        return name[0].upper() + name[1:]

    def binding(self) -> Binding:
        """Return the binding. It is looked at before the focused widget sees the key."""
        return Binding(
            ",".join(self.keys),
            self.run,
            self.label,
            tooltip=self.help,
            id=self.id,
            priority=True,
            show=bool(self.hint),
        )


def _file(status: str, key: str, label: str, help: str, hint: int) -> Action:
    run = f"file('{status}')"
    return Action(f"file.{status}", (key,), label, help, Group.FILE, run, True, hint)


def _move(id: str, keys: tuple[str, ...], label: str, help: str) -> Action:
    return Action(f"move.{id}", keys, label, help, Group.MOVE, f"move('{id}')", in_palette=False)


ACTIONS = (
    _file("to-read", "t", "to read", "Put the paper on the list to read.", 1),
    _file("reading", "r", "reading", "Mark that you are reading it.", 2),
    _file("done", "d", "done", "Mark that you have read it.", 3),
    _file("skipped", "x", "skip", "Put it aside: not for you.", 4),
    _file("inbox", "i", "inbox", "Put it back into the inbox.", 0),
    Action(
        "star", ("s",), "star", "Star it, or remove its star.",
        Group.FILE, "star", True, 5,
    ),
    Action(
        "queue.down", ("J",), "later in the queue",
        "In To read: move it, or what is selected, down the queue.",
        Group.FILE, "queue(1)", True,
    ),
    Action(
        "queue.up", ("K",), "sooner in the queue",
        "In To read: move it, or what is selected, up the queue.",
        Group.FILE, "queue(-1)", True,
    ),
    Action(
        "undo", ("u",), "undo", "Undo the last change, even an import.",
        Group.FILE, "undo", hint=8,
    ),
    Action(
        "redo", ("ctrl+r",), "redo", "Redo what was undone last.", Group.FILE, "redo"
    ),
    Action(
        "triage", ("T",), "triage", "Decide on one paper after another, with one key each.",
        Group.FILE, "go_to('triage')", hint=10,
    ),
    Action(
        "note", ("n",), "note", "Write a note; it saves itself.",
        Group.WRITE, "write_note", True, 6,
    ),
    Action(
        "note.outside", ("E",), "edit outside", "Write the note in your own editor.",
        Group.WRITE, "edit_outside",
    ),
    Action(
        "note.history", ("H",), "note's history", "See the versions of the note, and restore one.",
        Group.WRITE, "go_to('note_history')",
    ),
    Action(
        "quote", ("quotation_mark",), "quote", "Put what is selected into the note.",
        Group.WRITE, "quote",
    ),
    Action(
        "follow", ("L",), "follow link", "Go to a paper linked in a note: [[Title]].",
        Group.WRITE, "follow",
    ),
    Action(
        "note.preview", ("ctrl+t",), "preview", "While writing: show the note as it reads.",
        Group.WRITE, "in_note('preview')", in_palette=False,
    ),
    Action(
        "note.follow", ("ctrl+g",), "follow", "While writing: go to the paper linked here.",
        Group.WRITE, "in_note('follow')", in_palette=False,
    ),
    Action(
        "note.editor", ("ctrl+o",), "your editor", "While writing: go on in your own editor.",
        Group.WRITE, "in_note('outside')", in_palette=False,
    ),
    Action(
        "tag", ("number_sign",), "tag", "Add tags, or remove with a minus.",
        Group.WRITE, "tag", True,
    ),
    Action(
        "edit", ("e",), "edit", "Correct the title and other fields.",
        Group.WRITE, "edit", True,
    ),
    Action("copy", ("y",), "copy citation", "Copy the citation.", Group.WRITE, "copy"),
    Action(
        "open_link", ("o",), "open link", "Open a link in the browser.",
        Group.WRITE, "open_link",
    ),
    Action(
        "select", ("space",), "select", "Select the paper, or deselect it.", Group.SELECT, "select"
    ),
    Action(
        "select_range", ("V",), "select a range", "Select from here to the cursor.",
        Group.SELECT, "select_range",
    ),
    Action(
        "select_all", ("asterisk",), "select all", "Select all papers, or none.",
        Group.SELECT, "select_all",
    ),
    _move("down", ("j", "down"), "down", "Go to the next paper."),
    _move("up", ("k", "up"), "up", "Go to the previous paper."),
    _move("first", ("g", "home"), "first", "Go to the first paper."),
    _move("last", ("G", "end"), "last", "Go to the last paper."),
    _move("half_down", ("ctrl+d",), "half a page down", "Go down half a page."),
    _move("half_up", ("ctrl+u",), "half a page up", "Go up half a page."),
    _move("page_down", ("pagedown", "ctrl+f"), "page down", "Go down a page."),
    _move("page_up", ("pageup", "ctrl+b"), "page up", "Go up a page."),
    Action(
        "open", ("enter",), "open", "Go to the paper.", Group.MOVE, "open", in_palette=False
    ),
    Action(
        "back", ("escape",), "back", "Leave the note, search or selection.",
        Group.MOVE, "back", in_palette=False,
    ),
    Action(
        "pane.next", ("tab", "l", "right"), "next pane", "Go to the pane on the right.",
        Group.MOVE, "pane(1)", in_palette=False,
    ),
    Action(
        "pane.previous", ("shift+tab", "h", "left"), "previous pane", "Go to the pane on the left.",
        Group.MOVE, "pane(-1)", in_palette=False,
    ),
    Action(
        "search", ("slash",), "search", "Show the papers that match.",
        Group.FIND, "search", hint=7,
    ),
    Action(
        "search.complete", ("tab",), "complete",
        "While searching: complete the filter or the name.",
        Group.FIND, "screen.complete(1)", in_palette=False, where="search",
    ),
    Action(
        "search.complete_back", ("shift+tab",), "complete backwards",
        "While searching: go back to the previous completion.",
        Group.FIND, "screen.complete(-1)", in_palette=False, where="search",
    ),
    Action(
        "search.save", ("ctrl+s",), "save the search", "Keep this search as a view of your own.",
        Group.FIND, "save_search",
    ),
    Action(
        "search.rename", ("R",), "rename the saved search", "Give the saved search another name.",
        Group.FIND, "rename_search",
    ),
    Action(
        "search.delete", ("D",), "delete the saved search", "Forget the saved search.",
        Group.FIND, "delete_search",
    ),
    Action(
        "alike", ("m",), "more like this", "Show the papers most like this one.",
        Group.FIND, "alike",
    ),
    Action(
        "sort", ("O",), "order", "Choose the order; each view keeps its own.",
        Group.FIND, "sort",
    ),
    *(
        Action(
            f"view.{number}", (str(number),), f"view: {label}", f"Show the view {label}.",
            Group.FIND, f"view({number - 1})",
        )
        for number, label in enumerate(
            ("Inbox", "To read", "Reading", "Done", "Skipped", "Starred", "All"), start=1
        )
    ),
    Action(
        "import", ("I",), "import", "Bring in files or folders of papers.",
        Group.LIBRARY, "import_papers", True,
    ),
    Action(
        "sample", ("S",), "open the sample", "Bring in three small files of invented papers.",
        Group.LIBRARY, "import_sample", True,
    ),
    Action(
        "export", ("w",), "write out", "Write what is selected or listed as Markdown files.",
        Group.LIBRARY, "go_to('export')",
    ),
    Action(
        "stats", ("percent_sign",), "statistics", "Show how the library is doing, in charts.",
        Group.LIBRARY, "go_to('stats')",
    ),
    Action(
        "density", ("z",), "row height", "Show papers on one line or on two.",
        Group.LIBRARY, "density",
    ),
    Action(
        "list.less", ("less_than_sign",), "smaller list", "Give the paper more room.",
        Group.LIBRARY, "size_list(-1)",
    ),
    Action(
        "list.more", ("greater_than_sign",), "larger list", "Give the list more room.",
        Group.LIBRARY, "size_list(1)",
    ),
    Action("help", ("question_mark",), "keys", "Show every key.", Group.LIBRARY, "help", hint=11),
    Action(
        "palette", ("ctrl+p",), "palette", "Find an action by its name.",
        Group.LIBRARY, "app.command_palette", in_palette=False,
    ),
    Action(
        "quit", ("q",), "quit", "Quit; everything is saved. From anywhere: ctrl-q.",
        Group.LIBRARY, "app.quit", hint=9, in_palette=False,
    ),
)  # fmt: skip


def hints(actions: Sequence[Action] = ACTIONS) -> Iterable[Action]:
    """Return the actions for the line of keys, in its order."""
    return sorted((action for action in actions if action.hint), key=lambda action: action.hint)


#: Where something is typed, the actions there are and what they are called there.
_WHILE_TYPING = {
    "note": {
        "back": "leave the note; it is saved",
        "note.preview": "preview",
        "note.editor": "your editor",
        "note.follow": "follow link",
    },
    "search": {
        "open": "to the list",
        "search.complete": "complete",
        "search.save": "save",
        "back": "as it was before",
    },
}


def while_typing(actions: Sequence[Action], what: str) -> list[Action]:
    """Return the actions for the line of keys while ``what``, a note or search, is typed."""
    named = {action.id: action for action in actions}
    labels = _WHILE_TYPING[what].items()
    return [replace(named[id], label=label, hint=1) for id, label in labels]


def by_group(actions: Sequence[Action] = ACTIONS) -> dict[Group, list[Action]]:
    """Return the actions under the headings of the ``?`` sheet."""
    return {group: [one for one in actions if one.group is group] for group in Group}
