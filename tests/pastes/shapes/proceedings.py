"""Conferences: OpenReview, the ACL Anthology, PMLR, NeurIPS, DBLP, journals' tables of contents."""

from collections.abc import Sequence
from dataclasses import replace

from tests.pastes.model import Paper, Truth
from tests.pastes.sheet import MONTHS, Sheet, known, layout, listed, long_date, short_date, wrap

# OpenReview


def _openreview(sheet: Sheet, paper: Paper) -> Truth:
    return replace(
        known(paper, "title", "authors"), url=f"https://openreview.net/forum?id={paper.key}"
    )


_OR_HEAD = """
OpenReview.net
Search OpenReview...
Login
back arrowGo to {venue} homepage
{venue} Conference
{place}
Please see the venue website for more information.
Submission Start: Aug 28 {year} 12:00AM UTC-0, Abstract Registration: Sep 23 {year} 11:59AM UTC-0, End: Sep 28 {year} 12:00PM UTC-0
"""


def _venue_head(sheet: Sheet, paper: Paper) -> None:
    sheet.block(
        _OR_HEAD.format(
            venue=f"{paper.short_venue} {paper.year}",
            place="Lindau, Germany May 7 2024",
            year=paper.year,
        )
    )
    sheet.write(
        "Your Consoles",
        "Accept (Oral)",
        "Accept (Poster)",
        "Reject",
        "Withdrawn Submissions",
        "Recent Activity",
        "",
    )


