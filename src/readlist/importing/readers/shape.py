"""A reader made from a grammar: the pages of one shape differ in what may follow what."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from readlist.domain import PaperDraft
from readlist.importing.readers import grammar
from readlist.importing.readers.breaks import breaks_of
from readlist.importing.readers.evidence import furniture_score
from readlist.importing.readers.furniture import is_furniture
from readlist.importing.readers.lines import Line, written_lines
from readlist.importing.readers.papers import pieces
from readlist.importing.readers.reader import Piece
from readlist.importing.readers.segmentation import Arc, Model, likelihood, segment
from readlist.importing.readers.wrapping import measure

#: How many lines tell at what width a dump is wrapped.
_SAMPLE = 5000
_SMALL_WORD = re.compile(r"(?<![\w'’-])[^\W\d_A-Z]{5,}(?![\w'’-])")


@dataclass(frozen=True, slots=True)
class Page:
    """What is known of a dump before its lines are looked at one by one."""

    common: frozenset[str]  # the words it writes in lower case


WeighLine = Callable[[Page, Line, bool], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Shape:
    """A reader of pages whose lines follow each other as ``arcs`` say.

    ``weigh_line`` weighs the kinds a line may be of; it is told whether the line is
    known to be furniture.
    """

    name: str
    title: str
    arcs: Sequence[Arc]
    weigh_line: WeighLine

    def score(self, lines: Sequence[str]) -> float:
        """Return how much better ``lines`` are explained as this shape than as furniture."""
        written = list(written_lines(lines))
        model = self._model(written)
        if not any(isinstance(piece, PaperDraft) for piece in pieces(segment(written, model))):
            return 0.0
        return likelihood(written, model) - sum(_as_furniture(line) for line in written)

    def read(self, lines: Sequence[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the dump."""
        model = self._model(list(islice(written_lines(lines), _SAMPLE)))
        return pieces(segment(written_lines(lines), model))

    def _model(self, sample: Sequence[Line]) -> Model:
        page = Page(_common_words(line.text for line in sample))

        def weigh(line: Line) -> Mapping[str, float]:
            known = is_furniture(line.content)
            weights = dict(self.weigh_line(page, line, known))
            weights[grammar.FURNITURE] = furniture_score(line.content, known)
            return weights

        return Model(self.arcs, weigh, breaks_of(measure(sample)))


def _as_furniture(line: Line) -> float:
    return furniture_score(line.content, is_furniture(line.content))


def _common_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _SMALL_WORD.findall(text))
