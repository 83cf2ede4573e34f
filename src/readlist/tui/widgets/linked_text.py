"""Links between papers as styled text that can be clicked."""

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from readlist.domain import Linked, NoteLinks
from readlist.reading_list.notes import find_links
from readlist.text import printable, printable_lines
from readlist.tui.text import readable

_LINK = "$primary underline"


def note_text(note: str, links: NoteLinks) -> Content:
    """Return a note as it is written; of links to nothing it is said, once that is known."""
    return Content("").join(_pieces(printable_lines(note).strip(), links))


def linked_from(links: NoteLinks) -> Content:
    """Return the titles of the papers whose notes link here, a line each."""
    return Content("\n").join(map(_title, links.linked_from))


def _pieces(text: str, links: NoteLinks) -> Iterator[Content]:
    at = 0
    for link in find_links(text):
        yield Content(text[at : link.start])
        at, written = link.end, text[link.start : link.end]
        if links.targets.get(link.target, 0) is None:
            yield Content.assemble((written, "$muted"), (" (no such paper)", "$muted italic"))
        else:
            click = Style.from_meta({"@click": ("screen.follow_to", (link.target,))})
            yield Content.styled(written, _LINK).stylize(click)
    yield Content(text[at:])


def _title(linked: Linked) -> Content:
    click = Style.from_meta({"@click": ("screen.show_paper", (linked.id,))})
    return Content.styled(readable(printable(linked.title)), _LINK).stylize(click)
