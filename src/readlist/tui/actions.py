"""Everything a person can do here, in one table.

The bindings, the line of keys, the ``?`` sheet and the command palette are all
made from it. An action runs the method ``action_…`` that its ``run`` names, of
the main screen unless it begins with ``app.``.
"""

from dataclasses import dataclass
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
        keys, show = ",".join(self.keys), bool(self.hint)
        return Binding(
            keys, self.run, self.label, show, priority=True, tooltip=self.help, id=self.id
        )


def _action(
    group: Group,
    id: str,
    keys: str,
    label: str,
    help: str,
    run: str = "",
    hint: int = 0,
    *,
    changes: bool = False,
    in_palette: bool = True,
    where: str = "",
) -> Action:
    """``keys`` have spaces between them; without ``run``, the id says what it runs."""
    keys_ = tuple(keys.split())
    return Action(id, keys_, label, help, group, run or id, changes, hint, in_palette, where)


def _file(status: str, key: str, label: str, help: str, hint: int = 0) -> Action:
    run = f"file('{status}')"
    return _action(Group.FILE, f"file.{status}", key, label, help, run, hint, changes=True)


def _move(id: str, keys: str, label: str, help: str) -> Action:
    run = f"move('{id}')"
    return _action(Group.MOVE, f"move.{id}", keys, label, help, run, in_palette=False)


