"""Sites that show papers as a feed of cards: Hugging Face, Papers with Code, CatalyzeX.

Known by what each prints around every card: "Submitted by" somebody and "9 authors"; a
repository such as ``owner/name`` under the title, and "Paper", "Code" at the end; "Via", "Access
Paper or Ask Questions". The layouts follow what the pages are known to hold: none was seen real.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.fields import year_in
from readlist.importing.readers.parts.furniture import is_date, is_furniture
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LONGEST = 320
_SHORTEST = 40  # of an abstract
_NUMBER = re.compile(r"[-\d,.]+k?", re.I)


def _is_title(title: str) -> bool:
    return 0 < len(title) <= _LONGEST and not is_furniture(title)


# -- Hugging Face ------------------------------------------------------------------------

_SUBMITTED = re.compile(r"submitted by\b ?(?P<user>\S*)", re.I)
_AUTHORS = re.compile(r"(?:.{0,80}?\W)?\d+ authors?", re.I)
_CARD = 8  # lines from who submitted a paper to how many authors it has


class HuggingFace:
    """A day's papers: who submitted each, votes, title, perhaps a group, number of authors."""

    name = "hugging-face"
    title = "Hugging Face's daily papers"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers between "Submitted by" and "9 authors"."""
        if not mentions(lines, "submitted by"):
            return
        page = CopiedPage(lines)
        for at, text in enumerate(page.texts):
            if (found := _SUBMITTED.fullmatch(text)) and (entry := _submitted(page, at, found)):
                yield page.placed(entry)


def _submitted(page: CopiedPage, at: int, found: re.Match[str]) -> Entry | None:
    first = at + (1 if found["user"] else 2)
    while first < len(page) and _NUMBER.fullmatch(page.texts[first]):
        first += 1
    near = range(first, min(len(page), first + _CARD))
    end = next((place for place in near if _AUTHORS.fullmatch(page.texts[place])), first)
    last = page.title_end(first, end) if end > first else end
    if end == first or end - last > 2 or not _is_title(title := page.text(first, last)):
        return None
    if end + 1 < len(page) and _NUMBER.fullmatch(page.texts[end + 1]):
        end += 1  # comments
    return page.entry(at, end, PaperDraft(0, 0, title), _CERTAIN)


# -- Papers with Code --------------------------------------------------------------------

_REPOSITORY = re.compile(r"(?:no code yet|[\w.-]+/[\w.-]+)(?:\s*[•·]\s*[^•·]*)*", re.I)
_ITEM = 12  # lines from the abstract to the buttons
_BOARD = 25.0  # with a header that only this site writes
_HEADER = frozenset(["Rank", "Model", "Paper", "Code"])


class PapersWithCode:
    """Trending and latest papers with their code, and tables of results."""

    name = "papers-with-code"
    title = "Papers with Code: trending or latest papers, and leader boards"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers above a repository, or those of a table of results."""
        if mentions(lines, "rank\tmodel"):
            yield from _board(lines)
        elif mentions(lines, "stars / hour", "no code yet", "papers with code", "\npaper\ncode"):
            page = CopiedPage(lines)
            after = 0
            for row in range(1, len(page)):
                if row > after and (entry := _with_code(page, row, after)):
                    yield page.placed(entry)
                    after = entry.last + 1


def _with_code(page: CopiedPage, row: int, floor: int) -> Entry | None:
    if not _REPOSITORY.fullmatch(page.texts[row][:_LONGEST]):
        return None
    first, text = page.begin(row - 1, floor), row + 1
    while text < len(page) and is_date(page.texts[text]):
        text += 1
    last = page.end(text, len(page)) if text < len(page) else text
    near = range(last + 1, min(len(page), last + _ITEM))
    end = next((at for at in near if page.texts[at] == "Code"), None)
    title = page.text(first, row - 1)
    if end is None or page.texts[end - 1] != "Paper" or not _is_title(title):
        return None
    abstract = page.text(text, last)
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        abstract=abstract if len(abstract) >= _SHORTEST else None,
        year=year_in(page.text(row, text - 1)),
    )
    return page.entry(first, end, draft, _CERTAIN)


def _board(lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the papers of a table of results, a model a row."""
    columns: dict[str, int] = {}
    for place, line in enumerate(lines):
        cells = [cell.strip() for cell in line.text.split("\t")]
        if set(cells) >= _HEADER:
            columns = dict(zip(cells, count(), strict=False))
        elif columns and len(cells) == len(columns) and _is_title(cells[columns["Paper"]]):
            year = year_in(cells[columns["Year"]]) if "Year" in columns else None
            title = cells[columns["Paper"]]
            draft = PaperDraft(line.number, line.number, title, year=year)
            yield Entry(place, place, draft, _BOARD)


# -- CatalyzeX ---------------------------------------------------------------------------

_LABEL = "Abstract:"
_PICTURE = "Picture for "
_END = re.compile(r"via|(?:access|view) paper(?: or ask questions)?|request code|figures.*", re.I)
_UNTIL_END = 30


class CatalyzeX:
    """Papers of a topic or a search, each ending with "Access Paper or Ask Questions"."""

    name = "catalyzex"
    title = "CatalyzeX's lists of papers"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers around the labels of abstracts."""
        if not mentions(lines, "access paper or ask questions"):
            return
        page = CopiedPage(lines)
        after = 0
        for at, text in enumerate(page.texts):
            if text.startswith(_LABEL) and (entry := _catalyzed(page, at, after)):
                yield page.placed(entry)
                after = entry.last + 1


def _catalyzed(page: CopiedPage, label: int, floor: int) -> Entry | None:
    near = range(label + 1, min(len(page), label + _UNTIL_END))
    end = next((at for at in near if _END.fullmatch(page.texts[at])), None)
    names = page.names_begin(label - 1, floor) if label > floor else floor
    title_end = names - 1
    is_dated = title_end > floor and is_date(page.texts[title_end])
    title_end -= is_dated
    if end is None or title_end < floor or names_score(page.text(names, label - 1)) <= 0:
        return None
    first = page.begin(title_end, floor)
    title = page.text(first, title_end)
    if not _is_title(title):
        return None
    text_end = page.end(label, end)
    authors, more = split_names(page.text(names, label - 1))
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        authors=authors,
        more_authors=more,
        abstract=page.text(label, text_end).removeprefix(_LABEL).strip() or None,
        comment=page.text(text_end + 1, end - 1) or None,
        year=year_in(page.texts[title_end + 1]) if is_dated else None,
    )
    if first > floor and page.texts[first - 1].startswith(_PICTURE):
        first -= 1
    while end + 1 < len(page) and _END.fullmatch(page.texts[end + 1]):
        end += 1
    return page.entry(first, end, draft, _CERTAIN)


READERS = (HuggingFace(), PapersWithCode(), CatalyzeX())
