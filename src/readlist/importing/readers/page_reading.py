"""Reading a page of papers that has no certain marks, by the habit of its papers.

A page is looked for only where words of abstracts stand. It keeps to one layout all the
way: first it is read as freely as can be, then each run of papers by what most of them do,
so that one doubtful line does not pass for what no other paper of the page has.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers import page_grammar as kinds
from readlist.importing.readers.page_evidence import furniture_score, is_data, words_score
from readlist.importing.readers.page_grammar import HeadEnd
from readlist.importing.readers.page_papers import Found, papers
from readlist.importing.readers.parts.context import is_mostly
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.headings import is_section
from readlist.importing.readers.parts.identifiers import identifier_line
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score
from readlist.importing.readers.reader import Entry
from readlist.importing.readers.segmentation import Arc, Grammar, grammar, segment
from readlist.importing.readers.wrapping import measure

_SMALL_WORD = re.compile(r"(?<![\w'’-])[^\W\d_A-Z]{5,}(?![\w'’-])")
# A paragraph that is a link in Markdown, or a part of one that is broken over lines.
_LINKED_TEXT = re.compile(r"\[(?P<text>.{60,})\](?:\(https?://[^\s()]*\)|\[\d+\])")
_LINK = 40  # characters a line of such a paragraph has at least
_BOLD_LABEL = re.compile(r"^(?:[-*•]\s+)?\*{2}(\w[\w ]{2,20})(?::\*{2}|\*{2}:)")
_EMPHASIS = re.compile(r"^(?P<mark>\*{1,3}|_{1,3})(?P<text>[^*_\s].*[^*_\s])(?P=mark)$")
_LINK_BEGIN = re.compile(r"^(#+\s+)?\[")
_LINK_END = re.compile(r"\](?:\(https?://[^\s()]*\)|\[\d+\])$")
#: Words of abstracts within so many characters make lines worth a closer look, with so
#: many lines around them.
_WINDOW, _MARGIN = 1200, 12
_BODY = 80  # lines after the first one of an abstract, which may be its own
_ENOUGH_WORDS = 1.0
#: Lines of data that stand together are no page, in any stretch.
_BLOCK = 4
#: Lines that recur with most papers are page noise, when they are no longer than this.
_OFTEN, _LINES_A_PAPER, _RECURS = 3, 40, 45
_DIGITS = re.compile(r"\d+")
#: What a line between two papers costs that is not known to be page noise.
_STRANGER = 0.25
#: How many papers on either side speak for a paper, how much beside its own weight, and to
#: what degree at most.
#: What headings such as "Methods" take from the papers around them, when they are no exception.
_OF_ONE_TEXT, _FEW_PARTS = 5.0, 0.15
#: What an identifier on a line of its own says, for whoever reads it; this paper has it as well.
_NAMED = 13.0
# What a number of authors below a paper says, as some sites give it.
_BELOW, _COUNTED = 3, 3.0
_AUTHORS_COUNT = re.compile(r"\W*\d{1,4} authors?\W*", re.I)
_LEAST = 0.5  # what a paper weighs at the least, in good company or not
_NEIGHBOURS, _VOUCHING, _MOST_VOUCHED = 5, 2.0, 2.0
# Among so many papers that weigh so much, the next of the same layout is one, whatever it says.
_MANY, _USUAL, _HELD = 8, 2.0, 1.0


class Habit(NamedTuple):
    """What a page does with each of its papers; ``None`` for what is not known."""

    titles: bool | None = None
    authors: bool | None = None
    apart: bool | None = None

    @property
    def head_end(self) -> HeadEnd:
        """What stands between a head and its text."""
        if self.apart is None:
            return HeadEnd.EITHER
        return HeadEnd.APART if self.apart else HeadEnd.CLOSE


#: Weighs what a line may be: given the words the text also writes in lower case, the line,
#: and whether it is known to be furniture.
WeighLine = Callable[[frozenset[str], str, bool], dict[str, float]]


@dataclass(frozen=True, slots=True)
class PapersPage:
    """Reads pages of one layout.

    ``arcs`` says what may follow what on a page of some habit, and ``weigh_line`` what a line
    may be. ``weigh_paper`` says how much better a paper explains its lines than anything else
    does; it is given the line that the head of the paper begins with as well. Where there are
    ``marks``, a page may be around them only; otherwise anywhere in prose. ``alone`` is what it
    says for a paper with marks, authors or an identifier that the text holds little else.
    """

    name: str
    title: str
    arcs: Callable[[Habit], list[Arc]]
    weigh_line: WeighLine
    weigh_paper: Callable[[PaperDraft, str], float]
    marks: Callable[[str], bool] | None = None
    alone: float = 0.0

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers that ``lines`` hold in this layout."""
        found = [
            entry
            for start, stop in _stretches(lines, self.marks)
            for entry in self._read(lines[start:stop], start)
        ]
        alone = self.alone if is_mostly(found, lines) else 0.0
        for entry in found:
            draft = entry.draft
            is_whole = self.marks or draft.authors or draft.arxiv_id or draft.doi
            yield entry._replace(weight=entry.weight + alone) if is_whole else entry

    def _read(self, lines: Sequence[Line], offset: int) -> Iterator[Entry]:
        page = _prepare(tuple(lines))
        if self.marks is None and page.is_data:
            return
        weights = [
            self.weigh_line(page.common, line.content, noise)
            | {kinds.FURNITURE: furniture_score(line.content, noise)}
            for line, noise in zip(page.lines, page.known, strict=True)
        ]
        sorts = segment(_grammar_of(self.arcs, Habit()), weights, page.breaks)
        for start, stop, habit in list(_runs(page.lines, sorts)):
            arcs = _grammar_of(self.arcs, habit)
            breaks = page.breaks[start : stop + 1]
            sorts[start:stop] = segment(arcs, weights[start:stop], breaks)
        found = papers(lines, page.lines, sorts)
        for paper, weight in self._weighed(found, _strangers(sorts, page.known)):
            below = page.lines[paper.last + 1 : paper.last + 1 + _BELOW]
            counted = any(_AUTHORS_COUNT.fullmatch(line.content) for line in below)
            place = paper.first + offset, paper.last + offset
            yield Entry(*place, paper.draft, weight + _COUNTED * counted)

    def _weighed(
        self, found: Sequence[Found], strange: Sequence[bool]
    ) -> Iterator[tuple[Found, float]]:
        """Yield the papers that are likelier papers than not, among the others around them."""
        weights = [self.weigh_paper(paper.draft, paper.head) for paper in found]
        for place in range(1, len(found)):
            between = sum(strange[found[place - 1].last + 1 : found[place].first])
            cost = _STRANGER * min(between, _MARGIN)
            weights[place - 1] -= cost
            weights[place] -= cost
        for place, paper in enumerate(found):
            around = slice(max(0, place - _NEIGHBOURS), place + _NEIGHBOURS + 1)
            near = weights[around]
            usual = sum(near) / len(near)
            parts = sum(is_section(other.head) for other in found[around])
            vouched = (weights[place] + _VOUCHING * usual) / (1.0 + _VOUCHING)
            weight = min(vouched, weights[place] + _MOST_VOUCHED)
            weight -= _OF_ONE_TEXT * (parts > _FEW_PARTS * len(near))
            if len(near) >= _MANY and usual >= _USUAL:  # on a page of nothing but papers
                weight = max(weight, _HELD)
            if weight > _LEAST:
                yield paper, weight + _NAMED * paper.named


