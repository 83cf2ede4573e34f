"""``readlist import``: import papers from files, folders and standard input."""

import argparse
import sys
import time
from typing import TYPE_CHECKING, Self, TextIO

from readlist.cli.commands import add_dry_run, add_json, open_library
from readlist.cli.output import print_json
from readlist.cli.terminal import complain, is_terminal
from readlist.domain import ImportReport, Progress, SourceReport, Status, data_of
from readlist.errors import UsageError
from readlist.text import printable

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

#: Seconds after which work is long enough to show a bar for.
_PATIENCE = 0.5


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources, and what to do with their papers."""
    add, statuses = parser.add_argument, [status.value for status in Status]
    add("sources", metavar="SOURCE", nargs="*", help="a file, a folder, or - for standard input")
    add("--format", metavar="F", help="the format, if it should not be detected")
    add("--formats", action="store_true", help="list the formats that can be read")
    help = "which column of a table is what: title=Titel,authors=Autoren"
    add("--columns", metavar="FIELD=NAME,…", help=help)
    add("--status", metavar="S", choices=statuses, default="inbox", help="the status of new papers")
    help = "a tag for new papers; may be repeated"
    add("--tag", metavar="T", action="append", default=[], help=help)
    add_dry_run(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Import, and report what each source held; or list the formats."""
    if arguments.formats:
        return _print_formats(arguments.json)
    if not arguments.sources:
        raise UsageError("nothing to import", "name a file, a folder, or - for standard input")
    with (
        open_library(arguments, create=not arguments.dry_run) as library,
        _ProgressBar(sys.stderr) as bar,
    ):
        report = library.import_sources(
            arguments.sources,
            format=arguments.format,
            columns=arguments.columns and _columns(arguments.columns),
            status=Status(arguments.status),
            tags=arguments.tag,
            dry_run=arguments.dry_run,
            progress=bar.show,
        )
    if arguments.json:
        print_json({"import": report.import_id, "sources": [*map(data_of, report.sources)]})
    else:
        _print_report(report, arguments.dry_run)
    errors = [source.error for source in report.sources if source.error]
    for error in errors:
        complain(error)
    return 1 if errors else 0


def _print_formats(as_json: bool) -> int:
    from readlist.reading_list import ReadingList

    formats = ReadingList.import_formats()
    if as_json:
        print_json([{"name": name, "title": title} for name, title in formats])
        return 0
    cells = max(len(name) for name, _ in formats)
    for name, title in formats:
        print(printable(f"{name:<{cells}}  {title}"))
    return 0


def _columns(given: str) -> dict[str, str]:
    """Return which column each field is in, from ``title=Titel,authors=Autoren``."""
    pairs = [part.partition("=") for part in given.split(",")]
    for field, _, column in pairs:
        if not field.strip() or not column.strip():
            raise UsageError(f"cannot read --columns {given}", "write title=NAME,authors=NAME")
    return {field.strip(): column.strip() for field, _, column in pairs}


def _print_report(report: ImportReport, dry_run: bool) -> None:
    done = [source for source in report.sources if source.error is None]
    for source in done:
        print(f"{printable(source.source)}: {_counts(source)}")
        _print_skipped(source)
    if len(done) > 1:
        print(f"in total: {report.found} papers found, {report.added} new")
    if dry_run:
        print("dry run: nothing was written")


def _counts(source: SourceReport) -> str:
    parts = [f"{source.found} {'paper' if source.found == 1 else 'papers'} found"]
    counts = {"new": source.added, "updated": source.updated, "known": source.unchanged}
    parts += [f"{number} {name}" for name, number in counts.items() if number]
    return f"{', '.join(parts)} ({source.format})"


def _print_skipped(source: SourceReport) -> None:
    reasons: dict[str, int] = {}
    for text in source.skipped:
        lines = sum(bool(line.strip()) for line in text.text.split("\n"))
        reasons[text.reason] = reasons.get(text.reason, 0) + lines
    for reason, lines in reasons.items():
        print(f"  {lines} {'line' if lines == 1 else 'lines'} skipped: {reason}")


class _ProgressBar:
    """Shows how far the import is once it has taken half a second, on a terminal only."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._began = time.monotonic()
        self._bar: Bar | None = None
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        if self._bar:
            self._bar.stop()

    def show(self, progress: Progress) -> None:
        """Show a step of the import."""
        if not is_terminal(self._stream) or time.monotonic() - self._began < _PATIENCE:
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
