"""Asking what to import, and showing how it goes and what came of it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, ProgressBar, Static

from readlist.domain import ImportReport, Progress, SourceReport
from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.screens.dialogs import ACCEPT, Dialog
from readlist.tui.text import counted, import_summary
from readlist.tui.widgets.path_input import PathInput, completions, read_paths

_SHOWN_COMPLETIONS = 6


class ImportController(Protocol):
    """What runs imports, one at a time."""

    @property
    def is_running(self) -> bool:
        """Whether an import is running."""

    def start(self, paths: Sequence[Path]) -> None:
        """Import files and folders."""

    def stop(self) -> None:
        """Stop the import that is running, soon."""


class ImportDialog(Dialog[None]):
    """Takes paths, runs the import, shows the report. Closed early, the import goes on."""

    BINDINGS = [
        *ACCEPT,
        Binding(
            "tab", "complete", priority=True, id="import.complete", tooltip="Complete the path."
        ),
        Binding("ctrl+x", "stop", priority=True, id="import.stop", tooltip="Stop the import."),
    ]

    def __init__(self, keymap: Keymap, imports: ImportController) -> None:
        super().__init__(keymap)
        self._imports = imports

    def compose(self) -> ComposeResult:
        """Show the line for the paths; what comes later is hidden."""
        with Vertical(id="dialog"):
            yield Static("Import papers", classes="dialog-title")
            yield PathInput(
                placeholder="papers.txt  a-folder  'a name with spaces.txt'",
                id="import-paths",
            )
            yield Static("", id="import-matches", markup=False)
            yield ProgressBar(id="import-bar", show_eta=False)
            with VerticalScroll(id="import-told", can_focus=False):
                yield Static("", id="import-report", markup=False)
            yield self.hint("tab completes · {open} imports · {back} closes")

    def on_mount(self) -> None:
        """Begin with the paths, or with the import that is running."""
        self.query_one("#import-bar").display = self._imports.is_running
        self.query_one("#import-paths").display = not self._imports.is_running

    async def on_input_changed(self, event: Input.Changed) -> None:
        """Show what the path could go on to."""
        found = await asyncio.to_thread(completions, event.value)
        names = [Path(path).name + ("/" if path.endswith("/") else "") for path in found]
        more = (
            "" if len(names) <= _SHOWN_COMPLETIONS else f"  and {len(names) - _SHOWN_COMPLETIONS}"
        )
        shown = "   ".join(printable(name) for name in names[:_SHOWN_COMPLETIONS])
        self.query_one("#import-matches", Static).update(shown + more)

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.query_one(PathInput).complete()

    def action_accept(self) -> None:
        """Import; once that has ended, close."""
        line = self.query_one(PathInput)
        if not line.display:
            self.dismiss(None)
            return
        paths = read_paths(line.value)
        if not paths:
            self._report(Content("Type the path of a file or a folder."))
        elif self._imports.is_running:
            self._report(Content("An import is running already."))
        else:
            self._imports.start(paths)
            self.query_one("#import-bar").display = True
            line.display = False
            self.query_one("#import-matches", Static).update("")
            self._hint("{back} leaves it running · ctrl-x stops it")

    def action_stop(self) -> None:
        """Stop the import."""
        self._imports.stop()

    def show_progress(self, progress: Progress) -> None:
        """Show how far it is."""
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=progress.total, progress=progress.done)
        self._report(Content(printable(progress.label)))

    def show_report(self, report: ImportReport | None, reason: str) -> None:
        """Show what came of it."""
        self.query_one("#import-bar").display = False
        has_news = False
        if report is None:
            self._report(Content.styled(f"Error: {printable(reason)}", "$error"))
        else:
            has_news = bool(report.added or report.updated)
            total = Content.styled(import_summary(report), "bold")
            self._report(Content("\n").join([total, Content(""), *map(_line, report.sources)]))
        self._hint("{back} closes · then {undo} takes it back" if has_news else "{back} closes")

    def _report(self, content: Content) -> None:
        self.query_one("#import-report", Static).update(content)

    def _hint(self, text: str) -> None:
        self.query_one(".dialog-hint", Static).update(self.keymap.hint(text))


def _line(source: SourceReport) -> Content:
    name = printable(Path(source.source).name or source.source)
    if source.error:
        return Content.styled(f"✗ {printable(source.error)}", "$error")
    told = f"{source.added:,} added, {source.updated:,} updated, {source.unchanged:,} unchanged"
    skipped = sum(text.last_line - text.first_line + 1 for text in source.skipped)
    if skipped:
        told += f", {counted(skipped, 'line')} skipped"
    return Content.assemble("✓ ", name, (f"  {told}", "$muted"))
