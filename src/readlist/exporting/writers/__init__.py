"""The register of export formats: a name, and the module that writes it.

A new format is one new file beside this one and one line in :data:`FORMATS`.
Modules are imported only when asked for, so that a format costs nothing to the
commands that do not use it.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast

from readlist.domain import Paper
from readlist.errors import UsageError

FORMATS = {
    "markdown": "readlist.exporting.writers.markdown",
}


class Writer(Protocol):
    """What a module of this package offers.

    ``SEAL`` is a last line, in the format's own comment syntax, that holds a
    digest where it says ``{}``; by it an export is known as untouched later. It
    is empty for a format without comments, whose files are then never replaced.
    """

    SEAL: str

    def collection(self, papers: Iterable[Paper]) -> Iterator[str]:
        """Yield one document of all ``papers``, piece by piece."""


def find_writer(name: str) -> Writer:
    """Return the writer of the format called ``name``.

    Raises:
        UsageError: No format has that name; the nearest one is named.
    """
    if name not in FORMATS:
        raise UsageError(f"there is no export format {name!r}", _nearest(name))
    return cast(Writer, import_module(FORMATS[name]))


def _nearest(name: str) -> str:
    from difflib import get_close_matches  # only a mistyped name needs it

    near = get_close_matches(name.lower(), FORMATS, n=1)
    return f"did you mean {near[0]}?" if near else f"choose one of: {', '.join(FORMATS)}"
