"""What front matter says, read leniently where the meaning is plain, else refused by one line."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from readlist.domain import Status
from readlist.syncing.entries import Entry
from readlist.syncing.patching import as_tag
from readlist.syncing.problem import NoteError
from readlist.text import nearest, printable

_KEY = re.compile(r"[0-9A-Za-z_-]{1,64}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z")
_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_BETWEEN_TAGS = re.compile(r"[\s,]+")
_YEAR = re.compile(r"[0-9]{1,4}")


def said_in(entries: Mapping[str, Entry]) -> dict[str, Any]:
    """Return what those entries say that the library knows, by their keys.

    Raises:
        NoteError: One holds what it cannot hold.
    """
    return {name: read(entries[name]) for name, read in _READERS.items() if name in entries}


def _text(entry: Entry) -> str | None:
    if entry.is_list or entry.is_odd or len(entry.items) > 1:
        raise NoteError(f"{entry.key} is no text", "correct it")
    return (printable(entry.items[0].text) or None) if entry.items else None


def _texts(entry: Entry) -> tuple[str, ...]:
    if entry.is_odd:
        raise NoteError(f"{entry.key} is no list of texts", "correct it")
    return tuple(text for item in entry.items if (text := printable(item.text)))


def _tags(entry: Entry) -> tuple[str, ...]:
    texts = _texts(entry)
    if not entry.is_list:
        texts = tuple(tag for text in texts for tag in _BETWEEN_TAGS.split(text.strip()))
    tags = sorted({as_tag(text) for text in texts if text.strip()})
    for tag in tags:
        if not tag or not tag.isprintable() or any(letter in " ,#" for letter in tag):
            raise NoteError(f"not a tag: {tag!r}", "a tag is one word, such as graph-learning")
    return tuple(tags)


def _number(entry: Entry) -> int | None:
    text = (_text(entry) or "").strip()
    if text and not _YEAR.fullmatch(text):
        raise NoteError(f"{entry.key} is no number: {text[:40]!r}", "a year has four digits")
    return int(text) if text else None


def _truth(entry: Entry) -> bool | None:
    text = (_text(entry) or "").strip()
    if text and text.lower() not in _TRUTHS:
        raise NoteError(f"{entry.key} is neither true nor false: {text[:40]!r}", "correct it")
    return _TRUTHS[text.lower()] if text else None


def _status(entry: Entry) -> str | None:
    text = (_text(entry) or "").strip()
    status = text.lower().replace(" ", "-")
    if text and status not in set(Status):
        raise NoteError(f"no such status: {text[:40]!r}", nearest(status[:40], list(Status)))
    return status or None


def _key(entry: Entry) -> str | None:
    text = (_text(entry) or "").strip()
    if text and not _KEY.fullmatch(text):
        raise NoteError("readlist-id is no key of a paper", "correct it, or take it out")
    return text or None


def _time(entry: Entry) -> str | None:
    text = (_text(entry) or "").strip()
    return text if _TIME.fullmatch(text) else None


_READERS: dict[str, Callable[[Entry], Any]] = {
    "title": _text,
    "title_source": _text,
    "authors": _texts,
    "more_authors": _truth,
    "year": _number,
    "venue": _text,
    "status": _status,
    "starred": _truth,
    "tags": _tags,
    "links": _texts,
    "doi": _text,
    "arxiv": _text,
    "added": _time,
    "finished": _time,
    "readlist-id": _key,
}
