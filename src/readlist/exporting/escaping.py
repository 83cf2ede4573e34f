"""Plain text as Markdown that shows exactly its letters.

The result reads the same in CommonMark, GitHub, Obsidian and pandoc, whose
extensions (highlights, comments, citations, subscripts, attributes, ordered
lists of every kind) are all taken into account. A backslash before ASCII
punctuation is literal in each of them: https://spec.commonmark.org/0.31.2/#backslash-escapes.
LaTeX between dollars stays formulas, by pandoc's rule for where one begins and
ends: https://pandoc.org/MANUAL.html#extension-tex_math_dollars.
"""

import re
from collections.abc import Iterator

_ENTITY = r"&(?=#?[0-9A-Za-z]{1,32};)"
_URL = rf"https?://(?:(?!{_ENTITY})[^\s<>\"`{{}}|\\^])+"
_WEB_ADDRESS = re.compile(_URL)
_INLINE = re.compile(
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


def inline(text: str) -> str:
    """Return one line of ``text`` as Markdown for the inside of a heading or a paragraph."""
    return _INLINE.sub(_escape, text) if _ANY.search(text) else text


def line(text: str) -> str:
    """Return ``text`` as a Markdown line of its own: like :func:`inline`, and never a list."""
    escaped = inline(text.strip())
    if _LINE_START.match(escaped):
        return "\\" + escaped
    return _LIST_NUMBER.sub(r"\1\\", escaped, count=1) if _LIST_NUMBER.match(escaped) else escaped


def quotation(text: str) -> Iterator[str]:
    """Yield the lines of ``text`` as a Markdown quotation; blank lines part paragraphs."""
    for each in text.strip().split("\n"):
        yield f"> {line(each)}".rstrip()


def link(url: str) -> str:
    """Return a web address as a link to follow; anything else only as its letters."""
    return f"<{url}>" if _WEB_ADDRESS.fullmatch(url) else line(url)


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


def _escape(found: re.Match[str]) -> str:
    if found["url"]:
        return _escape_url(found["url"])
    if found["math"]:
        # A space after "<" is nothing to TeX, and keeps "<b" from being an HTML tag.
        return _TAG_IN_MATH.sub("< ", found["math"])
    return "\\" + found["mark"]


def _escape_url(text: str) -> str:
    url = text[: _end_of_url(text)]
    return (url if url.endswith("://") else f"<{url}>") + inline(text[len(url) :])


def _end_of_url(text: str) -> int:
    """Leave out the punctuation of the sentence, and brackets that the address did not open."""
    surplus = {close: text.count(close) - text.count(opening) for opening, close in ("()", "[]")}
    end = len(text)
    while surplus.get(text[end - 1], 0) > 0 or text[end - 1] in _AFTER_URL:
        end -= 1
        if text[end] in surplus:
            surplus[text[end]] -= 1
    return end
