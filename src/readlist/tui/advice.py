"""What to say where there is nothing to see: why, and what to do next."""

from typing import TYPE_CHECKING

from textual.content import Content

from readlist.domain import Status
from readlist.text import printable
from readlist.tui.finding import ELSEWHERE
from readlist.tui.keymap import Keymap
from readlist.tui.text import counted
from readlist.tui.views import View

if TYPE_CHECKING:
    from readlist.tui.browsing import Browsing

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


def advice(browsing: "Browsing", keymap: Keymap) -> Content:
    """Return what to show in place of an empty list."""
    counts, search = browsing.counts, browsing.search
    if counts is not None and not counts.total:
        return _first_start(keymap)
    what, next = _not_found(browsing) if search else _situation(browsing.view, browsing.problem)
    return Content.assemble((printable(what), "bold"), "\n\n", (keymap.hint(next), "$muted"))


def _not_found(browsing: "Browsing") -> tuple[str, str]:
    """What was searched for in vain, and what would find something."""
    found = f"No paper in {browsing.view.label} matches “{browsing.search}”"
    tips = [
        f"{counted(count)} {told}" + (": {view.7}" if told == ELSEWHERE else "")
        for told, count in browsing.top.others
    ]
    if not tips:
        return (
            found,
            "Nothing like it in the library: perhaps fewer words, or others. {back} goes back.",
        )
    return found, "\n".join([*tips, "", "{back} goes back."])


def _situation(view: View, problem: str) -> tuple[str, str]:
    """What is missing, and what to do; the id of an action in braces stands for its key."""
    if view.saved is not None:
        if problem:
            told = f"This saved search cannot be understood: {problem}"
            return told, f"It says: {view.query}\n\n{{search.delete}} deletes it."
        return f"No paper matches “{view.query}” now", "What will is counted beside its name."
    if view.similar_to is not None:
        return "No paper is like this one", "{back} goes back."
    if view.status:
        return _NEXT[view.status]
    if view.starred:
        return "No stars yet", "{star} stars a paper, whatever its status."
    return f"No paper has {view.label}", "{tag} tags the paper at the cursor."


def _first_start(keymap: Keymap) -> Content:
    def key(action: str) -> str:
        return keymap.hint(f"  {{{action}}}  ")

    return Content.assemble(
        ("Your reading list is empty", "bold"),
        "\n\n",
        (key("import"), "$accent bold"),
        "import files of papers\n",
        (key("sample"), "$accent bold"),
        "look around in a sample\n",
        (key("help"), "$accent bold"),
        "see all keys\n\n",
        (keymap.hint("Whatever you do, {undo} takes it back."), "$muted"),
    )
