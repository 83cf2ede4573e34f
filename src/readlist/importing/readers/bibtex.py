r"""BibTeX and BibLaTeX files, as people keep them and as programs export them.

The formats: https://www.ctan.org/pkg/bibtex, "btxdoc", and https://www.ctan.org/pkg/biblatex, the
manual's chapter on the database. Fields that programs add are those of Zotero with Better BibTeX,
Paperpile, Mendeley, JabRef, BibDesk, DBLP, INSPIRE and ADS. Entries are cut out of the file here,
by their braces, because no library reads a file as a stream; pybtex then reads each of them.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers.bibtex_entry import Entry, by_name, draft_of
from readlist.importing.readers.parts.reasons import COMMENT, OUTSIDE, PREAMBLE, STRINGS
from readlist.importing.readers.reader import Format, Piece
from readlist.text import fold_spaces

if TYPE_CHECKING:
    from pybtex.scanner import PybtexSyntaxError

#: An entry that goes on for longer is taken for one without an end.
_MOST_LINES, _MOST_CHARACTERS = 5_000, 300_000
#: Pieces that may wait for an entry that one of them refers to, and entries that are remembered.
_MOST_WAITING, _MOST_PARENTS = 2_000, 20_000
#: Lines of other text that make one piece.
_MOST_TEXT = 500

_START = re.compile(r"[\s\ufeff]*@\s*(?P<type>[A-Za-z]\w*)\s*(?P<open>[{(])")
_FURTHER = re.compile(r"[\s,;.}]*@\s*(?P<type>[A-Za-z]\w*)\s*(?P<open>[{(])")
_MARKS = {"}": re.compile(r'[{}"]'), ")": re.compile(r'[{}")]')}
_BRACES = re.compile(r"[{}]")
_HEAD = re.compile(r"[^{(]*(?P<open>[{(])(?:(?P<key>[^=,{}\"]*),)?")
_FIELD = re.compile(r"[\s,]*[A-Za-z][\w:+.-]*\s*=\s*[{\"\d]")

# The commonest slips within an entry.
_END_COMMENT = re.compile(r"([}\"]|,)[ \t]*%[^\n]*")
_BARE_VALUE = re.compile(r"(?m)^(\s*[A-Za-z][\w-]*\s*=\s*)([^\s{}\"#,][^{}\"#,\n]*?)(\s*,?\s*)$")
_NO_COMMA = re.compile(r"([}\"])(?=\s*\n\s*[A-Za-z][\w-]*\s*=\s*[{\"\d])")

_TYPES = (
    "article|artwork|audio|bibnote|book|bookinbook|booklet|collection|commentary|conference|data"
    "|dataset|electronic|image|inbook|incollection|inproceedings|inreference|jurisdiction"
    "|legislation|letter|manual|mastersthesis|misc|movie|mvbook|mvcollection|mvproceedings"
    "|mvreference|online|patent|performance|periodical|phdthesis|preprint|proceedings|reference"
    "|report|review|set|software|standard|suppbook|suppcollection|suppperiodical|techreport"
    "|thesis|unpublished|video|webpage|www|xdata"
)
_VALUE = r"=\s*(?:[{\"]|\d+\s*[,})]|[A-Za-z][\w-]*\s*[,#}])"
# A key and a comma, then a field: this is BibTeX whatever the type. Round brackets are also how
# decorators and annotations of programming languages are written, and need a known type.
_ENTRY = re.compile(
    rf"\s*@\s*(?:\w+\s*\{{\s*[^\s,={{}}()\"'#%\\]*\s*,(?:\s*%[^\n]*\n)*\s*[A-Za-z][\w:+.-]*\s*{_VALUE}"
    rf"|(?:{_TYPES})\s*\{{[^={{}}\"]*,\s*[A-Za-z][\w:+.-]*\s*{_VALUE}"
    rf"|(?:{_TYPES})\s*\{{\s*(?:title|author)\s*{_VALUE}"
    rf"|(?:{_TYPES})\s*\(\s*[^\s,={{}}()\"'#%\\]+\s*,\s*"
    rf"(?:title|author|year|journal|editor|booktitle|publisher)\s*=\s*[{{\"])",
    re.I,
)
_STRING = re.compile(r"\s*@\s*string\s*[{(]\s*[A-Za-z][\w:+.-]*\s*=\s*[{\"]", re.I)
_PREAMBLE = re.compile(r"\s*@\s*preamble\s*[{(]\s*[{\"]", re.I)
_COMMENT = re.compile(r"\s*@\s*comment\s*\{", re.I)
# What programs write above the first entry.
_BANNER = re.compile(
    r"jabref|mendeley|paperpile|zotero|bibdesk|citavi|endnote|(?:generated|exported) (?:by|from)",
    re.I,
)
_SAMPLE = 40

_BROKEN = "a broken BibTeX entry"
_TOO_MANY = "fields outside an entry: the one before has a closing brace too many"


class _Block(NamedTuple):
    """A record as it stands in the file, or text between records: then it has no ``type``."""

    first: int
    last: int
    text: str
    type: str = ""
    problem: str | None = None

    def skipped(self, reason: str) -> SkippedText:
        """Return the block as text that is no paper."""
        return SkippedText(self.first, self.last, self.text, reason)


@dataclass
class _Record:
    """A record whose end is looked for. BibTeX counts every brace, an escaped one too."""

    first: int
    type: str
    closing: str
    lines: list[str] = field(default_factory=list)
    size: int = 0
    depth: int = 0
    is_quoted: bool = False
    problem: str | None = None

    @classmethod
    def beginning(cls, number: int, found: re.Match[str]) -> "_Record":
        """Return the record that begins where ``_START`` matched."""
        return cls(number, found["type"].lower(), "}" if found["open"] == "{" else ")")

    @property
    def is_too_long(self) -> bool:
        """Whether its end was missed."""
        return len(self.lines) > _MOST_LINES or self.size > _MOST_CHARACTERS

    def take(self, line: str, start: int, head: int = 0) -> int | None:
        """Take in ``line`` from ``start`` on; return the place after the record if it ends there.

        ``head`` is the place after its opening brace.
        """
        if not (self.depth or self.is_quoted or head) and line.lstrip().startswith("%"):
            line = ""  # a field that was commented out
        end = self._end(line, head or start)
        self.lines.append(line[start:end])
        self.size += len(line) - start
        return end

    def _end(self, line: str, start: int) -> int | None:
        is_comment = self.type == "comment"
        marks = _BRACES if is_comment and self.closing == "}" else _MARKS[self.closing]
        for found in marks.finditer(line, start):
            mark = found[0]
            if mark == "{":
                self.depth += 1
            elif self.depth:
                self.depth -= mark == "}"
            elif mark == '"':
                self.is_quoted = not self.is_quoted
            elif mark == "}" and (self.is_quoted or self.closing == ")"):
                self.problem = "a closing brace too many"
                return found.end()
            elif mark == self.closing and not self.is_quoted:
                return found.end()
        return None

    def block(self, last: int, problem: str | None = None) -> _Block:
        """Return the record as it was found."""
        text = "\n".join(self.lines)
        return _Block(self.first, last, text, self.type, problem or self.problem)


class _Cutter:
    """Cuts lines into records and the text between them."""

    def __init__(self) -> None:
        self._record: _Record | None = None
        self._text: list[str] = []
        self._first = self._last = self._number = 0

    def blocks(self, lines: Iterable[str]) -> Iterator[_Block]:
        """Yield the blocks of a file in their order."""
        for number, line in enumerate(lines, start=1):
            self._number = number
            if self._record is not None:
                yield from self._go_on(self._record, number, line)
            else:
                yield from self._begin(number, line, 0)
        if self._record is not None:
            yield self._record.block(self._number, "its closing brace is missing")
        yield from self._end_text()

    def _go_on(self, record: _Record, number: int, line: str) -> Iterator[_Block]:
        if record.type != "comment" and "@" in line and _START.match(line):
            yield record.block(number - 1, "its closing brace is missing")
            self._record = None
            yield from self._begin(number, line, 0)
        elif (end := record.take(line, 0)) is not None:
            yield record.block(number)
            self._record = None
            yield from self._begin(number, line, end)
        elif record.is_too_long:
            yield record.block(number, "its closing brace is missing")
            self._record = None

    def _begin(self, number: int, line: str, start: int) -> Iterator[_Block]:
        """Look for records that begin in ``line``, after the one that ends at ``start``."""
        place = start
        while found := (_FURTHER if place else _START).match(line, place):
            yield from self._end_text()
            record = _Record.beginning(number, found)
            end = record.take(line, found.start(), found.end())
            if end is None:
                self._record = record
                return
            yield record.block(number)
            place = end
        if not place and line and not line.isspace():
            yield from self._add_text(number, line)

    def _add_text(self, number: int, line: str) -> Iterator[_Block]:
        if len(self._text) >= _MOST_TEXT:
            yield from self._end_text()
        if not self._text:
            self._first = number
        self._last = number
        self._text.append(line)

    def _end_text(self) -> Iterator[_Block]:
        if self._text:
            yield _Block(self._first, self._last, "\n".join(self._text))
            self._text = []


class _Parser:
    """Reads the records of a file one by one; abbreviations hold for those after them."""

    def __init__(self) -> None:
        from pybtex.database.input import bibtex
        from pybtex.utils import CaseInsensitiveDict

        self._bibtex = bibtex
        self._strings = CaseInsensitiveDict(bibtex.month_names)

    def define(self, block: _Block) -> SkippedText:
        """Take in an abbreviation."""
        _, problem = self._parse(block, block.text)
        return block.skipped(f"a broken abbreviation: {problem}" if problem else STRINGS)

    def entry(self, block: _Block) -> Entry | SkippedText:
        """Return the entry that a record is, or why it is none."""
        found = _HEAD.match(block.text)
        head = found.end() if found else 0
        key = found["key"] or "" if found else ""
        lines = "\n" * block.text.count("\n", 0, head)  # errors name the line they are on
        body = f"@{block.type}{found['open'] if found else '{'}{lines}{block.text[head:]}"
        fields, problem = self._parse(block, body)
        if problem:
            fields, still_wrong = self._parse(block, _repaired(body))
            if still_wrong:
                return block.skipped(f"{_BROKEN}: {problem}")
        key = fold_spaces(key).lower()
        return Entry(block.first, block.last, block.type, key, block.text, fields)

    def _parse(self, block: _Block, text: str) -> tuple[dict[str, str], str | None]:
        """Return the fields of ``text``, a record without its key, and what is wrong with it."""
        errors: list[PybtexSyntaxError] = []
        parser = self._bibtex.LowLevelParser(
            text, keyless_entries=True, macros=self._strings, handle_error=errors.append
        )
        record = next(iter(parser), None)
        for error in errors:
            if not isinstance(error, self._bibtex.UndefinedMacro):
                what = str(error).partition(": ")[2]
                return {}, f"{what} in line {block.first + error.lineno - 1}"
        if record is None:
            return {}, "there is nothing in it"
        return {} if record[0].lower() == "string" else by_name(record[1][1]), None


def _repaired(text: str) -> str:
    """Mend the commonest slips: a comma or quotation marks forgotten, a comment after a field."""
    text = _END_COMMENT.sub(r"\1", text)
    text = _BARE_VALUE.sub(r"\1{\2}\3", text)
    return _NO_COMMA.sub(r"\1,", text)


class _Related:
    """Entries that inherit from others, which may come later: then what follows waits with them."""

    def __init__(self) -> None:
        self._parents: dict[str, Entry] = {}
        self._waiting: deque[_Waiting] = deque()
        self._wanted: dict[str, list[_Waiting]] = {}

    def add(self, found: Entry | SkippedText) -> Iterator[Piece]:
        """Take in the next entry or skipped text; yield the pieces that wait for nothing."""
        missing: set[str] = set()
        if isinstance(found, Entry):
            if found.is_parent:
                self._remember(found)
            missing = {name for name in found.parents if name not in self._parents}
        waiting = _Waiting(found, missing)
        for name in missing:
            self._wanted.setdefault(name, []).append(waiting)
        self._waiting.append(waiting)
        while self._waiting and (
            not self._waiting[0].missing or len(self._waiting) > _MOST_WAITING
        ):
            yield self._piece(self._waiting.popleft().found)

    def rest(self) -> Iterator[Piece]:
        """Yield what still waits, at the end of the file."""
        return (self._piece(waiting.found) for waiting in self._waiting)

    def _remember(self, entry: Entry) -> None:
        self._parents[entry.key] = entry
        for waiting in self._wanted.pop(entry.key, ()):
            waiting.missing.discard(entry.key)
        if len(self._parents) > _MOST_PARENTS:
            del self._parents[next(iter(self._parents))]

    def _piece(self, found: Entry | SkippedText) -> Piece:
        if isinstance(found, SkippedText):
            return found
        parents = (self._parents.get(name) for name in found.parents)
        return draft_of(found.inheriting([each for each in parents if each is not None]))


class _Waiting(NamedTuple):
    """What waits until entries of the keys that are ``missing`` were read."""

    found: Entry | SkippedText
    missing: set[str]


class BibTeX:
    """BibTeX and BibLaTeX."""

    name = "bibtex"
    title = "BibTeX and BibLaTeX entries"

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether the first thing, after comments, is a record of BibTeX."""
        banner = 0
        for place, line in enumerate(sample):
            text = line.strip("\ufeff \t")
            if not text or text.startswith(("%", "#")):
                continue
            if _COMMENT.match(line):
                continue  # what is in it does not say whose comment it is
            if text.startswith("@"):
                return bool(_PREAMBLE.match(line)) or self._begins(sample, place)
            banner += 1
            if banner > 8 or not (_BANNER.search(text) or banner > 1):
                return False
        return False

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return the place after the entry or abbreviation that begins at ``lines[start]``."""
        if not lines[start].lstrip().startswith("@") or not self._begins(lines, start):
            return None
        following = (lines[place] for place in range(start, len(lines)))
        block = next(_Cutter().blocks(following), None)
        return start + block.last if block and block.type and not block.problem else None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield a paper for each entry that has a title or an identifier."""
        return _apart(self._pieces(lines))

    def _pieces(self, lines: Iterable[str]) -> Iterator[Piece]:
        parser, related = _Parser(), _Related()
        for block in _Cutter().blocks(lines):
            yield from related.add(_understood(block, parser))
        yield from related.rest()

    def _begins(self, lines: Sequence[str], start: int) -> bool:
        text = "\n".join(lines[start : start + _SAMPLE])
        return bool(_ENTRY.match(text) or _STRING.match(text))


