"""An import: from files to papers in the library, one transaction a source.

Papers are read, matched and written a batch at a time, so memory does not grow
with the library. All sources of one import are one act to undo.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from readlist.domain import ImportReport, Progress, SourceReport
from readlist.errors import ReadlistError, SourceError
from readlist.importing.detect import JSONL, is_own_export, read_dump
from readlist.importing.restoring import Restorer
from readlist.importing.sources import Dump, Input, cannot_read, expand, open_dump
from readlist.importing.writer import ImportOptions, SourceWriter
from readlist.store.database import Database, now
from readlist.store.journal import Recorder, recording

#: So many lines are read from one report of the progress to the next.
_STEP = 500


def import_sources(
    database: Database, names: Sequence[str], options: ImportOptions, *, keep: bool = True
) -> ImportReport:
    """Import files, folders and standard input; with ``keep=False`` only say what it would do.

    A source that cannot be imported is reported with its error; nothing of it is
    written, and the others go in all the same.
    """
    if keep:
        return _Import(database, options).run(names)
    with database.writing(keep=False):
        return _Import(database, options).run(names)._replace(import_id=None)


class _Import:
    """One import on its way through its sources."""

    def __init__(self, database: Database, options: ImportOptions) -> None:
        self._database = database
        self._options = options
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
            with source.open() as stream:
                return self._write(source, open_dump(stream))
        except SourceError as error:
            raise _named(source, error) from error
        except OSError as error:  # on the way through it
            raise cannot_read(source.name, error) from error

    def _write(self, source: Input, dump: Dump) -> SourceReport:
        lines = self._reporting(dump, source)
        first = next(filter(str.strip, dump.lines()), "")
        is_own = self._options.format is None and is_own_export(first)
        if is_own or self._options.format == JSONL:
            return self._restore(source, lines)
        reading = read_dump(lines, self._options.format, self._options.columns)
        with self._recording() as recorder:
            if recorder.act_id is None:
                self._import_id = None
            writer = SourceWriter(self._database, recorder, self._options, source, reading.format)
            writer.import_id = self._import_id
            report = writer.write(reading.pieces)
            if report.found == 0:
                raise SourceError("no papers found", "nothing was written")
            recorder.summary = _summary([*self._reports, report])
        self._act_id, self._import_id = recorder.act_id, writer.import_id
        return report

    def _restore(self, source: Input, lines: Iterator[str]) -> SourceReport:
        """Take in an export of readlist's own."""
        from readlist.importing.jsonl import read_export  # it brings pydantic with it

        with self._recording() as recorder:
            restorer = Restorer(self._database, recorder, self._options)
            report = restorer.write(source.label, read_export(lines))
            recorder.summary = _summary([*self._reports, report])
        self._act_id = recorder.act_id
        return report

    @contextmanager
    def _recording(self) -> Iterator[Recorder]:
        """Record the act of this import, begun with the source before; all came at one time."""
        with recording(self._database, "import", resume=self._act_id) as recorder:
            recorder.at = self._at
            yield recorder

    def _reporting(self, dump: Dump, source: Input) -> Iterator[str]:
        """Yield the lines of a dump, reporting now and then how many were read."""
        report = self._options.progress or _ignore
        for number, line in enumerate(dump.lines()):
            if number % _STEP == 0:
                report(Progress(source.label, number, dump.total))
            yield line
        report(Progress(source.label, dump.total, dump.total))


def _ignore(_progress: Progress) -> None:
    """Report nothing."""


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
