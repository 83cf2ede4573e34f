"""PubMed's results, records and the texts it saves.

Seen real: results in summary ("1", "Cite Share", title, authors, "Cancer Metab. 2022 Oct
3;10(1):14. doi: …", "PMID: 36192773 Free PMC article."); a record copied from Chrome
(journal, citation, title, authors with the numbers of affiliations, "PMID: … PMCID: … DOI:
…", "Abstract") with its "Similar articles" and "Comment in", which are papers of others. The
texts PubMed saves, in summary and with abstracts, follow its help.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_YEAR = r"(?:1[89]|20)\d\d"
_PMID = re.compile(r"(?:.*[;.] )?PMID: ?(?P<pmid>\d{4,9})\b(?P<rest>.*)")
_CITED = re.compile(
    rf"(?P<journal>.{{0,120}}?) ?\.+ ?(?P<year>{_YEAR})\b(?=[ ;:.,-]|$)(?P<rest>.*)"
)
_DOI = re.compile(r"\bdoi:\s*(?P<doi>10\.\d{4,9}/\S+?)[.,;]?(?=\s|$)", re.I)
_PERSON = re.compile(
    r"(?P<family>[^\W\d_][\w'’. -]*?) (?P<given>[^\W\d_a-z]{1,4})"
    r"(?P<suffix> (?:Jr|Sr|2nd|3rd|II|III))?"
)
_NOTE = re.compile(
    r"\W*+(?:(?:free pmc article|free article|review|clinical trial|preprint|no abstract available"
    r"|item in clipboard|meta-analysis|systematic review|retracted|randomized controlled trial"
    r"|affiliations?|expand all|expand|collapse|free books? .{0,40}|case reports?|comment"
    r"|editorial|letter|observational study|pmcid: ?\w+|doi: ?10\.\S+|updated|and more)\W*+)++",
    re.I,
)
_MENU = re.compile(
    r"(?:\d+|select item \d+|cite|share|save|actions|cite\W*share|full text links.*)\W*", re.I
)
_RECORD_START = re.compile(r"(?:select item \d+|(?:\d+\W+)?cite(?:\W*share)?)\W*", re.I)
_OTHER_PAPERS = re.compile(
    r"(?:similar articles|cited by|references|comment in|comment on|erratum in|update in"
    r"|see all similar articles|see all \"cited by\" articles|linkout.*)",
    re.I,
)
_AFTER_ABSTRACT = re.compile(
    r"(?:keywords?:.*|pubmed disclaimer|conflict of interest.*|figures?|similar articles|cited by"
    r"|references|comment (?:in|on)|publication types|mesh terms|substances|related information"
    r"|grants and funding|linkout.*|copyright.*|©.*|doi:.*|pmcid:.*|pmid:.*|trial registration:.*"
    r"|no abstract available.*|(?:\d+\W+)?cite(?:\W*share)?|full text links|supplementary concepts?"
    r"|author information:.*|plain language summary|\(c\) .*)",
    re.I,
)
_SAVED = re.compile(rf"\d+[.:] (?P<cited>.{{2,120}}?\. ?{_YEAR}\b.*)")
_SUMMED_UP = re.compile(
    r"\d+: (?P<authors>.{3,4000}?(?: [^\W\d_a-z]{1,4}(?: Jr| Sr| 2nd| 3rd)?|et al))\. (?P<rest>.+)"
)
_SUMMED_UP_LOOSELY = re.compile(r"\d+: (?P<authors>[^.]{3,900}?)\. (?P<rest>.+)")
# Of the words of a journal, all but the small ones begin with a capital.
_TITLE_AND_CITED = re.compile(
    r"(?P<title>.+?[.?!]) "
    r"(?P<cited>(?:(?:(?:[a-z]{1,4}(?=[A-Z]))?[A-Z][\w()&/-]*|&|npj|of|and|the|in|for|on|de|\([^()]*\))"
    rf"(?:[.:,]+ ?| )){{1,12}}?{_YEAR}\b.*)"
)
_NUMBERS = re.compile(r"(?: \d+(?:[ ,]+\d+)*|(?: ?\(\d+\))+| [#*†‡§]+)(?=,|;|\.?$)")
_PARAGRAPH = 60  # lines
_FURTHER = re.compile(r"doi:|Epub|eCollection|Online ahead")  # parts of a citation
_SEARCHED = 14  # lines above a PMID


class PubMed:
    """Results in summary or with abstracts, single records, saved texts."""

    name = "pubmed"
    title = "PubMed's results, records and saved texts"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers by the line of their PMID."""
        if not mentions(lines, "pmid:"):
            return
        page = CopiedPage(lines)
        ids = [at for at, text in enumerate(page.texts) if _PMID.match(text)]
        after, in_record = 0, False
        for at in ids:
            if at < after:
                continue
            entry = _saved_text(page, at, after)
            if entry is None and (entry := _summary(page, at, after)):
                if in_record and _is_of_others(page, after, at):
                    continue
            elif entry is None:
                entry = _abstract_view(page, at, after)
                in_record = in_record or entry is not None
            if entry:
                yield page.placed(entry)
                after = entry.last + 1


