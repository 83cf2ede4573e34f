"""``readlist import``: papers in, from files, folders and standard input."""

import argparse
import sys

from readlist.cli.library import add_json, open_library
from readlist.cli.output import print_json, report_data
from readlist.cli.progress import ProgressBar
from readlist.cli.terminal import complain
from readlist.domain import ImportReport, SourceReport, Status
from readlist.text import printable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources and what to make of them."""
    statuses = [status.value for status in Status]
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help="a file, a folder, or -")
    parser.add_argument("--format", metavar="F", help="the format, when it is not to be detected")
    parser.add_argument(
        "--status", metavar="S", choices=statuses, default="inbox", help="of the new papers"
    )
    parser.add_argument(
        "--tag", metavar="T", action="append", default=[], help="of the new papers; may be repeated"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen, write nothing"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Import, and report what came of each source."""
    with (
        open_library(arguments, create=not arguments.dry_run) as library,
        ProgressBar(sys.stderr) as bar,
    ):
        report = library.import_sources(
            arguments.sources,
            format=arguments.format,
            status=Status(arguments.status),
            tags=arguments.tag,
            dry_run=arguments.dry_run,
            progress=bar.show,
        )
    if arguments.json:
        print_json(report_data(report))
    else:
        _print_report(report, arguments.dry_run)
    for source in report.sources:
        if source.error:
            complain(source.error)
    return 1 if report.failed else 0


def _print_report(report: ImportReport, dry_run: bool) -> None:
    done = [source for source in report.sources if source.error is None]
    for source in done:
        print(f"{printable(source.source)}: {_counts(source)}")
        _print_skipped(source)
    if len(done) > 1:
        print(f"in all: {report.found} papers found, {report.added} new")
    if dry_run:
        print("a dry run: nothing was written")


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
