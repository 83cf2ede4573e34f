"""Bringing a database to the schema that this program knows.

Whether there is anything to do is decided with sqlite3 alone, so that opening a
library that is up to date never imports sqlite-utils.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from readlist.errors import DatabaseError
from readlist.paths import migrations_folder

_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = 'readlist'"


def known_migrations() -> list[str]:
    """Return the names of the migrations this program ships, in order."""
    return sorted(step.stem for step in migrations_folder().glob("m[0-9]*.py"))


def applied_migrations(connection: sqlite3.Connection) -> list[str] | None:
    """Return the names of the migrations that a database has had, in the order they ran.

    An empty database has had none; ``None`` means that it is not one of readlist's.
    """
    # In one transaction, because another process may be making the same new library.
    connection.execute("BEGIN")
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if "_sqlite_migrations" in tables:
            return [name for (name,) in connection.execute(f"{_APPLIED} ORDER BY id")] or None
        return None if tables else []
    finally:
        connection.execute("COMMIT")


def bring_up_to_date(connection: sqlite3.Connection, path: Path) -> None:
    """Migrate the database behind ``connection`` to the newest schema.

    A database with data is first copied to a file beside it. Raises
    :class:`DatabaseError` for a database of a newer version or of another
    program, which is left as it is.
    """
    applied, known = applied_migrations(connection), known_migrations()
    if applied == known:
        return
    if applied is None:
        what, hint = "the database of another program", "choose another file with --db"
        raise DatabaseError(f"{path}: {what}", hint)
    if set(applied) - set(known):
        hint = "update readlist, or choose another database with --db"
        raise DatabaseError(f"{path}: made by a newer version of readlist", hint)
    if applied:
        _back_up(connection, path, applied[-1])
    _migrate(connection)


def _back_up(connection: sqlite3.Connection, path: Path, last_migration: str) -> None:
    copy = path.with_name(f"{path.name}.before-{known_migrations()[-1]}-at-{last_migration}")
    copy.touch(mode=0o600)
    with closing(sqlite3.connect(copy)) as target:
        connection.backup(target)


def _migrate(connection: sqlite3.Connection) -> None:
    """Run the pending migrations in one transaction, so that two processes cannot both do it."""
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
