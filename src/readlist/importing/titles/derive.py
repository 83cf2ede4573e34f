"""A title for a paper that has none, from its abstract: its name, if it has one, and its subject.

The subject is the phrase of the abstract that promises to share most words with the title the
authors chose, by the F1 measure; a second phrase joins it when that promises more.
"""

from collections.abc import Mapping, Sequence

from readlist.importing.titles.acronyms import write_out
from readlist.importing.titles.names import find_name
from readlist.importing.titles.phrases import Phrase, phrases
from readlist.importing.titles.salience import salience
from readlist.importing.titles.tokens import plain, tokenize
from readlist.importing.titles.vocabulary import LINKS
from readlist.importing.titles.words import content_parts
from readlist.text import fold_spaces, printable

LONGEST_TITLE = 100
# About how many words of content an author's own title has.
_USUAL_LENGTH = 8.0
# What the authors say they propose is the subject more often than its words alone tell.
_PROPOSED = 0.03
# A second phrase makes a title harder to read: it must be worth that.
_WORTH_JOINING = 0.02
_FEWEST_NEW_WORDS = 2
# The prepositions that can join a second phrase, best first.
_JOINTS = ("for", "in", "with")


def derive_title(abstract: str) -> str:
    """Return a title of at most 100 characters for the paper with this ``abstract``.

    It is one line, never empty when the abstract is not blank, and the same for the same text.
    """
    tokens = tokenize(plain(abstract))
    name = find_name(tokens)
    head = f"{name}: " if name else ""
    room = LONGEST_TITLE - len(head)
    tokens = write_out(tokens, name)
    options = [phrase for phrase in phrases(tokens, name) if phrase.length <= room]
    if not options:
        return _shortened(name or plain(abstract) or fold_spaces(printable(abstract)))
    chooser = _Chooser(salience(tokens), content_parts(name or ""))
    return _shortened(head + _in_title_case(chooser.words(options, room)))


class _Chooser:
    """Chooses phrases by the F1 that their words promise to reach."""

    def __init__(self, chances: Mapping[str, float], used: Sequence[str]) -> None:
        self._chances = chances
        self._used = frozenset(used)

    def words(self, options: Sequence[Phrase], room: int) -> list[str]:
        """Return the words of the best phrase, and of a second that joins it if any does."""
        best = max(options, key=self._promise)
        words, least = list(best.words), self._f1(best.stems) + _WORTH_JOINING
        for option in options:
            joint = _joint(best, option)
            promise = self._f1(best.stems + option.stems)
            if promise > least and self._may_join(best, option, joint, room):
                words, least = [*best.words, joint, *option.words], promise
        return words

    def _promise(self, phrase: Phrase) -> float:
        return self._f1(phrase.stems) + (_PROPOSED if phrase.proposed else 0.0)

    def _f1(self, stems: Sequence[str]) -> float:
        """The F1 to expect of ``stems``: a repeated stem costs room and brings nothing."""
        found = sum(self._chances.get(stem, 0.0) for stem in set(stems) - self._used)
        return 2 * found / (len(stems) + _USUAL_LENGTH - len(self._used))

    def _may_join(self, best: Phrase, option: Phrase, joint: str, room: int) -> bool:
        new = set(option.stems) - set(best.stems) - self._used
        length = best.length + len(joint) + 2 + option.length
        return len(new) >= _FEWEST_NEW_WORDS and length <= room


def _joint(best: Phrase, option: Phrase) -> str:
    """The preposition the abstract has before ``option``, or one that ``best`` does not hold."""
    taken = {*best.words, *option.words}
    if option.link not in {"", "of", "by", "between", "from"} | taken:
        return option.link
    return next((joint for joint in _JOINTS if joint not in taken), "and")


def _in_title_case(words: Sequence[str]) -> str:
    rest = (word if word in LINKS else _capitalised(word) for word in words[1:])
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
