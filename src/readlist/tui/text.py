"""How papers and other texts are put into words, styled and marked on the screen."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlsplit

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.content import Content, Span

from readlist.domain import ImportReport, Paper, PaperRow, Progress, SourceReport
from readlist.text import author_list, name_of, printable, printable_lines

#: Stands before a title that was made from the abstract.
DERIVED_MARK = "~"


def fit(text: str, cells: int) -> str:
    """Return ``text`` exactly ``cells`` wide, cut with an ellipsis or filled with spaces."""
    if cells <= 0:
        return ""
    width = cell_len(text)
    if width <= cells:
        return text + " " * (cells - width)
    cut = set_cell_size(text, cells - 1).rstrip()
    return f"{cut}…{' ' * (cells - 1 - cell_len(cut))}"  # a wide letter may have left a gap


def all_authors(paper: Paper | PaperRow) -> str:
    """Return all authors: ``Ada Byron, Grace Hooper et al.``."""
    if not paper.authors:
        return "authors not given"
    return printable(author_list(paper.authors, more=paper.more_authors))


def authors_within(paper: PaperRow, cells: int) -> str:
    """Return as many authors as fit ``cells``, and "et al." for the others."""
    whole = all_authors(paper)
    if cell_len(whole) <= cells:
        return whole
    if not paper.authors:
        return fit(whole, cells)
    for count in range(len(paper.authors) - 1, 0, -1):
        shorter = printable(author_list(paper.authors[:count], more=True))
        if cell_len(shorter) <= cells:
            return shorter
    return fit(f"{name_of(paper.authors[0]).family} et al.", cells)


def short_authors(paper: PaperRow) -> str:
    """Return authors in a word or two: ``Byron``, ``Byron & Hooper``, ``Byron et al.``."""
    names = [name_of(author).family for author in paper.authors[:2]]
    if paper.more_authors or len(paper.authors) > 2:
        return author_list(names[:1], more=True)
    return " & ".join(names)


def age(at: str, now: datetime | None = None) -> str:
    """Return how long ago an ISO 8601 time was: ``3d``, ``6w``, ``2y``; nothing for today."""
    try:
        then = datetime.fromisoformat(at)
    except ValueError:
        return ""
    days = ((now or datetime.now(UTC)) - (then if then.tzinfo else then.replace(tzinfo=UTC))).days
    if days < 1:
        return ""
    if days < 14:
        return f"{days}d"
    return f"{days // 7}w" if days < 365 else f"{days // 365}y"


def counted(count: int, noun: str = "paper") -> str:
    """Return ``1 paper``, ``12,345 papers``."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def citation(paper: Paper) -> str:
    """Return a paper as it is cited in running text, on one line."""
    year, title = f" ({paper.year})" if paper.year else "", paper.title.rstrip(".")
    parts = [all_authors(paper) + year, title] if paper.authors else [title + year]
    parts.append(paper.venue or "")
    if paper.doi:
        parts.append(f"https://doi.org/{paper.doi}")
    elif paper.arxiv_id:
        parts.append(f"arXiv:{paper.arxiv_id}")
    return " ".join(f"{printable(part).rstrip('.')}." for part in parts if part)


def without_controls(text: str) -> str:
    """Return ``text`` without control characters, with its lines and tabs, for an editor."""
    return "\t".join(map(printable_lines, text.split("\t")))


def pasted(text: str, *, is_line: bool) -> str:
    """Return a pasted text as it may go into an editor, or with ``is_line`` into a single line."""
    return printable(text).strip() if is_line else without_controls(text)


def short_path(path: Path) -> str:
    """Return a path as people write it, with ``~`` for their home folder."""
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def percent(progress: Progress) -> str:
    """Return how much of a task is done: ``40 %``."""
    return f"{100 * progress.done // max(1, progress.total)} %"


def import_counts(report: ImportReport | SourceReport) -> str:
    """Return what became of the papers of an import, or of one of its files."""
    return f"{report.added:,} added, {report.updated:,} updated, {report.unchanged:,} unchanged"


def import_summary(report: ImportReport) -> str:
    """Return the result of an import as a sentence."""
    summary = f"Imported {counted(report.found)}: {import_counts(report)}"
    failed = sum(source.error is not None for source in report.sources)
    return f"{summary}, {counted(failed, 'file')} not imported" if failed else summary


def export_summary(folder: Path, written: int, unchanged: int, kept: Sequence[Path]) -> str:
    """Return the result of an export as a sentence; the files ``kept`` were edited by hand."""
    summary = f"{short_path(folder)}: {written:,} written, {unchanged:,} unchanged"
    if not kept:
        return summary
    return f"{summary}, {len(kept):,} edited by hand and kept ({kept[0].name})"


def is_web_link(url: str) -> bool:
    """Return whether ``url`` leads to the web, and has nothing but printable letters in it."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and url.isprintable()


def web_links(paper: Paper) -> list[str]:
    """Return the links of a paper that may be opened: its own, then those of its identifiers.

    They are http and https only, whatever a dump says.
    """
    links = [link for link in paper.links if is_web_link(link)]
    if paper.arxiv_id:
        links.append(f"https://arxiv.org/abs/{quote(paper.arxiv_id)}")
    if paper.doi:
        links.append(f"https://doi.org/{quote(paper.doi)}")
    return list(dict.fromkeys(links))


def error_text(reason: str) -> Content:
    """Return an error as it is shown where something else should be."""
    return Content.styled(f"Error: {printable(reason)}", "$error")


_ID_IN_BRACES = re.compile(r"\{([a-z0-9_.-]+)\}")


def with_keys(text: str, keys: Mapping[str, str]) -> str:
    """Return ``text`` with keys in place of the ids of actions in braces."""
    return _ID_IN_BRACES.sub(lambda found: keys.get(found[1], found[0]), text)


#: Returns where a text holds what was searched for: starts and ends, in order, not overlapping.
Spans = Callable[[str], Sequence[tuple[int, int]]]

#: It can be seen without colour too.
_FOUND = "$accent bold underline"


def no_spans(_text: str) -> Sequence[tuple[int, int]]:
    """Return no places: nothing is searched for."""
    return ()


def marked_segments(
    text: str, places: Sequence[tuple[int, int]], style: Style, found: Style
) -> list[Segment]:
    """Return ``text`` as segments in ``style``, those at ``places`` with ``found`` added to it."""
    if not places:
        return [Segment(text, style)]
    pieces, end = [], 0
    for start, stop in places:
        pieces += [Segment(text[end:start], style), Segment(text[start:stop], style + found)]
        end = stop
    return [piece for piece in [*pieces, Segment(text[end:], style)] if piece.text]


def marked(text: Content, spans: Spans) -> Content:
    """Return ``text`` with what ``spans`` finds in it marked."""
    return text.add_spans([Span(start, stop, _FOUND) for start, stop in spans(text.plain)])
