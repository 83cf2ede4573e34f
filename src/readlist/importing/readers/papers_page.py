"""Papers pages: the title of each paper, its abstract, and the page's furniture around them."""

from collections.abc import Mapping

from readlist.importing.readers import grammar
from readlist.importing.readers.evidence import text_score
from readlist.importing.readers.headings import title_goes_on_score, title_score
from readlist.importing.readers.identifiers import arxiv_id_of_links
from readlist.importing.readers.lines import Line
from readlist.importing.readers.names import names_score
from readlist.importing.readers.segmentation import Arc
from readlist.importing.readers.shape import Page, Shape

_WITH_AUTHORS = -4.0


def _arcs() -> list[Arc]:
    titles = (grammar.TITLE, grammar.TITLE_ON)
    authors = (grammar.AUTHORS, grammar.AUTHORS_ON)
    between = (*titles, *authors, grammar.BETWEEN)
    return [
        *grammar.body(),
        *grammar.head(grammar.TITLE),
        *grammar.title(),
        *grammar.authors(),
        *grammar.then(titles, [grammar.AUTHORS], _WITH_AUTHORS),
        *grammar.then(between, [grammar.BETWEEN, grammar.TEXT]),
    ]


def _weigh(page: Page, line: Line, known: bool) -> Mapping[str, float]:
    text = line.content
    names = names_score(text, page.common)
    first = text_score(text, known, begins=True)
    weights = {
        grammar.TITLE: title_score(text) - 8.0 * known,
        grammar.TITLE_ON: title_goes_on_score(text) - 2.0 * known,
        grammar.AUTHORS: names,
        grammar.AUTHORS_ON: names,
        grammar.TEXT: first,
        grammar.PARAGRAPH: first,
        grammar.TEXT_ON: text_score(text, known, begins=False),
    }
    if known:
        weights[grammar.BETWEEN] = -0.5
    if arxiv_id_of_links([text]):
        weights[grammar.LINK] = 0.5
    return weights


READER = Shape(
    name="papers-page",
    title="each paper's title and then its abstract, as on a page of papers",
    arcs=_arcs(),
    weigh_line=_weigh,
)
