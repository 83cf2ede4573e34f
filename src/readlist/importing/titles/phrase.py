"""A phrase that could stand in a title."""

from typing import NamedTuple

from readlist.importing.titles.endings import is_activity, is_plural
from readlist.importing.titles.naming_words import KINDS
from readlist.importing.titles.standing import Standing
from readlist.importing.titles.word_set import word_set
from readlist.importing.titles.words import stem

# Letters whose names begin with a vowel: "an LSTM".
_SPELLED_WITH_VOWEL = "AEFHILMNORSX"
_HOSTS = word_set("architecture database language model network platform system")
_SAID_WITH_CONSONANT = ("uni", "use", "usa", "eu", "one")


class Phrase(NamedTuple):
    """Words of a title in order, and what is known of them.

    ``stems`` are those of their content, ``head`` is the noun they are about; ``article`` and
    ``link`` are the article and the preposition before them in the abstract, empty when there is
    none; ``is_verbal`` says that they begin with a verb in -ing and its object.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...]
    head: str
    article: str
    link: str
    standing: Standing
    is_verbal: bool

    @property
    def is_activity(self) -> bool:
        """Whether the words tell of what is done rather than of a thing."""
        return self.is_verbal or is_activity(self.head)

    @property
    def is_tool(self) -> bool:
        """Whether the words tell of something made for a purpose: "model", "planner"."""
        kind = stem(self.head.rpartition("-")[2])
        return kind in KINDS or kind.endswith(("er", "or"))

    @property
    def is_host(self) -> bool:
        """Whether the words tell of what things are done in as well as with: "networks"."""
        return stem(self.head.rpartition("-")[2]) in _HOSTS

    @property
    def is_plural(self) -> bool:
        """Whether the words tell of several things."""
        return is_plural(self.head)

    def opening(self) -> list[str]:
        """Return the words as they open a title: with "a" if they have it, without "the"."""
        return [*self.words] if self.article in {"", "the"} else [self._indefinite(), *self.words]

    def following(self) -> list[str]:
        """Return the words as they follow others in a title, with their article."""
        return ["the", *self.words] if self.article == "the" else self.opening()

    def _indefinite(self) -> str:
        """The form of the article for the first word, which need not be that of the abstract."""
        first = self.words[0]
        if first.isupper():
            return "an" if first[0] in _SPELLED_WITH_VOWEL else "a"
        vowel = first[0].lower() in "aeiou" and not first.lower().startswith(_SAID_WITH_CONSONANT)
        return "an" if vowel else "a"
