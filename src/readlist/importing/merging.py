"""What a later source of a paper adds to what the library holds.

It fills what was blank, puts the page's title in place of a derived one, and
completes an author list that was cut with "et al."; it never touches anything
else, least of all what a person wrote.
"""

from readlist.domain import PaperDraft, TitleSource
from readlist.store.imports import KnownPaper

_FILLED = ("abstract", "comment", "year", "venue", "doi", "arxiv_id", "links")


def what_is_new(draft: PaperDraft, known: KnownPaper) -> dict[str, object]:
    """Return the columns of ``paper`` to be filled from ``draft`` and their values."""
    values: dict[str, object] = {
        name: getattr(draft, name)
        for name in _FILLED
        if getattr(draft, name) and not getattr(known, name)
    }
    if draft.title and not known.title:
        values |= {"title": draft.title, "title_source": TitleSource.DUMP}
    if _has_more_authors(draft, known):
        values |= {"authors": draft.authors, "more_authors": draft.more_authors}
    return values


def _has_more_authors(draft: PaperDraft, known: KnownPaper) -> bool:
    if not known.authors:
        return bool(draft.authors)
    begins_alike = draft.authors[: len(known.authors)] == known.authors
    completes = len(draft.authors) > len(known.authors) or not draft.more_authors
    return known.more_authors and begins_alike and completes
