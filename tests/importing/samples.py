"""A dump for each reader there is, of as many made-up papers as wanted.

A reader without a line here fails its contract (``test_contract``): whoever adds a format
adds how a file of it is written, in as few fields as show it.
"""

import json
from collections.abc import Callable
from random import Random

from tests.pastes import Paper, render
from tests.pastes.corpus import fitting

#: How one record of a format is written, given its number.
Written = Callable[[Paper, int], str]


def _names(paper: Paper) -> list[str]:
    return [person.name for person in paper.authors]


def _family_first(paper: Paper) -> list[str]:
    return [f"{person.family}, {person.given}" for person in paper.authors]


def _bibtex(paper: Paper, number: int) -> str:
    authors = " and ".join(_names(paper))
    return (
        f"@article{{key{number},\n  title = {{{paper.title}}},\n  author = {{{authors}}},\n"
        f"  year = {{{paper.year}}},\n  abstract = {{{paper.abstract}}}\n}}\n"
    )


def _ris(paper: Paper, _number: int) -> str:
    authors = "".join(f"AU  - {name}\n" for name in _family_first(paper))
    return f"TY  - JOUR\nTI  - {paper.title}\n{authors}PY  - {paper.year}\nAB  - {paper.abstract}\nER  - \n"


def _nbib(paper: Paper, number: int) -> str:
    authors = "".join(f"FAU - {name}\n" for name in _family_first(paper))
    return f"PMID- {10_000_000 + number}\nTI  - {paper.title}\nAB  - {paper.abstract}\n{authors}DP  - {paper.year}\n\n"


def _enw(paper: Paper, _number: int) -> str:
    authors = "".join(f"%A {name}\n" for name in _family_first(paper))
    return (
        f"%0 Journal Article\n%T {paper.title}\n{authors}%D {paper.year}\n%X {paper.abstract}\n\n"
    )


def _wos(paper: Paper, _number: int) -> str:
    first, *others = _family_first(paper)
    authors = "".join([f"AF {first}\n", *(f"   {name}\n" for name in others)])
    return f"PT J\n{authors}TI {paper.title}\nAB {paper.abstract}\nPY {paper.year}\nER\n\n"


def _wos_row(paper: Paper, number: int) -> str:
    names = "; ".join(_family_first(paper))
    cells = ("J", names, names, paper.title, "Quay", paper.abstract, str(paper.year))
    return "\t".join((*cells, f"WOS:{number:015}")) + "\n"


def _csl(paper: Paper, number: int) -> str:
    authors = [{"literal": name} for name in _names(paper)]
    issued = {"date-parts": [[paper.year]]}
    record = {"id": number, "type": "article-journal", "title": paper.title, "issued": issued}
    return json.dumps(record | {"author": authors, "abstract": paper.abstract}, indent=1)


def _json(paper: Paper, _number: int) -> str:
    record = {"title": paper.title, "authors": list(_names(paper)), "abstract": paper.abstract}
    return json.dumps(record)


def _row(paper: Paper, _number: int) -> str:
    cells = (paper.title, "; ".join(_names(paper)), str(paper.year), paper.abstract)
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _endnote(paper: Paper, _number: int) -> str:
    authors = "".join(f"<author>{_escaped(name)}</author>" for name in _family_first(paper))
    return (
        "<record><ref-type>17</ref-type>\n"
        f"<contributors><authors>{authors}</authors></contributors>\n"
        f"<titles><title>{_escaped(paper.title)}</title></titles>\n"
        f"<abstract>{_escaped(paper.abstract)}</abstract>\n</record>\n"
    )


def _pubmed(paper: Paper, number: int) -> str:
    authors = "".join(
        f"<Author><LastName>{_escaped(person.family)}</LastName>"
        f"<ForeName>{_escaped(person.given)}</ForeName></Author>"
        for person in paper.authors
    )
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{10_000_000 + number}</PMID><Article>\n"
        f"<ArticleTitle>{_escaped(paper.title)}</ArticleTitle>\n"
        f"<Abstract><AbstractText>{_escaped(paper.abstract)}</AbstractText></Abstract>\n"
        f"<AuthorList>{authors}</AuthorList>\n</Article></MedlineCitation></PubmedArticle>\n"
    )


def _atom(paper: Paper, number: int) -> str:
    authors = "".join(f"<author><name>{_escaped(name)}</name></author>\n" for name in _names(paper))
    return (
        f"<entry>\n<id>http://arxiv.org/abs/2401.{number % 100_000:05}v1</id>\n"
        f"<title>{_escaped(paper.title)}</title>\n<summary>{_escaped(paper.abstract)}</summary>\n"
        f"{authors}</entry>\n"
    )


def _rss(paper: Paper, number: int) -> str:
    return (
        f"<item>\n<title>{_escaped(paper.title)}</title>\n"
        f"<link>https://arxiv.org/abs/2401.{number % 100_000:05}</link>\n"
        f"<description>arXiv:2401.{number % 100_000:05}v1 Announce Type: new \n"
        f"Abstract: {_escaped(paper.abstract)}</description>\n"
        f"<dc:creator>{_escaped(', '.join(_names(paper)))}</dc:creator>\n</item>\n"
    )


