"""PubMed: result lists, abstracts, single records, saved text."""

from collections.abc import Sequence
from dataclasses import replace

from tests.pastes.model import Paper, Truth
from tests.pastes.sheet import MONTHS, Sheet, known, layout, wrap

_HEAD = """
An official website of the United States government
Here's how you know
NIH NLM Logo
Log in
Access keysNCBI HomepageMyNCBI HomepageMain ContentMain Navigation
pubmed logo
Search Term
slow learning
Search
AdvancedCreate alertCreate RSS
User Guide
Save
Email
Send to
Sort by:
Best match
Display options
MY NCBI FILTERS
4,312 results
Page
1
of 432
"""
_FOOT = """
NCBI Literature Resources
MeSH PMC Bookshelf Disclaimer
The PubMed wordmark and PubMed logo are registered trademarks of the U.S. Department of Health and Human Services (HHS).
Follow NCBI
Connect with NLM
National Library of Medicine
8600 Rockville Pike
Bethesda, MD 20894
Web Policies FOIA HHS Vulnerability Disclosure Help Accessibility Careers
"""


def _turned(paper: Paper) -> str:
    return ", ".join(person.turned for person in paper.authors)


def _terse(paper: Paper) -> tuple[str, ...]:
    return tuple(person.terse for person in paper.authors)


def _source(paper: Paper) -> str:
    day = f"{paper.year} {MONTHS[paper.month - 1][:3]}"
    if paper.number % 4 == 0:
        return f"{paper.short_venue.rstrip('.')}. {day} {paper.day}:e{paper.pmid[:5]}. doi: {paper.doi}. Online ahead of print."
    return f"{paper.short_venue.rstrip('.')}. {day};{paper.volume}({paper.issue}):{paper.pages}. doi: {paper.doi}."


def _title(paper: Paper) -> str:
    return paper.title if paper.title.endswith("?") else f"{paper.title}."


