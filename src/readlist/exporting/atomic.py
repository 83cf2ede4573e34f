"""Files that appear whole or not at all, and failures said in one line."""

import errno
import filecmp
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from readlist.errors import ExportError
from readlist.text import printable

_HINTS = {
    errno.ENOSPC: "free some space and export again; files already there are whole",
    errno.EDQUOT: "free some space and export again; files already there are whole",
    errno.EEXIST: "a file is in the way, choose another place",
    errno.ENOTDIR: "a file is in the way, choose another place",
    errno.EISDIR: "that is a folder, name a file",
}


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes the place of ``path`` when the block ends well.

    It is written beside ``path`` under a name of its own, gets the permissions of
    the file it replaces, and is gone if the block fails. A file that already
    holds the same is not touched. There is no ``fsync``: the library is the
    original, and an export can be repeated.
    """
    temporary = path.with_name(f".{secrets.token_hex(8)}.readlist")
    try:
        with temporary.open("xb") as file:
            yield file
        if path.exists():
            if filecmp.cmp(temporary, path, shallow=False):
                return
            shutil.copymode(path, temporary)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Turn what the system reports while ``path`` is written into an error a person can read.

    Raises:
        ExportError: The block raised an ``OSError``, other than that nobody reads any more.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, "choose a place you may write to")
        place = printable(str(path))
        raise ExportError(f"cannot write {place}: {error.strerror or error}", hint) from error
