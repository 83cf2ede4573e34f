"""Lists of papers that people keep in Markdown: bullets, numbers, check boxes, headings.

The layouts are those of "awesome" lists and of reading lists on GitHub: ``[Title](url)``,
``**Title** — Authors, venue year [paper] [code]``, ``Title. Authors. Venue. [[pdf](url)]``,
and the same over several lines.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.bylines import Names, leading_names
from readlist.importing.readers.parts.citations import Citation, identifiers_in, read_citation
from readlist.importing.readers.parts.context import weighed_in_context
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.list_items import (
    CHUNK,
    FULL_WIDTH,
    LABELLED,
    LINK,
    URL,
    Item,
    abstract_below,
    bare_line,
    items,
)
from readlist.importing.readers.parts.paper_links import is_label, is_paper_link
from readlist.importing.readers.parts.title_words import is_title_word
from readlist.importing.readers.parts.venues import acronyms, begins_as_venue, venue_of, year_in
from readlist.importing.readers.reader import Entry, Page
from readlist.text import fold_spaces

_IMAGE = re.compile(r"!\[([^\[\]]*)\](?:\([^()\s]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\])")
_ANCHOR = re.compile(r"<a\s[^<>]*href=[\"']?([^\"'<>\s]+)[^<>]*>(.*?)</a>", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_EMPHASIS = re.compile(r"^[*_~`]+|[*_~`]+$")
_BOLD = re.compile(r"(?:\*\*|__)(?=\S)(.+?)(?<=\S)(?:\*\*|__)", re.S)
_ITALIC = re.compile(r"(?<![*\w])[*_](?=[^\s*_])([^*_]{8,}?)(?<=\S)[*_](?![*\w])", re.S)
_SPOKEN = re.compile(r"[\"“]([^\"“”]{8,300}?)[\"”]")
#: What may stand before a title, once or more: a date or venue in brackets, marks, a label.
_BEFORE = re.compile(
    r"[(\[][^()\[\]\n]{1,40}[)\]]|[\W_]|(?:19|20)\d\d(?:[.-]\d\d){0,2}(?!\w)|(?:paper|title"
    r"|arxiv|pdf)\s*:"
    r"|:\w{1,20}:|[A-Z][\w&/-]{1,12}\s?['’]?(?:19|20)?\d\d(?=[\]):|, ])",
    re.I,
)
#: Where a title ends that nothing marks: brackets may belong to it, unless they date it.
_TITLE_END = re.compile(
    r"\n|\s+[–—|·•]+\s+|\s+-+\s+|\s*\["
    r"|(?<!\b[^\W\d_])(?<![IVX][IVX])(?<!\bMd)(?<!\bSt)\.\s+(?![IVX]+\.)(?=[\[(*_\"“]|[^\W\d_a-zß-öø-ÿ]|arXiv)"
    r"|\s*\((?=[^()]*(?:(?:19|20)\d\d|https?:|10\.\d|\b(?i:arxiv|pdf|paper|code|link)\b)|\s*\))"
    r"|[*_]{1,3}(?=\W|$)|,\s+(?=(?:19|20)\d\d)"
)
_MATH = re.compile(r"\$[^$\n]{1,120}\$")
_CODE = re.compile(
    r"^\W*`|\w\(\)|^\s*\$\s|=>|\.(?:py|js|md|html?|json|txt|sh)\b(?!\S*https?)|\w+::\w+"
)
_PROSE = re.compile(
    r"(?:\b(?:we|you|your|our|please|see|this|it|i)\b.*){2}|(?-i:[a-z)]\. [A-Z].*[a-z)]\. [A-Z])",
    re.I,
)
_SPECIFIC = re.compile(r"[^\W\d_]{3}")
_WRITTEN_ID = re.compile(r"\barxiv:\s?[\w.-]+/?\d+|\bdoi:?\s?10\.\d{4,9}/[^\s;,)\]]+", re.I)
#: Buttons of an item, left without their addresses by a browser.
_BARE_LABEL = re.compile(
    r"\[(?:paper|pdf|arxiv|code|project(?: page)?|bib(?:tex)?|slides|video|website|abs|doi|link"
    r"|html)\]",
    re.I,
)
#: A family's name and initials, or the other way round: a citation.
_INITIALS = re.compile(
    r"[^\W\d_a-z][\w'’ -]{1,30}?,?\s[A-Z]{1,3}[.,]"
    r"|(?:[A-Z]\.[ -]?){1,3}[^\W\d_a-z][\w'’-]+,?\s"
)
_LINE_END = re.compile(r"\\+(?=\s|$)")
_PAPERS_PAGE = re.compile(r"https?://(?:huggingface|hf)\.co/papers/")
_OPENING, _CLOSING = ('"', "“"), ('"', "”")
_URL_AT_AN_END = re.compile(r"^<?https?://|https?://\S+\W*$")
_SENTENCES = re.compile(r"[a-z)]{2}\. [A-Z][a-z]* [a-z]")
#: The venue and year behind authors who are not marked off from the title.
_DATED_BEHIND = re.compile(r",\s+[^\n,\[]{2,60}\s(?:19|20)\d\d\b")
_YEAR_ALONE = re.compile(r"\W*(?:19|20)\d\d\W*")
_LONGEST_LINE = 400
_LEAST = 1.5
#: What a link of Markdown to a paper weighs beside the address: nothing but such a list has it.
_LINKED = 3.0


@dataclass(slots=True)
class _Seen:
    """What an item says: a title, its links, and what stands beside them."""

    title: str | None = None
    rest: str = ""
    links: list[tuple[str, str]] = field(default_factory=list)
    cited: Citation | None = None

    @property
    def paper_links(self) -> list[str]:
        """The addresses of papers among the links."""
        return [url for _, url in self.links if is_paper_link(url)]


class MarkdownList:
    """Reads lists of papers written in Markdown or as plain bullets."""

    name = "markdown-list"
    title = "a Markdown list of papers: [Title](link), **Title** Authors, venue"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers listed in ``lines``."""
        found = [entry for item in items(lines) if (entry := _read(item, lines))]
        yield from weighed_in_context(found, lines, telling=True)


