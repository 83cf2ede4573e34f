"""The program: both faces put together. ``readlist`` and ``python -m readlist`` come in here."""

import sys
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from readlist.cli.main import main


def entry() -> NoReturn:
    """Run the command line of this process and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter
    sys.exit(main(sys.argv[1:], _open_interface))


def _open_interface(library: Path) -> int:
    from readlist.tui.app import run  # most commands have no need of Textual

    return run(library)


if __name__ == "__main__":
    entry()