ACTIONS = (
    _file("to-read", "t", "to read", "Put the paper on the list to read.", 1),
    _file("reading", "r", "reading", "Mark that you are reading it.", 2),
    _file("done", "d", "done", "Mark that you have read it.", 3),
    _file("skipped", "x", "skip", "Put it aside: not for you.", 4),
    _file("inbox", "i", "inbox", "Put it back into the inbox."),
    _action(Group.FILE, "star", "s", "star", "Star it, or remove its star.", hint=5, changes=True),
    _action(Group.FILE, "queue.down", "J", "later in the queue",
            "In To read: move it, or what is selected, down the queue.", "queue(1)", changes=True),
    _action(Group.FILE, "queue.up", "K", "sooner in the queue",
            "In To read: move it, or what is selected, up the queue.", "queue(-1)", changes=True),
    _action(Group.FILE, "undo", "u", "undo", "Undo the last change, even an import.", hint=8),
    _action(Group.FILE, "redo", "ctrl+r", "redo", "Redo what was undone last.", "undo(True)"),
    _action(Group.FILE, "triage", "T", "triage",
            "Decide on one paper after another, with one key each.", "go_to('triage')", 10),
    _action(Group.WRITE, "note", "n", "note",
            "Write a note; it saves itself.", "write_note", 6, changes=True),
    _action(Group.WRITE, "note.outside", "E", "edit outside",
            "Write the note in your own editor.", "edit_outside"),
    _action(Group.WRITE, "note.history", "H", "note's history",
            "See the versions of the note, and restore one.", "go_to('note_history')"),
    _action(Group.WRITE, "quote", "quotation_mark", "quote", "Put what is selected into the note."),
    _action(Group.WRITE, "follow", "L", "follow link",
            "Go to a paper linked in a note: [[Title]]."),
    _action(Group.WRITE, "note.preview", "ctrl+t", "preview",
            "While writing: show the note as it reads.", "in_note('preview')", in_palette=False),
    _action(Group.WRITE, "note.follow", "ctrl+g", "follow",
            "While writing: go to the paper linked here.", "in_note('follow')", in_palette=False),
    _action(Group.WRITE, "note.editor", "ctrl+o", "your editor",
            "While writing: go on in your own editor.", "in_note('outside')", in_palette=False),
    _action(Group.WRITE, "tag", "number_sign", "tag",
            "Add tags, or remove with a minus.", changes=True),
    _action(Group.WRITE, "edit", "e", "edit", "Correct the title and other fields.",
            "paper('edit')", changes=True),
    _action(Group.WRITE, "copy", "y", "copy citation", "Copy the citation.",
            "paper('copy_citation')"),
    _action(Group.WRITE, "copy_bibtex", "Y", "copy BibTeX", "Copy the BibTeX entry.",
            "paper('copy_bibtex')"),
    _action(Group.WRITE, "open_link", "o", "open link", "Open a link in the browser.",
            "paper('open_link')"),
    _action(Group.SELECT, "select", "space", "select", "Select the paper, or deselect it.",
            "select('toggle')"),
    _action(Group.SELECT, "select_range", "V", "select a range", "Select from here to the cursor.",
            "select('toggle_range')"),
    _action(Group.SELECT, "select_all", "asterisk", "select all", "Select all papers, or none.",
            "select('toggle_all')"),
    _move("down", "j down", "down", "Go to the next paper."),
    _move("up", "k up", "up", "Go to the previous paper."),
    _move("first", "g home", "first", "Go to the first paper."),
    _move("last", "G end", "last", "Go to the last paper."),
    _move("half_down", "ctrl+d", "half a page down", "Go down half a page."),
    _move("half_up", "ctrl+u", "half a page up", "Go up half a page."),
    _move("page_down", "pagedown ctrl+f", "page down", "Go down a page."),
    _move("page_up", "pageup ctrl+b", "page up", "Go up a page."),
    _action(Group.MOVE, "open", "enter", "open", "Go to the paper.", in_palette=False),
    _action(Group.MOVE, "back", "escape", "back",
            "Leave the note, search or selection.", in_palette=False),
    _action(Group.MOVE, "pane.next", "tab l right", "next pane",
            "Go to the pane on the right.", "pane(1)", in_palette=False),
    _action(Group.MOVE, "pane.previous", "shift+tab h left", "previous pane",
            "Go to the pane on the left.", "pane(-1)", in_palette=False),
    _action(Group.FIND, "search", "slash", "search", "Show the papers that match.", hint=7),
    _action(Group.FIND, "search.complete", "tab", "complete",
            "While searching: complete the filter or the name.",
            "screen.complete(1)", in_palette=False, where="search"),
    _action(Group.FIND, "search.complete_back", "shift+tab", "complete backwards",
            "While searching: go back to the previous completion.",
            "screen.complete(-1)", in_palette=False, where="search"),
    _action(Group.FIND, "search.save", "ctrl+s", "save the search",
            "Keep this search as a view of your own.", "saved_search('save')"),
    _action(Group.FIND, "search.rename", "R", "rename the saved search",
            "Give the saved search another name.", "saved_search('rename')"),
    _action(Group.FIND, "search.delete", "D", "delete the saved search",
            "Forget the saved search.", "saved_search('delete')"),
    _action(Group.FIND, "alike", "m", "more like this",
            "Show the papers most like this one.", "similar"),
    _action(Group.FIND, "sort", "O", "order", "Choose the order; each view keeps its own."),
    *(
        _action(Group.FIND, f"view.{number}", str(number), f"view: {label}",
                f"Show the view {label}.", f"view({number - 1})")
        for number, label in enumerate(
            ("Inbox", "To read", "Reading", "Done", "Skipped", "Starred", "All"), start=1
        )
    ),
    _action(Group.LIBRARY, "import", "I", "import",
            "Bring in files or folders of papers.", "go_to('import_papers')", changes=True),
    _action(Group.LIBRARY, "sample", "S", "open the sample",
            "Bring in three small files of invented papers.",
            "go_to('import_sample')", changes=True),
    _action(Group.LIBRARY, "export", "w", "write out",
            "Write what is selected or listed as Markdown files.", "go_to('export')"),
    _action(Group.LIBRARY, "stats", "percent_sign", "statistics",
            "Show how the library is doing, in charts.", "go_to('stats')"),
    _action(Group.LIBRARY, "density", "z", "row height", "Show papers on one line or on two."),
    _action(Group.LIBRARY, "list.less", "less_than_sign", "smaller list",
            "Give the paper more room.", "size_list(-1)"),
    _action(Group.LIBRARY, "list.more", "greater_than_sign", "larger list",
            "Give the list more room.", "size_list(1)"),
    _action(Group.LIBRARY, "help", "question_mark", "keys", "Show every key.", hint=11),
    _action(Group.LIBRARY, "palette", "ctrl+p", "palette",
            "Find an action by its name.", "app.command_palette", in_palette=False),
    _action(Group.LIBRARY, "quit", "q", "quit",
            "Quit; everything is saved. From anywhere: ctrl-q.", "app.quit", 9, in_palette=False),
)  # fmt: skip
