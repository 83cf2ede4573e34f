r"""An entry of BibTeX as a paper: which fields say what, and names and texts out of LaTeX.

Kinds of entries, fields and what an entry inherits: https://www.ctan.org/pkg/biblatex. Names are
taken apart as in "Names in BibTeX and MlBibTeX": https://tug.org/TUGboat/tb27-2/tb87hufflen.pdf
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from readlist.domain import Kept, PaperDraft, SkippedText, Status
from readlist.importing.readers.parts import identifiers
from readlist.importing.readers.parts.fields import (
    arxiv_id_of,
    doi_in,
    doi_of_links,
    kept_or_none,
    tags_of,
    tags_of_keywords,
    year_in,
)
from readlist.importing.readers.parts.reasons import NOTHING_KNOWN
from readlist.importing.readers.parts.tex import text_of
from readlist.importing.readers.parts.texts import without_markup
from readlist.text import fold_spaces

_BOOKS = {
    *("book", "mvbook", "collection", "mvcollection", "reference", "mvreference"),
    *("manual", "booklet"),
}
_THESES = {"phdthesis", "mastersthesis", "thesis"}
_REPORTS = {"techreport", "report", "unpublished"}
_PARENTS = _BOOKS | {"proceedings", "mvproceedings", "periodical", "xdata"}
#: What an entry has of the one that it refers to by ``crossref``, where it does not say it itself.
_INHERITED = ("booktitle", "journal", "journaltitle", "publisher", "year", "date")
#: Fields that may be given more than once.
_LISTS = {"keywords": ", ", "url": " "}
_LINKS = re.compile(r"url|link|pdf|adsurl|howpublished|bdsk-url-\d+")

# What ADS writes for the names of journals: https://ui.adsabs.harvard.edu/help/actions/journal-macros
_JOURNALS = {
    "aj": "Astronomical Journal", "apj": "Astrophysical Journal",
    "apjl": "Astrophysical Journal Letters", "apjs": "Astrophysical Journal Supplement",
    "mnras": "Monthly Notices of the Royal Astronomical Society",
    "aap": "Astronomy and Astrophysics", "araa": "Annual Review of Astronomy and Astrophysics",
    "pasp": "Publications of the Astronomical Society of the Pacific",
    "pasj": "Publications of the Astronomical Society of Japan",
    "pasa": "Publications of the Astronomical Society of Australia",
    "jcap": "Journal of Cosmology and Astroparticle Physics", "icarus": "Icarus", "nat": "Nature",
    "pra": "Physical Review A", "prb": "Physical Review B", "prc": "Physical Review C",
    "prd": "Physical Review D", "pre": "Physical Review E", "prl": "Physical Review Letters",
    "ssr": "Space Science Reviews", "solphys": "Solar Physics", "physrep": "Physics Reports",
    "jgr": "Journal of Geophysical Research", "grl": "Geophysical Research Letters",
}  # fmt: skip
_JOURNAL = re.compile(r"\s*\{?\\([a-z]+)(?:\{\})?\}?\s*")

# Semicolons are not BibTeX's, but people write them.
_AND = re.compile(r"(?:^|\s+)and(?=\s|$)|;\s", re.I)
_COMMA = re.compile(",")
_OTHERS = re.compile(r"(?:and\s+)?(?:others|et\.?\s*al\.?|\.\.\.|…)", re.I)
_SUFFIX = re.compile(r"(?:jr|sr|[ivx]{1,4}|\d(?:nd|rd|th)|ph\.?\s?d|m\.?d|esq)\.?", re.I)
_INITIALS = re.compile(r"(?:[^\W\d_a-zß-ÿ]\.?[\s-]?){1,4}")
_SPOKEN = re.compile(r"(?:\w\.[\s~-]*)+\w.+")
_NUMBERED = re.compile(r"\s\d{4}$")
_NAME_PART = re.compile(r"\s*(given|family|prefix|suffix)(?:-\w+)?\s*=\s*(.*)", re.DOTALL)

_COMPUTING_REPOSITORY = re.compile(r"abs/(.+)", re.I)
_NO_VENUE = re.compile(r"(?:arxiv\b.*|corr|e-?prints?|preprint|online|unpublished|none)\W*", re.I)
_NO_COMMENT = re.compile(
    r"(?:last\s+)?(?:accessed|visited|retrieved)\b.*|arxiv:\S+(?: \[\S+\])?", re.I
)

_VERBATIM = re.compile(r"\\(?:url|path)\b\s*|\\(?=[_%#&~$])|[{}]")
_TILDE = re.compile(r"\{?\\textasciitilde(?:\{\}|\s|\b)\}?|\\~\{\}|\$\\sim\$|\{~\}")
_ABSTRACT = re.compile(r"\s*abstract(?:\s*[:.]\s+|\s{2,}|\n)", re.I)
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")


class Entry(NamedTuple):
    """An entry as it was read: its fields as LaTeX by their names in lower case."""

    first: int
    last: int
    type: str
    key: str
    text: str
    fields: dict[str, str]

    @property
    def is_parent(self) -> bool:
        """Whether others may refer to it."""
        return bool(self.key) and self.type in _PARENTS

    @property
    def parents(self) -> list[str]:
        """The keys of the entries that it refers to."""
        named = [self.fields.get("crossref", ""), *self.fields.get("xdata", "").split(",")]
        return [key for name in named if (key := fold_spaces(name).lower())]

    def inheriting(self, parents: Sequence["Entry"]) -> "Entry":
        """Return the entry with what it does not say itself from those it refers to."""
        if not parents:
            return self
        fields = dict(self.fields)
        for parent in parents:
            given = parent.fields
            if parent.type != "xdata":
                given = {name: given[name] for name in _INHERITED if name in given}
                own = "journal" if parent.type == "periodical" else "booktitle"
                if own not in given and "title" in parent.fields:
                    given[own] = parent.fields["title"]
            for name, value in given.items():
                fields.setdefault(name, value)
        return self._replace(fields=fields)


def by_name(fields: Iterable[tuple[str, list[str]]]) -> dict[str, str]:
    """Return fields by their names in lower case: the first of each, all of those that list."""
    values: dict[str, str] = {}
    for written, parts in fields:
        name, value = written.lower(), "".join(parts)
        if name in values and name in _LISTS:
            values[name] += _LISTS[name] + value
        else:
            values.setdefault(name, value)
    return values


def draft_of(entry: Entry) -> PaperDraft | SkippedText:
    """Return the paper that an entry is, or why it is none."""
    fields = _Fields(entry)
    title, doi, arxiv_id = fields.title(), fields.doi(), fields.arxiv_id()
    if entry.type == "xdata" or not (title or doi or arxiv_id):
        what = NOTHING_KNOWN
        if entry.type == "xdata":
            what = "fields that other entries share"
        return SkippedText(entry.first, entry.last, entry.text, what)
    authors, more = fields.authors()
    return PaperDraft(
        entry.first,
        entry.last,
        title=title,
        authors=authors,
        more_authors=more,
        abstract=fields.abstract(),
        comment=fields.comment(),
        year=fields.year(),
        venue=fields.venue(),
        doi=doi,
        arxiv_id=arxiv_id,
        links=fields.links,
        kept=fields.kept(),
    )


class _Fields:
    """The fields of one entry, by what they say of a paper."""

    def __init__(self, entry: Entry) -> None:
        self._type = entry.type
        self._raw = entry.fields
        self.links = self._links()

    def _text(self, *names: str) -> str | None:
        """Return the first of ``names`` that says something, on one line."""
        for name in names:
            if (raw := self._raw.get(name)) and (text := line_of(raw)):
                return text
        return None

    def _verbatim(self, name: str) -> str:
        raw = self._raw.get(name, "")
        return _VERBATIM.sub("", _TILDE.sub("~", raw)).strip() if raw else ""

    def title(self) -> str | None:
        title, subtitle = self._text("title", "maintitle", "shorttitle"), self._text("subtitle")
        if title is None or not any(letter.isalpha() or letter in "$" for letter in title):
            # REVTeX keeps its settings in entries whose title is a number.
            return title if title and re.fullmatch(r"\W*\d{2,}\W*", title) else None
        return f"{title}{' ' if title[-1] in '?!:.' else ': '}{subtitle}" if subtitle else title

    def authors(self) -> tuple[tuple[str, ...], bool]:
        return names_of(self._raw.get("author") or self._raw.get("authors") or "")

    def abstract(self) -> str | None:
        raw = self._raw.get("abstract", "")
        return _paragraphs(without_markup(text_of(_ABSTRACT.sub("", raw, count=1))))

    def comment(self) -> str | None:
        note = self._text("note")
        if note is None or identifiers.is_link(note) or _NO_COMMENT.fullmatch(note):
            return None
        return note

    def year(self) -> int | None:
        years = (year_in(self._raw.get(name, "")) for name in ("year", "date", "issued"))
        return next(filter(None, years), None)

    def venue(self) -> str | None:
        names = ["journaltitle", "journal", "booktitle"]
        if self._type in _THESES | _REPORTS:
            names += ["school", "institution", "publisher", "organization", "howpublished"]
        elif self._type in _BOOKS:
            names += ["maintitle", "publisher"]
        else:
            names += ["maintitle", "howpublished", "organization", "publisher", "school"]
            names += ["institution"]
        for name in names:
            raw = self._raw.get(name, "")
            macro = _JOURNAL.fullmatch(raw)
            venue = _JOURNALS.get(macro[1]) if macro else None
            venue = venue or self._text(name)
            if venue and not _NO_VENUE.fullmatch(venue) and "://" not in venue:
                return venue
        return None

    def doi(self) -> str | None:
        given = self._verbatim("doi")
        return doi_in(given) if given else doi_of_links(self.links)

    def arxiv_id(self) -> str | None:
        return next(self._arxiv_ids(), None)

    def _arxiv_ids(self) -> Iterator[str]:
        archive = self._raw.get("archiveprefix") or self._raw.get("eprinttype") or "arxiv"
        named = [self._verbatim("arxivid"), self._verbatim("arxiv")]
        if archive.strip(" {}").lower() == "arxiv":
            named.insert(0, self._verbatim("eprint"))
        if found := _COMPUTING_REPOSITORY.fullmatch(self._raw.get("volume", "")):
            named.append(found[1])
        for name in (*named, self.doi() or ""):
            if found_id := arxiv_id_of(name) or arxiv_id_of(f"arXiv:{name}"):
                yield found_id
        if found_id := identifiers.arxiv_id_of_links(self.links):
            yield found_id
        for name in ("journal", "journaltitle", "number", "howpublished", "publisher", "eprint"):
            if found_id := identifiers.arxiv_id_in(self._raw.get(name, "")):
                yield found_id
        if found_id := identifiers.arxiv_id_of_comment(self._text("note") or ""):
            yield found_id

    def _links(self) -> tuple[str, ...]:
        texts = [self._verbatim(name) for name in self._raw if _LINKS.fullmatch(name)]
        note = self._verbatim("note")
        if identifiers.is_link(note):
            texts.append(note)
        return identifiers.links("\n".join(texts)) if texts else ()

    def kept(self) -> Kept | None:
        named = (self._raw.get(name) for name in ("annote", "annotation", "comment"))
        note = next(filter(None, named), "")
        status = Status.DONE if self._raw.get("readstatus", "").strip() == "read" else None
        return kept_or_none(Kept(status=status, tags=self._tags(), note=_paragraphs(text_of(note))))

    def _tags(self) -> tuple[str, ...]:
        own = re.split(r"\s*[,;]\s*", self._text("mendeley-tags") or "")
        return tags_of(own) or tags_of_keywords([self._text("keywords") or ""])


# Texts


def line_of(raw: str) -> str:
    """Return a field as text on one line."""
    return fold_spaces(without_markup(text_of(raw)))


def _paragraphs(text: str) -> str | None:
    """Return ``text`` with one line a paragraph: LaTeX has them end at blank lines only."""
    return "\n\n".join(filter(None, map(fold_spaces, _PARAGRAPH.split(text)))) or None


# Names


def names_of(raw: str) -> tuple[tuple[str, ...], bool]:
    """Return the names in a field, "Given Family", and whether it says that there are more."""
    names: list[str] = []
    more = False
    for part in _apart(fold_spaces(raw), _AND):
        if _OTHERS.fullmatch(part):
            more = True
        else:
            names += filter(None, _people([*_apart(part, _COMMA)]))
    return tuple(names), more


def _apart(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Yield the parts of ``text`` between separators that are not within braces."""
    depth = start = 0
    for found in re.finditer(rf"(?P<brace>[{{}}])|(?:{separator.pattern})", text, separator.flags):
        if found["brace"]:
            depth += 1 if found[0] == "{" else -1
        elif depth <= 0:
            if part := text[start : found.start()].strip():
                yield part
            start = found.end()
    if part := text[start:].strip():
        yield part


