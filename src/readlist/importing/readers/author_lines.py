"""Pages without titles: a line of authors, the abstract, perhaps the authors' comments."""

from collections.abc import Mapping

from readlist.importing.readers import grammar
from readlist.importing.readers.evidence import text_score
from readlist.importing.readers.labels import comment_label
from readlist.importing.readers.lines import Line
from readlist.importing.readers.names import names_score
from readlist.importing.readers.segmentation import EDGE, Arc
from readlist.importing.readers.shape import Shape, Variant

# A dump may have been cut before an abstract, so that its authors are missing.
_WITHOUT_AUTHORS = -9.0


def _arcs(head_end: str) -> list[Arc]:
    unheaded = (EDGE, grammar.FURNITURE, grammar.COMMENT, grammar.COMMENT_ON)
    return [
        *grammar.body(),
        *grammar.head(grammar.AUTHORS),
        *grammar.authors(),
        *grammar.then((grammar.AUTHORS, grammar.AUTHORS_ON), [grammar.TEXT], head_end),
        *(grammar.leave(kind, grammar.TEXT, _WITHOUT_AUTHORS) for kind in unheaded),
    ]


def _weigh(common: frozenset[str], line: Line, known: bool) -> Mapping[str, float]:
    text = line.content
    if comment_label(text):
        return {grammar.COMMENT: 8.0}
    names = names_score(text, common) - 8.0 * known
    first = text_score(text, known, begins=True)
    return {
        grammar.AUTHORS: names,
        grammar.AUTHORS_ON: names,
        grammar.TEXT: first,
        grammar.PARAGRAPH: first,
        grammar.TEXT_ON: text_score(text, known, begins=False),
        grammar.COMMENT_ON: 0.0,
    }


READER = Shape(
    name="author-lines",
    title="a line of authors above each abstract, no titles",
    variants=[Variant(_arcs(end)) for end in grammar.HEAD_ENDS],
    weigh_line=_weigh,
)