def _note(paper: Paper, number: int) -> str:
    return (
        f'---\nreadlist-id: "{number:010}"\ntitle: {json.dumps(paper.title)}\nstatus: done\n---\n'
        f"# {paper.title}\n\nRead on a train.\n"
    )


def _section(paper: Paper, _number: int) -> str:
    return (
        f"## {paper.title}\n\n- Status: to-read\n- Authors: {', '.join(_names(paper))}\n"
        f"- Published: {paper.year}\n\n> {paper.abstract}\n\n"
    )


#: How files of formats begin, go from record to record and end.
_FORMATS: dict[str, tuple[str, Written, str, str]] = {
    "bibtex": ("", _bibtex, "\n", ""),
    "ris": ("", _ris, "\n", ""),
    "nbib": ("", _nbib, "", ""),
    "enw": ("", _enw, "", ""),
    "wos": ("FN Clarivate Analytics Web of Science\nVR 1.0\n", _wos, "", "EF\n"),
    "wos-table": ("PT\tAU\tAF\tTI\tSO\tAB\tPY\tUT\n", _wos_row, "", ""),
    "csl-json": ("[\n", _csl, ",\n", "\n]\n"),
    "json": ("[\n", _json, ",\n", "\n]\n"),
    "json-lines": ("", _json, "\n", "\n"),
    "csv": ("Title,Authors,Year,Abstract\n", _row, "", ""),
    "endnote-xml": ("<xml><records>\n", _endnote, "", "</records></xml>\n"),
    "pubmed-xml": ("<PubmedArticleSet>\n", _pubmed, "", "</PubmedArticleSet>\n"),
    "arxiv-atom": ('<feed xmlns="http://www.w3.org/2005/Atom">\n', _atom, "", "</feed>\n"),
    "arxiv-rss": (
        '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>\n'
        "<title>cs.LG updates on arXiv.org</title>\n<link>https://rss.arxiv.org/rss/cs.LG</link>\n",
        _rss,
        "",
        "</channel></rss>\n",
    ),
    "readlist-list": ("# Reading list\n\n", _section, "", ""),
    "readlist-note": ("", _note, "", ""),
}
#: Readers of files that hold one paper.
ONE_PAPER = frozenset(["readlist-note"])

#: Formats whose files begin once, so that two files cannot be put together.
BEGINS_ALONE = frozenset(name for name, format in _FORMATS.items() if format[0] or format[3])

#: A paste that each reader of pages reads: its shape and layout in the corpus.
_PAGES = {
    "arxiv-mailing": ("arxiv_mail", "new"),
    "arxiv-listing": ("arxiv_listing", "new_with_abstracts"),
    "arxiv-search": ("arxiv_search", "abstracts_open"),
    "arxiv-abstract-pages": ("arxiv_abs", "chrome"),
    "abstracts": ("without_titles", "abstracts"),
    "papers-page": ("hf_papers", "trending_abstracts"),
    "author-lines": ("without_titles", "authors_and_abstracts"),
    "google-scholar": ("scholar_results", "chrome"),
    "google-scholar-profile": ("scholar_profile", "tabs"),
    "semantic-scholar": ("semantic_scholar", "search"),
    "sciencedirect": ("journal_contents", "sciencedirect"),
    "nature": ("journal_contents", "nature"),
    "springer": ("journal_contents", "springer_search"),
    "biorxiv": ("journal_contents", "biorxiv"),
    "inspire": ("inspire", "results"),
    "scirate": ("inspire", "scirate"),
    "ads": ("inspire", "ads"),
    "dblp": ("dblp", "search_results"),
    "pubmed": ("pubmed_abstracts", "chrome"),
    "acl-anthology": ("acl_volume", "abstracts_open"),
    "pmlr": ("pmlr_volume", "chrome"),
    "neurips": ("neurips_list", "one_line"),
    "openreview": ("openreview_group", "details_open"),
    "benty-fields": ("benty_fields", "full"),
    "alphaxiv": ("alphaxiv", "with_abstracts"),
    "hugging-face": ("hf_papers", "daily"),
    "papers-with-code": ("papers_with_code", "trending"),
    "catalyzex": ("catalyzex", "with_links"),
    "labelled-digest": ("labelled_digest", "all_labels"),
    "numbered-digest": ("id_above_title", "prefixed_no_abstracts"),
    "newsletter": ("labelled_digest", "newsletter"),
    "markdown-list": ("markdown_list", "bullets_linked"),
    "markdown-table": ("markdown_list", "table"),
    "references": ("references_ieee", "brackets"),
    "identifiers": ("dois", "prefixed"),
    "titles-and-links": ("title_and_url", "title_first"),
    "titles": ("titles", "one_a_line"),
    "pdf-page": ("pdf_first_page", "pdftotext"),
}

#: The readers that there is a sample of.
READERS = frozenset(_FORMATS) | frozenset(_PAGES)


def dump(reader: str, count: int, seed: int = 1) -> str:
    """Return a dump of ``count`` papers that the reader of this name reads."""
    random = Random(f"{seed}/{reader}/{count}")
    if reader in _PAGES:
        shape, layout = _PAGES[reader]
        return render(shape, layout, fitting(random, shape, count), random).text
    begins, written, between, ends = _FORMATS[reader]
    papers = fitting(random, "references_ieee", count)
    return begins + between.join(written(paper, at) for at, paper in enumerate(papers)) + ends
