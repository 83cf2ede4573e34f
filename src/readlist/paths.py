"""Where things are. Nothing here creates a file or a folder."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC


def library_file(chosen: str | None = None) -> Path:
    """Return the database's path: ``chosen``, else ``READLIST_DB``, else the user's own."""
    named = chosen or os.environ.get("READLIST_DB")
    if named:
        return Path(named).expanduser().absolute()
    return _folders().user_data_path / "readlist.db"


def config_file() -> Path:
    """Return the settings' path: ``READLIST_CONFIG``, else the user's own."""
    named = os.environ.get("READLIST_CONFIG")
    if named:
        return Path(named).expanduser().absolute()
    return _folders().user_config_path / "config.toml"


def state_file() -> Path:
    """Return the file that remembers how the interface was left."""
    return _folders().user_state_path / "state.json"


def exports_file() -> Path:
    """Return the file that remembers digests of exports, for formats that cannot hold one."""
    return _folders().user_state_path / "exports.json"


def log_file() -> Path:
    """Return the file that unexpected errors are written to."""
    return _folders().user_log_path / "readlist.log"


def migrations_folder() -> Path:
    """Return the folder of migrations: the wheel's copy, or the repository's own."""
    here = Path(__file__).parent
    packaged = here / "migrations"
    return packaged if packaged.is_dir() else here.parents[1] / "migrations"


def _folders() -> "PlatformDirsABC":
    from platformdirs import PlatformDirs  # costs as much as the rest of a short command

    return PlatformDirs("readlist", appauthor=False)
