"""Migrations: run once, all or none, after a copy was made, and never on a database of others."""

import sqlite3
import stat
import threading
from pathlib import Path

import pytest

from readlist.errors import DatabaseError
from readlist.paths import migrations_folder
from readlist.reading_list import ReadingList
from readlist.store import migrations


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
