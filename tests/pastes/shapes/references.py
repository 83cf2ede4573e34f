"""Reference lists in the styles of journals and conferences, and plain lists of titles."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from tests.pastes.model import Paper, Person, Truth
from tests.pastes.sheet import MONTHS, Sheet, abs_url, known, layout, listed, surnames_first, wrap


def _initials(people: Sequence[Person]) -> tuple[str, ...]:
    return tuple(person.short for person in people)


def _cut(paper: Paper, most: int, shown: int) -> tuple[Sequence[Person], bool]:
    """Return the authors that a style shows, and if it leaves some out."""
    if len(paper.authors) > most:
        return paper.authors[:shown], True
    return paper.authors, False


def _bare(title: str) -> str:
    return title.rstrip(".")


def _stop(title: str) -> str:
    return title if title.endswith(("?", "!", ".")) else f"{title}."


# One style each: the reference, and what it says


Style = Callable[[Paper], tuple[str, Truth]]


def neurips(paper: Paper) -> tuple[str, Truth]:
    """Full names, title, "In Proc."; or an arXiv preprint."""
    people, more = _cut(paper, 12, 10)
    names = (
        listed([person.name for person in people], ", and " if len(people) > 2 else " and ")
        if not more
        else ", ".join(person.name for person in people) + ", et al"
    )
    truth = Truth(paper.title, tuple(person.name for person in people), more, year=paper.year)
    if paper.number % 2:
        return (
            f"{names}. {_stop(paper.title)} arXiv preprint arXiv:{paper.arxiv_id}, {paper.year}.",
            replace(truth, arxiv_id=paper.arxiv_id),
        )
    return (
        f"{names}. {_stop(paper.title)} In {paper.venue}, pages {paper.pages.replace('-', '–')}, {paper.year}.",
        replace(truth, venue=paper.venue),
    )


def proceedings(paper: Paper) -> tuple[str, Truth]:
    """Initials first, "In Proc."."""
    people, more = _cut(paper, 20, 19)
    names = ", ".join(_initials(people)) + (", et al" if more else "")
    truth = Truth(paper.title, _initials(people), more, year=paper.year)
    return (
        f"{names}. {_stop(paper.title)} In Proc. {paper.short_venue}, pp. {paper.pages.replace('-', '--')}, {paper.year}.",
        truth,
    )


def apa(paper: Paper) -> tuple[str, Truth]:
    """APA 7: family names first, year in brackets, DOI as an address."""
    people, more = _cut(paper, 20, 19)
    parts = surnames_first(people)
    if more:
        names = f"{', '.join(parts)}, . . . {paper.authors[-1].comma}"
        people = [*people, paper.authors[-1]]
    else:
        names = listed(parts, ", & ")
    truth = Truth(
        paper.title,
        tuple(_given_family(person) for person in people),
        more,
        doi=paper.doi,
        year=paper.year,
    )
    where = f"{paper.venue}, {paper.volume}({paper.issue}), {paper.pages.replace('-', '–')}."
    return (
        f"{names} ({paper.year}). {_stop(paper.title)} {where} https://doi.org/{paper.doi}",
        truth,
    )


def _given_family(person: Person) -> str:
    return " ".join([*(f"{letter}." for letter in person.letters), person.family])


def ieee(paper: Paper) -> tuple[str, Truth]:
    """IEEE: initials, the title in quotation marks with a comma inside."""
    people, more = _cut(paper, 6, 1)
    names = listed(_initials(people), ", and " if len(people) > 2 else " and ") + (
        " et al." if more else ""
    )
    title = paper.title if paper.title.endswith("?") else f"{_bare(paper.title)},"
    truth = Truth(paper.title, _initials(people), more, doi=paper.doi, year=paper.year)
    month = MONTHS[paper.month - 1][:3]
    return (
        f"{names}, “{title}” {paper.short_venue}, vol. {paper.volume}, no. {paper.issue}, pp. {paper.pages.replace('-', '–')}, {month}. {paper.year}, doi: {paper.doi}.",
        truth,
    )


def acm(paper: Paper) -> tuple[str, Truth]:
    """ACM: full names, the year after them, DOI at the end."""
    people, more = _cut(paper, 15, 15)
    names = listed([person.name for person in people], ", and " if len(people) > 2 else " and ") + (
        ", et al" if more else ""
    )
    truth = Truth(
        paper.title, tuple(person.name for person in people), more, doi=paper.doi, year=paper.year
    )
    return (
        f"{names}. {paper.year}. {_stop(paper.title)} In {paper.venue} ({paper.short_venue} ’{paper.year % 100:02}). ACM, New York, NY, USA, {paper.pages.replace('-', '–')}. https://doi.org/{paper.doi}",
        truth,
    )


def chicago(paper: Paper) -> tuple[str, Truth]:
    """Chicago, author-date: the first name turned round, the title in quotation marks."""
    people, more = _cut(paper, 10, 7)
    first = f"{people[0].family}, {people[0].given}".rstrip(", ")
    rest = [person.name for person in people[1:]]
    names = f"{', '.join([first, *rest])}, et al." if more else listed([first, *rest], ", and ")
    truth = Truth(
        paper.title, tuple(person.name for person in people), more, doi=paper.doi, year=paper.year
    )
    return (
        f"{names.rstrip('.')}. {paper.year}. “{_stop(paper.title)}” {paper.venue} {paper.volume} ({paper.issue}): {paper.pages.replace('-', '–')}. https://doi.org/{paper.doi}.",
        truth,
    )


def mla(paper: Paper) -> tuple[str, Truth]:
    """MLA: one name turned round, the others left out when there are three."""
    first = f"{paper.authors[0].family}, {paper.authors[0].given}".rstrip(", ")
    more = len(paper.authors) > 2
    shown = paper.authors[:1] if more else paper.authors
    names = (
        f"{first}, et al."
        if more
        else listed([first, *(person.name for person in shown[1:])], ", and ") + "."
    )
    truth = Truth(paper.title, tuple(person.name for person in shown), more, year=paper.year)
    return (
        f'{names.replace("..", ".")} "{_stop(paper.title)}" {paper.venue} {paper.volume}.{paper.issue} ({paper.year}): {paper.pages}.',
        truth,
    )


def nature(paper: Paper) -> tuple[str, Truth]:
    """Nature: family names first, an ampersand, volume and year."""
    people, more = _cut(paper, 5, 1)
    names = f"{people[0].comma} et al." if more else listed(surnames_first(people), " & ")
    truth = Truth(
        paper.title, tuple(_given_family(person) for person in people), more, year=paper.year
    )
    return (
        f"{names} {_stop(paper.title)} {paper.short_venue} {paper.volume}, {paper.pages.replace('-', '–')} ({paper.year}).",
        truth,
    )


def vancouver(paper: Paper) -> tuple[str, Truth]:
    """Vancouver, as medical journals have it: "Family JA", year;volume(issue):pages."""
    people, more = _cut(paper, 6, 6)
    names = ", ".join(person.turned for person in people) + (", et al" if more else "")
    truth = Truth(
        paper.title, tuple(person.terse for person in people), more, doi=paper.doi, year=paper.year
    )
    return (
        f"{names}. {_stop(paper.title)} {paper.short_venue}. {paper.year};{paper.volume}({paper.issue}):{paper.pages}. doi:{paper.doi}",
        truth,
    )


def physics(paper: Paper) -> tuple[str, Truth]:
    """Physics with titles: initials, title, journal volume, page (year), and the arXiv identifier in brackets."""
    people, more = _cut(paper, 8, 1)
    names = listed(_initials(people), ", and " if len(people) > 2 else " and ") + (
        " et al." if more else ""
    )
    truth = Truth(paper.title, _initials(people), more, arxiv_id=paper.arxiv_id, year=paper.year)
    return (
        f"{names}, {_bare(paper.title)}, {paper.short_venue} {paper.volume}, {paper.first_page} ({paper.year}), arXiv:{paper.arxiv_id}.",
        truth,
    )


_STYLES: dict[str, Style] = {
    "neurips": neurips,
    "proceedings": proceedings,
    "apa": apa,
    "ieee": ieee,
    "acm": acm,
    "chicago": chicago,
    "mla": mla,
    "nature": nature,
    "vancouver": vancouver,
    "physics": physics,
}


def _numbered_brackets(sheet: Sheet, some: Sequence[Paper], style: Style) -> None:
    sheet.write("References", "")
    for index, paper in enumerate(some, 1):
        text, truth = style(paper)
        sheet.write(f"[{index}] {text}")
        sheet.paper(truth)


def _wrapped(sheet: Sheet, some: Sequence[Paper], style: Style) -> None:
    sheet.write("REFERENCES")
    for index, paper in enumerate(some, 1):
        text, truth = style(paper)
        sheet.write(*wrap(text, 76, "     ", f"[{index}]".ljust(5)))
        sheet.paper(truth)


def _numbered_dots(sheet: Sheet, some: Sequence[Paper], style: Style) -> None:
    for index, paper in enumerate(some, 1):
        text, truth = style(paper)
        sheet.write(*wrap(text, 72, "", f"{index}. "))
        sheet.paper(truth)


def _back_references(sheet: Sheet, some: Sequence[Paper], style: Style) -> None:
    for index, paper in enumerate(some, 1):
        text, truth = style(paper)
        pages = ", ".join(
            str(page) for page in range(paper.number % 9 + 1, paper.number % 9 + 2 + index % 3)
        )
        sheet.write(*wrap(f"[{index}] {text} {pages}", 90))
        sheet.paper(truth)


def _paragraphs(sheet: Sheet, some: Sequence[Paper], style: Style) -> None:
    for paper in sorted(some, key=lambda paper: paper.authors[0].family):
        text, truth = style(paper)
        sheet.write(text, "")
        sheet.paper(truth)


def _hanging(sheet: Sheet, some: Sequence[Paper], style: Style) -> None:
    sheet.write("Bibliography", "")
    for paper in sorted(some, key=lambda paper: paper.authors[0].family):
        text, truth = style(paper)
        sheet.write(*wrap(text, 80, "    ", ""))
        sheet.paper(truth)


_ARRANGEMENTS = {
    "brackets": _numbered_brackets,
    "brackets_wrapped": _wrapped,
    "numbers_wrapped": _numbered_dots,
    "back_references": _back_references,
    "paragraphs": _paragraphs,
    "hanging": _hanging,
}

#: The arrangements that go with each style; those with numbers do not go with an alphabetical one.
_ARRANGED = {
    "neurips": ("brackets", "brackets_wrapped", "paragraphs"),
    "proceedings": ("brackets", "brackets_wrapped", "numbers_wrapped", "back_references"),
    "apa": ("paragraphs", "hanging", "numbers_wrapped"),
    "ieee": ("brackets", "brackets_wrapped", "paragraphs"),
    "acm": ("brackets", "brackets_wrapped", "hanging"),
    "chicago": ("paragraphs", "hanging", "brackets"),
    "mla": ("paragraphs", "hanging", "numbers_wrapped"),
    "nature": ("numbers_wrapped", "paragraphs", "brackets"),
    "vancouver": ("numbers_wrapped", "paragraphs", "brackets"),
    "physics": ("brackets", "brackets_wrapped", "paragraphs"),
}


def _register() -> None:
    for style_name, arrangements in _ARRANGED.items():
        for name in arrangements:
            style, arrange = _STYLES[style_name], _ARRANGEMENTS[name]

            def write(
                sheet: Sheet,
                some: Sequence[Paper],
                style: Style = style,
                arrange: Callable[[Sheet, Sequence[Paper], Style], None] = arrange,
            ) -> None:
                arrange(sheet, some, style)

            layout(f"references_{style_name}", name)(write)


_register()


# Lists that programs write


@layout("references_by_programs", "arxiv_html")
def arxiv_html(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The references of a paper's page in HTML at arXiv: a piece a line, where it is cited at the end."""
    sheet.write("References", "")
    for paper in sorted(some, key=lambda paper: paper.authors[0].family):
        names = listed(_initials(paper.authors), ", and " if len(paper.authors) > 2 else " and ")
        sheet.write(f"{names} ({paper.year})", _stop(paper.title), "")
        truth = Truth(paper.title, _initials(paper.authors), year=paper.year)
        if paper.number % 2:
            sheet.write(f"arXiv preprint arXiv:{paper.arxiv_id}.", "")
            truth = replace(truth, arxiv_id=paper.arxiv_id)
        else:
            sheet.write(
                f"In {paper.venue},",
                "",
                f"Vol. {paper.volume}, pp. {paper.pages.replace('-', '–')}.",
                "",
                "External Links: Document,",
                "Link",
                "",
            )
        sheet.write(f"Cited by: §{paper.number % 5 + 1}.", "")
        sheet.paper(truth)


