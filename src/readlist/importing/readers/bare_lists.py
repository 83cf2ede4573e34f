"""Lists with little more than the papers' identifiers: arXiv ids, DOIs, addresses.

Forms of identifiers: https://info.arxiv.org/help/arxiv_identifier.html and
https://www.doi.org/doi-handbook/
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.citations import identifiers_in
from readlist.importing.readers.parts.context import weighed_in_context
from readlist.importing.readers.parts.headings import title_score
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.parts.paper_links import is_label, is_paper_link
from readlist.importing.readers.parts.unwrap import join_lines
from readlist.importing.readers.reader import Entry, Page

_BEFORE = re.compile(
    r"\s*(?:>\s?)*(?:#{1,6}\s+|[-*+•]\s+|\(?\d{1,4}[.)]\s+|\[\d{1,4}\]\s+)?(?:\[[ xX]?\]\s+)?"
)
_ARCHIVES = (
    r"(?:acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg"
    r"|comp-gas"
    r"|cond-mat|cs|dg-ga|funct-an|gr-qc|hep-(?:ex|lat|ph|th)|math|math-ph|mtrl-th|nlin|nucl-(?:ex"
    r"|th)"
    r"|patt-sol|physics|plasm-ph|q-alg|q-bio|quant-ph|solv-int|stat|supr-con)(?:\.[A-Z]{2})?"
)
_REMARK = re.compile(r"\s+(?:#|//|\().{0,100}$")
_MONTH = r"(?:0[7-9]|1\d|2\d)(?:0[1-9]|1[0-2])"
_ARXIV = re.compile(
    rf"(?P<marked>arxiv\s*:\s*)?(?P<id>{_MONTH}\.\d{{4,5}}|{_ARCHIVES}/\d\d(?:0[1-9]"
    rf"|1[0-2])\d{{3}})(?:v\d{{1,2}})?"
    r"(?:\s*\[[\w.-]+\])?[,;.]?",
    re.I,
)
_DOI = re.compile(r"(?:doi\s*[:=]?\s*)?(10\.\d{4,9}/[^\s\"{}]+?)[,;.]?", re.I)
_URL = re.compile(r"<?(https?://[^\s<>\"]+?)>?[,;.]?")
_NO_SCHEME = re.compile(
    r"(?:www\.)?(?:arxiv\.org|(?:dx\.)?doi\.org|openreview\.net|aclanthology\.org)/", re.I
)
_LABELLED = re.compile(
    r"\s*(?:(?:url|link|pdf|paper|doi|arxiv)\s*[:=]|(?:see(?: also)?|cf\.?|via|and|here:?|read:?))"
    r"\s*(?=<?https?://)",
    re.I,
)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+")
_NUMBER = re.compile(r"\s*-?\d+(?:[.,]\d+)?\s*$")
#: What a browser's tab puts before the title of a page of arXiv.
_TAB = re.compile(r"^\[\d{4}\.\d{4,5}(?:v\d+)?\]\s+")
#: The lines of mail and of records: no titles.
_FIELD = re.compile(
    r"(?:date|from|to|cc|subject|sent|authors?|categories|comments?|journal-ref|report-no|doi|license"
    r"|msc-class|acm-class|abstract|keywords|url|source)\s*:",
    re.I,
)
#: The name of its site, which chats put between an address and the title of its page.
_SITE = re.compile(r"(?:\w+\.(?:org|com|net|io)){1,2}", re.I)
_QUICK = re.compile(r"https?://|\b10\.\d{4}|\d{4}\.\d{4}|/\d{7}", re.I)
_MARKED, _BARE, _LINKED, _PAIRED = 9.0, 3.5, 8.0, 9.5
_LONGEST = 1000
_LONGEST_LINE = 130
_FULL_WIDTH, _SHORT_NOTE, _MOST_BESIDE = 45, 60, 4
_BONUS, _BONUS_OF_ALL, _HELD = 4.0, 20.0, 2.0


class IdentifierList:
    """Reads lists of arXiv ids, DOIs and addresses of papers, one on each line."""

    name = "identifiers"
    title = "arXiv ids, DOIs or addresses of papers, one a line"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield a paper for each line that is nothing but its identifier."""
        found = list(_identified_lines(lines))
        only = len(found) > 0.9 * len(lines)  # a text of nothing but identifiers
        if not only:
            found = list(_less_repeated(found))
        yield from weighed_in_context(found, lines, bonus=_BONUS_OF_ALL if only else _BONUS)


