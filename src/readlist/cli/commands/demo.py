"""``readlist demo``: a first look at readlist, in a temporary library."""

import argparse
import sys
import tempfile
from pathlib import Path

from readlist.cli.output import print_rows
from readlist.cli.terminal import is_terminal
from readlist.reading_list import ReadingList
from readlist.samples import sample_files


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add nothing: there is nothing to choose."""


def run(arguments: argparse.Namespace) -> int:
    """Import the samples and open them, or print them where there is no terminal to open."""
    with tempfile.TemporaryDirectory(prefix="readlist-demo-") as folder:
        path = Path(folder) / "demo.db"
        with ReadingList.open(path) as library:
            library.import_sources(sample_files())
            if not (is_terminal(sys.stdout) and sys.stdin.isatty()):
                print_rows(library, library.ids(), sys.stdout)
                return 0
        code: int = arguments.open_interface(path)
        return code
