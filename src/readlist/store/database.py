"""One connection to one library: opening it, reading through it, changing it in transactions.

Every act of a person is one ``BEGIN IMMEDIATE … COMMIT`` with synchronous FULL:
once it returns, the change survives a killed process and a power cut. Several
processes can use the same file; a writer waits for its turn.
"""

import json
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import Any

from readlist.errors import DatabaseError
from readlist.store import migrations
from readlist.text import fold_letters, folded_words, name_of

#: How long a writer waits for another process, which may be in the middle of a large import.
BUSY_SECONDS = 60

#: Bytes in a page of the file: SQLite's default of 4,096 would be half empty with one abstract.
_PAGE_SIZE = 16384

#: Bytes of pages kept in memory: room for the scattered pages that a large import writes to.
_CACHE_SIZE = 16 * 1024 * 1024

#: How many rows one INSERT statement adds.
_ROWS_PER_INSERT = 100

#: SQL for a list of values that is passed as one parameter, made by :func:`listed`.
LISTED = "(SELECT value FROM json_each(?))"

Parameters = Sequence[object] | dict[str, object]

#: Encodes what a column holds as JSON. Made once, because ``json.dumps`` makes one at each call.
to_json = json.JSONEncoder(ensure_ascii=False).encode


def listed(values: Iterable[object]) -> str:
    """Return numbers or texts as the one parameter that :data:`LISTED` takes.

    It is pure ASCII: a text with lone surrogates, from a command line that is not
    UTF-8, could not be passed otherwise.
    """
    return json.dumps(list(values))


