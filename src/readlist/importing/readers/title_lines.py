"""Titles of papers, one a line and nothing else: the least that a list of papers can be.

Nothing marks such a line. It is known by the words and the build that titles of research
papers have, and by the run it stands in: lines of the length of titles, marked alike, that
end as no sentence does. A run that is all there is in a text needs less evidence than one
within other text; a line alone is a title only with authors below or behind it.
"""

import re
from collections.abc import Iterator, Sequence
from statistics import median
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.bylines import leading_names
from readlist.importing.readers.parts.headings import is_section, is_title_case
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.parts.paper_links import is_label
from readlist.importing.readers.parts.title_words import is_title_word
from readlist.importing.readers.parts.unwrap import join_lines
from readlist.importing.readers.parts.venues import venue_of, year_in
from readlist.importing.readers.reader import Entry, Page

_BEFORE = re.compile(
    r"(\s*(?:>\s?)*(?:[-*+•‣▪]\s+|\(?\d{1,4}[.)]\s+"
    r"|\[\d{1,4}\]\s+)?(?:\[[ xX]?\]\s+)?)"
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_JOINT = re.compile(
    r"\b(?:for|via|of|with|using|in|from|through|under|by|towards?|without|and|on|to|beyond)\b"
)
_SUBTITLE = re.compile(r"\S{2}(?::| [–—]|\?) \S+ \S+")
#: What no title has: code, addresses, columns, times.
_NEVER = re.compile(
    r"[{}`\\]|\w_\w|\(\)|::|->|=>|\s--\w|^[a-z]+:|https?:|www\.|\d{1,2}:\d\d|\t|\S {2,}\S"
    r"|\[[A-Za-z ]{2,20}\](?:\s|$)|\w@\w|(?i:arxiv|doi)\s?:"
    r"|^(?i:date|from|to|cc|subject|sent|re|fwd?)\s*:"
    r"|[a-z)]{2}\. [A-Z]\w* [a-z]+ [a-z]|\.\.\. "
    r"|[a-z]\.(?:com|org|net|io|py|js|c|h|txt|md|html?|json|ya?ml|toml|cfg|so|sh|pdf|png)\b"
)
_ADDRESS = re.compile(r"://|www\.|\w@\w|^\W*$")
#: What few titles have.
_SELDOM = re.compile(r"[<>=|@#~€£$]|\w/\w+/|^/|[a-z]\.[a-z]{2,4}\b|%\d|\[|!")
#: A first word in small letters that a title may begin with: a symbol or a name.
_SYMBOL = re.compile(r"[^\W\dA-Z]-|[a-z]+[A-Z\d]|/\w+/\w")
_TASK = re.compile(
    r"(?:add|fix|buy|call|update|remove|delete|make|get|set|use|create|write|check|clean|install"
    r"|run|read|finish|send|ask|bump|merge|revert|refactor|implement|support|allow|enable|disable"
    r"|ensure|change|replace|rename|move|drop|test|document|release|return|returns|provide|click"
    r"|open|see|note|warning|error|todo|chapter|section|part|lecture|week|day|lesson|module|unit"
    r"|appendix|figure|table|step|example|introduction|preface|index|contents|license|copyright"
    r"|version|how to use|top \d+|\d+ (?:ways|things|tips|reasons|best)|new|fixed|added|removed"
    r"|improved|updated|changed)\b(?!-)",
    re.I,
)
_SPEAKS = re.compile(
    r"\b(?:you|your|my|me|i|we|our|shall|let's|us|he|she|his|her|please|don't|can't|won't|should|must"
    r"|will|would|has been|have been|was|were|says?|said|today|yesterday|tomorrow|tonight|o'clock"
    r"|issue|bug|pull request|commit)\b",
    re.I,
)
_OPEN_END = re.compile(
    r"(?:\b(?:for|via|of|with|using|in|from|through|under|by|and|on|to|the|an?)|[-:,])$", re.I
)
_MATH = re.compile(r"\$[^$]{1,120}\$")
#: Who and when behind a title, as people note papers: "(Lind et al., 2020)".
_CITED = re.compile(r"\s*\((?:([^()]{2,60}?),?\s+)?((?:19|20)\d\d)[a-z]?\)$")
_ET_AL = re.compile(r",?\s+et\.?\s+al\.?$", re.I)
_FAMILY = re.compile(r"(?:[a-z]{1,4}\s+){0,3}[^\W\d_][\w'’-]+(?:\s[^\W\d_][\w'’-]+){0,2}")
_DASH = re.compile(r"\s+(?:[-–—]+|by|\|)\s+(?=[^\W\d_])")
#: Endings of learned words, which say less than the words of the vocabulary.
_LEARNED = re.compile(
    r"\w{3}(?:tions?|ities|ity|ics|isms?|ical|ous|ive|ance|ence|ization|isation|ology|ness|graphy|metry|osis|itis|genic|scopic)$"
)
#: What people write above a list of titles.
_HEADING = re.compile(
    r"\b(?:to read|read(?:ing)?|papers?|articles|bibliography|references|literature"
    r"|publications|list|week|notes?|today)\b",
    re.I,
)
_OPENING, _CLOSING = tuple('"“'), tuple('"”')
#: Where and when: "Journal of Lighthouse Studies, May 2019".
_DATED = re.compile(r"(?:,|\d{1,3}(?:\(\d+\))?)\s*\(?(?:[A-Z][a-z]{2,8}\.?\s+)?(?:19|20)\d\d\W*$")
_BUTTONS = re.compile(r"\[[A-Za-z ]{2,20}\]")
_MOST_BESIDE, _LONGEST_VENUE = 3, 120
_SHORTEST, _LONGEST = 12, 300
_FEWEST, _MANY, _FULL_WIDTH = 4, 7, 50
_NO = -9.0
_LEAST, _MOST, _MEAN, _ALONE = -1.5, 2.2, 0.5, 1.0
#: A text of which so much is titles, and how likely they must be there.
_MOSTLY, _LEAST_LINES, _MEAN_OF_ALL = 0.7, 0.4, -0.4
_NAMED = 2.0


class TitleLines:
    """Reads lists of titles, one a line."""

    name = "titles"
    title = "titles of papers, one a line"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the lines that are titles, heavy only where several follow one another."""
        read = list(_runs(lines))
        if not _have_names_below(read):
            read = list(_runs(lines, names_below=False))
        else:
            read = [run for found in read if (run := [one for one in found if _stands(one)])]
        runs = [_without_heading(run, lines) for run in read]
        covered = sum(entry.last - entry.first + 1 for run in runs for entry in run)
        others = max(0, sum(len(line.text.split()) > 3 for line in lines) - covered)
        is_list = covered >= _MOSTLY * (covered + others) and covered >= _LEAST_LINES * len(lines)
        titles = sum(map(len, runs))
        for run in runs:
            if is_list:
                yield from _weighed_as_all(run, titles)
            else:
                yield from _weighed(run)


def _have_names_below(runs: Sequence[Sequence[Entry]]) -> bool:
    """Return whether names stand below the titles as a rule; else they are short titles."""
    entries = [entry for run in runs for entry in run]
    return 3 * sum(entry.last > entry.first for entry in entries) > len(entries)


def _stands(entry: Entry) -> bool:
    """Return whether an entry is a title even where most others have names below them."""
    return bool(entry.draft.authors) or entry.weight > _MEAN


def _runs(lines: Sequence[Line], names_below: bool = True) -> Iterator[list[Entry]]:
    """Yield the runs of lines that may be titles, follow one another and are marked alike."""
    run: list[Entry] = []
    place = 0
    while place < len(lines):
        entry = _read(lines, place, names_below) or _between(lines, place, run)
        if run and (entry is None or not _goes_on(lines, run, entry)):
            yield run
            run = []
        if entry:
            run.append(entry)
        place = entry.last + 1 if entry else place + 1
    if run:
        yield run


def _between(lines: Sequence[Line], place: int, run: Sequence[Entry]) -> Entry | None:
    """Return what stands in the middle of a run as its titles do, however it looks."""
    if len(run) < _FEWEST or place + 1 >= len(lines) or any(one.draft.authors for one in run):
        return None
    before, this, after = lines[place - 1], lines[place], lines[place + 1]
    title = _bare(this.text)
    if len({line.gap for line in (before, this, after)}) > 1 or len(this.text) > _LONGEST:
        return None
    alike = _kind(before.text) == _kind(this.text) == _kind(after.text)
    is_title = len(re.split(r"[\s-]+", title)) > 1 and not _ADDRESS.search(title)
    if not (alike and is_title) or is_section(title) or title.endswith(":"):
        return None
    return Entry(place, place, PaperDraft(this.number, this.number, title), _LEAST)


def _goes_on(lines: Sequence[Line], run: Sequence[Entry], entry: Entry) -> bool:
    """Return whether ``entry`` follows the last of ``run`` directly and is marked as it is."""
    before = run[-1]
    if entry.first != before.last + 1 or lines[entry.first].gap > 2:
        return False
    return _kind(lines[entry.first].text) == _kind(lines[before.first].text)


def _kind(text: str) -> str:
    found = _BEFORE.match(text)
    mark = found[1].strip() if found else ""
    return "".join("1" if letter.isdigit() else letter for letter in mark[:1] + mark[-1:])


def _without_heading(run: list[Entry], lines: Sequence[Line]) -> list[Entry]:
    """Return ``run`` without the heading above it, which may look like a short title."""
    if len(run) < 2 or run[0].draft.authors:
        return run
    title = run[0].draft.title or ""
    is_short = len(title.split()) < 5 and run[0].weight < _MEAN
    gap = lines[run[1].first].gap
    is_apart = gap > 0 and all(lines[one.first].gap < gap for one in run[2:]) and len(run) > 2
    is_named = len(title.split()) < 7 and _HEADING.search(title) is not None
    return run[1:] if (is_short and is_apart) or (is_named and run[0].weight < _MEAN) else run


# One title


class _Parted(NamedTuple):
    """A title, and who and when behind it."""

    title: str
    authors: tuple[str, ...] = ()
    more: bool = False
    year: int | None = None


def _read(lines: Sequence[Line], place: int, names_below: bool) -> Entry | None:
    """Return the title that may begin at ``lines[place]``, on two lines if the page says so."""
    text = lines[place].text
    if not _SHORTEST <= len(text) <= _LONGEST + 100:
        return None
    last = place
    title = _bare(text)
    if place + 1 < len(lines) and _is_second_half(lines, place):
        last = place + 1
        title = join_lines((title, lines[last].content))
    parted = _parted(title)
    weight = title_weight(parted.title)
    if weight <= _NO:
        return None
    authors, more = parted.authors, parted.more
    if not authors and names_below:
        authors, more = _authors_below(lines, last)
        last += bool(authors)
    venue: str | None = None
    year: int | None = parted.year
    if authors and not parted.authors:
        beside = list(_published(lines, last))
        last += len(beside)
        venue = next((found for text in beside if (found := venue_of(text))), None)
        year = year or next((one for text in beside if (one := year_in(text))), None)
    weight += _NAMED * bool(authors) + 1.0 * bool(year)
    draft = PaperDraft(
        lines[place].number, lines[last].number, parted.title, authors, more,
        year=year, venue=venue,
    )  # fmt: skip
    return Entry(place, last, draft, weight)


def _published(lines: Sequence[Line], place: int) -> Iterator[str]:
    """Yield the lines below ``lines[place]`` that say where a paper appeared, or are buttons."""
    for line in lines[place + 1 : place + 1 + _MOST_BESIDE]:
        if line.gap or _is_marked(line.text) or not _is_beside(line.content):
            return
        yield line.content


def _is_beside(text: str) -> bool:
    """Return whether a line says where and when a paper appeared, or is nothing but buttons."""
    bare = _BUTTONS.sub("", text).strip()
    if not bare or all(map(is_label, bare.split())):
        return True
    return len(bare) < _LONGEST_VENUE and _DATED.search(bare) is not None


def _bare(text: str) -> str:
    found = _BEFORE.match(text)
    held = text[found.end() :] if found else text
    return _unquoted(held)


def _is_marked(text: str) -> bool:
    found = _BEFORE.match(text)
    return bool(found and found[1].strip())


def _unquoted(text: str) -> str:
    """Return ``text`` without emphasis and quotation marks around all of it."""
    held = text.strip("*_ \t")
    if held[:1] in _OPENING and held[-1:] in _CLOSING:
        return held[1:-1].strip("*_ \t")
    return held if held.count('"') % 2 == 0 else held.strip('"')


def _parted(text: str) -> _Parted:
    """Part a title from "(Lind et al., 2020)" or "— Tilda Lind, Ola Berg (2020)" behind it."""
    cited = _CITED.search(text)
    year = int(cited[2]) if cited else None
    title = _unquoted(text[: cited.start()]) if cited else text
    if cited and cited[1]:
        families = _ET_AL.sub("", cited[1])
        authors = tuple(re.split(r",?\s+(?:&|and)\s+|,\s+", families))
        if all(map(_FAMILY.fullmatch, authors)):
            return _Parted(title, authors, families != cited[1], year)
        return _Parted(title, year=year)
    for dash in reversed(list(_DASH.finditer(title, _SHORTEST))):
        behind = title[dash.end() :]
        found = leading_names(f"{behind} ")
        if found and found.end >= len(behind) and not _has_title_words(behind):
            before = _unquoted(title[: dash.start()].rstrip(", "))
            return _Parted(before, found.names, found.more, year)
    return _Parted(title, year=year)


def _authors_below(lines: Sequence[Line], place: int) -> tuple[tuple[str, ...], bool]:
    """Return the names on the line below a title when it is nothing but names."""
    if place + 1 >= len(lines) or lines[place + 1].gap:
        return (), False
    text = re.sub(r"^by\s+", "", lines[place + 1].content, flags=re.I)
    if len(text) > 3000 or _NEVER.search(text):
        return (), False
    found = leading_names(f"{text} ")
    if found and found.end >= len(text) and not _has_title_words(text):
        return found.names, found.more
    if ("," in text or " and " in text) and names_score(text) > 3.0:
        return split_names(text)
    return (), False


def _are_names(text: str) -> bool:
    """Return whether a line is nothing but several names."""
    found = leading_names(f"{text} ") if "," in text else None
    several = found is not None and sum(" " in name for name in found.names) > 1
    return bool(found and several and found.end >= len(text) and not _has_title_words(text))


def _has_title_words(text: str) -> bool:
    return any(map(is_title_word, text.split()[:6]))


def _is_second_half(lines: Sequence[Line], place: int) -> bool:
    """Return whether the next line goes on with this title: by indent, mark or open end."""
    this, below = lines[place], lines[place + 1]
    if below.gap or len(below.content) > 100:
        return False
    if _is_marked(below.text):
        return False
    deeper = below.text[:1].isspace() and _indent(below.text) > _indent(this.text)
    apart = place + 2 >= len(lines) or lines[place + 2].gap > 0
    small = below.content[0].islower() and not _SYMBOL.match(below.content)
    ends = _OPEN_END.search(this.content) is not None or (small and len(this.text) > _FULL_WIDTH)
    full = apart and this.gap > 0 and len(this.text) > 50 and title_weight(below.content) < 0
    return (deeper or ends or full) and not _authors_below(lines, place)[0]


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def title_weight(text: str) -> float:
    """Return how much ``text`` looks like a title of research: the logarithm of the odds."""
    text = _MATH.sub("Math", text)
    words = _WORD.findall(text[:_LONGEST])
    if not _SHORTEST <= len(text) <= _LONGEST or not 2 <= len(words) <= 45:
        return _NO
    if _NEVER.search(text) or text.endswith((".", ",", ";", ":", "…", "-")):
        return _NO
    if (text[0].islower() and not _SYMBOL.match(text)) or _is_beside(text) or _are_names(text):
        return _NO
    known = sum(is_title_word(word) for word in words)
    learned = sum(_LEARNED.search(word) is not None for word in words)
    weight = -1.6 + 0.7 * min(known, 4) + 0.3 * min(learned, 2) - 0.6 * (not known)
    weight += 0.4 * min(len(_JOINT.findall(text)), 2)
    weight += 0.6 * bool(_SUBTITLE.search(text)) + 0.5 * (len(words) >= 7) - 0.7 * (len(words) < 5)
    weight += 0.3 * is_title_case(text) - 2.5 * bool(_SPEAKS.search(text))
    weight -= 0.7 * (len(words) < 4) + 1.0 * (text.count(",") > 4)
    weight -= 1.0 * len(set(_SELDOM.findall(text))) + 3.0 * bool(_TASK.match(text))
    weight -= 4.0 * is_section(text)
    return weight - 4.0 * (text.count(",") > 0 and names_score(text) > 1.0)


# A run of titles


def _weighed_as_all(run: Sequence[Entry], titles: int) -> Iterator[Entry]:
    """Yield the titles of a run in a text of little else, which has so many ``titles``."""
    mean = _mean(run)
    least = _MEAN_OF_ALL if titles < _MANY else 0.0
    if titles == 1:
        least = 0.5 if run[0].draft.authors else -2 * _NO
    if mean + _shape(run) < least or 5 * _sure(run, least=-0.3) < len(run):
        return
    weight = max(mean, _MEAN) + 2.0 + 4.0 / titles
    for entry in run:
        yield entry._replace(weight=weight)


def _weighed(run: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the titles of a run within other text, each as likely as all of it is."""
    mean = _mean(run)
    if mean < _MEAN or 2 * _sure(run) < len(run):
        return
    if _sure(run) < _FEWEST:
        mean = min(mean, _ALONE)
    for entry in run:
        yield entry._replace(weight=mean)


def _mean(run: Sequence[Entry]) -> float:
    return sum(max(_LEAST, min(entry.weight, _MOST)) for entry in run) / len(run)


def _sure(run: Sequence[Entry], least: float = _MEAN) -> int:
    """Count the entries that look like titles by themselves."""
    return sum(entry.weight > least for entry in run)


def _shape(run: Sequence[Entry]) -> float:
    """Weigh the length of the lines: what lists of names, things and tasks have is shorter."""
    words = median(len((entry.draft.title or "").split()) for entry in run)
    if words < 4:
        return -1.0
    return 0.6 if 6 <= words <= 20 else 0.0


READERS: tuple[Page, ...] = (TitleLines(),)