def _people(parts: Sequence[str]) -> list[str]:
    """Return the name whose ``parts`` commas separate, or the names that people part by commas."""
    if len(parts) < 2:
        return [_NUMBERED.sub("", line_of(part)) for part in parts]  # DBLP numbers namesakes
    if (name := _by_parts(parts)) is not None:
        return [name]
    if len(parts) == 2 and not _SPOKEN.fullmatch(parts[0]):
        return [line_of(f"{parts[1]} {parts[0]}")]
    if len(parts) == 3 and (_SUFFIX.fullmatch(parts[1]) or not all(" " in part for part in parts)):
        return [line_of(f"{parts[2]} {parts[0]} {parts[1]}")]
    if len(parts) % 2 == 0 and all(_INITIALS.fullmatch(part) for part in parts[1::2]):
        pairs = zip(parts[::2], parts[1::2], strict=True)
        return [line_of(f"{given} {family}") for family, given in pairs]
    return [line_of(part) for part in parts]


def _by_parts(parts: Sequence[str]) -> str | None:
    """Return a name whose parts are named, as BibLaTeX has them: "family=Ek, given=Bo"."""
    found = [_NAME_PART.fullmatch(part) for part in parts]
    named = {each[1]: each[2] for each in found if each}
    if "family" not in named:
        return None
    order = (named.get(name, "") for name in ("given", "prefix", "family", "suffix"))
    return line_of(" ".join(order))
