"""Digests that programs and newsletters send: papers with labels, or under their identifiers.

Layouts: ``Title: … Authors: … Link: … Abstract: …`` in any order, plain or in bold, the
title perhaps a heading above the labels; "1. arXiv:2101.00001 (cs.LG)" above title and authors;
"1). Title - a sentence of praise (paper: address)". Scripts that write such digests are many;
these are the fields their sources print.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions, plain_line
from readlist.importing.readers.parts.fields import year_in
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.identifiers import (
    Identifier,
    arxiv_id_of_links,
    identifier_line,
)
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
#: Other sites label their fields too, and are surer of them.
_LABELLED = 7.5
_LABELLED = 9.0  # arXiv's own pages have labels, too
_LONGEST = 320
_SHORTEST = 40  # of an abstract


# -- labels ------------------------------------------------------------------------------

_LABEL = re.compile(
    r"(?P<label>title|authors?|abstract|summary|published(?: on| date)?|(?:submitted|updated|date"
    r"|publication date)(?: on)?|year|(?:arxiv |paper )?(?:link|url|id)|pdf(?: link| url)?|arxiv"
    r"|doi|(?:primary )?categor(?:y|ies)|subjects?|keywords|tags|venue|journal|comments?"
    r"|score|relevance|code) ?: ?(?P<value>.*)",
    re.I,
)
_DATES = re.compile(r"published|submitted|updated|date|publication|year", re.I)
_CITED = re.compile(r"(?:arxiv|doi) ?:", re.I)
_LISTED = re.compile(r"\d{1,4}[.)] (?P<title>\S.{5,300}?) Authors?: (?P<names>\S.+)")
_ONCE = ("title", "author", "abstract")
_RANK = re.compile(r"(?:\(?\d{1,4}[.)]|\[\d{1,4}\]) ")
_LEAST_LABELS = 3


class _Field(NamedTuple):
    label: str
    first: int
    last: int
    value: str


class LabelledDigest:
    """Papers whose fields have their labels."""

    name = "labelled-digest"
    title = "a digest with Title:, Authors:, Abstract: before the parts of each paper"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers of runs of labelled lines."""
        if not mentions(lines, "authors:", "author:", "authors**"):
            return
        page = CopiedPage(lines)
        whole: dict[str | None, PaperDraft] = {}
        found = [page.placed(entry) for entry in _records(page)]
        for entry in found:
            whole[entry.draft.title] = entry.draft
        for entry in found:
            draft = whole[entry.draft.title]  # of a table of contents
            draft = draft._replace(
                first_line=entry.draft.first_line, last_line=entry.draft.last_line
            )
            if not _is_mail(lines, entry):
                yield entry._replace(draft=draft)


def _records(page: CopiedPage) -> Iterator[Entry]:
    """Yield the papers of a page, and of its table of contents."""
    after = at = 0
    while at < len(page):
        if found := _LISTED.fullmatch(page.texts[at]):
            yield _contents(page, at, found)
        fields = _record(page, at)
        if fields and (entry := _labelled(page, fields, after)):
            yield entry
            after = entry.last + 1
        at = fields[-1].last + 1 if fields else at + 1


def _contents(page: CopiedPage, at: int, found: re.Match[str]) -> Entry:
    """Return the paper on a line of a table of contents."""
    authors, more = split_names(found["names"])
    draft = PaperDraft(0, 0, found["title"], authors, more)
    return page.entry(at, at, draft, _LABELLED)


def _is_mail(lines: Sequence[Line], entry: Entry) -> bool:
    """Return whether the labels are those of arXiv's mails, between lines of backslashes."""
    around = lines[entry.first : entry.last + 2]
    return any(line.text.startswith("\\\\") for line in around)


def _record(page: CopiedPage, first: int) -> list[_Field]:
    """Return the labelled fields from line ``first`` on that are of one paper."""
    fields: list[_Field] = []
    at = first
    while at < len(page) and (found := _LABEL.fullmatch(page.texts[at])):
        label = found["label"].lower()
        kind = "abstract" if label == "summary" else label.removesuffix("s")
        if kind in _ONCE and any(field.label == kind for field in fields):
            break
        end = at + 1
        while end < len(page) and _goes_on(page, end, kind):
            end += 1
        value = page.text(at, end - 1)[found.start("value") :].lstrip("*_ ")
        fields.append(_Field(kind, at, end - 1, value))
        at = end
    return fields


def _goes_on(page: CopiedPage, place: int, kind: str) -> bool:
    """Return whether line ``place`` is more of a field; an abstract may name other papers."""
    text = page.texts[place]
    if page.has_gap(place) or (is_furniture(text) and not page.goes_on(place)):
        return False
    return not _LABEL.match(text) or (
        kind == "abstract" and _CITED.match(text) is not None and page.goes_on(place)
    )


