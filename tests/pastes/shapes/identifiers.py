"""Pages that name papers by identifiers alone."""

from collections.abc import Sequence

from tests.pastes.model import Paper, Truth
from tests.pastes.sheet import Sheet, abs_url, known, layout


@layout("arxiv_ids", "bare")
def bare(sheet: Sheet, some: Sequence[Paper]) -> None:
    """An identifier a line."""
    for paper in some:
        sheet.write(paper.arxiv_id)
        sheet.paper(known(paper, "arxiv"))


@layout("arxiv_ids", "prefixed_versions")
def prefixed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """With "arXiv:" and a version, as bullets."""
    for paper in some:
        sheet.write(f"* arXiv:{paper.arxiv_id}{sheet.random.choice(('', 'v1', 'v3'))}")
        sheet.paper(known(paper, "arxiv"))


@layout("arxiv_ids", "commas")
def commas(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Several a line, commas between."""
    for start in range(0, len(some), 6):
        sheet.write(
            ", ".join(paper.arxiv_id for paper in some[start : start + 6])
            + ("," if start + 6 < len(some) else "")
        )
    for paper in some:
        sheet.paper(known(paper, "arxiv"))


@layout("arxiv_ids", "remarks")
def remarks(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Each with a word about it, which is no title."""
    for paper in some:
        remark = sheet.random.choice(
            ("read this first", "from Tuesday's talk", "?", "cited by reviewer 2", "print it")
        )
        sheet.write(f"{paper.arxiv_id}  # {remark}")
        sheet.paper(known(paper, "arxiv"))


@layout("dois", "bare")
def dois(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A DOI a line."""
    for paper in some:
        sheet.write(paper.doi)
        sheet.paper(known(paper, "doi"))


@layout("dois", "prefixed")
def dois_prefixed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """With "doi:" in front, in different ways."""
    for paper in some:
        sheet.write(f"{sheet.random.choice(('doi:', 'DOI: ', 'doi: '))}{paper.doi}")
        sheet.paper(known(paper, "doi"))


@layout("dois", "addresses")
def dois_addresses(sheet: Sheet, some: Sequence[Paper]) -> None:
    """As addresses, old and new, an empty line between."""
    for paper in some:
        sheet.write(
            f"{sheet.random.choice(('https://doi.org/', 'http://dx.doi.org/'))}{paper.doi}", ""
        )
        sheet.paper(known(paper, "doi"))


@layout("urls", "arxiv_kinds")
def urls_arxiv(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Addresses of abstracts, PDFs, HTML pages and mirrors of arXiv."""
    for paper in some:
        one = paper.arxiv_id
        sheet.write(
            sheet.random.choice(
                (
                    abs_url(paper),
                    f"https://arxiv.org/pdf/{one}",
                    f"https://arxiv.org/pdf/{one}v2.pdf",
                    f"http://arxiv.org/abs/{one}v1",
                    f"https://www.alphaxiv.org/abs/{one}",
                    f"https://huggingface.co/papers/{one}",
                    f"https://ar5iv.labs.arxiv.org/html/{one}",
                    f"arxiv.org/abs/{one}",
                )
            )
        )
        sheet.paper(known(paper, "arxiv"))


@layout("urls", "mixed_sites")
def urls_mixed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """arXiv, DOI, OpenReview, ACL Anthology and PubMed addresses, bulleted."""
    for paper in some:
        urls = {
            "arxiv": abs_url(paper),
            "doi": f"https://doi.org/{paper.doi}",
            "openreview": f"https://openreview.net/forum?id={paper.key}",
            "acl": f"https://aclanthology.org/{paper.year}.acl-long.{paper.number}/",
            "pubmed": f"https://pubmed.ncbi.nlm.nih.gov/{paper.pmid}/",
        }
        kind = sheet.random.choice(list(urls))
        sheet.write(f"- {urls[kind]}")
        anthology = (
            frozenset({f"10.18653/v1/{paper.year}.acl-long.{paper.number}"})
            if kind == "acl"
            else frozenset()
        )
        sheet.paper(
            Truth(
                None,
                arxiv_id=paper.arxiv_id if kind == "arxiv" else None,
                doi=paper.doi if kind == "doi" else None,
                url=urls[kind],
                also=anthology,
            )
        )


@layout("urls", "tracking")
def urls_tracking(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Addresses with tracking tails, angle brackets and full stops, as mails have them."""
    for paper in some:
        sheet.write(
            sheet.random.choice(
                (
                    f"<{abs_url(paper)}>",
                    f"{abs_url(paper)}?utm_source=newsletter&utm_medium=email",
                    f"{abs_url(paper)}.",
                    f"{abs_url(paper)}#section.2",
                    f"see {abs_url(paper)}",
                )
            ),
            "",
        )
        sheet.paper(known(paper, "arxiv"))
