"""The text that a new note begins with, with the paper's fields in it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from urllib.parse import quote

from readlist.domain import Paper
from readlist.errors import SettingsError
from readlist.text import author_list, fold_spaces, nearest, printable

_SLOT = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}")


def check(template: str) -> str:
    """Return a template that can be filled. Raises :class:`~readlist.errors.SettingsError`."""
    for found in _SLOT.finditer(template):
        name = found[1]
        if name is not None and name not in FIELDS:
            told = f"note_template: no such field: {{{name}}}"
            raise SettingsError(told, f"{nearest(name, FIELDS)}; a brace itself is written {{{{")
    return template


def filled(template: str, paper: Paper) -> str:
    """Return ``template`` with the fields of ``paper`` in place of their names in braces.

    Raises :class:`~readlist.errors.SettingsError` for a field that does not exist.
    """

    def value(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0][0]
        return fold_spaces(printable(FIELDS[found[1]](paper)))

    return _SLOT.sub(value, check(template))


def read(setting: str | None, folder: Path) -> str:
    """Return the template that is set: a text, or what is in a file; empty if none is.

    The path of a file may be relative to ``folder``. Raises
    :class:`~readlist.errors.SettingsError`.
    """
    if setting is None or "{" in setting or "\n" in setting:  # a template itself
        return setting or ""
    path = folder / Path(setting).expanduser()
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError, ValueError) as error:
        message = f"note_template: {path}: {error}"
        raise SettingsError(message, "name a file, or write it") from error


def _link(paper: Paper) -> str:
    if paper.links:
        return paper.links[0]
    if paper.arxiv_id:
        return f"https://arxiv.org/abs/{quote(paper.arxiv_id)}"
    return f"https://doi.org/{quote(paper.doi)}" if paper.doi else ""


#: What a template may ask for.
FIELDS: Mapping[str, Callable[[Paper], str]] = {
    "title": lambda paper: paper.title,
    "authors": lambda paper: author_list(paper.authors, more=paper.more_authors),
    "year": lambda paper: str(paper.year or ""),
    "venue": lambda paper: paper.venue or "",
    "doi": lambda paper: paper.doi or "",
    "arxiv": lambda paper: paper.arxiv_id or "",
    "link": _link,
    "date": lambda paper: date.today().isoformat(),
    "key": lambda paper: paper.key,
}
