"""The program: both faces put together. ``readlist`` and ``python -m readlist`` come in here."""

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from readlist.cli.main import main

#: Objects made between two looks for garbage: most commands are done before the first.
_MANY = 50_000
_USUAL = gc.get_threshold()


def entry() -> NoReturn:
    """Run the command line of this process and exit with its code."""
    gc.set_threshold(_MANY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that cannot show a letter
    code = main(sys.argv[1:], _open_interface)
    if code:
        sys.exit(code)
    # All is written and closed. To take apart what was imported would take as long as a search.
    os._exit(0)


def _open_interface(library: Path) -> int:
    gc.set_threshold(*_USUAL)  # a long look would be seen
    from readlist.tui.app import run  # most commands have no need of Textual

    return run(library)


if __name__ == "__main__":
    entry()
