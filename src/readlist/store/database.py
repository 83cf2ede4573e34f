"""One connection to one library: opening it, reading through it, changing it in transactions.

Every act of a person is one ``BEGIN IMMEDIATE … COMMIT`` with synchronous FULL:
once it returns, the change survives a killed process and a power cut. Several
processes can use the same file; a writer waits its turn.
"""

import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path
from typing import Any

from readlist.errors import DatabaseError
from readlist.store import migrations
from readlist.text import folded_words

#: How long a writer waits for another process, which may be in the middle of a large import.
BUSY_SECONDS = 60

#: Bytes of a page: a paper with its abstract leaves half of SQLite's usual ones empty.
_PAGE = 16384

#: Bytes of pages kept in memory: those that a large import writes to here and there fit.
_CACHE = 16 * 1024 * 1024

#: How many rows one statement puts in.
_TOGETHER = 100

Parameters = Sequence[object] | dict[str, object]


class Database:
    """A library's connection. It belongs to the thread that opened it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool, any_thread: bool = False) -> "Database":
        """Open the library at ``path``, bringing its schema up to date.

        A library that does not exist is made (mode 0600, its folder too) when
        ``create``; otherwise an empty one in memory stands in for it, so that
        looking never writes. With ``any_thread`` it may be handed from one thread
        to another, though never used by two at once. Raises :class:`DatabaseError`.
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
            target,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=not any_thread,
        )
        try:
            connection.execute(f"PRAGMA page_size = {_PAGE}")  # of a new file
            connection.execute(f"PRAGMA cache_size = {-_CACHE // 1024}")  # negative: in KiB
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.create_function("words_of", -1, _words_of, deterministic=True)
            migrations.bring_up_to_date(connection, path)
            if target != ":memory:":
                _write_ahead(connection)
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

    def value(self, sql: str, parameters: Parameters = ()) -> Any:
        """Return the first column of a query's first row, ``None`` when there is no row."""
        found = self.rows(sql, parameters)
        return found[0][0] if found else None

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
        known: str = "FAIL",
    ) -> None:
        """Put rows into a table, many with each statement: that takes half as long as one by one.

        ``known`` is what happens to a row that breaks a constraint, in the words
        of https://sqlite.org/lang_conflict.html. To FAIL leaves the rows before it
        to the transaction, so that SQLite need not be able to take them back.
        """
        head = f"INSERT OR {known} INTO {table} ({', '.join(columns)}) VALUES "
        one, waiting = f"({', '.join('?' * len(columns))})", iter(rows)
        while some := list(islice(waiting, _TOGETHER)):
            values = list(chain.from_iterable(some))
            self.run(head + ", ".join([one] * len(some)), values)

    def run_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each of ``rows``."""
        with _explained(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def writing(self, *, keep: bool = True) -> Iterator[None]:
        """Run the block as one transaction: all of it is kept, or on an error none.

        With ``keep=False`` none of it is kept either way: a rehearsal. Inside
        another transaction the block is a part of that one.
        """
        inner = self.connection.in_transaction
        self.run("SAVEPOINT part" if inner else "BEGIN IMMEDIATE")
        undone = "ROLLBACK TO part" if inner else "ROLLBACK"
        try:
            yield
            self.run(("RELEASE part" if inner else "COMMIT") if keep else undone)
        except BaseException:
            if self.connection.in_transaction:  # SQLite may have rolled back by itself
                self.connection.execute(undone)
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
        with _explained(self.path):
            return _pragma(self.connection, "data_version")  # type: ignore[no-any-return]


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Make the journal a write-ahead log. SQLite does not wait for others to do that: we do."""
    deadline = time.monotonic() + BUSY_SECONDS
    while _pragma(connection, "journal_mode") != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _pragma(connection: sqlite3.Connection, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def _words_of(*texts: str | None) -> str:
    """Return the folded words of some texts apart by single spaces, the texts by a line end."""
    return "\n".join(f" {' '.join(folded_words(text or ''))} " for text in texts)


def _make_file(path: Path) -> None:
    """Make an empty file only its owner can read; SQLite gives its journals the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # Another process may be doing the same, which is as good.
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))


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
    """Turn SQLite's and the system's errors into ones that say what to do."""
    try:
        yield
    except sqlite3.Error as error:
        name = "_".join((getattr(error, "sqlite_errorname", None) or "").split("_")[:2])
        if name not in _EXPLANATIONS:
            raise
        what, hint = _EXPLANATIONS[name]
        raise DatabaseError(f"{path}: {what}", hint) from error
    except OSError as error:
        raise DatabaseError(
            f"{path}: {error.strerror or error}", "choose another place with --db"
        ) from error


def now() -> str:
    """Return the present as UTC ISO 8601 with milliseconds: ``2026-01-31T07:05:00.250Z``."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
