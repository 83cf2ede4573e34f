"""The first page of a paper's PDF, as pdftotext writes it or a viewer copies it.

Title, authors with affiliations and footnote marks, ``Abstract``, and the text up to the
introduction. The rest of the page is page noise.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.author_blocks import (
    CONTACT,
    FOOTNOTES,
    HEADER,
    PLACE,
    author_lines,
    authors_of,
    is_single_name,
    people_in,
)
from readlist.importing.readers.parts.citations import identifiers_in
from readlist.importing.readers.parts.headings import is_title_case
from readlist.importing.readers.parts.hyphens import join_divided
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.title_words import is_title_word
from readlist.importing.readers.reader import Entry, Page
from readlist.text import fold_spaces

_ABSTRACT = re.compile(
    r"\s*(?:a\s?b\s?s\s?t\s?r\s?a\s?c\s?t|abstract|summary)\s*(?:[.:—–-]+\s*(?=\S)|[.:—–-]*\s*$)",
    re.I,
)
_ABSTRACT_RUN_IN = re.compile(r"\s*(?:Abstract|ABSTRACT)\s*[—–:.-]*\s+(?=[A-Z])")
_AFTER = re.compile(
    r"\s*(?:(?:(?:1|I"
    r"|§\s?1)\s*[.:]?\s*)?i\s?n\s?t\s?r\s?o\s?d\s?u\s?c\s?t\s?i\s?o\s?n\b\s*[.:]?\s*$|(?:1"
    r"|I)\.?\s+[A-Z][\w -]{3,50}$"
    r"|(?:author\s+)?key\s?-?words(?:\s+and\s+phrases)?\b|index terms\b|ccs concepts"
    r"|categories and subject|acm reference format"
    r"|general terms|jel\b|mathematics subject class|pacs\b|©|copyright|permission to make"
    r"|this is an open access|contents\s*$|article info|1\s*$)",
    re.I,
)
_STAMP = re.compile(
    r"arxiv:\s*(\d{4}\.\d{4,5}"
    r"|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\s*\[[\w.-]+\]\s*\d{1,2}\s+\w{3,9}\s+((?:19|20)\d\d)",
    re.I,
)
_RUNNING_HEAD = re.compile(
    r"\d+\s?\((?:19|20)\d\d\)|(?:international|european|annual|american|ieee|acm|the)\b.{0,60}"
    r"\b(?:conference|journal|symposium|workshop|transactions)\b|(?:conference|journal|transactions"
    r"|proceedings|annals|symposium)\s(?:on|of)\b",
    re.I,
)
_STANDARD = re.compile(
    r"request for comments|network working group|internet[- ]draft|internet engineering|category:"
    r"|obsoletes:|^pep:|\bRFC \d",
    re.I,
)
_OPEN_END = re.compile(
    r"(?:\b(?:for|of|in|on|with|and|the|an?|via|from|to|by|using|under)|[-:,])$", re.I
)
_MARKED_WORD = re.compile(r"[^\W\d_]+(?:\d|[*∗†‡§¶]|\s[a-h]\b)")
_INITIAL_END = re.compile(r"(?<!\w)[A-Z][a-z]?\.$")
_INTRODUCTION = re.compile(r"\s*(?:(?:1|I|§\s?1)\s*[.:]?\s*)?introduction\s*$", re.I)
_FORMULA = re.compile(r"\$[^$]*(?:\$|$)|^[^\s$]+\$(?=\s)")
_SENTENCES = re.compile(r"[a-z)]{2}\. [A-Z][a-z]* [a-z]")
_DOI_LINE = re.compile(
    r"\s*(?:https?://(?:dx\.)?doi\.org/|doi\s*:?\s*(?:https?://doi\.org/)?)10\.\d", re.I
)
_CODE = re.compile(r"^[#=@.]|[{}<>|;]|\(\)|::")
_FOOTNOTE_END = re.compile(r"\s*[*∗†‡§¶⋆]+$|(?<=[a-z])[¹²³]$")
#: What a page with certain marks weighs, and what one of several weighs at the mean.
_CERTAIN, _LIKELY = 9.0, 6.0
_MOST_BELOW, _MOST_TITLE, _MOST_NAMED = 40, 6, 12
_MOST_ABOVE, _MOST_ABSTRACT = 140, 60
_SHORTEST_ABSTRACT, _FEW = 110, 15


class PdfPage:
    """Reads the first page of a PDF that was copied as text."""

    name = "pdf-page"
    title = "the first page of a PDF as text: title, authors, Abstract"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the paper around each heading ``Abstract`` that has a title above it."""
        found = list(self._pages(lines))
        several = len(found) > 1 and sum(one.weight for one in found) > _LIKELY * len(found)
        for one in found:
            yield one._replace(weight=max(one.weight, _CERTAIN)) if several else one

    def _pages(self, lines: Sequence[Line]) -> Iterator[Entry]:
        start = 0
        layout = None
        for place, line in enumerate(lines):
            if place < start or line.content[:1] not in ("A", "a", "S", "s"):
                continue
            label = _label(line.text)
            below = lines[place : place + _FEW]
            if not label or sum(len(line.text) for line in below) < _SHORTEST_ABSTRACT:
                continue
            layout = layout or _layout(lines, place)
            if entry := _read(lines, start, place, label, layout):
                yield entry
                start = entry.last + 1


