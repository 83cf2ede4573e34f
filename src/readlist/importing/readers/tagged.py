"""Bibliographies of tagged lines: RIS, PubMed's nbib, EndNote's .enw, Web of Science.

Each field begins with a tag at the beginning of a line and goes on until the next tag; each
record begins with the same tag, and in RIS and Web of Science ends with ``ER``.

- RIS: https://en.wikipedia.org/wiki/RIS_(file_format), after the 2011 specification, and what
  Zotero, EndNote, Mendeley, publishers and readlist itself write
- nbib: https://www.nlm.nih.gov/bsd/mms/medlineelements.html
- enw: "Creating a Tagged EndNote Import File" in EndNote's manual; Google Scholar, ACL Anthology
- Web of Science: https://images.webofknowledge.com/images/help/WOS/hs_wos_fieldtags.html, as
  plain text and as a table
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers.parts.fields import PUBMED, Fields, paper_of
from readlist.importing.readers.parts.lines import Line, written_lines
from readlist.importing.readers.parts.reasons import AROUND, NOTHING_KNOWN, OUTSIDE
from readlist.importing.readers.reader import Piece
from readlist.text import fold_spaces

NO_END = "a record without its last line, ER"

_INITIALS = re.compile(r" ([A-Z]{1,4}(?: (?:Jr|Sr|2nd|3rd|II|III))?)$")
_LONGEST = 100_000  # lines of a record; PubMed's of the largest collaborations have 15,000
_MOST_PENDING = 200
_MOST_STRAY = 1_000


class _Tags(NamedTuple):
    """Which tags of a format hold what; where a tag may stand for another, the better first.

    ``names`` are tags that stand for each other as a whole: the first that a record has are
    taken, with ``groups`` in their order. ``initials_last`` are those that hold "Family GM".
    """

    title: str
    names: tuple[str, ...]
    abstract: str
    date: str
    venue: str
    doi: str
    groups: str = ""
    initials_last: str = ""
    ids: str = ""
    links: str = ""
    pubmed: str = ""
    keywords: str = ""
    notes: str = ""


class Field(NamedTuple):
    """A field of a record: its tag and the lines of its value."""

    tag: str
    lines: list[str]

    @property
    def text(self) -> str:
        """The value with its lines; a blank line stays one."""
        return "\n".join(self.lines)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A format of tagged lines.

    ``field`` matches the first line of a field and has the groups ``tag`` and ``value``,
    ``first`` such a line that begins a record. A record ends with a line that matches ``end``
    or, where there is none, before the next one or a blank line. ``around`` matches what a
    database writes before, between and after records. Where ``one_a_line``, authors stand
    one on a line and need no tags of their own. ``loose`` is what fields look like in a
    record whose first line does not match ``field``.
    """

    name: str
    title: str
    field: re.Pattern[str]
    first: re.Pattern[str]
    tags: _Tags
    certain: re.Pattern[str]
    end: re.Pattern[str] | None = None
    around: re.Pattern[str] | None = None
    loose: re.Pattern[str] | None = None
    one_a_line: bool = True

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether the file begins with a record, or with what stands before the first."""
        head = (line.text.lstrip("\ufeff")[:200] for line in written_lines(sample))
        return self.certain.match("\n".join(islice(head, 8)).lstrip()) is not None

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return the place after the record that begins at ``lines[start]``, if it is a paper.

        A record without an end ends with its last field: what follows may be of another text.
        """
        if not self.first.match(lines[start]):
            return None
        rest = (lines[place] for place in range(start, len(lines)))
        block = next(self._blocks(written_lines(rest)))
        while not self.end and not (
            self.field.match(block[-1].text) or block[-1].text[0].isspace()
        ):
            block.pop()
        return start + block[-1].number if self._paper(block) else None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the file."""
        for block in self._blocks(written_lines(lines)):
            piece = self._paper(block) if self.first.match(block[0].text) else None
            yield piece or _skipped(block, self._reason(block))

    def _blocks(self, lines: Iterable[Line]) -> Iterator[list[Line]]:
        """Cut the lines into records and what stands between them."""
        block: list[Line] = []
        pending: list[Line] = []  # the record's, if a field of it follows
        inside = False
        for line in lines:
            starts = self.first.match(line.text) is not None
            if starts or (inside and self._is_over(line, pending, len(block))):
                yield from filter(None, (block, pending))
                block, pending, inside = [line], [], starts
            elif not inside:
                if len(block) == _MOST_STRAY:
                    yield block
                    block = []
                block.append(line)
            elif not self.end and (pending or line.gap) and not self.field.match(line.text):
                pending.append(line)
            else:
                block += [*pending, line]
                pending = []
                if self.end and self.end.match(line.text):
                    yield block
                    block, inside = [], False
        yield from filter(None, (block, pending))

    def _is_over(self, line: Line, pending: Sequence[Line], length: int) -> bool:
        """Return whether ``line``, which begins no record, is no more of the one before it."""
        if self.end:
            return length >= _LONGEST
        is_field = line.gap > 0 and self.field.match(line.text) is not None
        return is_field or len(pending) >= _MOST_PENDING or length >= _LONGEST

    def _paper(self, block: Sequence[Line]) -> PaperDraft | None:
        """Return the paper of a record, ``None`` where it is broken."""
        if self.end and not self.end.match(block[-1].text):
            return None
        return paper_of(self.meaning(self._fields(block)), block[0].number, block[-1].number)

    def _fields(self, block: Sequence[Line]) -> list[Field]:
        strict = self.loose is None or self.field.match(block[0].text)
        pattern = self.field if strict or self.loose is None else self.loose
        fields: list[Field] = []
        for line in block:
            if found := pattern.match(line.text):
                fields.append(Field(found["tag"], [found["value"].strip()]))
            elif fields:
                fields[-1].lines.extend([""] * bool(line.gap) + [line.content])
        return fields

    def meaning(self, record: Sequence[Field]) -> Fields:
        """Return what the fields of a record say."""
        values: dict[str, list[str]] = {}
        for field in record:
            values.setdefault(field.tag, []).append(field.text)
        tags = self.tags
        named = next((kind for kind in tags.names if values.keys() & set(kind.split())), "")
        named_in = {*named.split(), *tags.groups.split()}
        return Fields(
            titles=_all(values, tags.title),
            names=[one for field in record if field.tag in named_in for one in self._names(field)],
            abstract=_first_kind(values, tags.abstract),
            dates=_all(values, tags.date),
            venues=_all(values, tags.venue),
            dois=_all(values, tags.doi),
            ids=_all(values, tags.ids),
            links=_all(values, tags.links)
            + [PUBMED.format(each) for each in _all(values, tags.pubmed)],
            keywords=_all(values, tags.keywords),
            notes=_all(values, tags.notes),
        )

    def _names(self, field: Field) -> Sequence[str]:
        """Return the authors in a field; the name of a group stays whole."""
        if field.tag in self.tags.groups.split():
            return [f"{{{name}}}" for name in self._listed(field)]
        if field.tag in self.tags.initials_last.split():
            return [_INITIALS.sub(r", \1", fold_spaces(field.text))]
        return self._listed(field)

    def _listed(self, field: Field) -> Sequence[str]:
        return field.lines if self.one_a_line else [field.text]

    def _reason(self, block: Sequence[Line]) -> str:
        if not self.first.match(block[0].text):
            around = self.around and all(self.around.match(line.content) for line in block)
            return AROUND if around else OUTSIDE
        has_end = not self.end or self.end.match(block[-1].text)
        return NOTHING_KNOWN if has_end else NO_END


def _all(values: Mapping[str, Sequence[str]], tags: str) -> list[str]:
    return [value for tag in tags.split() for value in values.get(tag, ())]


def _first_kind(values: Mapping[str, Sequence[str]], tags: str) -> str:
    """Return the fields with the first of ``tags`` that occurs, as paragraphs."""
    found = next((values[tag] for tag in tags.split() if tag in values), ())
    return "\n\n".join(dict.fromkeys(found))


def _skipped(block: Sequence[Line], reason: str) -> SkippedText:
    text = "\n".join(line.text for line in block)
    return SkippedText(block[0].number, block[-1].number, text, reason)


@dataclass(frozen=True, slots=True)
class WosTable:
    """Web of Science's records as a table: tags above columns, a paper on each line."""

    name: str = "wos-table"
    title: str = "Web of Science, tab-delimited"

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether the first line names columns by the tags of Web of Science."""
        first = next(written_lines(sample), None)
        return first is not None and _is_wos_head(_cells(first.text))

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return ``None``: a line of a table says nothing without its head."""
        return None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the file."""
        head: list[str] = []
        stray: list[Line] = []
        for line in written_lines(lines):
            cells = _cells(line.text)
            paper = None
            if _is_wos_head(cells):
                head = cells
            elif head and len(cells[0]) == 1:  # the kind of publication
                row = zip(head, ([cell] for cell in cells), strict=False)
                fields = (Field(tag, value) for tag, value in row if value[0])
                paper = paper_of(WOS.meaning(list(fields)), line.number, line.number)
            if stray and (paper or cells is head or len(stray) == _MOST_STRAY):
                yield _skipped(stray, OUTSIDE)
                stray = []
            if paper:
                yield paper
            elif cells is head:
                yield _skipped([line], AROUND)
            else:
                stray.append(line)
        if stray:
            yield _skipped(stray, OUTSIDE)


def _cells(text: str) -> list[str]:
    return [cell.strip().strip("\ufeff") for cell in text.split("\t")]


def _is_wos_head(cells: Sequence[str]) -> bool:
    return cells[0] == "PT" and {"AU", "TI", "SO"} <= set(cells)


RIS = Tagged(
    name="ris",
    title="RIS, as reference managers and publishers write it",
    field=re.compile(r"\ufeff?(?P<tag>[A-Z][A-Z0-9]{1,3})  -(?: |$)(?P<value>.*)"),
    # Only where TY is written so: in wrapped text a line may well begin with "T4 - T6".
    loose=re.compile(r"\ufeff?(?P<tag>[A-Z][A-Z0-9]) -(?: |$)(?P<value>.*)"),
    first=re.compile(r"\ufeff?TY(?:  -| - [A-Z]{3,7}\s*$)"),
    end=re.compile(r"ER(?:  -| -\s*$)"),
    certain=re.compile(
        r"(?:(?:Provider|Database|Content):.*\n|(?:Record #)?\d+(?:\.| of \d+)\n)*"
        r"TY(?:  -| - [A-Z]{3,7}\s*$)",
        re.M,
    ),
    around=re.compile(r"\ufeff?(?:(?:Provider|Database|Content):|(?:Record #)?\d+(?:\.| of \d+)$)"),
    tags=_Tags(
        title="TI T1 CT BT",
        names=("AU A1",),
        abstract="AB N2",
        date="PY Y1 DA",
        venue="JF T2 JO BT JA J1 J2",
        doi="DO DI L3 M3 N1 UR",
        ids="AN M1 M3 C7 SP",
        links="UR L1 L2 LK",
        keywords="KW",
        notes="N1 RN",
    ),
)
NBIB = Tagged(
    name="nbib",
    title="PubMed's nbib (MEDLINE)",
    field=re.compile(r"\ufeff?(?=[A-Z ]{4}-)(?P<tag>[A-Z]{2,4}) {0,2}-(?: |$)(?P<value>.*)"),
    first=re.compile(r"\ufeff?PMID- ?\d"),
    certain=re.compile(r"PMID- ?\d"),
    one_a_line=False,
    tags=_Tags(
        title="TI BTI TT",
        names=("FAU", "AU"),
        groups="CN",
        initials_last="AU",
        abstract="AB",
        date="DP DEP",
        venue="JT TA",
        doi="LID AID",
        ids="AID LID",
        pubmed="PMID",
    ),
)
ENW = Tagged(
    name="enw",
    title="EndNote's .enw",
    field=re.compile(r"\ufeff?(?P<tag>%[^\sa-z%])(?: |$)(?P<value>.*)"),
    first=re.compile(r"\ufeff?%0 +\S"),
    certain=re.compile(r"%0 +[A-Z]"),
    tags=_Tags(
        title="%T",
        names=("%A",),
        abstract="%X",
        date="%D %8",
        venue="%J %B %S",
        doi="%R %U",
        ids="%M",
        links="%U",
        keywords="%K",
        notes="%Z %<",
    ),
)
WOS = Tagged(
    name="wos",
    title="Web of Science, plain text",
    field=re.compile(r"\ufeff?(?P<tag>[A-Z][A-Z0-9])(?: |$)(?P<value>.*)"),
    first=re.compile(r"\ufeff?PT [A-Z]$"),
    end=re.compile(r"ER\s*$"),
    certain=re.compile(r"FN .*\n(?:VR \d|PT [A-Z]\n)|PT [JBSCP]\n(?:A[UF]|TI|B[AE]|GP|CA) "),
    around=re.compile(r"\ufeff?(?:FN .*|VR [\d.]+|EF)$"),
    tags=_Tags(
        title="TI",
        names=("AF", "AU"),
        groups="CA",
        abstract="AB",
        date="PY EY EA",
        venue="SO",
        doi="DI",
        ids="AR",
    ),
)

READERS = (RIS, NBIB, ENW, WOS, WosTable())
