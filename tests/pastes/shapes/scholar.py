"""Search engines: Google Scholar's results, profiles and alert mails, Semantic Scholar."""

from collections.abc import Sequence

from tests.pastes.model import Paper, Truth
from tests.pastes.sheet import MONTHS, Sheet, abs_url, known, layout, listed, wrap

_SITES = (
    "arxiv.org",
    "Elsevier",
    "ieeexplore.ieee.org",
    "Springer",
    "dl.acm.org",
    "mdpi.com",
    "nature.com",
    "Wiley Online Library",
)


def _meta(sheet: Sheet, paper: Paper, width: int = 60) -> tuple[str, Truth]:
    """Return the green line of a result, and what the result says."""
    shown, more = [person.terse for person in paper.authors], False
    while len(shown) > 1 and len(", ".join(shown)) > width:
        shown, more = shown[:-1], True
    names = ", ".join(shown) + ("…" if more else "")
    site = sheet.random.choice(_SITES)
    if site == "arxiv.org":
        where = f"arXiv preprint arXiv:{paper.arxiv_id}, {paper.year} - arxiv.org"
    elif len(paper.venue) > 34:
        cut = " ".join(paper.venue[:34].split(" ")[:-1])
        where = f"{cut} …, {paper.year} - {site}"
    else:
        where = f"{paper.venue}, {paper.year} - {site}"
    arxiv_id = paper.arxiv_id if site == "arxiv.org" else None
    return f"{names} - {where}", Truth(
        paper.title, tuple(shown), more, arxiv_id=arxiv_id, year=paper.year
    )


def _snippet(paper: Paper) -> tuple[str, str]:
    """Return the excerpt under a result, and the words of it that are the abstract's."""
    words = paper.abstract.split(" ")
    start = 0 if paper.number % 2 else min(6, len(words) - 4)
    cut = " ".join(words[start : start + 28])
    return f"{'… ' if start else ''}{cut} …", cut


_SCHOLAR_HEAD = """
Loading...
The system can't perform the operation now. Try again later.
Cite
Advanced search
Find articles
with all of the words
with the exact phrase
Saved to My library
Done
Remove article
Articles
Case law
Profiles
My profileMy libraryAlertsMetrics
Advanced search
Settings
Articles
Scholar
About 41,300 results (0.07 sec)
My profileMy library
YearAny time
Since 2025
Since 2024
Since 2021
Custom range...
Sort by relevance
Sort by date
Any type
Review articles
include patents
include citations
Create alert
"""


