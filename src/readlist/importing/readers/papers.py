"""From lines whose kind is known to papers, and to what belongs to none."""

from collections.abc import Iterable, Iterator

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers import grammar
from readlist.importing.readers.furniture import REASON
from readlist.importing.readers.headings import plain_heading
from readlist.importing.readers.identifiers import (
    arxiv_id_in,
    arxiv_id_of_comment,
    arxiv_id_of_links,
    doi_of_comment,
    is_link,
    links,
)
from readlist.importing.readers.labels import (
    abstract_label,
    authors_label,
    short_comment_label,
    title_label,
)
from readlist.importing.readers.lines import Line
from readlist.importing.readers.names import split_names
from readlist.importing.readers.reader import Piece
from readlist.importing.readers.unwrap import join_lines

Kinded = tuple[Line, str]
#: Why what looks like a paper is none, as where a label has no text after it.
NO_PAPER = "neither a title nor an abstract"

_HEAD = (grammar.TITLE, grammar.AUTHORS, grammar.TEXT)


def pieces(lines: Iterable[Kinded]) -> Iterator[Piece]:
    """Yield the papers and the skipped text that ``lines`` make up, in their order."""
    group: list[Kinded] = []
    for line, kind in lines:
        if group and _begins(group, kind):
            yield _piece(group)
            group = []
        group.append((line, kind))
    if group:
        yield _piece(group)


def _begins(group: list[Kinded], kind: str) -> bool:
    """Return whether a line of ``kind`` begins another piece than the one of ``group``."""
    last = group[-1][1]
    if grammar.FURNITURE in (kind, last):
        return kind != last
    return kind in _HEAD and last in grammar.ENDS


def _piece(group: list[Kinded]) -> Piece:
    if group[0][1] == grammar.FURNITURE:
        return _skipped(group, REASON)
    paper = _paper(group)
    return paper if paper.title or paper.abstract else _skipped(group, NO_PAPER)


def _skipped(group: list[Kinded], reason: str) -> SkippedText:
    text = "\n".join(line.text for line, _ in group)
    return SkippedText(group[0][0].number, group[-1][0].number, text, reason)


def _paper(group: list[Kinded]) -> PaperDraft:
    title = plain_heading(_joined(group, grammar.TITLE, grammar.TITLE_ON))
    title = title[title_label(title) :]
    names = _joined(group, grammar.AUTHORS, grammar.AUTHORS_ON)
    authors, more = split_names(names[authors_label(names) :])
    abstract = _abstract(group)
    comment = _joined(group, grammar.COMMENT, grammar.COMMENT_ON)
    comment = comment[short_comment_label(comment) :]
    own = _own_links(group)
    return PaperDraft(
        first_line=group[0][0].number,
        last_line=group[-1][0].number,
        title=title or None,
        authors=authors,
        more_authors=more,
        abstract=abstract or None,
        comment=comment or None,
        doi=doi_of_comment(comment),
        arxiv_id=arxiv_id_of_links(own) or _cited(group) or arxiv_id_of_comment(comment),
        links=tuple(dict.fromkeys((*own, *links(abstract), *links(comment)))),
    )


def _joined(group: list[Kinded], *kinds: str) -> str:
    """Return the lines of ``kinds`` on one line."""
    return join_lines(line.text for line, kind in group if kind in kinds)


def _abstract(group: list[Kinded]) -> str:
    paragraphs: list[list[str]] = []
    for line, kind in group:
        if kind == grammar.TEXT:
            content = line.content
            paragraphs.append([content[abstract_label(content) :]])
        elif kind == grammar.PARAGRAPH:
            paragraphs.append([line.content])
        elif kind == grammar.TEXT_ON:
            paragraphs[-1].append(line.content)
    return "\n\n".join(text for lines in paragraphs if (text := join_lines(lines)))


def _own_links(group: list[Kinded]) -> list[str]:
    """Return the links on lines of their own that are the paper's."""
    beside = (grammar.BETWEEN, grammar.LINK)
    return [line.content for line, kind in group if kind in beside and is_link(line.content)]


def _cited(group: list[Kinded]) -> str | None:
    """Return the arXiv identifier in the lines after the abstract."""
    after = (line.content for line, kind in group if kind == grammar.LINK)
    return next(filter(None, map(arxiv_id_in, after)), None)