class _Layout(NamedTuple):
    """Whether arXiv's stamp and the DOI stand above the titles of these pages, not at the foot."""

    stamp_above: bool
    doi_above: bool


def _layout(lines: Sequence[Line], abstract: int) -> _Layout:
    """Tell by the first page where all pages that follow one another have their identifiers."""
    above = [line.text for line in lines[max(0, abstract - _MOST_ABOVE) : abstract]]
    return _Layout(any(map(_STAMP.search, above)), any(map(_DOI_LINE.match, above)))


def _label(text: str) -> int:
    """Return how long the heading of an abstract is that ``text`` begins with, or 0."""
    found = _ABSTRACT.match(text) or _ABSTRACT_RUN_IN.match(text)
    return found.end() if found else 0


def _read(
    lines: Sequence[Line], start: int, place: int, label: int, layout: _Layout
) -> Entry | None:
    above = _front_matter(lines, start, place)
    if not above or any(_STANDARD.search(lines[at].text) for at in above):
        return None
    first, below_title = _title_lines(lines, above)
    if first < 0:
        return None
    title = fold_spaces(join_divided(lines[at].content for at in range(first, below_title)))
    end, ended = _abstract_end(lines, place)
    abstract = _abstract(lines, place, end, label)
    if len(abstract) < _SHORTEST_ABSTRACT:
        return None
    between = [lines[at] for at in range(below_title, place)]
    authors = authors_of(between)
    stamp, doi, last = _identifiers(lines, above, end, layout)
    weight = _weigh(between, bool(authors), ended, stamp is not None)
    weight += 1.5 * (first < 12 and start == 0) + 0.5 * is_title_case(title)
    draft = PaperDraft(
        lines[first].number, lines[last].number, _FOOTNOTE_END.sub("", title), authors,
        abstract=abstract, year=int(stamp[2]) if stamp else None, doi=doi,
        arxiv_id=stamp[1] if stamp else None,
    )  # fmt: skip
    return Entry(first, last, draft, weight) if weight > 1 else None


def _weigh(between: Sequence[Line], named: bool, ended: bool, stamped: bool) -> float:
    """Weigh a page: authors, their addresses, what follows the abstract, arXiv's stamp."""
    mailed = any("@" in line.text for line in between)
    marks = any(CONTACT.search(line.text) or PLACE.search(line.text) for line in between)
    weight = 1.0 + 2.0 * mailed + 2.0 * ended + 2.0 * named + 2.0 * marks + 4.0 * stamped
    return weight - 3.0 * (not named and not stamped)


def _front_matter(lines: Sequence[Line], start: int, place: int) -> list[int]:
    """Return the lines above an abstract, up to the running text of another page."""
    first = place
    while first > max(start, place - _MOST_ABOVE) and not _is_running(lines, first - 1):
        if _INTRODUCTION.match(lines[first - 1].text):
            break
        first -= 1
    return list(range(first, place))


