"""OpenReview: lists of a venue's papers, and the pages of single papers.

Seen real: forum pages ("Go to … homepage", title, "Download PDF", authors, "Published: 26 Jan
2026, Last Modified: 11 Apr 2026ICLR 2026 PosterEveryoneRevisionsBibTeXCC BY 4.0", "Keywords:",
"TL;DR:", "Abstract:"), and the source of lists (title, authors, date, venue, "Readers:
Everyone"). Reviews have dates with a time of day, and are no papers.
"""

import re
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.parts.copied import CopiedPage, mentions
from readlist.importing.readers.parts.furniture import is_furniture
from readlist.importing.readers.parts.headings import plain_heading
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score, split_names
from readlist.importing.readers.reader import Entry

_CERTAIN = 10.0
_LONGEST = 320
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH} (?:19|20)\d\d|{_MONTH} \d{{1,2}},? (?:19|20)\d\d)"
_DATES = re.compile(
    rf"(?:Published:? |Submitted:? |Created:? )?(?P<date>{_DAY})(?!,? ?\d\d?:\d\d)"
    rf"(?:(?: ?,)? ?\(?(?:last )?modified:? {_DAY}\)?)?[\s,;|·•]*(?P<rest>.*)",
    re.I,
)
_MODIFIED = re.compile(rf"modified:? {_DAY}", re.I)
_READERS = re.compile(r"\s*[,;|·•]?\s*(?:Readers: ?.*|Everyone(?:Revisions?.*|BibTeX.*)?)$")
_REVIEW = re.compile(
    r".*(?:official (?:review|comment)|meta.?review|paper decision|rebuttal|public comment"
    r"|by authors|by reviewer|area chair|reviewer_|comment by|edit (?:readers|info)).*",
    re.I,
)
_SIGNED = re.compile(
    r"anonymous(?: authors?)?|.*\bsubmission\d* authors.*|.*Paper\d+ Authors.*", re.I
)
_SITE_LINE = re.compile(
    r"(?:download pdf|view pdf|open pdf|\[?pdf\]?|pdf icon|revisions|bibtex|back arrow.*|open"
    r" webpage|show details|hide details|go to .* homepage|everyone|readers:.*|\d+ repl(?:y|ies)"
    r"|cc by.*|show bibtex|show revisions"
    r"|copyright.*|verify author list.*|loading|html"
    r"|\[?code\]?|supplementary material)\W*",
    re.I,
)
_VENUE = re.compile(r"[^\W\d_][^:]{1,80}")
_NOT_ACCEPTED = re.compile(
    r"submitted|withdrawn|reject|under review|submission|decision pending", re.I
)
_LABEL = re.compile(
    r"(?:keywords|tl;?dr|abstract|one.sentence summary|(?:primary|secondary) area|submission number"
    r"|code of ethics|supplementary material|lay summary|paperhash|authorids|conflicts|data|code"
    r"|reviewed version \(pdf\)|ethics statement|anonymous url|no acknowledgement section"
    r"|community implementations|student paper|subject areas|student author|corresponding author"
    r"|flagged for ethics review|resubmission|changes since last submission|venue|verify author"
    r" \w+|submission guidelines|poster|video|assigned action editor|certifications|link to code"
    r"|previous submission url|changes since previous publication|license|track|topic|reviewer"
    r" guidelines|please choose .{1,60}|.{1,40} \(optional\)|contribution|archival status)\s*:.*",
    re.I,
)
_ABSTRACT_LABEL = re.compile(r"\**Abstract\**:\**\s*", re.I)
_FORUM = re.compile(r"https?://openreview\.net/(?:forum|pdf)\?\S+")
_ABOVE = 40  # lines of authors and title above the dates


class OpenReview:
    """Lists of a venue's papers, and the pages of single papers."""

    name = "openreview"
    title = "OpenReview's lists and forum pages, copied"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        """Yield the papers by the dates, venue and readers under their authors."""
        if not mentions(lines, "modified:", "readers: everyone", "everyonerevisions"):
            return
        page = CopiedPage(lines)
        after = 0
        for at, text in enumerate(page.texts):
            if at < after or len(text) > 2 * _LONGEST or not _DATES.fullmatch(text):
                continue
            if entry := _note(page, at, after):
                yield page.placed(entry)
                after = entry.last + 1


