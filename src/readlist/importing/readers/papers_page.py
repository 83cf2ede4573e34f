"""Papers pages: the title of each paper, its abstract, and the page's furniture around them."""

from collections.abc import Mapping

from readlist.importing.readers import grammar
from readlist.importing.readers.evidence import text_score
from readlist.importing.readers.headings import title_goes_on_score, title_score
from readlist.importing.readers.identifiers import arxiv_id_of_links
from readlist.importing.readers.lines import Line
from readlist.importing.readers.names import names_score
from readlist.importing.readers.segmentation import Arc
from readlist.importing.readers.shape import Shape, Variant

_TITLES = (grammar.TITLE, grammar.TITLE_ON)
_AUTHORS = (grammar.AUTHORS, grammar.AUTHORS_ON)
# How much better authors under the titles must explain each paper to be believed.
_WITH_AUTHORS = 2.0


def _titles(head_end: str) -> list[Arc]:
    return [
        *grammar.body(),
        *grammar.head(grammar.TITLE),
        *grammar.title(),
        *grammar.then(_TITLES, [grammar.BETWEEN]),
        *grammar.then((grammar.BETWEEN,), [grammar.BETWEEN]),
        *grammar.then((*_TITLES, grammar.BETWEEN), [grammar.TEXT], head_end),
    ]


def _titles_and_authors(head_end: str) -> list[Arc]:
    return [
        *_titles(head_end),
        *grammar.authors(),
        *grammar.then((*_TITLES, grammar.BETWEEN), [grammar.AUTHORS]),
        *grammar.then(_AUTHORS, [grammar.BETWEEN]),
        *grammar.then(_AUTHORS, [grammar.TEXT], head_end),
    ]


def _weigh(common: frozenset[str], line: Line, known: bool) -> Mapping[str, float]:
    text = line.content
    names = names_score(text, common) - 8.0 * known
    first = text_score(text, known, begins=True)
    weights = {
        grammar.TITLE: title_score(text) - 8.0 * known,
        grammar.TITLE_ON: title_goes_on_score(text) - 0.5 * known,
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
    variants=[
        *(Variant(_titles(end)) for end in grammar.HEAD_ENDS),
        *(Variant(_titles_and_authors(end), _WITH_AUTHORS) for end in grammar.HEAD_ENDS),
    ],
    weigh_line=_weigh,
)
