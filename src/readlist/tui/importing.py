"""Importing from inside: one import at a time, in the background, which can be stopped."""

from collections.abc import Callable, Sequence
from pathlib import Path

from textual.message import Message

from readlist.domain import Progress
from readlist.reading_list import ReadingList
from readlist.tui.desk import Desk
from readlist.tui.ledger import Ledger
from readlist.tui.messages import Imported, ImportMoved


class ImportStoppedError(Exception):
    """The person stopped the import; the library puts back what it had begun."""


class Importing:
    """Runs imports through the desk, after the changes made before."""

    def __init__(self, desk: Desk, ledger: Ledger, answer: Callable[[Message], object]) -> None:
        self._desk = desk
        self._ledger = ledger
        self._answer = answer
        self._is_stopping = False
        self.is_running = False

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""
        number = self._ledger.enter()
        self.is_running, self._is_stopping = True, False

        def run(library: ReadingList) -> Imported:
            try:
                return Imported(number, library.import_sources(paths, progress=self._moved))
            except ImportStoppedError:
                return Imported(number, None, "stopped: of the file at hand nothing was written")

        self._desk.write(run, lambda reason: Imported(number, None, reason))

    def stop(self) -> None:
        """Stop the import that is running, soon."""
        self._is_stopping = True

    def ended(self, answer: Imported) -> None:
        """An import has ended."""
        self._ledger.settle(answer.number)
        self.is_running = False

    def _moved(self, progress: Progress) -> None:
        if self._is_stopping:
            raise ImportStoppedError
        self._answer(ImportMoved(progress))
