"""Google Scholar: results of searches, libraries, profiles, and alert mails.

Seen real: results logged in, one field a line, with links of libraries and with outlines in
place of snippets ("Save Cite Cited by 4 Related articles All 5 versions"); the doubled marks
of titles ("[BOOK][B]"); the bylines of alerts ("… - arXiv preprint arXiv:2610.02968, 2026"),
and how Gmail turns an alert into text (title, "<link>", byline, snippet, "Cites:"). Results
logged out or in old designs, and profiles, are written after descriptions.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.headings import plain_heading
from readlist.importing.readers.parts.identifiers import (
    arxiv_id_in,
    arxiv_id_of_links,
    is_link,
)
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LIKELY = 2.0
_LONGEST = 400
_LONGEST_TITLE = 320
_FARTHEST = 15  # lines of a snippet before its row of actions
_CUT = re.compile(r"\s*(?:…|\.\.\.)\s*$")


_DASHED = re.compile("[ \u00a0][-–](?:[ \u00a0]|$)")
_ENDS_IN_YEAR = re.compile(r"\b(?:19|20)\d\d\s*$")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_BYLINE = re.compile(
    r"(?P<authors>\S.{1,300}?) [-–] (?:(?P<venue>\S.{0,200}?), )?(?P<year>(?:1[6-9]|20)\d\d)"
    r"(?: [-–] (?P<publisher>\S.{0,60}))?"
)
_UNDATED = re.compile(
    r"(?P<authors>\S.{1,300}?) [-–] (?P<venue>\S.{1,120})(?P<year>)(?P<publisher>)"
)
# Initials without full stops and a family name, as Scholar alone prints authors.
_AUTHOR = re.compile(r"[^\W\d_a-z]{1,4}(?:-[^\W\d_a-z])? (?:[^\W\d_][\w'’.-]* ?){1,4}…?")
_ACTION = (  # the longer before what they begin with
    r"(?:saved|save(?!\w* alert)|edit|delete|cited by \d[\d,.]*|cite(?!s)|related articles"
    r"|all \d+ versions|\d+ versions|view as html|html version|cached|more|fewer|library search"
    r"|my citations|import into \w+|web of science: ?\d[\d,]*|full view|twitter|linkedin"
    r"|facebook|bluesky|99)"  # 99: how a quotation mark of the site's font is copied
)
_ACTIONS = re.compile(rf"\W*+(?:{_ACTION}\W*+)++", re.I)
_SURE_ACTION = re.compile(r"cited by \d|related articles|all \d+ versions|save\W*cite", re.I)
_RESOURCE = re.compile(
    r"\[(?:PDF|HTML|DOC|PS|TXT|XLS|PPT|RTF)\] [\w-]+(?:\.[\w-]+)+|full view|view (?:pdf|it).{0,30}"
    r"|(?:find|get)(?: ?it)? ?(?:@|at ).{1,40}|full text.{0,30}|about [\d,.]+ results.*",
    re.I,
)
_TITLE_MARK = re.compile(
    r"(?:(?:\[[^\]\s]{1,12}\])?\[[BCHP]\]|\[(?:PDF|HTML|BOOK|CITATION|DOC|PS|TXT|XLS|PPT|RTF)\])\s*"
)
_PAGE_END = re.compile(
    r"this message was sent by|create alert|related searches|people also|list alerts|see all"
    r"|cancel alert|help ?privacy|showing (?:the )?(?:best|top|less|most)|did you mean",
    re.I,
)
# A row of a profile: venue, year, times cited, year.
_PROFILE_ROW = re.compile(r"(?P<venue>\S.*?), (?P<year>(?:19|20)\d\d) (?:\d[\d,.]*\*? )?(?P=year)")


class _Byline(NamedTuple):
    first: int
    last: int
    found: re.Match[str]
    styled: bool  # by names as only Scholar prints them


class GoogleScholar:
    """Results of a search, and alerts by mail."""

    name = "google-scholar"
    title = "Google Scholar's results, copied, or its alert mails"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers above whose line of authors, venue and year a title stands."""
        dashed = [at for at, line in enumerate(lines) if _DASHED.search(line.text[:_LONGEST])]
        actions = mentions(lines, "cited by ", "related articles")
        if not any(actions or _has_year(lines, at) for at in dashed):
            return
        page = CopiedPage(lines)
        dashed = [at for at, text in enumerate(page.texts) if _DASHED.search(text[:_LONGEST])]
        sure = mentions(lines, "google scholar", "scholar.google.", "scholaralerts")
        bylines = list(_bylines(page, dashed))
        after = 0
        for byline, following in zip_longest(bylines, bylines[1:]):
            ceiling = _title_lines(page, following, byline.last + 1)[0] if following else len(page)
            entry = _result(page, byline, after, ceiling, sure)
            if entry:
                yield page.placed(entry)
                after = entry.last + 1


