"""``readlist sync``: a folder of Markdown notes and the library kept equal."""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from readlist.cli.library import add_json, open_library
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
    "unchanged": "as they were",
}
_GONE = {
    "file": "the file is gone, the paper stays",
    "paper": "the paper was taken out of the library, the file stays",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the folder, and what to do about notes that are gone."""
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="of Markdown notes")
    parser.add_argument(
        "--dry-run", action="store_true", help="say what would happen, write nothing"
    )
    gone = parser.add_mutually_exclusive_group()
    gone.add_argument(
        "--restore", action="store_true", help="bring back what is missing: files and papers"
    )
    gone.add_argument(
        "--forget", action="store_true", help="leave alone what is missing, and ask no more"
    )
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Sync, and tell what that took; 1 when something is in conflict or could not be synced."""
    with open_library(arguments, create=not arguments.dry_run) as library:
        report = library.sync(
            arguments.folder,
            dry_run=arguments.dry_run,
            restore=arguments.restore,
            forget=arguments.forget,
        )
    if arguments.json:
        print_json(_data(report, arguments.dry_run))
    else:
        _print_report(report, arguments.dry_run)
    for problem in report.problems:
        complain(f"{problem.path}: {problem.message}")
    return 1 if report.problems or report.conflicts else 0


def _data(report: "SyncReport", dry_run: bool) -> dict[str, object]:
    data = data_of(report)
    counts = {
        name: len(value) if isinstance(value, list) else value
        for name, value in data.items()
        if name != "folder"
    }
    return {"folder": data.pop("folder"), "dry_run": dry_run, "counts": counts, **data}


def _print_report(report: "SyncReport", dry_run: bool) -> None:
    data = data_of(report)
    numbers = {
        name: len(data[name]) if isinstance(data[name], list) else data[name] for name in _COUNTS
    }
    told = [f"{number} {_COUNTS[name]}" for name, number in numbers.items() if number]
    print(f"{report.folder}: {', '.join(told) or 'no notes'}")
    for line in _details(report, dry_run):
        print(f"  {printable(line)}")
    if dry_run:
        print("a dry run: nothing was written")


def _details(report: "SyncReport", dry_run: bool) -> Iterator[str]:
    if dry_run:
        for name in ("written", "taken", "merged", "created"):
            yield from (f"{_COUNTS[name]}: {path}" for path in getattr(report, name))
    for conflict in report.conflicts:
        yield f"{conflict.path}: both sides changed {', '.join(conflict.fields)}; each is kept"
    for double in report.doubles:
        yield f"{double.path}: the same paper as {double.kept}; delete it when all is there"
    for missing in report.missing:
        yield f"{missing.path}: {_GONE[missing.gone]}"
    if report.missing:
        yield "--restore brings missing notes back, --forget leaves them as they are"
