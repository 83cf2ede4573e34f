"""From lines whose kind is known to papers, and which identifier belongs to which of them.

An identifier within a paper, in the link of its heading or between head and text, is that
paper's. One that stands between two papers is of the one above or of the one below: which,
the page does the same way all along. It is seen from how near it stands, and from the page's
ends, where there is no other paper. Where that stays open, it is given to neither.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers import page_grammar as kinds
from readlist.importing.readers.page_evidence import ends_sentence
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.headings import plain_heading
from readlist.importing.readers.parts.identifiers import (
    Identifier,
    arxiv_id_in,
    arxiv_id_of_comment,
    arxiv_id_of_links,
    doi_of_comment,
    identifier_line,
    is_link,
    links,
)
from readlist.importing.readers.parts.labels import (
    abstract_label,
    authors_label,
    short_comment_label,
    title_label,
)
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import split_names
from readlist.importing.readers.parts.unwrap import join_lines

_HEAD = (kinds.TITLE, kinds.AUTHORS, kinds.TEXT)
_OF_NONE = (kinds.FURNITURE, kinds.NAMED)  # whose an identifier is, is seen later
# A bullet or a number before a title.
_NUMBER = re.compile(r"^(?:[-*•+]\s+)?(?:\[[ xX]\]\s+)?(?:\(?\d{1,4}[.)]\s+|\[\d{1,4}\]\s+)?(?=\S)")
_LINE_BREAK = re.compile(r"\\ {2,}")
#: How many lines above the first paper and below the last an identifier may stand.
_NEAR = 3
_HEADER = 60


class Found(NamedTuple):
    """A paper at ``lines[first:last + 1]`` of a text, and the line that its head begins with.

    ``named`` counts the lines of it that are nothing but an identifier of the paper.
    """

    first: int
    last: int
    draft: PaperDraft
    head: str
    named: int = 0


class _Group(NamedTuple):
    """The lines of one paper: their places, and what of it they are."""

    first: int
    last: int


def papers(lines: Sequence[Line], cleaned: Sequence[Line], sorts: Sequence[str]) -> list[Found]:
    """Return the papers that the lines, each of its sort, make up.

    ``cleaned`` are the lines without marks of Markdown, in which links may stand.
    """
    found = []
    for group in _groups(sorts):
        draft = _draft(lines, cleaned, sorts, group)
        if draft.title or draft.abstract:
            found.append(Found(*group, draft, cleaned[group.first].content))
    whole = _identified(lines, found)
    return [paper._replace(named=_named(lines, paper)) for paper in whole]


def _named(lines: Sequence[Line], paper: Found) -> int:
    within = lines[paper.first : paper.last + 1]
    return sum(identifier_line(line.content) is not None for line in within)


def _groups(sorts: Sequence[str]) -> Iterator[_Group]:
    """Yield the runs of lines that are one paper."""
    first = None
    for place, kind in enumerate(sorts):
        ends = kind in _OF_NONE or (kind in _HEAD and sorts[place - 1] in kinds.ENDS)
        if first is not None and ends:
            yield _Group(first, place - 1)
            first = None
        if first is None and kind not in _OF_NONE:
            first = place
    if first is not None:
        yield _Group(first, len(sorts) - 1)


def _draft(
    lines: Sequence[Line], cleaned: Sequence[Line], sorts: Sequence[str], group: _Group
) -> PaperDraft:
    places = range(group.first, group.last + 1)

    def joined(*wanted: str) -> str:
        return join_lines(cleaned[place].text for place in places if sorts[place] in wanted)

    head = joined(*kinds.TITLES)
    title = _LINE_BREAK.sub(" ", plain_heading(_NUMBER.sub("", plain_heading(head))))
    names = joined(*kinds.AUTHOR_LINES)
    authors, more = split_names(names[authors_label(names) :])
    abstract = _abstract([(cleaned[place], sorts[place]) for place in places])
    comment = joined(*kinds.COMMENTS)
    comment = comment[short_comment_label(comment) :]
    own = _inner([(lines[place], sorts[place]) for place in places])
    return PaperDraft(
        first_line=lines[group.first].number,
        last_line=lines[group.last].number,
        title=title[title_label(title) :] or None,
        authors=authors,
        more_authors=more,
        abstract=abstract or None,
        comment=comment or None,
        doi=own.doi or doi_of_comment(comment),
        arxiv_id=own.arxiv_id or arxiv_id_of_comment(comment),
        links=tuple(dict.fromkeys((*own.links, *links(abstract), *links(comment)))),
    )


def _inner(lines: Sequence[tuple[Line, str]]) -> Identifier:
    """Return what the lines of a paper itself name it by."""
    linked = links(" ".join(line.content for line, kind in lines if kind in kinds.TITLES))
    beside = [line.content for line, kind in lines if kind == kinds.BETWEEN]
    cited = (line.content for line, kind in lines if kind == kinds.CITATION)
    named = [found for text in beside if (found := identifier_line(text))]
    urls = [*linked, *(link for text in beside if is_link(text) for link in links(text))]
    urls += [link for found in named for link in found.links]
    return Identifier(
        arxiv_id_of_links(linked)
        or next(filter(None, map(arxiv_id_in, cited)), None)
        or _distinct(found.arxiv_id for found in named),
        _distinct(found.doi for found in named),
        tuple(dict.fromkeys(urls)),
    )


def _distinct(values: Iterable[str | None]) -> str | None:
    """Return the one value there is, ``None`` when there are several."""
    found = set(filter(None, values))
    return found.pop() if len(found) == 1 else None


def _abstract(lines: Iterable[tuple[Line, str]]) -> str:
    paragraphs: list[list[str]] = []
    for line, kind in lines:
        if kind == kinds.TEXT:
            content = line.content
            paragraphs.append([content[abstract_label(content) :]])
        elif kind == kinds.PARAGRAPH:
            paragraphs.append([line.content])
        elif kind == kinds.TEXT_ON:
            paragraphs[-1].append(line.content)
    return "\n\n".join(text for lines in paragraphs if (text := join_lines(lines)))


class _Between(NamedTuple):
    """The one identifier in the lines between two papers, and the blank lines around it."""

    first: int
    place: int
    named: Identifier
    above: int
    below: int

    @property
    def side(self) -> int:
        """Which paper it stands closer to: -1 the one above it, 1 the one below it, 0 neither."""
        return _sign(self.above - self.below)


def _identified(lines: Sequence[Line], found: Sequence[Found]) -> Iterator[Found]:
    """Yield ``found`` with the identifiers that stand around the papers."""
    if not found:
        return
    gaps = [_between(lines, before, after) for before, after in _gaps(len(lines), found)]
    gaps[0] = gaps[0] if _is_first(lines, gaps[0]) else None
    gaps[-1] = gaps[-1] if _is_last(lines, gaps[-1]) else None
    sides = _sides(gaps)
    for place, paper in enumerate(found):
        owned = [
            gap
            for gap, side, wanted in (
                (gaps[place], sides[place], 1),
                (gaps[place + 1], sides[place + 1], -1),
            )
            if gap and side == wanted and _agrees(paper.draft, gap.named)
        ]
        if len(owned) == 1:
            yield _with_identifier(lines, paper, owned[0])
        else:
            yield paper if sides[place + 1] > 0 else _reaching(lines, found, place)


def _gaps(count: int, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """Yield the ends of what is between papers: the last place before it, the first after it."""
    edge = max(-1, found[0].first - _NEAR - 1)
    ends = [edge, *(paper.last for paper in found)]
    begins = [*(paper.first for paper in found), min(count, found[-1].last + _NEAR + 1)]
    yield from zip(ends, begins, strict=True)


def _between(lines: Sequence[Line], before: int, after: int) -> _Between | None:
    """Return the identifier in ``lines[before + 1:after]`` when it is the only one."""
    named = {}
    for place in range(before + 1, after):
        if found := identifier_line(lines[place].content):
            named[place] = found
    if not named or len({(each.arxiv_id, each.doi) for each in named.values()}) > 1:
        return None
    first, last = min(named), max(named)
    below = lines[last + 1].gap if last + 1 < len(lines) else lines[first].gap
    return _Between(first, last, named[last], lines[first].gap, below)


def _is_first(lines: Sequence[Line], gap: _Between | None) -> bool:
    """Return whether what is above an identifier above the first paper has no claim to it."""
    if gap is None or gap.first == 0 or gap.below < gap.above:
        return True
    before = lines[gap.first - 1].content
    return is_furniture(before) or (len(before) < _HEADER and not ends_sentence(before))


def _is_last(lines: Sequence[Line], gap: _Between | None) -> bool:
    """Return whether what is below an identifier below the last paper has no claim to it."""
    if gap is None or gap.place == len(lines) - 1 or gap.above < gap.below:
        return True
    return is_furniture(lines[gap.place + 1].content)


def _sides(gaps: Sequence[_Between | None]) -> list[int]:
    """Return which paper each identifier belongs to: -1 the one above, 1 the one below, 0 none.

    ``gaps`` has what is above the first paper, between each two, and below the last. Papers
    in a row that have an identifier between them do alike. Blank lines tell what they do; where
    those do not differ, it is told by the row's beginning or ending at an end of the page, or
    by what all the other rows do.
    """
    sides = [0] * len(gaps)
    last = len(gaps) - 1
    usual = _usual(gaps)
    for first, after in _rows(gaps):
        inner = range(max(first, 1), min(after, last))
        own = [gap.side for place in inner if (gap := gaps[place])]
        habit = _sign(sum(own))
        at_ends = (first == 0) - (after == len(gaps))
        for place in range(first, after):
            gap = gaps[place]
            differs = place in inner and gap is not None and gap.side != habit
            sides[place] = (0 if differs else habit) if any(own) else at_ends or usual
    return sides


def _usual(gaps: Sequence[_Between | None]) -> int:
    """Return on which side identifiers stand wherever it can be told, 0 when on both."""
    told = {gap.side for gap in gaps[1:-1] if gap} - {0}
    told |= {1} if gaps[0] else set()
    told |= {-1} if gaps[-1] else set()
    return told.pop() if len(told) == 1 else 0


def _rows(gaps: Sequence[_Between | None]) -> Iterator[tuple[int, int]]:
    """Yield where each row of identifiers between papers begins and what is after it."""
    first = None
    for place, gap in enumerate([*gaps, None]):
        if gap and first is None:
            first = place
        elif gap is None and first is not None:
            yield first, place
            first = None


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _agrees(draft: PaperDraft, named: Identifier) -> bool:
    """Return whether ``named`` can be the paper of ``draft``, which may be named already."""
    arxiv_id = draft.arxiv_id in (None, named.arxiv_id) or named.arxiv_id is None
    return arxiv_id and (draft.doi in (None, named.doi) or named.doi is None)


def _with_identifier(lines: Sequence[Line], paper: Found, own: _Between) -> Found:
    """Return ``paper`` with the identifier ``own`` and the lines up to it."""
    first, last = min(paper.first, own.place), max(paper.last, own.place)
    draft = paper.draft._replace(
        first_line=lines[first].number,
        last_line=lines[last].number,
        arxiv_id=paper.draft.arxiv_id or own.named.arxiv_id,
        doi=paper.draft.doi or own.named.doi,
        links=tuple(dict.fromkeys((*paper.draft.links, *own.named.links))),
    )
    return paper._replace(first=first, last=last, draft=draft)


def _reaching(lines: Sequence[Line], found: Sequence[Found], place: int) -> Found:
    """Return the paper at ``place`` with the lines right below that name it once more."""
    paper = found[place]
    after = found[place + 1].first if place + 1 < len(found) else len(lines)
    last = paper.last
    while last + 1 < after:
        named = identifier_line(lines[last + 1].content)
        if named is None or named.arxiv_id is None or named.arxiv_id != paper.draft.arxiv_id:
            break
        last += 1
    return paper._replace(last=last, draft=paper.draft._replace(last_line=lines[last].number))
