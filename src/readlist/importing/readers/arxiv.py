"""Pages of arXiv as they are copied from a browser: listings, search results, abstract pages.

Where each paper begins is certain: a listing and a search give its identifier a line, an
abstract page says when it was submitted. What text browsers and Markdown add is read past.
The templates: https://github.com/arXiv/arxiv-browse, https://github.com/arXiv/arxiv-search
"""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.heads import names_place, was_one_line
from readlist.importing.readers.parts.identifiers import is_link, links
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.parts.unwrap import join_lines
from readlist.importing.readers.reader import Entry

_WEIGHT = 40.0  # more than for labels alone, which other digests have too
_MARK = re.compile(r"arxiv:|submitted", re.I)
_ID = r"(?P<id>\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]{2,})?/\d{7})(?:v\d+)?"
_ARCHIVE = (
    r"(?:astro-ph|cond-mat|cs|econ|eess|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|math|nlin"
    r"|nucl-(?:ex|th)|physics|q-bio|q-fin|quant-ph|stat)(?:\.[A-Za-z-]{2,})?"
)
_BEGIN = re.compile(
    rf"(?:\[?\d+\]?[.)]?\s+)?arxiv:\s*{_ID}\s*(?:\((?:cross|replaced|\*).*|\[[^\]]*pdf.*|{_ARCHIVE}\b.*)?$",
    re.I,
)
_NUMBER = re.compile(r"\[\d+\]")
_SUBMITTED = re.compile(r"[\[(]submitted on \d{1,2} \w{3,9}\.? (?:19|20)\d\d\b", re.I)
_ENDS_DATE = re.compile(r"[^\[\]()]{0,70}\)\]")  # where its line was cut
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LABEL = re.compile(
    r"(?P<name>title|authors?|abstract|comments?|subjects?|journal[ -]ref(?:erence)?"
    r"|report (?:number|no\.?)|(?:related )?doi|(?:msc|acm)[ -]class(?:es)?|cite as"
    r"|submitted(?= \d{1,2} \w+,? (?:19|20)\d\d))(?:\s*:\s*|(?<=submitted)\s)",
    re.I,
)
#: The names of fields whose labels are longer on some pages.
_NAMES = ("title", "author", "abstract", "comment", "subject", "journal ref", "submitted")
#: Those whose values may be longer than a line, beside title, subjects and abstract.
_WRAPPED = ("author", "comment", "journal ref")
# A search result's categories and badge of a DOI, around the title.
_BADGE = re.compile(rf"{_ARCHIVE}(?:[\s,;]+{_ARCHIVE})*|(?:doi\s*:?\s*)?10\.\d{{4,9}}/\S+|doi")
_DOI = re.compile(
    r"(?<![\w.])10\.\d{4,9}/(?:\(sici\)\S+|[^\s\"<>;,{}\[\]]*[^\s\"<>;,{}\[\].])", re.I
)
_OWN_DOI = re.compile(r"10\.48550/arxiv", re.I)
_BUTTON = re.compile(
    r"(?:view (?:a )?pdf.*|html \(experimental\)|tex source|other formats|download:?.*|pdf"
    r"|focus to learn more|arxiv-issued doi via.*|this is version.*|\(or arxiv:.*"
    r"|https?://doi\.org/10\.48550/.*|authors and titles)",
    re.I,
)
_OFFER = re.compile(r"view a pdf of the paper", re.I)
_RUN_IN = re.compile(r"^view pdf\s*(?:html \(experimental\)\s*)?(?=abstract:)", re.I)
_HISTORY = re.compile(
    r"submission history|from:|\[?v\d+\]?|\w{3}, \d{1,2} \w{3} \d{4} .*(?:UTC|GMT)", re.I
)
_CITED = re.compile(rf"(?:cite as\s*:?\s*|^)arxiv:\s*{_ID}(?=\s*(?:\[[\w.-]+\]|$))", re.I)
_HEAD_ID = re.compile(
    rf"(?:.*>\s*arxiv:\s*|arxiv:\s*(?=\S+\s*\({_ARCHIVE}\))){_ID}(?:\s*\(.*\))?", re.I
)
_PAGE_TITLE = re.compile(rf"\[{_ID}\]\s+\S")
_SECTION = re.compile(
    r"(?:cross[ -]|new submissions|replacement|total of \d|showing \d|\[ ?total|\[ ?showing"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)\w*,? \d|links to:|about$|help$"
    r"|references$|(?:visible|hidden) links)",
    re.I,
)
_MAIL = re.compile(r"(?:Date|From): |replaced with")
_SUBJECTS = re.compile(r"\([a-z-]+(?:\.[A-Za-z-]{2,})?\)(?:;|$)")
_MORE_AUTHORS = re.compile(r",?\s*et al\.?\s*\(\d+ additional authors? not shown\)\s*$", re.I)
_LINKED = re.compile(r"\[([^\[\]]*)\]\((?:https?:/)?/[^\s()]*\)")
_BY_NUMBER = re.compile(r"\[\d+\](?=[\w\[])")
_MARGIN = re.compile(r"^(?:[:*•·-]\s+)+")
_LONGEST, _HEAD = 120, 25  # how many lines a paper takes at most, and its head
_LONG_LINE, _SHORT = 200, 40


