"""One entry of a bibliography, taken apart: authors, title, venue, year, identifiers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from readlist.importing.readers.parts.bylines import Byline, read_byline
from readlist.importing.readers.parts.identifiers import arxiv_id_of_links, links
from readlist.importing.readers.parts.venues import (
    begins_as_journal,
    begins_as_venue,
    lacks_title,
    venue_of,
    year_in,
)
from readlist.text import fold_spaces

_QUOTES = {'"': '"”', "“": '”"', "«": "»", "„": "“”", "‘": "’"}
_GOES_ON = re.compile(r"[^,.][\"”’](?::\s|\s+[^\W\d_])")
_STANDARD = re.compile(r"\bRFC\s?\d|\bBCP\s\d|\bISO/|\bW3C\b|\bInternet[- ]Draft|\bdraft-|\bECMA-")
_MARKED = re.compile(r"\*{1,3}|(?<![\w$\\}])_{1,2}(?=\S)|(?<=[^\s$])_{1,2}(?![\w{\\$])")
_LINKED = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\((<?https?://[^\s()]*(?:\([^\s()]*\)[^\s()]*)*>?)\)"
)
_BOUNDARY = re.compile(r"([.?!])[\"”’']?\s+(?=\S)|,\s+(?=in:?\s+\S)|,\s+(?=arXiv\b)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:\w|vs|etc|e\.g|i\.e|St|No|Dr|al|cf|Fig|Vol|Inc|ca|approx|resp)$"
)
_NUMBERS = re.compile(r"\d+\s?[-–]{1,2}\s?\d+|\b(?:19|20)\d\d\b|\bpp?\.")
_ARXIV = re.compile(
    r"(?:\barxiv(?:\s*preprint)?(?:\s*arxiv)?\s*[:\s]\s*(?:abs/)?|\bcorr,?\s+(?:vol\.\s)?abs/"
    r"|(?<![\w/])abs/)"
    r"(\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?(?!\d)",
    re.I,
)
_DOI_FORM = r"10\.\d{4,9}/(?:\(sici\)[^\s\"]+|[^\s\"<>;,{}\]]+)"
_DOI = re.compile(rf"(?:\bdoi\s?[:=]?\s?|\bdoi\.org/)({_DOI_FORM})|(?<![\w/.])({_DOI_FORM})", re.I)
_TAIL = re.compile(
    r"\bpp?\.?\s?\d|\bpages?\s\d|\bvol(?:ume|\.)\s?\d|\d\s?\(\d+\)|\d+\s?[-–]{1,2}\s?\d+"
    r"|\b\d+\s*,\s*\d+\s*\(",
    re.I,
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_LONGEST_TITLE = 300


class Citation(NamedTuple):
    """What a citation says of a paper, and how sure it is one: the logarithm of the odds."""

    title: str | None
    authors: tuple[str, ...]
    more_authors: bool
    year: int | None
    venue: str | None
    doi: str | None
    arxiv_id: str | None
    links: tuple[str, ...]
    weight: float


class Identifiers(NamedTuple):
    """The identifiers and links in a text about one paper; none where two contend for it."""

    doi: str | None
    arxiv_id: str | None
    links: tuple[str, ...]


def identifiers_in(text: str) -> Identifiers:
    """Return what identifies the one paper that ``text`` is about."""
    urls = links(text)
    dois = {_trim(one or other) for one, other in _DOI.findall(text)}
    dois |= {found for url in urls if (found := doi_of_link(url))}
    of_arxiv = {doi for doi in dois if doi.lower().startswith("10.48550/")}
    dois -= of_arxiv
    ids = {doi[len("10.48550/arXiv.") :] for doi in of_arxiv}
    ids |= {found[1] for found in _ARXIV.finditer(text)}
    ids |= {found for url in urls if (found := arxiv_id_of_links((_bare_link(url),)))}
    whole = {doi for doi in dois if not any(doi != one and one.startswith(doi) for one in dois)}
    doi = whole.pop() if len(whole) == 1 else None
    return Identifiers(doi, ids.pop() if len(ids) == 1 else None, urls)


def _bare_link(url: str) -> str:
    """Return ``url`` without the place on the page and where it was shared; ar5iv's as arXiv's."""
    plain = re.split(r"[?#]", url, maxsplit=1)[0]
    return re.sub(r"//ar5iv(?:\.labs\.arxiv)?\.org/", "//arxiv.org/", plain)


def doi_of_link(url: str) -> str | None:
    """Return the DOI that the address of a publisher's page spells out."""
    found = re.search(r"/(10\.\d{4,9}/[^\s?#]+)", url)
    if not found:
        return None
    doi = re.sub(
        r"(?:v\d+)?(?:\.(?:full|abstract|pdf))+(?:\.pdf)?$|/(?:full|abstract|pdf|html)$",
        "",
        found[1],
    )
    return _trim(doi)


def read_citation(text: str) -> Citation | None:
    """Return what ``text``, one whole entry of a bibliography, says of a paper.

    ``None`` when it does not begin with authors or has nothing that a publication has.
    """
    bare = _plain(text)
    byline = read_byline(bare)
    if byline is None:
        return None
    title, tail = _title(bare[byline.end :], byline.closed)
    if title is not None and not _is_title(title):
        return None
    found = identifiers_in(text)
    year = byline.year or year_in(tail)
    weight = _weigh(byline, title, tail, found, year)
    if title is None and not (found.doi or found.arxiv_id):
        return None
    return Citation(
        title, byline.authors, byline.more_authors, year, venue_of(tail), *found, weight
    )


