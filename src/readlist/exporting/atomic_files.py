"""Files that appear whole or not at all, and errors that say in one line what failed."""

import errno
import filecmp
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
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
# In binary, on systems where that makes a difference.
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file that takes the place of ``path`` when the block ends without an error.

    It is written beside ``path`` under a name of its own, gets the permissions of
    the file it replaces, and is gone if the block fails. A file that already
    holds the same is not touched. There is no ``fsync``: the library is the
    original, and an export can be repeated.
    """
    temporary = path.with_name(temporary_name())
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


def write_new(path: str, content: bytes, temporary: str) -> None:
    """Write a file that does not exist yet, whole or not at all, by way of a ``temporary`` one.

    The same as :func:`replacing`, for thousands of small files: few system calls.
    """
    try:
        file = os.open(temporary, _NEW, 0o666)
        try:
            rest = memoryview(content)
            while rest:
                rest = rest[os.write(file, rest) :]
        finally:
            os.close(file)
        os.rename(temporary, path)  # noqa: PTH104
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)  # noqa: PTH108
        raise


@contextmanager
def explaining(path: Path) -> Iterator[None]:
    """Raise errors of the system, while ``path`` is written, as :class:`ExportError`.

    Only the one that nobody reads a pipe any more is left as it is.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, "choose a place you may write to")
        place = printable(str(path))
        raise ExportError(f"cannot write {place}: {error.strerror or error}", hint) from error


def temporary_name() -> str:
    """Return a name for a file that is being written."""
    return f".{secrets.token_hex(8)}.readlist"