@dataclass(slots=True)
class _Paper:
    """What has been read of a paper: its fields by name, and where it ends."""

    last: int
    first: int = sys.maxsize  # when it begins above the line by which it was found
    arxiv_id: str | None = None
    fields: dict[str, list[str]] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return the field called ``name`` on one line."""
        return join_lines(self.fields.get(name, ()))

    def draft(self, first: Line, last: Line) -> PaperDraft:
        """Return it as the paper from ``first`` to ``last``."""
        listed = _MORE_AUTHORS.sub(" et al.", self.text("author"))
        names, more = split_names(re.sub(r"\s+,", ",", listed))
        abstract, comment = _opened(self.text("abstract")), self.text("comment")
        dois = {doi for doi in _DOI.findall(self.text("doi")) if not _OWN_DOI.match(doi)}
        year = _YEAR.findall(self.text("submitted"))
        return PaperDraft(
            *(first.number, last.number),
            title=self.text("title") or None,
            authors=names,
            more_authors=more,
            abstract=abstract or None,
            comment=comment or None,
            year=int(year[-1]) if year else None,
            doi=dois.pop() if len(dois) == 1 else None,
            arxiv_id=self.arxiv_id,
            links=tuple(dict.fromkeys((*links(abstract), *links(comment)))),
        )


class _Scan(NamedTuple):
    """Lines of a page: those of the paper before end at ``floor``, of this one at ``stop``."""

    lines: Sequence[Line]
    floor: int
    first: int
    stop: int


@dataclass(frozen=True, slots=True)
class ArxivPage:
    """Reads one kind of arXiv's pages: where a paper begins, and what it is."""

    name: str
    title: str
    begin: re.Pattern[str]
    parse: Callable[[_Scan], _Paper | None]

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers of such pages."""
        places = [place for place, line in enumerate(lines) if self._begins(line)]
        floor = 0
        for first, after in pairwise([*places, len(lines)]):
            paper = self.parse(_Scan(lines, floor, first, min(after, first + _LONGEST)))
            if paper is None or not paper.text("title"):
                continue
            numbered = first > floor and _NUMBER.fullmatch(lines[first - 1].content)
            begin = first - 1 if numbered else min(first, paper.first)
            floor = paper.last + 1
            draft = paper.draft(lines[begin], lines[paper.last])
            yield Entry(begin, paper.last, draft, _WEIGHT)

    def _begins(self, line: Line) -> bool:
        short = len(line.text) <= _LONG_LINE and _MARK.search(line.text)
        return bool(short) and self.begin.match(_plain(line)) is not None


def _parse_listing(scan: _Scan) -> _Paper | None:
    """Read a paper of a listing, whose title has a label and whose abstract has none."""
    lines, start = scan.lines, scan.first + 1
    near = range(start, min(start + 4, scan.stop))
    title = next((place for place in near if _label(_plain(lines[place])) == "title"), None)
    if title is None or any(_MAIL.match(line.text) for line in lines[start:title]):
        return None
    paper, place = _read_fields(scan, title)
    _split_head(paper)
    paper.arxiv_id = _identifier(_plain(lines[scan.first]))
    if "subject" in paper.fields and "abstract" not in paper.fields and place < scan.stop:
        end = place if _ends_listing(lines[place]) else _paragraph_end(lines, place, scan.stop)
        paper.fields["abstract"] = [line.content for line in lines[place:end]]
        paper.last = max(paper.last, end - 1)
    return paper


def _parse_result(scan: _Scan) -> _Paper | None:
    """Read a paper of a search, whose title stands without a label above the authors."""
    lines, start = scan.lines, scan.first + 1
    near = range(start, min(start + _HEAD, scan.stop))
    authors = next((place for place in near if _label(_plain(lines[place])) == "author"), None)
    if authors is None:
        return None
    head = [_plain(line) for line in lines[start:authors]]
    title = [text for text in head if not _BADGE.fullmatch(text)]
    badges = [_plain(lines[scan.first]), *(text for text in head if _BADGE.fullmatch(text))]
    paper, _ = _read_fields(scan, authors)
    if not title or not paper.fields.keys() & {"abstract", "submitted"}:
        return None
    paper.fields["title"] = title
    paper.fields.setdefault("doi", []).extend(badges)
    paper.arxiv_id = _identifier(badges[0])
    return paper


def _parse_abstract_page(scan: _Scan) -> _Paper | None:
    """Read an abstract page, from the date of submission to the history of versions."""
    lines, start = scan.lines, scan.first + 1
    while start < scan.stop and (
        _BUTTON.fullmatch(_plain(lines[start])) or _ENDS_DATE.fullmatch(lines[start].content)
    ):
        start += 1
    if start >= scan.stop:
        return None
    above = _head_above(scan)
    if above < scan.first:
        paper, place = _read_below(scan, above, start)
    elif _label(_plain(lines[start])):
        paper, place = _read_fields(scan, start)
        if "author" not in paper.fields and not _is_title_cut(scan, start, paper):
            _split_head(paper)
    else:
        paper, place = _read_unlabelled(scan, start)
    paper.fields["submitted"] = [_plain(lines[scan.first]).partition("(v")[0]]
    paper.last = _history_end(scan, place)
    own = (_plain(line) for line in lines[start : paper.last + 1])
    paper.arxiv_id = next(filter(None, map(_cited, own)), None) or _identifier_above(scan)
    paper.first = min([paper.first, *_heads_above(scan, paper.arxiv_id)])
    return paper


def _head_above(scan: _Scan) -> int:
    """Return where title and authors begin that stand above the date, as they did until 2018."""
    place = scan.first
    if not scan.lines[place].content.startswith("("):
        return place
    while place > max(scan.floor, scan.first - _HEAD) and not scan.lines[place].gap:
        if " > " in scan.lines[place - 1].text:
            return place
        place -= 1
    return place


def _read_below(scan: _Scan, above: int, start: int) -> tuple[_Paper, int]:
    """Read a page whose head begins at ``above`` and whose abstract at ``start``."""
    head, _ = (
        _read_fields(scan._replace(stop=scan.first), above)
        if _label(_plain(scan.lines[above]))
        else (
            _Paper(above, fields={"title": [_plain(x) for x in scan.lines[above : scan.first]]}),
            0,
        )
    )
    _split_head(head)
    if _label(_plain(scan.lines[start])):
        paper, place = _read_fields(scan, start)
    else:
        place = _paragraph_end(scan.lines, start, scan.stop)
        paper = _Paper(place - 1, fields={})
        paper.fields["abstract"] = [line.content for line in scan.lines[start:place]]
        if place < scan.stop and _label(_plain(scan.lines[place])):
            rest, place = _read_fields(scan, place)
            paper = replace(rest, fields=rest.fields | paper.fields)
    return replace(paper, first=above, fields=head.fields | paper.fields), place


def _read_fields(scan: _Scan, start: int) -> tuple[_Paper, int]:
    """Read fields with labels from ``start`` on; return them and the place after them."""
    paper, name, is_offered = _Paper(start), "", False
    for place in range(start, scan.stop):
        line = scan.lines[place]
        text = _plain(line)
        label = _LABEL.match(text)
        if label:
            name, is_offered = _name(label), False
            paper.fields.setdefault(name, [])
            text = text if name == "submitted" else text[label.end() :].strip()
        elif _BUTTON.fullmatch(text):
            is_offered = _OFFER.match(text) is not None
            continue
        elif is_offered:  # the line that names the paper again was cut
            continue
        elif paper.fields[name] and not _goes_on(name, paper, scan, place):
            return paper, place
        if text:
            paper.fields[name].append(line.content if name == "abstract" and not label else text)
        paper.last = place
    return paper, scan.stop


def _goes_on(name: str, paper: _Paper, scan: _Scan, place: int) -> bool:
    """Return whether the line at ``place``, which has no label, goes on with the field."""
    line = scan.lines[place]
    if name == "title":
        return _title_goes_on(paper, line)
    if name == "subject":
        listed = len(line.text) < _LONG_LINE and _SUBJECTS.search(line.content)
        return not line.gap and bool(listed or paper.fields[name][-1].endswith((";", ",")))
    if name == "abstract":
        end = next((at for at in range(place, scan.stop) if _label(_plain(scan.lines[at]))), None)
        between = scan.lines[place:end]
        if end is not None and not any(map(_is_noise, between)):
            return True
        return not line.gap and not _is_noise(line) and len(scan.lines[place - 1].text) < _LONG_LINE
    return name in _WRAPPED and not line.gap and not _ends_listing(line)


def _title_goes_on(paper: _Paper, line: Line) -> bool:
    """Return whether ``line`` may be of the title or of the authors below it."""
    few = len(paper.fields["title"]) < _HEAD
    return few and not (line.gap and is_furniture(line.content))


def _read_unlabelled(scan: _Scan, start: int) -> tuple[_Paper, int]:
    """Read a page whose labels a browser hid: title, authors, abstract, each a line or several."""
    lines = scan.lines
    paper = _Paper(start)
    near = range(start + 1, min(start + _HEAD, scan.stop))
    named = next((at for at in near if _is_names(lines[at])), start)
    ends = (at for at in near if at > named and not _goes_on_names(lines, at))
    body = next((at for at in ends if not _BUTTON.fullmatch(_plain(lines[at]))), None)
    if body is None:
        return paper, start
    texts = (_plain(line) for line in lines[start:body])
    paper.fields["title"] = [text for text in texts if not _BUTTON.fullmatch(text)]
    _split_head(paper)
    if _label(_plain(lines[body])):
        rest, place = _read_fields(scan, body)
        return replace(rest, fields=rest.fields | paper.fields), place
    place = _paragraph_end(lines, body, scan.stop)
    paper.fields["abstract"] = [line.content for line in lines[body:place]]
    if place < scan.stop and _label(_plain(lines[place])):
        rest, place = _read_fields(scan, place)
        paper.fields = rest.fields | paper.fields
    paper.last = place - 1
    return paper, place


def _split_head(paper: _Paper) -> None:
    """Part the authors from the title, where both were read as the title."""
    head = paper.fields.get("title", [])
    if "author" not in paper.fields and (place := names_place(head)):
        paper.fields["title"], paper.fields["author"] = head[:place], head[place:]


def _goes_on_names(lines: Sequence[Line], place: int) -> bool:
    """Return whether ``lines[place]`` lists names, or is the family name of the last above."""
    if _is_names(lines[place]):
        return True
    cut = not lines[place].gap and len(lines[place].text) < _SHORT
    both = f"{_plain(lines[place - 1])} {_plain(lines[place])}"
    return cut and _is_names(lines[place - 1]) and names_score(both) > 0


def _is_title_cut(scan: _Scan, start: int, paper: _Paper) -> bool:
    """Return whether the lines of a title, of which the last might be names, were one line."""
    lengths = [len(line.text) for line in scan.lines[start : scan.stop]]
    return was_one_line(paper.fields.get("title", []), lengths)


def _is_names(line: Line) -> bool:
    return names_score(_plain(line)) > 0


def _history_end(scan: _Scan, place: int) -> int:
    """Return the last line of the page's table and history of versions, which end at ``place``."""
    last = place - 1
    for at in range(place, scan.stop):
        text = _plain(scan.lines[at])
        if not (_label(text) or _BUTTON.fullmatch(text) or _HISTORY.match(text) or _cited(text)):
            break
        last = at
    return last


