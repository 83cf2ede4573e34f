"""The views: named queries, each with its count."""

from collections.abc import Iterable
from dataclasses import dataclass

from readlist.domain import Counts, Paper, SavedSearch, Status
from readlist.tui.ledger import Change


@dataclass(frozen=True, slots=True)
class View:
    """A list with a name. ``status`` is set when all its papers have it.

    ``saved`` is the id of a saved search, ``similar_to`` of the paper that the
    papers listed are like.
    """

    label: str
    query: str
    status: Status | None = None
    starred: bool = False
    tag: str | None = None
    saved: int | None = None
    similar_to: int | None = None

    @property
    def is_found(self) -> bool:
        """Whether its papers are searched for, so that they are not counted with the others."""
        return self.saved is not None or self.similar_to is not None

    @property
    def place(self) -> str:
        """What the choices a person made for it are kept under."""
        return self.label if self.saved is None else f"saved:{self.saved}"

    @property
    def asks(self) -> str:
        """What it asks the library of papers beyond their status and star."""
        return self.query if self.saved is not None or self.tag is not None else ""

    def count(self, counts: Counts) -> int:
        """Return how many papers the view holds."""
        if self.status:
            return counts.by_status[self.status]
        if self.starred:
            return counts.starred
        return counts.total if self.tag is None else counts.tags.get(self.tag, 0)

    def is_left(self, change: Change) -> bool:
        """Tell whether a paper that is changed so no longer belongs here."""
        if self.status and change.status:
            return change.status is not self.status
        return self.starred and change.starred is False

    def is_entered(self, change: Change) -> bool:
        """Tell whether a paper that is changed so may belong here now."""
        if self.status:
            return change.status is self.status
        return self.starred and change.starred is True


BY_STATUS = tuple(View(status.label, f"status:{status.value}", status) for status in Status)
STARRED = View("Starred", "is:starred", starred=True)
ALL = View("All", "")
FIXED = (*BY_STATUS, STARRED, ALL)

#: Letters told of a title where it names a view.
_TOLD = 24


def with_tags(tags: Iterable[str], searches: Iterable[SavedSearch] = ()) -> tuple[View, ...]:
    """Return all views: the fixed ones, then one for each saved search and each tag."""
    return (
        *FIXED,
        *map(of_search, searches),
        *(View(f"#{tag}", f'tag:"{tag}"', tag=tag) for tag in tags),
    )


def of_search(search: SavedSearch) -> View:
    """Return the view of a saved search."""
    return View(search.name, search.query, saved=search.id)


def alike(paper: Paper) -> View:
    """Return the view of the papers like one."""
    title = paper.title if len(paper.title) <= _TOLD else f"{paper.title[: _TOLD - 1].rstrip()}…"
    return View(f"Like “{title}”", "", similar_to=paper.id)


def named(name: str) -> View:
    """Return the view with the name it has in the settings: ``to-read``, ``starred``, ``#tag``."""
    if name.startswith("#"):
        return with_tags([name[1:]])[-1]
    views = {view.label.lower().replace(" ", "-"): view for view in FIXED}
    return views[name]


def moved(counts: Counts, change: Change, before: Iterable[tuple[Status, bool]]) -> Counts:
    """Return the counts once papers, which had these statuses and stars, are changed."""
    by_status, starred = dict(counts.by_status), counts.starred
    for status, was_starred in before:
        if change.status:
            by_status[status] -= 1
            by_status[change.status] += 1
        if change.starred is not None:
            starred += change.starred - was_starred
    return Counts(by_status, starred, counts.tags)
