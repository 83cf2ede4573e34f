"""What is done with a paper through a dialog, the browser or the clipboard, on any screen."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from io import StringIO
from typing import TypeVar

from textual.dom import DOMNode

from readlist.domain import Paper
from readlist.errors import ReadlistError
from readlist.tui.library.session import LibrarySession
from readlist.tui.text import citation, counted, is_web_link, web_links

Choice = TypeVar("Choice")


class PaperActions:
    """Opens dialogs, each imported when it is first needed, and carries out what they answer."""

    def __init__(self, session: LibrarySession, node: DOMNode) -> None:
        self._node = node
        self._session = session

    async def run(self, what: str, paper: Paper) -> None:
        """Do what a key asks for with a paper: the method of that name."""
        await getattr(self, what)(paper)

    async def tag(self, ids: Sequence[int]) -> None:
        """Ask for tags to add to papers and to remove."""
        from readlist.tui.screens.dialogs import TagDialog

        if not ids:
            return
        paper = self._session.papers.paper(ids[0]) if len(ids) == 1 else None
        about = f"“{paper.title}”" if paper else counted(len(ids))
        known = list(self._session.papers.counts.tags) if self._session.papers.counts else []

        def answered(words: tuple[list[str], list[str]] | None) -> None:
            if words:
                self._session.papers.model.clear_selection()
                self._session.commands.run(lambda library: library.tag(ids, *words), ids)

        dialog = TagDialog(self._session.keymap, about, paper.tags if paper else (), known)
        await self._node.app.push_screen(dialog, answered)

    async def edit(
        self, paper: Paper, typed: Mapping[str, str] | None = None, problem: str = ""
    ) -> None:
        """Ask for corrections of a paper; again, with what was ``typed``, when that was wrong."""
        from readlist.tui.screens.dialogs import EditDialog

        def answered(changes: dict[str, str] | None) -> None:
            if changes:
                self._session.commands.run(
                    lambda library: library.edit(paper.id, changes),
                    [paper.id],
                    refused=lambda reason: self._node.run_worker(self.edit(paper, changes, reason)),
                )

        dialog = EditDialog(self._session.keymap, paper, typed or {}, problem)
        await self._node.app.push_screen(dialog, answered)

    async def copy_citation(self, paper: Paper) -> None:
        """Copy the citation of a paper."""
        self._node.app.copy_to_clipboard(citation(paper))
        self._session.status.say(f"Copied: {citation(paper)}")

    async def copy_bibtex(self, paper: Paper) -> None:
        """Copy the BibTeX entry of a paper, as it is once the changes before are written."""
        entry, worker = StringIO(), self._session.worker
        await worker.written()
        try:
            await worker.read(
                lambda library: library.export_document(entry, ids=[paper.id], format="bibtex")
            )
        except ReadlistError as error:
            self._session.status.complain(f"copy: {error}")
            return
        self._node.app.copy_to_clipboard(entry.getvalue())
        self._session.status.say(f"Copied as BibTeX: {paper.title}")

    async def open_link(self, paper: Paper) -> None:
        """Open the link of a paper; of several, the one that is picked."""
        links = web_links(paper)
        if links:
            await self.pick("Open a link", {link: link for link in links}, self.open_url)
        else:
            self._session.status.say("This paper has no link")

    async def open_url(self, url: str) -> None:
        """Open a link to the web; where there is no browser, copy it."""
        if not is_web_link(url):
            self._session.status.say(f"Not a link to the web: {url}")
        elif await asyncio.to_thread(open_in_browser, url):
            self._session.status.say(f"Opened {url}")
        else:
            self._node.app.copy_to_clipboard(url)
            self._session.status.say(f"No browser here; copied {url}")

    async def pick(
        self, title: str, choices: Mapping[str, Choice], picked: Callable[[Choice], Awaitable[None]]
    ) -> None:
        """Have one of several things picked, by its name; a single one is not asked for."""
        from readlist.tui.screens.dialogs import PickDialog

        async def answered(name: str | None) -> None:
            if name:
                await picked(choices[name])

        if len(choices) == 1:
            await picked(*choices.values())
        else:
            dialog = PickDialog(self._session.keymap, title, list(choices))
            await self._node.app.push_screen(dialog, answered)

    async def show_keys(self) -> None:
        """Show every key."""
        from readlist.tui.screens.help import HelpScreen

        await self._node.app.push_screen(HelpScreen(self._session.keymap))


def open_in_browser(url: str) -> bool:
    """Open ``url`` in a browser with a window of its own; return whether there is one.

    A browser that would draw over this terminal is not used.
    """
    import webbrowser  # it brings much with it, and most sessions open no link

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return False
    draws_here = type(browser) is webbrowser.GenericBrowser
    return not draws_here and browser.open(url)
