"""What a record of a bibliography says of a paper, whatever its format calls the fields.

Formats say which of their fields hold what (:class:`Fields`); how a date, an identifier or
tags in such a field are to be read is said here, once.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile
from typing import NamedTuple
from urllib.parse import unquote

from readlist.domain import Kept, PaperDraft, Status
from readlist.importing.readers.parts.identifiers import ARXIV_ID, arxiv_id_of_links, links
from readlist.importing.readers.parts.people import people
from readlist.importing.readers.parts.texts import paragraphs, plain_line, storable

PUBMED = "https://pubmed.ncbi.nlm.nih.gov/{}/"


class Fields(NamedTuple):
    """The fields of one record, as they stand in it; where several may say a thing, best first.

    ``abstract``, ``keywords`` and ``notes`` keep their lines. ``ids`` may hold an arXiv
    identifier that is marked as one. ``more_names`` says that there are more authors than these.
    """

    titles: Sequence[str] = ()
    names: Sequence[str] = ()
    more_names: bool = False
    abstract: str = ""
    comment: str = ""
    dates: Sequence[str] = ()
    venues: Sequence[str] = ()
    dois: Sequence[str] = ()
    ids: Sequence[str] = ()
    links: Sequence[str] = ()
    keywords: Sequence[str] = ()
    notes: Sequence[str] = ()


_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?:(?!\d)|(?=[01]\d[0-3]\d(?!\d)))")
_DOI_MARK = r"(?:https?://(?:dx\.|www\.)?doi\.(?:acm\.)?org/|doi:?\s*)"
_DOI = re.compile(rf"{_DOI_MARK}?(10\.\d{{4,9}}/[^\s\"]+?)[.,;]*(?:\s+\[doi\])?", re.I)
_DOIS_APART = re.compile(rf"\s*[\s;,|]\s*(?={_DOI_MARK}?10\.\d{{4}})", re.I)
_DOI_WITHIN = re.compile(r"(?:^|[\s:/(])(10\.\d{4,9}/[^\s\"<>{}|]+)")
_DOI_LINK = re.compile(r"https?://(?:dx\.|www\.)?doi\.(?:acm\.)?org/10\.", re.I)
_ARXIV = re.compile(
    rf"(?P<mark>(?:oai:)?arxiv(?:\.org)?:\s*|10\.48550/arxiv\.|arxiv\.org/(?:abs|pdf)/)?"
    rf"{ARXIV_ID}(?:\.pdf)?(?:\s*\[[\w.,\s-]+\])*",
    re.I,
)
_NO_MONTH = re.compile(r"\d\d(?:00|1[3-9]|[2-9]\d)\.")
# "arXiv:2101.00001 [cs]", "arXiv preprint arXiv:2101.00001", "arXiv e-prints", "CoRR"
_ARXIV_VENUE = re.compile(
    rf"(?:(?:arxiv(?:\.org)?|corr)(?:,?\s+(?:e-?prints?|pre-?prints?))?[\s,]*)?"
    rf"(?:(?:arxiv:|abs/)\s*{ARXIV_ID}(?:\s*\[[\w.,\s-]+\])*)?",
    re.I,
)
_LINKS_APART = re.compile(r"[;,|\n]\s*(?=https?://)", re.I)
_LINK = re.compile(r"https?://[^\s<>\"]+", re.I)
# What databases write where a person's notes go.
_MACHINE_NOTE = re.compile(
    r"(?:doi:?\s*10\.|export(?:ed)? date|cited by|times cited|isi document|query date"
    r"|cited references? count|from duplicate|compilation and indexing).*",
    re.I | re.S,
)
_HTML_NOTE = re.compile(r"\s*<(?:p|div|h[1-6]|ul|ol)\b", re.I)
_ANY_TAG = re.compile(r"<[a-z/][^<>]*>", re.I)
_KEYWORDS_END = re.compile(r"\s*[,;\n]\s*")
_NOT_IN_TAGS = re.compile(r"[\s,#]+")
_LONGEST_TAG = 80


def paper_of(fields: Fields, first_line: int, last_line: int) -> PaperDraft | None:
    """Return the paper that a record is of, ``None`` where it has neither title nor identifier."""
    title = next(filter(None, map(plain_line, fields.titles)), None)
    doi = next(filter(None, map(doi_of, fields.dois)), None)
    urls = links_in("\n".join(fields.links))
    at_arxiv = _arxiv_ids(fields, doi, urls)
    venue = _venue(fields, title, at_arxiv)
    arxiv_id = at_arxiv[0] if at_arxiv else None
    if not (title or doi or arxiv_id):
        return None
    authors, more = people(fields.names)
    note = note_of(dropwhile(_MACHINE_NOTE.fullmatch, fields.notes))
    return PaperDraft(
        first_line=first_line,
        last_line=last_line,
        title=title,
        authors=authors,
        more_authors=(more or fields.more_names) and bool(authors),
        abstract=paragraphs(fields.abstract),
        comment=plain_line(fields.comment) or None,
        year=next(filter(None, map(year_in, fields.dates)), None),
        venue=venue,
        doi=doi,
        arxiv_id=arxiv_id,
        links=urls,
        kept=kept_or_none(Kept(tags=tags_of_keywords(fields.keywords), note=note)),
    )


def year_in(date: str) -> int | None:
    """Return the first year in ``date``: ``2019/07/24``, ``20190724``, ``2018 Apr``."""
    found = _YEAR.search(date)
    return int(found[0]) if found else None


# Identifiers and links


def doi_of(value: str) -> str | None:
    """Return the DOI that ``value`` is, as one, as a link or marked as PubMed does."""
    found = _DOI.fullmatch(value.strip())
    return unquote(found[1]) if found and not _DOIS_APART.search(found[1]) else None


def doi_in(text: str) -> str | None:
    """Return the DOI in a field that is for one; of two, neither."""
    found: set[str] = set()
    for part in _DOIS_APART.split(text):
        whole = doi_of(part)
        found |= {whole} if whole else {doi.rstrip(".,;") for doi in _DOI_WITHIN.findall(part)}
    return unquote(found.pop()) if len(found) == 1 else None


def doi_of_links(urls: Iterable[str]) -> str | None:
    """Return the DOI that web addresses lead to; of two, neither."""
    return doi_in("\n".join(url for url in urls if _DOI_LINK.match(url)))


def arxiv_id_of(text: str) -> str | None:
    """Return the arXiv identifier, without version, that ``text`` is, as a number or address."""
    found = _ARXIV.fullmatch(text.strip())
    if not found:
        return arxiv_id_of_links([text.strip()])
    return found[2] if found["mark"] or not _NO_MONTH.match(found[2]) else None


def links_in(text: str) -> tuple[str, ...]:
    """Return the web addresses in a field that is for them; one between spaces stays as it is."""
    found: dict[str, None] = {}
    for part in _LINKS_APART.split(text):
        bare = part.strip().rstrip(",;")
        found |= dict.fromkeys([bare] if _LINK.fullmatch(bare) else links(part))
    return tuple(found)


def _arxiv_ids(fields: Fields, doi: str | None, urls: Sequence[str]) -> list[str]:
    """Return the arXiv identifiers that a record gives its paper, the most certain first."""
    marked = [each for each in (*fields.ids, doi or "") if "arxiv" in each.lower()]
    venues = [_ARXIV_VENUE.fullmatch(plain_line(name)) for name in fields.venues]
    found = [*map(arxiv_id_of, marked), arxiv_id_of_links(urls)]
    return [each for each in (*found, *(venue[1] for venue in venues if venue)) if each]


def _venue(fields: Fields, title: str | None, at_arxiv: Sequence[str]) -> str | None:
    """Return where the paper appeared, which being at arXiv is not."""
    for name in map(plain_line, fields.venues):
        if name not in ("", title) and not (at_arxiv and _ARXIV_VENUE.fullmatch(name)):
            return name
    return None


# What a person did with it


def tags_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return a person's own tags as readlist has them: lower case, words joined by hyphens."""
    tags = (_NOT_IN_TAGS.sub("-", plain_line(text)).strip("-").lower() for text in texts)
    return tuple(dict.fromkeys(tag for tag in tags if _is_tag(tag)))


