"""A title for a paper that has none, from its abstract: its name, if it has one, and its subject.

The subject is a phrase or a whole clause of the abstract as it stands there.
"""

from collections.abc import Sequence

from readlist.importing.titles.choosing import Choice, Chooser
from readlist.importing.titles.cues import Cues
from readlist.importing.titles.names import find_name
from readlist.importing.titles.phrases import POINTING, Phrase, find_clauses, find_phrases
from readlist.importing.titles.rewriting import PlainText, definitions
from readlist.importing.titles.salience import Promise, salience
from readlist.importing.titles.tagging import tag
from readlist.importing.titles.tokens import FORMULA, Text, plain, tokenize
from readlist.importing.titles.vocabulary import (
    FUNCTION_WORDS,
    content_stems,
    indefinite,
    word_list,
)
from readlist.text import fold_spaces, printable

LONGEST_TITLE = 100
# Rather than a phrase that is worth so much less, a title has the better one with an ellipsis,
# unless a part of that which is as long as this can stand alone.
_MUCH_LESS = 0.05
_LONG_PART = 40
# A title shorter than this has the rest of its clause, if there is that much of it.
_SHORT = 45
_FEWEST_MORE = 3
_CLAUSE_ENDS = POINTING | {".", ",", ";", ":", "(", "[", "?", "!", "–", FORMULA}
# So many of the best choices may be tried, those with remains of a formula last.
_LOOKED_AT = 20
_MARKS_OF_FORMULAS = frozenset("×=→|∞≤≥")
_LONGEST_ACRONYM = 5
_LOWER_IN_TITLES = word_list("small words in titles")


def derive_title(abstract: str) -> str:
    """Return a title of at most 100 characters for the paper with this ``abstract``.

    It is one line, never empty when the abstract is not blank, and the same for the same text.
    """
    source = tokenize(plain(abstract))
    defined = definitions(source)
    name = find_name(source, defined)
    named = PlainText(source, defined, name)
    text = named.text
    tags = tag(text, named.own)
    cues = Cues(text)
    stems = [*map(content_stems, text.lower)]
    promise = Promise(stems, salience(text, stems, cues), content_stems(name.lower()))
    head = f"{_as_head(name)}: " if name else ""
    chooser = Chooser(text, tags, cues, promise)
    choices = chooser.phrases(find_phrases(named, tags, cues, promise))
    if not name:
        choices = chooser.with_clauses(choices, find_clauses(text, tags, cues))
    elif head[:-2] != name and not any(choice.is_kind for choice in choices):
        return head[:-2]  # a term of the language, which says enough by itself
    if choices:
        return _fitting(head, text, tags, choices)
    words = fold_spaces(plain(abstract).replace(FORMULA, " "))
    return _shortened(name or words or fold_spaces(printable(abstract)))


def _fitting(head: str, text: Text, tags: str, choices: Sequence[Choice]) -> str:
    """Return the first of ``choices`` with ``head`` that is short enough, or the best cut."""
    choices = [one for one in choices[:_LOOKED_AT] if not _has_formula(text, one)] or choices
    best = choices[0]
    for choice in choices:
        written = _written(text, choice)
        if len(head) + len(written) <= LONGEST_TITLE:
            if best.words.start < choice.words.start <= best.words.last:
                break  # better the best cut than without its beginning
            is_part = choice.words.start == best.words.start and len(written) > _LONG_PART
            if is_part or choice.worth > best.worth - _MUCH_LESS:
                return _extended(head + written, text, tags, choice)
    return _cut(head + _written(text, best))


def _has_formula(text: Text, choice: Choice) -> bool:
    words = text.words[choice.words.start : choice.words.last + 1]
    return any(not _MARKS_OF_FORMULAS.isdisjoint(word) for word in words)


def _extended(title: str, text: Text, tags: str, choice: Choice) -> str:
    """Return ``title`` with the rest of its clause, when it says little without."""
    last = choice.words.last
    following = tags[last + 1 : last + 2]
    bare_end = following == "P" and tags[last - 1] in "DP"
    says_little = len(title) < _SHORT or bare_end
    if choice.task or not choice.own or not says_little or following not in tuple("PTHEW"):
        return title
    end = last + 1
    while end < len(tags) and text.lower[end] not in _CLAUSE_ENDS:
        end += 1
    longer = f"{title} {_in_title_case(text.words[last:end])[len(text.words[last]) + 1 :]}"
    breaks_off = text.at(end) in POINTING or text.at(end) == FORMULA
    if breaks_off or len(longer) > LONGEST_TITLE:
        longer = _cut(longer)
    enough = longer.count(" ") >= title.count(" ") + _FEWEST_MORE
    return longer if enough else title


def _written(text: Text, choice: Choice) -> str:
    phrase, task = choice.words, choice.task
    words = text.words[phrase.start : phrase.last + 1]
    if isinstance(phrase, Phrase) and phrase.article:
        words = [indefinite(words[0]), *words]
    if task:
        words += ["for", *text.words[task.start : task.last + 1]]
    return _in_title_case(words)


def _as_head(name: str) -> str:
    """``name``, with capitals if it is made of words of the language."""
    is_term = name.islower() and name.replace("-", " ").replace(" ", "").isalpha()
    return _in_title_case(name.split()) if is_term else name


def _in_title_case(words: Sequence[str]) -> str:
    if sum(word.isupper() and len(word) > _LONGEST_ACRONYM for word in words) > 1:
        words = [word.lower() if len(word) > _LONGEST_ACRONYM else word for word in words]
    rest = [word if word in _LOWER_IN_TITLES else _capitalised(word) for word in words[1:]]
    first = words[0][0].upper() if len(words[0]) == 1 else _capitalised(words[0])
    return " ".join([first, *rest]).replace(" ,", ",")


def _capitalised(word: str) -> str:
    """``word`` with capitals at its start and after hyphens, unless it has its own already."""
    if not word.islower():
        return word
    if "/" in word:
        return "/".join([_capitalised(part) for part in word.split("/")])
    first, *rest = word.split("-")
    rest = [part if part in _LOWER_IN_TITLES else part[:1].upper() + part[1:] for part in rest]
    return "-".join([first[:1].upper() + first[1:], *rest])


def _cut(title: str) -> str:
    """``title`` with an ellipsis for what does not fit, after a word that can stand there."""
    words = title.split(" ")
    while len(words) > 1 and (
        len(" ".join(words)) >= LONGEST_TITLE or words[-1].lower() in FUNCTION_WORDS
    ):
        words.pop()
    return " ".join(words)[: LONGEST_TITLE - 1].rstrip(",") + "…"


def _shortened(text: str) -> str:
    """``text`` cut at a mark or else after a word, when it is too long and can be cut there."""
    if len(text) <= LONGEST_TITLE:
        return text
    cut = text[: LONGEST_TITLE + 1]
    mark = max(cut.rfind(one) for one in (". ", "; ", ", ", ": "))
    return cut[:mark] if mark > 0 else cut.rpartition(" ")[0].rstrip() or cut[:LONGEST_TITLE]