def _less_repeated(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield ``entries``, light where a page repeats the address of one paper among other text."""
    times = Counter(_known_by(entry.draft) for entry in entries)
    for entry in entries:
        is_repeated = times[_known_by(entry.draft)] > 1
        yield entry._replace(weight=min(entry.weight, _HELD)) if is_repeated else entry


def _known_by(draft: PaperDraft) -> tuple[str | None, str | None, tuple[str, ...]]:
    known = draft.arxiv_id or draft.doi
    return draft.arxiv_id, draft.doi, () if known else draft.links


def _identified_lines(lines: Sequence[Line]) -> Iterator[Entry]:
    for place, line in enumerate(lines):
        if not (found := _identified(line)):
            continue
        drafts = [draft for draft, _ in found]
        weight = len(found) * min(weight for _, weight in found)
        if found[0][1] > _BARE or not _among_numbers(lines, place):
            weight = min(weight, _HELD) if _is_held(lines, place) else weight
            yield Entry(place, place, drafts[0], weight, tuple(drafts[1:]))


def _is_held(lines: Sequence[Line], place: int) -> bool:
    """Return whether an identifier stands alone among text, which it may belong to."""
    near = [lines[at] for at in (place - 1, place + 1) if 0 <= at < len(lines)]
    if any(_identified(line) for line in near):
        return False
    return any(len(line.text.split()) > 3 for line in near)


def _identified(line: Line) -> list[tuple[PaperDraft, float]]:
    """Return the papers that a line is nothing but the identifiers of, each with its weight."""
    if len(line.text) > _LONGEST or not _QUICK.search(line.text):
        return []
    text = _REMARK.sub("", bare(line.text))
    if one := _identifier(text, line.number):
        return [one]
    parts = _BETWEEN.split(text.strip(" ,;"))
    several = [_identifier(part, line.number) for part in parts] if len(parts) > 1 else []
    found = [each for each in several if each]
    return found if len(found) == len(several) else []


def _identifier(text: str, number: int) -> tuple[PaperDraft, float] | None:
    if found := _ARXIV.fullmatch(text):
        known = bool(found["marked"]) or "/" in found["id"]
        fits = known or len(found["id"]) == (10 if found["id"][:2] > "14" else 9)
        weight = _MARKED if known else _BARE
        return (PaperDraft(number, number, arxiv_id=found["id"]), weight) if fits else None
    if found := _DOI.fullmatch(text):
        arxiv_id = identifiers_in(f"doi:{found[1]}").arxiv_id
        doi = None if arxiv_id else found[1]
        draft = PaperDraft(number, number, doi=doi, arxiv_id=arxiv_id)
        return draft, _MARKED
    url = link_alone(text)
    if url and is_paper_link(url):
        identifiers = identifiers_in(url)
        draft = PaperDraft(
            number, number, doi=identifiers.doi, arxiv_id=identifiers.arxiv_id, links=(url,)
        )
        return draft, _LINKED
    return None


def bare(text: str) -> str:
    """Return ``text`` without the marks of a list and of quoted mail before it."""
    found = _BEFORE.match(text)
    rest = text[found.end() :] if found else text
    return _LABELLED.sub("", rest).strip(" \t*_`\\")


def link_alone(text: str) -> str | None:
    """Return the address that ``text`` is nothing but, on its own or under a label."""
    if found := re.fullmatch(r"\[([^\[\]]*)\]\(<?(\S+?)>?\)", text):
        return found[2] if is_label(found[1]) or "://" in found[1] else None
    found = _URL.fullmatch(f"https://{text}" if _NO_SCHEME.match(text) else text)
    return found[1] if found else None


def _among_numbers(lines: Sequence[Line], place: int) -> bool:
    """Return whether a number that no arXiv id can be stands beside ``lines[place]``."""
    near = [*lines[max(0, place - 3) : place], *lines[place + 1 : place + 4]]
    return any(_NUMBER.match(line.text) and not _ARXIV.fullmatch(line.content) for line in near)


class TitleAndLink:
    """Reads titles with the address of the paper on the line below, or above."""

    name = "titles-and-links"
    title = "titles, each with the paper's address on the line below or above"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers whose title and address stand on lines of their own."""
        links = {place: url for place, line in enumerate(lines) if (url := _paper_link(line))}
        if links:
            pairs = list(_pairs(lines, links))
            if 2 * len(pairs) >= len(links):  # else a heading above a list of addresses
                only = 2 * len(pairs) > len(links) and _is_without_prose(pairs, lines)
                yield from weighed_in_context(pairs, lines, bonus=_BONUS_OF_ALL if only else _BONUS)


def _is_without_prose(pairs: Sequence[Entry], lines: Sequence[Line]) -> bool:
    """Return whether no abstracts stand between the papers, only short notes."""
    held = {place for pair in pairs for place in range(pair.first, pair.last + 1)}
    others = (line for place, line in enumerate(lines) if place not in held)
    return sum(len(line.text) > _SHORT_NOTE for line in others) < 0.1 * len(lines)


def _paper_link(line: Line) -> str | None:
    if len(line.text) > 400 or not _QUICK.search(line.text):
        return None
    text = bare(line.text)
    url = link_alone(text)
    if url:
        return url if is_paper_link(url) else None
    if _ARXIV.fullmatch(text) and text.lower().startswith("arxiv"):
        return text
    found = _DOI.fullmatch(text)
    return f"doi:{found[1]}" if found else None


def _pairs(lines: Sequence[Line], links: dict[int, str]) -> Iterator[Entry]:
    """Yield each title with its link; a title between two links goes to the one its gap shows."""
    above = _titles_stand_above(lines, links)
    free = -1
    for place in links:
        first, last, titled, authors = _part(lines, place, above, links)
        if not titled or first <= free:
            continue
        free = last
        yield _pair(lines, first, last, titled, authors, links[place])


def _titles_stand_above(lines: Sequence[Line], links: dict[int, str]) -> bool:
    """Return whether titles come before their links: by gaps, else by what comes first."""
    votes = 0
    for place in links:
        following = lines[place + 1].gap if place + 1 < len(lines) else 1
        votes += bool(following) - bool(lines[place].gap or not place)
    if votes:
        return votes > 0
    first = min(links)
    return first > 0 and _is_title(lines[first - 1].text)


def _part(
    lines: Sequence[Line], place: int, above: bool, links: dict[int, str]
) -> tuple[int, int, list[int], int]:
    """Return first and last line of a pair, the lines of its title, and that of its authors.

    No lines of a title: there is no pair. No authors: -1.
    """
    block = _block(lines, place, above, links)
    if len(block) == 1 and _is_alone(lines[block[0]].text):
        return min(place, block[0]), max(place, block[0]), block, -1
    names = next((at for at in block[1:] if _are_names(lines[at].text)), -1)
    titled = [at for at in block if names < 0 or at < names]
    if above and names < 0:
        while len(titled) > 1 and not _is_wrapped(lines, titled[0]):
            titled.pop(0)
    else:
        titled = titled[
            : next((n + 1 for n, at in enumerate(titled) if not _is_wrapped(lines, at)), 1)
        ]
    if not titled or not _is_title(" ".join(bare(lines[at].text) for at in titled)):
        return place, place, [], -1
    held = [place, *titled] + [names] * (names >= 0)
    return min(held), max(held), titled, names


def _block(lines: Sequence[Line], place: int, above: bool, links: dict[int, str]) -> list[int]:
    """Return the few lines that stand with the link at ``place``, on the side of the titles."""
    block: list[int] = []
    at = place
    while len(block) < _MOST_BESIDE:
        gap = lines[at].gap if above else (lines[at + 1].gap if at + 1 < len(lines) else 1)
        at += -1 if above else 1
        if not 0 <= at < len(lines) or gap or at in links:
            break
        if not above and _SITE.fullmatch(lines[at].content):
            continue
        block.append(at)
        if above and _is_marked(lines[at].text):
            break
    return sorted(block)


def _is_wrapped(lines: Sequence[Line], place: int) -> bool:
    """Return whether the title at ``place`` goes on in the line below."""
    if place + 1 >= len(lines) or lines[place + 1].gap or _is_marked(lines[place + 1].text):
        return False
    text, below = bare(lines[place].text), bare(lines[place + 1].text)
    if not below or link_alone(below) or len(below) > _LONGEST_LINE:
        return False
    return len(text) > _FULL_WIDTH and not text.endswith((".", "?")) and not _are_names(below)


def _is_marked(text: str) -> bool:
    found = _BEFORE.match(text)
    return bool(found and found[0].strip("> \t"))


def _pair(
    lines: Sequence[Line], first: int, last: int, titled: Sequence[int], authors: int, link: str
) -> Entry:
    names, more = split_names(bare(lines[authors].text)) if authors >= 0 else ((), False)
    title = join_lines(bare(lines[at].text) for at in titled).rstrip(".")
    found = identifiers_in(link)
    draft = PaperDraft(
        lines[first].number, lines[last].number, _TAB.sub("", title), names, more,
        doi=found.doi, arxiv_id=found.arxiv_id, links=found.links,
    )  # fmt: skip
    return Entry(first, last, draft, _PAIRED + bool(names))


def _is_alone(text: str) -> bool:
    """Return whether a line that stands alone with an address is its title, however it looks."""
    held = bare(text)
    if len(held) < 6 or _FIELD.match(held) or "://" in held or is_label(held):
        return False
    return (len(re.split(r"[\s-]+", held)) > 1 or held.endswith("?")) and (
        title_score(held) + 3.0 * _are_names(text) > -2.0
    )


def _is_title(text: str) -> bool:
    held = bare(text)
    if _FIELD.match(held) or not 10 <= len(held) <= 320 or "://" in held or len(held.split()) < 2:
        return False
    return title_score(held) > -2.0 and not _are_names(text)


def _are_names(text: str) -> bool:
    held = bare(text)
    return ("," in held or " and " in held) and names_score(held) > 3.0


READERS: tuple[Page, ...] = (IdentifierList(), TitleAndLink())