class _Page(NamedTuple):
    """What all layouts ask of some lines: without marks of Markdown, and what is known of them."""

    lines: Sequence[Line]
    is_data: bool
    common: frozenset[str]
    known: Sequence[bool]
    breaks: Sequence[Mapping[str, float]]


@lru_cache(2)
def _prepare(lines: tuple[Line, ...]) -> _Page:
    cleaned = [_clean(line) for line in lines]
    common = _common_words(cleaned)
    breaks = kinds.weigh_breaks(measure(cleaned), cleaned)
    return _Page(cleaned, is_data(cleaned), common, _known(cleaned, common), breaks)


def _strangers(sorts: Sequence[str], known: Sequence[bool]) -> list[bool]:
    """Return which lines belong to no paper and are not known to be page noise."""
    each = zip(sorts, known, strict=True)
    return [kind == kinds.FURNITURE and not noise for kind, noise in each]


@lru_cache(64)
def _grammar_of(arcs: Callable[[Habit], list[Arc]], habit: Habit) -> Grammar:
    return grammar(arcs(habit))


def _stretches(
    lines: Sequence[Line], marks: Callable[[str], bool] | None
) -> Iterator[tuple[int, int]]:
    """Yield the parts of ``lines`` in which there may be papers."""
    if marks is not None:
        active = [place for place, line in enumerate(lines) if marks(line.content)]
        yield from _around(active, 0, len(lines), _BODY)
        return
    active = list(_active(lines))
    if not active:
        return
    start = 0
    for first, after in [*_data_blocks(lines), (len(lines), len(lines))]:
        part = [place for place in active if start <= place < first]
        yield from _around(part, start, first, _MARGIN)
        start = after


def _around(
    active: Iterable[int], floor: int, ceiling: int, after: int
) -> Iterator[tuple[int, int]]:
    """Yield the lines around the ``active`` ones and ``after`` them, those that meet together."""
    start = stop = -1
    for place in active:
        if start < 0 or place - _MARGIN > stop:
            if start >= 0:
                yield start, stop
            start = max(floor, place - _MARGIN)
        stop = min(place + after + 1, ceiling)
    if start >= 0:
        yield start, stop


