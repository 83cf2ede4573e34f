"""Abstracts that each begin with ``Abstract:``, with or without a title and authors above."""

from collections.abc import Mapping

from readlist.importing.readers import grammar
from readlist.importing.readers.evidence import text_score
from readlist.importing.readers.headings import title_goes_on_score, title_score
from readlist.importing.readers.labels import (
    abstract_label,
    authors_label,
    is_citation,
    short_comment_label,
    title_label,
)
from readlist.importing.readers.lines import Line
from readlist.importing.readers.names import names_score
from readlist.importing.readers.segmentation import Arc
from readlist.importing.readers.shape import Shape, Variant

# How much better titles and authors above must explain each abstract to be believed.
_WITH_HEADS = 1.5


def _bare() -> list[Arc]:
    return [*grammar.body(), *grammar.head(grammar.TEXT)]


def _with_heads() -> list[Arc]:
    titles = (grammar.TITLE, grammar.TITLE_ON)
    authors = (grammar.AUTHORS, grammar.AUTHORS_ON)
    above = (*titles, *authors, grammar.BETWEEN)
    return [
        *_bare(),
        *grammar.head(grammar.TITLE),
        *grammar.head(grammar.AUTHORS),
        *grammar.title(),
        *grammar.authors(),
        *grammar.then(titles, [grammar.AUTHORS]),
        *grammar.then(above, [grammar.BETWEEN, grammar.TEXT]),
    ]


def _weigh(common: frozenset[str], line: Line, known: bool) -> Mapping[str, float]:
    text = line.content
    if abstract_label(text):
        return {grammar.TEXT: 10.0}
    if short_comment_label(text):
        return {grammar.COMMENT: 8.0}
    if title_label(text):
        return {grammar.TITLE: 8.0}
    if authors_label(text):
        return {grammar.AUTHORS: 8.0}
    if is_citation(text):
        return {grammar.LINK: 1.0}
    names = names_score(text, common) - 8.0 * known
    weights = {
        grammar.TITLE: title_score(text) - 8.0 * known,
        grammar.TITLE_ON: title_goes_on_score(text) - 0.5 * known,
        grammar.AUTHORS: names,
        grammar.AUTHORS_ON: names,
        grammar.PARAGRAPH: text_score(text, known, begins=True),
        grammar.TEXT_ON: text_score(text, known, begins=False),
        grammar.COMMENT_ON: 0.0,
    }
    if known:
        weights[grammar.BETWEEN] = -0.5
    return weights


READER = Shape(
    name="abstracts",
    title="each abstract begins with Abstract:",
    variants=[Variant(_bare()), Variant(_with_heads(), _WITH_HEADS)],
    weigh_line=_weigh,
    labelled=True,
)