def _has_year(lines: Sequence[Line], at: int) -> bool:
    """Return whether a byline that begins on line ``at`` may end in a year."""
    return any(_YEAR.search(line.text[-200:]) for line in lines[at : at + 3])


def _bylines(page: CopiedPage, dashed: Sequence[int]) -> Iterator[_Byline]:
    """Yield the lines of authors, venue and year; one may have been cut in two or three."""
    after = -1
    for first in dashed:
        if first <= after or len(page.texts[first]) > _LONGEST:
            continue
        end = page.end(first, len(page))
        while end + 1 < len(page) and page.texts[end].endswith(("-", "–")):
            end += 1
        for last in range(first, min(first + 3, end + 1)):
            text = page.text(first, last)
            found = _BYLINE.fullmatch(text) or (
                _UNDATED.fullmatch(text) if _is_action(page, last + 1) else None
            )
            if found:
                listed = _CUT.sub("", found["authors"]).split(", ")
                yield _Byline(first, last, found, any(map(_AUTHOR.fullmatch, listed)))
                after = last
                break


def _is_action(page: CopiedPage, place: int) -> bool:
    text = page.texts[place] if place < len(page) else ""
    return len(text) < _LONGEST and bool(_ACTIONS.fullmatch(text) and _SURE_ACTION.search(text))


def _title_lines(page: CopiedPage, byline: _Byline, floor: int) -> tuple[int, int]:
    """Return where the title above ``byline`` begins and ends; the end is -1 for no title."""
    last = byline.first - 1
    while last >= floor and is_link(page.texts[last].strip("<>")):
        last -= 1
    if last < floor or not _can_be_title(page.texts[last]):
        return byline.first, -1
    first = last
    while first > floor and page.goes_on(first) and _can_be_title(page.texts[first - 1]):
        if _CUT.search(page.texts[first - 1]) or page.texts[first - 1].endswith("."):
            break
        first -= 1
    return first, last


def _can_be_title(text: str) -> bool:
    return (
        1 < len(text) <= _LONGEST_TITLE
        and not _RESOURCE.fullmatch(text)
        and not _ACTIONS.fullmatch(text)
        and not _PAGE_END.match(text)
        and any(letter.isalpha() for letter in text)
    )


def _result(
    page: CopiedPage, byline: _Byline, floor: int, ceiling: int, sure: bool
) -> Entry | None:
    first, end = _title_lines(page, byline, floor)
    if end < 0:
        return None
    actions = _actions(page, byline.last + 1, ceiling)
    certain = actions is not None or (sure and byline.styled)
    if not (certain or byline.styled):
        return None
    title = plain_heading(page.text(first, end))
    while mark := _TITLE_MARK.match(title):
        title = title[mark.end() :]
    own = tuple(dict.fromkeys(map(_target, page.links(first, byline.first - 1))))
    if not title:
        return None
    last = actions if actions is not None else _snippet_end(page, byline.last, ceiling)
    while first > floor and _RESOURCE.fullmatch(page.texts[first - 1]):
        first -= 1
    published = bool(byline.found["publisher"])
    weight = _CERTAIN if certain else _LIKELY * (1.5 if published else 0.5)
    return page.entry(
        first, last, _scholar_draft(byline.found, byline.found["authors"], title, own), weight
    )


