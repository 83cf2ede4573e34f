"""Bibliographies in XML: EndNote's, PubMed's, and the feeds of arXiv.

Each record is read alone (:mod:`~readlist.importing.readers.parts.elements`), so that a broken
one costs no other.

- EndNote: the elements are those of its own export, "XML (*.xml)"
- PubMed: https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/
- arXiv: https://info.arxiv.org/help/api/user-manual.html and
  https://info.arxiv.org/help/rss_specifications.html; RSS 1.0 is what it sent until 2024
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from readlist.domain import SkippedText
from readlist.importing.readers.parts import tex
from readlist.importing.readers.parts.elements import Fragment, fragments, parsed
from readlist.importing.readers.parts.fields import PUBMED, Fields, paper_of
from readlist.importing.readers.parts.identifiers import links
from readlist.importing.readers.parts.names import split_names
from readlist.importing.readers.parts.reasons import AROUND, NOTHING_KNOWN
from readlist.importing.readers.reader import Piece

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

NO_END = "a record without its end tag"
NOT_XML = "a record that is not well-formed XML"
#: What is said on a line of a refusal.
_LONGEST_ANSWER = 55
NOT_OF_ARXIV = "an entry without an arXiv identifier"

_PROLOGUE = r"\s*+(?>(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*)*+"
_ARXIV = re.compile(r"^\s*(?:https?://(?:www\.|export\.)?arxiv\.org/abs/|oai:arXiv\.org:)", re.I)
_ANNOUNCED = re.compile(r"arXiv:\S+ Announce Type: \S+\s+Abstract: ")
_PARAGRAPH = re.compile(r"\n[ \t]{2,}(?=\S)")
_LINK = re.compile(r"</?a\b[^<>]*>")
_IN_OLD_TITLES = re.compile(r"\.?\s+\(arXiv:[^()]*\)(?:\s+[A-Z]+)?\s*$")
_FROM_ARXIV = (
    r"(?:(?:(?!<(?:item|entry)[\s>]).)*?arxiv\.org"
    r"|.*?<(?:id|guid)[^<>]*>\s*(?:https?://(?:export\.)?arxiv\.org/abs|oai:arxiv))"
)


@dataclass(frozen=True, slots=True)
class XmlRecords:
    """A format in XML whose records are elements called ``element``, without a prefix.

    ``meaning`` returns what such an element says, or why it is no paper.
    """

    name: str
    title: str
    element: str
    begins: re.Pattern[str]
    meaning: "Callable[[Element], Fields | str]"

    def is_certain(self, sample: Sequence[str]) -> bool:
        """Return whether the root element is one of this format."""
        head = "\n".join(line[:6000] for line in islice(sample, 200))[:12_000]
        return self.begins.match(head.lstrip("\ufeff")) is not None

    def record_end(self, lines: Sequence[str], start: int) -> int | None:
        """Return ``None``: elements in other text are part of that text."""
        return None

    def read(self, lines: Iterable[str]) -> Iterator[Piece]:
        """Yield papers and skipped text in the order of the file.

        Records that stand on one line share it.
        """
        return map(self._piece, fragments(lines, self.element))

    def _piece(self, part: Fragment) -> Piece:
        if not part.record:
            return _skipped(part, AROUND)
        if not part.whole:
            return _skipped(part, NO_END)
        element = parsed(part.text)
        if element is None:
            return _skipped(part, NOT_XML)
        meaning = self.meaning(element)
        if isinstance(meaning, str):
            return _skipped(part, meaning)
        return paper_of(meaning, part.first, part.last) or _skipped(part, NOTHING_KNOWN)


def _skipped(part: Fragment, reason: str) -> SkippedText:
    return SkippedText(part.first, part.last, part.text, reason)


def _text(element: "Element | None") -> str:
    return "" if element is None else "".join(element.itertext()).replace("\r", "\n")


def _texts(element: "Element", *paths: str) -> list[str]:
    """Return the texts of all that ``paths`` lead to, those of the first path first."""
    return [_text(found) for path in paths for found in element.iterfind(path)]


def _endnote(record: "Element") -> Fields:
    return Fields(
        titles=_texts(record, "titles/title"),
        names=_texts(record, "contributors/authors/author"),
        abstract=_text(record.find("abstract")),
        dates=_texts(record, "dates/year", "dates/pub-dates/date"),
        venues=_texts(
            record, "periodical/full-title", "titles/secondary-title", "alt-periodical/full-title"
        ),
        dois=_texts(record, "electronic-resource-num", "urls/related-urls/url"),
        ids=_texts(record, "accession-num", "custom7", "number"),
        links=_texts(record, "urls/related-urls/url", "urls/web-urls/url", "urls/pdf-urls/url"),
        keywords=_texts(record, "keywords/keyword"),
        notes=_texts(record, "notes", "research-notes"),
    )


def _pubmed(record: "Element") -> Fields:
    paths = ("MedlineCitation/Article", "BookDocument")
    article = next((found for path in paths for found in record.iterfind(path)), record)
    authors = article.find("AuthorList")
    return Fields(
        titles=_texts(article, "ArticleTitle", "Book/BookTitle", "VernacularTitle"),
        names=[] if authors is None else list(map(_pubmed_author, authors)),
        more_names=authors is not None and authors.get("CompleteYN") == "N",
        abstract="\n\n".join(map(_pubmed_abstract, article.iterfind("Abstract/AbstractText"))),
        dates=_texts(
            article,
            "Journal/JournalIssue/PubDate/Year",
            "Journal/JournalIssue/PubDate/MedlineDate",
            "ArticleDate/Year",
            "Book/PubDate/Year",
        ),
        venues=_texts(article, "Journal/Title", "Journal/ISOAbbreviation", "Book/BookTitle"),
        dois=_texts(
            record,
            "MedlineCitation/Article/ELocationID[@EIdType='doi']",
            "PubmedData/ArticleIdList/ArticleId[@IdType='doi']",
            "BookDocument/ArticleIdList/ArticleId[@IdType='doi']",
        ),
        ids=_texts(record, "PubmedData/ArticleIdList/ArticleId"),
        links=[
            PUBMED.format(each)
            for each in _texts(record, "MedlineCitation/PMID", "BookDocument/PMID")
        ],
    )


def _pubmed_author(author: "Element") -> str:
    if group := _text(author.find("CollectiveName")).strip():
        return f"{{{group}}}"
    given = _text(author.find("ForeName")) or _text(author.find("Initials"))
    return f"{given} {_text(author.find('LastName'))} {_text(author.find('Suffix'))}".strip()


def _pubmed_abstract(part: "Element") -> str:
    label = part.get("Label", "")
    return _text(part) if label in ("", "UNLABELLED") else f"{label}: {_text(part)}"


def _atom(entry: "Element") -> Fields | str:
    """Return what an entry says: of an answer of the API or of the feed of a day."""
    id, summary = _text(entry.find("id")), _text(entry.find("summary"))
    if "/api/errors" in id:
        return f"arXiv says: {' '.join(summary.split())[:_LONGEST_ANSWER]}"
    names = _texts(entry, "author/name") or split_names(_text(entry.find("creator")))[0]
    return _of_arxiv(
        entry,
        id,
        Fields(
            titles=_texts(entry, "title"),
            names=names,
            abstract=summary,
            comment=_text(entry.find("comment")),
            dates=_texts(entry, "published"),
            venues=_texts(entry, "journal_ref"),
            dois=[doi for each in _texts(entry, "doi", "DOI") for doi in each.split()],
            links=[link.get("href", "") for link in entry.iterfind("link[@rel='alternate']")],
        ),
    )


def _rss(item: "Element") -> Fields | str:
    names, more = split_names(_LINK.sub("", _text(item.find("creator"))))
    return _of_arxiv(
        item,
        _text(item.find("guid")) or _text(item.find("link")),
        Fields(
            titles=[_IN_OLD_TITLES.sub("", each) for each in _texts(item, "title")],
            names=names,
            more_names=more,
            abstract=_text(item.find("description")),
            dates=_texts(item, "pubDate", "date"),
            venues=_texts(item, "journal_reference"),
            dois=[doi for each in _texts(item, "DOI", "doi") for doi in each.split()],
            links=_texts(item, "link"),
        ),
    )


def _of_arxiv(entry: "Element", id: str, fields: Fields) -> Fields | str:
    """Return ``fields`` as those of the paper that arXiv calls ``id``."""
    if not _ARXIV.search(id):
        return NOT_OF_ARXIV
    abstract = _PARAGRAPH.sub("\n\n", _ANNOUNCED.sub("", fields.abstract.strip()))
    news = _text(entry.find("announce_type")).strip()
    return fields._replace(
        titles=[tex.plain(title) for title in fields.titles],
        names=[tex.plain(name) for name in fields.names],
        abstract=abstract,
        # What is listed again or replaced has the date of that.
        dates=fields.dates if news in ("", "new") else (),
        ids=[_ARXIV.sub("arXiv:", id)],
        links=[*fields.links, *links(abstract), *links(fields.comment)],
    )


def _begins(root: str) -> re.Pattern[str]:
    return re.compile(_PROLOGUE + root, re.S | re.I)


READERS = (
    XmlRecords(
        name="endnote-xml",
        title="EndNote's XML",
        element="record",
        begins=_begins(r"<xml>\s*<records>"),
        meaning=_endnote,
    ),
    XmlRecords(
        name="pubmed-xml",
        title="PubMed's XML",
        element="PubmedArticle|PubmedBookArticle",
        begins=_begins(r"<PubmedArticleSet[\s>]"),
        meaning=_pubmed,
    ),
    XmlRecords(
        name="arxiv-atom",
        title="arXiv's API or Atom feed",
        element="entry",
        begins=_begins(rf"<(?:\w+:)?feed\s{_FROM_ARXIV}"),
        meaning=_atom,
    ),
    XmlRecords(
        name="arxiv-rss",
        title="arXiv's RSS feed",
        element="item",
        begins=_begins(rf"<(?:rss|rdf:RDF)\s{_FROM_ARXIV}"),
        meaning=_rss,
    ),
)
