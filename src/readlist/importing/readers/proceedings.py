"""Proceedings on the web: PMLR and NeurIPS (and MLSys, whose pages are the same).

Seen real: the source of NeurIPS lists (title, authors, "Main Conference Track"), whose old
design puts title and authors on one line; "Part of Advances in Neural Information Processing
Systems 36 (NeurIPS 2023) Main Conference Track" over the parts of a paper's page; PMLR's
"Proceedings of the 36th International Conference on Machine Learning, PMLR 97:4114-4124".
What is around that line on PMLR's pages ("[abs][Download PDF]") follows descriptions.
"""

import re
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.bylines import leading_names
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.headings import plain_heading
from readlist.importing.readers.parts.identifiers import doi_of_comment
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LIKELY = 3.0
_LONGEST, _LONGEST_LISTED = 320, 3000
_ABSTRACT = re.compile(r"#* ?Abstract\W*", re.I)


# -- PMLR --------------------------------------------------------------------------------

_PMLR = re.compile(
    r"(?:(?P<authors>(?!Proceedings|Journal)\S.*?)[;,.] )?"
    r"(?P<venue>(?:Proceedings|Journal) of .+?)?,? ?"
    r"(?:PMLR|JMLR(?: W&CP)?|JMLR Workshop and Conference Proceedings,?) ?(?P<volume>\d+)"
    r"(?:\(\d+\))?:[\divxlcR.:–-]+(?:, (?P<year>(?:19|20)\d\d))?\.?"
)
_PMLR_LINKS = re.compile(
    r"[\W_]*+(?:(?:abs(?:tract)?|download pdf|supplementary \w+(?: ?\w+)?|openreview|software|code"
    r"|other files?|slides|video|poster)[\W_]*+)++",
    re.I,
)
_PMLR_VOLUME = re.compile(r"#* ?Volume (?P<volume>\d+): .*?(?P<year>(?:19|20)\d\d)\b.*")
_PMLR_ABSTRACT_END = re.compile(r"#* ?(?:cite this paper|bibtex|related material|endnote)\W*", re.I)
_PMLR_PAGE_END = re.compile(
    r"(?:download pdf|supplementary \w+|openreview|\W*related material)\W*", re.I
)


class Pmlr:
    """Volumes and pages of papers."""

    name = "pmlr"
    title = "PMLR's volumes and papers, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers by the line "Proceedings of …, PMLR 97:1-10" under their title."""
        if not mentions(lines, "pmlr ", "jmlr"):
            return
        page = CopiedPage(lines)
        years: dict[str, int] = {}
        after = 0
        for at, text in enumerate(page.texts):
            if len(text) > 3 * _LONGEST:
                continue
            if volume := _PMLR_VOLUME.fullmatch(text):
                years[volume["volume"]] = int(volume["year"])
            elif (
                at >= after
                and "MLR" in text
                and (found := _PMLR.fullmatch(text))
                and (entry := _pmlr_paper(page, at, after, found, years))
            ):
                yield page.placed(entry)
                after = entry.last + 1


def _pmlr_paper(
    page: CopiedPage, at: int, floor: int, found: re.Match[str], years: dict[str, int]
) -> Entry | None:
    names, end = found["authors"] or "", at - 1
    if not names and end >= floor:
        begin = page.names_begin(end, floor)
        names, end = page.text(begin, end).rstrip(";"), begin - 1
    if end < floor or len(page.texts[end]) > _LONGEST or names_score(names) < -2.0:
        return None
    first = page.begin(end, floor)
    below = page.texts[at + 1] if at + 1 < len(page) else ""
    abstract, last = None, at
    if _PMLR_LINKS.fullmatch(below[:_LONGEST]) and not _ABSTRACT.fullmatch(below):
        last = at + 1
        while last + 1 < len(page) and _PMLR_LINKS.fullmatch(page.texts[last + 1][:_LONGEST]):
            last += 1
    elif _ABSTRACT.fullmatch(below):
        last = at + 2
        while last < len(page) and not _PMLR_ABSTRACT_END.fullmatch(page.texts[last]):
            last += 1
        abstract = page.paragraphs(at + 2, last - 1)
        last = _pmlr_page_end(page, last)
    authors, more = split_names(names)
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=plain_heading(page.text(first, end)),
        authors=authors,
        more_authors=more,
        abstract=abstract,
        year=int(found["year"]) if found["year"] else years.get(found["volume"]),
        venue=found["venue"],
    )
    return page.entry(first, last, draft, _CERTAIN if last > at else _LIKELY)