def _plain(text: str) -> str:
    """Return ``text`` without the marks of Markdown: emphasis, and links around words."""
    bare = _LINKED.sub(lambda link: f"{link[1]} {link[2]}", text) if "](" in text else text
    return fold_spaces(_MARKED.sub("", bare) if "*" in bare or "_" in bare else bare)


def _title(rest: str, closed: str) -> tuple[str | None, str]:
    """Return the title that ``rest`` begins with, and what follows it."""
    quoted = _quoted(rest)
    if quoted:
        return quoted
    if closed == "comma":
        return _title_before_comma(rest)
    if closed != "year" and lacks_title(rest):
        return None, rest
    end = _title_end(rest)
    mark = rest[end.start()] if end else ""
    if end:
        title, tail = rest[: end.start()] + (mark if mark in "?!" else ""), rest[end.end() :]
    else:
        title, tail = rest, ""
    return title.strip(" .,;"), tail


def _quoted(rest: str) -> tuple[str, str] | None:
    if rest.startswith(("``", "''")):
        end = rest.find("''", 2)
        return (rest[2:end].strip(" .,"), rest[end + 2 :].lstrip(" .,")) if end > 0 else None
    closing = _QUOTES.get(rest[:1])
    if not closing:
        return None
    curly = rest[0] == "“" and "”" in rest[:_LONGEST_TITLE]
    depth = 1
    for place in range(1, min(len(rest), _LONGEST_TITLE + 40)):
        if curly:
            depth += {"“": 1, "”": -1}.get(rest[place], 0)
            if depth or rest[place] != "”":
                continue
        if rest[place] in closing and not rest[place + 1 : place + 2].isalnum():
            if _GOES_ON.match(rest, place - 1) and not begins_as_venue(rest[place + 1 :].lstrip()):
                return None  # only the beginning of the title is in quotes
            return rest[1:place].strip(" .,"), rest[place + 1 :].lstrip(" .,")
    return None


def _title_before_comma(rest: str) -> tuple[str | None, str]:
    """Find the title where commas separate all parts of a citation, as Elsevier's styles do."""
    if lacks_title(rest):
        return None, rest
    for found in re.finditer(r"[,.?!]\s+", rest[: _LONGEST_TITLE + 40]):
        after, mark = rest[found.end() :], found[0][0]
        if begins_as_journal(after) or (mark == "." and begins_as_venue(after)):
            return rest[: found.start()].strip(" .,") + (mark if mark in "?!" else ""), after
    return None, rest


def _title_end(rest: str) -> re.Match[str] | None:
    """Return where the title ends: before the first venue, else at the first full stop.

    A title may hold a question and go on after it, so a full stop before a venue is better.
    """
    first: re.Match[str] | None = None
    asked: re.Match[str] | None = None
    for found in _boundaries(rest):
        begun = asked or first
        if begun and _NUMBERS.search(rest[begun.end() : found.start()]):
            break
        is_question = found[1] in ("?", "!")
        if begins_as_venue(rest[found.end() :], loose=not is_question):
            after = rest[found.end() :]
            if not is_question or after.startswith("In ") or lacks_title(after):
                return found
            asked = asked or found
        if first is None and found[1]:
            first = found
    return asked or first


def _boundaries(rest: str) -> Iterator[re.Match[str]]:
    for found in _BOUNDARY.finditer(rest, 0, _LONGEST_TITLE + 60):
        is_short = found[1] == "." and _ABBREVIATION.search(rest[: found.start()][-12:])
        if is_short and not _ends_title(rest, found):
            continue
        yield found


def _ends_title(rest: str, found: re.Match[str]) -> bool:
    """Return whether a title ends in a short word: a venue follows, as in "below 4 K. In"."""
    if rest.startswith("In ", found.end()):
        return True
    is_letter = rest[: found.start()][-2:-1].isspace()
    return is_letter and begins_as_venue(rest[found.end() :], loose=False)


def _is_title(title: str) -> bool:
    words = title.split()
    return len(title) <= _LONGEST_TITLE and len(words) <= 45 and _LETTER.search(title) is not None


_CLOSED = {"year": 1.5, "quote": 1.0, "colon": 0.3, "point": 0.0, "comma": -0.5}


def _weigh(
    byline: Byline, title: str | None, tail: str, found: Identifiers, year: int | None
) -> float:
    """Weigh a citation: names, how the list of them ends, a venue, a year, an identifier."""
    known = bool(found.doi or found.arxiv_id)
    weight = min(byline.weight, 3.0) + _CLOSED[byline.closed] + 1.5 * known
    weight += 1.5 if begins_as_venue(tail) else -1.5 * (not known)
    weight += 0.7 if year else -2.5 * (not known)
    weight += 0.7 * bool(_TAIL.search(tail))
    words = len(title.split()) if title else 4
    weight -= 5.0 * bool(_STANDARD.search(tail))
    return weight - 1.5 * (words < 3) - 1.0 * (words > 30)


def _trim(doi: str) -> str:
    while doi and (
        doi[-1] in ".,;:!?'’\"*_" or (doi[-1] == ")" and doi.count("(") < doi.count(")"))
    ):
        doi = doi[:-1]
    return doi
