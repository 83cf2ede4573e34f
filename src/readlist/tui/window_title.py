"""The title of the terminal's window, by xterm's control sequences (OSC 2, and XTWINOPS 22 and 23).

Terminals that do not know them ignore them.
"""

import os
import sys
from typing import TextIO

from textual.driver import Driver

from readlist.text import printable

_KEEP = "\x1b[22;2t"
_RESTORE = "\x1b[23;2t"


class WindowTitle:
    """Puts a title in place of the terminal's, which it keeps."""

    def __init__(self) -> None:
        self._shown = ""

    def show(self, driver: Driver | None, text: str) -> None:
        """Show ``readlist — text``."""
        is_terminal = driver and not driver.is_headless and not driver.is_web
        if driver is None or not is_terminal or os.environ.get("TERM") in ("linux", "dumb"):
            return
        title = f"readlist — {printable(text)}"
        if title != self._shown:
            driver.write(("" if self._shown else _KEEP) + _set(title))
            driver.flush()
            self._shown = title

    def restore(self, terminal: TextIO | None = None) -> None:
        """Give the terminal its title back once the driver is gone; where it kept none, none."""
        terminal = terminal or sys.__stderr__
        if self._shown and terminal:
            terminal.write(_set("") + _RESTORE)
            terminal.flush()
            self._shown = ""


def _set(title: str) -> str:
    return f"\x1b]2;{title}\x07"
