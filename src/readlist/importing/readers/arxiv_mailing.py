r"""The mail arXiv sends of a day's papers: fields, then the abstract, between lines of ``\\``.

The layout is described at https://info.arxiv.org/help/subscribe.html; revised
papers come without their abstract.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers import tex
from readlist.importing.readers.furniture import REASON
from readlist.importing.readers.identifiers import arxiv_id_in, links
from readlist.importing.readers.lines import Line, written_lines
from readlist.importing.readers.names import split_names
from readlist.importing.readers.reader import Piece
from readlist.importing.readers.unwrap import join_lines

_RULE = "\\\\"
_IDENTIFIER = re.compile(r"arxiv:\s*\S", re.I)
_FIELD = re.compile(r"(?P<name>[A-Z][A-Za-z-]+):\s*(?P<value>.*)")
_AFFILIATIONS = re.compile(r"\s*\((?:[^()]|\([^()]*\))*\)")
_CERTAIN = 20.0


@dataclass(frozen=True, slots=True)
class ArxivMailing:
    """Reads the daily mailings of arXiv."""

    name: str = "arxiv-mailing"
    title: str = "the daily mail of arXiv"

    def score(self, lines: Sequence[str]) -> float:
        """Return how many papers there are, each counting as much as a label cannot."""
        drafts = sum(isinstance(piece, PaperDraft) for piece in self.read(lines))
        return _CERTAIN * drafts

    def read(self, lines: Sequence[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the mail."""
        around: list[Line] = []
        for part in _parts(written_lines(lines)):
            draft = _paper(part)
            if draft is None:
                around += part
                continue
            yield from _skipped(around)
            around = []
            yield draft
        yield from _skipped(around)


def _parts(lines: Iterator[Line]) -> Iterator[list[Line]]:
    """Yield runs of lines: from an identifier to the end of that paper, and what is between."""
    part: list[Line] = []
    for line in lines:
        if _IDENTIFIER.match(line.text):
            yield part
            part = []
        part.append(line)
        if line.text.startswith(_RULE + " ("):
            yield part
            part = []
    yield part


def _paper(part: Sequence[Line]) -> PaperDraft | None:
    if not part or not _IDENTIFIER.match(part[0].text) or not part[-1].text.startswith(_RULE):
        return None
    body = part[1:-1]
    rule = next((place for place, line in enumerate(body) if line.text == _RULE), len(body))
    fields = _fields(body[:rule])
    if "Title" not in fields:
        return None
    names, more = split_names(_AFFILIATIONS.sub("", fields.get("Authors", "")))
    abstract = _abstract(body[rule + 1 :])
    comment = fields.get("Comments", "")
    own = links(part[-1].content)
    return PaperDraft(
        first_line=part[0].number,
        last_line=part[-1].number,
        title=tex.plain(fields["Title"]),
        authors=tuple(map(tex.plain, names)),
        more_authors=more,
        abstract=abstract or None,
        comment=comment or None,
        doi=fields.get("DOI") or None,
        arxiv_id=arxiv_id_in(part[0].content),
        links=tuple(dict.fromkeys((*own, *links(abstract), *links(comment)))),
    )


def _fields(lines: Sequence[Line]) -> dict[str, str]:
    """Return the fields by name; a line that is set in goes on with the field before it."""
    fields: dict[str, list[str]] = {}
    values: list[str] = []
    for line in lines:
        found = _FIELD.match(line.text)
        if found:
            values = fields.setdefault(found["name"].title(), [])
        values.append(found["value"] if found else line.content)
    fields = {("DOI" if name == "Doi" else name): value for name, value in fields.items()}
    return {name: join_lines(filter(None, value)) for name, value in fields.items()}


def _abstract(lines: Sequence[Line]) -> str:
    """Return the abstract; its paragraphs are set in."""
    paragraphs: list[list[str]] = []
    for line in lines:
        if not paragraphs or line.gap or line.text.startswith("  "):
            paragraphs.append([])
        paragraphs[-1].append(line.content)
    return "\n\n".join(map(join_lines, paragraphs))


def _skipped(lines: Sequence[Line]) -> Iterator[Piece]:
    if lines:
        text = "\n".join(line.text for line in lines)
        yield SkippedText(lines[0].number, lines[-1].number, text, REASON)


READER = ArxivMailing()
