"""Runs of words that nothing breaks, and the noun phrases in them."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from readlist.importing.titles.parts_of_speech import NOMINAL, Part
from readlist.importing.titles.tokens import Token

_INSIDE = NOMINAL | {Part.ADVERB, Part.ARTICLE, Part.AND, Part.PARTICIPLE, Part.PREPOSITION}
_QUALIFYING = NOMINAL | {Part.ADVERB}
# "dense and growing networks": the head of both is behind the second.
_PAIRED = (Part.ADJECTIVE, Part.GERUND)


@dataclass(frozen=True)
class Run:
    """Words without a break between them; all lists are as long as the run.

    ``places`` are those of the words among the tokens and ``lower`` the words in lower case;
    ``heads`` says at which index the noun phrase ends that begins at each, ``articles`` which
    article it has, empty if none.
    """

    places: list[int]
    words: list[str]
    lower: list[str]
    parts: list[Part]
    heads: list[int]
    articles: list[str]


def runs(tokens: Sequence[Token], parts: Sequence[Part], without: Set[int]) -> Iterator[Run]:
    """Yield the runs of ``tokens``, in order; the places in ``without`` break them as marks do."""
    places: list[int] = []
    for place, part in enumerate(parts):
        inside = part in _INSIDE and place not in without
        goes_on = part is Part.SKIPPED or (inside and not _is_gap(parts, places, place))
        if places and not goes_on:
            yield _run(tokens, parts, places)
            places = []
        if inside:
            places.append(place)
    if places:
        yield _run(tokens, parts, places)


def _is_gap(parts: Sequence[Part], places: Sequence[int], place: int) -> bool:
    """Whether a phrase begins at ``place`` although no verb and no mark is behind ``places``."""
    if not places:
        return False
    one, two = parts[places[-1]], parts[place]
    if two is Part.ARTICLE:
        return one in (Part.NOUN, Part.ADJECTIVE)
    if one in (Part.PREPOSITION, Part.ARTICLE):
        return two in (Part.PREPOSITION, Part.AND)
    return one is Part.NOUN and two in NOMINAL and place - places[-1] > 1


def _run(tokens: Sequence[Token], parts: Sequence[Part], places: list[int]) -> Run:
    inside = [parts[place] for place in places]
    lower = [tokens[place].lower for place in places]
    return Run(
        places=places,
        words=[tokens[place].text for place in places],
        lower=lower,
        parts=inside,
        heads=_heads(inside),
        articles=_articles(inside, lower),
    )


def _heads(parts: Sequence[Part]) -> list[int]:
    heads = list(range(len(parts)))
    for at in range(len(parts) - 2, -1, -1):
        following = at + 2 if parts[at] in _PAIRED and parts[at + 1] is Part.AND else at + 1
        if following < len(parts) and parts[following] in NOMINAL:
            heads[at] = heads[following]
    return heads


def _articles(parts: Sequence[Part], words: Sequence[str]) -> list[str]:
    articles: list[str] = []
    article = ""
    for part, word in zip(parts, words, strict=True):
        articles.append(article)
        if part is Part.ARTICLE:
            article = word
        elif part not in _QUALIFYING:
            article = ""
    return articles
