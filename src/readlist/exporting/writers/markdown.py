"""Markdown: a paper as a note for Obsidian, pandoc or GitHub, or a whole list in one file.

The front matter is YAML in which every text is in double quotes, so that no
title can be taken for a date, a number or a list by YAML 1.1 or 1.2. What the
paper's page said is escaped and shows as its letters; the note is the user's
own Markdown and stays as it is, byte for byte.
"""

from collections.abc import Iterable, Iterator
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

from readlist.domain import Paper, TitleSource
from readlist.exporting import escaping, names
from readlist.text import printable, printable_lines

SEAL = '<!-- readlist-hash: "{}" -->\n'

_NO_FOLDING = 1 << 30


def document(paper: Paper) -> str:
    """Return ``paper`` as a document of its own: front matter, abstract, links and note."""
    parts = [
        f"---\n{_yaml(_properties(paper))}---\n",
        f"# {_inline(_title(paper))}\n",
        *_about(paper),
        "".join(f"- {escaping.link(printable(url))}\n" for url in paper.links),
        f"## Notes\n\n{_closed(paper.note)}" if paper.note else "",
    ]
    return "\n".join(part for part in parts if part)


def collection(papers: Iterable[Paper]) -> Iterator[str]:
    """Yield one document of all ``papers``, a section each, one piece per paper."""
    yield "# Reading list\n"
    for paper in papers:
        yield _section(paper)


def _section(paper: Paper) -> str:
    facts = "".join(f"- {name}: {text}\n" for name, text in _facts(paper))
    parts = [f"## {_inline(_title(paper))}\n", facts, *_about(paper), _marked_note(paper)]
    return "".join(f"\n{part}" for part in parts if part)


def _about(paper: Paper) -> Iterator[str]:
    """Yield what the page said of the paper, ready to be put between blank lines."""
    if paper.abstract:
        yield "".join(f"{line}\n" for line in escaping.quotation(printable_lines(paper.abstract)))
    if paper.comment:
        yield f"**Comment:** {_inline(paper.comment)}\n"


def _marked_note(paper: Paper) -> str:
    """Return the note between comments that say whose it is; it cannot reach past the second."""
    if not paper.note:
        return ""
    note = _closed(paper.note)
    fence = escaping.open_fence(note)
    end = f"{fence}\n" if fence else ""
    return f"<!-- note of {paper.key} -->\n\n{note}{end}\n<!-- end of note of {paper.key} -->\n"


def _facts(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield names and Markdown of what stands in the front matter of a document of its own."""
    facts = {
        "Status": paper.status.label + (", starred" if paper.starred else ""),
        "Authors": _listed([*paper.authors, *["et al."] * paper.more_authors]),
        "Published": _listed(str(each) for each in (paper.venue, paper.year) if each),
        "Tags": _listed(paper.tags),
        "DOI": _inline(paper.doi or ""),
        "arXiv": _inline(paper.arxiv_id or ""),
    }
    yield from ((name, text) for name, text in facts.items() if text)
    for url in paper.links:
        yield "Link", escaping.link(printable(url))


def _properties(paper: Paper) -> dict[str, object]:
    """Return the front matter's keys in order, those without a value left out."""
    title = _title(paper)
    derived = paper.title_source is TitleSource.DERIVED
    properties = {
        "title": _quoted(title),
        "title_source": paper.title_source.value if derived else None,
        "aliases": [_quoted(title)] if names.stem(title) != title else None,
        "authors": _all_quoted(paper.authors),
        "more_authors": paper.more_authors or None,
        "year": paper.year,
        "venue": _quoted(paper.venue),
        "status": paper.status.value,
        "starred": paper.starred,
        "tags": _all_quoted(paper.tags),
        "links": _all_quoted(paper.links),
        "doi": _quoted(paper.doi),
        "arxiv": _quoted(paper.arxiv_id),
        "added": _quoted(paper.added_at),
        "readlist-id": _quoted(paper.key),
    }
    return {key: value for key, value in properties.items() if value not in (None, [])}


def _quoted(text: str | None) -> DoubleQuotedScalarString | None:
    return DoubleQuotedScalarString(shown) if text and (shown := printable(text)) else None


def _all_quoted(texts: Iterable[str]) -> list[DoubleQuotedScalarString]:
    return [quoted for text in texts if (quoted := _quoted(text))]


def _yaml(properties: dict[str, object]) -> str:
    yaml = YAML()
    yaml.width = _NO_FOLDING
    yaml.indent(mapping=2, sequence=4, offset=2)
    stream = StringIO()
    yaml.dump(properties, stream)
    return stream.getvalue()


def _title(paper: Paper) -> str:
    title = printable(paper.title)
    return title if title.strip() else "Untitled"


def _inline(text: str) -> str:
    return escaping.inline(printable(text).strip())


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(_inline(text) for text in texts)


def _closed(note: str) -> str:
    return note if note.endswith("\n") else note + "\n"