def _is_running(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line belongs to a paragraph of sentences."""
    text = lines[at].content
    if _is_header(lines[at]):
        return False
    if _SENTENCES.search(text) and not CONTACT.search(text) and not PLACE.search(text):
        return True
    ends = text.endswith(".") and not _INITIAL_END.search(text)
    return len(text) > 30 and ends and not PLACE.search(text)


def _identifiers(
    lines: Sequence[Line], above: Sequence[int], end: int, layout: _Layout
) -> tuple[re.Match[str] | None, str | None, int]:
    """Return arXiv's stamp, the DOI, and the last line of the page that says either."""
    stamps: list[tuple[re.Match[str], int]] = []
    dois: dict[str, int] = {}
    for at in [*above, *range(end + 1, min(len(lines), end + _MOST_BELOW))]:
        text = lines[at].text
        if at > end and _label(text):
            break
        if (at <= end) == layout.stamp_above and (stamp := _STAMP.search(text)):
            stamps.append((stamp, at))
        if (at <= end) == layout.doi_above and _DOI_LINE.match(text):
            dois[identifiers_in(text).doi or ""] = at
    places = [at for _, at in stamps[:1]] + ([*dois.values()] if len(dois) == 1 else [])
    doi = next(iter(dois)) if len(dois) == 1 else None
    last = max([_page_end(lines, end), *(at for at in places if at > end)])
    return (stamps[0][0] if len(stamps) == 1 else None), doi or None, last


def _title_lines(lines: Sequence[Line], above: Sequence[int]) -> tuple[int, int]:
    """Return the lines that are the title, end excluded: what stands right above the names.

    Where no names are known, it is what is first below the headers.
    """
    named = next((at for at in above[1:] if _begins_authors(lines, at)), None)
    if named is None:
        return _first_block(lines, above)
    first = named
    while first > above[0] and named - first < _MOST_TITLE:
        text = lines[first - 1].content
        if first < named and lines[first].gap:
            break
        if first == named and lines[first].gap and lines[first - 1].gap:
            text = text.rstrip(".")  # alone between blank lines, it may end as a sentence
        if _is_header(lines[first - 1]) or not _may_be_title(
            text.rstrip(",") if first < named else text
        ):
            break
        first -= 1
    return (first, named) if first < named else (-1, -1)


def _begins_authors(lines: Sequence[Line], at: int) -> bool:
    """Return whether the list of authors begins at ``lines[at]``, below a title."""
    text, before = lines[at].content, lines[at - 1].content
    if _OPEN_END.search(before) or _is_header(lines[at - 1]) or _is_header(lines[at]):
        return False
    people = people_in(next(author_lines(lines[at : at + _MOST_NAMED]))[0])
    if not people:
        return is_single_name(lines, at)
    if " " not in people[0] and not lines[at].gap and not _MARKED_WORD.match(text):
        return False  # the end of a title: "Trust, / Identity, and Loss"
    if len(people) > 1 or "," in text:
        return not any(map(is_title_word, text.split())) or lines[at].gap > 0
    below = lines[at + 1].content if at + 1 < len(lines) else ""
    signed = FOOTNOTES.search(text) or PLACE.search(below) or CONTACT.search(below)
    return bool(signed or lines[at].gap) and not any(map(is_title_word, text.split()))


def _first_block(lines: Sequence[Line], above: Sequence[int]) -> tuple[int, int]:
    at = next((at for at in above if _may_begin(lines[at])), -1)
    end = at + 1
    while 0 <= at < end < above[-1] + 1 and end - at < 4:
        if CONTACT.search(lines[end].content) or not _may_go_on(lines, end):
            break
        end += 1
    return at, end


def _may_begin(line: Line) -> bool:
    return not _is_header(line) and " " in line.content and _may_be_title(line.content)


def _is_header(line: Line) -> bool:
    text = line.content
    if len(text) < 4 or HEADER.match(text) or _STAMP.search(text) or _AFTER.match(text):
        return True
    found = _RUNNING_HEAD.search(text)
    return found is not None and (found.start() < 12 or found[0][0].isdigit())


def _may_be_title(text: str) -> bool:
    text = _FORMULA.sub("formula", text)
    words = text.split()
    return (
        0 < len(words) < 25
        and not text.endswith((".", ",", ";"))
        and not CONTACT.search(text)
        and not _CODE.search(text)
        and sum(letter.isalpha() for letter in text) > 0.25 * len(text)
    )


def _may_go_on(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line goes on with a title: no gap, no place, shaped as the line before."""
    text, before = lines[at].content, lines[at - 1].content
    if lines[at].gap or (
        PLACE.search(text) and not before.endswith(("for", "of", "in", "and", "-", ":"))
    ):
        return False
    if len(text.split()) > 22 or text.endswith((".", ",", ";")):
        return False
    return (
        _OPEN_END.search(before) is not None
        or text[0].islower()
        or before.isupper() == text.isupper()
    )


def _abstract_end(lines: Sequence[Line], place: int) -> tuple[int, bool]:
    """Return the last line of the abstract, and whether a known heading follows it."""
    for at in range(place + 1, min(len(lines), place + _MOST_ABSTRACT)):
        text = lines[at].text
        if _AFTER.match(text):
            return at - 1, True
        if lines[at].gap and at > place + 1 and lines[at - 1].content.endswith((".", "!", "?")):
            follows = len(lines[at].content) < 50 or _STAMP.search(text) or CONTACT.search(text)
            if follows or lines[at].text[:1].isspace() != lines[at - 1].text[:1].isspace():
                return at - 1, bool(_STAMP.search(text))
    return min(len(lines), place + _MOST_ABSTRACT) - 1, False


def _page_end(lines: Sequence[Line], end: int) -> int:
    """Return the last line of what follows the abstract: keywords, a heading, running text."""
    at = end
    headed = False
    while at + 1 < min(len(lines), end + _MOST_ABSTRACT):
        line, before = lines[at + 1], lines[at]
        if _label(line.text) or _STAMP.search(line.text):
            break
        known = _AFTER.match(line.text) is not None
        goes_on = not line.gap and len(before.content) > 30 and not before.content.endswith(".")
        if not (known or (headed and not line.gap) or goes_on or _is_running(lines, at + 1)):
            break
        headed = known
        at += 1
    return at


def _abstract(lines: Sequence[Line], place: int, last: int, label: int) -> str:
    paragraphs: list[list[str]] = [[]]
    head = lines[place].text[label:].strip()
    if head:
        paragraphs[0].append(head)
    for at in range(place + 1, last + 1):
        text = lines[at].content
        if _STAMP.search(text) or (text.isdigit() and len(text) < 5):
            continue
        if lines[at].gap and paragraphs[-1] and paragraphs[-1][-1].endswith((".", "!", "?")):
            paragraphs.append([])
        paragraphs[-1].append(text)
    return "\n\n".join(fold_spaces(join_divided(part)) for part in paragraphs if part)


READERS: tuple[Page, ...] = (PdfPage(),)
