"""Markdown: a paper as a note for Obsidian, pandoc or GitHub, or a whole list in one file.

What the paper's page said is escaped and shows as its letters; the note is the
user's own Markdown and stays as it is, byte for byte.
"""

from collections.abc import Iterable, Iterator

from readlist.domain import Paper
from readlist.exporting import escaping, front_matter
from readlist.exporting.writers import Outgoing
from readlist.text import printable, printable_lines

#: The heading below which everything is the note.
NOTES = "## Notes"
#: What stands before the comment on a line.
COMMENT = "**Comment:** "
SEAL = '<!-- readlist-hash: "{}" -->\n'


def document(paper: Paper) -> str:
    """Return ``paper`` as a document of its own: front matter, abstract, links and note.

    The note has one more line end than it had, whatever it ends with, so that it
    can be read back to the letter.
    """
    parts = [
        f"---\n{front_matter.dump(front_matter.properties(paper))}---\n",
        *head(front_matter.title_of(paper), paper.abstract, paper.comment, paper.links),
        f"{NOTES}\n\n{paper.note}\n" if paper.note else "",
    ]
    return "\n".join(part for part in parts if part)


def head(
    title: str, abstract: str | None, comment: str | None, links: Iterable[str]
) -> tuple[str, str, str, str]:
    """Return the blocks between front matter and note, to stand apart by blank lines.

    They are the title, the abstract, the comment and the links; those of what is
    not known, or has nothing that shows, are empty.
    """
    said = _inline(comment or "")
    return (
        f"# {_inline(title)}\n",
        _quoted(abstract or ""),
        f"{COMMENT}{said}\n" if said else "",
        "".join(f"- {escaping.link(printable(url))}\n" for url in links),
    )


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield one document of all papers, a section each, one piece per paper."""
    yield "# Reading list\n"
    for paper in outgoing.papers():
        yield _section(paper)


def _section(paper: Paper) -> str:
    facts = "".join(f"- {name}: {text}\n" for name, text in _facts(paper))
    title, abstract, comment, _ = head(
        front_matter.title_of(paper), paper.abstract, paper.comment, ()
    )
    parts = [f"#{title}", facts, abstract, comment, _marked_note(paper)]
    return "".join(f"\n{part}" for part in parts if part)


def _quoted(text: str) -> str:
    shown = printable_lines(text)
    return "".join(f"{line}\n" for line in escaping.quotation(shown)) if shown.strip() else ""


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


def _inline(text: str) -> str:
    return escaping.inline(printable(text).strip())


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(_inline(text) for text in texts)


def _closed(note: str) -> str:
    return note if note.endswith("\n") else note + "\n"
