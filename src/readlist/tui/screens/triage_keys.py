"""The keys of triage: those of the table of actions, some of which mean here what fits here."""

from readlist.tui.actions import ACTIONS

#: The actions of the table that there are here too, and what they run here.
RUNS = {
    **{action.id: action.run for action in ACTIONS if action.id.startswith(("file.", "move."))},
    "star": "star",
    "note": "write_note",
    "note.preview": "in_note('preview')",
    "tag": "tag",
    "edit": "edit",
    "copy": "copy",
    "open_link": "open_link",
    "select": "later",
    "move.down": "later",
    "move.up": "previous",
    "undo": "undo",
    "redo": "redo",
    "open": "again",
    "help": "help",
    "back": "back",
    "quit": "back",
}

#: The actions whose keys are in view, the most needed first, and what they are called here.
IN_VIEW = {
    "file.to-read": "to read",
    "file.reading": "reading",
    "file.done": "done",
    "file.skipped": "skip",
    "file.inbox": "inbox",
    "star": "star",
    "note": "note",
    "move.down": "later",
    "move.up": "back",
    "undo": "undo",
    "quit": "leave",
    "tag": "tag",
    "edit": "edit",
    "open_link": "link",
    "copy": "cite",
    "redo": "redo",
    "help": "keys",
}