def _read(item: Item, lines: Sequence[Line]) -> Entry | None:
    if _CODE.search(LINK.sub("", URL.sub("", item.text))):
        return None
    seen = _see(_ANCHOR.sub(r"[\2](\1)", item.text))
    if seen is None:
        return None
    authors, more, venue, year = _beside(seen)
    if not item.listed and not (_stands_alone(item, lines) and _is_apart(lines, item.first)):
        return None
    written = " ".join(_WRITTEN_ID.findall(item.text)) if item.listed else ""
    found = identifiers_in(f"{' '.join(seen.paper_links)} {written}")
    labelled = len(_BARE_LABEL.findall(item.text)) > 0
    known = bool(seen.paper_links or found.doi or found.arxiv_id)
    weight = 4.0 * known + 2.0 * bool(authors) + 1.2 * bool(venue) + 0.5 * bool(year)
    several = len(authors) + more > 1
    weight += 1.5 * labelled + _LINKED * any(
        is_paper_link(url) for label, url in seen.links if label
    )
    if not known and not (
        authors and (venue or year) and (several or labelled or (venue and year))
    ):
        return None
    if seen.title is None or (len(seen.title.split()) < 2 and not authors):
        if not (found.doi or found.arxiv_id) or seen.title is None or not item.listed:
            return None  # a lone address is for the reader of lone identifiers
        seen.title = None
        weight -= 0.5
    elif not item.listed:
        weight -= 0.5
    elif item.depth < 0 and any(map(_PAPERS_PAGE.match, seen.paper_links)):
        weight -= 4.0  # the site's own page, whose reader knows its abstracts
    first = item.first
    last, abstract = abstract_below(lines, item) if known else (item.last, None)
    draft = PaperDraft(
        lines[first].number, lines[last].number, seen.title, authors, more, abstract,
        year=year, venue=venue, doi=found.doi, arxiv_id=found.arxiv_id,
        links=tuple(dict.fromkeys(url for _, url in seen.links)),
    )  # fmt: skip
    return Entry(first, last, draft, weight) if weight >= _LEAST else None


