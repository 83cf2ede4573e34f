"""``readlist sync``: keep a folder of Markdown notes and the library in sync."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from readlist.cli.commands import add_dry_run, add_json, open_library
from readlist.cli.output import print_json
from readlist.cli.terminal import complain
from readlist.domain import data_of
from readlist.text import printable

if TYPE_CHECKING:
    from readlist.reading_list import SyncReport

_COUNTS = {
    "written": "written",
    "taken": "taken into the library",
    "merged": "merged",
    "created": "new in the library",
    "conflicts": "in conflict",
    "missing": "missing",
    "unchanged": "unchanged",
}
_GONE = {
    "file": "the file is gone, the paper stays",
    "paper": "the paper was removed from the library, the file stays",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the folder, and what to do about notes that are gone."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a folder of Markdown notes")
    add_dry_run(parser)
    add = parser.add_mutually_exclusive_group().add_argument
    add("--restore", action="store_true", help="bring back the files and papers that are missing")
    help = "leave what is missing as it is, and stop reporting it"
    add("--forget", action="store_true", help=help)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Sync, and report it; 1 when something is in conflict or could not be synced."""
    dry_run = arguments.dry_run
    with open_library(arguments, create=not dry_run) as library:
        report = library.sync(
            arguments.folder, dry_run=dry_run, restore=arguments.restore, forget=arguments.forget
        )
    data = data_of(report)
    folder = data.pop("folder")
    counts = {name: len(one) if isinstance(one, list) else one for name, one in data.items()}
    if arguments.json:
        print_json({"folder": folder, "dry_run": dry_run, "counts": counts, **data})
    else:
        _print_report(report, counts, dry_run)
    for problem in report.problems:
        complain(f"{problem.path}: {problem.message}")
    return 1 if report.problems or report.conflicts else 0


def _print_report(report: "SyncReport", counts: Mapping[str, int], dry_run: bool) -> None:
    numbers = [f"{counts[name]} {what}" for name, what in _COUNTS.items() if counts[name]]
    print(f"{report.folder}: {', '.join(numbers) or 'no notes'}")
    for line in _details(report, dry_run):
        print(f"  {printable(line)}")
    if dry_run:
        print("dry run: nothing was written")


def _details(report: "SyncReport", dry_run: bool) -> Iterator[str]:
    if dry_run:
        for name in ("written", "taken", "merged", "created"):
            yield from (f"{_COUNTS[name]}: {path}" for path in getattr(report, name))
    for conflict in report.conflicts:
        yield f"{conflict.path}: both sides changed {', '.join(conflict.fields)}; each is kept"
    for double in report.doubles:
        yield f"{double.path}: the same paper as {double.kept}; delete it once that has everything"
    for missing in report.missing:
        yield f"{missing.path}: {_GONE[missing.gone]}"
    if report.missing:
        yield "--restore brings back what is missing, --forget leaves it as it is"