def _pmlr_page_end(page: CopiedPage, place: int) -> int:
    """Return the last line of a page: its citations in three formats and links."""
    last = min(place, len(page)) - 1
    for at in range(place, min(len(page), place + 80)):
        if _PMLR_PAGE_END.fullmatch(page.texts[at]):
            last = at
        elif _PMLR.fullmatch(page.texts[at][:_LONGEST]):
            break
    return last


# -- NeurIPS -----------------------------------------------------------------------------

_TRACK = re.compile(
    r"(?:main conference|datasets? and benchmarks?|creative ai|position papers?|journal)"
    r"(?: proceedings)? track\W*",
    re.I,
)
_BOOK = re.compile(
    r"(?P<part>part of )?(?P<venue>(?:advances in neural information processing systems"
    r"|proceedings of machine learning and systems) \d+)"
    r"(?: \([^()]*?(?P<year>(?:19|20)\d\d)[^()]*\))?.{0,60}",
    re.I,
)
_LABEL = re.compile(r"#* ?(?:authors?|abstract)\W*", re.I)
_ITALIC_NAMES = re.compile(r"(?P<title>.+?) [*_](?P<names>[^*_]+)[*_]")
_LIST_NOISE = re.compile(
    r"(?:edited by:?|books?|search|login|filter|all tracks?|paper digest|pre-proceedings).*|\d+",
    re.I,
)
_LIST_ENDS = re.compile(
    r"(?:do not remove|name change policy|use the .report an issue|about|contact us).*", re.I
)
_MIDDLE = re.compile(
    r"[A-Z][a-z]?\.(?:[A-Z]\.)*|van|von|de[lrn]?|della|di|da|dos|du|la|le|bin|al|el|ten|zu|st\.",
    re.I,
)
_ABSTRACT_ENDS = re.compile(
    r"(?:name change policy|do not remove|requests for name changes|use the .report).*",
    re.I,
)


class NeurIps:
    """Lists of a year and pages of papers; MLSys has the same pages."""

    name = "neurips"
    title = "NeurIPS proceedings: a year's list or a paper's page, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers of pages ("Part of Advances in …") and of lists of a year."""
        books = ("neural information processing", "machine learning and systems")
        if not mentions(lines, *books, "conference track", "benchmarks track"):
            return
        page = CopiedPage(lines)
        year: int | None = None
        venue: str | None = None
        place, after, listed = 0, 0, False
        while place < len(page):
            text, entry = page.texts[place][:_LONGEST], None
            if found := _BOOK.fullmatch(text):
                entry = _neurips_page(page, place, after, found)
                venue, year = found["venue"], int(found["year"]) if found["year"] else None
                listed = entry is None and _heads_list(page, place)
            elif _LIST_ENDS.fullmatch(text):
                listed = False
            elif listed or _near_track(page, place):
                entry = _listed_paper(page, place, listed)
                if entry and listed:
                    entry = entry._replace(draft=entry.draft._replace(venue=venue, year=year))
            if entry:
                yield page.placed(entry)
                after = entry.last + 1
            place = max(place, after - 1) + 1


def _heads_list(page: CopiedPage, place: int) -> bool:
    return any(
        _LIST_NOISE.match(text) or _TRACK.search(text) for text in page.texts[place : place + 7]
    )


def _near_track(page: CopiedPage, place: int) -> bool:
    return any(_TRACK.fullmatch(text) for text in page.texts[place + 1 : place + 6])