@layout("references_by_programs", "accessed")
def accessed(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The works cited of a report by a language model, in Markdown with its backslashes."""
    sheet.write("#### **Works cited**", "")
    for index, paper in enumerate(some, 1):
        head = f"\\[{paper.arxiv_id}\\] {paper.title}" if paper.number % 2 else paper.title
        sheet.write(
            f"{index}. {head} \\- arXiv, accessed July 4, 2025, [{abs_url(paper)}]({abs_url(paper)})  "
        )
        sheet.paper(known(paper, "title", "arxiv"))


@layout("references_by_programs", "sources_with_sites")
def sources(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The sources of an answer by a language model: number, title, site, address, excerpt."""
    for index, paper in enumerate(some, 1):
        cut = " ".join(paper.abstract.split(" ")[:18])
        sheet.write(f"{index}. {paper.title}", f"   {abs_url(paper)}", f"   {cut}...", "")
        sheet.paper(Truth(paper.title, arxiv_id=paper.arxiv_id, abstract_starts=cut[:60].rstrip()))


# Titles, and titles with addresses


@layout("titles", "one_a_line")
def titles_plain(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A title a line."""
    for paper in some:
        sheet.write(paper.title)
        sheet.paper(known(paper, "title"))


@layout("titles", "numbered_with_heading")
def titles_numbered(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Numbered titles under a heading."""
    sheet.write("To read:", "")
    for index, paper in enumerate(some, 1):
        sheet.write(f"{index}) {paper.title}")
        sheet.paper(known(paper, "title"))


@layout("titles", "empty_lines_between")
def titles_apart(sheet: Sheet, some: Sequence[Paper]) -> None:
    """A title a line, an empty line after each, some in quotation marks."""
    for paper in some:
        sheet.write(f'"{paper.title}"' if paper.number % 4 == 0 else paper.title, "")
        sheet.paper(known(paper, "title"))


@layout("titles", "with_authors")
def titles_authors(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title, authors on the next line, an empty line."""
    for paper in some:
        sheet.write(paper.title, listed(paper.names), "")
        sheet.paper(known(paper, "title", "authors"))


@layout("titles", "with_authors_dash")
def titles_dash(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title, a dash, who and when, on one line."""
    for paper in some:
        more = len(paper.authors) > 2
        shown = paper.authors[:1] if more else paper.authors
        names = (
            f"{shown[0].family} et al." if more else " & ".join(person.family for person in shown)
        )
        sheet.write(f"- {paper.title} ({names}, {paper.year})")
        sheet.paper(
            Truth(paper.title, tuple(person.family for person in shown), more, year=paper.year)
        )


@layout("title_and_url", "title_first")
def title_url(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title, then its address, then an empty line."""
    for paper in some:
        sheet.write(paper.title, abs_url(paper), "")
        sheet.paper(known(paper, "title", "arxiv"))


@layout("title_and_url", "url_first")
def url_title(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Address, then the title, then an empty line."""
    for paper in some:
        sheet.write(f"https://arxiv.org/pdf/{paper.arxiv_id}", paper.title, "")
        sheet.paper(known(paper, "title", "arxiv"))


@layout("title_and_url", "url_first_no_gaps")
def url_title_tight(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Address and title in turn, nothing between the pairs."""
    for paper in some:
        sheet.write(f"https://doi.org/{paper.doi}", paper.title)
        sheet.paper(known(paper, "title", "doi"))


@layout("title_and_url", "title_first_no_gaps")
def title_url_tight(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title and address in turn, nothing between the pairs."""
    for paper in some:
        sheet.write(paper.title, f"http://arxiv.org/abs/{paper.arxiv_id}v2")
        sheet.paper(known(paper, "title", "arxiv"))


@layout("title_and_url", "same_line")
def title_url_line(sheet: Sheet, some: Sequence[Paper]) -> None:
    """Title and address on one line, as browsers' tab lists give them."""
    for paper in some:
        sign = sheet.random.choice((" - ", ": ", " | ", "  ", " <"))
        sheet.write(f"{paper.title}{sign}{abs_url(paper)}{'>' if sign == ' <' else ''}")
        sheet.paper(known(paper, "title", "arxiv"))


@layout("title_and_url", "browser_tabs")
def browser_tabs(sheet: Sheet, some: Sequence[Paper]) -> None:
    """The window titles of open tabs with their addresses: "[2401.00001] Title"."""
    for paper in some:
        sheet.write(f"[{paper.arxiv_id}] {paper.title}", abs_url(paper))
        sheet.paper(known(paper, "title", "arxiv"))
