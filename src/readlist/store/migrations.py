"""Bringing a database to the schema this program knows.

Whether anything is to be done is decided with bare sqlite3, so that opening a
library that is up to date never imports sqlite-utils.
"""

import sqlite3
from pathlib import Path

from readlist.errors import DatabaseError
from readlist.paths import migrations_folder

_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'readlist'"


def known_migrations() -> list[str]:
    """Return the names of the migrations this program ships, in order."""
    return sorted(step.stem for step in migrations_folder().glob("m[0-9]*.py"))


def applied_migrations(connection: sqlite3.Connection) -> list[str] | None:
    """Return the names of the migrations a database has had, in the order they ran.

    An empty database has had none; ``None`` says that it is not one of readlist's.
    """
    connection.execute("BEGIN")  # one look: another process may be making the same new library
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if "_sqlite_migrations" in tables:
            return [name for (name,) in connection.execute(f"{_APPLIED} ORDER BY id")] or None
        return None if tables else []
    finally:
        connection.execute("COMMIT")


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Migrate the database behind ``connection`` to the newest schema.

    A database with data is copied first, to a file beside it. Raises
    :class:`DatabaseError` for a database of a newer version or of another
    program, which is left as it is.
    """
    applied, known = applied_migrations(connection), known_migrations()
    if applied == known:
        return
    if applied is None:
        raise DatabaseError(
            f"{path}: a database of another program", "choose another file with --db"
        )
    if set(applied) - set(known):
        raise DatabaseError(
            f"{path}: made by a newer version of readlist",
            "update readlist, or choose another database with --db",
        )
    if applied:
        _back_up(connection, path, applied[-1])
    _migrate(connection)


def _back_up(connection: sqlite3.Connection, path: Path, last_migration: str) -> None:
    copy = path.with_name(f"{path.name}.before-{known_migrations()[-1]}-at-{last_migration}")
    copy.touch(mode=0o600)
    target = sqlite3.connect(copy)
    try:
        connection.backup(target)
    finally:
        target.close()


def _migrate(connection: sqlite3.Connection) -> None:
    """Run what is pending in one transaction, whoever else is opening the same new file."""
    import runpy

    from sqlite_utils import Database

    migrations = runpy.run_path(str(migrations_folder() / "migrations.py"))["readlist"]
    connection.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(Database(connection, execute_plugins=False))
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
