r"""Markdown that readlist wrote: a note with ``readlist-id`` in its front matter, and a list.

A note of a paper is front matter, a heading, the abstract as a quotation, the comment, links
and below ``## Notes`` the note to the letter. A list has a section for each paper, with what
is known of it as bullets, and notes between two comments that name their paper.

What readlist escaped is read as the letters that it shows
(https://spec.commonmark.org/0.31.2/#backslash-escapes). Of the YAML only the events are
used, so that neither nesting nor aliases can make it expand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from readlist.domain import Kept, PaperDraft, SkippedText, Status, TitleSource
from readlist.importing.readers.parts.fields import is_true, status_of, tags_of
from readlist.importing.readers.parts.reasons import AROUND, CHECKSUM, NOT_TITLED
from readlist.importing.readers.parts.texts import storable
from readlist.importing.readers.reader import Piece

_FENCE = re.compile(r"\ufeff?---[ \t]*")
_KEY_LINE = re.compile(r"""readlist-id:[ \t]*["']?[^"'\s]""")
_NOTES = re.compile(r"## Notes[ \t]*")
_HEADING = re.compile(r"# +(\S.*)")
_COMMENT = "**Comment:** "
_LINK = re.compile(r"- (<https?://[^\s<>]+>|\S.*)")
_MARKED = re.compile(
    r"\\(?P<letter>[!-/:-@\[-`{-~])"
    r"|<(?P<url>https?://[^\s<>]+)>"
    r"|(?P<math>\$\$[^$`\n]++\$\$|\$(?!\s)[^$`\n]++(?<![\s\\])\$(?!\d))"
)
#: More than any person writes, and little enough to be parsed at once.
_LONGEST_FRONT = 2000
_DEEPEST = 20

_LIST_HEADING = "# Reading list"
_TITLE = re.compile(r"## (\S.*)")
_FACT = re.compile(r"- (Status|Authors|Published|Tags|DOI|arXiv|Link): (.*)")
_NOTE_BEGINS = re.compile(r"<!-- note of ([0-9A-Za-z_-]{1,64}) -->")
_CHECKSUM = re.compile(r'<!-- readlist-hash: "[0-9a-f]{32}" -->')
_CODE_FENCE = re.compile(r"`{3,}|~{3,}")
_VENUE_AND_YEAR = re.compile(r"(?:(.*), )?(\d{1,4})")


def _unescaped(line: str) -> str:
    """Return the letters that a line of escaped Markdown shows; formulas are not escaped."""
    return _MARKED.sub(lambda found: found["letter"] or found["url"] or found[0], line)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(_unescaped(each) for each in text.split(", ") if each)


@dataclass
class _Body:
    """What stands between a paper's title and its note."""

    abstract: str | None = None
    comment: str | None = None
    links: tuple[str, ...] = ()
    rest: str = ""

    @classmethod
    def of(cls, lines: Iterable[str], title: str) -> "_Body":
        """Return what the lines say; ``rest`` is what readlist does not write there."""
        quoted: list[str] = []
        links: list[str] = []
        rest: list[str] = []
        comment = None
        is_quotation_over = False
        for line in lines:
            is_quotation_over = is_quotation_over or bool(quoted and not line.startswith(">"))
            heading = _HEADING.fullmatch(line)
            if line.startswith(">") and not is_quotation_over:
                quoted.append(_unescaped(line.removeprefix(">").strip()))
            elif line.startswith(_COMMENT) and comment is None:
                comment = _unescaped(line.removeprefix(_COMMENT).strip())
            elif (link := _LINK.fullmatch(line)) and not any(map(str.strip, rest)):
                links.append(_unescaped(link[1].strip()))
            elif not (heading and _unescaped(heading[1].strip()) == title):
                rest.append(line)
        abstract = "\n".join(quoted).strip()
        return cls(abstract or None, comment, tuple(links), "\n".join(rest).strip("\n"))


# Notes


@dataclass(frozen=True)
class MarkdownNote:
    """Reads the note of one paper."""

    name: str = "readlist-note"
    title: str = "a Markdown note of readlist, with a readlist-id"

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether the file begins with front matter in which a ``readlist-id`` is."""
        end = _front_end(sample)
        return end > 0 and any(_KEY_LINE.match(line) for line in sample[1:end])

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return ``None``: a note is a file of its own."""
        return None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield the paper, or the whole text if it is none."""
        all_lines = list(lines)
        filled = [number for number, line in enumerate(all_lines, 1) if line.strip()]
        if not filled:
            return
        end = _front_end(all_lines)
        problem, values = _properties(all_lines[1:end]) if end > 0 else ("no front matter", {})
        if not problem and not values.get("readlist-id"):
            problem = "no readlist-id in the front matter"
        if problem:
            yield SkippedText(filled[0], filled[-1], "\n".join(all_lines), problem)
        else:
            draft = _note_draft(values, all_lines[end + 1 :], filled)
            reason = NOT_TITLED
            whole = SkippedText(filled[0], filled[-1], "\n".join(all_lines), reason)
            yield draft if draft.title or draft.abstract else whole


def _front_end(lines: Sequence[str]) -> int:
    """Return the place of the line that ends the front matter, 0 if there is none."""
    if not lines or not _FENCE.fullmatch(lines[0]):
        return 0
    inside = enumerate(islice(lines, 1, _LONGEST_FRONT), 1)
    return next((place for place, line in inside if _FENCE.fullmatch(line)), 0)


def _properties(lines: Sequence[str]) -> tuple[str, Mapping[str, list[str]]]:
    """Return what is wrong with front matter, and the texts that each of its properties holds."""
    import yaml

    values: dict[str, list[str]] = {}
    key: str | None = None
    depth = 0
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        for event in yaml.parse("\n".join(lines), Loader=loader):
            if isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif depth == 1 and key is None and isinstance(event, yaml.ScalarEvent):
                key = event.value
                continue
            elif isinstance(event, yaml.ScalarEvent) and depth in (1, 2) and key is not None:
                if event.style or event.value not in ("", "~", "null"):
                    values.setdefault(key, []).append(storable(event.value))
            elif isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    return "front matter that is nested too deeply", {}
            if depth == 1 and isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
                key = None
    except (yaml.YAMLError, ValueError, RecursionError):
        return "front matter that is not YAML", {}
    return "", values


def _note_draft(
    values: Mapping[str, list[str]], body: Sequence[str], filled: Sequence[int]
) -> PaperDraft:
    heading = next((place for place, line in enumerate(body) if _NOTES.fullmatch(line)), None)
    above = body if heading is None else body[:heading]
    note = "" if heading is None else "\n".join(body[heading + 1 :])

    def said(name: str) -> str:
        return next(iter(values.get(name, ())), "").strip()

    title = said("title") or next(
        (_unescaped(found[1].strip()) for line in above if (found := _HEADING.fullmatch(line))), ""
    )
    parts = _Body.of(above, title)
    note = note.removeprefix("\n").removesuffix("\n")
    if parts.rest:  # what a person wrote above the heading belongs to the note as well
        note = f"{parts.rest}\n\n{note}" if note else parts.rest
    source, year = said("title_source"), said("year")
    return PaperDraft(
        filled[0],
        filled[-1],
        title=title or None,
        authors=tuple(values.get("authors", ())),
        more_authors=is_true(said("more_authors")),
        abstract=parts.abstract,
        comment=parts.comment,
        year=int(year) if re.fullmatch("[0-9]{1,4}", year) else None,
        venue=said("venue") or None,
        doi=said("doi") or None,
        arxiv_id=said("arxiv") or None,
        links=tuple(values.get("links", ())) or parts.links,
        kept=Kept(
            key=said("readlist-id"),
            title_source=TitleSource(source) if source in list(TitleSource) else None,
            status=status_of(said("status")),
            starred=is_true(said("starred")),
            tags=tags_of(values.get("tags", ())),
            note=note or None,
            added_at=said("added") or None,
            finished_at=said("finished") or None,
        ),
    )


# Lists


@dataclass
class _Section:
    """A paper of a list: its title, the lines about it, and its note."""

    first: int
    last: int
    title: str
    body: list[str] = field(default_factory=list)
    key: str | None = None
    note: list[str] = field(default_factory=list)
    is_note_open: bool = False

    def add(self, number: int, line: str) -> None:
        """Take in a line."""
        if line.strip():
            self.last = number
        if self.is_note_open:
            self.is_note_open = line != f"<!-- end of note of {self.key} -->"
            self.note += [line] if self.is_note_open else []
        elif begins := _NOTE_BEGINS.fullmatch(line):
            self.key, self.is_note_open = begins[1], True
        else:
            self.body.append(line)

    def piece(self) -> Piece:
        """Return the paper, as far as the section says."""
        found = [(line, _FACT.fullmatch(line)) for line in self.body]
        facts: dict[str, list[str]] = {}
        for _, fact in found:
            if fact:
                facts.setdefault(fact[1], []).append(fact[2])
        said = {name: texts[0] for name, texts in facts.items()}
        body = _Body.of((line for line, fact in found if not fact), "")
        status, _, star = said.get("Status", "").partition(", ")
        authors = said.get("Authors", "").removesuffix("et al.")
        published = said.get("Published", "")
        dated = _VENUE_AND_YEAR.fullmatch(published)
        return PaperDraft(
            self.first,
            self.last,
            title=self.title,
            authors=_listed(authors),
            more_authors=authors != said.get("Authors", ""),
            abstract=body.abstract,
            comment=body.comment,
            year=int(dated[2]) if dated else None,
            venue=_unescaped((dated[1] or "") if dated else published) or None,
            doi=_unescaped(said.get("DOI", "")) or None,
            arxiv_id=_unescaped(said.get("arXiv", "")) or None,
            links=tuple(_unescaped(link) for link in facts.get("Link", ())),
            kept=Kept(
                key=self.key,
                status=status_of(status) or Status.INBOX,
                starred=star == "starred",
                tags=tags_of(_listed(said.get("Tags", ""))),
                note=self._note() or body.rest or None,
            ),
        )

    def _note(self) -> str:
        """Return the note: between its comments it has an empty line before and after."""
        return "\n".join(self.note).removeprefix("\n").removesuffix("\n")


@dataclass(frozen=True)
class MarkdownList:
    """Reads a list of papers that readlist exported to one file."""

    name: str = "readlist-list"
    title: str = "a list of papers in one Markdown file, as readlist exports it"

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether the first lines are the heading and a paper, or no more."""
        filled = list(islice((line for line in sample if line.strip()), 3))
        if len(filled) < 2 or filled[0].removeprefix("\ufeff") != _LIST_HEADING:
            return False
        if len(filled) == 2:
            return _CHECKSUM.fullmatch(filled[1]) is not None
        return _TITLE.fullmatch(filled[1]) is not None and filled[2].startswith("- Status: ")

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return ``None``: a section says nothing without the heading of the list."""
        return None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield the papers of a list, a section each."""
        section: _Section | None = None
        for number, line in enumerate(lines, 1):
            title = _TITLE.fullmatch(line) if not (section and section.is_note_open) else None
            is_checksum = _CHECKSUM.fullmatch(line) is not None
            if title or is_checksum:
                if section:
                    yield section.piece()
                section = _Section(number, number, _unescaped(title[1].strip())) if title else None
            if section and not title:
                section.add(number, line)
            elif not section and line.strip():
                reason = CHECKSUM if is_checksum else AROUND
                yield SkippedText(number, number, line, reason)
        if section:
            yield section.piece()


#: The readers of this family.
READERS = (MarkdownNote(), MarkdownList())
