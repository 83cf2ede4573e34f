"""Texts in the fields of records as people read them: on one line, or as paragraphs.

Databases leave mark-up in them: that of HTML, and of JATS as Crossref has it,
https://jats.nlm.nih.gov/
"""

import html
import re

from readlist.importing.readers.parts.unwrap import join_lines
from readlist.text import fold_spaces

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")
#: A text whose lines are all this short was broken to fit a width.
_WIDTH = 120
_LABEL = re.compile(r"\s*(?:title|authors?|abstract):\s*", re.I)
_ABSTRACT_HEADING = re.compile(r"<(jats:)?title>\s*(?:abstract|summary)\s*</(jats:)?title>", re.I)
_ATTRIBUTES = r"(?:\s+[\w:-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*"
_TAG = re.compile(
    rf"</?(?:jats:|ce:|mml:)?(?P<block>p|br|div|ul|ol|li|sec|title|h[1-6]){_ATTRIBUTES}/?>"
    r"|<(?:jats:)?(?P<shift>sub|sup)>(?P<digits>[\d+−-]{1,8})</(?:jats:)?(?:sub|sup)>"
    r"|</?(?:(?:jats:|ce:)?(?:i|b|u|em|strong|sub|sup|inf|span|small|scp?|tt|a|italic|bold|underline"
    rf"|strike|abstract)|mml:\w+|jats:[\w-]+){_ATTRIBUTES}/?>",
    re.I,
)
_ENTITY = re.compile(r"&(?:[a-z]\w{1,30}|#\d{1,7}|#x[\da-f]{1,6});", re.I)


def storable(text: str) -> str:
    """Return ``text`` with a replacement for half surrogate pairs, which JSON can spell."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def plain_line(text: str) -> str:
    """Return ``text`` on one line, without the mark-up and entities that publishers leave in."""
    text = without_markup(storable(text))
    return fold_spaces(join_lines(text.split("\n")) if "\n" in text else text)


def paragraphs(text: str) -> str | None:
    """Return ``text`` with one line a paragraph and a blank line between paragraphs.

    Lines that were not broken to fit a width are paragraphs of their own.
    """
    plain = without_markup(storable(text).replace("\r\n", "\n")).strip()
    shown: list[str] = []
    for part in _BLANK_LINES.split(plain):
        lines = part.split("\n")
        is_wrapped = len(lines) > 1 and max(map(len, lines)) <= _WIDTH
        shown += [join_lines(lines)] if is_wrapped else lines
    return "\n\n".join(filter(None, map(fold_spaces, shown))) or None


def without_markup(text: str) -> str:
    """Return what HTML or JATS shows; other text, and what only looks like a tag, stays."""
    if "<" in text:
        text = _TAG.sub(_shown, _ABSTRACT_HEADING.sub("", text))
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text


def without_label(text: str) -> str:
    """Return a title, names or an abstract without the label that its page put before it."""
    return _LABEL.sub("", text, count=1) if _LABEL.match(text) else text


def _shown(tag: re.Match[str]) -> str:
    if tag["block"]:
        return "\n\n"
    if tag["shift"]:
        return f"${'^' if tag['shift'].lower() == 'sup' else '_'}{{{tag['digits']}}}$"
    return ""
