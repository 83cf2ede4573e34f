"""How lines and paragraphs look as parts of papers and as anything else: logarithms of odds.

The numbers are rough on purpose: how often something occurs in prose, in lists
of names, on pages of every kind, not in any particular one.
"""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from readlist.importing.readers.parts.headings import heading_level, is_title_case
from readlist.importing.readers.parts.identifiers import identifier_line, is_link
from readlist.importing.readers.parts.lines import Line

_SENTENCE_END = re.compile(r"(?:[.!?…。]|\.\$+)[)\]}\"'”’»*$]*$")
_URL_END = re.compile(r"(?:https?://|www\.)\S+$")
#: Longer lines are hardly ever anything but prose.
_PROSE = 200
_MENU = 70  # and the lines of menus are hardly ever longer than this
_HEADING = 50  # longer lines of title case may be the first of an abstract
_BULLETS = ("- ", "* ", "+ ", "• ", "|")
_OPENERS = "\"'“‘([{$\\*_"

_WORDS = "abstract_words.txt"
_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
#: How much of a text is looked at.
_READ = 4000
# Signs that code has, and prose seldom.
_CODE = (*tuple("=<>{}[]|`;\\\t"), "__", "--", "::", "->", "()", " /")
_MATH = re.compile(r"\$[^$]*\$")
#: An abstract of fewer characters is seldom, one of more as well.
_SHORTEST, _SHORT, _LONG, _LONGEST = 60, 200, 3500, 6000
#: What the words of a text can say at the most, the less the shorter it is.
_MOST_WORDS, _A_WORD = 6.0, 100

_FIELD = re.compile(r"[\"']?(?P<key>[A-Za-z][\w-]{0,24})[\"']?\s*(?:[:=](?!//)|-(?=\s))\s*\S")
_DATA = re.compile(r"[{}<\\]|\[[{\]]|@\w+\s*[{(]|#(?:include|!|define)|//|/\*|-{4,}|={4,}|%{2,}")
# Names of fields that people write down papers with.
_LABELS = frozenset(
    ("title", "author", "authors", "abstract", "comment", "comments", "link", "url", "paper", "pdf")
)
_MOST_DATA = 0.3
_MOST_FIELDS = 0.6


def ends_sentence(text: str) -> bool:
    """Return whether ``text`` can be the end of a paragraph of prose."""
    return bool(_SENTENCE_END.search(text[-12:]) or _URL_END.search(text[-300:]))


def begins_small(text: str) -> bool:
    """Return whether the first letter of ``text`` says that a sentence goes on."""
    first = text.lstrip(_OPENERS)[:1]
    return first.islower() or text[:1] in ",;:.)]}%&–—"


def furniture_score(text: str, known: bool) -> float:
    """Weigh ``text`` as something that belongs to no paper."""
    if known:
        return 0.0
    if len(text) > _PROSE:
        return -9.0
    return -7.0 if len(text) > _MENU or text.endswith(".") else -3.5


def text_score(text: str, known: bool, begins: bool) -> float:
    """Weigh ``text`` as a line of an abstract; ``begins`` says of the first one of a paragraph."""
    score = -6.0 if heading_level(text) else 0.0
    if not begins:
        return score - (0.5 if is_link(text) or begins_small(text) else 3.0) * known
    score -= 12.0 * known + 3.5 * begins_small(text) + 2.0 * (len(text.split(maxsplit=3)) < 4)
    heading = not ends_sentence(text) and is_title_case(text)
    return (
        score - 2.0 * text.startswith(_BULLETS) - (1.5 if len(text) > _HEADING else 3.0) * heading
    )


def words_score(text: str) -> float:
    """Weigh ``text`` by the words that abstracts have and other prose has not, each once."""
    return _words_score(text[:_READ])


@lru_cache(4096)
def _words_score(text: str) -> float:
    weights, openers = _word_weights()
    words = _WORD.findall(text.lower().replace("’", "'"))
    pairs = (f"{one}_{other}" for one, other in itertools.pairwise(words) if one in openers)
    return sum(weights[word] for word in weights.keys() & {*words, *pairs})


def abstract_score(text: str) -> float:
    """Weigh ``text``, all paragraphs of it, as an abstract against any other prose."""
    length = len(text)
    score = min(words_score(text), _MOST_WORDS, 1.0 + length / _A_WORD)
    score -= 3.0 * (length < _SHORTEST) + 1.0 * (length < _SHORT)
    score -= 2.0 * (length > _LONG) + 4.0 * (length > _LONGEST)
    score -= 2.0 * text.count("\n\n") + 2.0 * (not ends_sentence(text)) + 2.0 * begins_small(text)
    prose = _MATH.sub("", text)
    code = sum(map(prose.count, _CODE))
    return score - min(6.0, 100.0 * max(0.0, code / (length + 1) - 0.01))


@cache
def _word_weights() -> tuple[Mapping[str, float], frozenset[str]]:
    """Return what words and pairs of words weigh, and with which words pairs begin."""
    lines = Path(__file__).with_name(_WORDS).read_text("utf-8").splitlines()
    entries = (line.partition(":") for line in lines if line and not line.startswith("#"))
    weights = {word: float(weight) for weight, _, words in entries for word in words.split()}
    return weights, frozenset(word.partition("_")[0] for word in weights if "_" in word)


def _names_paper(text: str) -> bool:
    return is_link(text) or identifier_line(text) is not None


def is_data(lines: Sequence[Line]) -> bool:
    """Return whether ``lines`` are records with named fields, markup or a program, not prose."""
    contents = [line.content for line in lines if not _names_paper(line.content)]
    found = (_FIELD.match(each) for each in contents)
    keys = Counter(key for each in found if each and (key := each["key"].lower()) not in _LABELS)
    repeated = sum(count for count in keys.values() if count > 2)
    data = sum(_DATA.match(each) is not None for each in contents)
    few = len(contents) < 4
    return not few and (
        repeated + data > _MOST_DATA * len(contents) or keys.total() > _MOST_FIELDS * len(contents)
    )