def _identifier_above(scan: _Scan) -> str | None:
    """Return the identifier in the head of a page, above the date of submission."""
    found = (_head_identifier(scan.lines[place]) for place in _above(scan, _LONGEST))
    return next(filter(None, found), None)


def _heads_above(scan: _Scan, arxiv_id: str | None) -> list[int]:
    """Return the lines of a page's head that give the identifier of its paper."""
    if arxiv_id is None:
        return []
    return [at for at in _above(scan, _HEAD) if _head_identifier(scan.lines[at]) == arxiv_id]


def _above(scan: _Scan, most: int) -> range:
    return range(scan.first - 1, max(scan.floor, scan.first - most) - 1, -1)


def _head_identifier(line: Line) -> str | None:
    text = _plain(line)
    found = _HEAD_ID.fullmatch(text) or _PAGE_TITLE.match(text)
    return found["id"] if found else None


def _paragraph_end(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return the place after the paragraph that begins at ``start``."""
    place = start + 1
    while place < stop and not lines[place].gap and len(lines[place - 1].text) <= _LONG_LINE:
        if _label(_plain(lines[place])) or _ends_listing(lines[place]):
            break
        place += 1
    return place


def _ends_listing(line: Line) -> bool:
    text = line.content
    return _SECTION.match(text) is not None or _is_noise(line) or bool(_NUMBER.fullmatch(text))


def _is_noise(line: Line) -> bool:
    """Return whether ``line`` is of the page; a link or a number may be of a text that was cut."""
    text = line.content
    if not any(map(str.isalpha, text)):
        return False
    return is_furniture(text) and not is_link(text.rstrip(".,"))


def _opened(abstract: str) -> str:
    """Return an abstract of a search as it is when opened, without the buttons of both states."""
    short, more, full = abstract.partition("▽ More")
    text = full if len(full) > len(short) // 2 else short
    return text.partition("△ Less")[0].strip() if more or "△ Less" in text else abstract


def _identifier(text: str) -> str | None:
    found = _BEGIN.match(text)
    return found["id"] if found else None


def _cited(text: str) -> str | None:
    """Return the identifier by which ``text``, a line of a page's table, says to cite it."""
    found = _CITED.search(text)
    return found["id"] if found else None


def _label(text: str) -> str | None:
    found = _LABEL.match(text)
    return _name(found) if found else None


def _name(label: re.Match[str]) -> str:
    name = label["name"].lower().replace("-", " ").removeprefix("related ")
    return next((short for short in _NAMES if name.startswith(short)), name)


def _plain(line: Line) -> str:
    """Return the text of ``line`` without marks of Markdown and of text browsers."""
    text = _MARGIN.sub("", line.content)
    if "[" in text:
        text = _BY_NUMBER.sub("", _LINKED.sub(r"\1", text))
    return _RUN_IN.sub("", text)


READERS = (
    ArxivPage("arxiv-listing", "arXiv's listings of new and recent papers", _BEGIN, _parse_listing),
    ArxivPage("arxiv-search", "results of a search on arXiv", _BEGIN, _parse_result),
    ArxivPage("arxiv-abstract-pages", "abstract pages of arXiv", _SUBMITTED, _parse_abstract_page),
)