def _labelled(page: CopiedPage, fields: Sequence[_Field], floor: int) -> Entry | None:
    said = {field.label: field.value for field in reversed(fields)}
    own = _named(page, fields)
    abstract = said.get("abstract", "")
    if len(said) < _LEAST_LABELS or "author" not in said:
        return None
    if len(abstract) < _SHORTEST and not (own.arxiv_id or own.doi):
        return None
    title, first = said.get("title"), fields[0].first
    if title is None and first > floor:
        end, first = first - 1, page.begin(first - 1, floor)
        title = _RANK.sub("", page.text(first, end), count=1)
    if not title or len(title) > _LONGEST or is_furniture(title):
        return None
    authors, more = split_names(said["author"])
    dates = (year_in(field.value) for field in fields if _DATES.match(field.label))
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        authors=authors,
        more_authors=more,
        abstract=abstract or None,
        year=next(filter(None, dates), None),
        doi=own.doi,
        arxiv_id=own.arxiv_id,
        links=own.links,
    )
    return page.entry(first, fields[-1].last, draft, _LABELLED)


def _named(page: CopiedPage, fields: Sequence[_Field]) -> Identifier:
    """Return what the fields other than the abstract name the paper by."""
    others = [field for field in fields if field.label not in _ONCE]
    found = [own for field in others if (own := identifier_line(field.value))]
    urls = tuple(url for field in others for url in page.links(field.first, field.last))
    arxiv = {own.arxiv_id for own in found} | {arxiv_id_of_links([url]) for url in urls}
    doi = {own.doi for own in found}
    return Identifier(_only(arxiv), _only(doi), tuple(dict.fromkeys(urls)))


def _only(values: set[str | None]) -> str | None:
    known = values - {None}
    return known.pop() if len(known) == 1 else None


# -- identifiers above titles ------------------------------------------------------------

_NUMBERED_ID = re.compile(r"(?:\(?\d{1,4}[.)]|\[\d{1,4}\]) arxiv: ?\S|arxiv: ?\S+ [\[(][a-z]", re.I)
_HEAD = 14  # lines that title and authors may take


class NumberedDigest:
    """Papers each under a number and its identifier."""

    name = "numbered-digest"
    title = "a numbered digest with the arXiv identifier above each title"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers below lines with a number and an identifier."""
        if not any(_NUMBERED_ID.match(plain_line(line.text)) for line in _with(lines, "arxiv")):
            return
        page = CopiedPage(lines)
        marks = [at for at, text in enumerate(page.texts) if _is_mark(text)]
        for at, after in pairwise([*marks, len(page)]):
            if entry := _numbered(page, at, after):
                yield page.placed(entry)


def _with(lines: Sequence[Line], word: str) -> Iterator[Line]:
    return (line for line in lines if word in line.text.lower())


def _is_mark(text: str) -> bool:
    return _NUMBERED_ID.match(text) is not None and identifier_line(text) is not None


def _numbered(page: CopiedPage, mark: int, after: int) -> Entry | None:
    own = identifier_line(page.texts[mark])
    block = mark + 1
    while block < after and not page.has_gap(block):
        block += 1
    if own is None or not 2 < block - mark < _HEAD or _LABEL.match(page.texts[mark + 1]):
        return None
    names = page.names_begin(block - 1, mark + 2)
    named, title = page.text(names, block - 1), page.text(mark + 1, names - 1)
    if names_score(named) <= 0 or len(title) > _LONGEST:
        return None
    authors, more = split_names(named)
    last = block - 1
    while last + 1 < after and (last == block - 1 or not page.has_gap(last + 1)):
        last += 1
    abstract = page.text(block, last)
    if len(abstract) < _SHORTEST or is_furniture(abstract):
        abstract, last = "", block - 1
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        authors=authors,
        more_authors=more,
        abstract=abstract or None,
        arxiv_id=own.arxiv_id,
        links=own.links,
    )
    return page.entry(mark, last, draft, _CERTAIN)


# -- newsletters -------------------------------------------------------------------------

_PRAISED = re.compile(
    r"\(?\d{1,3}[.)]{1,2} (?P<title>\S.{7,300}?) [-–—] .+\((?:paper|pdf|arxiv|link)\b.*\)\W*", re.I
)


_ITEM = re.compile(r"[\W_]*\(?\d{1,3}[.)]{1,2} .*[(\[](?:paper|pdf|arxiv|link)\b", re.I)


class Newsletter:
    """Papers of a week, each with a sentence that says why."""

    name = "newsletter"
    title = "a newsletter: number, title, a sentence about it, and the paper's address"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers of numbered lines that end with an address in brackets."""
        if not any(_ITEM.match(line.text) for line in lines):
            return
        page = CopiedPage(lines)
        at = 0
        while at < len(page):
            end = at
            if _RANK.match(page.texts[at].replace(").", ")", 1)):
                end = page.end(at, len(page))
                urls = page.links(at, end)
                found = _PRAISED.fullmatch(page.text(at, end))
                if found and urls:
                    draft = PaperDraft(
                        0, 0, found["title"], arxiv_id=arxiv_id_of_links(urls[:1]), links=urls
                    )
                    yield page.placed(page.entry(at, end, draft, _CERTAIN))
            at = end + 1


READERS = (LabelledDigest(), NumberedDigest(), Newsletter())
