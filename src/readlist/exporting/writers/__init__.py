"""The register of export formats: a name, and the function that writes it.

A new format is a function beside this and one line in :data:`FORMATS`. Modules are
imported only when asked for, so that a format costs nothing to the commands that
do not use it.
"""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple, Protocol

from readlist.domain import ImportSource, Paper, Record
from readlist.errors import UsageError
from readlist.text import nearest

#: The module of each format in this package, and the function in it.
FORMATS = {
    "markdown": ("markdown", "collection"),
    "bibtex": ("bibtex", "bibtex"),
    "biblatex": ("bibtex", "biblatex"),
    "csl-json": ("reference_managers", "csl_json"),
    "ris": ("reference_managers", "ris"),
    "csv": ("csv_table", "collection"),
    "jsonl": ("jsonl", "collection"),
}


class Outgoing(Protocol):
    """The papers to be written, in the shape a format needs. Each is read as it is asked for."""

    def papers(self) -> Iterator[Paper]:
        """Yield the papers in the order of the list."""

    def cited(self) -> Iterator[tuple[str, Paper]]:
        """Yield citation keys and papers; the keys do not depend on what else is written."""

    def origins(self) -> Iterator[ImportSource]:
        """Yield the sources the papers came from."""

    def records(self) -> Iterator[Record]:
        """Yield all that is kept of each paper."""


class Writer(NamedTuple):
    """A format: ``collection`` yields one document of all papers, piece by piece.

    ``last_line`` ends a file, in the format's own comment syntax, with the file's
    checksum where it says ``{}``, so that a later export can tell whether anybody
    has edited it. It is the module's ``LAST_LINE``, and empty for a format without
    comments: there the checksum is remembered elsewhere.
    """

    collection: Callable[[Outgoing], Iterator[str]]
    last_line: str


def find_writer(name: str) -> Writer:
    """Return the writer of a format; :class:`UsageError` suggests the nearest to a wrong name."""
    if name not in FORMATS:
        raise UsageError(f"there is no export format {name!r}", nearest(name.lower(), FORMATS))
    module_name, function = FORMATS[name]
    module = import_module(f"{__name__}.{module_name}")
    return Writer(getattr(module, function), getattr(module, "LAST_LINE", ""))
