"""Lists of references, as papers, theses and home pages end with them.

Numbered (``[1]``, ``1.``), by key (``[VSP17]``), bulleted, or told apart by blank lines,
hanging indents or the names each begins with; wrapped or not. The styles of the entries
themselves are those of https://citationstyles.org and the classic BibTeX styles.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.bylines import begins_with_names
from readlist.importing.readers.parts.citations import Citation, read_citation
from readlist.importing.readers.parts.hyphens import join_divided
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.program_references import (
    as_citation,
    ends_generated,
    read_accessed,
)
from readlist.importing.readers.reader import Entry, Page

_QUOTED = re.compile(r"\s*(?:>\s?)+")
_MARK = re.compile(
    r"\s*(?:\[(?P<number>\d{1,4})\]\.?:?|\[(?P<key>[A-Z][A-Za-z+*]{0,8}\s?'?\d{2,4}[a-z]?)\]"
    r"|\((?P<round>\d{1,3})\)|(?P<point>\d{1,3})[.)]|(?P<bullet>[-*+•‣▪–]))(?:\s+|$)"
)
#: What every citation has: a year, or an identifier.
_DATED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|arxiv|\bdoi\b|\b10\.\d{4}", re.I)
_HEADING = re.compile(
    r"\s*#{0,6}\s*(?:\d+\.?\s+)?(?:references|bibliography|works cited|literature|literature cited"
    r"|further reading|reading list|publications|papers|selected publications)\s*:?\s*$",
    re.I,
)
_ENDED = re.compile(r"(?:[.)\]\d/]|https?://\S+|10\.\d{4,9}/\S+)(?<!\b[A-Z]\.)$")
_BROKEN_LINK = re.compile(r"(?:https?://\S+|\b10\.\d{4,9}/\S*)$")
_REST_OF_LINK = re.compile(
    r"(?!\(|https?:|\d{1,2}\.\d{1,2}\.\d{4})(?=\S*[\d/_-])[\w./()%:;?=&#-]+(?:\s|$)"
)
_PAGE_NUMBER = re.compile(r"\s*\d{1,4}\s*$")
_CODE = re.compile(
    r"[{}]\s*$|[)\]}\"'=];\s*$|^\s*(?:#|//|/\*|\*/|\.\. )|^\s*(?:def|class|import|return)\b|=>|\(\)"
)
_LONGEST_LINES, _LONGEST = 14, 1600
_LEAST = 1.8
#: A text of which this much is references is a list of them, however short.
_MOSTLY = 0.3
#: References that are this likely at the mean are a list; what it takes to be one of them.
_LIST, _LEAST_LISTED = 3.0, 0.5
#: How likely they are at the mean where there is more beside them.
_STRONG = 4.0
_APART, _COMPANY = 3, 3
#: What an entry with certain marks weighs.
CERTAIN = 8.0
_MARKED = {"number": 1.0, "key": 1.0, "round": 0.5, "point": 0.5, "bullet": 0.3, "": 0.0}


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines that may be one reference: their places, how it was marked, its text."""

    first: int
    last: int
    mark: str
    text: str


class ReferenceList:
    """Reads lists of references in the styles that papers use."""

    name = "references"
    title = "a list of references: [1], APA, IEEE, ACM, one after another"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the references in ``lines``, each as one paper."""
        found: list[tuple[_Chunk, Citation]] = []
        for chunk in _chunks(lines):
            if not _DATED.search(chunk.text):
                continue
            if citation := read_accessed(chunk.text) or read_citation(chunk.text):
                found.append((chunk, citation))
        for (chunk, citation), weight in zip(found, _weights(found, lines), strict=True):
            if weight >= _LEAST:
                yield _entry(lines, chunk, citation, weight)


def _chunks(lines: Sequence[Line]) -> Iterator[_Chunk]:
    """Yield what may be references: blocks of lines, each divided as it is marked."""
    generated = any(ends_generated(line.text) for line in lines)
    for first, last in _blocks(lines, generated):
        if generated and any(ends_generated(line.text) for line in lines[first : last + 1]):
            starts, mark = [first], _mark(lines[first].text)
        else:
            starts, mark = _starts(lines, first, last)
        for start, end in pairwise([*starts, last + 1]):
            if chunk := _chunk(lines, start, end - 1, mark):
                yield replace(chunk, text=as_citation(chunk.text))


def _blocks(lines: Sequence[Line], generated: bool) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines without blank ones between; a marker alone goes with what follows.

    In a list that a program wrote, blank lines stand within a reference too.
    """
    first = 0
    for place in range(1, len(lines) + 1):
        if place < len(lines) and not _HEADING.match(lines[place - 1].text):
            gap = lines[place].gap > 0
            if generated:
                gap = gap and any(
                    ends_generated(line.text) for line in lines[max(first, place - 4) : place]
                )
            if not gap or (place - first < 2 and _is_marker_alone(lines[first])):
                continue
            if _hangs(lines, first, place):
                continue
        yield first, place - 1
        first = place


def _hangs(lines: Sequence[Line], first: int, place: int) -> bool:
    """Return whether a line goes on with a marked reference, indented below a blank one."""
    if _mark(lines[first].text) not in ("number", "key") or _mark(lines[place].text):
        return False
    deeper = _indent(lines[place].text) > _indent(lines[first].text) + 1
    return deeper and not _ENDED.search(lines[place - 1].content[-200:])


