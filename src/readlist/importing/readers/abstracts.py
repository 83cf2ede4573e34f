"""Abstracts that each begin with ``Abstract:``, with or without a title and authors above."""

from collections.abc import Mapping

from readlist.importing.readers import grammar
from readlist.importing.readers.evidence import abstract_label, comment_label, text_score
from readlist.importing.readers.headings import title_goes_on_score, title_score
from readlist.importing.readers.lines import Line
from readlist.importing.readers.names import names_score
from readlist.importing.readers.segmentation import Arc
from readlist.importing.readers.shape import Page, Shape


def _arcs() -> list[Arc]:
    titles = (grammar.TITLE, grammar.TITLE_ON)
    authors = (grammar.AUTHORS, grammar.AUTHORS_ON)
    above = (*titles, *authors, grammar.BETWEEN)
    return [
        *grammar.body(),
        *grammar.head(grammar.TITLE),
        *grammar.head(grammar.AUTHORS),
        *grammar.head(grammar.TEXT),
        *grammar.title(),
        *grammar.authors(),
        *grammar.then(titles, [grammar.AUTHORS]),
        *grammar.then(above, [grammar.BETWEEN, grammar.TEXT]),
    ]


def _weigh(page: Page, line: Line, known: bool) -> Mapping[str, float]:
    text = line.content
    if abstract_label(text):
        return {grammar.TEXT: 10.0}
    if comment_label(text):
        return {grammar.COMMENT: 8.0}
    names = names_score(text, page.common)
    weights = {
        grammar.TITLE: title_score(text) - 8.0 * known,
        grammar.TITLE_ON: title_goes_on_score(text) - 2.0 * known,
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
    arcs=_arcs(),
    weigh_line=_weigh,
)
