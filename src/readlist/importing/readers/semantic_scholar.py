"""Semantic Scholar: results of searches, libraries, mails of a feed, and pages of papers.

Seen real: "Thomas Wang, Adam Roberts, +5 authors Colin Raffel · Published in … 12 April
2022" and "…Expand" in a search engine's copy, and the fields of a result in the site's source
(title, authors, fields of study, venue, date, TLDR, actions). Other orders and separators of
the fields are written after descriptions.
"""

import re
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LIKELY = 2.0
_LONGEST = 400
_LONGEST_TITLE = 320
_FIELD = (
    r"(?:computer science|medicine|mathematics|physics|engineering|biology|chemistry|psychology"
    r"|economics|business|environmental science|materials science|geology|geography|sociology"
    r"|political science|education|law|linguistics|philosophy|history|art"
    r"|agricultural and food sciences)"
)
_FIELDS = re.compile(rf"{_FIELD}(?:, {_FIELD})*", re.I)
_MORE_AUTHORS = re.compile(r",?\s*\+ ?\d+ (?:more )?authors?(?![a-z]),?")
_DATE = re.compile(
    r"(?:published )?(?:on )?(?:\d{1,2} )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]*\.? )?(?P<year>(?:1[89]|20)\d\d)",
    re.I,
)
_PUBLISHED = re.compile(rf"published in (?P<venue>.{{2,120}}?)(?: {_DATE.pattern})?", re.I)
_DOTS = re.compile(r" ?[·•|] ?")
_DOTTED_FIELD = re.compile(rf"[·•|] ?{_FIELD}\b", re.I)
_BUTTON = (  # the longer before what they begin with
    r"(?:saved|save(?: to library)?|remove(?: from library)?|create alert|alert|cite|pdf|\[pdf\]"
    r"|arxiv|pubmed|semantic reader|reader|view \d+ excerpts?.{0,60}|\d+ excerpts?.{0,60}"
    r"|view (?:on|pdf|paper|via) ?.{0,40}|expand|collapse|publisher|via .{1,40}"
    r"|highly influenc\w+|move|add tag|library|folders:.*|not relevant|\d[\d,.]*(?: citations?)?)"
)
_BUTTONS = re.compile(rf"\W*+(?:{_BUTTON}\W*+)++", re.I)
_SURE_S2 = re.compile(
    r"tldr\b|folders:|.*\bexpand$|.*\bcollapse$|(?:.*\W)?save\W*alert|(?:create )?alert$"
    r"|save to library|semantic reader|(?:.*\W)?highly influenc",
    re.I,
)
_CORPUS = re.compile(r"(?:doi:\s*(?P<doi>10\.\S+?))?\s*corpus id:\s*\d+.*", re.I)
_DOI_LINE = re.compile(r"doi:\s*(?P<doi>10\.\S+)", re.I)
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.[ -]?)+[^\W\d_][\w'’]+.*?(?:,| et al)")
_COUNTS = re.compile(r"[\d,.]+k? (?:citations|references)", re.I)
_GLUED = re.compile(r"[a-z.][A-Z][\w.]*[ .+]|\d authors\S")  # names without anything between
_LIBRARY = re.compile(r"(?P<names>\S.+?) - (?P<venue>\S.*) - (?P<year>(?:19|20)\d\d)")
_ABSTRACT = re.compile(r"#* ?Abstract\W*", re.I)
_ABSTRACT_END = re.compile(
    r"(?:figures?(?: and tables)?.*|tables?|topics|ask this paper.*|related papers|citation type.*"
    r"|[\d,.]+k? (?:citations|references)|doi:.*|.*corpus id.*|save to library.*|collapse)",
    re.I,
)
_FACTS = 5  # lines of field, venue and date
_BLOCK = 14


class SemanticScholar:
    """Results of a search, a library, mails, and pages of single papers."""

    name = "semantic-scholar"
    title = "Semantic Scholar's results, library and pages, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers by their fields of study, "+5 authors" and the buttons under them."""
        marks = ("tldr", "expand", "alert", "save", "authors", "corpus id", "folders:")
        if not mentions(lines, *marks):
            return
        page = CopiedPage(lines)
        after, on_page = 0, False
        for at, text in enumerate(page.texts):
            if at < after or not _is_hint(text):
                continue
            if _CORPUS.fullmatch(text):
                entry = _paper_page(page, at, after)
                on_page = on_page or entry is not None
            else:  # under a paper's page stand lists of other papers
                entry = None if on_page else _row(page, at, after)
            if entry:
                yield page.placed(entry)
                after = entry.last + 1


def _is_hint(text: str) -> bool:
    """Return whether ``text`` holds facts or authors as Semantic Scholar prints them."""
    if len(text) > _LONGEST:
        return False
    if "uthor" in text and _MORE_AUTHORS.search(text):
        return True
    if "Corpus ID" in text or text[:9] == "Published":
        return _CORPUS.fullmatch(text) is not None or _PUBLISHED.fullmatch(text) is not None
    if "·" in text or "•" in text or "|" in text:
        return any(_is_fact(part) for part in _DOTS.split(text)[1:])
    return _FIELDS.fullmatch(text) is not None or _LIBRARY.fullmatch(text) is not None


def _is_fact(text: str) -> bool:
    found = _FIELDS.fullmatch(text) or _DATE.fullmatch(text) or _PUBLISHED.fullmatch(text)
    return found is not None


def _row(page: CopiedPage, hint: int, floor: int) -> Entry | None:
    """Return the paper of a list whose authors or facts stand on line ``hint``."""
    at, names, facts = _authors_and_facts(page, hint, floor)
    if at < floor:
        return None
    counted = _MORE_AUTHORS.search(names) is not None
    known = counted or names_score(names) > 0 or _INITIALS.match(names) is not None
    last_of_title = at - 1 if known else at
    if last_of_title < floor or not _is_heading(page.texts[last_of_title]):
        return None
    end, sure = _row_end(page, max(hint, at))
    first = page.begin(last_of_title, floor)
    title = page.text(first, last_of_title)
    if not (sure or counted) or (known and is_furniture(title)):
        return None
    draft = _s2_draft(title, names if known else "", facts)
    return page.entry(first, end, draft, _CERTAIN if sure else _LIKELY)


def _authors_and_facts(page: CopiedPage, hint: int, floor: int) -> tuple[int, str, list[str]]:
    """Return the line that authors stand on, what stands there of them, and the facts."""
    text = page.texts[hint]
    if found := _LIBRARY.fullmatch(text):
        return hint, found["names"], [found["venue"], found["year"]]
    names, *facts = _DOTS.split(text)
    if facts:
        return hint, names, facts
    at = hint
    if not _MORE_AUTHORS.search(text):
        at -= 1
        while at >= floor and at > hint - _FACTS and _is_fact(page.texts[at]):
            at -= 1
    names = page.texts[at] if at >= floor else ""
    return at, names, page.texts[at + 1 : hint + _FACTS + 1]


def _is_heading(text: str) -> bool:
    return 2 < len(text) <= _LONGEST_TITLE and not _BUTTONS.fullmatch(text) and not _is_fact(text)


def _row_end(page: CopiedPage, place: int) -> tuple[int, bool]:
    """Return the last line of the paper, and whether it is one of Semantic Scholar for sure."""
    end, sure = place, False
    for at in range(place, min(len(page), place + _BLOCK)):
        text = page.texts[at]
        if at > place + 1 and sure and _is_hint(text):
            break  # the facts of the next paper
        if _SURE_S2.match(text if len(text) < _LONGEST else text[-12:]):
            end, sure = at, True
        elif (len(text) < _LONGEST and _BUTTONS.fullmatch(text)) or (at > end and _is_fact(text)):
            end = at if at == end + 1 else end
    return end, sure


def _s2_draft(title: str, names: str, facts: Sequence[str]) -> PaperDraft:
    """Return the paper of a list. Its summary or the cut abstract is no abstract."""
    authors, more = _s2_authors(names)
    year, venue = None, None
    for text in (part for fact in facts for part in _DOTS.split(fact)):
        if _SURE_S2.match(text):
            break
        if found := _PUBLISHED.fullmatch(text):
            venue = found["venue"]
            year = year or (int(found["year"]) if found["year"] else None)
        elif found := _DATE.fullmatch(text):
            year = year or int(found["year"])
        elif text not in names and _is_venue(text):
            venue = venue or text
    cut = venue is not None and ("…" in venue or "arxiv" in venue.lower())
    return PaperDraft(
        0, 0, title, authors, more, year=year, venue=None if cut or year is None else venue
    )


def _is_venue(text: str) -> bool:
    is_other = _FIELDS.fullmatch(text) or _BUTTONS.fullmatch(text)
    return bool(text) and len(text) < 100 and not is_other and not text.endswith((".", "…"))


def _s2_authors(names: str) -> tuple[tuple[str, ...], bool]:
    """Return the authors, and whether there are more; none where nothing stands between them."""
    listed = _MORE_AUTHORS.sub(", ", names)
    if listed != names and _GLUED.search(_MORE_AUTHORS.sub(",", names)):
        return (), True
    authors, cut = split_names(listed)
    return authors, cut or listed != names


def _paper_page(page: CopiedPage, corpus: int, floor: int) -> Entry | None:
    """Return the paper whose page says ``Corpus ID`` above its title."""
    if corpus + 1 >= len(page) or not _is_heading(page.texts[corpus + 1]):
        return None
    end = title_end = page.title_end(corpus + 1, len(page))
    found = _CORPUS.fullmatch(page.texts[corpus])
    first, doi = corpus, found["doi"] if found else None
    if corpus > floor and (above := _DOI_LINE.fullmatch(page.texts[corpus - 1])):
        first, doi = corpus - 1, above["doi"]
    names, facts, abstract, counted = "", [""], None, False
    for at in range(title_end + 1, min(len(page), title_end + 25)):
        text = page.texts[at]
        if _CORPUS.fullmatch(text) or text.lower() == "related papers":
            break
        if _ABSTRACT.fullmatch(text):
            end = at
            while end + 1 < len(page) and not _ABSTRACT_END.fullmatch(page.texts[end + 1]):
                end += 1
            abstract = page.paragraphs(at + 1, end)
            break
        if not names and (_MORE_AUTHORS.search(text) or names_score(text) > 1.0):
            whole = range(at + 1, page.end(at, len(page)) + 1)
            end = next((line - 1 for line in whole if _is_fact(page.texts[line])), whole.stop - 1)
            names, *facts = _DOTS.split(page.text(at, end))
            facts = facts or page.texts[end + 1 : end + 4]
        elif counted or _COUNTS.fullmatch(text):
            counted = True  # only an abstract may follow
        elif _SURE_S2.match(text[-_LONGEST:]) or (_is_fact(text) and at == end + 1):
            end = at
    draft = _s2_draft(page.text(corpus + 1, title_end), names, facts)
    return page.entry(first, end, draft._replace(doi=doi, abstract=abstract), _CERTAIN)


READERS = (SemanticScholar(),)
