"""arXiv: the daily mail, listings, search results, abstract pages."""

from collections.abc import Sequence
from dataclasses import replace

from tests.pastes.model import Paper, Truth
from tests.pastes.sheet import (
    MONTHS,
    WEEKDAYS,
    Sheet,
    abs_url,
    known,
    layout,
    listed,
    long_date,
    short_date,
    wrap,
)
from tests.pastes.tex import texify

_RULE = "-" * 78
_CROSS = "%%--" * 19 + "%%"


# The daily mail


def _mail_head(sheet: Sheet, paper: Paper, secure: bool = True) -> None:
    archive = paper.categories[0][0]
    day = f"{sheet.random.choice(WEEKDAYS)}, {paper.day:2} {MONTHS[paper.month - 1][:3]} {paper.year % 100:02}"
    sheet.write(
        f"Date: {day} 00:{paper.number % 60:02}:12 GMT",
        f"Subject: {archive} daily {sheet.random.randint(1, 90)} new + {sheet.random.randint(1, 40)} crosses received",
        "",
        _RULE,
        _RULE,
        "Send any comments regarding submissions directly to submitter.",
        _RULE,
        f"Archives at http{'s' if secure else ''}://arxiv.org/",
        f"To unsubscribe, e-mail To: {archive.split('.')[0]}@arXiv.org, Subject: cancel",
        _RULE,
        f" Submissions to:\n{paper.categories[0][1]}",
        f" received from  Wed {paper.day:2} {MONTHS[paper.month - 1][:3]} {paper.year % 100:02} 18:00:00 GMT  to  Thu {paper.day + 1:2} {MONTHS[paper.month - 1][:3]} {paper.year % 100:02} 18:00:00 GMT",
        _RULE,
    )


def _stamp(sheet: Sheet, paper: Paper) -> str:
    day = f"{sheet.random.choice(WEEKDAYS)}, {paper.day} {MONTHS[paper.month - 1][:3]} {paper.year}"
    return f"{day} {paper.number % 24:02}:{paper.number % 60:02}:23 GMT   ({paper.number}kb{sheet.random.choice(('', ',D'))})"


def _mail_fields(paper: Paper, width: int) -> list[str]:
    names = [texify(name) for name in paper.names]
    people = " and ".join(names) if len(names) < 3 else ", ".join(names)
    lines = wrap(f"Title: {paper.title}", width, "  ", "") + wrap(
        f"Authors: {people}", width, "  ", ""
    )
    lines.append("Categories: " + " ".join(code for code, _ in paper.categories))
    lines += wrap(f"Comments: {paper.comments}", width, "  ", "") if paper.comments else []
    if paper.number % 6 == 0:
        lines.append(
            f"MSC-class: {paper.number % 90 + 10}B{paper.day:02} (Primary) 35J{paper.month:02} (Secondary)"
        )
    if _has_doi(paper):
        lines += wrap(
            f"Journal-ref: {paper.venue} {paper.volume} ({paper.year}) {paper.pages}",
            width,
            "  ",
            "",
        )
        lines.append(f"DOI: {paper.doi}")
    return lines


def _has_doi(paper: Paper) -> bool:
    return paper.number % 5 == 0


def _mail_new(
    sheet: Sheet, paper: Paper, width: int = 79, cross: bool = False, scheme: str = "https"
) -> None:
    sheet.write(
        "\\\\",
        f"arXiv:{paper.arxiv_id}" + (" (*cross-listing*)" if cross else ""),
        f"Date: {_stamp(sheet, paper)}",
        "",
        *_mail_fields(paper, width),
        "\\\\",
        *wrap(paper.abstract, width, "", "  "),
        f"\\\\ ( {scheme}://arxiv.org/abs/{paper.arxiv_id} ,  {paper.number}kb)",
    )
    fields = ("title", "authors", "arxiv", "abstract", "year")
    sheet.paper(known(paper, *fields, *(("doi",) if _has_doi(paper) else ())))


