"""Made-up libraries: as many papers as wanted, the same ones each time.

Words follow Zipf's law as they do in language: few are everywhere, most are
rare. A title has about ten, an abstract two hundred; a paper has about five authors.
"""

import itertools
import random
from collections.abc import Iterator
from pathlib import Path

from readlist.domain import PaperDraft
from readlist.importing.sources import Input
from readlist.importing.writer import ImportOptions, SourceWriter
from readlist.store.database import Database
from readlist.store.journal import recording
from readlist.store.search_index import bring_up_to_date

_SYLLABLES = [
    "an",
    "ber",
    "con",
    "der",
    "el",
    "fra",
    "gra",
    "hy",
    "in",
    "jo",
    "kal",
    "lem",
    "mon",
    "net",
    "or",
    "pre",
    "qua",
    "res",
    "sta",
    "tra",
    "un",
    "vec",
    "wer",
    "xi",
    "yon",
    "zed",
    "al",
    "bi",
    "cor",
    "dis",
    "em",
    "for",
    "gen",
    "hol",
    "is",
    "jun",
    "kin",
    "lar",
    "mul",
    "nor",
    "op",
    "per",
    "ram",
    "sem",
    "tic",
    "ur",
    "vol",
    "wa",
    "ex",
    "ty",
    "ze",
]


class Language:
    """Words and names made of syllables, and how often each is said."""

    def __init__(self, seed: int = 1, words: int = 40_000) -> None:
        self.random = random.Random(seed)
        self._words = self._made(words, (1, 2, 2, 3, 3, 3, 4, 4, 5))
        self._weights = list(itertools.accumulate(1 / (place + 20) for place in range(words)))
        self._families = [name.capitalize() for name in self._made(20_000, (2, 2, 3))]
        self._given = [name.capitalize() for name in self._made(1_500, (2,))]

    def text(self, length: int) -> str:
        """Return some words in a row, the first with a capital."""
        words = self.random.choices(self._words, cum_weights=self._weights, k=length)
        return " ".join(words).capitalize()

    def author(self) -> str:
        """Return a name."""
        return f"{self.random.choice(self._given)} {self.random.choice(self._families)}"

    def _made(self, number: int, lengths: tuple[int, ...]) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < number:
            made["".join(self.random.choices(_SYLLABLES, k=self.random.choice(lengths)))] = None
        return list(made)


def papers(number: int, seed: int = 1) -> Iterator[PaperDraft]:
    """Yield made-up papers as a reader would find them."""
    language = Language(seed)
    pick = language.random.randint
    for place in range(number):
        yield PaperDraft(
            first_line=3 * place + 1,
            last_line=3 * place + 2,
            title=language.text(pick(6, 14)),
            authors=tuple(language.author() for _ in range(pick(2, 8))),
            abstract=f"{language.text(pick(150, 250))}.",
            year=pick(1990, 2026),
        )


def library(folder: Path, number: int, seed: int = 1) -> Path:
    """Return a database in ``folder`` that holds as many made-up papers, made once."""
    path = folder / f"made-up-{number}-{seed}.db"
    if not path.exists():
        part = path.with_suffix(".part")
        part.unlink(missing_ok=True)
        database = Database.open(part, create=True)
        bring_up_to_date(database)
        write(database, papers(number, seed))
        database.run("PRAGMA journal_mode = DELETE")
        database.close()
        part.rename(path)
    return path


def write(database: Database, drafts: Iterator[PaperDraft]) -> None:
    """Import papers that are already read."""
    with recording(database, "import") as recorder:
        writer = SourceWriter(database, recorder, ImportOptions(), Input("made up"), "papers-page")
        writer.write(drafts)
        recorder.summary = "Imported what was made up"