def _note(page: CopiedPage, at: int, floor: int) -> Entry | None:
    """Return the paper whose dates begin on line ``at``."""
    last = page.end(at, len(page))
    found = _DATES.fullmatch(page.text(at, last))
    below = page.texts[last + 1 : last + 4]
    if found is None or not _is_of_paper(found, below, page.texts[max(floor, at - 2) : at]):
        return None
    head = _head_above(page, at, floor)
    if head is None:
        return None
    first, title, names = head
    rest, dates = _READERS.sub("", found["rest"]).strip(" ,;|·•"), last
    for place, text in enumerate(below, start=last + 1):
        if not rest and place == dates + 1 and _VENUE.fullmatch(text) and not _is_details(text):
            rest, last = _READERS.sub("", text).strip(), place
        elif _SITE_LINE.fullmatch(text):
            last = place
        else:
            break
    abstract, last = _details(page, last)
    own = page.links(first - 1, first - 1) if first > floor else ()
    if len(own) == 1 and _FORUM.fullmatch(own[0]):
        first -= 1
    else:
        own = ()
    authors, more = split_names(names)
    accepted = rest and not _NOT_ACCEPTED.search(rest)
    year = re.search(r"\b(?:19|20)\d\d\b", rest)
    draft = PaperDraft(
        first_line=0,
        last_line=0,
        title=title,
        authors=authors,
        more_authors=more,
        abstract=abstract,
        year=int(year[0]) if accepted and year else None,
        venue=rest if accepted else None,
        links=own,
    )
    return page.entry(first, last, draft, _CERTAIN)


def _is_of_paper(dates: re.Match[str], below: Sequence[str], above: Sequence[str]) -> bool:
    """Return whether ``dates`` are those of a paper, not of a review or of something else."""
    marks = (dates[0], *below[:2])
    if not _MODIFIED.search(dates[0]) and not any("Everyone" in mark for mark in marks):
        return False
    return not any(_REVIEW.fullmatch(text) for text in (dates["rest"], *above))


def _is_details(text: str) -> bool:
    return _LABEL.fullmatch(text) is not None or _SITE_LINE.fullmatch(text) is not None


def _head_above(page: CopiedPage, at: int, floor: int) -> tuple[int, str, str] | None:
    """Return where the title above line ``at`` begins, the title and the authors under it."""
    above = [
        place
        for place in range(at - 1, max(floor, at - _ABOVE) - 1, -1)
        if not _SITE_LINE.fullmatch(page.texts[place][:_LONGEST])
    ]
    if not above:
        return None
    names, end = "", above[0]
    named = plain_heading(page.texts[end])
    if _SIGNED.fullmatch(named[:_LONGEST]) or names_score(named) > -3.0:
        begin = page.names_begin(end, floor)
        if not _SIGNED.fullmatch(named[:_LONGEST]):
            names = plain_heading(page.text(begin, end))
        end = next((place for place in above if place < begin), -1)
        if end < floor:
            names, end = "", above[0]  # an anonymous paper at the top
    if end < floor or len(page.texts[end]) > _LONGEST:
        return None
    first = page.begin(end, floor)
    title = plain_heading(page.text(first, end))
    return None if is_furniture(title) else (first, title, names)


def _details(page: CopiedPage, place: int) -> tuple[str | None, int]:
    """Return the abstract among the labelled fields after line ``place``, and their last line."""
    abstract, at = None, place + 1
    last = place
    while at < len(page) and _is_details(page.texts[at]):
        last = end = at
        if label := _ABSTRACT_LABEL.match(page.texts[at]):
            while end + 1 < len(page) and not _ends_abstract(page, end + 1):
                end += 1
            text = page.paragraphs(at, end) or ""
            abstract, last = text[label.end() :].strip() or None, end
        elif _LABEL.fullmatch(page.texts[at]):
            last = end = page.end(at, len(page))
        at = end + 1
    return abstract, last


def _ends_abstract(page: CopiedPage, place: int) -> bool:
    """Return whether an abstract is over before line ``place``: a field, or the next paper."""
    if _is_details(page.texts[place]) or page.gap(place) > 2:
        return True
    return any(
        _DATES.fullmatch(text) is not None and len(text) < _LONGEST
        for text in page.texts[place : place + 4]
    )


READERS = (OpenReview(),)