@layout("pubmed_summary", "chrome")
def summary(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Results in the summary format, with excerpts."""
    sheet.block(_HEAD)
    for index, paper in enumerate(some, 1):
        cut = paper.abstract[:130].rsplit(" ", 1)[0]
        sheet.write(
            f"Select item {paper.pmid}",
            str(index),
            "Cite",
            "Share",
            _title(paper),
            f"{_turned(paper)}.",
            _source(paper),
            f"PMID: {paper.pmid}",
        )
        if paper.number % 3 == 0:
            sheet.write("Free PMC article.")
        if paper.number % 5 == 0:
            sheet.write("Review.")
        starts = None
        if paper.number % 2:
            sheet.write(f"{cut} ...")
            starts = cut[:50].rstrip()
        sheet.write("Item in Clipboard")
        sheet.paper(
            Truth(
                paper.title,
                _terse(paper),
                doi=paper.doi,
                year=paper.year,
                abstract_starts=starts,
                snippet=cut if starts else None,
            )
        )
    sheet.write("Show more", "Page", "1", "of 432")
    sheet.block(_FOOT)


@layout("pubmed_summary", "selected")
def summary_selected(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The results only, number and title on one line, authors cut."""
    for index, paper in enumerate(some, 1):
        more = len(paper.authors) > 3
        shown = paper.authors[:1] if more else paper.authors
        names = (
            f"{shown[0].turned}, et al."
            if more
            else ", ".join(person.turned for person in shown) + "."
        )
        sheet.write(
            f"{index}. {_title(paper)}",
            names,
            f"{paper.short_venue.rstrip('.')}. {paper.year}. PMID: {paper.pmid}",
            "",
        )
        sheet.paper(
            Truth(paper.title, tuple(person.terse for person in shown), more, year=paper.year)
        )


@layout("pubmed_summary", "saved_text")
def summary_text(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The summary saved as text: one citation a paragraph."""
    for index, paper in enumerate(some, 1):
        free = f" PMCID: PMC{paper.pmid[:7]}." if paper.number % 3 == 0 else ""
        sheet.write(
            f"{index}: {_turned(paper)}. {_title(paper)} {_source(paper)} PMID: {paper.pmid};{free}".rstrip(
                ";"
            )
            + ("" if free else "."),
            "",
        )
        sheet.paper(Truth(paper.title, _terse(paper), doi=paper.doi, year=paper.year))


@layout("pubmed_abstracts", "chrome")
def abstracts(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Results in the abstract format."""
    sheet.block(_HEAD)
    for index, paper in enumerate(some, 1):
        sheet.write(str(index), "Cite", "Share")
        _record(sheet, paper)
        sheet.write(
            "PubMed Disclaimer",
            "Conflict of interest statement",
            "Similar articles",
            "See all similar articles",
            "",
        )
    sheet.block(_FOOT)


def _record(sheet: Sheet, paper: Paper, labels: bool = False) -> None:
    day = f"{paper.year} {MONTHS[paper.month - 1][:3]} {paper.day}"
    numbered = ", ".join(
        f"{person.name} {index % 3 + 1}" for index, person in enumerate(paper.authors)
    )
    sheet.write(
        paper.venue,
        f". {day};{paper.volume}({paper.issue}):{paper.pages}.",
        f" doi: {paper.doi}.",
        paper.title,
        numbered,
        "Affiliations Expand",
        f"PMID: {paper.pmid} PMCID: PMC{paper.pmid[:7]} DOI: {paper.doi}",
    )
    if paper.number % 3 == 0:
        sheet.write("Free PMC article")
    fields = ["title", "authors", "doi", "year"]
    if paper.number % 7 == 0:
        sheet.write("No abstract available")
    elif labels and len(paper.sentences) > 3:
        sheet.write("Abstract")
        middle = " ".join(paper.sentences[1:-1])
        sheet.write(
            f"Background: {paper.sentences[0]}",
            f"Methods: {middle}",
            f"Conclusions: {paper.sentences[-1]}",
        )
        sheet.write(
            f"Keywords: {'; '.join(paper.keywords)}.",
            f"Copyright © {paper.year}. Published by Tallow Press.",
        )
        starts = f"Background: {paper.sentences[0]}"[:60].rstrip()
        sheet.paper(
            replace(known(paper, *fields), abstract_starts=starts, abstract_ends=paper.ends)
        )
        return
    else:
        sheet.write(
            "Abstract",
            paper.abstract,
            f"Keywords: {'; '.join(paper.keywords)}.",
            f"© {paper.year} The Authors.",
        )
        fields.append("abstract")
    sheet.paper(known(paper, *fields))


@layout("pubmed_abstracts", "single_records")
def records(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Papers' own pages one after another, abstracts in labelled parts, and everything below them."""
    for paper in some:
        sheet.write(
            "Full text links",
            "full text provider logo",
            "Actions",
            "Cite",
            "Collections",
            "Share",
            "Page navigation",
            "Title & authors",
            "Abstract",
            "Conflict of interest statement",
            "Figures",
            "Similar articles",
            "Cited by",
            "References",
            "MeSH terms",
        )
        _record(sheet, paper, labels=True)
        sheet.write(
            "PubMed Disclaimer",
            "Conflict of interest statement",
            "The authors declare that they have no competing interests.",
            "Figures",
            "Figure 1",
            "Flow of participants.",
            "MeSH terms",
            "Aged Actions Search in PubMed Search in MeSH Add to Search",
            "Humans Actions Search in PubMed Search in MeSH Add to Search",
            "LinkOut - more resources",
            "Full Text Sources",
            "Medical",
            "MedlinePlus Health Information",
            "",
        )


@layout("pubmed_abstracts", "saved_text")
def abstract_text(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Abstracts saved as text: wrapped, affiliations, identifiers at the end."""
    for index, paper in enumerate(some, 1):
        source = _source(paper)
        sheet.write(*wrap(f"{index}. {source}", 80), "", *wrap(_title(paper), 80), "")
        sheet.write(
            *wrap(
                ", ".join(
                    f"{person.turned}({place % 2 + 1})"
                    for place, person in enumerate(paper.authors)
                )
                + ".",
                80,
            ),
            "",
        )
        sheet.write(
            "Author information:",
            *(
                line
                for place, name in enumerate(paper.affiliations, 1)
                for line in wrap(f"({place}){name}.", 80)
            ),
            "",
        )
        if paper.number % 7:
            sheet.write(*wrap(paper.abstract, 80), "", f"© {paper.year} The Authors.", "")
        sheet.write(f"DOI: {paper.doi}")
        if paper.number % 3 == 0:
            sheet.write(f"PMCID: PMC{paper.pmid[:7]}")
        sheet.write(
            f"PMID: {paper.pmid} [Indexed for MEDLINE]"
            if paper.number % 2
            else f"PMID: {paper.pmid}"
        )
        if paper.number % 4 == 0:
            sheet.write(
                "",
                *wrap(
                    "Conflict of interest statement: The authors have declared that no competing interests exist.",
                    80,
                ),
            )
        sheet.write("", "")
        truth = Truth(paper.title, _terse(paper), doi=paper.doi, year=paper.year)
        if paper.number % 7:
            truth = replace(truth, abstract_starts=paper.starts, abstract_ends=paper.ends)
        sheet.paper(truth)


@layout("pubmed_abstracts", "medline_labels")
def medline(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The PubMed format: a label in front of every field."""
    for paper in some:
        sheet.write(
            f"PMID- {paper.pmid}",
            "OWN - NLM",
            "STAT- MEDLINE",
            f"DP  - {paper.year} {MONTHS[paper.month - 1][:3]}",
            *wrap(f"TI  - {_title(paper)}", 84, "      ", ""),
            f"PG  - {paper.pages}",
            f"LID - {paper.doi} [doi]",
            *wrap(f"AB  - {paper.abstract}", 84, "      ", ""),
        )
        for person in paper.authors:
            sheet.write(
                f"FAU - {person.family}, {person.given}".rstrip(", "), f"AU  - {person.turned}"
            )
        sheet.write(
            "LA  - eng",
            "PT  - Journal Article",
            f"TA  - {paper.short_venue}",
            f"JT  - {paper.venue}",
            f"SO  - {paper.short_venue.rstrip('.')}. {paper.year};{paper.volume}({paper.issue}):{paper.pages}. doi: {paper.doi}.",
            "",
        )
        sheet.paper(known(paper, "title", "authors", "doi", "abstract", "year"))
