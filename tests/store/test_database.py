"""Opening a library: made when first written, private, refused when it is not ours."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from readlist.domain import Status
from readlist.errors import DatabaseError
from readlist.paths import migrations_folder
from readlist.reading_list import ReadingList
from readlist.store import migrations
from readlist.store.database import Database


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
    database.insert("pair", ("one", "other"), [(1, "second"), (2, "third")], known="IGNORE")
    assert database.rows("SELECT * FROM pair") == [(1, "first"), (2, "third")]


def test_a_newer_library_is_refused_and_left_untouched(filled: ReadingList) -> None:
    path = filled.path
    filled._database.run(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)",
        ("readlist", "m9999_from_the_future", "2099-01-01"),
    )
    filled.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseError, match="newer version"):
        ReadingList.open(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmarks (url TEXT)")
    other.close()
    with pytest.raises(DatabaseError, match="another program"):
        ReadingList.open(path)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"this is not a database, it is a letter" * 30, "not a SQLite database")],
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


def test_a_library_with_data_is_copied_before_a_migration(
    filled: ReadingList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = filled.path
    filled.close()
    folder = tmp_path / "migrations"
    folder.mkdir()
    for step in migrations_folder().glob("m*.py"):
        (folder / step.name).write_bytes(step.read_bytes())
    (folder / "m9000_colour.py").write_text(
        "def apply(db):\n    db.executescript('ALTER TABLE paper ADD COLUMN colour TEXT')\n"
    )
    monkeypatch.setattr(migrations, "migrations_folder", lambda: folder)
    with ReadingList.open(path) as library:
        assert library.counts().total == 12
        assert library._database.value("SELECT count(colour) FROM paper") == 0
    [copy] = tmp_path.glob("library.db.before-*")
    assert sqlite3.connect(copy).execute("SELECT count(*) FROM paper").fetchone() == (12,)
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_migration_that_fails_changes_nothing(
    filled: ReadingList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "migrations"
    folder.mkdir()
    for step in migrations_folder().glob("m*.py"):
        (folder / step.name).write_bytes(step.read_bytes())
    (folder / "m9000_broken.py").write_text(
        "def apply(db):\n"
        "    db.executescript('ALTER TABLE paper ADD COLUMN colour TEXT')\n"
        "    raise RuntimeError('broken')\n"
    )
    before = filled._database.rows("SELECT * FROM sqlite_master")
    with monkeypatch.context() as patch:
        patch.setattr(migrations, "migrations_folder", lambda: folder)
        with pytest.raises(RuntimeError, match="broken"):
            ReadingList.open(filled.path)
    assert filled._database.rows("SELECT * FROM sqlite_master") == before
    assert filled.counts().total == 12


def test_many_can_make_the_same_new_library_at_once(tmp_path: Path) -> None:
    errors: list[BaseException] = []

    def make() -> None:
        try:
            with ReadingList.open(tmp_path / "library.db") as library:
                library.counts()
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=make) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []


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
