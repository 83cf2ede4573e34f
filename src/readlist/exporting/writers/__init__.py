"""The register of export formats: a name, and the module that writes it.

A new format is one new file beside this one and one line in :data:`FORMATS`.
Modules are imported only when asked for, so that a format costs nothing to the
commands that do not use it.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from readlist.domain import ImportSource, Paper, Record
from readlist.errors import UsageError
from readlist.text import nearest

FORMATS = {
    "markdown": "readlist.exporting.writers.markdown",
    "bibtex": "readlist.exporting.writers.bibtex",
    "biblatex": "readlist.exporting.writers.biblatex",
    "csl-json": "readlist.exporting.writers.csl_json",
    "ris": "readlist.exporting.writers.ris",
    "csv": "readlist.exporting.writers.csv_table",
    "jsonl": "readlist.exporting.writers.jsonl",
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


class Writer(Protocol):
    """What a module of this package offers.

    ``SEAL`` is a last line, in the format's own comment syntax, that holds a
    digest where it says ``{}``; by it an export is known as untouched later. It
    is empty for a format without comments: its digest is remembered elsewhere.
    """

    SEAL: str

    def collection(self, outgoing: Outgoing) -> Iterator[str]:
        """Yield one document of all papers, piece by piece."""


def find_writer(name: str) -> Writer:
    """Return the writer of the format called ``name``.

    Raises:
        UsageError: No format has that name; the nearest one is named.
    """
    if name not in FORMATS:
        raise UsageError(f"there is no export format {name!r}", nearest(name.lower(), FORMATS))
    return cast(Writer, import_module(FORMATS[name]))