def _is_apart(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line does not go on with the text above it."""
    if not place or lines[place].gap or lines[place].text.lstrip().startswith(("[", "*")):
        return True
    above = lines[place - 1].content
    if "http" in above or above.startswith(("#", "[")) or above.endswith("]"):
        return True
    return len(above) < FULL_WIDTH


def _stands_alone(item: Item, lines: Sequence[Line]) -> bool:
    """Return whether a line without the mark of a list is an item all the same, and no prose."""
    if "](http" in item.text or item.text.lstrip().startswith("**"):
        return True
    line = bare_line(lines[item.first].text).strip()
    if len(line) > _LONGEST_LINE or _SENTENCES.search(line):
        return False
    return _URL_AT_AN_END.search(line) is not None or _BARE_LABEL.search(line) is not None


def _see(text: str) -> _Seen | None:
    """Find the title in an item, its links, and what else it says."""
    text = _TAG.sub("", _BREAK.sub("\n", _IMAGE.sub(r"\1", text)))
    seen = _Seen(links=[(label, url) for label, url in LINK.findall(text) if "://" in url])
    bare = LINK.sub(" ", text)
    seen.links += [("", url) for url in URL.findall(bare) if ("", url) not in seen.links]
    for found in LINK.finditer(text):
        named = not is_label(found[1]) and not is_furniture(fold_spaces(found[1]).strip("[] "))
        if named and "://" in found[2] and len(found[1].split()) > 1:
            return _by_link(text, found, seen)
    one_word = next((link for link in seen.links if link[0] and not is_label(link[0])), None)
    plain = LINK.sub(
        lambda link: "" if is_label(link[1]) else link[1],
        URL.sub("", text) if not one_word else text,
    )
    return _by_text(plain, seen)


def _by_link(text: str, found: re.Match[str], seen: _Seen) -> _Seen | None:
    """The title is the text of a link, with nothing before it but marks, a date or authors."""
    before = LINK.sub("", text[: found.start()])
    after = LINK.sub(
        lambda link: f" [{link[1]}] " if acronyms().search(link[1]) else " ", text[found.end() :]
    )
    if not _may_precede(before):
        return None
    after = f"{before[_skip(before) :]}\n{before}\n{after}"
    seen.title = _clean(found[1])
    seen.rest = URL.sub(" ", after)
    spoken = is_paper_link(found[2]) and not _SENTENCES.search(seen.title)
    return seen if _is_title(seen.title, spoken) else None


def _by_text(text: str, seen: _Seen) -> _Seen | None:
    """The title is in bold, in quotes, or the first of what the item says."""
    text = text.strip()
    if _INITIALS.match(text) and (cited := _by_citation(text, seen)):
        return cited
    for pattern in (_BOLD, _SPOKEN, _ITALIC):
        for marked in pattern.finditer(text):
            before = text[: marked.start()]
            if not is_label(marked[1]) and _is_title(marked[1]) and _may_precede(before):
                seen.title = _clean(marked[1])
                seen.rest = f"{before[_skip(before) :]}\n{before}\n{text[marked.end() :]}"
                return seen
    start = _skip(text)
    start = start if start < len(text) else 0
    cut = _TITLE_END.search(_MATH.sub(lambda math: "x" * len(math[0]), text), start)
    if _is_byline(text[start : cut.start() if cut else len(text)]) and (
        cited := _by_citation(text[start:], seen)
    ):
        return cited
    end = cut.start() if cut else len(text)
    end = _names_begin(text, start, end)
    seen.title = _clean(text[start:end]) or None
    seen.rest = f"{text[:start]}\n{text[end:].lstrip(' ,')}"
    return seen if seen.title is None or _is_title(seen.title) else None


def _names_begin(text: str, start: int, end: int) -> int:
    """Return where, after a comma within ``text[start:end]``, authors begin; ``end`` if none do."""
    for comma in re.finditer(r",\s+", text[start:end]):
        after = text[start + comma.end() : end + 1]
        found = leading_names(after)
        several = found and (len(found.names) > 2 or found.more)
        dated = found and _DATED_BEHIND.match(text, start + comma.end() + found.end)
        if (several or dated) and comma.start() > 12:
            return start + comma.start()
    return end


def _may_precede(before: str) -> bool:
    """Return whether what stands before a title is nothing but marks, a date, or its authors."""
    start = _skip(before)
    return start == len(before) or _is_byline(before[start:])


def _is_byline(chunk: str) -> bool:
    """Return whether an item may begin with authors and not with a title."""
    found = leading_names(chunk.strip())
    return found is not None and found.end >= len(chunk.strip(" .,:")) - 8


def _by_citation(text: str, seen: _Seen) -> _Seen | None:
    """The item is written as a citation is: authors, title, venue."""
    citation = read_citation(f"{text} {' '.join(seen.paper_links[:1])}")
    if citation is None or citation.title is None or citation.weight < 1.5:
        return None
    if len(citation.authors) < 3 and _is_byline(citation.title):
        return None  # a short title, taken for names, and then its authors
    seen.title, seen.cited = citation.title, citation
    return seen


def _skip(text: str) -> int:
    """Return where, after marks, a date, a venue in brackets or a label, ``text`` really begins."""
    place = 0
    while found := _BEFORE.match(text, place):
        place = found.end()
    return place


def _clean(title: str) -> str:
    bare = fold_spaces(_LINE_END.sub(" ", title))
    while bare != (bare := _EMPHASIS.sub("", bare).strip(" :;,|-–—")):
        pass
    if bare[:1] in _OPENING and bare[-1:] in _CLOSING and len(bare) > 2:
        bare = bare[1:-1].strip(" ,.")
    if bare.count('"') % 2 or bare.count("“") != bare.count("”"):
        bare = bare.strip(' :;,"“”')
    return bare.removesuffix(".") if not bare.endswith("..") else bare


def _is_title(title: str, spoken: bool = False) -> bool:
    """Return whether ``title`` may be one; ``spoken``: even if it speaks as prose does."""
    return (
        2 <= len(title) <= 300
        and (spoken or _SPECIFIC.search(title) is not None)
        and not is_label(title)
        and not is_furniture(title.strip("[] "))
        and (spoken or not _PROSE.search(title))
    )


def _beside(seen: _Seen) -> tuple[tuple[str, ...], bool, str | None, int | None]:
    """Return the authors, venue and year among what stands beside a title."""
    if cited := seen.cited:
        return cited.authors, cited.more_authors, cited.venue, cited.year
    rest = seen.rest
    authors: tuple[str, ...] = ()
    more = False
    venue = None
    for chunk in CHUNK.split(rest):
        bare = LABELLED.sub("", chunk).strip(" ,.;:-–—*_'\"“”")
        bare = re.sub(r"^by\s+", "", bare)
        if len(bare) < 2 or len(bare) > 2000:
            continue
        names = None if authors else _names(bare)
        if names:
            authors, more = names.names, names.more
            bare = bare[names.end :].lstrip(" ,.;()")
        if not bare:
            continue
        if venue is None and acronyms().search(bare):
            known = acronyms().search(bare)
            venue = venue_of(bare[known.start() :]) if known else None
        elif venue is None:
            venue = venue_of(bare)
    return authors, more, venue, year_in(rest)


def _names(text: str) -> Names | None:
    """Return the names that ``text`` begins with where only a venue or a date follows them."""
    found = leading_names(text)
    if found is None:
        return None
    kept = tuple(name for name in found.names if not begins_as_venue(name, loose=False))
    rest = text[found.end :]
    if len(kept) < len(found.names):
        return found._replace(names=kept, end=len(text)) if len(kept) > 1 else None
    if len(kept) == 1 and (
        any(map(is_title_word, text.split()[:4])) or _YEAR_ALONE.fullmatch(rest)
    ):
        return None  # "Curr Biol 2018"
    return found if not rest or (rest[0] in ",.;( " and len(rest) < 80) else None


READERS: tuple[Page, ...] = (MarkdownList(),)