@layout("scholar_results", "chrome")
def scholar_chrome(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Results with the page's menus; the PDF's place above the title, kinds in brackets before it."""
    sheet.block(_SCHOLAR_HEAD)
    for paper in some:
        _scholar_result(sheet, paper, links=True)
    sheet.block("""
        Related searches
        sparse coral survey
        coral bleaching model
        12345678910
        Next
        Privacy
        Terms
        Help
        About Scholar
        Search help
        """)


def _scholar_result(
    sheet: Sheet, paper: Paper, links: bool = False, foot: str = "Save Cite"
) -> None:
    meta, truth = _meta(sheet, paper)
    text, cut = _snippet(paper)
    kind = sheet.random.choice(("", "", "", "[HTML] ", "[PDF] ", "[BOOK] "))
    if links and paper.number % 3:
        sheet.write(
            f"[{'HTML' if kind.startswith('[H') else 'PDF'}] {sheet.random.choice(('arxiv.org', 'mdpi.com', 'ieee.org', 'researchgate.net'))}"
        )
        if paper.number % 4 == 0:
            sheet.write(sheet.random.choice(("Find@UN", "Full View", "Get it at Northmere")))
    more = f" All {paper.number % 17 + 2} versions" if paper.number % 2 else ""
    cited = f" Cited by {paper.number * 3}" if paper.number % 5 else ""
    sheet.write(f"{kind}{paper.title}", meta, text, f"{foot}{cited} Related articles{more} ")
    sheet.paper(
        Truth(
            truth.title,
            truth.authors,
            truth.more_authors,
            truth.arxiv_id,
            year=truth.year,
            snippet=cut,
        )
    )


@layout("scholar_results", "results_only")
def scholar_selected(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Only the results, selected by mouse."""
    for paper in some:
        _scholar_result(sheet, paper)


@layout("scholar_results", "firefox")
def scholar_firefox(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Results from another browser: empty lines around each, no "Save"."""
    sheet.write("About 1,230 results (0,05 sec)", "")
    for paper in some:
        _scholar_result(sheet, paper, foot="☆ Save 99 Cite")
        sheet.write("")


@layout("scholar_results", "text_browser")
def scholar_lynx(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Results from a text browser: wrapped, links numbered."""
    sheet.write(
        "   [1]Google Scholar",
        "   ____________________ (BUTTON)",
        "   [2]Articles [3]Case law [4]Profiles",
        "",
    )
    link = 5
    for paper in some:
        meta, truth = _meta(sheet, paper)
        text, cut = _snippet(paper)
        sheet.write(
            *wrap(f"[{link}]{paper.title}", 72, "   "),
            *wrap(meta, 72, "   "),
            *wrap(text, 72, "   "),
        )
        sheet.write(
            f"   [{link + 1}]Save [{link + 2}]Cite [{link + 3}]Cited by {paper.number} [{link + 4}]Related articles",
            "",
        )
        link += 5
        sheet.paper(
            Truth(
                truth.title,
                truth.authors,
                truth.more_authors,
                truth.arxiv_id,
                year=truth.year,
                snippet=cut,
            )
        )


@layout("scholar_profile", "tabs")
def scholar_profile(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A researcher's profile: title, authors, journal, then citations and year."""
    owner = some[0].authors[0]
    sheet.write(
        owner.name,
        "Professor of Slow Learning, University of Northmere",
        "Verified email at northmere.example - Homepage",
        "Slow learningInk studies",
        "ArticlesCited byPublic accessCo-authors",
        "Title\t",
        "Sort by citationsSort by yearSort by title",
        "Cited by\tYear",
    )
    for paper in some:
        _profile_row(sheet, paper, "\t")
    sheet.write(
        "Articles 1–20Show more",
        "Cited by",
        "View all",
        "All\tSince 2020",
        "Citations\t4312\t2210",
        "h-index\t21\t18",
        "i10-index\t33\t27",
    )


def _profile_row(sheet: Sheet, paper: Paper, tab: str) -> None:
    shown = paper.authors[:6]
    names = ", ".join(person.terse for person in shown) + (
        ", ..." if len(paper.authors) > 6 else ""
    )
    where = (
        f"{paper.venue} {paper.volume} ({paper.issue}), {paper.pages}, {paper.year}"
        if paper.number % 2
        else f"arXiv preprint arXiv:{paper.arxiv_id}, {paper.year}"
    )
    sheet.write(paper.title, names, f"{where}{tab}{paper.number}{tab}{paper.year}")
    arxiv_id = None if paper.number % 2 else paper.arxiv_id
    sheet.paper(
        Truth(
            paper.title,
            tuple(person.terse for person in shown),
            len(paper.authors) > 6,
            arxiv_id=arxiv_id,
            year=paper.year,
        )
    )


@layout("scholar_profile", "spaces")
def scholar_profile_spaces(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The rows alone, the columns separated by blanks."""
    for paper in some:
        _profile_row(sheet, paper, "   ")


@layout("scholar_profile", "library")
def scholar_library(sheet: Sheet, some: Sequence[Paper]) -> None:
    """My library, logged in."""
    sheet.write(
        "My library",
        "Search library",
        "Reading list",
        "Trash",
        "Manage labels...",
        f"1 - {min(20, len(some))} of {len(some)}",
        "Label as...",
    )
    for paper in some:
        meta, truth = _meta(sheet, paper)
        sheet.write(
            paper.title,
            meta,
            f"Edit Delete Cite Cited by {paper.number} Related articles",
            "Reading list",
        )
        sheet.paper(truth)
    sheet.write("PrivacyTermsHelp")


# Alerts


@layout("scholar_alert", "html_copied")
def alert_html(sheet: Sheet, some: Sequence[Paper]) -> None:
    """An alert as a mail program shows it."""
    sheet.write(
        "Google Scholar <scholaralerts-noreply@google.com>", "Tue, 4 Mar, 06:12", "to me", ""
    )
    for paper in some:
        _alert(sheet, paper)
        sheet.write(
            sheet.random.choice(
                ("Save Twitter LinkedIn Facebook", "Save\tTwitter\tLinkedIn\tFacebook")
            ),
            " ",
        )
    sheet.write(
        "This message was sent by Google Scholar because you're following new articles related to research by "
        + some[0].authors[0].name
        + ".",
        "List alerts",
        "Cancel alert",
    )


def _alert(sheet: Sheet, paper: Paper, cites: bool = False) -> None:
    meta, truth = _meta(sheet, paper, 70)
    meta = meta.rsplit(" - ", 1)[0]
    text, cut = _snippet(paper)
    kind = sheet.random.choice(("", "", "[PDF] ", "[HTML] "))
    sheet.write(f"{kind}{paper.title}", meta, text)
    if cites:
        sheet.write("•Cites: \u202aSlow widgets in fast networks\u202c")
    sheet.paper(
        Truth(
            truth.title,
            truth.authors,
            truth.more_authors,
            truth.arxiv_id,
            year=truth.year,
            snippet=cut,
        )
    )


@layout("scholar_alert", "citations")
def alert_citations(sheet: Sheet, some: Sequence[Paper]) -> None:
    """An alert about citations: every paper names the one that it cites."""
    for paper in some:
        _alert(sheet, paper, cites=True)
        sheet.write("")
    sheet.write(
        "This message was sent by Google Scholar because you're following new citations to articles written by you."
    )


@layout("scholar_alert", "plain_text_part")
def alert_plain(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The plain part of an alert: addresses in angle brackets, wrapped, CRLF."""
    sheet.newline = "\r\n"
    for paper in some:
        meta, truth = _meta(sheet, paper, 70)
        text, cut = _snippet(paper)
        sheet.write(*wrap(paper.title, 76))
        sheet.write(
            f"<https://scholar.google.com/scholar_url?url=https://example.org/{paper.key}&hl=en&sa=X&d={paper.pmid}&ei={paper.key}&scisig=AAZF&oi=scholaralrt>"
        )
        sheet.write(*wrap(meta.rsplit(" - ", 1)[0], 76), *wrap(text, 76))
        for name in ("Save", "Twitter", "LinkedIn", "Facebook"):
            sheet.write(
                f"[image: {name}]", f"<https://scholar.google.com/{name.lower()}?id={paper.key}>"
            )
        sheet.write("")
        sheet.paper(
            Truth(
                truth.title,
                truth.authors,
                truth.more_authors,
                truth.arxiv_id,
                year=truth.year,
                snippet=cut,
            )
        )
    sheet.write(
        "This message was sent by Google Scholar because you're following new results",
        "for [slow learning].",
        "List alerts",
        "<https://scholar.google.com/scholar_alerts?view_op=list_alerts>",
    )


@layout("scholar_alert", "several_mails")
def alert_several(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Alerts about different people, one after another, with the heads of the mails."""
    for start in range(0, len(some), 3):
        person = some[start].authors[0].name
        sheet.write(
            "From: Google Scholar Alerts <scholaralerts-noreply@google.com>",
            f"Subject: {person} - new articles",
            "Date: Mon, 3 Mar 2025 05:01:12 -0800",
            "",
        )
        for paper in some[start : start + 3]:
            _alert(sheet, paper)
            sheet.write("")
        sheet.write(
            f"This message was sent by Google Scholar because you're following new articles written by {person}.",
            "List alerts",
            "Unsubscribe",
            "",
        )


# Semantic Scholar


def _people(paper: Paper) -> tuple[str, tuple[str, ...], bool]:
    short = [person.short for person in paper.authors]
    if len(short) > 4:
        return (
            f"{short[0]}, {short[1]}, +{len(short) - 3} authors, {short[-1]}",
            (short[0], short[1], short[-1]),
            True,
        )
    return ", ".join(short), tuple(short), False


_S2_HEAD = """
Skip to search form
Skip to main content
Skip to account menu
Semantic Scholar
Semantic Scholar's Logo
Search 214,000,000 papers from all fields of science
Search
Sign In
Create Free Account
About 12,900 results for “slow learning”
Fields of Study
Date Range
Has PDF
Author
Journals & Conferences
Sort by Relevance
"""


@layout("semantic_scholar", "search")
def s2_search(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Search results with a summary by machine, or an abstract cut short."""
    sheet.block(_S2_HEAD)
    for paper in some:
        shown, names, more = _people(paper)
        sheet.write(
            paper.title,
            shown,
            "Computer Science",
            paper.venue,
            f"{paper.day} {MONTHS[paper.month - 1]} {paper.year}",
        )
        truth = Truth(paper.title, names, more, year=paper.year)
        if paper.number % 3:
            summary = f"This work finds that {paper.keywords[0]} and {paper.keywords[1]} matter more than was thought."
            sheet.write("TLDR", f"{summary} Expand")
            truth = Truth(paper.title, names, more, year=paper.year, snippet=summary)
        else:
            sheet.write(f"{paper.abstract[:150]}… Expand")
            truth = Truth(paper.title, names, more, abstract_starts=paper.starts, year=paper.year)
        sheet.write(
            str(paper.number),
            sheet.random.choice(("[PDF]", "View PDF on arXiv", "PDF")),
            "Save",
            "Alert",
            "Cite",
        )
        sheet.paper(truth)
    sheet.write(
        "1",
        "2",
        "3",
        "4",
        "5",
        "…",
        "Stay Connected With Semantic Scholar",
        "Sign Up",
        "What Is Semantic Scholar?",
        "Semantic Scholar is a free, AI-powered research tool for scientific literature, based at Ai2.",
        "Learn More",
    )


@layout("semantic_scholar", "library")
def s2_library(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The library of somebody who is logged in."""
    sheet.write(
        "Library",
        "Research Feeds",
        "All Papers",
        f"{len(some)} Papers",
        "Unsorted Papers",
        "Create Folder",
        "Sort by Date Added to Library",
    )
    for paper in some:
        shown, names, more = _people(paper)
        sheet.write(
            paper.title,
            f"{shown} - {paper.short_venue} - {paper.year}",
            "Folders: Unsorted",
            f"{paper.number} Citations",
            "PDF",
            "Cite",
            "Remove",
            "",
        )
        sheet.paper(Truth(paper.title, names, more, year=paper.year))


@layout("semantic_scholar", "feed_mail")
def s2_feed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The mail with recommended papers."""
    sheet.write("Semantic Scholar", "New papers recommended for your folder “Slow learning”", "")
    for paper in some:
        summary = f"A new way to study {paper.keywords[0]} is proposed."
        sheet.write(
            paper.title,
            f"{listed([person.short for person in paper.authors[:3]], ', ')}{' et al.' if len(paper.authors) > 3 else ''} • {paper.year}",
            f"TLDR: {summary}",
            "Save to Library | Not Relevant",
            "",
        )
        sheet.paper(
            Truth(
                paper.title,
                tuple(person.short for person in paper.authors[:3]),
                len(paper.authors) > 3,
                year=paper.year,
                snippet=summary,
            )
        )
    sheet.write(
        "You are receiving this email because you turned on a Research Feed.",
        "Manage alerts | Unsubscribe",
        "Ai2, 2157 N Northlake Way, Seattle WA",
    )


@layout("semantic_scholar", "paper_pages")
def s2_pages(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The pages of papers, one after another, down to their abstracts."""
    for paper in some:
        fields = ["title", "abstract", "year"]
        sheet.write(
            f"DOI:{paper.doi}",
            f"Corpus ID: {paper.pmid}",
            paper.title,
            ", ".join(person.name for person in paper.authors),
        )
        sheet.write(
            f"Published in {paper.venue} {paper.day} {MONTHS[paper.month - 1]} {paper.year}",
            "Computer Science",
            "TLDR",
            "It is shown that slow is fast enough. Expand",
            "",
            "View PDF",
            "Save to Library",
            "Create Alert",
            "Cite",
            f"{paper.number} Citations",
            f"{paper.number % 50} References",
            "Abstract",
            paper.abstract,
            "Figures and Tables from this paper",
            "figure 1",
            "table 1",
            "Ask This Paper",
            "BETA",
            "AI-Powered",
            "Related Papers",
            "",
        )
        sheet.paper(known(paper, *fields, "authors", "doi"))


# Others of their kind


@layout("inspire", "results")
def inspire(sheet: Sheet, some: Sequence[Paper]) -> None:
    """INSPIRE's results: number behind the title, e-print and journal below."""
    sheet.write(f"{len(some)} results", "cite all", "Most Recent")
    for index, paper in enumerate(some, 1):
        shown = paper.names[:5]
        more = " et al." if len(paper.names) > 5 else ""
        sheet.write(
            f"{paper.title}",
            f"#{index}",
            f"{', '.join(shown)}{more} ({MONTHS[paper.month - 1][:3]} {paper.day}, {paper.year})",
            f"Published in: {paper.short_venue} {paper.volume} ({paper.year}) {paper.first_page} • e-Print: {paper.arxiv_id} [{paper.categories[0][0]}]",
            "pdf",
            "links",
            "DOI",
            "cite",
            "claim",
            "reference search",
            f"{paper.number} citations",
        )
        sheet.paper(Truth(paper.title, shown, bool(more), arxiv_id=paper.arxiv_id, year=paper.year))


@layout("inspire", "scirate")
def scirate(sheet: Sheet, some: Sequence[Paper]) -> None:
    """SciRate: votes before each title, comments and abstract after it."""
    sheet.write("SciRate", "Search", "Login", "Sign up", "Top arXiv papers", "Show all abstracts")
    for paper in some:
        sheet.write(
            str(paper.number % 60),
            "Scite!",
            f"{paper.title} {paper.categories[0][0]}",
            f"arXiv:{paper.arxiv_id}v1",
            listed(paper.names),
            f"{MONTHS[paper.month - 1][:3]} {paper.day} {paper.year} {paper.categories[0][0]}",
            paper.abstract,
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract"))


@layout("inspire", "ads")
def ads(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The Astrophysics Data System: bibcode, date, citations, then title and authors turned round."""
    for index, paper in enumerate(some, 1):
        code = f"{paper.year}arXiv{paper.number:05}{paper.first_page:05}{paper.authors[0].family[0].upper()}"
        shown = [f"{person.family}, {person.given}".rstrip(", ") for person in paper.authors[:3]]
        more = len(paper.authors) > 3
        sheet.write(
            f"{index}",
            code,
            f"{paper.year}/{paper.month:02}",
            f"cited: {paper.number}",
            paper.title,
            "; ".join(shown) + (f" and {len(paper.authors) - 3} more" if more else ""),
            "",
        )
        sheet.paper(
            Truth(
                paper.title,
                tuple(person.name for person in paper.authors[:3]),
                more,
                year=paper.year,
            )
        )


@layout("labelled_digest", "newsletter")
def newsletter(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A weekly mail: a bold number and title, a sentence of praise, an address."""
    sheet.write(
        "🥇 Top Papers of the Week",
        "Hi all, here is what caught our eye. Thanks to our sponsor Tallow Cloud.",
        "",
    )
    for index, paper in enumerate(some, 1):
        praise = f"The authors look at {paper.keywords[0]}, and the results are worth your time."
        sheet.write(f"{index}). {paper.title} - {praise} (paper: {abs_url(paper)})", "")
        sheet.paper(Truth(paper.title, arxiv_id=paper.arxiv_id, snippet=praise))
    sheet.write("Was this mail forwarded to you? Subscribe here.", "Unsubscribe")
