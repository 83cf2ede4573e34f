"""What to say where there is nothing to see: why, and what to do next."""

from textual.content import Content

from readlist.domain import Counts, Status
from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.views import View

_NEXT = {
    Status.INBOX: (
        "Nothing to triage",
        "Bring in papers with {import}, or read on in To read with {view.2}.",
    ),
    Status.TO_READ: ("Nothing to read", "In any list, {file.to-read} puts a paper here."),
    Status.READING: (
        "You are not reading anything",
        "In any list, {file.reading} puts a paper here.",
    ),
    Status.DONE: ("Nothing read yet", "When you have read a paper, {file.done} puts it here."),
    Status.SKIPPED: (
        "Nothing skipped",
        "{file.skipped} puts a paper aside, here, where it can be found again.",
    ),
}


def advice(view: View, search: str, counts: Counts | None, keymap: Keymap) -> Content:
    """Return what to show in place of an empty list."""
    if counts is not None and not counts.total:
        return _first_start(keymap)
    what, next = _situation(view, search)
    return Content.assemble((printable(what), "bold"), "\n\n", (keymap.told(next), "$muted"))


def _situation(view: View, search: str) -> tuple[str, str]:
    """What is missing, and what to do; the id of an action in braces stands for its key."""
    if search:
        found = f"No paper in {view.label} matches “{search}”"
        return found, "{view.7} looks among all papers, {back} goes back."
    if view.status:
        return _NEXT[view.status]
    if view.starred:
        return "No stars yet", "{star} stars a paper, whatever its status."
    return f"No paper has {view.label}", "{tag} tags the paper at the cursor."


def _first_start(keymap: Keymap) -> Content:
    def key(action: str) -> str:
        return keymap.told(f"  {{{action}}}  ")

    return Content.assemble(
        ("Your reading list is empty", "bold"),
        "\n\n",
        (key("import"), "$accent bold"),
        "import files of papers\n",
        (key("sample"), "$accent bold"),
        "look around in a sample\n",
        (key("help"), "$accent bold"),
        "see all keys\n\n",
        (keymap.told("Whatever you do, {undo} takes it back."), "$muted"),
    )
