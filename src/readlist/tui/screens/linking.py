"""Following links between papers, and showing which notes link here."""

from typing import TYPE_CHECKING

from readlist.domain import NoteLinks, Paper
from readlist.errors import NoSuchPaperError
from readlist.reading_list import ReadingList
from readlist.tui.links import is_openable
from readlist.tui.messages import Failed, KeysMayGoOn

if TYPE_CHECKING:
    from readlist.tui.screens.main import MainScreen
    from readlist.tui.widgets.note_preview import NotePreview


class Linking:
    """Looks up where links of the paper that is shown lead to and come from."""

    def __init__(self, screen: "MainScreen") -> None:
        self._screen = screen
        #: Whether a link is being followed: keys pressed now are about where it leads.
        self.is_waiting = False

    def look(self, paper: Paper) -> None:
        """Show the links of a paper once they are known."""

        def look_up(library: ReadingList) -> None:
            try:
                links = library.note_links(paper.id)
            except NoSuchPaperError:  # an import was undone: the list will say so
                return
            self._screen.call_later(self._screen.parts.paper.show_links, paper.id, links)

        self._screen.desk.read("links", look_up)

    async def follow(self) -> None:
        """Go to a paper that the shown one's note links to, or whose note links to it."""
        from readlist.tui.screens.dialogs import PickDialog

        ways = _ways(self._screen.parts.paper.links)
        if not ways:
            self._screen.parts.status.say("No link to or from another paper; [[Title]] makes one")
        elif len(ways) == 1:
            self._go(*ways.values())
        else:
            picker = PickDialog(self._screen.keymap, "Follow a link", list(ways))
            await self._screen.app.push_screen(
                picker, lambda way: self._go(ways[way] if way else None)
            )

    def follow_to(self, target: str) -> None:
        """Go to the paper that a link is to."""
        self.is_waiting = True

        def look_up(library: ReadingList) -> None:
            self._screen.call_later(self._found, target, library.linked_paper(target))

        def refused(reason: str) -> Failed:
            self._screen.call_later(self._found, target, None)
            return Failed(reason)

        self._screen.desk.read("follow", look_up, refused)

    async def follow_from_preview(self, event: "NotePreview.Followed") -> None:
        """Follow what was clicked: only to papers and the web."""
        if event.is_paper:
            self.follow_to(event.target)
        elif is_openable(event.target):
            await self._screen.asking.open_url(event.target)
        else:
            self._screen.parts.status.say(f"Not a link to the web: {event.target}")

    def _found(self, target: str, paper_id: int | None) -> None:
        self.is_waiting = False
        if paper_id is None:
            self._screen.parts.status.say(f"No paper is called “{target}”")
        self._go(paper_id)
        self._screen.app.post_message(KeysMayGoOn())

    def _go(self, paper_id: int | None) -> None:
        if paper_id is not None:
            self._screen.writing.close()
            self._screen.excursions.show_paper(paper_id)


def _ways(links: NoteLinks) -> dict[str, int]:
    """Return the papers that can be gone to, by what is said of them."""
    to = {f"→ {target}": found for target, found in links.targets.items() if found is not None}
    return to | {f"← {one.title}": one.id for one in links.linked_from}
