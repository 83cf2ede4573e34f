"""Which of the papers that readers of pages see in a text are really there.

A text may hold pages of several kinds, and each reader sees papers of its own kind,
some of them where there are none. Chosen are the entries that do not overlap and
together weigh most (weighted interval scheduling by dynamic programming: J. Kleinberg
and É. Tardos, Algorithm Design, 2006, chapter 6.1), with a price for each run of
entries: beginning to read something as another kind of page needs evidence, going on
with it does not. Long lines between the papers of a run speak against it. What certain
marks show comes first; readers that go by likelihood see only what that leaves.

A text is read a window at a time, so that memory does not grow with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.normalising import normalised
from readlist.importing.readers.reader import Entry, Page, Piece

#: How many lines are looked at together, and how many of them wait for what follows.
WINDOW, WAITING = 3000, 300
#: What beginning a run costs: the prior odds against any page, as a logarithm.
RUN = 6.0
#: What an entry with certain marks weighs at least.
CERTAIN = 8.0
#: Why lines are in no paper.
NOISE = "menus and other text"

_STRAY_PROSE = 0.6
_LONG = 100
# What stands between two papers of a page is hardly ever another page, nor often around them.
_INSIDE, _SHORT = 2.5, 12
_BESIDE, _MOST_BESIDE = 2.0, 7.5


class Chosen(NamedTuple):
    """An entry that was chosen, and the place of its reader among all of them."""

    page: int
    entry: Entry


class Readers(NamedTuple):
    """The readers of a text: by certain marks, and by likelihood, which get what is left."""

    marked: Sequence[Page]
    guessing: Sequence[Page] = ()

    @property
    def all(self) -> list[Page]:
        """All of them, in the order in which :class:`Chosen` counts them."""
        return [*self.marked, *self.guessing]


def windows(
    lines: Iterable[Line], readers: Readers, price: float = RUN
) -> Iterator[tuple[int, Piece]]:
    """Yield the papers in a text and what is between them, in order.

    Each comes with the place of its reader, -1 where it has none; ``price`` is what
    beginning a run costs.
    """
    source = iter(lines)
    window: list[Line] = []
    running = -1
    while True:
        window += islice(source, WINDOW - len(window))
        is_last = len(window) < WINDOW
        chosen = _arranged(window, readers, price, running)
        end = len(window)
        if not is_last:
            chosen = [one for one in chosen if one.entry.last < len(window) - WAITING]
            end = chosen[-1].entry.last + 1 if chosen else len(window) - WAITING
            running = chosen[-1].page if chosen else -1
        yield from _pieces(window[:end], chosen)
        if is_last:
            return
        window = window[end:]


def _arranged(window: Sequence[Line], readers: Readers, price: float, running: int) -> list[Chosen]:
    """Return the entries in a window; readers see its lines as they were on the page."""
    lines, places = normalised(window)
    return [
        Chosen(page, one._replace(first=places[one.first], last=places[one.last]))
        for page, one in arrange(lines, readers, price, running)
    ]


def arrange(
    lines: Sequence[Line], readers: Readers, price: float = RUN, running: int = -1
) -> list[Chosen]:
    """Return the entries that are really there: the certain ones, then those in what is left.

    ``running`` is the reader whose run goes on from before the first line.
    """
    found = [list(page.find(lines)) for page in readers.marked]
    sure = [[one for one in entries if one.weight >= CERTAIN] for entries in found]
    fixed = choose(lines, sure, price, running)
    chosen: list[Chosen] = []
    for before, after in pairwise([None, *fixed, None]):
        first = before.entry.last + 1 if before else 0
        last = after.entry.first if after else len(lines)
        inside = bool(before and after and before.page == after.page)
        if first < last and not (inside and last - first < _SHORT):
            left = [_within(entries, first, last) for entries in found]
            guessed = [list(page.find(lines[first:last])) for page in readers.guessing]
            left += map(_beside, guessed) if fixed else guessed
            gap_price = price * _INSIDE if inside else price
            goes_on = before.page if before else running
            chosen += _shifted(choose(lines[first:last], left, gap_price, goes_on), first)
        chosen += [after] if after else []
    return _known_once(chosen)


def _known_once(chosen: Sequence[Chosen]) -> list[Chosen]:
    """Leave out bare identifiers of papers that are read elsewhere: a page lists its links."""
    papers = (one.entry.draft for one in chosen if not _is_bare(one.entry.draft))
    known = {name for draft in papers for name in (draft.arxiv_id, draft.doi) if name}
    return [
        one
        for one in chosen
        if not _is_bare(one.entry.draft)
        or known.isdisjoint((one.entry.draft.arxiv_id, one.entry.draft.doi))
    ]


def _is_bare(draft: PaperDraft) -> bool:
    """Return whether nothing but an identifier is known of a paper."""
    return not (draft.title or draft.abstract)


def _beside(entries: Iterable[Entry]) -> list[Entry]:
    """Return guesses about what is around certain papers: much of it is the page's own text."""
    return [one._replace(weight=min(one.weight, _MOST_BESIDE) - _BESIDE) for one in entries]


