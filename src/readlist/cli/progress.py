"""A progress bar for work that turns out to take a while."""

import time
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from readlist.cli.terminal import is_terminal
from readlist.domain import Progress
from readlist.text import printable

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

#: Seconds after which work is long enough to show a bar for.
PATIENCE = 0.5


class ProgressBar:
    """Shows how far the work is once it has taken half a second, on a terminal only."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, progress: Progress) -> None:
        """Show a step of the work."""
        if not is_terminal(self._stream) or time.monotonic() - self._began < PATIENCE:
            return
        bar = self._bar or self._start()
        if progress.label not in self._tasks:
            self._tasks[progress.label] = bar.add_task(printable(progress.label))
        task = self._tasks[progress.label]
        bar.update(task, completed=progress.done, total=progress.total)

    def _start(self) -> "Bar":
        from rich.console import Console
        from rich.progress import BarColumn, TaskProgressColumn, TextColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            TaskProgressColumn(),
            console=Console(file=self._stream),
            transient=True,
        )
        self._bar.start()
        return self._bar