def _is_marker_alone(line: Line) -> bool:
    found = _MARK.match(line.text)
    return bool(found and found.end() == len(line.text) and not found["bullet"])


def _starts(lines: Sequence[Line], first: int, last: int) -> tuple[list[int], str]:
    """Return where references begin within a block, and how they are marked."""
    marks = {place: _mark(lines[place].text) for place in range(first, last + 1)}
    kind = marks[first] or next(
        (marks[place] for place in range(first, last + 1) if marks[place]), ""
    )
    if kind in ("number", "key") or (kind and marks[first] == kind):
        return [place for place, mark in marks.items() if mark == kind] or [first], kind
    return _unmarked_starts(lines, first, last), ""


def _mark(text: str) -> str:
    found = _MARK.match(_QUOTED.sub("", text, count=1) if text.lstrip().startswith(">") else text)
    return (found.lastgroup or "") if found else ""


def _unmarked_starts(lines: Sequence[Line], first: int, last: int) -> list[int]:
    indents = [_indent(lines[place].text) for place in range(first, last + 1)]
    least = min(indents)
    if indents[0] == least and max(indents) > least:
        least_indented = (first + at for at, indent in enumerate(indents) if indent == least)
        return [place for place in least_indented if place == first or _may_start(lines, place)]
    starts = [first]
    for place in range(first + 1, last + 1):
        before, text = lines[place - 1].content[-200:], lines[place].content
        dated = _ENDED.search(before) and _DATED.search(_several(lines, place, last))
        if dated and begins_with_names(f"{text[:400]} "):
            starts.append(place)
    return starts


def _may_start(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line that is not indented begins a reference, and is not cut off one."""
    text = lines[place].content
    ended = text[0] != "(" and _ENDED.search(lines[place - 1].content[-200:])
    return bool(ended) or begins_with_names(f"{text[:400]} ")


def _several(lines: Sequence[Line], place: int, last: int) -> str:
    return " ".join(line.text[:600] for line in lines[place : min(place + 5, last + 1)])


def _indent(text: str) -> int:
    bare = _QUOTED.sub("", text, count=1) if text.startswith(">") else text
    return len(bare) - len(bare.lstrip())


def _chunk(lines: Sequence[Line], first: int, last: int, mark: str) -> _Chunk | None:
    texts = [_bare(line.text) for line in lines[first : min(last, first + _LONGEST_LINES) + 1]]
    if len(texts) > _LONGEST_LINES or sum(map(len, texts)) > _LONGEST:
        return None
    if mark:
        texts[0] = _MARK.sub("", texts[0], count=1)
    while len(texts) > 1 and _PAGE_NUMBER.match(texts[-1]):
        texts.pop()
        last -= 1
    if any(_CODE.search(text) for text in texts):
        return None
    return _Chunk(first, last, mark, _join(texts))


def _bare(text: str) -> str:
    return (_QUOTED.sub("", text, count=1) if text.lstrip().startswith(">") else text).strip()


def _join(texts: Sequence[str]) -> str:
    """Return wrapped ``texts`` on one line; an address broken over two of them is made whole."""
    whole: list[str] = []
    for text in texts:
        if whole and _BROKEN_LINK.search(whole[-1]) and _REST_OF_LINK.match(text):
            whole[-1] += text
        elif text:
            whole.append(text)
    return join_divided(whole)


def _weights(found: Sequence[tuple[_Chunk, Citation]], lines: Sequence[Line]) -> Iterator[float]:
    """Yield what each reference weighs: alone among other text, little; in a list, more.

    The evidence that a text is a list of references is that of all its members, so that
    a poor one among good ones is as certain as they are.
    """
    covered = sum(chunk.last - chunk.first + 1 for chunk, _ in found)
    mostly = bool(lines) and covered >= _MOSTLY * len(lines)
    for run in _runs(found):
        own = [min(citation.weight, 5.0) + _MARKED[chunk.mark] for chunk, citation in run]
        least = (2, _LIST) if mostly else (_COMPANY, _STRONG)
        is_list = len(run) >= least[0] and sum(own) >= least[1] * len(run)
        for (_, citation), weight in zip(run, own, strict=True):
            if is_list:
                yield max(weight + 3.0, CERTAIN) if weight >= _LEAST_LISTED else 0.0
            elif mostly:
                yield weight + 3.0
            elif citation.weight < _LEAST:
                yield weight - 1.0
            else:
                yield weight if len(run) >= _COMPANY else min(weight, 2.5)


def _runs(
    found: Sequence[tuple[_Chunk, Citation]],
) -> Iterator[list[tuple[_Chunk, Citation]]]:
    """Yield the references that follow one another, hardly anything between them."""
    run: list[tuple[_Chunk, Citation]] = []
    for one in found:
        if run and one[0].first - run[-1][0].last > _APART:
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _entry(lines: Sequence[Line], chunk: _Chunk, citation: Citation, weight: float) -> Entry:
    draft = PaperDraft(
        lines[chunk.first].number,
        lines[chunk.last].number,
        title=citation.title,
        authors=citation.authors,
        more_authors=citation.more_authors,
        year=citation.year,
        venue=citation.venue,
        doi=citation.doi,
        arxiv_id=citation.arxiv_id,
        links=citation.links,
    )
    return Entry(chunk.first, chunk.last, draft, weight)


READERS: tuple[Page, ...] = (ReferenceList(),)
