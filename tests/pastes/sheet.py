"""What the layouts are written with: a sheet to write on, wrapping, links, dates."""

import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from random import Random

from tests.pastes.model import Paper, Person, Truth

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri"]


@dataclass
class Sheet:
    """The lines of a page as they are written, and what is true of the papers on it."""

    random: Random
    lines: list[str] = field(default_factory=list)
    truths: list[Truth] = field(default_factory=list)
    newline: str = "\n"

    def write(self, *lines: str) -> None:
        """Add lines; one with line breaks in it counts as several."""
        for line in lines:
            self.lines += line.split("\n")

    def block(self, text: str) -> None:
        """Add a text that was written out in the layout, without its indentation."""
        self.write(*textwrap.dedent(text).removeprefix("\n").rstrip("\n").split("\n"))

    def paper(self, truth: Truth) -> None:
        """Say that a paper is on the page."""
        self.truths.append(truth)

    @property
    def text(self) -> str:
        """The page."""
        return self.newline.join(self.lines) + self.newline


Layout = Callable[[Sheet, Sequence[Paper]], None]

#: The layouts of each shape, by name.
SHAPES: dict[str, dict[str, Layout]] = {}


def layout(shape: str, name: str) -> Callable[[Layout], Layout]:
    """Register a function as the layout of a shape."""

    def register(function: Layout) -> Layout:
        SHAPES.setdefault(shape, {})[name] = function
        return function

    return register


def known(paper: Paper, *fields: str) -> Truth:
    """Return what is true of a paper of which a page shows these fields in full."""
    return Truth(
        title=paper.title if "title" in fields else None,
        authors=paper.names if "authors" in fields else None,
        arxiv_id=paper.arxiv_id if "arxiv" in fields else None,
        doi=paper.doi if "doi" in fields else None,
        abstract_starts=paper.starts if "abstract" in fields else None,
        abstract_ends=paper.ends if "abstract" in fields else None,
        year=paper.year if "year" in fields else None,
        venue=paper.venue if "venue" in fields else None,
    )


def wrap(text: str, width: int = 72, indent: str = "", first: str | None = None) -> list[str]:
    """Wrap a text, as mail programs and text browsers do."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def listed(names: Sequence[str], last: str = " and ", comma: str = ", ") -> str:
    """Join names with commas and a word before the last one."""
    if len(names) < 2:
        return "".join(names)
    return comma.join(names[:-1]) + last + names[-1]


def surnames_first(people: Iterable[Person]) -> list[str]:
    """Return "Family, J. A." of everybody."""
    return [person.comma for person in people]


def long_date(paper: Paper) -> str:
    """Return the paper's day as "3 May 2024"."""
    return f"{paper.day} {MONTHS[paper.month - 1]} {paper.year}"


def short_date(paper: Paper) -> str:
    """Return the paper's day as "3 May 2024", the month's name short."""
    return f"{paper.day} {MONTHS[paper.month - 1][:3]} {paper.year}"


def abs_url(paper: Paper) -> str:
    """Return the paper's address at arXiv."""
    return f"https://arxiv.org/abs/{paper.arxiv_id}"
