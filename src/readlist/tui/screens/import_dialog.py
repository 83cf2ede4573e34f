"""The dialog that asks what to import, and shows the progress of the import and its report."""

from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, ProgressBar, Static

from readlist.domain import ImportReport, Progress, SourceReport
from readlist.text import printable
from readlist.tui.keymap import Keymap
from readlist.tui.library.commands import ImportRunner
from readlist.tui.screens.dialogs import ACCEPT, Dialog, PathInput, read_paths
from readlist.tui.text import counted, error_text, import_counts, import_summary

#: So many ways in which a path may go on are shown.
_SHOWN_COMPLETIONS = 6


class ImportDialog(Dialog[None]):
    """Takes paths, starts the import and shows its report. Closed early, the import goes on."""

    BINDINGS = [
        *ACCEPT,
        Binding("ctrl+x", "stop", priority=True, id="import.stop", tooltip="Stop the import."),
    ]

    def __init__(self, keymap: Keymap, imports: ImportRunner) -> None:
        super().__init__(keymap)
        self._imports = imports

    def compose(self) -> ComposeResult:
        """Show the line for the paths; what comes later is hidden."""
        with Vertical(id="dialog"):
            yield from self.title_lines("Import papers")
            yield PathInput(placeholder="papers.txt  a-folder  'a name with spaces.txt'")
            yield Static("", id="import-matches", markup=False)
            yield ProgressBar(id="import-bar", show_eta=False)
            with VerticalScroll(id="import-result", can_focus=False):
                yield Static("", id="import-report", markup=False)
            yield self.hint_line("tab completes · {open} imports · {back} closes")

    def on_mount(self) -> None:
        """Begin with the paths, or with the import that is running."""
        self._show_running(self._imports.is_running)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show no completions of an empty line: none are looked for."""
        if not event.value:
            self._show_matches("")

    def on_path_input_completions(self, event: PathInput.Completions) -> None:
        """Show how the path may go on."""
        names = [Path(path).name + "/" * path.endswith("/") for path in event.completions]
        shown = "   ".join(map(printable, names[:_SHOWN_COMPLETIONS]))
        more = len(names) - _SHOWN_COMPLETIONS
        self._show_matches(f"{shown}  and {more}" if more > 0 else shown)

    def action_accept(self) -> None:
        """Start the import; once there is one, close."""
        line = self.query_one(PathInput)
        if not line.display:
            self.dismiss(None)
            return
        paths = read_paths(line.value)
        if not paths:
            self._show(Content("Type the path of a file or a folder."))
        elif self._imports.is_running:
            self._show(Content("An import is running already."))
        else:
            self._imports.start(paths)
            self._show_running(True)
            self._show_matches("")
            self.change_hint("{back} leaves it running · ctrl-x stops it")

    def action_stop(self) -> None:
        """Stop the import."""
        self._imports.stop()

    def show_progress(self, progress: Progress) -> None:
        """Show how much of the import is done."""
        bar = self.query_one(ProgressBar)
        bar.display = True
        bar.update(total=progress.total, progress=progress.done)
        self._show(Content(printable(progress.label)))

    def show_report(self, report: ImportReport | None, reason: str) -> None:
        """Show the report of the import, or without one the ``reason`` why it failed."""
        self.query_one(ProgressBar).display = False
        has_news = report is not None and bool(report.added or report.updated)
        if report is None:
            self._show(error_text(reason))
        else:
            summary = Content.styled(import_summary(report), "bold")
            self._show(Content("\n").join([summary, Content(""), *map(_line, report.sources)]))
        undo = " · then {undo} takes it back" if has_news else ""
        self.change_hint(f"{{back}} closes{undo}")

    def _show_running(self, is_running: bool) -> None:
        self.query_one(ProgressBar).display = is_running
        self.query_one(PathInput).display = not is_running

    def _show_matches(self, text: str) -> None:
        self.query_one("#import-matches", Static).update(text)

    def _show(self, content: Content) -> None:
        self.query_one("#import-report", Static).update(content)


def _line(source: SourceReport) -> Content:
    name = printable(Path(source.source).name or source.source)
    if source.error:
        return Content.styled(f"✗ {printable(source.error)}", "$error")
    counts = import_counts(source)
    if lines := sum(text.last_line - text.first_line + 1 for text in source.skipped):
        counts += f", {counted(lines, 'line')} skipped"
    return Content.assemble("✓ ", name, (f"  {counts}", "$muted"))