def _is_of_others(page: CopiedPage, floor: int, pmid: int) -> bool:
    """Return whether the PMID is one of a list of other papers under a record."""
    for at in range(pmid - 1, floor - 1, -1):
        if _RECORD_START.fullmatch(page.texts[at]):
            return False
        if _OTHER_PAPERS.fullmatch(page.texts[at]):
            return True
    return False


class _Head(NamedTuple):
    """The lines of a paper before its PMID, as far as they were found."""

    first: int
    title: str
    authors: str
    cited: str


def _summary(page: CopiedPage, pmid: int, floor: int) -> Entry | None:
    """Return the paper of a list in summary view: title, authors, citation, PMID."""
    above = page.texts[pmid].partition("PMID:")[0].strip()
    cited_at = pmid if above else pmid - 1
    while cited_at > floor and cited_at < pmid and _NOTE.fullmatch(page.texts[cited_at]):
        cited_at -= 1
    begin = page.begin(cited_at, floor)
    if begin == cited_at > floor and _FURTHER.match(page.texts[cited_at]):
        begin -= 1
    cited = page.text(begin, cited_at)
    if begin <= floor - 1 or not (found := _CITED.match(cited)) or not found["journal"]:
        return None
    last_of_title = begin - 1
    authors_at = page.names_begin(last_of_title, floor)
    authors = page.text(authors_at, last_of_title) if last_of_title >= floor else ""
    if _are_persons(authors) or authors.lower().strip("[").startswith("no authors"):
        last_of_title = authors_at - 1
    else:
        authors = ""
    if last_of_title < floor:
        return None
    first = page.begin(last_of_title, floor)
    title = page.text(first, last_of_title)
    if _MENU.fullmatch(title) or _NOTE.fullmatch(title) or len(title) > 500:
        return None
    while first > floor and _MENU.fullmatch(page.texts[first - 1]):
        first -= 1
    head = _Head(first, title, authors if _are_persons(authors) else "", cited)
    return page.entry(first, _snippet_end(page, pmid), _pubmed_draft(page, head, pmid), _CERTAIN)


def _are_persons(text: str) -> bool:
    """Return whether ``text`` lists authors as PubMed does: "Klasson TD, LaGory EL."."""
    listed = [part.strip() for part in re.split(r"[,;]", text[:400].rstrip("."))][:4]
    persons = sum(bool(_PERSON.fullmatch(part) or part.startswith("et al")) for part in listed)
    return 2 * persons >= len(listed) or listed[0].endswith((" Group", " Consortium"))


def _snippet_end(page: CopiedPage, pmid: int) -> int:
    """Return the last line of a result, whose snippet may follow its PMID."""
    last = pmid
    for at in range(pmid + 1, min(len(page), pmid + 7)):
        text = page.texts[at]
        if _NOTE.fullmatch(text) or ("…" in text and not page.has_gap(at)):
            last = at
        elif _RECORD_START.fullmatch(text) or page.has_gap(at):
            break
    return last


def _abstract_view(page: CopiedPage, pmid: int, floor: int) -> Entry | None:
    """Return the paper of a record: journal, citation, title, authors, PMID, abstract."""
    for cited_at in range(pmid - 2, max(floor, pmid - _SEARCHED) - 1, -1):
        found = _CITED.match(page.texts[cited_at])
        if _FURTHER.match(page.texts[cited_at]):
            continue
        if found and (found["journal"] or page.texts[cited_at].startswith(".")):
            break
    else:
        return None
    first, cited = cited_at, page.texts[cited_at]
    if not found["journal"] and cited_at > floor and not _MENU.fullmatch(page.texts[cited_at - 1]):
        first, cited = cited_at - 1, page.texts[cited_at - 1] + cited
    begin = page.end(cited_at, pmid) + 1
    while begin < pmid and _FURTHER.match(page.texts[begin]):
        cited += " " + page.texts[begin]
        begin += 1
    if begin >= pmid or _NOTE.fullmatch(page.texts[begin]):
        return None
    last_of_title = page.title_end(begin, pmid)
    authors_end = last_of_title
    while authors_end + 1 < pmid and not _NOTE.fullmatch(page.texts[authors_end + 1]):
        authors_end += 1
    names = page.text(last_of_title + 1, authors_end)
    while first > floor and (_MENU.fullmatch(page.texts[first - 1]) or _is_note(page, first - 1)):
        first -= 1
    head = _Head(first, page.text(begin, last_of_title), names, cited)
    abstract, last = _abstract_under(page, pmid)
    draft = _pubmed_draft(page, head, pmid)._replace(abstract=abstract)
    return page.entry(first, last, draft, _CERTAIN)


