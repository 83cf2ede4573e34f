"""Papers on their way out of the library, in the shape each format needs."""

from collections.abc import Iterator, Sequence

from readlist.domain import ImportSource, Paper, Record
from readlist.exporting.citation_keys import Cited, citation_keys
from readlist.store import papers, transfer
from readlist.store.database import Database


class Selected:
    """The papers with these ids, read as they are asked for: an ``Outgoing``."""

    def __init__(self, database: Database, ids: Sequence[int]) -> None:
        self._database = database
        self._ids = ids

    def papers(self) -> Iterator[Paper]:
        """Yield the papers in the order of the ids."""
        return papers.stream(self._database, self._ids)

    def cited(self) -> Iterator[tuple[str, Paper]]:
        """Yield citation keys and papers."""
        rows = papers.cited(self._database)
        keys = citation_keys(Cited(*row) for row in rows)
        return ((keys[paper.key], paper) for paper in self.papers() if paper.key in keys)

    def origins(self) -> Iterator[ImportSource]:
        """Yield the sources the papers came from."""
        return transfer.origins(self._database, self._ids)

    def records(self) -> Iterator[Record]:
        """Yield all that is kept of each paper, in the order of their numbers."""
        return transfer.records(self._database, sorted(self._ids))
