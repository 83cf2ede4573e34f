"""An import: from files to papers in the library, one transaction a source.

Papers are read, matched and written a batch at a time, so memory does not grow
with the library. All sources of one import are one act to undo.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from readlist.domain import ImportReport, PaperDraft, Progress, SkippedText, SourceReport
from readlist.errors import ReadlistError, SourceError
from readlist.importing.decode import decode
from readlist.importing.detect import JSONL, is_own_export, read_text
from readlist.importing.restoring import Restorer
from readlist.importing.sources import Input, expand
from readlist.importing.writer import SourceWriter, Wishes
from readlist.store.database import Database, now
from readlist.store.journal import recording

Piece = TypeVar("Piece")


def import_sources(
    database: Database, names: Sequence[str], wishes: Wishes, *, keep: bool = True
) -> ImportReport:
    """Import files, folders and standard input; with ``keep=False`` only say what it would do.

    A source that cannot be imported is reported with its error; nothing of it is
    written, and the others go in all the same.
    """
    if keep:
        return _Import(database, wishes).run(names)
    with database.writing(keep=False):
        return _Import(database, wishes).run(names)._replace(import_id=None)


class _Import:
    """One import on its way through its sources."""

    def __init__(self, database: Database, wishes: Wishes) -> None:
        self._database = database
        self._wishes = wishes
        self._act_id: int | None = None
        self._import_id: int | None = None
        self._at = now()
        self._reports: list[SourceReport] = []

    def run(self, names: Sequence[str]) -> ImportReport:
        for source in expand(list(names)):
            self._reports.append(self._one(source))
        return ImportReport(self._import_id, tuple(self._reports))

    def _one(self, source: Input | SourceError) -> SourceReport:
        if isinstance(source, SourceError):
            return SourceReport(source.message.partition(": ")[0], error=str(source))
        try:
            return self._read_and_write(source)
        except ReadlistError as error:
            return SourceReport(source.label, error=str(error))

    def _read_and_write(self, source: Input) -> SourceReport:
        try:
            text = decode(source.read())
            if self._wishes.format == JSONL or (
                self._wishes.format is None and is_own_export(text)
            ):
                return self._restore(source, text)
            format, pieces = read_text(text, self._wishes.format)
        except SourceError as error:
            raise _named(source, error) from error
        with recording(self._database, "import", resume=self._act_id) as recorder:
            recorder.at = self._at  # all papers of one import were added at the same time
            if recorder.act_id is None:
                self._import_id = None
            writer = SourceWriter(self._database, recorder, self._wishes, source, format)
            writer.import_id = self._import_id
            report = writer.write(_counted(pieces, source, text, self._wishes.progress))
            if report.found == 0:
                raise SourceError(f"{source.label}: no papers found", "nothing was written")
            recorder.summary = _summary([*self._reports, report])
        self._act_id, self._import_id = recorder.act_id, writer.import_id
        return report

    def _restore(self, source: Input, text: str) -> SourceReport:
        """Take in an export of readlist's own."""
        from readlist.importing.jsonl import read_export  # it brings pydantic with it

        with recording(self._database, "import", resume=self._act_id) as recorder:
            recorder.at = self._at
            restorer = Restorer(self._database, recorder, self._wishes)
            pieces = _told(read_export(text), source, text, self._wishes.progress)
            report = restorer.write(source.label, pieces)
            recorder.summary = _summary([*self._reports, report])
        self._act_id = recorder.act_id
        return report


def _counted(
    pieces: Iterator[PaperDraft | SkippedText],
    source: Input,
    text: str,
    progress: Callable[[Progress], None] | None,
) -> Iterator[PaperDraft | SkippedText]:
    """Pass the pieces on, telling now and then how far through the file they are."""
    numbered = ((piece.last_line, piece) for piece in pieces)
    return (piece for _, piece in _told(numbered, source, text, progress))


def _told(
    pieces: Iterable[tuple[int, Piece]],
    source: Input,
    text: str,
    progress: Callable[[Progress], None] | None,
) -> Iterator[tuple[int, Piece]]:
    """Pass on pieces that end at a line, telling now and then how far through the file that is."""
    total = text.count("\n") + 1
    for number, piece in enumerate(pieces):
        if progress and number % 50 == 0:
            progress(Progress(source.label, piece[0], total))
        yield piece
    if progress:
        progress(Progress(source.label, total, total))


def _summary(reports: Sequence[SourceReport]) -> str:
    done = [report for report in reports if report.error is None]
    added, updated = (sum(getattr(one, name) for one in done) for name in ("added", "updated"))
    where = done[0].source if len(done) == 1 else f"{len(done)} sources"
    what = f"Imported {_papers(added)}" if added or not updated else f"Updated {_papers(updated)}"
    return f"{what} from {where}"


def _papers(number: int) -> str:
    return "1 paper" if number == 1 else f"{number} papers"


def _named(source: Input, error: SourceError) -> SourceError:
    """Say which source an error is about, where the reader could not know."""
    if error.message.startswith(f"{source.label}: "):
        return error
    return SourceError(f"{source.label}: {error.message}", error.hint)