def _mail_replaced(sheet: Sheet, paper: Paper) -> None:
    sheet.write(
        "\\\\",
        f"arXiv:{paper.arxiv_id}",
        f"replaced with revised version {_stamp(sheet, paper)}",
        "",
        *_mail_fields(paper, 79),
        f"\\\\ ( https://arxiv.org/abs/{paper.arxiv_id} ,  {paper.number}kb)",
    )
    sheet.paper(known(paper, "title", "authors", "arxiv", *(("doi",) if _has_doi(paper) else ())))


@layout("arxiv_mail", "new")
def mail_new(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A mail with new papers."""
    _mail_head(sheet, some[0])
    sheet.write(_RULE)
    for paper in some:
        _mail_new(sheet, paper)
        sheet.write(_RULE)


@layout("arxiv_mail", "new_crossed_replaced")
def mail_sections(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A mail with all three sections."""
    _mail_head(sheet, some[0])
    sheet.write(_RULE)
    third = max(1, len(some) // 3)
    for paper in some[:third]:
        _mail_new(sheet, paper)
        sheet.write(_RULE)
    sheet.write("%-" * 39, _RULE)
    for paper in some[third : 2 * third]:
        _mail_new(sheet, paper, cross=True)
        sheet.write(_RULE)
    sheet.write(_CROSS, _RULE)
    for paper in some[2 * third :]:
        _mail_replaced(sheet, paper)
        sheet.write(_RULE)


@layout("arxiv_mail", "old_crlf")
def mail_old(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A mail of some years ago with http addresses and carriage returns, and no head."""
    sheet.newline = "\r\n"
    sheet.write(_RULE)
    for paper in some:
        _mail_new(sheet, paper, scheme="http")
        sheet.write(_RULE)


@layout("arxiv_mail", "forwarded")
def mail_forwarded(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A mail that a colleague passed on, quoted."""
    inner = Sheet(sheet.random)
    mail_new(inner, some)
    sheet.write("Have a look at these, might be useful for the seminar.", "", "-- ", "Best, H.", "")
    sheet.write(
        f"On {WEEKDAYS[some[0].day % 5]}, {long_date(some[0])}, no-reply@arXiv.org wrote:", ""
    )
    sheet.write(*(f"> {line}".rstrip() for line in inner.lines))
    sheet.truths += inner.truths


@layout("arxiv_mail", "unwrapped")
def mail_unwrapped(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A mail that a program showed without its line breaks in paragraphs."""
    for paper in some:
        sheet.write(_RULE)
        _mail_new(sheet, paper, width=100_000)
    sheet.write(_RULE)


# Listings


def _subjects(paper: Paper) -> str:
    return "; ".join(f"{name} ({code})" for code, name in paper.categories)


def _shown(paper: Paper, most: int = 15) -> tuple[str, tuple[str, ...]]:
    if len(paper.names) <= most:
        return ", ".join(paper.names), paper.names
    names = paper.names[:most]
    return (
        f"{', '.join(names)} et al. ({len(paper.names) - most} additional authors not shown)",
        names,
    )


_ARXIV_HEAD = """
Skip to main content
Cornell University

Learn about arXiv becoming an independent nonprofit.
We gratefully acknowledge support from the Simons Foundation, member institutions, and all contributors. Donate
arxiv logo > {code}
Help | Advanced Search

All fields
Search
{name}
"""
_ARXIV_FOOT = """
About
Help
contact arXivClick here to contact arXiv Contact
subscribe to arXiv mailingsClick here to subscribe Subscribe
Copyright
Privacy Policy
Web Accessibility Assistance
arXiv Operational Status
Get status notifications via email or slack
"""


def _head(sheet: Sheet, paper: Paper) -> None:
    code, name = paper.categories[0]
    sheet.block(_ARXIV_HEAD.format(code=code, name=name))


@layout("arxiv_listing", "recent")
def listing_recent(sheet: Sheet, some: Sequence[Paper]) -> None:
    """/list/…/recent as a browser copies it."""
    _head(sheet, some[0])
    sheet.write("Authors and titles for recent submissions")
    sheet.write(*(f"{day}, {short_date(some[0])}" for day in reversed(WEEKDAYS)))
    sheet.write("See today's new changes", "")
    sheet.write("Total of 1045 entries : 1-50 51-100 101-150 151-200 ... 1001-1045")
    sheet.write("Showing up to 50 entries per page: fewer | more | all")
    for index, paper in enumerate(some):
        if index % 30 == 0:
            sheet.write(
                f"{WEEKDAYS[index // 30 % 5]}, {short_date(some[0])} (showing first 30 of {len(some)} entries )"
            )
        _listed(sheet, paper, index + 1)
    sheet.write("Total of 1045 entries : 1-50 51-100 101-150 151-200 ... 1001-1045")
    sheet.write("Showing up to 50 entries per page: fewer | more | all")
    sheet.block(_ARXIV_FOOT)


def _listed(
    sheet: Sheet, paper: Paper, index: int, label: str = "", abstract: bool = False, note: str = ""
) -> None:
    people, names = _shown(paper)
    links = sheet.random.choice(("[pdf, html, other]", "[pdf, other]", "[pdf, ps, other]"))
    sheet.write(
        f"[{index}] arXiv:{paper.arxiv_id}{note} {links}", f"Title: {paper.title}", label + people
    )
    if paper.comments:
        sheet.write(f"Comments: {paper.comments}")
    if paper.number % 7 == 0:
        sheet.write(f"Journal-ref: {paper.short_venue} {paper.volume} ({paper.year}) {paper.pages}")
    sheet.write(f"Subjects: {_subjects(paper)}")
    if abstract:
        sheet.write(paper.abstract, "")
    truth = known(paper, "title", "arxiv", *(["abstract"] if abstract else []))
    sheet.paper(replace(truth, authors=names, more_authors=len(names) < len(paper.names)))


@layout("arxiv_listing", "new_with_abstracts")
def listing_new(sheet: Sheet, some: Sequence[Paper]) -> None:
    """/list/…/new: abstracts for new and crossed papers, none for replaced ones."""
    _head(sheet, some[0])
    sheet.write(f"Showing new listings for {WEEKDAYS[0]}day, {long_date(some[0])}")
    sheet.write(
        f"Total of {len(some)} entries", "Showing up to 2000 entries per page: fewer | more | all"
    )
    half, rest = max(1, len(some) // 2), max(1, len(some) * 3 // 4)
    sections = (
        ("New submissions", 0, half),
        ("Cross submissions", half, rest),
        ("Replacement submissions", rest, len(some)),
    )
    for name, start, end in sections:
        if start < min(end, len(some)):
            sheet.write(f"{name} (showing {end - start} of {end - start} entries)")
        for index, paper in enumerate(some[start:end], start):
            note = {
                "Cross submissions": f" (cross-list from {paper.categories[0][0]})",
                "Replacement submissions": " (replaced)",
            }
            _listed(
                sheet,
                paper,
                index + 1,
                abstract=name != "Replacement submissions",
                note=note.get(name, ""),
            )
    sheet.block(_ARXIV_FOOT)


@layout("arxiv_listing", "old_design")
def listing_old(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The listing as it was before 2024, with Authors: and two spaces after the number."""
    code, name = some[0].categories[0]
    sheet.block(f"""
        We gratefully acknowledge support from
        the Simons Foundation and member institutions.
        arXiv.org > {code.split(".")[0]} > {code}

        Search...

        All fields
        {name}
        New submissions
        Submissions received from  Wed {short_date(some[0])}  to  Thu {short_date(some[0])}, announced {short_date(some[0])}

        New submissions
        Cross-lists
        Replacements
        [ total of {len(some)} entries: 1-{len(some)} ]
        [ showing up to 2000 entries per page: fewer | more ]

        New submissions for {short_date(some[0])}
        """)
    for index, paper in enumerate(some, 1):
        people, names = _shown(paper)
        sheet.write(
            f"[{index}]  arXiv:{paper.arxiv_id} [pdf, ps, other]",
            f"Title: {paper.title}",
            f"Authors: {people}",
        )
        if paper.comments:
            sheet.write(f"Comments: {paper.comments}")
        sheet.write(f"Subjects: {_subjects(paper)}", "", paper.abstract, "")
        more = len(names) < len(paper.names)
        sheet.paper(
            replace(known(paper, "title", "arxiv", "abstract"), authors=names, more_authors=more)
        )
    sheet.write(
        f"[ total of {len(some)} entries: 1-{len(some)} ]",
        "[ showing up to 2000 entries per page: fewer | more ]",
    )
    sheet.write(
        "Disable MathJax (What is MathJax?)",
        "Links to: arXiv, form interface, find, cs, recent, 2404, contact, help  (Access key information)",
    )


@layout("arxiv_listing", "text_browser")
def listing_lynx(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The listing from a text browser: links numbered, wrapped and indented."""
    code, name = some[0].categories[0]
    sheet.block(f"""
        [1]Skip to main content
        [2]Cornell University
        We gratefully acknowledge support from the Simons Foundation, [3]member
        institutions, and all contributors. [4]Donate
        [5][arxiv-logo-one-color-white.svg] > [6]{code}
        [7]Help | [8]Advanced Search
        ____________________
        [All fields_________]
        (BUTTON) Search

        {name}

        Authors and titles for recent submissions

          * [9]{WEEKDAYS[0]}, {short_date(some[0])}
          * [10]{WEEKDAYS[1]}, {short_date(some[0])}

        Total of {len(some)} entries
        """)
    link = 11
    for index, paper in enumerate(some, 1):
        people, names = paper.names, paper.names
        sheet.write(
            "",
            f"   [{index}] [{link}]arXiv:{paper.arxiv_id} [[{link + 1}]pdf, [{link + 2}]html, [{link + 3}]other]",
        )
        link += 4
        sheet.write(*wrap(f"Title: {paper.title}", 72, "          "))
        numbered = ", ".join(f"[{link + place}]{person}" for place, person in enumerate(people))
        link += len(people)
        sheet.write(*wrap(numbered, 72, "          "))
        if paper.comments:
            sheet.write(*wrap(f"Comments: {paper.comments}", 72, "          "))
        sheet.write(*wrap(f"Subjects: {_subjects(paper)}", 72, "          "))
        sheet.paper(replace(known(paper, "title", "arxiv"), authors=names))
    sheet.write("", "References", "")
    for place, paper in enumerate(some[:40]):
        sheet.write(f"{11 + 4 * place:4}. https://arxiv.org/abs/{paper.arxiv_id}")


# Search results


def _search_head(sheet: Sheet, count: int) -> None:
    sheet.block(f"""
        Showing 1–{min(50, count)} of {count * 7:,} results for all: {sheet.random.choice(("sparse", "coral", "minimum wage"))}
        Search v0.5.6 released 2020-02-24
        Search term or terms...
        All fields
        Search
        Show abstracts Hide abstracts
        Advanced Search
        50
        results per page. Sort results by
        Announcement date (newest first)
        Go
        Previous
        Next
        1
        2
        3
        …
        """)


def _announced(paper: Paper) -> str:
    month = MONTHS[paper.month - 1]
    first = f"v1 submitted {paper.day} {month}, {paper.year}; " if paper.number % 3 == 0 else ""
    later = paper.year + bool(first)
    return (
        f"Submitted {paper.day} {month}, {later}; {first}originally announced {month} {paper.year}."
    )


def _search(sheet: Sheet, some: Sequence[Paper], abstracts: str) -> None:
    _search_head(sheet, len(some))
    for index, paper in enumerate(some, 1):
        links = sheet.random.choice(("[pdf, other]", "[pdf, ps, other]", "[pdf]"))
        sheet.write(
            f"{index}.\tarXiv:{paper.arxiv_id}  {links}  ",
            "    " + " ".join(code for code, _ in paper.categories),
        )
        if paper.number % 5 == 0:
            sheet.write(f"doi {paper.doi}")
        sheet.write(paper.title, f"Authors: {', '.join(paper.names)}")
        truth = known(
            paper, "title", "authors", "arxiv", "year", *(["doi"] if paper.number % 5 == 0 else [])
        )
        if abstracts == "open":
            sheet.write(f"Abstract: {paper.abstract}         △ Less")
            truth = replace(truth, abstract_starts=paper.starts)
        elif abstracts == "cut" and paper.number % 2:
            sheet.write(f"Abstract: {paper.abstract[:180]}… ▽ More")
            truth = replace(truth, abstract_starts=paper.starts)
        elif abstracts == "cut":
            cut = paper.abstract[paper.abstract.find(" ") + 1 :][:180]
            sheet.write(f"Abstract: …{cut}… ▽ More")
            truth = replace(truth, snippet=cut)
        sheet.write(_announced(paper))
        if paper.comments:
            sheet.write(f"Comments: {paper.comments}")
        if paper.number % 5 == 0:
            sheet.write(f"Journal ref: {paper.venue} {paper.volume} ({paper.year}) {paper.pages}")
        sheet.write("")
        sheet.paper(truth)
    sheet.write("Previous", "Next", "1", "2", "3", "…")


@layout("arxiv_search", "abstracts_open")
def search_open(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Search results, every abstract unfolded."""
    _search(sheet, some, "open")


@layout("arxiv_search", "abstracts_cut")
def search_cut(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Search results as they first appear: abstracts cut, some at their beginning too."""
    _search(sheet, some, "cut")


@layout("arxiv_search", "empty_lines")
def search_spread(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Search results from a browser that puts an empty line after each piece."""
    inner = Sheet(sheet.random)
    _search(inner, some, "cut")
    for line in inner.lines:
        sheet.write(
            line.strip(), *([""] if line.strip() and not line.startswith("Submitted") else [])
        )
    sheet.truths += inner.truths


@layout("arxiv_search", "abstracts_hidden")
def search_hidden(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Search results with hidden abstracts."""
    _search(sheet, some, "hidden")


# Abstract pages


_BROWSE = """
Bibliographic Tools
Bibliographic and Citation Tools
Bibliographic Explorer Toggle
Bibliographic Explorer (What is the Explorer?)
Connected Papers Toggle
Connected Papers (What is Connected Papers?)
Litmaps Toggle
Litmaps (What is Litmaps?)
scite.ai Toggle
scite Smart Citations (What are Smart Citations?)
Code, Data, Media
Demos
Related Papers
About arXivLabs
Which authors of this paper are endorsers? | Disable MathJax (What is MathJax?)
"""


@layout("arxiv_abs", "chrome")
def abs_chrome(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Whole abstract pages of today, one after another."""
    for paper in some:
        code, name = paper.categories[0]
        sheet.block(_ARXIV_HEAD.format(code=code, name=f"Computer Science > {name}"))
        people = ", ".join(paper.names)
        sheet.write(
            f"arXiv:{paper.arxiv_id} ({code.split('.')[0]})", f"[Submitted on {short_date(paper)}]"
        )
        sheet.write(f"Title:{paper.title}", f"Authors:{people}")
        others = f" and {len(paper.names) - 1} other authors" if len(paper.names) > 2 else ""
        sheet.write(f"View a PDF of the paper titled {paper.title}, by {paper.names[0]}{others}")
        sheet.write("View PDF", "HTML (experimental)", f"Abstract:{paper.abstract}")
        fields = ["title", "authors", "arxiv", "abstract", "year"]
        if paper.comments:
            sheet.write(f"Comments:\t{paper.comments}")
        sheet.write(f"Subjects:\t{_subjects(paper)}", f"Cite as:\tarXiv:{paper.arxiv_id} [{code}]")
        sheet.write(f" \t(or arXiv:{paper.arxiv_id}v2 [{code}] for this version)")
        sheet.write(f" \thttps://doi.org/10.48550/arXiv.{paper.arxiv_id}", "Focus to learn more")
        if paper.number % 3 == 0:
            sheet.write(f"Journal reference:\t{paper.venue} {paper.volume} ({paper.year})")
            sheet.write(f"Related DOI:\thttps://doi.org/{paper.doi}", "Focus to learn more")
            fields.append("doi")
        sheet.write("Submission history", f"From: {paper.names[0]} [view email]")
        sheet.write(
            f"[v1] {WEEKDAYS[paper.day % 5]}, {short_date(paper)} 17:53:40 UTC ({paper.number} KB)"
        )
        sheet.write(
            "Access Paper:",
            "View PDF",
            "HTML (experimental)",
            "TeX Source",
            "view license",
            "Current browse context:",
            code,
        )
        sheet.write(
            "< prev   |   next >",
            "new | recent | " + paper.arxiv_id[:7],
            "References & Citations",
            "NASA ADS",
            "Google Scholar",
            "Semantic Scholar",
        )
        sheet.write("Export BibTeX Citation", "Bookmark")
        sheet.block(_BROWSE)
        sheet.block(_ARXIV_FOOT)
        sheet.paper(known(paper, *fields))


@layout("arxiv_abs", "reader")
def abs_reader(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Abstract pages as a reading mode or a page grabber leaves them: no authors, links glued on."""
    for paper in some:
        sheet.write(
            f"{sheet.random.choice(('Computer Science', 'Mathematics', 'Statistics'))} > {paper.categories[0][1]}"
        )
        sheet.write(
            f"[Submitted on {short_date(paper)} (v1), last revised {short_date(paper)} (this version, v2)]"
        )
        glued = sheet.random.choice(("View PDF", "View PDF HTML (experimental)"))
        sheet.write(
            f"Title:{paper.title}", f"{glued}Abstract:{paper.abstract}", "Submission history"
        )
        sheet.write(f"From: {paper.names[0]} [view email]")
        sheet.write(f"[v1] {WEEKDAYS[0]}, {short_date(paper)} 17:53:40 UTC ({paper.number} KB)")
        sheet.write("References & Citations", "export BibTeX citation", "Loading...")
        sheet.write(
            "Bibliographic and Citation Tools", "Bibliographic Explorer (What is the Explorer?)", ""
        )
        sheet.paper(known(paper, "title", "abstract"))


@layout("arxiv_abs", "old_design")
def abs_old(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Abstract pages of 2016, from a browser, CRLF."""
    sheet.newline = "\r\n"
    for paper in some:
        code, name = paper.categories[0]
        sheet.write(
            "Cornell University Library",
            "We gratefully acknowledge support from",
            "the Simons Foundation",
            "and member institutions",
        )
        sheet.write(
            f"arXiv.org > {code.split('.')[0]} > arXiv:{paper.arxiv_id}",
            " ",
            "Search or Article-id",
            "(Help | Advanced search)",
            "",
            "",
            "All papers",
            "Go!",
        )
        sheet.write(
            "Download:",
            "PDF",
            "PostScript",
            "Other formats",
            "(license)",
            "Current browse context:",
            code,
            "< prev | next >",
            "new | recent",
            "",
        )
        sheet.write(
            f"Computer Science > {name}",
            paper.title,
            ", ".join(paper.names),
            f"(Submitted on {short_date(paper)})",
            "",
            paper.abstract,
            "",
        )
        if paper.comments:
            sheet.write(f"Comments:\t{paper.comments}")
        sheet.write(
            f"Subjects:\t{_subjects(paper)}",
            f"Cite as:\tarXiv:{paper.arxiv_id} [{code}]",
            f" \t(or arXiv:{paper.arxiv_id}v1 [{code}] for this version)",
        )
        sheet.write(
            "Submission history",
            f"From: {paper.names[0]} [view email] ",
            f"[v1] {WEEKDAYS[1]}, {short_date(paper)} 10:12:19 GMT ({paper.number}kb)",
        )
        sheet.write(
            "Which authors of this paper are endorsers? | Disable MathJax (What is MathJax?)",
            "Link back to: arXiv, form interface, contact.",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract", "year"))


@layout("arxiv_abs", "head_only")
def abs_head(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Only the middle of each page, selected by mouse, with an empty line between two."""
    for paper in some:
        sheet.write(f"[Submitted on {short_date(paper)}]", paper.title, listed(paper.names, ", "))
        sheet.write(
            f"    {paper.abstract}",
            "",
            f"Subjects:\t{_subjects(paper)}",
            f"Cite as:\tarXiv:{paper.arxiv_id} [{paper.categories[0][0]}]",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract", "year"))


# Digests


@layout("id_above_title", "bare")
def id_above(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A digest with the identifier in front of each title, and nothing that says which is whose."""
    for paper in some:
        sheet.write(paper.arxiv_id, paper.title, ", ".join(paper.names), paper.abstract, "")
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract"))


@layout("id_above_title", "url_and_date")
def id_above_url(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The address and date in front of each title, no authors, abstracts wrapped, no empty line between."""
    sheet.write(
        f"arXiv digest for {long_date(some[0])}", f"{len(some)} papers match your keywords", ""
    )
    for paper in some:
        sheet.write(
            abs_url(paper),
            f"{paper.year}-{paper.month:02}-{paper.day:02}",
            paper.title,
            *wrap(paper.abstract, 80),
        )
        sheet.paper(known(paper, "title", "arxiv", "abstract", "year"))


@layout("id_above_title", "prefixed_no_abstracts")
def id_above_prefixed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Identifier, title and authors on a line each, some papers with an abstract."""
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"{index}. arXiv:{paper.arxiv_id}v1 ({paper.categories[0][0]})",
            *wrap(paper.title, 72),
            *wrap(listed(paper.names), 72),
        )
        truth = known(paper, "title", "authors", "arxiv")
        if paper.number % 2:
            sheet.write("", *wrap(paper.abstract, 72))
            truth = replace(truth, abstract_starts=paper.starts)
        sheet.write("")
        sheet.paper(truth)


@layout("labelled_digest", "all_labels")
def labelled(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A script's digest: every field has its label."""
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"Paper {index}/{len(some)}",
            f"Title: {paper.title}",
            f"Authors: {', '.join(paper.names)}",
        )
        sheet.write(
            f"Published: {paper.year}-{paper.month:02}-{paper.day:02}T17:59:59Z",
            f"Link: http://arxiv.org/abs/{paper.arxiv_id}v1",
        )
        sheet.write(
            f"Abstract: {paper.abstract}",
            "Relevance: 0.81" if paper.number % 2 else "Score: 7/10",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract", "year"))


@layout("labelled_digest", "contents_then_papers")
def labelled_contents(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A page of a personal digest: a table of contents first, then the papers."""
    sheet.write(
        f"Personalized Daily ArXiv Papers {long_date(some[0])}",
        f"Total relevant papers: {len(some)}",
        "",
        "Table of contents with paper titles:",
        "",
    )
    for index, paper in enumerate(some, 1):
        sheet.write(f"  {index}. {paper.title} Authors: {', '.join(paper.names)}", "")
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"{index}. {paper.title}",
            "",
            f"ArXiv ID: {paper.arxiv_id}",
            "",
            f"Authors: {', '.join(paper.names)}",
            "",
        )
        sheet.write(
            f"Abstract: {paper.abstract}",
            "",
            "Comment: Matches your interest in new methods.",
            "Relevance: 9 Novelty: 7",
            "",
            "Back to [topic] [top]",
            "",
        )
        sheet.paper(
            Truth(
                paper.title,
                paper.names,
                arxiv_id=paper.arxiv_id,
                abstract_starts=paper.starts,
                times=2,
            )
        )


@layout("labelled_digest", "wrapped_bold")
def labelled_bold(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A digest with Markdown's bold labels, wrapped."""
    for paper in some:
        sheet.write(
            f"## {paper.title}",
            "",
            f"**Authors:** {listed(paper.names)}  ",
            f"**arXiv:** [{paper.arxiv_id}]({abs_url(paper)})  ",
        )
        sheet.write(
            f"**Categories:** {', '.join(code for code, _ in paper.categories)}  ",
            "",
            *wrap(f"**Abstract:** {paper.abstract}", 80),
            "",
            "---",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract"))
