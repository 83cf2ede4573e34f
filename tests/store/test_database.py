"""Opening a library: made when first written, private, reading and writing through it."""

import json
import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from readlist.domain import Status
from readlist.errors import DatabaseError
from readlist.reading_list import ReadingList
from readlist.store.database import LISTED, Database, listed


def test_a_new_library_is_private_and_its_folder_made(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "library.db"
    with ReadingList.open(path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_looking_at_a_library_that_is_not_there_makes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "none" / "library.db"
    with ReadingList.open(path, create=False) as library:
        assert library.counts().total == 0
        assert library.ids() == []
    assert not path.parent.exists()


def test_pragmas(library: ReadingList) -> None:
    connection = library._database.connection
    pragmas = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
    }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "busy_timeout": 60_000,
    }


@pytest.mark.parametrize("values", [[], [1, 2], ["a'b", "é\n漢"]], ids=["none", "ids", "texts"])
def test_listed_values_are_one_parameter(library: ReadingList, values: list[object]) -> None:
    rows = library._database.column(f"SELECT json_quote(value) FROM {LISTED}", (listed(values),))
    assert [json.loads(row) for row in rows] == values


def test_a_listed_text_that_is_not_unicode_matches_nothing(library: ReadingList) -> None:
    # It comes from a command line that is not UTF-8, and cannot be bound as a text.
    assert library._database.column(f"SELECT 1 WHERE 'x' IN {LISTED}", (listed(["\udcff"]),)) == []


def test_rows_are_grouped_by_their_first_column(library: ReadingList) -> None:
    grouped = library._database.grouped("VALUES (1, 'a', 'b'), (2, 'c', 'd'), (1, 'e', 'f')")
    assert grouped == {1: [["a", "b"], ["e", "f"]], 2: [["c", "d"]]}


@pytest.mark.parametrize("number", [0, 1, 99, 100, 101, 250])
def test_rows_are_put_in_in_their_order(library: ReadingList, number: int) -> None:
    database = library._database
    database.run("CREATE TEMP TABLE pair (one PRIMARY KEY, other)")
    database.insert("pair", ("one", "other"), ((n, -n) for n in range(number)))
    assert database.rows("SELECT rowid - 1, one, other FROM pair ORDER BY rowid") == [
        (n, n, -n) for n in range(number)
    ]


def test_rows_that_are_known_are_passed_over(library: ReadingList) -> None:
    database = library._database
    database.run("CREATE TEMP TABLE pair (one PRIMARY KEY, other)")
    database.insert("pair", ("one", "other"), [(1, "first")])
    database.insert("pair", ("one", "other"), [(1, "second"), (2, "third")], on_conflict="IGNORE")
    assert database.rows("SELECT * FROM pair") == [(1, "first"), (2, "third")]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"this is not a database, it is a letter" * 30, "not a SQLite database")],
    ids=["letter"],
)
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match=said):
        ReadingList.open(path)
    assert path.read_bytes() == content


def test_a_damaged_library_is_said_to_be_damaged(filled: ReadingList) -> None:
    path = filled.path
    filled.close()
    content = bytearray(path.read_bytes())
    for start in range(4096, len(content), 4096):
        content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)
    with pytest.raises(DatabaseError, match="damaged"), ReadingList.open(path) as library:
        list(library.papers())


def test_a_folder_in_the_way_is_an_error_that_says_so(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=str(tmp_path)):
        ReadingList.open(tmp_path)


def test_a_transaction_is_kept_whole_or_not_at_all(filled: ReadingList) -> None:
    database: Database = filled._database
    with pytest.raises(DatabaseError), database.writing():
        database.run("UPDATE paper SET starred = 1")
        raise DatabaseError("stop")
    with database.writing(keep=False):
        database.run("UPDATE paper SET starred = 1")
    with database.writing():
        with database.writing(keep=False):
            database.run("UPDATE paper SET starred = 1")
        database.run("UPDATE paper SET status = 'done' WHERE id = 1")
    assert filled.counts().starred == 0
    assert filled.counts().by_status[Status.DONE] == 1


def test_another_connections_change_is_noticed_once(filled: ReadingList) -> None:
    with ReadingList.open(filled.path) as other:
        assert not filled.changed_elsewhere()
        other.star([1], True)
        assert filled.changed_elsewhere()
        assert not filled.changed_elsewhere()
        filled.star([2], True)
        assert not filled.changed_elsewhere()


def _count_in_a_thread(library: ReadingList) -> int | BaseException:
    counted: list[int | BaseException] = []

    def count() -> None:
        try:
            counted.append(library.counts().total)
        except Exception as error:
            counted.append(error)

    thread = threading.Thread(target=count)
    thread.start()
    thread.join()
    return counted[0]


@pytest.mark.parametrize("create", [True, False], ids=["file", "stand-in"])
def test_a_connection_can_be_handed_to_another_thread(tmp_path: Path, create: bool) -> None:
    with ReadingList.open(tmp_path / "library.db", create=create, any_thread=True) as library:
        assert _count_in_a_thread(library) == 0
        assert library.counts().total == 0


def test_a_connection_belongs_to_its_thread_unless_told_otherwise(library: ReadingList) -> None:
    assert isinstance(_count_in_a_thread(library), sqlite3.ProgrammingError)
