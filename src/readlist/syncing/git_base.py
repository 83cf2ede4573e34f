"""What a file was before two sides changed it, asked of git while a merge stands unfinished.

Git keeps it in its index as stage 1: https://git-scm.com/docs/gitrevisions
(``:<n>:<path>``). Nothing is run but ``git cat-file``, which changes nothing.
"""

import subprocess

_SECONDS = 30


def ancestor(root: str, path: str) -> str | None:
    """Return the common ancestor of a file that git could not merge, ``None`` if it tells of none.

    ``path`` is within ``root``. Without git, outside its folders, or once the
    merge is settled there is none.
    """
    command = ["git", "-C", root, "cat-file", "blob", f":1:./{path}"]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)
        return done.stdout.decode()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
