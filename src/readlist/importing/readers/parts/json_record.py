"""What a record of JSON says of a paper: the same field has another name in each kind of record.

CSL-JSON https://github.com/citation-style-language/schema, Crossref
https://api.crossref.org/swagger-ui, OpenAlex https://docs.openalex.org, Semantic Scholar
https://api.semanticscholar.org/api-docs, DataCite https://support.datacite.org/docs/api,
OpenReview, arXiv's dump on Kaggle, Paperpile, and what people make themselves.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from readlist.domain import Kept, PaperDraft
from readlist.importing.readers.parts import fields
from readlist.importing.readers.parts.identifiers import arxiv_id_of_links
from readlist.importing.readers.parts.names import given_first
from readlist.importing.readers.parts.people import names_in
from readlist.importing.readers.parts.reasons import NOT_TITLED
from readlist.importing.readers.parts.tex import plain
from readlist.importing.readers.parts.texts import paragraphs, plain_line, without_label

_NO_LETTERS = re.compile(r"[\W_]+")
_KEY = re.compile(r'"([$\w -]+)"\s*:')
_NO_PAPERS = re.compile(
    r"journal(?:-issue|-volume)?|book-(?:series|set)|(?:report|proceedings)-series"
)
_TITLES = ("title", "papertitle", "documenttitle", "titles")
_AUTHORS = ("authorsparsed", "authors", "author", "authorships", "creators", "authornames")
_ABSTRACTS = ("abstract", "abstractnote", "abstracttext", "summary", "descriptions")
_VENUES = (
    *("containertitle", "journal", "journaltitle", "booktitle", "proceedingstitle", "conference"),
    *("publicationtitle", "publicationname", "sourcetitle", "venue", "publicationvenue"),
    *("primarylocation", "hostvenue", "journalinfo", "journalref", "publication"),
)
_YEARS = (
    *("year", "publicationyear", "pubyear", "publishedyear", "issued", "published"),
    *("publicationdate", "publisheddate", "pubdate", "publishedonline", "publishedprint"),
    *("coverdate", "date"),
)
_ARXIV_IDS = ("arxivid", "arxiv", "eprint", "number", "entryid", "paperid", "id", "note")
_LINKS = (
    *("url", "urls", "link", "links", "paperurl", "urlabs", "landingpageurl", "pdfurl", "urlpdf"),
    *("pdf", "pdflink", "openaccesspdf"),
)
#: Under what a record has its fields that has none itself.
_WITHIN = (
    *("paper", "work", "article", "item", "content", "attributes", "metadata", "message"),
    *("citedpaper", "citingpaper"),
)
#: What papers have no use for, and packages, posts, issues, films, books and songs have.
_FOREIGN_NAMES = """
version dependencies devdependencies scripts schema openapi swagger contenthtml contenttext
htmlurl login permalink layout slug price rating averagerating genres director directors
actors cast artist album duration runtime imdbid plot assignee assignees milestone state body
upvotes channel subreddit shortname starturl icons manifestversion repository homepage
uploadtype room speakers persons isbn13 copyright ingredients nbformat cells features
"""
#: https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
_CSL_TYPES = """
article article-journal article-magazine article-newspaper paper-conference chapter thesis
report manuscript document book dataset preprint review review-book speech entry
entry-encyclopedia software webpage post post-weblog
"""
_SEMANTIC_SCHOLAR = re.compile(r"[0-9a-f]{40}")
_OPENALEX = re.compile(r"https://openalex\.org/W\d+")
#: No abstract is shorter.
_SHORT = 60
_FOREIGN = frozenset(_FOREIGN_NAMES.split())
_CSL = frozenset(_CSL_TYPES.split())


class Record:
    """A record, its fields by their names in lower case without signs."""

    def __init__(self, value: Mapping[str, Any]) -> None:
        named = _named(value)
        if not any(_text_in(named.get(name)) for name in _TITLES):
            inner: dict[str, Any] = next(
                (named[name] for name in _WITHIN if isinstance(named.get(name), dict)), {}
            )
            named = {**named, **_named(inner)}
        self._fields = named
        self._names = {_plain(name) for name in value}
        ids = self.get("externalids", "ids")
        self._ids = _named(ids) if isinstance(ids, dict) else {}

    def get(self, *names: str) -> Any:
        """Return the first of these fields that says something."""
        return next((self._fields[name] for name in names if name in self._fields), None)

    def text(self, *names: str) -> str:
        """Return the first of these fields that says something as text."""
        for name in names:
            if name in self._fields and (text := _text_in(self._fields[name])):
                return text
        return ""

    @property
    def type(self) -> str:
        """What kind of thing it says it is."""
        return self.text("type").lower()

    @cached_property
    def title(self) -> str:
        """Its title."""
        return plain_line(without_label(self.text(*_TITLES)))

    @cached_property
    def authors(self) -> tuple[tuple[str, ...], bool]:
        """Its authors, and whether it says that there are more."""
        listed = self.get(*_AUTHORS)
        if isinstance(listed, str):
            return names_in(plain(without_label(listed)))
        if not isinstance(listed, list):
            listed = [listed]
        names = [plain_line(plain(_name_in(each))) for each in listed]
        more = bool(names) and names[-1].lower() in ("others", "et al.", "et al")
        return tuple(name for name in (names[:-1] if more else names) if name), more

    @property
    def abstract(self) -> str | None:
        """Its abstract."""
        index = self.get("abstractinvertedindex")
        text = _uninverted(index) if isinstance(index, dict) else self.text(*_ABSTRACTS)
        return paragraphs(without_label(text))

    @property
    def year(self) -> int | None:
        """The year in which it appeared."""
        said = (self._fields[name] for name in _YEARS if name in self._fields)
        return next((year for each in said if (year := _year_in(each))), None)

    @property
    def venue(self) -> str | None:
        """Where it appeared."""
        return plain_line(self.text(*_VENUES)) or None

    @cached_property
    def doi(self) -> str | None:
        """Its DOI."""
        said = self.text("doi") or _text_in(self._ids.get("doi"))
        return fields.doi_in(said) if said else fields.doi_of_links(self.links)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Web addresses of it."""
        found = (_links_in(self._fields[name]) for name in _LINKS if name in self._fields)
        return tuple(dict.fromkeys(link for links in found for link in links))

    @property
    def arxiv_id(self) -> str | None:
        """Its identifier at arXiv."""
        texts = [_text_in(self._ids.get("arxiv")), *(self.text(name) for name in _ARXIV_IDS)]
        said = (fields.arxiv_id_of(text) for text in (*texts, self.doi or "") if text)
        return next(filter(None, said), None) or arxiv_id_of_links(self.links)

    @property
    def kept(self) -> Kept | None:
        """What a person did with it."""
        own = self.get("tags", "labels", "tag")
        listed = own.split(",") if isinstance(own, str) else _tags_in(own)
        tags = fields.tags_of(listed) or fields.tags_of_keywords([self.text("keyword")])
        # What CSL-JSON calls a note is what Zotero calls extra.
        names = ("annote", "annotation", "notes", *(() if self.is_csl else ("note",)))
        note = self.get(*names)
        return fields.kept_or_none(
            Kept(
                status=fields.status_of(self.text("status", "readingstatus")),
                starred=self.get("starred", "isstarred", "favorite", "isfavorite") is True,
                tags=tags,
                note=fields.note_of([note]) if isinstance(note, str) else None,
            )
        )

    @property
    def is_csl(self) -> bool:
        """Whether it is an item of CSL-JSON."""
        if self.type not in _CSL or self.get("id", "citationkey", "citationlabel") is None:
            return False
        people = self.get("author", "editor")
        issued = self.get("issued")
        return (
            (isinstance(people, list) and isinstance(people[0], dict) and "family" in people[0])
            or (isinstance(issued, dict) and not {"date-parts", "raw"}.isdisjoint(issued))
            or (self.type == "document" and self.get("abstract", "annote") is not None)
            or bool(self.get("containertitle"))
        )

    @property
    def is_no_paper(self) -> bool:
        """Whether it says that it is something else, such as a journal."""
        return _NO_PAPERS.fullmatch(self.type) is not None

    @property
    def is_foreign(self) -> bool:
        """Whether it has fields that papers have no use for."""
        return not _FOREIGN.isdisjoint(self._names)

    @property
    def is_identified(self) -> bool:
        """Whether it has a paper's identifier, or is of a kind that only papers are."""
        return bool(self.doi or self.arxiv_id or self._is_of_database or self.is_csl)

    @property
    def is_certain(self) -> bool:
        """Whether nothing but a paper is like this."""
        if not self.title or self.is_no_paper:
            return False
        if self.is_identified:
            return True
        if self.is_foreign:
            return False
        venue = self.text(*_VENUES[:7])
        return (
            len(self.abstract or "") >= _SHORT
            or bool(venue and self.year)
            or self._has_certain_authors
        )

    @property
    def _has_certain_authors(self) -> bool:
        names, _ = self.authors
        if not names or not all(
            " " in name and len(name) < 80 and "@" not in name for name in names
        ):
            return False
        return bool(self.get("authors", "authorships")) or len(names) > 1 or bool(self.get("year"))

    @property
    def _is_of_database(self) -> bool:
        return bool(
            _SEMANTIC_SCHOLAR.fullmatch(self.text("paperid"))
            or _OPENALEX.fullmatch(self.text("id"))
        )


