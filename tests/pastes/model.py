"""What a paste is: the text somebody copied, and what it says of which papers."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Truth:
    """What a page says of one paper. ``None`` is what cannot be known from the page.

    Titles and names are as a person would write them down from the page: on one line, names as
    "Given Family" with initials where the page has only initials.
    """

    title: str | None
    authors: tuple[str, ...] | None = None
    #: The page names only the first authors ("et al.", "…").
    more_authors: bool = False
    arxiv_id: str | None = None
    doi: str | None = None
    #: The beginning of the abstract, about sixty characters.
    abstract_starts: str | None = None
    #: Its end, about forty characters, where the page shows all of it.
    abstract_ends: str | None = None
    year: int | None = None
    venue: str | None = None
    url: str | None = None
    #: Text that stands where an abstract might (a summary, a cut excerpt): may be taken or left.
    snippet: str | None = None
    #: Identifiers that follow from the page for somebody who knows the site: no mistake, not needed.
    also: frozenset[str] = frozenset()
    #: How often the paper stands on the page.
    times: int = 1


@dataclass(frozen=True)
class Paste:
    """A text as it was pasted, and the papers a person would find in it, in order."""

    name: str
    text: str
    papers: list[Truth]
    shape: str = ""
    layout: str = ""


@dataclass(frozen=True)
class Person:
    """An author of a made-up paper."""

    given: str
    family: str

    @property
    def name(self) -> str:
        """The name as "Given Family"."""
        return f"{self.given} {self.family}".strip()

    @property
    def letters(self) -> list[str]:
        """The first letters of the given names."""
        return [part[0].upper() for part in self.given.replace("-", " ").replace(".", " ").split()]

    @property
    def short(self) -> str:
        """As "J. A. Family", the way most reference lists have it."""
        parts = []
        for word in self.given.replace(".", " ").split():
            parts.append("-".join(f"{piece[0].upper()}." for piece in word.split("-") if piece))
        return " ".join([*parts, self.family])

    @property
    def terse(self) -> str:
        """As "JA Family", the way Google Scholar has it."""
        return f"{''.join(self.letters)} {self.family}".strip()

    @property
    def turned(self) -> str:
        """As "Family JA", the way PubMed has it."""
        return f"{self.family} {''.join(self.letters)}".strip()

    @property
    def comma(self) -> str:
        """As "Family, J. A.", the way APA has it."""
        return f"{self.family}, {' '.join(f'{letter}.' for letter in self.letters)}".rstrip(", ")


@dataclass(frozen=True)
class Paper:
    """A made-up paper with everything a page might show of it."""

    title: str
    authors: tuple[Person, ...]
    sentences: tuple[str, ...]
    subject: str
    arxiv_id: str
    doi: str
    venue: str
    short_venue: str
    year: int
    month: int
    day: int
    categories: tuple[tuple[str, str], ...]
    comments: str | None
    volume: int
    issue: int
    first_page: int
    last_page: int
    key: str
    pmid: str
    number: int
    affiliations: tuple[str, ...] = field(default=())
    keywords: tuple[str, ...] = field(default=())

    @property
    def abstract(self) -> str:
        """The whole abstract on one line."""
        return " ".join(self.sentences)

    @property
    def starts(self) -> str:
        """The beginning of the abstract."""
        return self.abstract[:60].rstrip()

    @property
    def ends(self) -> str:
        """The end of the abstract."""
        return self.abstract[-40:].lstrip()

    @property
    def names(self) -> tuple[str, ...]:
        """All authors as "Given Family"."""
        return tuple(person.name for person in self.authors)

    @property
    def pages(self) -> str:
        """The pages, as "12-24"."""
        return f"{self.first_page}-{self.last_page}"
