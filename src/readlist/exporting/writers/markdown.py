"""Markdown: a paper as a note for Obsidian, pandoc or GitHub, or a whole list in one file.

What the paper's page said is escaped and shows as its letters; the note is the
user's own Markdown and stays as it is, byte for byte.

Escaped text reads the same in CommonMark, GitHub, Obsidian and pandoc, whose
extensions (highlights, comments, citations, subscripts, attributes, ordered
lists of every kind) are all taken into account. A backslash before ASCII
punctuation is literal in each of them: https://spec.commonmark.org/0.31.2/#backslash-escapes.
LaTeX between dollars stays formulas, by pandoc's rule for where one begins and
ends: https://pandoc.org/MANUAL.html#extension-tex_math_dollars.
"""

import re
from collections.abc import Iterable, Iterator

from readlist.domain import Paper
from readlist.exporting import front_matter
from readlist.exporting.writers import Outgoing
from readlist.text import printable, printable_lines

#: The heading below which everything is the note.
NOTES = "## Notes"
#: What stands before the comment on a line.
COMMENT = "**Comment:** "
LAST_LINE = '<!-- readlist-hash: "{}" -->\n'

_ENTITY = r"&(?=#?[0-9A-Za-z]{1,32};)"
_URL = rf"https?://(?:(?!{_ENTITY})[^\s<>\"`{{}}|\\^])+"
_WEB_ADDRESS = re.compile(_URL)
_MARKUP = re.compile(
    rf"(?P<url>{_URL})"
    r"|(?P<math>\$\$[^$`\n]++\$\$|\$(?!\s)[^$`\n]++(?<![\s\\])\$(?!\d))"
    r"|(?P<mark>[\\`*_\[\]<{}#~^$@]|=(?==)|(?<==)=|%(?=%)|(?<=%)%|" + _ENTITY + ")"
)
# Found faster than the above, and missing from most texts.
_ANY = re.compile(r"[\\`*_\[\]<>{}#~^$@=%&:]")
_TAG_IN_MATH = re.compile(r"<(?=[A-Za-z/!?])")
_AFTER_URL = ".,;:!?'*_~”’»…"
# What turns a line into a list, a quotation, a rule, a table or a definition.
_LINE_START = re.compile(r"[-+>=:|]")
_LIST_NUMBER = re.compile(r"(\(?(?:[0-9]{1,9}|[A-Za-z]|[ivxlcdmIVXLCDM]{1,8}))(?=[.)](?:\s|$))")
_NEWLINE = re.compile(r"\r\n|[\r\n]")
_FENCE = re.compile(
    r"(?P<before>[\s>*+-]*(?:[0-9]{1,9}[.)]\s+)?)(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<rest>.*)"
)


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
    said, lines = _on_one_line(comment or ""), printable_lines(abstract or "")
    return (
        f"# {_on_one_line(title)}\n",
        "".join(f"{line}\n" for line in quotation(lines)) if lines.strip() else "",
        f"{COMMENT}{said}\n" if said else "",
        "".join(f"- {link(printable(url))}\n" for url in links),
    )


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield one document of all papers, a section each, one piece per paper."""
    yield "# Reading list\n"
    yield from map(_section, outgoing.papers())


def _section(paper: Paper) -> str:
    facts = "".join(f"- {name}: {text}\n" for name, text in _facts(paper))
    title, abstract, comment, _ = head(
        front_matter.title_of(paper), paper.abstract, paper.comment, ()
    )
    parts = [f"#{title}", facts, abstract, comment, _marked_note(paper)]
    return "".join(f"\n{part}" for part in parts if part)


def _marked_note(paper: Paper) -> str:
    """Return the note between comments that say whose it is; it cannot reach past the second."""
    if not paper.note:
        return ""
    note = paper.note if paper.note.endswith("\n") else f"{paper.note}\n"
    fence = open_fence(note)
    end = f"{fence}\n" if fence else ""
    return f"<!-- note of {paper.key} -->\n\n{note}{end}\n<!-- end of note of {paper.key} -->\n"


def _facts(paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield names and Markdown of what stands in the front matter of a document of its own."""
    facts = {
        "Status": paper.status.label + (", starred" if paper.starred else ""),
        "Authors": _listed([*paper.authors, *["et al."] * paper.more_authors]),
        "Published": _listed(str(each) for each in (paper.venue, paper.year) if each),
        "Tags": _listed(paper.tags),
        "DOI": _on_one_line(paper.doi or ""),
        "arXiv": _on_one_line(paper.arxiv_id or ""),
    }
    yield from ((name, text) for name, text in facts.items() if text)
    for url in paper.links:
        yield "Link", link(printable(url))


def _on_one_line(text: str) -> str:
    return escape(printable(text).strip())


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(_on_one_line(text) for text in texts)


# Escaping


def escape(text: str) -> str:
    """Return one line of ``text`` as Markdown for the inside of a heading or a paragraph."""
    return _MARKUP.sub(_escape_found, text) if _ANY.search(text) else text


def escape_line(text: str) -> str:
    """Return ``text`` as a Markdown line of its own: like :func:`escape`, and never a list."""
    escaped = escape(text.strip())
    if _LINE_START.match(escaped):
        return "\\" + escaped
    return _LIST_NUMBER.sub(r"\1\\", escaped, count=1) if _LIST_NUMBER.match(escaped) else escaped


def quotation(text: str) -> Iterator[str]:
    """Yield the lines of ``text`` as a Markdown quotation; blank lines part paragraphs."""
    for each in text.strip().split("\n"):
        yield f"> {escape_line(each)}".rstrip()


def link(url: str) -> str:
    """Return a web address as a link to follow; anything else only as its letters."""
    return f"<{url}>" if _WEB_ADDRESS.fullmatch(url) else escape_line(url)


def open_fence(markdown: str) -> str:
    """Return the fence that closes a code block ``markdown`` leaves open, or nothing.

    A block within a list or a quotation needs none: it ends with what it is in.
    """
    opened, outermost = "", False
    for each in _NEWLINE.split(markdown):
        found = _FENCE.match(each)
        if not found:
            continue
        if not opened:
            opened, outermost = found["fence"], not found["before"]
        elif found["fence"].startswith(opened) and not found["rest"].strip():
            opened = ""
    return opened if outermost else ""


def _escape_found(found: re.Match[str]) -> str:
    if text := found["url"]:
        url = text[: _end_of_url(text)]
        return (url if url.endswith("://") else f"<{url}>") + escape(text[len(url) :])
    if found["math"]:
        # A space after "<" is nothing to TeX, and keeps "<b" from being an HTML tag.
        return _TAG_IN_MATH.sub("< ", found["math"])
    return "\\" + found["mark"]


def _end_of_url(text: str) -> int:
    """Leave out the punctuation of the sentence, and brackets that the address did not open."""
    surplus = {close: text.count(close) - text.count(opening) for opening, close in ("()", "[]")}
    end = len(text)
    while surplus.get(text[end - 1], 0) > 0 or text[end - 1] in _AFTER_URL:
        end -= 1
        if text[end] in surplus:
            surplus[text[end]] -= 1
    return end