@layout("openreview_group", "details_closed")
def or_group(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A conference's list, details closed."""
    _venue_head(sheet, some[0])
    for paper in some:
        sheet.write(
            paper.title,
            listed(paper.names, ", "),
            f"{short_date(paper)} (modified: {short_date(paper)})",
            f"{paper.short_venue} {paper.year} {sheet.random.choice(('poster', 'oral', 'spotlight'))}",
            "Readers:  Everyone",
            "Show details",
            "",
        )
        sheet.paper(known(paper, "title", "authors"))
    sheet.write(
        "«‹12345678910…36›»",
        "About OpenReview",
        "Hosting a Venue",
        "All Venues",
        "Contact",
        "Sponsors",
        "Donate",
        "Frequently Asked Questions",
        "Terms of Use",
        "Privacy Policy",
        "OpenReview is a long-term project to advance science through improved peer review with legal nonprofit status. © 2025 OpenReview",
    )


@layout("openreview_group", "details_open")
def or_details(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A conference's list with every paper's details shown."""
    _venue_head(sheet, some[0])
    for paper in some:
        summary = f"We look at {paper.keywords[0]} again."
        sheet.write(
            paper.title,
            ", ".join(paper.names),
            f"Published: {short_date(paper)}, Last Modified: {short_date(paper)}",
            f"{paper.short_venue} {paper.year} poster",
            "Everyone",
            "Revisions",
            "BibTeX",
            "Hide details",
        )
        sheet.write(f"Keywords: {', '.join(paper.keywords)}")
        if paper.number % 2:
            sheet.write(f"TL;DR: {summary}")
        sheet.write(
            f"Abstract: {paper.abstract}",
            "Primary Area: general machine learning",
            f"Submission Number: {paper.number}",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("openreview_group", "old_design")
def or_old(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The list of 2020: one line of dates, venue and readers glued together."""
    sheet.write(
        "Open Peer Review. Open Publishing. Open Access. Open Discussion. Open Directory. Open Recommendations. Open API. Open Source.",
        "Go to homepage",
        "Search Accepted Papers",
        "Poster Presentations",
        "",
    )
    for paper in some:
        sheet.write(
            paper.title,
            ", ".join(paper.names),
            f"{short_date(paper)} (modified: {short_date(paper)}){paper.short_venue} {paper.year} PosterReaders: EveryoneShow BibtexShow Revisions",
            "Keywords:" + ", ".join(paper.keywords),
            f"Abstract:{paper.abstract}",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("openreview_forum", "chrome")
def or_forum(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Papers' own pages, with a review and a decision below."""
    for paper in some:
        sheet.write(
            "OpenReview.net",
            "Search OpenReview...",
            "Login",
            f"back arrowGo to {paper.short_venue} {paper.year} Conference homepage",
        )
        _or_record(sheet, paper)
        sheet.write(
            "Filter by reply type...",
            "Filter by author...",
            "Search keywords...",
            "Sort: Newest First",
            "Nothing selected",
            "3 / 3 replies shown",
            "",
        )
        sheet.write(
            "Paper Decision",
            f"Decisionby Program Chairs{short_date(paper)}, 09:51 (modified: {short_date(paper)}, 02:40)EveryoneRevisions",
            "Decision: Accept (poster)",
            "",
        )
        sheet.write(
            f"Official Review of Submission{paper.number} by Reviewer {paper.key[:4]}",
            f"Official Reviewby Reviewer {paper.key[:4]}{short_date(paper)}, 21:03EveryoneRevisions",
            "Summary:",
            f"The paper studies {paper.keywords[0]} and proposes a method that combines it with {paper.keywords[1]}. The experiments are convincing, although the ablation in Table 3 is incomplete.",
            "Soundness: 3 good",
            "Presentation: 2 fair",
            "Contribution: 3 good",
            "Strengths:",
            "The idea is simple. The writing is clear.",
            "Weaknesses:",
            "The comparison with Lind et al. (arXiv:1907.01234) is missing.",
            "Questions:",
            "How does the method scale?",
            "Rating: 6: marginally above the acceptance threshold",
            "Confidence: 4",
            "Code Of Conduct: Yes",
            "",
        )


def _or_record(sheet: Sheet, paper: Paper) -> None:
    sheet.write(
        paper.title,
        "Download PDF",
        ", ".join(paper.names),
        f"Published: {short_date(paper)}, Last Modified: {short_date(paper)}{paper.short_venue} {paper.year} posterEveryoneRevisionsBibTeX",
        "CC BY 4.0" if paper.number % 2 else "License: CC BY-NC 4.0",
    )
    sheet.write(
        f"Keywords: {', '.join(paper.keywords)}",
        f"Abstract: {paper.abstract}",
        "Supplementary Material:  zip",
        f"Submission Number: {paper.number}",
    )
    sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("openreview_forum", "head_only")
def or_head(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The head of each page only, the address above it."""
    for paper in some:
        sheet.write(f"https://openreview.net/forum?id={paper.key}")
        _or_record(sheet, paper)
        sheet.write("")


@layout("openreview_forum", "markdown")
def or_markdown(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Pages that a grabber turned into Markdown: headings, dates and licence glued together."""
    for paper in some:
        sheet.write(
            f"back arrowGo to **{paper.short_venue} {paper.year} Conference** homepage",
            "",
            f"## {paper.title}",
            "",
            "Download PDF",
            "",
            f"### {', '.join(paper.names)}",
            "",
            f"Published: {short_date(paper)}, Last Modified: {short_date(paper)}{paper.short_venue} {paper.year} PosterEveryoneRevisionsBibTeXCC BY 4.0",
            "",
            f"**Keywords:** {', '.join(paper.keywords)}",
            "",
            f"**TL;DR:** We look at {paper.keywords[0]} once more.",
            "",
            f"**Abstract:** {paper.abstract}",
            "",
            f"**Submission Number:** {paper.number}",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("openreview_forum", "tldr_and_area")
def or_tldr(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Today's page: summary, area, agreement and ethics lines around the abstract, wrapped."""
    for paper in some:
        sheet.write(
            *wrap(paper.title, 80),
            "pdf icon",
            *wrap(", ".join(paper.names), 80),
            f"{short_date(paper)} (modified: {short_date(paper)})Submitted to {paper.short_venue} {paper.year}EveryoneRevisionsBibTeXCC BY 4.0",
        )
        sheet.write(
            *wrap(f"Keywords: {', '.join(paper.keywords)}", 80),
            f"TL;DR: Slow {paper.keywords[0]} is enough.",
            *wrap(f"Abstract: {paper.abstract}", 80),
            "Primary Area: learning theory",
            "Code Of Ethics: I acknowledge that I and all co-authors of this work have read and commit to adhering to the Code of Ethics.",
            "Submission Guidelines: I certify that this submission complies with the submission instructions.",
            f"Submission Number: {paper.number}",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract"))


# ACL Anthology


def _acl_head(sheet: Sheet, paper: Paper) -> str:
    volume = f"{paper.year}.acl-long"
    sheet.block(f"""
        ACL Logo ACL Anthology
        FAQ
        Corrections
        Submissions
        Github
        Proceedings of the {paper.year - 1962}th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)
        Greta Holm, Ifeanyi Obi, Naomi Sato (Editors)

        Anthology ID:
        {volume}
        Month:
        July
        Year:
        {paper.year}
        Address:
        Lindau, Germany
        Venue:
        ACL
        SIG:
        Publisher:
        Association for Computational Linguistics
        URL:
        https://aclanthology.org/{volume}/
        DOI:
        Bib Export formats:
        BibTeX MODS XML EndNote
        PDF:
        https://aclanthology.org/{volume}.pdf
        Show all abstracts
        Hide all abstracts

        pdf bib
        Proceedings of the {paper.year - 1962}th Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)
        Greta Holm | Ifeanyi Obi | Naomi Sato
        """)
    sheet.write("")
    return volume


@layout("acl_volume", "abstracts_closed")
def acl_closed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A volume, abstracts closed; its own title and editors stand first."""
    _acl_head(sheet, some[0])
    for paper in some:
        sheet.write("pdf bib abs", paper.title, " | ".join(paper.names), "")
        sheet.paper(known(paper, "title", "authors"))
    sheet.write(
        "up",
        "ACL materials are Copyright © 1963–2025 ACL; other materials are copyrighted by their respective copyright holders. Materials prior to 2016 here are licensed under the Creative Commons Attribution-NonCommercial-ShareAlike 3.0 International License. Permission is granted to make copies for the purposes of teaching and research.",
        "The ACL Anthology is managed and built by the ACL Anthology team of volunteers.",
        "Site last built on 12 March 2025 at 03:37 UTC with commit 1a2b3c4.",
    )


@layout("acl_volume", "abstracts_open")
def acl_open(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A volume with every abstract open."""
    _acl_head(sheet, some[0])
    for paper in some:
        sheet.write("pdf bib abs", paper.title, " | ".join(paper.names), "", paper.abstract, "")
        sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("acl_volume", "event_buttons_apart")
def acl_event(sheet: Sheet, some: Sequence[Paper]) -> None:
    """An event with several volumes, each button on a line of its own."""
    sheet.write(
        f"Annual Meeting of the Association for Computational Linguistics ({some[0].year})",
        "Contents",
        "Volumes",
        "Long Papers   4 papers",
        "Findings   2 papers",
        "Workshop on Slow Learning   9 papers",
        "",
    )
    for index, paper in enumerate(some):
        if index % 10 == 0:
            sheet.write(
                "pdf (full)",
                "bib (full)",
                f"{sheet.random.choice(('Findings of the Association for Computational Linguistics', 'Proceedings of the 4th Workshop on Slow Learning'))}: Part {index // 10 + 1}",
                "",
            )
        sheet.write("pdf", "bib", "abs", paper.title, " | ".join(paper.names))
        if paper.number % 5 == 0:
            sheet.write("Software", "Video")
        sheet.write("")
        sheet.paper(known(paper, "title", "authors"))


@layout("acl_volume", "text_browser")
def acl_lynx(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A volume from a text browser, buttons and links numbered, wrapped."""
    link = 21
    for paper in some:
        sheet.write(
            f"   [{link}]pdf [{link + 1}]bib [{link + 2}]abs",
            *wrap(f"[{link + 3}]{paper.title}", 72, "   "),
        )
        people = " | ".join(f"[{link + 4 + place}]{name}" for place, name in enumerate(paper.names))
        sheet.write(*wrap(people, 72, "   "), "")
        link += 4 + len(paper.names)
        sheet.paper(known(paper, "title", "authors"))


@layout("acl_volume", "paper_pages")
def acl_pages(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Papers' own pages: authors, abstract, a table of fields, DOI, citations in two styles."""
    for paper in some:
        number = f"{paper.year}.acl-long.{paper.number}"
        doi = f"10.18653/v1/{number}"
        sheet.write(
            paper.title,
            ", ".join(paper.names),
            "",
            "Abstract",
            paper.abstract,
            f"Anthology ID:{number}",
            "Volume:Proceedings of the Annual Meeting of the Association for Computational Linguistics (Volume 1: Long Papers)",
            "Month:July",
            f"Year:{paper.year}",
            "Address:Lindau, Germany",
            "Editors:Greta Holm, Ifeanyi Obi, Naomi Sato",
            "Venue:ACL",
            "Publisher:Association for Computational Linguistics",
            f"Pages:{paper.pages.replace('-', '–')}",
            f"URL:https://aclanthology.org/{number}/",
            f"DOI:{doi}",
            "Bibkey:",
            f"{paper.authors[0].family.lower()}-etal-{paper.year}",
            f"Cite (ACL):{listed(paper.names, ', and ')}. {paper.year}. {paper.title}. In Proceedings of the Annual Meeting of the Association for Computational Linguistics, pages {paper.pages}, Lindau, Germany.",
            f"Cite (Informal):{paper.title} ({paper.authors[0].family} et al., ACL {paper.year})",
            "Copy Citation: BibTeX Markdown MODS XML Endnote More options…",
            f"PDF: https://aclanthology.org/{number}.pdf",
            "",
        )
        sheet.paper(replace(known(paper, "title", "authors", "abstract", "year"), doi=doi, times=2))


# PMLR


def _pmlr_where(paper: Paper) -> str:
    return f"Proceedings of the {paper.year - 1983}th International Conference on Machine Learning, PMLR {paper.volume}:{paper.pages}"


@layout("pmlr_volume", "chrome")
def pmlr(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A volume: title, authors and source on a line, buttons."""
    sheet.block(f"""
        Proceedings of Machine Learning Research
        [edit]

        Volume {some[0].volume}: International Conference on Machine Learning, 18-24 July {some[0].year}, Lindau, Germany

        [edit]

        Editors: Greta Holm, Ifeanyi Obi

        [bib][citeproc]

        Filter Authors:

        Filter Titles:
        """)
    sheet.write("")
    for paper in some:
        sheet.write(
            paper.title,
            f"{', '.join(paper.names)}; {_pmlr_where(paper)}",
            "",
            "[abs][Download PDF]" + ("[Supplementary PDF]" if paper.number % 2 else "[OpenReview]"),
            "",
        )
        sheet.paper(known(paper, "title", "authors"))
    sheet.write(
        "This site last compiled Mon, 03 Mar 2025 11:17:54 +0000",
        "Github Account",
        "Copyright © The authors and PMLR 2025. All rights reserved.",
    )


@layout("pmlr_volume", "compact")
def pmlr_compact(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The same without empty lines, selected from the middle."""
    for paper in some:
        sheet.write(
            paper.title, f"{', '.join(paper.names)} ; {_pmlr_where(paper)}", "[abs] [Download PDF]"
        )
        sheet.paper(known(paper, "title", "authors"))


@layout("pmlr_volume", "paper_pages")
def pmlr_pages(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Papers' own pages, each with its BibTeX, EndNote and APA citations below."""
    for paper in some:
        sheet.write(
            "[edit]",
            paper.title,
            ", ".join(paper.names),
            f"{_pmlr_where(paper)}, {paper.year}.",
            "Abstract",
            paper.abstract,
            "",
            "Cite this Paper",
            "BibTeX",
            f"@InProceedings{{pmlr-v{paper.volume}-{paper.key.lower()},",
            f"  title = \t {{{paper.title}}},",
            f"  author =       {{{' and '.join(f'{person.family}, {person.given}' for person in paper.authors)}}},",
            "  booktitle = \t {Proceedings of the International Conference on Machine Learning},",
            f"  pages = \t {{{paper.pages.replace('-', '--')}}},",
            f"  year = \t {{{paper.year}}},",
            f"  volume = \t {{{paper.volume}}},",
            f"  abstract = \t {{{paper.abstract}}}",
            "}",
            "Copy to ClipboardDownload",
            "Related Material",
            "Download PDF",
            "",
        )
        sheet.paper(replace(known(paper, "title", "authors", "abstract", "year"), times=2))


# NeurIPS


@layout("neurips_list", "one_line")
def neurips_line(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The old list: title and authors on one line with nothing but a blank between."""
    sheet.write(
        "NeurIPS Proceedings",
        "Search",
        f"Advances in Neural Information Processing Systems {some[0].year - 1987} (NeurIPS {some[0].year})",
        "Edited by: G. Holm and I. Obi and N. Sato",
        "",
    )
    for paper in some:
        sheet.write(f"{paper.title} {', '.join(paper.names)}")
        sheet.paper(known(paper, "title", "authors"))


@layout("neurips_list", "two_lines_with_track")
def neurips_two(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The list of today: track, title, authors."""
    sheet.write(
        "NeurIPS Proceedings",
        "Search",
        f"Advances in Neural Information Processing Systems {some[0].year - 1987} (NeurIPS {some[0].year}) Main Conference Track",
        "Edited by: G. Holm and I. Obi and N. Sato",
        "",
    )
    for paper in some:
        sheet.write(
            paper.title,
            ", ".join(paper.names),
            sheet.random.choice(("Main Conference Track", "Datasets and Benchmarks Track")),
        )
        sheet.paper(known(paper, "title", "authors"))
    sheet.write("Name Change Policy", "Report an Issue")


@layout("neurips_list", "markdown")
def neurips_markdown(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The list turned into Markdown by a page grabber."""
    sheet.write(
        f"#### Advances in Neural Information Processing Systems {some[0].year - 1987} (NeurIPS {some[0].year})",
        "",
        "Edited by: *G. Holm and I. Obi*",
        "",
    )
    for paper in some:
        sheet.write(
            f"- [{paper.title}](/paper_files/paper/{paper.year}/hash/{paper.key}-Abstract.html) *{', '.join(paper.names)}*"
        )
        sheet.paper(known(paper, "title", "authors"))


@layout("neurips_page", "chrome")
def neurips_page(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Papers' own pages, one after another."""
    for paper in some:
        _neurips_page(sheet, paper, "", "")


def _neurips_page(sheet: Sheet, paper: Paper, mark: str, below: str) -> None:
    sheet.write(
        "NeurIPS Proceedings",
        "Search",
        f"{mark}{paper.title}",
        "Part of Advances in Neural Information Processing Systems "
        + f"{paper.year - 1987} (NeurIPS {paper.year}) Main Conference Track",
        "",
        "Bibtex Paper Supplemental",
        "",
        f"{below}Authors",
        "",
        ", ".join(paper.names),
        "",
        f"{below}Abstract",
        "",
        paper.abstract,
        "",
        "Name Change Policy",
        "×",
        "Requests for name changes in the electronic proceedings will be accepted with no questions asked. However name changes may cause bibliographic tracking issues. Authors are asked to consider this carefully and discuss it with their co-authors prior to requesting a name change in the electronic proceedings.",
        'Use the "Report an Issue" link to request a name change.',
        "Do not remove: This comment is monitored to verify that the site is working properly",
        "",
    )
    sheet.paper(known(paper, "title", "authors", "abstract"))


@layout("neurips_page", "markdown")
def neurips_page_markdown(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The pages as a grabber turned them into Markdown."""
    for paper in some:
        _neurips_page(sheet, paper, "# ", "## ")


@layout("neurips_page", "authors_below_title")
def neurips_page_new(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The newest design: authors right below the title, DOI, wrapped abstracts."""
    for paper in some:
        sheet.write(
            *wrap(paper.title, 72),
            *wrap(", ".join(paper.names), 72),
            f"Advances in Neural Information Processing Systems {paper.year - 1987} ({paper.short_venue} {paper.year}) Conference",
            f"DOI: https://doi.org/{paper.doi}",
            "Bibtex Paper",
            "Abstract",
            *wrap(paper.abstract, 72),
            "",
        )
        sheet.paper(known(paper, "title", "authors", "abstract", "doi"))


# DBLP


def _dblp_where(paper: Paper) -> str:
    if paper.number % 3 == 0:
        return f"CoRR abs/{paper.arxiv_id} ({paper.year})"
    if paper.number % 3 == 1:
        return f"{paper.short_venue} {paper.year}: {paper.pages}"
    return f"{paper.short_venue} {paper.volume}({paper.issue}): {paper.pages} ({paper.year})"


def _dblp_truth(paper: Paper) -> Truth:
    truth = known(paper, "title", "authors", "year")
    return replace(truth, arxiv_id=paper.arxiv_id) if paper.number % 3 == 0 else truth


def _dblp_title(paper: Paper) -> str:
    return paper.title if paper.title.endswith("?") else f"{paper.title}."


@layout("dblp", "author_page")
def dblp_author(sheet: Sheet, some: Sequence[Paper]) -> None:
    """An author's page: by year, a key before each, title and venue on one line."""
    person = some[0].names[0]
    sheet.block(f"""
        dblp
        Blog
        Statistics
        Update feed
        XML dump
        RDF dump
        search dblp
        {person}
        > Home > Persons
        [–] Person information
        affiliation: University of Northmere
        [–] 2020 – today
        """)
    for index, paper in enumerate(some):
        if index % 8 == 0:
            sheet.write(f"{2025 - index // 8}")
        sheet.write(
            f"[{sheet.random.choice('jci')}{len(some) - index}]",
            f"{', '.join(paper.names)}:",
            f"{_dblp_title(paper)} {_dblp_where(paper)}",
        )
        sheet.paper(_dblp_truth(paper))
    sheet.write(
        "[–] Coauthor Index",
        "see FAQ",
        "manage site settings",
        "Unpaywalled article links",
        "last updated on 2025-03-01 00:11 CET by the dblp team",
        "all metadata released as open data under CC0 1.0 license",
        "see also: Terms of Use | Privacy Policy | Imprint",
    )


@layout("dblp", "search_results")
def dblp_search(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Search results, everything of a paper on one line."""
    sheet.write(
        "default search action",
        "combined dblp search",
        "author search",
        "venue search",
        "publication search",
        f"found {len(some)} matches",
        "",
    )
    for paper in some:
        sheet.write(f"{', '.join(paper.names)}: {_dblp_title(paper)} {_dblp_where(paper)}")
        sheet.paper(_dblp_truth(paper))


@layout("dblp", "text_browser")
def dblp_lynx(sheet: Sheet, some: Sequence[Paper]) -> None:
    """An author's page from a text browser: the hidden menus of every paper are there."""
    for index, paper in enumerate(some):
        sheet.write(
            f"     * [c{len(some) - index}]",
            "          + view",
            "               o electronic edition @ example.org (open access)",
            "               o references & citations",
            "          + export record",
            "               o BibTeX",
            "               o RIS",
            "               o RDF/XML",
            "          + ask others",
            "               o Google",
            "               o Google Scholar",
            "               o Semantic Scholar",
            "          + share record",
            f"               o persistent URL: https://dblp.org/rec/conf/x/{paper.key}",
            *wrap(
                f"{', '.join(paper.names)}: {_dblp_title(paper)} {_dblp_where(paper)}",
                72,
                "       ",
            ),
            "",
        )
        sheet.paper(_dblp_truth(paper))


@layout("dblp", "venue_page")
def dblp_venue(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A conference's page: authors, title and pages."""
    sheet.write(
        f"{some[0].venue}: Lindau, Germany",
        "> Home > Conferences and Workshops",
        "Refine list",
        "[–] Main Track",
        "",
    )
    for paper in some:
        sheet.write("view", f"{', '.join(paper.names)}:", f"{_dblp_title(paper)} {paper.pages}")
        sheet.paper(known(paper, "title", "authors"))


# Journals


@layout("journal_contents", "sciencedirect")
def sciencedirect(sheet: Sheet, some: Sequence[Paper]) -> None:
    """An issue of a journal: kind, title, authors, article number, buttons."""
    sheet.write(
        "Skip to main content",
        "Journals & Books",
        "Help",
        "Search",
        "My account",
        "Sign in",
        some[0].venue,
        "Supports open access",
        f"Volume {some[0].volume}, {long_date(some[0])}",
        "Previous vol/issue",
        "Next vol/issue",
        "Full set",
        "Actions for selected articles",
        "Select all / Deselect all",
        "Download PDFs",
        "Export citations",
        "Show all article previews",
        "Receive an update when the latest issues in this journal are published",
        "Sign in to set up alerts",
    )
    for paper in some:
        sheet.write(
            sheet.random.choice(
                (
                    "Research articleOpen access",
                    "Research articleAbstract only",
                    "Review articleFull text access",
                )
            ),
            paper.title,
            ", ".join(paper.names),
            f"Article {paper.first_page + 100_000}",
            "View PDF",
            "Article preview",
        )
        sheet.paper(known(paper, "title", "authors"))
    sheet.write(
        "About ScienceDirect",
        "Remote access",
        "Shopping cart",
        "Advertise",
        "Contact and support",
        "Terms and conditions",
        "Privacy policy",
        "Cookies are used by this site. Cookie Settings",
        "All content on this site: Copyright © 2025 its licensors, and contributors. All rights are reserved, including those for text and data mining, AI training, and similar technologies.",
    )


@layout("journal_contents", "nature")
def nature_list(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A journal's research articles: title, a standfirst, authors in a list, kind and date; cookies first."""
    sheet.write(
        "Your privacy, your choice",
        "We use essential cookies to make sure the site can function. We also use optional cookies for advertising, personalisation of content, usage analysis, and social media.",
        "Accept all cookies",
        "Reject optional cookies",
        "Manage preferences",
        "Skip to main content",
        "Advertisement",
        "View all journals",
        "Search",
        "Log in",
        "Research articles",
        "Filter By:",
        "Article Type All",
        "Year All",
        "",
    )
    for paper in some:
        sheet.write(paper.title, paper.abstract[:140].rsplit(" ", 1)[0] + ".")
        people = (
            paper.authors
            if len(paper.authors) < 4
            else (paper.authors[0], paper.authors[1], paper.authors[-1])
        )
        cut = paper.abstract[:140].rsplit(" ", 1)[0]
        if len(paper.authors) < 4:
            sheet.write(*(person.name for person in people))
        else:
            sheet.write(people[0].name, people[1].name, "…", people[2].name)
        sheet.write(
            f"ArticleOpen Access{short_date(paper)} {paper.venue}",
            f"Volume: {paper.volume}, P: {paper.pages}",
            "",
        )
        sheet.paper(
            Truth(
                paper.title,
                tuple(person.name for person in people),
                len(paper.authors) > 3,
                abstract_starts=cut[:50],
                year=paper.year,
                snippet=cut,
            )
        )


@layout("journal_contents", "springer_search")
def springer(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A publisher's search results: title, excerpt, authors, journal and kind."""
    sheet.write(
        "Search Results",
        f"Showing 1-20 of {len(some) * 31} results",
        "Sort by",
        "Relevance",
        "Content type",
        "Article (1,204)",
        "Chapter (331)",
        "",
    )
    for index, paper in enumerate(some, 1):
        sheet.write(
            f"{index}.",
            sheet.random.choice(("Article", "Chapter and Conference Paper", "Article Open access")),
            paper.title,
            paper.abstract[:150].rsplit(" ", 1)[0] + "...",
            f"{', '.join(paper.names[:3])}{'…' if len(paper.names) > 3 else ''} in {paper.venue} ({paper.year})",
            "",
        )
        sheet.paper(
            Truth(
                paper.title,
                paper.names[:3],
                len(paper.names) > 3,
                abstract_starts=paper.starts,
                year=paper.year,
            )
        )


@layout("journal_contents", "biorxiv")
def biorxiv(sheet: Sheet, some: Sequence[Paper]) -> None:
    """bioRxiv's list: title, authors, preprint and DOI lines."""
    sheet.write(
        "bioRxiv posts many preprints. A reminder: they have not been certified by peer review.",
        f"New Results for {MONTHS[some[0].month - 1]} {some[0].year}",
        "",
    )
    for paper in some:
        doi = f"10.1101/{paper.year}.{paper.month:02}.{paper.day:02}.{paper.number + 500_000}"
        sheet.write(
            paper.title,
            f"View ORCID Profile{paper.names[0]}"
            if paper.number % 9 == 0
            else ", ".join(paper.names),
            "bioRxiv" + f" {doi}; doi: https://doi.org/{doi}",
            f"Posted {MONTHS[paper.month - 1]} {paper.day:02}, {paper.year}.",
            "",
        )
        names = paper.names[:1] if paper.number % 9 == 0 else paper.names
        sheet.paper(Truth(paper.title, names, doi=doi, year=paper.year))