def tags_of_keywords(values: Iterable[str]) -> tuple[str, ...]:
    """Return keywords as tags where all of a record's are words such as tags are.

    Most keywords are the publisher's or the author's, which are phrases or have capitals.
    """
    words = [word for value in values for word in _KEYWORDS_END.split(value.strip()) if word]
    return tuple(dict.fromkeys(words)) if words == [*filter(_is_own, words)] else ()


def status_of(text: str) -> Status | None:
    """Return the status that ``text`` names as readlist does."""
    name = text.strip().lower().replace(" ", "-")
    return Status(name) if name in list(Status) else None


def is_true(text: str) -> bool:
    """Return whether ``text`` is a yes."""
    return text.strip().lower() in ("true", "yes", "1", "x", "★", "⭐")


def note_of(texts: Iterable[str]) -> str | None:
    """Return a person's notes as one text; Zotero's are HTML, any other stays as it is."""
    note = "\n".join(map(_note, texts))
    return note if note.strip() else None


def kept_or_none(kept: Kept) -> Kept | None:
    """Return ``kept`` unless it says nothing."""
    return None if kept == Kept() else kept


def _is_tag(text: str) -> bool:
    return bool(text) and text.isprintable() and len(text) <= _LONGEST_TAG


def _is_own(word: str) -> bool:
    return _is_tag(word) and not _NOT_IN_TAGS.search(word) and word == word.lower()


def _note(value: str) -> str:
    if not _HTML_NOTE.match(value):
        return storable(value)
    return (
        paragraphs(_ANY_TAG.sub("", value.replace("</p>", "\n\n").replace("<br", "\n\n<br"))) or ""
    )
