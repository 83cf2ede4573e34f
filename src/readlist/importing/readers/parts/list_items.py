"""The items of a list in Markdown or plain text: where each begins, and what belongs to it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readlist.importing.readers.parts.bylines import leading_names
from readlist.importing.readers.parts.headings import plain_heading
from readlist.importing.readers.parts.hyphens import join_divided
from readlist.importing.readers.parts.lines import Line
from readlist.importing.readers.parts.names import names_score
from readlist.importing.readers.parts.paper_links import is_label, is_paper_link
from readlist.importing.readers.parts.venues import acronyms

_QUOTED = re.compile(r"\s*(?:>\s?)+")
_ITEM = re.compile(
    r"(?P<indent>\s*)(?:(?P<heading>#{1,6})\s+|(?P<bullet>[-*+•‣▪◦])\s+|(?P<number>\(?\d{1,4}[.)]"
    r"|\[\d{1,4}\])\s+)?"
    r"(?P<box>\[[ xX✓✔-]?\]\s+)?"
)
#: A link of Markdown: its text and its address.
LINK = re.compile(
    r"\[((?:[^\[\]]|\[[^\[\]]*\])+)\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)>?(?:\s+\"[^\"]*\")?\)"
)
#: An address in running text.
URL = re.compile(r"<?(https?://[^\s<>\"]+[^\s<>\".,;:!?)\]])>?")
_URLS = re.compile(r"https?://(?:[^\s()<>\[\]\"]|\([^\s()]*\))+")
_QUICK = re.compile(r"https?://|\*\*|\b(?:19|20)\d\d\b|^\s*(?:[-*+•]|\d+[.)])\s")
_TABLE = re.compile(r"\s*\|.*\|\s*$")
#: What stands between the parts of an item: its authors, its venue, its year.
CHUNK = re.compile(
    r"\n|\s+[-–—|·•]+\s+"
    r"|(?<!\b[^\W\d_])(?<!\bMd)(?<!\bSt)\.\s+(?=[\[(*_\"“]|[^\W\d_a-zß-öø-ÿ]|arXiv)"
    r"|\s*[\[\](){}]\s*|[*_]{1,3}"
    r"|;\s+(?=[A-Z]\w+\s\d{4})|,\s+(?=(?:19|20)\d\d)"
)
#: What such a part may be labelled with.
LABELLED = re.compile(
    r"^\W*(?:authors?|by|venue|published(?:\s+(?:in|at))?|conference|journal|year|date|tags?"
    r"|notes?|tl;?dr)\W*:\W*",
    re.I,
)
#: Buttons at the end of an item, left without their addresses by a browser.
_LABELS_END = re.compile(
    r"\[(?:paper|pdf|arxiv|code|project|website|bib\w*|slides|video)\]\s*$", re.I
)
#: What breaks a line on purpose.
_BREAKS = ("\\", "<br>", "<br/>", "<br />")
#: Marks of equal shares and of addresses behind names.
_MARKS = re.compile(r"(?<=[^\W\d_])[*†‡§]+(?=[,;\s]|$)")
_UNENDED = re.compile(r"(?:\w|\b[A-Z]\.)$")
#: A line at least so long may have been broken to fit a width.
FULL_WIDTH = 45
_LONGEST_LINES, _LONGEST = 10, 2500
_SENTENCE_END = re.compile(r"[a-z)]{2}[.!?](?:\s|$)")
_ABSTRACT = re.compile(r"\W*(?:abstract|tl;?dr|summary)\W*[:.]\W*", re.I)
_SHORTEST_ABSTRACT, _SHORTEST_TOLD, _MOST_ABSTRACT = 200, 60, 60


@dataclass(slots=True)
class Item:
    """One item of a list: where it stands, how deep, and its lines as one text."""

    first: int
    last: int
    depth: int
    listed: bool
    text: str


def items(lines: Sequence[Line]) -> Iterator[Item]:
    """Yield the items of lists: each line that begins one, with the lines that belong to it."""
    place = 0
    while place < len(lines):
        text = bare_line(lines[place].text)
        if len(text) > _LONGEST or not _QUICK.search(text) or _TABLE.match(text):
            place += 1
            continue
        item = _item(lines, place, text)
        yield item
        place = item.last + 1


def _item(lines: Sequence[Line], first: int, text: str) -> Item:
    depth, listed, content = _begin(text)
    parts = [content]
    last = first
    had_names = False
    for place in range(first + 1, min(len(lines), first + _LONGEST_LINES)):
        below = bare_line(lines[place].text)
        if not _belongs(lines[place], below, depth, listed, "".join(parts)):
            break
        _, marked, content = _begin(below)
        names = _MARKS.sub("", content)
        is_names = "](" not in text and _is_list_of_names(names)
        content = names if is_names else content
        is_apart = marked or lines[place - 1].text.endswith(_BREAKS) or had_names
        is_apart = is_apart or (is_names and len(parts) == 1)
        wrapped = not is_apart and _is_wrapped(parts[-1], content)
        had_names = is_names and not content.endswith((",", " and", "&"))
        parts.append(f" {content}" if wrapped else f"\n{content}")
        last = place
    return Item(first, last, depth, listed, "".join(parts))


def _begin(text: str) -> tuple[int, bool, str]:
    """Return how deep a line stands, whether it begins an item, and the text after its marks."""
    found = _ITEM.match(text)
    assert found is not None  # every part of the pattern is optional
    depth = len(found["indent"].expandtabs(4)) - (100 if found["heading"] else 0)
    listed = any(found[kind] for kind in ("heading", "bullet", "number", "box"))
    content = text[found.end() :].rstrip("\\").strip()
    return depth, listed, content


def _belongs(line: Line, text: str, depth: int, listed: bool, so_far: str) -> bool:
    """Return whether ``text`` goes on with the item that ``so_far`` begins."""
    inner, marked, content = _begin(text)
    if line.gap > (1 if depth < 0 or inner > depth else 0) or _TABLE.match(text):
        return False
    if len(so_far) + len(content) > _LONGEST or (marked and (inner <= depth or inner < 0)):
        return False
    if not listed and (marked or line.gap or _LABELS_END.search(so_far)):
        return False
    if not listed and "://" in so_far:
        return "\n" not in so_far and _is_emphasised_byline(content)
    if depth < 0 and not _is_beside(content):
        return False
    if _own_title(content, so_far):
        return False
    return inner > depth or not marked


def _own_title(content: str, so_far: str) -> bool:
    """Return whether a line within an item is a paper of its own."""
    linked = LINK.findall(content)
    if any(is_paper_link(url) and not is_label(label) and " " in label for label, url in linked):
        return True
    has_link = any(is_paper_link(url) for url in _URLS.findall(content))
    words = LINK.sub("", URL.sub("", content)).split()
    return has_link and len(words) > 3 and any(map(is_paper_link, _URLS.findall(so_far)))


def _is_beside(content: str) -> bool:
    """Return whether a line says who, where and when, or only links, and is no prose."""
    words = LINK.sub("", URL.sub("", content)).split()
    if len(words) < 4 or LABELLED.match(content):
        return True
    bare = content.strip("*_ .")
    return _is_emphasised_byline(content) or (
        (len(words) < 60 and names_score(CHUNK.split(bare)[0]) > 3.0)
        or (len(words) < 12 and acronyms().search(bare) is not None)
    )


def _is_list_of_names(content: str) -> bool:
    found = leading_names(f"{content} ")
    whole = found is not None and found.end >= len(content.rstrip(" ,."))
    several = found is not None and (len(found.names) > 1 or found.more)
    return whole and several


def _is_emphasised_byline(content: str) -> bool:
    """Return whether a line is nothing but names, in italics, or several without."""
    bare = content.strip("*_ ")
    if bare != content and names_score(bare) > 0.0:
        return True
    return _is_list_of_names(bare)


def _is_wrapped(before: str, after: str) -> bool:
    """Return whether a line was broken to fit a width, and does not begin something new."""
    if before.count("[") > before.count("]") or before.count("(") > before.count(")"):
        return True
    if not after or before.endswith(">"):
        return False
    if after[0].islower() or before.endswith((",", "-", ":")):
        return True
    full = len(before) >= FULL_WIDTH and _UNENDED.search(before) is not None
    return full and after[0].isalnum() and not acronyms().match(after)


def bare_line(text: str) -> str:
    """Return ``text`` without the marks of quoted mail."""
    return _QUOTED.sub("", text, count=1) if text.lstrip().startswith(">") else text


def abstract_below(lines: Sequence[Line], item: Item) -> tuple[int, str | None]:
    """Return the last line of an item with the abstract that follows it, and the abstract.

    Below a heading it is the next paragraph; below another item it stands deeper or is quoted.
    """
    paragraph: list[str] = []
    last = item.last
    quoted = lines[item.first].text.lstrip().startswith(">")
    for place in range(item.last + 1, min(len(lines), item.last + _MOST_ABSTRACT)):
        line = lines[place]
        depth, marked, content = _begin(bare_line(line.text))
        deeper = item.depth < 0 or depth > item.depth
        if not quoted and line.text.lstrip().startswith(">"):
            deeper = True
        if (
            marked
            or not deeper
            or line.gap > 1
            or (line.gap and paragraph)
            or _TABLE.match(line.text)
        ):
            break
        paragraph.append(content)
        last = place
    text = _ABSTRACT.sub("", plain_heading(join_divided(paragraph)), count=1)
    is_told = item.text.lower().endswith("abstract</summary>")
    if (
        len(text) < (_SHORTEST_TOLD if is_told else _SHORTEST_ABSTRACT)
        or len(_SENTENCE_END.findall(text)) < 2
    ):
        return item.last, None
    return last, text
