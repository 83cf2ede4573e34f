"""The readers: one module for each family of formats, and their register.

A new format is one new module here that holds ``READERS`` (see
:mod:`readlist.importing.readers.reader`), and its name below. Another package adds one
by an entry point of the group ``readlist.readers``, which names a class of readers.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from readlist.importing.readers.reader import Format, Page

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

# The modules of this package that hold readers, in the order in which they are listed.
_FORMATS = ("bibtex", "tagged", "json_records", "tables", "xml_records", "markdown_notes")
_PAGES = (
    *("arxiv_mail", "arxiv", "search_sites", "semantic_scholar", "dblp", "pubmed"),
    "openreview",
    "journals",
    "physics_sites",
    *("acl_anthology", "proceedings", "paper_sites", "paper_feeds", "digests"),
    *("markdown_tables", "references"),
    "pdf_page",
)
#: Those whose readers go by likelihood: they see what the others leave.
_GUESSING = ("papers_page", "lists", "bare_lists", "title_lines")
_GROUP = "readlist.readers"


class Listed(NamedTuple):
    """A reader as a list of formats shows it."""

    name: str
    title: str


@cache
def formats() -> tuple[Format, ...]:
    """Return the readers of formats with certain marks."""
    others = (reader for reader in _of_others() if isinstance(reader, Format))
    return (*_own(_FORMATS), *others)


@cache
def pages() -> tuple[Page, ...]:
    """Return the readers of pages with certain marks."""
    return (*_own(_PAGES), *(reader for reader in _of_others() if isinstance(reader, Page)))


@cache
def guessing_pages() -> tuple[Page, ...]:
    """Return the readers of pages that go by likelihood."""
    return tuple(_own(_GUESSING))


def listed() -> list[Listed]:
    """Return every reader; those of other packages are not imported for it."""
    own = [Listed(each.name, each.title) for each in _own((*_FORMATS, *_PAGES, *_GUESSING))]
    return own + [
        Listed(point.name, f"of the package {point.dist.name}" if point.dist else point.value)
        for point in _entry_points()
    ]


def _own(families: Sequence[str]) -> Iterator[Any]:
    for family in families:
        yield from import_module(f"{__name__}.{family}").READERS


@cache
def _of_others() -> list[Format | Page]:
    return [point.load()() for point in _entry_points()]


def _entry_points() -> "EntryPoints":
    from importlib.metadata import entry_points  # it takes as long to import as many readers

    return entry_points(group=_GROUP)
