"""Sites that show arXiv's papers with what readers do with them: benty-fields, alphaXiv.

Seen real: a day of benty-fields, whole ("1. Title", authors, "Show abstract | Show figures |
Show BibTeX | Show discussion | View PDF | 2606.12605v1", abstract, "Authors' comments:",
"Vote", "Add to Library"); alphaXiv's cards only in another program's test (title, authors,
summary, "17 Sept 2026", "69k views"). Older designs and mails follow descriptions.
"""

import re
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.headings import plain_heading, title_score
from readlist.importing.readers.parts.identifiers import (
    arxiv_id_of_links,
    doi_of_comment,
    is_link,
    links,
)
from readlist.importing.readers.parts.labels import comment_label
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LIKELY = 2.0
_LONGEST = 320
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH} (?:19|20)\d\d|{_MONTH} \d{{1,2}},? (?:19|20)\d\d)"


# -- benty-fields ------------------------------------------------------------------------

_ID = r"(?:\d{4}\.\d{4,5}|[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{7})"
_BENTY_PART = (
    r"(?:(?:show|hide) (?:abstract|figures|bibtex|discussion)|(?:view )?pdf|abs|bibtex|share"
    r"|add to (?:my )?library|add to journal club|(?:more|less) like this|vote for this paper"
    r"|votes: ?\d+|vote(?!\w)|unvote|recommend|comments \(\d+\)|view on arxiv"
    rf"|[a-z-]+(?:\.[a-z-]+)?(?=\])|{_ID}(?:v\d+)?|\d{{1,3}}(?!\d))"
)
_BENTY_ROW = re.compile(rf"[\W_]*+(?:{_BENTY_PART}[\W_]*+)*+", re.I)
_SURE_BENTY = re.compile(
    r"(?:show|hide) (?:abstract|bibtex)|add to (?:library|journal club)|(?:more|less) like this"
    r"|vote for this paper",
    re.I,
)
_OWN_ID = re.compile(rf"(?<![\w.])({_ID})(?:v\d+)?(?![\w.])")
_RANK = re.compile(r"\d{1,4}[.)] ?")
_LISTING = re.compile(r"\((?:cross-?listing|cross-?list|replacement|updated?)\) ?", re.I)


class BentyFields:
    """Days and lists of papers as the site shows them, abstracts open or closed."""

    name = "benty-fields"
    title = "benty-fields' lists of papers, with all that is around them"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers by the rows of identifier and buttons under their authors."""
        marks = ("show bibtex", "show abstract", "hide abstract", "journal club", "benty-fields")
        if not mentions(lines, *marks):
            return
        page = CopiedPage(lines)
        after = at = 0
        while at < len(page):
            entry = _benty_paper(page, at, after) or _recommended(page, at, after)
            if entry:
                yield page.placed(entry)
                after = entry.last + 1
            at = max(at, entry.last if entry else at) + 1


def _row_end(page: CopiedPage, row: int) -> int:
    """Return the last line of identifier and buttons that begin on line ``row``, or -1."""
    end = row
    while end < len(page) and _BENTY_ROW.fullmatch(page.texts[end][:_LONGEST]):
        end += 1
    return end - 1 if end > row else -1


def _is_papers(row: str) -> bool:
    """Return whether a row is the one under a paper's authors, not the buttons at its end."""
    shows = re.search(r"(?:show|hide) (?:abstract|bibtex)", row, re.I) or _OWN_ID.search(row)
    return shows is not None and _SURE_BENTY.search(row) is not None


def _benty_paper(page: CopiedPage, row: int, floor: int) -> Entry | None:
    end = _row_end(page, row)
    whole = " ".join(page.texts[row : end + 1])
    title_end = page.names_begin(row - 1, floor) - 1 if row > floor else -1
    if end < row or title_end < floor or not _is_papers(whole):
        return None
    first = page.begin(title_end, floor)
    title = _LISTING.sub("", _RANK.sub("", page.text(first, title_end), count=1)).strip()
    names, more = split_names(page.text(title_end + 1, row - 1))
    if not title or len(title) > _LONGEST or is_furniture(title):
        return None
    abstract, comment, last = _benty_abstract(page, end)
    ids = set(_OWN_ID.findall(whole))
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        authors=names,
        more_authors=more,
        abstract=abstract,
        comment=comment,
        doi=doi_of_comment(comment or ""),
        arxiv_id=ids.pop() if len(ids) == 1 else None,
        links=links(comment or ""),
    )
    return page.entry(first, last, draft, _CERTAIN)


def _recommended(page: CopiedPage, link: int, floor: int) -> Entry | None:
    """Return the paper of a mail: "1) Title", "by" its authors, and on line ``link`` its page."""
    url = page.texts[link]
    arxiv_id = arxiv_id_of_links([url.replace("http://", "https://")]) if is_link(url) else None
    above = range(link - 1, max(floor, link - 40) - 1, -1)
    by = next((at for at in above if page.texts[at].startswith("by ")), None)
    if arxiv_id is None or by is None:
        return None
    first = next((at for at in range(by - 1, floor - 1, -1) if page.has_gap(at)), floor)
    title = page.text(first, by - 1)
    if not _RANK.match(title) or by - first > 6:
        return None
    names, more = split_names(page.text(by, link - 1).removeprefix("by "))
    title = _RANK.sub("", title, count=1)
    draft = PaperDraft(0, 0, title, names, more, arxiv_id=arxiv_id, links=(url,))
    return page.entry(first, link, draft, _CERTAIN)