def _is_note(page: CopiedPage, place: int) -> bool:
    return _NOTE.fullmatch(page.texts[place]) is not None


def _abstract_under(page: CopiedPage, pmid: int) -> tuple[str | None, int]:
    """Return the abstract under the identifiers of a record, and the record's last line."""
    at = pmid
    while at + 1 < len(page) and _is_note(page, at + 1):
        at += 1
    if at + 1 >= len(page) or not re.fullmatch(r"#* ?Abstract\W*", page.texts[at + 1]):
        return None, at
    begin = last = at + 2
    while last < len(page) and (last == begin or page.gap(last) < 3):
        text = page.texts[last]
        if _AFTER_ABSTRACT.fullmatch(text) or _MENU.fullmatch(text):
            break
        last += 1
    return page.paragraphs(begin, last - 1), last - 1


def _saved_text(page: CopiedPage, pmid: int, floor: int) -> Entry | None:
    """Return the paper of a text that PubMed saved, in summary or with its abstract."""
    begin = pmid
    while begin > floor and not page.has_gap(begin) and pmid - begin < _PARAGRAPH:
        begin -= 1
    whole = page.text(begin, pmid)
    if found := _SUMMED_UP.match(whole) or _SUMMED_UP_LOOSELY.match(whole):
        split = _TITLE_AND_CITED.match(found["rest"])
        if split and _are_persons(found["authors"]):
            last = pmid
            while last + 1 < len(page) and not page.has_gap(last + 1) and last < pmid + 3:
                last += 1
            head = _Head(begin, split["title"], found["authors"], split["cited"])
            return page.entry(begin, last, _pubmed_draft(page, head, pmid), _CERTAIN)
    for at in range(pmid, max(floor, pmid - 400) - 1, -1):
        if page.has_gap(at) and _SAVED.match(page.texts[at]):
            return _saved_record(page, at, pmid)
    return None


def _saved_record(page: CopiedPage, begin: int, pmid: int) -> Entry | None:
    """Return the paper of a record saved as text, whose parts stand between blank lines."""
    starts = [at for at in range(begin, pmid + 1) if page.has_gap(at)]
    parts = [
        (at, following - 1) for at, following in zip(starts, [*starts[1:], pmid + 1], strict=True)
    ]
    if len(parts) < 3:
        return None
    cited = page.text(*parts[0]).partition(". ")[2]
    title, names = page.text(*parts[1]), page.text(*parts[2])
    persons = _are_persons(_NUMBERS.sub("", names))
    rest = [part for part in parts[2 + persons :] if part[0] < pmid]
    abstract = []
    for first, last in rest:
        if _AFTER_ABSTRACT.fullmatch(page.texts[first]):
            if not page.texts[first].lower().startswith("author information"):
                break
        else:
            abstract.append(page.text(first, last))
    head = _Head(begin, title, names if persons else "", cited)
    draft = _pubmed_draft(page, head, pmid)._replace(abstract="\n\n".join(abstract) or None)
    return page.entry(begin, pmid, draft, _CERTAIN)


def _pubmed_draft(page: CopiedPage, head: _Head, pmid: int) -> PaperDraft:
    doi = _DOI.search(head.cited) or _DOI.search(_identifiers(page, pmid))
    cited = _CITED.match(head.cited)
    found = _PMID.match(page.texts[pmid])
    authors, more = _pubmed_authors(head.authors)
    title = re.sub(r"^\d{1,3}\. (?=\S)", "", head.title)
    return PaperDraft(
        first_line=0,
        last_line=0,
        title=title[:-1] if title.endswith(".") and not title.endswith("..") else title,
        authors=authors,
        more_authors=more,
        year=int(cited["year"]) if cited else None,
        venue=(cited["journal"].strip(" .") or None) if cited else None,
        doi=doi["doi"] if doi else None,
        links=(f"https://pubmed.ncbi.nlm.nih.gov/{found['pmid']}/",) if found else (),
    )


def _identifiers(page: CopiedPage, pmid: int) -> str:
    """Return the lines of identifiers that the PMID stands among."""
    first = last = pmid
    while first > 0 and _is_note(page, first - 1):
        first -= 1
    while last + 1 < len(page) and _is_note(page, last + 1):
        last += 1
    return " ".join(page.texts[first : last + 1])


def _pubmed_authors(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the authors with the given name first, without the numbers of affiliations."""
    listed, more = split_names(_NUMBERS.sub("", text).rstrip(".").replace(";", ","))
    turned = []
    for name in listed:
        found = _PERSON.fullmatch(name)
        suffix = (found["suffix"] or "") if found else ""
        turned.append(f"{found['given']} {found['family']}{suffix}" if found else name)
    return tuple(turned), more


READERS = (PubMed(),)
