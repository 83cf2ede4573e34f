"""The one door: everything a user can do is one method of :class:`ReadingList`.

The command line and the terminal interface stand on this package and on nothing
below it. ``ExportResult`` and ``SyncReport`` are here for annotations only.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self, TextIO

from readlist.domain import (
    Act,
    Counts,
    ImportRecord,
    ImportReport,
    NoteLinks,
    Paper,
    PaperRow,
    Progress,
    SearchHit,
    Statistics,
    Status,
)
from readlist.errors import UsageError
from readlist.paths import library_file
from readlist.reading_list.notes import NoteMethods
from readlist.reading_list.search import SearchMethods
from readlist.store import notes, papers, search_index, undo
from readlist.store.database import Database
from readlist.store.journal import recording

if TYPE_CHECKING:
    from readlist.exporting.export import ExportResult as ExportResult
    from readlist.syncing.report import SyncReport as SyncReport


class ReadingList(SearchMethods, NoteMethods):
    """A person's library.

    Methods that act return the :class:`~readlist.domain.Act` that can be undone,
    or ``None`` when there was nothing to change. All raise
    :class:`~readlist.errors.DatabaseError` when the file cannot be read or written.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen_version = database.data_version()

    @classmethod
    def open(
        cls, path: Path | None = None, *, create: bool = True, any_thread: bool = False
    ) -> Self:
        """Open the library at ``path``, or the user's own.

        One that does not exist is created, or with ``create=False`` stood in for
        by an empty one. It belongs to the thread that opened it; with ``any_thread`` it
        may be handed to another, though never used by two at once.
        """
        database = Database.open(path or library_file(), create=create, any_thread=any_thread)
        search_index.bring_up_to_date(database)
        return cls(database)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the library."""
        self._database.close()

    def interrupt(self) -> None:
        """Have what another thread is looking up through this library fail soon."""
        self._database.connection.interrupt()

    @property
    def path(self) -> Path:
        """The database file."""
        return self._database.path

    # Reading

    def counts(self) -> Counts:
        """Return how many papers each view holds."""
        return papers.counts(self._database)

    def rows(self, ids: Sequence[int]) -> list[PaperRow]:
        """Return the rows of these papers, in the order given; those that are gone are left out."""
        return papers.rows(self._database, ids)

    def paper(self, paper_id: int) -> Paper:
        """Return all fields of a paper. Raises :class:`~readlist.errors.NoSuchPaperError`."""
        return papers.get(self._database, paper_id)

    def related(self, paper_id: int, limit: int) -> tuple[list[SearchHit], NoteLinks]:
        """Return the papers most like one, at most ``limit``, and the links from and to its note.

        Raises :class:`~readlist.errors.NoSuchPaperError`.
        """
        from readlist.notes import links
        from readlist.searching.similar import similar

        paper = papers.get(self._database, paper_id)
        return similar(self._database, paper_id, limit), links.of_paper(self._database, paper)

    def papers(
        self, query: str = "", sort: str | None = None, limit: int | None = None
    ) -> Iterator[Paper]:
        """Yield the papers that match ``query`` with all their fields, few at a time in memory."""
        return papers.stream(self._database, self.ids(query, sort, limit))

    def history(self, limit: int | None = None) -> list[Act]:
        """Return every act, newest first."""
        return undo.acts(self._database, limit)

    def statistics(self) -> Statistics:
        """Return numbers about the library."""
        from readlist.store.statistics import statistics

        return statistics(self._database)

    def imports(self) -> list[ImportRecord]:
        """Return every import, newest first."""
        from readlist.store import imports

        return imports.records(self._database)

    def changed_elsewhere(self) -> bool:
        """Return whether another connection has changed the library since this was last asked."""
        version, seen = self._database.data_version(), self._seen_version
        self._seen_version = version
        return version != seen

    # Changing

    def mark(self, ids: Sequence[int], status: Status) -> Act | None:
        """Set the status of papers."""
        with recording(self._database, "mark") as recorder:
            papers.check(self._database, ids)
            filed = papers.set_status(self._database, recorder, ids, status)
            recorder.summary = f"Marked {self._named(filed)} {status.value}"
        return undo.get(self._database, recorder.act_id)

    def move(self, ids: Sequence[int], steps: int) -> Act | None:
        """Move papers down the reading queue, or up for less than 0 steps."""
        with recording(self._database, "move") as recorder:
            papers.check(self._database, ids)
            papers.move_in_queue(self._database, recorder, ids, steps)
            way = "down" if steps > 0 else "up"
            recorder.summary = f"Moved {self._named(ids)} {way} the queue"
        return undo.get(self._database, recorder.act_id)

    def star(self, ids: Sequence[int], starred: bool) -> Act | None:
        """Star papers, or remove their star."""
        kind = "star" if starred else "unstar"
        with recording(self._database, kind) as recorder:
            papers.check(self._database, ids)
            changed = papers.change(recorder, ids, {"starred": int(starred)})
            recorder.summary = f"{kind.capitalize()}red {self._named(changed)}"
        return undo.get(self._database, recorder.act_id)

    def tag(
        self, ids: Sequence[int], add: Sequence[str] = (), remove: Sequence[str] = ()
    ) -> Act | None:
        """Add tags to papers and remove others. Raises :class:`~readlist.errors.UsageError`."""
        added, removed = _tags(add), _tags(remove)
        with recording(self._database, "tag") as recorder:
            papers.check(self._database, ids)
            changed = notes.tag(self._database, recorder, ids, added, removed)
            signs = [f"+{name}" for name in added] + [f"-{name}" for name in removed]
            recorder.summary = f"Tagged {self._named(changed)} {' '.join(signs)}"
        return undo.get(self._database, recorder.act_id)

    def edit(self, paper_id: int, changes: Mapping[str, str]) -> Act | None:
        """Change fields of a paper; values are texts, and an empty one clears the field.

        Raises :class:`~readlist.errors.UsageError` for a field that does not
        exist or a value that it cannot hold.
        """
        from readlist.store import editing  # it imports SQLModel

        with recording(self._database, "edit") as recorder:
            papers.check(self._database, [paper_id])
            editing.edit(self._database, recorder, paper_id, changes)
            recorder.summary = f"Edited {', '.join(changes)} of {self._named([paper_id])}"
        return undo.get(self._database, recorder.act_id)

    def undo(self) -> Act:
        """Undo the last act. Raises :class:`~readlist.errors.NothingToDoError`."""
        return undo.undo(self._database)

    def redo(self) -> Act:
        """Redo what was undone last. Raises :class:`~readlist.errors.NothingToDoError`."""
        return undo.redo(self._database)

    def import_sources(
        self,
        sources: Sequence[str | Path],
        *,
        format: str | None = None,
        columns: Mapping[str, str] | None = None,
        status: Status = Status.INBOX,
        tags: Sequence[str] = (),
        dry_run: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> ImportReport:
        """Import files, folders and standard input (``-``).

        New papers get ``status`` and ``tags``; ``columns`` says which column of a table
        holds which field. What cannot be imported is in the report, and so is why. Raises
        :class:`~readlist.errors.UsageError` for a format or a field that does not exist.
        """
        from readlist.importing.detect import JSONL, insisted_reader
        from readlist.importing.run import import_sources
        from readlist.importing.writer import ImportOptions

        insisted_reader(None if format == JSONL else format, columns)
        options = ImportOptions(format, columns, status, tuple(_tags(tags)), progress)
        return import_sources(self._database, [*map(str, sources)], options, keep=not dry_run)

    @staticmethod
    def import_formats() -> list[tuple[str, str]]:
        """Return the name of each format that can be imported, and what it is."""
        from readlist.importing.detect import JSONL
        from readlist.importing.readers import listed

        return [*listed(), (JSONL, "what readlist export --format jsonl writes")]

    # Exporting and syncing

    def export_folder(
        self,
        folder: Path,
        query: str = "",
        *,
        ids: Sequence[int] | None = None,
        template: Path | None = None,
    ) -> "ExportResult":
        """Write the papers that match ``query``, or those with these ``ids``, a Markdown file each.

        A ``template`` decides what the files hold. Raises
        :class:`~readlist.errors.ExportError` and, for a template that cannot be
        used, :class:`~readlist.errors.UsageError`.
        """
        from readlist.exporting import export

        selected = self.ids(query) if ids is None else ids
        return export.folder(self._database, selected, folder, template)

    def export_document(
        self,
        target: Path | TextIO,
        query: str = "",
        *,
        ids: Sequence[int] | None = None,
        format: str = "markdown",
        template: Path | None = None,
    ) -> None:
        """Write papers, chosen as in :meth:`export_folder`, as one document to a file or a stream.

        Raises :class:`~readlist.errors.ExportError` and, for a format or a
        template that cannot be used, :class:`~readlist.errors.UsageError`.
        """
        from readlist.exporting import export

        selected = self.ids(query) if ids is None else ids
        export.document(self._database, selected, target, format, template)

    def sync(
        self, folder: Path, *, dry_run: bool = False, restore: bool = False, forget: bool = False
    ) -> "SyncReport":
        """Bring the notes in a folder and the library in sync, whichever side changed.

        What is missing on one side is reported, or with ``restore`` brought back, or
        with ``forget`` no longer reported. Raises
        :class:`~readlist.errors.ExportError` for a folder that cannot be used.
        """
        from readlist.syncing.sync import SyncOptions, sync

        return sync(self._database, folder, SyncOptions(dry_run, restore, forget))

    def _named(self, ids: Sequence[int]) -> str:
        """Return what a summary calls these papers: the title of one, the number of several."""
        if len(ids) != 1:
            return f"{len(ids)} papers"
        return f"“{papers.title(self._database, ids[0])}”"


def _tags(names: Sequence[str]) -> list[str]:
    """Return tags as they are kept: each once, in lower case and without a leading ``#``.

    Raises :class:`UsageError` for one that is not a single word.
    """
    tags = []
    for name in names:
        tag = name.strip().removeprefix("#").lower()
        if not tag or not tag.isprintable() or any(letter in " ,#" for letter in tag):
            raise UsageError(f"not a tag: {name!r}", "a tag is one word, such as graph-learning")
        tags.append(tag)
    return list(dict.fromkeys(tags))