def _active(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the places of lines around which words of abstracts stand."""
    first, length, score = 0, 0, 0.0
    said: list[int] = []  # the places of such words that are not yielded yet
    for place, line in enumerate(lines):
        length += len(line.text)
        own = words_score(line.text)
        score += own
        if own > 0:
            said.append(place)
        while length > _WINDOW and first < place:
            length -= len(lines[first].text)
            score -= words_score(lines[first].text)
            first += 1
        if score >= _ENOUGH_WORDS:
            yield from (before for before in said if first <= before < place)
            said.clear()
            yield place


def _data_blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Yield the blocks between blank lines that are data."""
    begins = [place for place, line in enumerate(lines) if line.gap or not place]
    for first, after in zip(begins, [*begins[1:], len(lines)], strict=True):
        if after - first >= _BLOCK and is_data(lines[first:after]):
            yield first, after


class _Seen(NamedTuple):
    """A paper as the first reading saw it."""

    first: int
    habit: Habit


def _runs(lines: Sequence[Line], sorts: Sequence[str]) -> Iterator[tuple[int, int, Habit]]:
    """Yield the parts of ``lines`` whose papers have one habit, and the habit."""
    seen = list(_seen(lines, sorts))
    if not seen:
        return
    start, habit = 0, _usual(seen[:5])
    for place, paper in enumerate(seen):
        usual = _usual(seen[max(0, place - 2) : place + 3])
        if usual != habit and paper.first > start:
            yield start, paper.first, habit
            start, habit = paper.first, usual
    yield start, len(lines), habit


def _seen(lines: Sequence[Line], sorts: Sequence[str]) -> Iterator[_Seen]:
    """Yield the papers of a first reading, by their texts."""
    first, titles, authors = None, False, False
    for place, kind in enumerate(sorts):
        if kind in (kinds.TITLE, kinds.AUTHORS) and first is None:
            first = place
        titles |= kind == kinds.TITLE
        authors |= kind == kinds.AUTHORS
        if kind == kinds.TEXT:
            begin = place if first is None else first
            apart = lines[place].gap > 0
            yield _Seen(begin, Habit(titles, authors, apart))
            first, titles, authors = None, False, False


def _usual(seen: Sequence[_Seen]) -> Habit:
    """Return what most of the papers ``seen`` do."""

    def most(values: Iterable[bool | None]) -> bool:
        return 2 * sum(map(bool, values)) > len(seen)

    habits = [paper.habit for paper in seen]
    return Habit(
        most(habit.titles for habit in habits),
        most(habit.authors for habit in habits),
        most(habit.apart for habit in habits),
    )


def _clean(line: Line) -> Line:
    """Return ``line`` without marks of Markdown: line breaks, emphasis, a link around the text."""
    text = line.text
    if text.endswith("\\"):
        text = text.rstrip("\\ ")
    if "*" in text or "__" in text:
        text = _EMPHASIS.sub(r"\g<text>", _BOLD_LABEL.sub(r"\1:", text))
    text = _unlinked(text.strip()) if "[" in text or "]" in text else text
    if text == line.text or not text.strip():
        return line
    return Line(line.number, text, line.gap)


def _unlinked(text: str) -> str:
    """Return ``text`` without a link around it, or without its end that is on this line."""
    linked = _LINKED_TEXT.fullmatch(text) if text.startswith("[") else None
    if linked and "](" not in linked["text"]:
        return linked["text"]
    surplus = text.count("[") - text.count("]")
    if surplus > 0 and (text.startswith("#") or len(text) > _LINK):
        begin = _LINK_BEGIN.match(text)
        is_cut = begin is not None and not _is_closed(text[begin.end() :])
        return _LINK_BEGIN.sub(r"\1", text) if is_cut else text
    return _LINK_END.sub("", text) if surplus < 0 else text


def _is_closed(text: str) -> bool:
    """Return whether a bracket that was opened right before ``text`` is closed in it."""
    depth = 1
    for letter in text:
        depth += (letter == "[") - (letter == "]")
        if not depth:
            return True
    return False


@lru_cache(4096)
def _is_noise(text: str) -> bool:
    return is_furniture(text) or identifier_line(text) is not None


def _is_known(text: str) -> bool:
    return _is_noise(text[:400])


def _known(lines: Sequence[Line], common: frozenset[str]) -> list[bool]:
    """Return which of ``lines`` are known to be page noise: by themselves, or as they recur."""
    forms = [_form(line.content) for line in lines]
    texts = sum(len(line.text) > _RECURS * 4 for line in lines)
    often = max(_OFTEN, texts // 2, len(lines) // _LINES_A_PAPER)
    recurring = {form for form, count in Counter(forms).items() if form and count >= often}
    return [
        _is_known(line.content) or (form in recurring and names_score(line.content, common) <= 0)
        for line, form in zip(lines, forms, strict=True)
    ]


def _form(text: str) -> str:
    """Return a short ``text`` with all numbers alike, and nothing for a longer one or a label."""
    if len(text) > _RECURS or ":" in text:
        return ""
    return _DIGITS.sub("0", text.lower())


def _common_words(lines: Iterable[Line]) -> frozenset[str]:
    return frozenset(word for line in lines for word in _SMALL_WORD.findall(line.text))
