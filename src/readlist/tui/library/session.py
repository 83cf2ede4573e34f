"""A library that is open in the interface: what all screens over it share."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from textual.widget import Widget

from readlist.settings import Settings
from readlist.tui.keymap import Keymap
from readlist.tui.library.commands import ImportRunner, LibraryCommands, LibraryEvent, StatusDisplay
from readlist.tui.library.list_controller import ListController, RunWorker
from readlist.tui.library.pending import PendingChanges
from readlist.tui.library.worker import LibraryWorker


@dataclass(frozen=True, slots=True)
class LibrarySession:
    """The library, the list of its papers, the commands that change it, and where to report."""

    worker: LibraryWorker
    papers: ListController
    commands: LibraryCommands
    imports: ImportRunner
    status: StatusDisplay
    keymap: Keymap
    settings: Settings
    run_worker: RunWorker

    @classmethod
    def open(
        cls,
        path: Path,
        node: Widget,
        publish: Callable[[LibraryEvent], object],
        status: StatusDisplay,
        keymap: Keymap,
        settings: Settings,
        orders: Mapping[str, str],
    ) -> Self:
        """Open the library at ``path``. What it answers is handled by ``node``.

        Raises :class:`~readlist.errors.DatabaseError` when it cannot be opened.
        """
        worker, pending = LibraryWorker(path, node.call_later), PendingChanges()
        papers = ListController(worker, pending, node.run_worker, status.complain, orders)
        commands = LibraryCommands(worker, pending, papers, status, publish)
        imports = ImportRunner(worker, pending, node.post_message)
        return cls(worker, papers, commands, imports, status, keymap, settings, node.run_worker)

    async def undo(self, *, redo: bool = False) -> None:
        """Undo the last change, or redo the one undone last, and wait until that is shown."""
        if self.imports.is_running:
            self.status.say("An import is running: undo when it has ended")
        else:
            await self.commands.undo(redo=redo)
