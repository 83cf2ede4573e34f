r"""The mail arXiv sends of a day's papers: fields, then the abstract, between lines of ``\\``.

The layout is described at https://info.arxiv.org/help/subscribe.html. Revised papers come
without their abstract; until 2007 an identifier was a ``Paper:`` with the ``From:`` of a mail.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from readlist.domain import PaperDraft
from readlist.importing.readers.parts import tex
from readlist.importing.readers.parts.identifiers import links
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import split_names
from readlist.importing.readers.parts.unwrap import join_lines
from readlist.importing.readers.reader import Entry

_BEGIN = re.compile(
    r"(?:arXiv|Paper(?: \(\*cross-listing\*\))?):\s*"
    r"(?P<id>\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Za-z-]{2,})?/\d{7})(?:v\d+)?(?:\s+\(\*.*)?\s*$"
)
_RULE = "\\\\"
_PAGE_RULE = re.compile(r"-{20,}|(?:%+-+){4}|(?:%%--){4}|={20,}")
_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z]*(?:-[A-Za-z]+)?):(?:\s+(?P<value>.*)|$)")
_FIRST_FIELD = re.compile(r"(?:Date|From|Title):")
_REVISED = re.compile(r"(?:replaced with revised version|figures added|revised\b)", re.I)
_AFFILIATIONS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: How many lines the fields of a paper take, and its abstract, at the most.
_HEAD, _BODY = 60, 150
_WEIGHT = 40.0


@dataclass(frozen=True, slots=True)
class ArxivMail:
    """Reads the daily mail of arXiv."""

    name: str = "arxiv-mailing"
    title: str = "the daily mail of arXiv"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield each paper of a mail, from its identifier to the rule after it."""
        begins = [place for place in range(len(lines)) if _begins(lines, place)]
        for first, after in pairwise([*begins, len(lines)]):
            entry = _entry(lines, first, after)
            if entry:
                yield entry


def _begins(lines: Sequence[Line], place: int) -> bool:
    """Return whether a paper begins here: an abstract that was cut has such lines too."""
    text = lines[place].text
    if text[:1] not in "aAP" or not _BEGIN.match(text) or place + 1 >= len(lines):
        return False
    after = lines[place + 1].text
    return _FIRST_FIELD.match(after) is not None or _REVISED.match(after) is not None


def _entry(lines: Sequence[Line], first: int, after: int) -> Entry | None:
    """Return the paper whose identifier is in ``lines[first]``, no line of it at ``after``."""
    rule = _head_end(lines, first + 1, min(after, first + _HEAD))
    fields = _fields(lines[first + 1 : rule])
    if "title" not in fields or not fields.keys() & {"authors", "author", "date"}:
        return None
    end, last = _abstract_end(lines, rule, after)
    abstract = _abstract(lines[rule + 1 : end])
    return Entry(first, last, _draft(lines, (first, last), fields, abstract), _WEIGHT)


def _is_rule(line: Line) -> bool:
    return line.text.startswith(_RULE) or _PAGE_RULE.match(line.text) is not None


def _head_end(lines: Sequence[Line], start: int, stop: int) -> int:
    """Return the place after the fields, which is a rule unless the mail was cut there."""
    for place in range(start, stop):
        line = lines[place]
        if _is_rule(line) or (line.gap and not _FIELD.match(line.text)):
            return place
    return stop


def _abstract_end(lines: Sequence[Line], rule: int, after: int) -> tuple[int, int]:
    r"""Return where the abstract after ``rule`` ends, and the last line of the paper.

    A paper without an abstract ends with the ``\\`` that would begin it.
    """
    if rule >= after or lines[rule].text != _RULE:
        last = rule if rule < after and lines[rule].text.startswith(_RULE) else rule - 1
        return rule + 1, last
    stop = min(after, rule + _BODY)
    end = next((place for place in range(rule + 1, stop) if _is_rule(lines[place])), stop)
    if end < stop:
        closed = lines[end].text.startswith(_RULE + " ")
        return end, end if closed else end - 1
    gaps = (place for place in range(rule + 2, stop) if lines[place].gap)
    end = next(gaps, stop)  # the mail was cut, and what follows may be another text
    return end, end - 1


def _draft(
    lines: Sequence[Line], span: tuple[int, int], fields: dict[str, str], abstract: str
) -> PaperDraft:
    first, last = (lines[place] for place in span)
    found = _BEGIN.match(first.text)
    assert found is not None, "a paper begins with its identifier"
    listed = fields.get("authors") or fields.get("author") or ""
    names, more = split_names(_AFFILIATIONS.sub("", listed))
    comment = fields.get("comments", "")
    own = links(last.content) if last.text.startswith(_RULE) else ()
    return PaperDraft(
        first_line=first.number,
        last_line=last.number,
        title=tex.plain(fields["title"]),
        authors=tuple(map(tex.plain, names)),
        more_authors=more,
        abstract=abstract or None,
        comment=comment or None,
        year=_year(fields),
        doi=fields.get("doi", "").partition(" ")[0] or None,
        arxiv_id=found["id"],
        links=tuple(dict.fromkeys((*own, *links(abstract), *links(comment)))),
    )


def _year(fields: dict[str, str]) -> int | None:
    """Return the year of the first version; the date of a revised paper is another one's."""
    found = _YEAR.search(fields.get("date", ""))
    return int(found[0]) if found else None


def _fields(lines: Sequence[Line]) -> dict[str, str]:
    """Return the fields by name; a line that is set in goes on with the field before it."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        found = _FIELD.match(line.text)
        if found:
            values = fields.setdefault(found["name"].lower(), [])
            values.append(found["value"] or "")
        elif _REVISED.match(line.text):
            values = []
        else:
            values.append(line.content)
    joined = {name: join_lines(filter(None, value)) for name, value in fields.items()}
    return {name: value for name, value in joined.items() if value}


def _abstract(lines: Sequence[Line]) -> str:
    """Return the abstract; its paragraphs are set in."""
    paragraphs: list[list[str]] = []
    for line in lines:
        if not paragraphs or line.gap or line.text.startswith("  "):
            paragraphs.append([])
        paragraphs[-1].append(line.content)
    return "\n\n".join(map(join_lines, paragraphs))


READERS = (ArxivMail(),)
