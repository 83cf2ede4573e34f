"""The authors at the beginning of a citation, in the ways that styles write them.

APA, IEEE, ACM, Chicago, MLA, Nature, Vancouver, LNCS: https://citationstyles.org
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from readlist.importing.readers.parts.venues import begins_as_venue
from readlist.text import fold_spaces

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩА-Я"
_WORD = rf"(?:[dlDL]['’])?[{_UP}][\w'’`´¨ˇ‐-]*[^\W\d_]"
_PART = (
    r"(?:[Vv]an|[Vv]on|[Dd]en?|[Dd]er|[Dd]el|[Dd]ella|[Dd][aiou]s?|[Ll][aeo]s?|[Ee]l|[Aa]l|[Bb]in"
    r"|[Ii]bn|ten|te|ter|zur?|af|[Ss]t\.)"
)
_FAMILY = rf"(?:{_PART}\s+){{0,3}}{_WORD}(?:[\s‐-]{_WORD}){{0,2}}"
_INITIAL = rf"(?:[{_UP}]|Ch|Sh|Th|Ph|Yu|Ya|Kh|Zh|Ts|Sz|Gy|Md)\."
_INITIALS = rf"{_INITIAL}(?:\s?[-‐–]?\s?{_INITIAL}){{0,4}}"
_SUFFIX = r"(?:,?\s+(?:Jr|Sr|II|III|IV)\b\.?)?"
_SMALL_WORD = re.compile(
    r"(?:the|for|from|with|without|into|using|towards?|how|what|when|where|which|why|who|its|is|are"
    r"|not|of|and|in|on|by|at|as|your?|we|our|this|that|these|does"
    r"|springer|cham|elsevier|wiley|curran|pmlr|ieee|acm|aaai|press|proceedings|conference"
    r"|journal)",
    re.I,
)
_NEXT = re.compile(
    r",?\s+(?:and|&)\s+|;\s*(?:and\s+|&\s*)?|,\s*(?:(?:and|&)\s+)?(?:…|\.\s?\.\s?\.)?,?\s*(?:&\s*)?"
)
_MORE = re.compile(
    r"[,;]?\s*(?:and\s+|&\s+)?(?:et\.?\s+al\b\.?|others\b|(?:\d+\s+)?more\s+authors)|,?\s*(?:…"
    r"|\.\s?\.\s?\.)"
)
_YEAR = r"((?:18|19|20)\d\d)"
_EDITORS = r"(?:,?\s*\(?[Ee]ds?\.?\)?(?=[,.\s]))?"
_ENDS = (
    (
        "year",
        re.compile(
            rf"{_EDITORS}[.,]?\s*[(\[]{_YEAR}[a-z]?(?:,[^()\[\]]{{1,30}})?[)\]]\s*[.,:]?\s*"
        ),
    ),
    ("year", re.compile(rf"{_EDITORS}[.,]?\s+{_YEAR}[a-z]?\s*[.,:]\s+")),
    ("quote", re.compile(rf"{_EDITORS}[.,:]?\s*(?=[\"“«„]|``|''|‘)")),
    ("colon", re.compile(rf"{_EDITORS}:\s+")),
    ("point", re.compile(rf"{_EDITORS}\.\s+|(?<=\.){_EDITORS}\s+")),
)
_COMMA = re.compile(r",\s+")
_LONGEST = 6000


class Byline(NamedTuple):
    """The authors a citation begins with, and what stands between them and the title.

    ``end`` is where the title begins; ``closed`` says how the list ended: ``year``,
    ``quote``, ``colon``, ``point`` or ``comma``; ``weight`` how sure it is that these are
    authors, as the logarithm of the odds.
    """

    authors: tuple[str, ...]
    more_authors: bool
    end: int
    closed: str
    year: int | None
    weight: float


class _Style(NamedTuple):
    """How names are written: the first, the others, each made "Given Family"; what one weighs."""

    first: re.Pattern[str]
    other: re.Pattern[str]
    name: Callable[[str], str]
    each: float
    comma: bool = False


def _turned(name: str) -> str:
    if "," not in name:
        return name
    family, _, given = name.partition(",")
    given, _, suffix = given.partition(",")
    return fold_spaces(f"{given.strip()} {family.strip()} {suffix.strip()}")


def _vancouver(name: str) -> str:
    family, _, given = name.rpartition(" ")
    return f"{given} {family}".strip()


_AFTER_INITIALS = (
    r"(?:\s+(?:van|von|de|der|den|del|da|di|du)(?:\s+(?:der|den|la))?(?=\s*[,;.&(:]|\s+and\b))?"
)
_TURNED = re.compile(rf"(?:{_FAMILY}),\s*{_INITIALS}{_AFTER_INITIALS}{_SUFFIX}")
_LEADING = re.compile(rf"{_INITIALS}\s*(?:{_PART}\s+){{0,3}}{_WORD}(?:\s+{_WORD})?{_SUFFIX}")
_GIVEN = rf"(?:{_INITIAL}(?:-[{_UP}]\.)?|{_WORD}|[{_UP}]\b)"
_FULL = re.compile(
    rf"(?!(?:Della|Dos|Del|Von|Bin)\s){_GIVEN}(?:\s+(?:{_PART}\s+){{0,3}}{_GIVEN}){{0,3}}"
    rf"\s+(?:{_PART}\s+){{0,3}}{_WORD}{_SUFFIX}"
)
_FULL_TURNED = re.compile(
    rf"(?:{_PART}\s+){{0,3}}{_WORD}(?:\s{_WORD})?,"
    rf"\s+{_GIVEN}(?:\s+(?:{_PART}\s+)?{_GIVEN}){{0,3}}{_SUFFIX}"
)
_CAPITALS = re.compile(rf"{_FAMILY}\s+[{_UP}]{{1,3}}(?=[\s,;.:(]|$)")
_GROUP = re.compile(
    rf"(?:The\s+)?[{_UP}][\w-]+(?:\s+[\w-]+){{0,4}}\s+(?:Team|Collaboration|Consortium|Group)"
    rf"|OpenAI"
    r"|Gemini Team|Anthropic|DeepSeek-AI|Meta AI|World Health Organization"
)

_LAST = re.compile(r"(?:\band|&)\s*$")
_CLOSES = re.compile(r"\s*[.(:]|\s*$|,\s+(?:(?:19|20)\d\d|[\"“])")
#: A name of one word, as some people and most handles are.
_MONONYM = re.compile(rf"[{_UP}][\w'’-]+(?=\s*[,;.(:]|\s+(?:and|&|et al)\b|\s+&\s|\s*$)")
_LAST_WORD = re.compile(rf"[{_UP}][\w'’-]+(?=[\s.,(:]|$)")
_LAST_IS_SINGLE = re.compile(r"& \S+$")
_STOPPED = re.compile(r"\.\s+(?=[^\W_])")
_VANCOUVER_DATE = re.compile(r"\b(?:19|20)\d\d[^;]{0,12};\s?\d")
_SEVERAL_INITIALS = re.compile(rf"\s[{_UP}]{{2,3}}[,.;]")

_STYLES = (
    _Style(_TURNED, _TURNED, _turned, 0.9, comma=True),
    _Style(_TURNED, _LEADING, lambda name: _turned(name) if "," in name else name, 0.9),
    _Style(_LEADING, _LEADING, str, 0.9, comma=True),
    _Style(_CAPITALS, _CAPITALS, _vancouver, 0.39),
    _Style(_FULL_TURNED, _FULL_TURNED, _turned, 0.5),
    _Style(_FULL_TURNED, _FULL, lambda name: _turned(name) if "," in name else name, 0.5),
    _Style(_FULL, _FULL, str, 0.4),
    _Style(_GROUP, _GROUP, str, 0.4),
    _Style(_MONONYM, _MONONYM, str, -1.0),
)


def read_byline(text: str) -> Byline | None:
    """Return the authors that ``text`` begins with, ``None`` when it does not begin with any."""
    best: Byline | None = None
    for style in _STYLES:
        found = _read(text, style)
        if found and (best is None or _rank(found) > _rank(best)):
            best = found
    return best


def _rank(byline: Byline) -> tuple[int, bool, float]:
    quoted = byline.closed in ("year", "quote")
    return (_whole_names(byline.authors), quoted, byline.weight)


def _whole_names(names: Iterable[str]) -> int:
    """Count the names of more than one word, less the single words: few people have one."""
    return sum(1 if " " in name else -1 for name in names)


class Names(NamedTuple):
    """Names that a text begins with, whether it says that there are more, and where they end."""

    names: tuple[str, ...]
    more: bool
    end: int


def leading_names(text: str) -> Names | None:
    """Return the names that ``text`` begins with, whatever follows them."""
    best: Names | None = None
    for style in _STYLES[:-1]:
        names, end = _names(text, style)
        if names and (
            best is None or (_whole_names(names), end) > (_whole_names(best.names), best.end)
        ):
            more = _MORE.match(text, end)
            best = Names(tuple(names), bool(more), more.end() if more else end)
    return best


def begins_with_names(text: str) -> bool:
    """Return whether ``text``, the first line of a wrapped citation, begins with names."""
    byline = read_byline(text)
    if byline and any(" " in name for name in byline.authors):
        return True
    return any(
        len(names) > 1 and end >= len(text.rstrip(" ,;&")) - 24
        for style in _STYLES[:6]
        for names, end in (_names(text, style),)
    )


def _names(text: str, style: _Style, whole: bool = False) -> tuple[list[str], int]:
    """Return the names ``text`` begins with in ``style``, and where the last one ends.

    With ``whole`` the text is a citation and no names without one, so it may begin with
    a name of one word.
    """
    names: list[str] = []
    place = end = 0
    while place < _LONGEST:
        found = (style.other if names else style.first).match(text, place)
        if not found and (names or whole):
            found = _single_name(text, place, style)
        if not found or not _is_name(found[0]):
            break
        names.append(style.name(fold_spaces(found[0])))
        end = found.end()
        if _MORE.match(text, end) and not _after_ellipsis(text, end, style):
            break
        between = _NEXT.match(text, end)
        if not between:
            break
        place = between.end()
    return names, end


def _single_name(text: str, place: int, style: _Style) -> re.Match[str] | None:
    """Return a name of one word at ``place``, if another follows or "and" stands before it."""
    is_last = _LAST.search(text[max(0, place - 6) : place])
    if is_last and style.first is _TURNED:
        return _LAST_WORD.match(text, place)
    found = _MONONYM.match(text, place)
    if found is None:
        return None
    end = found.end()
    if is_last:
        return found if _CLOSES.match(text, end) else None
    if _MORE.match(text, end):
        return found
    between = _NEXT.match(text, end)
    if between and (style.first is style.other or style.other is _FULL):
        # In "Ann Berg, Ferrero, D. Title" a list of another kind goes on: that is no single name.
        return found if style.other.match(text, between.end()) else None
    if place and _STOPPED.match(text, end) and style.first in (_LEADING, _CAPITALS):
        return None if begins_as_venue(text[end + 1 :].lstrip(), loose=False) else found
    return None


def _after_ellipsis(text: str, end: int, style: _Style) -> bool:
    """Return whether another name follows an ellipsis, as APA writes long lists."""
    between = _NEXT.match(text, end)
    return bool(between and style.other.match(text, between.end()))


def _is_name(name: str) -> bool:
    return not any(_SMALL_WORD.fullmatch(word.strip(",.")) for word in name.split())


def _read(text: str, style: _Style) -> Byline | None:
    names, end = _names(text, style, whole=True)
    if not names:
        return None
    more = _MORE.match(text, end)
    place = more.end() if more else end
    weight = style.each * min(len(names), 4) + (1.5 if more else 0.0)
    if style.first is _CAPITALS and _is_vancouver(text, end):
        weight += 0.5
    for closed, pattern in _closings(style):
        found = pattern.match(text, place)
        if found and not text.startswith(("& ", "and "), found.end()):
            year = int(found[1]) if closed == "year" else None
            cut = bool(more) or "…" in text[:end] or "..." in text[:end] or ". . ." in text[:end]
            return Byline(tuple(names), cut, found.end(), closed, year, weight)
    if _LAST_IS_SINGLE.search(text[:end]) and style.first is _TURNED:
        return Byline(tuple(names), False, end + 1, "point", None, weight)
    return None


def _is_vancouver(text: str, end: int) -> bool:
    """Return whether names "Berg AK" or dates "2020;12(3)" show the style of Vancouver."""
    several = _SEVERAL_INITIALS.search(text, 0, end + 1)
    return bool(several or _VANCOUVER_DATE.search(text, end))


def _closings(style: _Style) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield what may close a list of names; a colon or comma only after names with initials."""
    for closed, pattern in _ENDS:
        if closed != "colon" or style.each > 0.8:
            yield closed, pattern
    if style.comma:
        yield "comma", _COMMA
