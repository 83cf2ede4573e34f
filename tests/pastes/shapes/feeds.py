"""Sites that show papers as a feed: alphaXiv, Hugging Face, Papers with Code, benty-fields, CatalyzeX."""

from collections.abc import Sequence
from dataclasses import replace

from tests.pastes.model import Paper, Truth
from tests.pastes.sheet import MONTHS, Sheet, known, layout, listed, long_date, short_date, wrap

# alphaXiv


@layout("alphaxiv", "trending")
def alphaxiv(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The feed: date, title, institutions, a summary, tags, votes."""
    sheet.write(
        "alphaXiv",
        "Explore",
        "People",
        "Labs",
        "Feedback",
        "Sign In",
        "Trending Papers",
        "Hot",
        "New",
        "Likes",
        "Filters",
        "",
    )
    for paper in some:
        summary = f"Researchers from {paper.affiliations[0]} study {paper.keywords[0]}, and find {paper.number % 40 + 2}% less {paper.keywords[-1]}."
        sheet.write(
            short_date(paper),
            *paper.keywords[:2],
            paper.title,
            *paper.affiliations,
            summary,
            "View blog",
            "Resources" + str(paper.number * 3),
            f"{paper.number}",
            "Bookmark",
        )
        sheet.paper(Truth(paper.title, year=paper.year, snippet=summary))
    sheet.write("Load more", "There are no more items at this time.")


@layout("alphaxiv", "with_abstracts")
def alphaxiv_abstracts(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The feed of last year: authors and the abstract, hash tags."""
    sheet.write("alphaXiv", "Sign in", "Explore", "Communities", "Sort by: Hot", "7 Days", "")
    for paper in some:
        sheet.write(
            paper.title,
            f"{listed(paper.names, ', ')}",
            long_date(paper),
            " ".join(f"#{code.replace('.', '-').lower()}" for code, _ in paper.categories),
            paper.abstract,
            f"{paper.number} likes · {paper.number % 9} comments",
            "Read more",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract", "year"))


@layout("alphaxiv", "logged_in_links")
def alphaxiv_links(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The feed as Markdown from a page grabber: titles are links."""
    for paper in some:
        sheet.write(
            f"[{paper.title}](https://www.alphaxiv.org/abs/{paper.arxiv_id})",
            "",
            f"[{paper.affiliations[0]}](https://www.alphaxiv.org/?organizations={paper.key})",
            "",
            paper.abstract,
            "",
            f"[View blog](https://www.alphaxiv.org/overview/{paper.arxiv_id})",
            f"{paper.number}",
            "",
        )
        sheet.paper(known(paper, "title", "arxiv", "abstract"))


# Hugging Face


_HF_HEAD = """
Hugging Face's logo
Hugging Face
Models
Datasets
Spaces
Community
Docs
Enterprise
Pricing
Log In
Sign Up
new
Get trending papers in your email inbox once a day!
Get trending papers in your email inbox!
Subscribe
Daily Papers
by
AK
and the research community
Daily
Weekly
Monthly
"""


@layout("hf_papers", "daily")
def hf_daily(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Daily papers: who sent it in, votes, title, number of authors, comments."""
    sheet.block(_HF_HEAD)
    sheet.write(f"{MONTHS[some[0].month - 1][:3]} {some[0].day}")
    for paper in some:
        sheet.write(
            "Submitted by",
            paper.key[:7].lower(),
            str(paper.number % 150),
            "",
            paper.title,
            f"{'' if paper.number % 3 else paper.affiliations[0]}",
            f"·{len(paper.authors)} authors",
            str(paper.number % 6 + 1),
            "",
        )
        sheet.paper(known(paper, "title"))
    sheet.write("Previous", "Next", "Company", "TOS", "Privacy", "About", "Jobs", "Website")


@layout("hf_papers", "trending_abstracts")
def hf_trending(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Trending or found papers: title, abstract, date and links to code."""
    sheet.write(
        "new",
        "",
        "Get trending papers in your email inbox!",
        "",
        "Subscribe",
        "",
        "Trending Papers",
        "byAK and the research community",
        "",
    )
    for paper in some:
        sheet.write(
            paper.title,
            "",
            paper.abstract,
            "",
            f"{len(paper.authors)} authors",
            "",
            "·",
            f"Published on {MONTHS[paper.month - 1][:3]} {paper.day}, {paper.year}",
            "",
            f"GitHub {paper.number / 10:.1f}k",
            "arXiv Page",
            "",
        )
        sheet.paper(known(paper, "title", "abstract", "year"))


@layout("hf_papers", "text_browser_markdown")
def hf_markdown(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Headings with numbered links, wrapped, brackets on lines of their own; the links at the end."""
    sheet.write(
        "[[Hugging Face's logo] Hugging Face][1]",
        "* [ Models ][2]",
        "* [ Datasets ][3]",
        "* [Log In][4]",
        "",
        "# Daily Papers",
        "",
        "## by[AK][5] and the research community",
        "* Daily",
        "* Weekly",
        "",
    )
    link = 6
    for paper in some:
        sheet.write(
            f"{MONTHS[paper.month - 1][:3]} {paper.day}",
            "[",
            str(paper.number % 90) if paper.number % 3 else "-",
            f"][{link}]",
            "",
            f"### [{paper.title}][{link + 1}]",
            "",
            "[",
            "",
            *wrap(paper.abstract, 120),
            "",
            f"][{link + 1}]",
            "",
            "[",
            f"* {len(paper.authors)} authors",
            f"][{link + 1}]",
            "·",
            "",
        )
        link += 2
        sheet.paper(replace(known(paper, "title", "arxiv", "abstract")))
    for place, paper in enumerate(some):
        sheet.write(
            f"[{6 + 2 * place}]: https://huggingface.co/login?next=%2Fpapers%2F{paper.arxiv_id}",
            f"[{7 + 2 * place}]: https://huggingface.co/papers/{paper.arxiv_id}",
        )


@layout("hf_papers", "each_twice")
def hf_twice(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Every paper twice in a row, with a machine's summary in place of some abstracts."""
    sheet.write("# Trending Papers", "", "## by AK and the research community", "")
    for paper in some:
        summary = f"{paper.keywords[0].capitalize()} is combined with {paper.keywords[1]} to handle difficult cases."
        text = wrap(paper.abstract, 79) if paper.number % 2 else [summary]
        for _ in range(2):
            sheet.write(
                *wrap(f"### {paper.title}", 79, "  ", ""),
                "",
                *text,
                f"- {len(paper.authors)} authors",
                f"[LINK: GitHub {paper.number / 10:.1f}k](https://github.com/{paper.key.lower()}/x)",
                "",
            )
        truth = (
            known(paper, "title", "abstract")
            if paper.number % 2
            else Truth(paper.title, snippet=summary)
        )
        sheet.paper(replace(truth, times=2))


@layout("hf_papers", "urls_on_own_lines")
def hf_urls(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Each piece followed by its address on a line of its own."""
    sheet.write(
        "Daily Papers - Hugging Face",
        "",
        "Models",
        "",
        "https://huggingface.co/models",
        "",
        "Log In",
        "",
        "https://huggingface.co/login",
        "",
        "Daily Papers",
        "",
    )
    for paper in some:
        page = f"https://huggingface.co/papers/{paper.arxiv_id}"
        sheet.write(
            f" [-] {paper.number % 99}",
            "",
            f"https://huggingface.co/login?next=%2Fpapers%2F{paper.arxiv_id}",
            "",
            paper.title,
            "",
            page,
            "",
            paper.abstract,
            "",
            page,
            "",
            f"{len(paper.authors)} authors",
            "",
            "·",
            "",
            f"{MONTHS[paper.month - 1][:3]} {paper.day}, {paper.year}",
            "",
        )
        sheet.paper(known(paper, "title", "arxiv", "abstract"))


# Papers with Code


@layout("papers_with_code", "trending")
def pwc(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title, repository, abstract, tasks, stars."""
    sheet.write(
        "Browse State-of-the-Art",
        "Datasets",
        "Methods",
        "More",
        "Sign In",
        "Trending Research",
        "Subscribe to the PwC Newsletter",
        "Top",
        "Social",
        "New",
        "Greatest",
        "",
    )
    for paper in some:
        sheet.write(
            paper.title,
            f"{paper.key[:6].lower()}/code • • {paper.short_venue} {paper.year}",
            paper.abstract,
            "",
            f"{paper.keywords[0].title()} +{paper.number % 4}",
            "",
            f"{paper.number * 7:,}",
            f"{paper.number / 100:.2f} stars / hour",
            "",
            " Paper",
            " Code",
            "",
        )
        sheet.paper(known(paper, "title", "abstract"))
    sheet.write(
        "Papers With Code is a free resource with all data licensed under CC-BY-SA.",
        "Terms",
        "Data policy",
        "Cookies policy",
    )


@layout("papers_with_code", "latest")
def pwc_latest(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The list of the newest: no empty lines, the code's place behind the title's line."""
    for paper in some:
        cut = paper.abstract[:170].rsplit(" ", 1)[0]
        sheet.write(
            paper.title,
            "no code yet" if paper.number % 3 else f"{paper.key[:5].lower()}/repo • pytorch",
            f"• {short_date(paper)}",
            f"{cut}…",
            f"{paper.number}",
            "Paper",
            "Code",
        )
        sheet.paper(Truth(paper.title, abstract_starts=paper.starts, year=paper.year))


@layout("papers_with_code", "paper_table")
def pwc_table(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A task's leader board: rank, model, numbers, title, year, tabs between."""
    sheet.write("Rank\tModel\tAccuracy\tExtra\tPaper\tCode\tResult\tYear\tTags")
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"{index}\tModel-{paper.key[:4]}\t{99 - index / 10:.1f}\t{'✓' if index % 2 else '✗'}\t{paper.title}\t\tEnter\t{paper.year}\tTransformer"
        )
        sheet.paper(known(paper, "title", "year"))


# benty-fields


_BENTY = """
benty-fields
Daily paper
Paper search
Journal club
Jobs
Seminars
Recommendations
Logout
Today's arXiv papers
Sorted by your preferences | Sort by arXiv order
< previous day   next day >
Your areas: cs, stat, physics. Change
"""


@layout("benty_fields", "full")
def benty(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The daily list: rank and title, authors, identifier, buttons, abstract, comments."""
    sheet.block(_BENTY)
    sheet.write(f"{long_date(some[0])}: {len(some)} papers")
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"{index}. {paper.title}",
            ", ".join(paper.names),
            f"{paper.arxiv_id}v1",
            "abs",
            "pdf",
            "bibtex",
            "Share",
            "Add to library",
            "Add to journal club",
            "more like this",
            "less like this",
            paper.abstract,
        )
        if paper.comments:
            sheet.write(f"Authors' comments: {paper.comments}")
        sheet.write("Comments (0)", "")
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract"))
    sheet.write("Show more papers", "Contact | Privacy | FAQ | Follow us", "© benty-fields 2025")


@layout("benty_fields", "abstracts_closed")
def benty_closed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The list with closed abstracts, votes."""
    sheet.block(_BENTY)
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"{index}. {paper.title}",
            ", ".join(paper.names),
            f"{paper.arxiv_id}v2 [{paper.categories[0][0]}] show abstract",
            f"Votes: {paper.number % 4}",
            "Vote for this paper",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv"))


@layout("benty_fields", "no_empty_lines")
def benty_tight(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Selected by mouse: title, authors, abstract and comments follow each other without a gap."""
    for paper in some:
        sheet.write(
            paper.title,
            ", ".join(paper.names),
            *(wrap(paper.abstract, 79) if paper.number % 2 else [paper.abstract]),
        )
        if paper.comments:
            sheet.write(f"Authors' comments: {paper.comments}")
        sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("benty_fields", "recommendation_mail")
def benty_mail(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The mail with the day's most fitting papers."""
    sheet.write("Dear reader,", "these are today's papers that fit your interests best:", "")
    for index, paper in enumerate(some, 1):
        sheet.write(
            *wrap(f"{index}) {paper.title}", 76, "   ", ""),
            *wrap(f"by {listed(paper.names)}", 76, "   "),
            f"   http://www.arxiv.org/abs/{paper.arxiv_id}",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv"))
    sheet.write(
        "If you do not want to receive these mails, change your settings at",
        "https://www.benty-fields.com/settings",
    )


# CatalyzeX, and pages without titles


@layout("catalyzex", "with_links")
def catalyzex(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title, authors, abstract, and the site's own lines after each, CRLF."""
    sheet.newline = "\r\n"
    for paper in some:
        sheet.write(
            paper.title,
            "",
            ", ".join(paper.names),
            "",
            f"Abstract:{paper.abstract}",
            "",
            "Via",
            "",
            "Access Paper or Ask Questions",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("catalyzex", "with_icons_and_dates")
def catalyzex_icons(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The search page: a picture's text before each title, date and comments after the authors."""
    sheet.write(
        "Get our free extension to see links to code for papers anywhere online!",
        "Add to Chrome",
        "Add to Firefox",
        "",
        "Topic: slow learning",
        "",
    )
    for paper in some:
        sheet.write(
            f"Picture for {paper.title}",
            "",
            paper.title,
            f"{MONTHS[paper.month - 1][:3]} {paper.day:02}, {paper.year}",
            "",
            ", ".join(paper.names),
            "",
            f"Abstract:{paper.abstract}",
            "",
        )
        if paper.comments:
            sheet.write(f"* {paper.comments}", "")
        sheet.write("Via", "Access Paper or Ask Questions", "")
        sheet.paper(replace(known(paper, "title", "authors", "abstract", "year"), times=2))


@layout("catalyzex", "compact")
def catalyzex_compact(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The same without empty lines within a paper."""
    for paper in some:
        sheet.write(
            paper.title,
            ", ".join(paper.names),
            f"Abstract:{paper.abstract}",
            "Via",
            "Access Paper or Ask Questions",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("without_titles", "abstracts")
def nameless(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Abstracts alone, one a line."""
    for paper in some:
        sheet.write(f"Abstract:{paper.abstract}")
        sheet.paper(known(paper, "abstract"))


@layout("without_titles", "authors_and_abstracts")
def nameless_authors(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Authors, abstract, comments; the titles were links that did not come along."""
    for paper in some:
        sheet.write(
            ", ".join(paper.names),
            *(wrap(paper.abstract, 79) if paper.number % 2 else [paper.abstract]),
        )
        sheet.write(f"Authors' comments: {paper.comments or '12 pages'}")
        sheet.paper(known(paper, "authors", "abstract"))


@layout("without_titles", "abstracts_and_ids")
def nameless_ids(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Identifier and abstract, wrapped, an empty line between papers."""
    for paper in some:
        sheet.write(f"arXiv:{paper.arxiv_id}", *wrap(paper.abstract, 72), "")
        sheet.paper(known(paper, "arxiv", "abstract"))
