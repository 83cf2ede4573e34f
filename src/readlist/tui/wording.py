"""How papers are put into words on the screen. All that comes from a dump is printable here."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from rich.cells import cell_len, set_cell_size

from readlist.domain import ImportReport, Paper, Progress
from readlist.text import printable, printable_lines
from readlist.tui.messages import Exported

#: Shown where the page gave no authors.
NO_AUTHORS = "authors not given"

#: Stands before a title that was made from the abstract.
DERIVED = "~"


class Written(Protocol):
    """Something with authors: a row of the list, or a paper."""

    @property
    def authors(self) -> Sequence[str]:
        """The authors, "Given Family"."""

    @property
    def more_authors(self) -> bool:
        """Whether the page cut the list with "et al."."""


def fit(text: str, cells: int) -> str:
    """Return ``text`` exactly ``cells`` wide, cut with an ellipsis or filled with spaces."""
    if cells <= 0:
        return ""
    width = cell_len(text)
    if width <= cells:
        return text + " " * (cells - width)
    return set_cell_size(text, cells - 1).rstrip() + "…" + " " * _missing(text, cells)


def _missing(text: str, cells: int) -> int:
    """How many cells were lost before the ellipsis: a wide letter or spaces at the cut."""
    return cells - 1 - cell_len(set_cell_size(text, cells - 1).rstrip())


def all_authors(paper: Written) -> str:
    """Return every author there is: ``Ada Byron, Grace Hooper et al.``."""
    if not paper.authors:
        return NO_AUTHORS
    return printable(", ".join(paper.authors)) + (" et al." if paper.more_authors else "")


def authors_in(paper: Written, cells: int) -> str:
    """Return as many authors as fit ``cells``, and "et al." for the others."""
    whole = all_authors(paper)
    if cell_len(whole) <= cells:
        return whole
    for count in range(len(paper.authors) - 1, 0, -1):
        shorter = printable(", ".join(paper.authors[:count])) + " et al."
        if cell_len(shorter) <= cells:
            return shorter
    return fit(f"{first_author(paper)} et al.", cells)


def first_author(paper: Written) -> str:
    """Return the last word of the first author's name, or nothing."""
    return _family(paper.authors[0]) if paper.authors else ""


def short_authors(paper: Written) -> str:
    """Return authors in a word or two: ``Byron``, ``Byron & Hooper``, ``Byron et al.``."""
    first = first_author(paper)
    if paper.more_authors or len(paper.authors) > 2:
        return f"{first} et al."
    if len(paper.authors) == 2:
        return f"{first} & {_family(paper.authors[1])}"
    return first


def _family(author: str) -> str:
    """Return the last word of a name: where initials stand, they stand before it."""
    words = printable(author).split()
    return words[-1] if words else ""


def age(at: str, now: datetime | None = None) -> str:
    """Return how long ago a time of the library is: ``3d``, ``6w``, ``2y``, nothing today."""
    try:
        then = datetime.fromisoformat(at)
    except ValueError:
        return ""
    days = ((now or datetime.now(UTC)) - (then if then.tzinfo else then.replace(tzinfo=UTC))).days
    if days < 1:
        return ""
    if days < 14:
        return f"{days}d"
    return f"{days // 7}w" if days < 365 else f"{days // 365}y"


def number(count: int, noun: str = "paper") -> str:
    """Return ``1 paper``, ``12,345 papers``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def citation(paper: Paper) -> str:
    """Return a paper as it is cited in running text, on one line."""
    year = f" ({paper.year})" if paper.year else ""
    named = [all_authors(paper) + year] if paper.authors else []
    parts = [*named, paper.title.rstrip(".") + ("" if paper.authors else year), paper.venue or ""]
    if paper.doi:
        parts.append(f"https://doi.org/{paper.doi}")
    elif paper.arxiv_id:
        parts.append(f"arXiv:{paper.arxiv_id}")
    return " ".join(f"{printable(part).rstrip('.')}." for part in parts if part)


def without_controls(text: str) -> str:
    """Return a person's own text as an editor may show it, with its lines and its tabs."""
    return "\t".join(map(printable_lines, text.split("\t")))


def pasted(text: str, *, is_line: bool) -> str:
    """Return a text that was pasted as it may be typed into an editor, or into one line."""
    return printable(text).strip() if is_line else without_controls(text)


def at_home(path: Path) -> str:
    """Return a path as people write it: ``~`` for their own folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def percent(progress: Progress) -> str:
    """Return how far a piece of work is: ``40 %``."""
    return f"{100 * progress.done // max(1, progress.total)} %"


def import_told(report: ImportReport) -> str:
    """Return what came of an import, in a sentence."""
    told = [f"{report.added:,} added", f"{report.updated:,} updated"]
    told.append(f"{report.unchanged:,} unchanged")
    failed = sum(source.error is not None for source in report.sources)
    if failed:
        told.append(f"{number(failed, 'file')} not imported")
    return f"Imported {number(report.found)}: {', '.join(told)}"


def export_told(done: Exported) -> str:
    """Return what came of an export, in a sentence."""
    told = f"{at_home(done.folder)}: {done.written:,} written, {done.unchanged:,} as they were"
    if not done.kept:
        return told
    return f"{told}, {len(done.kept):,} edited by hand and kept ({done.kept[0].name})"