def now() -> str:
    """Return the present as UTC ISO 8601 with milliseconds: ``2026-01-31T07:05:00.250Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


class Database:
    """A library's connection, used by one thread at a time (see :meth:`open`)."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool, any_thread: bool = False) -> "Database":
        """Open the library at ``path``, bringing its schema up to date.

        With ``create``, a library that does not exist is made (mode 0600, its
        folder too); otherwise an empty one in memory takes its place, so that
        looking never writes. Raises :class:`DatabaseError`.

        The connection belongs to the thread that opened it, unless ``any_thread``
        is given: the interface hands an idle connection from one worker thread to
        the next. Two threads must never use it at once; nothing here checks that.
        """
        with _explained(path):
            if not path.exists():
                if not create:
                    return cls._connect(path, ":memory:", any_thread)
                _make_file(path)
            return cls._connect(path, str(path), any_thread)

    @classmethod
    def _connect(cls, path: Path, target: str, any_thread: bool) -> "Database":
        connection = sqlite3.connect(
            target, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=not any_thread
        )
        try:
            connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")  # only a new file's
            connection.execute(f"PRAGMA cache_size = {-_CACHE_SIZE // 1024}")  # negative: in KiB
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.create_function("words_of", -1, _words_of, deterministic=True)
            connection.create_function("family_name", 1, _family_name, deterministic=True)
            migrations.bring_up_to_date(connection, path)
            if target != ":memory:":
                _use_write_ahead_log(connection)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    def close(self) -> None:
        """Close the connection; the database cannot be used afterwards."""
        self.connection.close()

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """Return all rows of a query as tuples."""
        with _explained(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Any]:
        """Yield the rows of a query as tuples, holding one at a time."""
        with _explained(self.path):
            yield from self.connection.execute(sql, parameters)

    def column(self, sql: str, parameters: Parameters = ()) -> list[Any]:
        """Return the first column of all rows of a query."""
        return [row[0] for row in self.rows(sql, parameters)]

    def grouped(self, sql: str, parameters: Parameters = ()) -> dict[Any, list[Any]]:
        """Return the rows of a query by their first column, each as a list of the others."""
        groups: dict[Any, list[Any]] = {}
        for name, *others in self.rows(sql, parameters):
            groups.setdefault(name, []).append(others)
        return groups

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first column of a query's first row, ``None`` when there is no row."""
        rows = self.rows(sql, parameters)
        return rows[0][0] if rows else None

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Run one statement and return the id of the row it inserted last."""
        with _explained(self.path):
            return self.connection.execute(sql, parameters).lastrowid or 0

    def insert(
        self,
        table: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[object]],
        *,
        on_conflict: str = "FAIL",
    ) -> None:
        """Add rows to a table, many with each statement: that takes half as long as one by one.

        ``on_conflict`` is what happens to a row that breaks a constraint, as named at
        https://sqlite.org/lang_conflict.html. FAIL leaves it to the transaction to take
        back the rows before it, which saves SQLite a journal of the statement.
        """
        head = f"INSERT OR {on_conflict} INTO {table} ({', '.join(columns)}) VALUES "
        one_row, remaining = f"({', '.join('?' * len(columns))})", iter(rows)
        while batch := list(islice(remaining, _ROWS_PER_INSERT)):
            values = list(chain.from_iterable(batch))
            self.run(head + ", ".join([one_row] * len(batch)), values)

    def run_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each of ``rows``."""
        with _explained(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[None]:
        """Run the block as one transaction: all of it is kept, or none after an error.

        With ``keep=False`` none of it is kept either way: a dry run. Inside
        another transaction the block becomes a part of that one.
        """
        nested = self.connection.in_transaction
        self.run("SAVEPOINT part" if nested else "BEGIN IMMEDIATE")
        roll_back = "ROLLBACK TO part" if nested else "ROLLBACK"
        try:
            yield
            self.run(("RELEASE part" if nested else "COMMIT") if keep else roll_back)
        except BaseException:
            if self.connection.in_transaction:  # SQLite may have rolled back by itself
                self.connection.execute(roll_back)
            raise

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Let the block see the library as it is now, whatever other connections write."""
        if self.connection.in_transaction:
            yield
            return
        self.run("BEGIN")
        try:
            yield
        finally:
            self.run("ROLLBACK")

    def data_version(self) -> int:
        """Return a number that changes when another connection has changed the file."""
        return self.value("PRAGMA data_version")  # type: ignore[no-any-return]


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Make the journal a write-ahead log, waiting for other connections as SQLite does not."""
    deadline = time.monotonic() + BUSY_SECONDS
    while connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _words_of(*texts: str | None) -> str:
    """Return the folded words of each text, single spaces around each word, one line a text.

    It is a function in SQL; searching it for a phrase finds whole words only.
    """
    return "\n".join(f" {' '.join(folded_words(text or ''))} " for text in texts)


@lru_cache(maxsize=100_000)  # a list by author asks for all of them, every time
def _family_name(authors: str) -> str:
    """Return the first author's family name without accents and case. It is a function in SQL."""
    return fold_letters(name_of(next(iter(json.loads(authors)), "")).family)


def _make_file(path: Path) -> None:
    """Make an empty file only its owner can read; SQLite gives its journals the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.touch(mode=0o600)  # another process may have made it meanwhile, which is as good


_EXPLANATIONS = {
    "SQLITE_BUSY": ("another program is writing to it", "try again when it has finished"),
    "SQLITE_LOCKED": ("another program is writing to it", "try again when it has finished"),
    "SQLITE_FULL": ("the disk is full; nothing was written", "make room and try again"),
    "SQLITE_CORRUPT": ("the database is damaged", "restore a backup, and keep this file"),
    "SQLITE_NOTADB": ("not a SQLite database", "choose another file with --db"),
    "SQLITE_READONLY": ("the database cannot be written", "check its permissions"),
    "SQLITE_CANTOPEN": ("the database cannot be opened", "check the path and its permissions"),
    "SQLITE_IOERR": ("the disk reported an error", "check the disk and try again"),
}


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the system into ones that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        name = "_".join((getattr(error, "sqlite_errorname", None) or "").split("_")[:2])
        if name not in _EXPLANATIONS:
            raise
        what, hint = _EXPLANATIONS[name]
        raise DatabaseError(f"{path}: {what}", hint) from error
    except OSError as error:
        what = error.strerror or str(error)
        raise DatabaseError(f"{path}: {what}", "choose another place with --db") from error
