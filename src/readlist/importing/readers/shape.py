"""A reader made from a grammar: the pages of one shape differ in what may follow what."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from readlist.domain import PaperDraft
from readlist.importing.readers import grammar
from readlist.importing.readers.breaks import breaks_of
from readlist.importing.readers.evidence import furniture_score
from readlist.importing.readers.furniture import is_furniture
from readlist.importing.readers.lines import Line, written_lines
from readlist.importing.readers.papers import pieces
from readlist.importing.readers.plausible import are_papers, is_data
from readlist.importing.readers.reader import Piece
from readlist.importing.readers.segmentation import Arc, Model, likelihood, segment
from readlist.importing.readers.wrapping import measure

#: How many lines tell what all of a dump is like.
_SAMPLE = 1000
_SMALL_WORD = re.compile(r"(?<![\w'’-])[^\W\d_A-Z]{5,}(?![\w'’-])")

#: Weighs the kinds a line may be of: given the words the dump also writes in lower case,
#: the line, and whether it is known to be furniture.
WeighLine = Callable[[frozenset[str], Line, bool], Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way lines may follow each other, and how much better it must explain each paper."""

    arcs: Sequence[Arc]
    handicap: float = 0.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A reader of pages whose lines follow each other as one of the ``variants`` says.

    A page keeps to one variant all the way, so one doubtful line does not pass for what
    no other paper of the page has. The simplest variant comes first. On ``labelled`` pages
    a label says which lines are abstracts; of others it is asked whether they can be.
    """

    name: str
    title: str
    variants: Sequence[Variant]
    weigh_line: WeighLine
    labelled: bool = False

    def score(self, lines: Sequence[str]) -> float:
        """Return how much better ``lines`` are explained as this shape than as furniture."""
        sample = list(islice(written_lines(lines), _SAMPLE))
        if is_data(sample) and not self.labelled:
            return 0.0
        model, weight = self._model(sample)
        found = pieces(segment(sample, model))
        drafts = [piece for piece in found if isinstance(piece, PaperDraft)]
        if not drafts or not (self.labelled or are_papers(drafts)):
            return 0.0
        return weight - sum(_as_furniture(line) for line in sample)

    def read(self, lines: Sequence[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the dump."""
        model, _ = self._model(list(islice(written_lines(lines), _SAMPLE)))
        return pieces(segment(written_lines(lines), model))

    def _model(self, sample: Sequence[Line]) -> tuple[Model, float]:
        """Return the model of the variant that ``sample`` is best explained by, and how well."""
        common = _common_words(line.text for line in sample)

        def weigh(line: Line) -> Mapping[str, float]:
            known = is_furniture(line.content)
            weights = dict(self.weigh_line(common, line, known))
            weights[grammar.FURNITURE] = furniture_score(line.content, known)
            return weights

        # Every variant asks the same of the sample, which is also read again with the best.
        weigh_line = lru_cache(_SAMPLE)(weigh)
        weigh_break = lru_cache(_SAMPLE + 1)(breaks_of(measure(sample)))
        models = [Model(variant.arcs, weigh_line, weigh_break) for variant in self.variants]
        papers = sum(kind == grammar.TEXT for _, kind in segment(sample, models[0]))
        weights = [
            likelihood(sample, model) - variant.handicap * papers
            for variant, model in zip(self.variants, models, strict=True)
        ]
        best = weights.index(max(weights))
        return models[best], weights[best]


def _as_furniture(line: Line) -> float:
    return furniture_score(line.content, is_furniture(line.content))


def _common_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in _SMALL_WORD.findall(text))