def _neurips_page(page: CopiedPage, place: int, floor: int, found: re.Match[str]) -> Entry | None:
    """Return the paper whose page names its book on line ``place``, with the title above."""
    labels = [
        at for at in range(place, min(len(page), place + 8)) if _LABEL.fullmatch(page.texts[at])
    ]
    end = place - 1
    if end < floor or (not found["part"] and not labels):
        return None
    names, abstract, last = "", None, place
    begin = page.names_begin(end, floor)
    if not found["part"] and names_score(page.text(begin, end)) > 0:
        names, end = page.text(begin, end), begin - 1
    for at in labels:
        if page.texts[at].strip("# ").lower().startswith("author") and at + 1 < len(page):
            names = page.text(at + 1, last := page.end(at + 1, len(page)))
        elif _ABSTRACT.fullmatch(page.texts[at]):
            last = _abstract_end(page, at + 1)
            abstract = page.paragraphs(at + 1, last)
            break
    if end < floor or len(page.texts[end]) > _LONGEST:
        return None
    first = page.begin(end, floor)
    authors, more = split_names(names)
    above = range(place + 1, labels[0] if labels else min(len(page), place + 3))
    dois = [doi for at in above if (doi := doi_of_comment(page.texts[at]))]
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=plain_heading(page.text(first, end)),
        authors=authors,
        more_authors=more,
        abstract=abstract,
        year=int(found["year"]) if found["year"] else None,
        venue=found["venue"],
        doi=dois[0] if len(dois) == 1 else None,
    )
    return page.entry(first, last, draft, _CERTAIN)


def _abstract_end(page: CopiedPage, begin: int) -> int:
    """Return the last line of the abstract of a page that begins on line ``begin``."""
    end = begin
    while end + 1 < len(page) and not _ABSTRACT_ENDS.match(page.texts[end + 1]):
        if page.gap(end + 1) > 1:
            break
        if _BOOK.fullmatch(page.texts[end + 1][:_LONGEST]):  # of the next page
            parts = [at for at in range(max(begin, end - 9), end + 1) if page.has_gap(at)]
            names = page.names_begin(end, begin)
            if parts or names_score(page.text(names, end)) <= 0:
                return (parts[-1] if parts else page.begin(end, begin)) - 1
            return page.begin(names - 1, begin) - 1
        end += 1
    return min(end, len(page) - 1)


def _listed_paper(page: CopiedPage, place: int, listed: bool) -> Entry | None:
    """Return the paper of a list whose title, perhaps with its authors, begins on this line."""
    end = page.end(place, len(page))
    text = page.text(place, end)
    if not 3 < len(text) <= _LONGEST_LISTED:
        return None
    if _LIST_NOISE.fullmatch(text) or _TRACK.fullmatch(text):
        return None
    title_end = page.title_end(place, len(page))
    under = page.texts[title_end + 1] if title_end + 1 < len(page) else ""
    names_end = page.end(title_end + 1, len(page)) if under else title_end
    is_pair = not _TRACK.fullmatch(under) and _is_track(page, names_end + 1)
    if listed and not is_pair and not page.once(_has_names_beside):
        is_pair = not _TRACK.fullmatch(under) and names_score(under[: 3 * _LONGEST]) > -1.0
    marked = _ITALIC_NAMES.fullmatch(text)
    if marked:
        title, names, last = marked["title"], marked["names"], end
    elif is_pair:
        title, names = page.text(place, title_end), page.text(title_end + 1, names_end)
        last = names_end
    elif split := _title_and_names(text, page.once(_given_names)):
        (title, names), last = split, end
    else:
        return None
    if not names or len(title) > _LONGEST or is_furniture(title):
        return None
    authors, more = split_names(names)
    draft = PaperDraft(0, 0, plain_heading(title), authors, more)
    sure = _is_track(page, last + 1)
    known = sure or marked or listed
    return page.entry(place, last + sure, draft, _CERTAIN if known else _LIKELY)


def _is_track(page: CopiedPage, place: int) -> bool:
    return place < len(page) and _TRACK.fullmatch(page.texts[place]) is not None