def _within(entries: Iterable[Entry], first: int, end: int) -> list[Entry]:
    """Return the entries between two places, counted from the first."""
    inside = (one for one in entries if first <= one.first and one.last < end)
    return [one._replace(first=one.first - first, last=one.last - first) for one in inside]


def _shifted(chosen: Iterable[Chosen], by: int) -> list[Chosen]:
    return [
        Chosen(page, one._replace(first=one.first + by, last=one.last + by)) for page, one in chosen
    ]


def _pieces(window: Sequence[Line], chosen: Sequence[Chosen]) -> Iterator[tuple[int, Piece]]:
    at = 0
    for page, entry in chosen:
        yield from _skipped(window[at : entry.first])
        yield from ((page, draft) for draft in (entry.draft, *entry.more))
        at = entry.last + 1
    yield from _skipped(window[at:])


def _skipped(lines: Sequence[Line]) -> Iterator[tuple[int, Piece]]:
    if lines:
        text = "\n".join(line.text for line in lines)
        yield -1, SkippedText(lines[0].number, lines[-1].number, text, NOISE)


class _Chain(NamedTuple):
    """The best choice that ends with an entry: its weight, at which place it was weighed."""

    weight: float
    place: int
    last: "_Link | None"


class _Link(NamedTuple):
    chosen: Chosen
    before: "_Link | None"


def choose(
    lines: Sequence[Line],
    found: Sequence[Sequence[Entry]],
    price: float = RUN,
    running: int = -1,
) -> list[Chosen]:
    """Return the entries that together weigh most, in their order.

    ``found`` holds the entries of each reader; ``running`` is the reader whose run goes
    on from before the first line.
    """
    stray = _stray(lines)
    all_found = ((page, entry) for page, entries in enumerate(found) for entry in entries)
    starts = sorted(all_found, key=lambda one: (one[1].first, one[0]))
    best = _Chain(0.0, 0, None)
    runs: dict[int, _Chain] = {running: best} if running >= 0 else {}
    ended: list[tuple[int, int, _Chain]] = []  # the place after an entry, its reader, its chain
    for page, entry in starts:
        best = _end(ended, entry.first, best, runs)
        weight, before = best.weight - price, best.last
        if run := runs.get(page):
            going_on = run.weight - min(price, stray[entry.first] - stray[run.place])
            if going_on >= weight:
                weight, before = going_on, run.last
        link, end = _Link(Chosen(page, entry), before), entry.last + 1
        ended.append((end, page, _Chain(weight + entry.weight, end, link)))
    best = _end(ended, len(lines), best, runs)
    return _unwound(best.last)


def _end(
    ended: list[tuple[int, int, _Chain]], place: int, best: _Chain, runs: dict[int, _Chain]
) -> _Chain:
    """Take in the chains that have ended at ``place``; return the best of all."""
    waiting = []
    for chain in ended:
        if chain[0] > place:
            waiting.append(chain)
            continue
        _, page, weighed = chain
        if page not in runs or weighed.weight > runs[page].weight:
            runs[page] = weighed
        if weighed.weight > best.weight:
            best = weighed
    ended[:] = waiting
    return best


def _unwound(link: _Link | None) -> list[Chosen]:
    chosen = []
    while link:
        chosen.append(link.chosen)
        link = link.before
    return chosen[::-1]


def _stray(lines: Sequence[Line]) -> list[float]:
    """Return, for each place, what the lines before it cost where they are in no paper."""
    total, stray = 0.0, [0.0]
    for line in lines:
        total += _STRAY_PROSE * (len(line.text) > _LONG)
        stray.append(total)
    return stray