def _actions(page: CopiedPage, place: int, ceiling: int) -> int | None:
    """Return the last line of the row of actions that ends a result, ``None`` for no such row."""
    for at in range(place, min(ceiling, place + _FARTHEST)):
        if len(page.texts[at]) < _LONGEST and _ACTIONS.fullmatch(page.texts[at]):
            last = at
            while last + 1 < ceiling and _ACTIONS.fullmatch(page.texts[last + 1][:_LONGEST]):
                last += 1
            row = " ".join(page.texts[at : last + 1])
            return last if _SURE_ACTION.search(row) or "twitter" in row.lower() else None
    return None


def _snippet_end(page: CopiedPage, byline: int, ceiling: int) -> int:
    """Return the last line of the snippet under ``byline`` where no row of actions follows."""
    last = byline
    while last + 1 < min(ceiling, byline + 9):
        after = page.texts[last + 1]
        apart = page.has_gap(last + 1) and last > byline
        if apart or _PAGE_END.match(after) or is_furniture(after):
            break
        if page.has_gap(last + 1) and "…" not in after and len(after) < 60:
            break
        last += 1
    return last


def _target(url: str) -> str:
    """Return where a link of Scholar's mail leads, which is the paper's own page."""
    if "scholar_url?" not in url:
        return url
    try:
        return parse_qs(urlsplit(url).query).get("url", [url])[0]
    except ValueError:
        return url


def _scholar_draft(
    found: re.Match[str], names: str, title: str, own: tuple[str, ...]
) -> PaperDraft:
    listed = _CUT.sub("", names)
    venue = found["venue"] or ""
    preprint = "arxiv" in venue.lower()
    return PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        authors=tuple(filter(None, (part.strip(" ,") for part in listed.split(", ")))),
        more_authors=listed != names,
        year=int(found["year"]) if found["year"] else None,
        venue=None if not venue or preprint or "…" in venue or "..." in venue else venue,
        arxiv_id=(arxiv_id_in(venue) if preprint else None) or arxiv_id_of_links(own),
        links=own,
    )


class ScholarProfile:
    """The papers on somebody's profile."""

    name = "google-scholar-profile"
    title = "a profile of Google Scholar, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers above whose row of venue, year and citations authors and title stand."""
        if not any(_ENDS_IN_YEAR.search(line.text[-40:]) for line in lines):
            return
        page = CopiedPage(lines)
        rows = [at for at, text in enumerate(page.texts) if _ENDS_IN_YEAR.search(text[-40:])]
        after = 0
        for at in rows:
            row, found = at, _PROFILE_ROW.fullmatch(page.texts[at][:_LONGEST])
            if not found and page.goes_on(at):  # the row was cut
                row, found = at - 1, _PROFILE_ROW.fullmatch(page.text(at - 1, at)[:_LONGEST])
            if not found or row < after + 2 or len(page.texts[row - 1]) > _LONGEST:
                continue
            named = page.begin(row - 1, after + 1)
            names = page.text(named, row - 1)
            listed = _CUT.sub("", names).rstrip(", ")
            styled = any(map(_AUTHOR.fullmatch, listed.split(", ")))
            if styled and _can_be_title(page.texts[named - 1]):
                first = page.begin(named - 1, after)
                draft = _scholar_draft(found, names, page.text(first, named - 1), ())
                yield page.placed(page.entry(first, at, draft, _CERTAIN))
                after = at + 1


READERS = (GoogleScholar(), ScholarProfile())
