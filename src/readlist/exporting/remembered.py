"""Digests of files as they were exported, for formats in which no file can hold its own.

They are kept in a small JSON file among the program's state. Without it an
export is taken for somebody's own text, and left alone.
"""

import json
from contextlib import suppress
from pathlib import Path

from readlist.exporting import seal
from readlist.exporting.atomic import replacing
from readlist.paths import exports_file


def is_untouched(path: Path) -> bool:
    """Return whether the file at ``path`` is, byte for byte, what was exported there last."""
    return _read().get(str(path)) == seal.digest_of(path)


def remember(path: Path) -> None:
    """Keep the digest of the file at ``path``, and forget files that are gone.

    Where that cannot be written the export stands all the same.
    """
    with suppress(OSError):
        digests = {name: value for name, value in _read().items() if Path(name).exists()}
        digests[str(path)] = seal.digest_of(path)
        file = exports_file()
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as stream:
            stream.write(json.dumps(digests, indent=2).encode())


def _read() -> dict[str, object]:
    try:
        found = json.loads(exports_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
