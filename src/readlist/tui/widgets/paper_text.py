"""A paper set for reading, as styled text."""

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.style import Style

from readlist.domain import NoteLinks, Paper, SearchHit, Source, TitleSource
from readlist.text import printable, printable_lines
from readlist.tui.links import openable
from readlist.tui.text import Spans, all_authors, marked, no_spans, readable
from readlist.tui.theme import STATUS_COLOURS
from readlist.tui.widgets.linked_text import linked_from, note_text

_MUTED = "$muted"
_HEADING = "$muted bold"
_UNLINKED = NoteLinks()


def paper_text(
    paper: Paper,
    spans: Spans = no_spans,
    similar: Sequence[SearchHit] = (),
    linked: NoteLinks = _UNLINKED,
) -> Content:
    """Return everything known of ``paper``, its blocks apart by blank lines.

    What ``spans`` finds in it is set off; ``similar`` papers and those ``linked``
    by notes are told and can be clicked.
    """
    return Content("\n\n").join(_blocks(paper, spans, similar, linked))


def _blocks(
    paper: Paper, spans: Spans, similar: Sequence[SearchHit], linked: NoteLinks
) -> Iterator[Content]:
    yield marked(head(paper), spans)
    yield standing(paper)
    if paper.abstract:
        yield marked(Content(_readable_lines(paper.abstract)), spans)
    else:
        yield Content.styled("The page gave no abstract.", _MUTED)
    if paper.note:
        yield section("Note", marked(note_text(paper.note, linked), spans))
    if linked.linked_from:
        yield section("Linked from", linked_from(linked))
    if paper.comment:
        yield section("Comment", marked(Content(_readable_lines(paper.comment)), spans))
    if found := links(paper):
        yield found
    if similar:
        yield section("More like this", Content("\n").join(map(_similar, similar)))
    yield section("From", Content("\n").join([*map(_source, paper.sources), _identity(paper)]))


def head(paper: Paper) -> Content:
    """Return the title and the authors; of a title that was derived it is said."""
    title = Content.styled(readable(printable(paper.title)), "bold")
    authors = Content.styled(all_authors(paper), "" if paper.authors else _MUTED)
    if paper.title_source is not TitleSource.DERIVED:
        return Content("\n").join([title, authors])
    made = Content.styled("~ title made from the abstract", f"{_MUTED} italic")
    return Content("\n").join([title, made, authors])


def standing(paper: Paper) -> Content:
    """Return status, star, year, venue, identifiers and tags, on a line."""
    parts = [Content.styled(paper.status.label, f"${STATUS_COLOURS[paper.status]} bold")]
    if paper.starred:
        parts.append(Content.styled("★ starred", "$warning"))
    known = [str(paper.year or ""), paper.venue or ""]
    known += [f"arXiv {paper.arxiv_id}" if paper.arxiv_id else ""]
    known += [f"doi {paper.doi}" if paper.doi else ""]
    parts += [Content.styled(printable(part), _MUTED) for part in known if part]
    parts += [Content.styled(f"#{printable(tag)}", "$secondary") for tag in paper.tags]
    return Content("  ·  ").join(parts)


def section(heading: str, body: Content) -> Content:
    """Return ``body`` under its heading."""
    return Content.assemble((heading, _HEADING), "\n", body)


def links(paper: Paper) -> Content | None:
    """Return the links that can be opened under their heading, if there are any."""
    urls = openable(paper)
    return section("Links", Content("\n").join(map(_link, urls))) if urls else None


def _link(url: str) -> Content:
    click = Style.from_meta({"@click": ("screen.open_url", (url,))})
    return Content.styled(printable(url), "$primary underline").stylize(click)


def _similar(found: SearchHit) -> Content:
    click = Style.from_meta({"@click": ("screen.show_alike", (found.id,))})
    return Content.styled(readable(printable(found.title)), "$primary").stylize(click)


def _source(source: Source) -> Content:
    """The place in the dump: the file's name and the lines, then what is less often looked for."""
    lines = f"lines {source.first_line}–{source.last_line}"
    if source.first_line == source.last_line:
        lines = f"line {source.first_line}"
    folder, _, name = printable(source.source).rpartition("/")
    return Content.assemble(f"{name}, {lines}", (f"  {source.format} {folder}", _MUTED))


def _identity(paper: Paper) -> Content:
    return Content.styled(f"no. {paper.id} · added {paper.added_at[:10]} · {paper.key}", _MUTED)


def _readable_lines(text: str) -> str:
    return readable(printable_lines(text))