def is_record(value: Mapping[str, Any]) -> bool:
    """Return whether an object of JSON is a paper, where papers are expected."""
    record = Record(value)
    if not record.title or record.is_no_paper:
        return False
    return bool(record.authors[0]) or record.is_certain


def draft_of(value: Mapping[str, Any], first: int, last: int) -> PaperDraft | str:
    """Return the paper that an object among papers is, or why it is none."""
    record = Record(value)
    if not record.title:
        return NOT_TITLED
    if record.is_no_paper:
        return f"a {record.type.replace('-', ' ')}, not a paper"
    authors, more = record.authors
    if record.is_foreign and not authors and not record.is_certain:
        return "a record that is no paper's"
    return PaperDraft(
        first,
        last,
        title=record.title,
        authors=authors,
        more_authors=more,
        abstract=record.abstract,
        comment=plain_line(record.text("comment", "comments")) or None,
        year=record.year,
        venue=record.venue,
        doi=record.doi,
        arxiv_id=record.arxiv_id,
        links=record.links,
        kept=record.kept,
    )


def is_foreign_text(text: str) -> bool:
    """Return whether JSON around records has keys that nothing about papers has."""
    return any(_plain(key) in _FOREIGN for key in _KEY.findall(text))


# What a field holds


def _named(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that say something, by their names without signs."""
    named = {}
    for name, said in value.items():
        is_in_object = isinstance(said, dict) and said.keys() == {"value"}  # OpenReview
        each = said["value"] if is_in_object else said
        if each not in (None, "", [], {}):
            named[name if name.islower() and name.isalpha() else _plain(name)] = each
    return named


def _plain(name: str) -> str:
    return _NO_LETTERS.sub("", name).lower()


def _texts_in(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for each in value if (text := _text_in(each))]
    text = _text_in(value)
    return [text] if text else []


def _tags_in(value: Any) -> list[str]:
    """Return tags without those that Zotero took from a database, which are of type 1."""
    listed = value if isinstance(value, list) else [value]
    own = [each for each in listed if not (isinstance(each, dict) and each.get("type") == 1)]
    return _texts_in([each.get("tag", each) if isinstance(each, dict) else each for each in own])


def _text_in(value: Any) -> str:
    """Return what a field says as text: itself, the first of a list, or the name of an object."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return _text_in(value[0]) if value else ""
    if isinstance(value, dict):
        names = ("value", "title", "name", "display_name", "description", "source", "journal")
        return next((text for name in names if (text := _text_in(value.get(name)))), "")
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if is_number and abs(value) < 10**18 else ""


def _name_in(value: Any) -> str:
    """Return the name of an author as "Given Family"."""
    if isinstance(value, str):
        return given_first(value)
    if isinstance(value, list):  # arXiv's dump: family, given, suffix
        family, given, suffix, *_ = [*(_text_in(each) for each in value), "", "", ""]
        return f"{given} {family} {suffix}"
    if not isinstance(value, dict):
        return ""
    named = _named(value)
    family = _text_in(named.get("family") or named.get("lastname") or named.get("last"))
    given = _text_in(named.get("given") or named.get("firstname") or named.get("first"))
    family = family or _text_in(named.get("familyname") or named.get("surname"))
    given = given or _text_in(named.get("givenname") or named.get("forename"))
    if family:
        particles = (named.get("droppingparticle"), named.get("nondroppingparticle"))
        parts = (given, *map(_text_in, particles), family, _text_in(named.get("suffix")))
        return " ".join(part for part in parts if part)
    if literal := _text_in(named.get("literal")):
        return literal
    names = ("name", "displayname", "fullname", "formatted", "rawauthorname", "author")
    inner = next((named[name] for name in names if named.get(name)), "")
    return _name_in(inner)


def _uninverted(index: Mapping[str, Any]) -> str:
    """Return the text whose words OpenAlex lists with their places."""
    words = [
        (place, word)
        for word, places in index.items()
        if isinstance(places, list)
        for place in places
        if isinstance(place, int)
    ]
    return " ".join(word for _, word in sorted(words))


def _year_in(value: Any) -> int | None:
    if isinstance(value, dict):
        parts = value.get("date-parts")
        while isinstance(parts, list) and parts:
            parts = parts[0]
        inner = (parts, *(value.get(name) for name in ("year", "raw", "literal", "date-time")))
        return next((year for each in inner if (year := _year_in(each))), None)
    return fields.year_in(_text_in(value))


def _links_in(value: Any) -> Sequence[str]:
    if isinstance(value, dict):
        value = value.get("url") or list(value.values())
    texts = value if isinstance(value, list) else [value]
    return [link for text in texts if isinstance(text, str) for link in fields.links_in(text)]
