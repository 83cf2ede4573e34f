"""Lists in Markdown: bullets, numbers, check boxes, tables, headings, awesome lists."""

from collections.abc import Sequence
from dataclasses import replace

from tests.pastes.model import Paper, Truth
from tests.pastes.sheet import Sheet, abs_url, known, layout, listed, wrap


def _cell(title: str) -> str:
    """Return a title as it stands in a table."""
    return title.replace("|", "\\|")


def _short(paper: Paper) -> tuple[str, tuple[str, ...], bool]:
    """Return the authors as an awesome list has them, and what that says."""
    if len(paper.authors) > 3:
        return f"{paper.names[0]} et al.", paper.names[:1], True
    return listed(paper.names, ", "), paper.names, False


@layout("markdown_list", "bullets_linked")
def bullets(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Bullets, the title a link."""
    sheet.write("# Reading list", "")
    for paper in some:
        sheet.write(f"- [{paper.title}]({abs_url(paper)})")
        sheet.paper(known(paper, "title", "arxiv"))


@layout("markdown_list", "numbers_with_authors")
def numbers(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Numbers, a link, authors, venue in italics."""
    for index, paper in enumerate(some, 1):
        shown, names, more = _short(paper)
        sheet.write(
            f"{index}. [{paper.title}](https://doi.org/{paper.doi}). {shown}. *{paper.short_venue}*, {paper.year}."
        )
        sheet.paper(Truth(paper.title, names, more, doi=paper.doi, year=paper.year))


@layout("markdown_list", "authors_below")
def authors_below(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A workshop's accepted papers: the title a link, "by" and the authors behind a tab on the next line."""
    sheet.write(
        "---",
        "layout: page",
        "title: Accepted Papers",
        "permalink: /accepted/",
        "---",
        "",
        "We thank all authors who submitted. All accepted papers are listed below in random order.",
        "",
    )
    for paper in some:
        sheet.write(
            f"* [{paper.title}](https://openreview.net/pdf/{paper.key.lower()}.pdf)",
            f"\t by {', '.join(paper.names)}",
            "",
        )
        sheet.paper(known(paper, "title", "authors"))


@layout("markdown_list", "check_boxes")
def check_boxes(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A to-do list: some done, some with a remark under it."""
    sheet.write("## Papers to read before the retreat", "")
    for paper in some:
        box = "x" if paper.number % 4 == 0 else " "
        sheet.write(f"- [{box}] {paper.title} (arXiv:{paper.arxiv_id})")
        if paper.number % 5 == 0:
            sheet.write("  - skim the appendix first")
        sheet.paper(known(paper, "title", "arxiv"))


@layout("markdown_list", "table")
def table(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A table of titles, venues, dates and links."""
    sheet.write(
        "| Title | Venue | Date | Code | Paper |", "|:------|:-----:|:----:|:----:|:-----:|"
    )
    for paper in some:
        code = f"[Github](https://github.com/{paper.key.lower()}/code)" if paper.number % 2 else "-"
        sheet.write(
            f"| **{_cell(paper.title)}** | {paper.short_venue} | {paper.year}-{paper.month:02}-{paper.day:02} | {code} | [arXiv]({abs_url(paper)}) |"
        )
        sheet.paper(known(paper, "title", "arxiv", "year"))


@layout("markdown_list", "table_linked_titles")
def table_links(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A table with numbers, authors, and titles that are links."""
    sheet.write("| # | Year | Paper | Authors | Notes |", "| --- | --- | --- | --- | --- |")
    for index, paper in enumerate(some, 1):
        shown, names, more = _short(paper)
        sheet.write(
            f"| {index} | {paper.year} | [{_cell(paper.title)}]({abs_url(paper)}) | {shown} | {'must read' if index % 3 == 0 else ''} |"
        )
        sheet.paper(Truth(paper.title, names, more, arxiv_id=paper.arxiv_id, year=paper.year))


@layout("markdown_list", "headings_linked")
def headings(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A heading a paper, the title a link, authors in italics, the abstract folded."""
    sheet.write("# Papers of the week", "")
    for paper in some:
        sheet.write(
            f"### [{paper.title}]({abs_url(paper)})",
            "",
            f"*{', '.join(paper.names)}*",
            "",
            "<details><summary>Abstract</summary>",
            "",
            paper.abstract,
            "",
            "</details>",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract"))


@layout("markdown_list", "headings_and_text")
def headings_text(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A numbered heading a paper, the link and the abstract below it, wrapped."""
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"## {index}. {paper.title}",
            f"**Link:** <{abs_url(paper)}>",
            "",
            *wrap(paper.abstract, 80),
            "",
        )
        sheet.paper(known(paper, "title", "arxiv", "abstract"))


@layout("markdown_list", "quoted_abstracts")
def quoted(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Bold titles with links behind, the abstract as a quotation."""
    for paper in some:
        sheet.write(
            f"**{paper.title}** [[paper]]({abs_url(paper)}) [[code]](https://github.com/{paper.key.lower()}/x)",
            f"_{listed(paper.names)}_",
            "",
            f"> {paper.abstract}",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "abstract"))


_AWESOME = """
# Awesome {topic} [![Awesome](https://awesome.re/badge.svg)](https://awesome.re) [![PRs Welcome](https://img.shields.io/badge/PRs-welcome-brightgreen.svg)](CONTRIBUTING.md)

> A curated list of resources on {topic}. Contributions are welcome!

## Contents

- [Surveys](#surveys)
- [Papers](#papers)
  - [Theory](#theory)
  - [Applications](#applications)
- [Contributing](#contributing)
- [License](#license)

## Surveys
"""
_AWESOME_END = """

## Contributing

Please read the [contribution guidelines](CONTRIBUTING.md) first. Open a pull request if we missed something.

## License

[![CC0](https://licensebuttons.net/p/zero/1.0/88x31.png)](https://creativecommons.org/publicdomain/zero/1.0/)
"""


def _awesome(sheet: Sheet, some: Sequence[Paper], index: int) -> None:
    for start, heading in (
        (max(1, len(some) // 4), "## Papers\n\n### Theory"),
        (max(2, len(some) // 2), "### Applications"),
    ):
        if index == start:
            sheet.write("", heading, "")


@layout("awesome_list", "links_and_badges")
def awesome(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title in bold, authors, venue in backticks, badges."""
    sheet.block(_AWESOME.format(topic="Resilient Widgets"))
    sheet.write("")
    for index, paper in enumerate(some):
        _awesome(sheet, some, index)
        shown, names, more = _short(paper)
        stars = (
            f"![Star](https://img.shields.io/github/stars/{paper.key.lower()}/code.svg?style=social&label=Star)"
            if index % 2
            else ""
        )
        sheet.write(
            f"- **{paper.title}**, {shown}, `{paper.short_venue} {paper.year}` [[Paper]]({abs_url(paper)}) [[Code]](https://github.com/{paper.key.lower()}/code) {stars}".rstrip()
        )
        sheet.paper(Truth(paper.title, names, more, arxiv_id=paper.arxiv_id, year=paper.year))
    sheet.block(_AWESOME_END)


@layout("awesome_list", "venue_first")
def awesome_venue(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Venue and year in brackets in front of the title, resources behind it."""
    sheet.block(_AWESOME.format(topic="Slow Learning"))
    sheet.write("")
    for index, paper in enumerate(some):
        _awesome(sheet, some, index)
        sheet.write(
            f"* [{paper.short_venue} {paper.year}] {paper.title} [[paper](https://arxiv.org/pdf/{paper.arxiv_id}.pdf)] [[project](https://{paper.key.lower()}.github.io/)]"
        )
        sheet.paper(known(paper, "title", "arxiv", "year"))
    sheet.block(_AWESOME_END)


@layout("awesome_list", "several_lines")
def awesome_lines(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title on the bullet's line, authors, venue and links as sub-bullets."""
    sheet.block(_AWESOME.format(topic="Ink Studies"))
    sheet.write("")
    for index, paper in enumerate(some):
        _awesome(sheet, some, index)
        sheet.write(
            f"- {paper.title}",
            f"  - Authors: {', '.join(paper.names)}",
            f"  - {paper.venue}, {paper.year}",
            f"  - [[PDF]]({abs_url(paper)}) [[BibTeX]](#)",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "year"))
    sheet.block(_AWESOME_END)


@layout("awesome_list", "rendered")
def awesome_rendered(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The list as GitHub shows it, copied from the browser: no links left, GitHub's own furniture."""
    sheet.block("""
        Skip to content
        Navigation Menu
        Product
        Solutions
        Resources
        Open Source
        Enterprise
        Pricing
        Search or jump to...
        Sign in
        Sign up
        slowlearner
        /
        awesome-slow-learning
        Public
        Notifications
        Fork 214
        Star 3.1k
        Code
        Issues
        12
        Pull requests
        3
        Actions
        Folders and files
        Name
        Last commit message
        Last commit date
        README.md
        Update README.md
        2 months ago
        Repository files navigation
        README
        CC0-1.0 license
        Awesome Slow Learning
        A curated list of resources on slow learning.

        Papers
        """)
    for paper in some:
        shown, names, more = _short(paper)
        sheet.write(f"{paper.title}, {shown}, {paper.short_venue} {paper.year} [Paper] [Code]")
        sheet.paper(Truth(paper.title, names, more, year=paper.year))
    sheet.write(
        "",
        "About",
        "A curated list of resources on slow learning",
        "Readme",
        "License",
        "Activity",
        "Stars",
        "3.1k stars",
        "Watchers",
        "88 watching",
        "Forks",
        "214 forks",
        "Report repository",
        "Contributors",
        "31",
        "Footer",
        "© 2025 GitHub, Inc.",
        "Terms",
        "Privacy",
        "Security",
        "Status",
        "Docs",
        "Contact",
        "Manage cookies",
        "Do not share my personal information",
    )


@layout("readme_news", "dates_in_front")
def readme_news(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A daily list in a repository: date, title, authors and link between bars."""
    sheet.write(
        "## Updated on 2025.03.14",
        "",
        "|Publish Date|Title|Authors|PDF|Code|",
        "|---|---|---|---|---|",
    )
    for paper in some:
        date = f"{paper.year}-{paper.month:02}-{paper.day:02}"
        sheet.write(
            f"|**{date}**|**{_cell(paper.title)}**|{paper.names[0]} et.al.|[{paper.arxiv_id}](http://arxiv.org/abs/{paper.arxiv_id})|null|"
        )
        truth = known(paper, "title", "arxiv", "year")
        sheet.paper(replace(truth, authors=paper.names[:1], more_authors=True))


@layout("readme_news", "bold_dates")
def readme_bold(sheet: Sheet, some: Sequence[Paper]) -> None:
    """News of a group's page: a date in bold, the title in quotation marks within a sentence's scraps."""
    sheet.write("## Publications", "")
    for paper in some:
        sheet.write(
            f'- **[{paper.month:02}/{paper.year}]** {", ".join(paper.names)}. "{paper.title}". {paper.venue}. [[arXiv]({abs_url(paper)})]'
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "year"))


@layout("readme_news", "links_on_next_line")
def readme_links(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A number and the title, then authors, then links on a line of their own; trailing backslashes."""
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"{index}. **{paper.title}** \\",
            f"   {', '.join(paper.names)} \\",
            f"   {paper.short_venue}, {paper.year} \\",
            f"   [[paper]]({abs_url(paper)}) [[code]](https://github.com/{paper.key.lower()}/c)",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "arxiv", "year"))


# The same paper twice


@layout("duplicates", "highlights_then_all")
def highlights(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A list with highlights first, which are in the whole list again."""
    chosen = [paper for index, paper in enumerate(some) if index % 4 == 0]
    sheet.write("# Highlights", "")
    sheet.write(*(f"- ⭐ [{paper.title}]({abs_url(paper)})" for paper in chosen))
    sheet.write("", "# All papers", "")
    for paper in some:
        sheet.write(f"- [{paper.title}]({abs_url(paper)}) - {listed(paper.names, ', ')}")
        sheet.paper(
            replace(known(paper, "title", "authors", "arxiv"), times=2 if paper in chosen else 1)
        )


@layout("duplicates", "versions")
def versions(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Some papers as a preprint and again as published, the title in another case."""
    for paper in some:
        sheet.write(paper.title, ", ".join(paper.names), f"arXiv:{paper.arxiv_id}", "")
        truth = known(paper, "title", "authors", "arxiv")
        if paper.number % 3 == 0:
            sheet.write(
                paper.title.upper() if "$" not in paper.title else paper.title,
                ", ".join(paper.names),
                f"{paper.venue}, {paper.year}. doi:{paper.doi}",
                "",
            )
            truth = replace(truth, doi=paper.doi, times=2)
        sheet.paper(truth)


@layout("duplicates", "pasted_twice")
def pasted_twice(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The same page pasted two times by mistake."""
    for _ in range(2):
        for paper in some:
            sheet.write(paper.title, abs_url(paper), paper.abstract, "")
    for paper in some:
        sheet.paper(replace(known(paper, "title", "arxiv", "abstract"), times=2))