def _understood(block: _Block, parser: _Parser) -> Entry | SkippedText:
    if block.problem:
        return block.skipped(f"{_BROKEN}: {block.problem}")
    match block.type:
        case "":
            return block.skipped(_TOO_MANY if _FIELD.match(block.text) else OUTSIDE)
        case "comment":
            return block.skipped(COMMENT)
        case "preamble":
            return block.skipped(PREAMBLE)
        case "string":
            return parser.define(block)
    return parser.entry(block)


def _apart(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pass pieces on, with abbreviations in a row as one, and none on a line of another's.

    Only papers that begin and end on one line share it.
    """
    before: Piece | None = None
    for piece in pieces:
        if before is None:
            before = piece
        elif (together := _together(before, piece)) is not None:
            before = together
        elif piece.first_line > before.last_line:
            yield before
            before = piece
        elif piece.last_line > before.last_line:
            yield before
            before = piece._replace(first_line=before.last_line + 1)
        elif isinstance(before, SkippedText):
            if before.first_line < piece.first_line:
                yield before._replace(last_line=piece.first_line - 1)
            before = piece
        elif isinstance(piece, PaperDraft):
            yield before
            before = piece
    if before is not None:
        yield before


def _together(before: Piece, piece: Piece) -> SkippedText | None:
    """Return two pieces that are abbreviations in a row as one."""
    if not isinstance(before, SkippedText) or not isinstance(piece, SkippedText):
        return None
    lines = piece.last_line - before.first_line
    if not before.reason == piece.reason == STRINGS or lines > _MOST_TEXT:
        return None
    return before._replace(last_line=piece.last_line, text=f"{before.text}\n{piece.text}")


READERS: tuple[Format, ...] = (BibTeX(),)
