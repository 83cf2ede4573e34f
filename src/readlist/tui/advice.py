"""What to say where there is nothing to see: why, and what to do next."""

from textual.content import Content

from readlist.domain import Counts, Status
from readlist.text import printable
from readlist.tui.views import View

_NEXT = {
    Status.INBOX: ("Nothing to triage", "Bring in papers with I, or read on in To read with 2."),
    Status.TO_READ: ("Nothing to read", "In any list, t puts a paper here."),
    Status.READING: ("You are not reading anything", "In any list, r puts a paper here."),
    Status.DONE: ("Nothing read yet", "When you have read a paper, d puts it here."),
    Status.SKIPPED: ("Nothing skipped", "x puts a paper aside, here, where it can be found again."),
}


def advice(view: View, search: str, counts: Counts | None) -> Content:
    """Return what to show in place of an empty list."""
    if counts is not None and not counts.total:
        return _first_start()
    if search:
        found = f"No paper in {view.label} matches “{search}”"
        return _say(found, "7 looks among all papers, esc goes back.")
    if view.status:
        return _say(*_NEXT[view.status])
    if view.starred:
        return _say("No stars yet", "s stars a paper, whatever its status.")
    return _say(f"No paper has {view.label}", "# tags the paper at the cursor.")


def _first_start() -> Content:
    return Content.assemble(
        ("Your reading list is empty", "bold"),
        "\n\n",
        ("  I  ", "$accent bold"),
        "import files of papers\n",
        ("  S  ", "$accent bold"),
        "look around in a sample\n",
        ("  ?  ", "$accent bold"),
        "see all keys\n\n",
        ("Whatever you do, u takes it back.", "$muted"),
    )


def _say(what: str, next: str) -> Content:
    return Content.assemble((printable(what), "bold"), "\n\n", (next, "$muted"))
