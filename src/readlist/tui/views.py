"""The views: named queries, each with its count."""

from collections.abc import Iterable
from dataclasses import dataclass

from readlist.domain import Counts, Status
from readlist.tui.ledger import Change


@dataclass(frozen=True, slots=True)
class View:
    """A list with a name. ``status`` is set when all its papers have it."""

    label: str
    query: str
    status: Status | None = None
    starred: bool = False
    tag: str | None = None

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

#: The letter of each status: the key that files a paper there.
LETTERS = dict(zip(Status, "itrdx", strict=True))


def with_tags(tags: Iterable[str]) -> tuple[View, ...]:
    """Return all views: the fixed ones, then one for each tag."""
    return (*FIXED, *(View(f"#{tag}", f'tag:"{tag}"', tag=tag) for tag in tags))


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