def _has_names_beside(page: CopiedPage) -> bool:
    """Return whether lines of the list end in authors: those that do are more than names."""
    listed = [text for text in page.texts if ", " in text and not _LIST_NOISE.fullmatch(text)]
    ended = [text for text in listed if names_score(text.rpartition(", ")[2]) > 0]
    return sum(names_score(text) > 0 for text in ended) < 0.8 * len(ended)


def _title_and_names(text: str, given: frozenset[str]) -> tuple[str, str] | None:
    """Split "Title First Author, Second Author" before the first author, as likely as it can be.

    A name has two words, or more with initials, particles and given names of two words that
    others on the page have (``given``); in a title of small letters, all that has capitals.
    """
    parts = text.split(", ")
    heads = len(parts) - 1
    while heads > 0 and (_is_person(parts[heads]) or _is_single_name(parts, heads)):
        heads -= 1
    for head in range(heads, min(heads + 2, len(parts))):
        words = ", ".join(parts[: head + 1]).split()
        if begin := _first_name_begin(words, given) if len(words) > 2 else 0:
            names = [" ".join(words[begin:]), *parts[head + 1 :]]
            title = " ".join(words[:begin])
            return None if title.endswith(",") else (title, ", ".join(names))
    return None


def _first_name_begin(words: list[str], given: frozenset[str]) -> int:
    """Return the place of the first word of the name that ``words`` end with, 0 for none."""
    begin = len(words) - 2
    is_sentence = _is_sentence(words[:begin])
    if words[begin].islower() and not _MIDDLE.fullmatch(words[begin]):
        return begin + 1 if is_sentence and words[-1][0].isupper() else 0
    if names_score(" ".join(words[begin:])) <= 0:
        return 0
    while begin > 1 and _MIDDLE.fullmatch(words[begin]) and not _are_initials(words, begin):
        begin -= 1
    while begin > 1 and not _are_initials(words, begin) and _MIDDLE.fullmatch(words[begin - 1]):
        begin -= 1 if words[begin - 1].endswith(".") else 2
    if begin > 1 and f"{words[begin - 1]} {words[begin]}" in given:
        begin -= 1
    before = words[begin - 1]
    if begin > 1 and before.isalpha() and before[0].isupper():
        begin -= not before.isascii() or (is_sentence and words[begin - 2].islower())
    return begin


def _is_sentence(words: list[str]) -> bool:
    """Return whether most long words of a title after its first are small."""
    long = [word for word in words[1:] if len(word) > 3]
    return sum(word.islower() for word in long) > 0.6 * len(long)


def _are_initials(words: list[str], at: int) -> bool:
    """Return whether a name begins with two initials at ``at``: "D. K. Ash"."""
    return all(re.fullmatch(r"[A-Z]\.", word) for word in words[at : at + 2])


def _is_person(text: str) -> bool:
    if not 1 < len(text.split()) < 8 or text.startswith("and "):
        return False
    found = leading_names(f"{text} ")
    return names_score(text) > 0 or bool(found and found.end == len(text))


def _is_single_name(parts: list[str], at: int) -> bool:
    """Return whether a part is a name of one word: those around it are names or end with one."""
    if not re.fullmatch(r"[A-Z][\w-]+", parts[at]):
        return False
    if at > 1 and " " not in parts[at - 1]:
        return _is_single_name(parts, at - 1)
    return _is_person(" ".join(parts[at - 1].split()[-2:]))


def _given_names(page: CopiedPage) -> frozenset[str]:
    """Return the given names of two words on the page, known by the commas around them."""
    return frozenset(
        " ".join(words[:2])
        for text in page.texts
        if text.count(", ") > 1 and len(text) <= 3 * _LONGEST
        for part in text.split(", ")[1:]
        if len(words := part.split()) > 2 and not _MIDDLE.fullmatch(words[1])
        if len(words) == 3 or _MIDDLE.fullmatch(words[2])
    )


READERS = (Pmlr(), NeurIps())
