"""A title for a paper that has none, from its abstract: its name, if it has one, and its subject.

The subject is a phrase of the abstract, or two that a preposition joins.
"""

from collections.abc import Sequence

from readlist.importing.titles.acronyms import write_out
from readlist.importing.titles.choosing import Chooser
from readlist.importing.titles.names import find_name
from readlist.importing.titles.parts_of_speech import parts_of_speech
from readlist.importing.titles.phrases import phrases
from readlist.importing.titles.purposes import with_purposes
from readlist.importing.titles.salience import salience
from readlist.importing.titles.tokens import plain, tokenize
from readlist.importing.titles.vocabulary import ARTICLES, LINKS
from readlist.importing.titles.words import content_parts
from readlist.text import fold_spaces, printable

LONGEST_TITLE = 100
_ROOM_FOR_ARTICLE = 3


def derive_title(abstract: str) -> str:
    """Return a title of at most 100 characters for the paper with this ``abstract``.

    It is one line, never empty when the abstract is not blank, and the same for the same text.
    """
    tokens = tokenize(plain(abstract))
    name = find_name(tokens)
    head = f"{name}: " if name else ""
    room = LONGEST_TITLE - len(head)
    tokens = write_out(tokens, name)
    chances = salience(tokens)
    tokens, parts = with_purposes(tokens, parts_of_speech(tokens))
    found = phrases(tokens, parts, name)
    options = [one for one in found if len(" ".join(one.words)) + _ROOM_FOR_ARTICLE <= room]
    if not options:
        return _shortened(name or plain(abstract) or fold_spaces(printable(abstract)))
    chooser = Chooser(chances, content_parts(name or ""))
    return head + _in_title_case(chooser.words(options, room))


def _in_title_case(words: Sequence[str]) -> str:
    rest = (word if word in LINKS or word in ARTICLES else _capitalised(word) for word in words[1:])
    return " ".join([_capitalised(words[0]), *rest])


def _capitalised(word: str) -> str:
    """``word`` with capitals at its start and after hyphens, unless it has its own already."""
    if not word.islower():
        return word
    parts = word.split("-")
    return "-".join(part if part in LINKS else part[:1].upper() + part[1:] for part in parts)


def _shortened(text: str) -> str:
    """``text`` cut after a word, when it is too long and has a space to be cut at."""
    if len(text) <= LONGEST_TITLE:
        return text
    cut = text[: LONGEST_TITLE + 1].rpartition(" ")[0]
    return cut.rstrip() or text[:LONGEST_TITLE]