def _benty_abstract(page: CopiedPage, row: int) -> tuple[str | None, str | None, int]:
    """Return the abstract and the comment that are open under line ``row``, and the last line."""
    at, comment_at = row + 1, None
    while at < len(page) and at - row < 60:
        is_over = page.gap(at) > 3 or _row_end(page, at) >= at or _begins_next(page, at)
        if is_over or (is_furniture(page.texts[at]) and not page.goes_on(at)):
            break
        if comment_label(page.texts[at]):
            comment_at = at
        at += 1
    if at == row + 1:
        return None, None, row
    abstract = page.paragraphs(row + 1, (comment_at or at) - 1)
    comment = None
    if comment_at is not None:
        text = page.text(comment_at, at - 1)
        comment = text[comment_label(text) :] or None
    return abstract, comment, max(at - 1, _row_end(page, at))


def _begins_next(page: CopiedPage, place: int) -> bool:
    """Return whether the next paper begins on line ``place``: its row is a few lines below."""
    for at in range(place + 1, min(len(page), place + 5)):
        if (end := _row_end(page, at)) >= at:
            return _is_papers(" ".join(page.texts[at : end + 1]))
    return False


# -- alphaXiv ----------------------------------------------------------------------------

_CARD_END = re.compile(
    r"\W*+(?:(?:view (?:blog|report|overview)|resources\d*|bookmark|read more"
    r"|[\d,.]+k? ?(?:views|likes?|upvotes|comments?))\W*+)++",
    re.I,
)
_CARD_COUNT = re.compile(r"[\d,.]+k?")
_CARD_DATE = re.compile(_DAY, re.I)
_TAGS = re.compile(r"(?:#\S+ ?)+|[a-z][\w-]*(?: [\w-]+){0,4}|.*\blogo")
_ORGANIZATION = re.compile(
    r"\b(?:universit\w+|institut\w+|department|centre|center|school|college|laborator\w+|labs?"
    r"|academy|research|faculty|polytechnic|inc|corporation|foundation)\b",
    re.I,
)
_SHORTEST = 60  # of a summary
_CARD = 16  # lines


class AlphaXiv:
    """The feed of papers on alphaXiv."""

    name = "alphaxiv"
    title = "alphaXiv's feed, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers of cards, each with a title, a summary, perhaps a date, and counts."""
        if not mentions(lines, "alphaxiv", "view blog"):
            return
        page = CopiedPage(lines)
        after = at = 0
        while at < len(page):
            if not _CARD_END.fullmatch(page.texts[at][:_LONGEST]):
                at += 1
                continue
            begin = at
            while at + 1 < len(page) and _ends_card(page.texts[at + 1][:_LONGEST]):
                at += 1
            if entry := _card(page, max(after, begin - _CARD), begin, at):
                yield page.placed(entry)
            after = at = at + 1


def _ends_card(text: str) -> bool:
    return bool(_CARD_END.fullmatch(text) or _CARD_COUNT.fullmatch(text))


def _card(page: CopiedPage, begin: int, end: int, last: int) -> Entry | None:
    """Return the paper of the card on the lines from ``begin``, whose counts begin at ``end``."""
    long = [at for at in range(begin, end) if len(page.texts[at]) >= _SHORTEST]
    dates = [at for at in range(begin, end) if _CARD_DATE.fullmatch(page.texts[at])]
    linked = [
        at
        for at in range(begin, end)
        if any("alphaxiv.org/" in url and arxiv_id_of_links([url]) for url in page.links(at, at))
    ]
    title = _card_title(page, begin, end, dates, linked)
    if title is None or title == end - 1:
        return None
    title_end = page.title_end(title, end)
    text = next((at for at in long if at > title_end and not _are_names(page.texts[at])), None)
    known = _may_be_names if dates and dates[-1] > title else _are_names
    named = (page.texts[at] for at in range(title_end + 1, text or end))
    names = next(filter(known, named), "")
    authors, more = split_names(names)
    own = page.links(title, title_end)
    year = re.search(r"\d{4}", page.texts[dates[-1]]) if dates else None
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=plain_heading(page.text(title, title_end)),
        authors=authors,
        more_authors=more,
        abstract=page.paragraphs(text, end - 1) if text is not None else None,
        year=int(year[0]) if year else None,
        arxiv_id=arxiv_id_of_links(own),
        links=own,
    )
    sure = bool(dates or linked) and text is not None
    return page.entry(title, last, draft, _CERTAIN if sure else _LIKELY)


def _card_title(
    page: CopiedPage, begin: int, end: int, dates: Sequence[int], linked: Sequence[int]
) -> int | None:
    """Return the line of a card's title: a link, above authors and date, or below date and tags."""
    if linked:
        return linked[0]
    dated = dates[-1] if dates else end
    above = [at for at in range(begin, dated) if _can_be_title(page.texts[at])]
    named = dated - 1 if dated < end else -1
    if named > begin and _may_be_names(page.texts[named]):
        title = page.names_begin(named, begin) - 1
        if title >= begin and _can_be_title(page.texts[title]):
            return page.begin(title, begin)
    below = [at for at in range(dated + 1, end - 1) if _can_be_title(page.texts[at])]
    able = [at for at in below[:3] if not _ORGANIZATION.search(page.texts[at])]
    if able and len(page.texts[able[0]].split()) < 4:  # it may be a tag
        return max(able, key=lambda at: len(page.texts[at].split()))
    if below:
        return below[0]
    return next((at for at in above if title_score(page.texts[at]) > 0), None)


def _can_be_title(text: str) -> bool:
    return not _TAGS.fullmatch(text) and not is_furniture(text) and len(text) <= _LONGEST


def _are_names(text: str) -> bool:
    return "," in text and _may_be_names(text)


def _may_be_names(text: str) -> bool:
    return names_score(text) > 0 and not _ORGANIZATION.search(text) and not is_furniture(text)


READERS = (BentyFields(), AlphaXiv())
