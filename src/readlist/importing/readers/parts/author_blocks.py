"""The authors of a paper as its first page lists them: with marks, places and addresses.

Names stand beside each other or one below the other, in lists that go on from line to line.
"""

import re
from collections.abc import Iterator, Sequence

from readlist.importing.readers.parts.bylines import leading_names
from readlist.importing.readers.parts.lines import Line
from readlist.text import fold_spaces

PLACE = re.compile(
    r"(?<![^\W\d_])(?:universit\w*|institut\w*|departe?ment|dept|school|college|laborator\w*|labs?"
    r"|cent(?:er|re)|facult\w*|academy|hospital|polytechni\w*|politecnico|hochschule|[eé]cole"
    r"|observator\w*|clinic|council|consortium|bureau|agency"
    r"|research|inc|ltd|corp\w*|gmbh|google|microsoft|facebook|meta|deepmind|openai|nvidia|amazon"
    r"|ibm|apple|huawei|tencent|alibaba"
    r"|baidu|bytedance|mit|eth|epfl|inria|cnrs|cmu|kaist|division|group|team|foundation|ministry"
    r"|company|street|avenue|road|usa"
    r"|united|china|germany|france|india|canada|japan|korea|italy|spain|australia|singapore|uk"
    r"|switzerland|netherlands|israel"
    r"|brazil|sweden|poland|austria|hong kong)\b",
    re.I,
)
#: What stands above titles: where the paper was published, dates, kinds of articles.
HEADER = re.compile(
    r"\s*(?:published (?:as|in|by)|under review|preprint\b|accepted (?:to|at|by|for)|to appear"
    r"|proceedings of|in proceedings|presented at"
    r"|submitted to|workshop|journal of|ieee\b|acm\b|vol(?:ume|\.)|doi\b|https?:|www\.|received|©"
    r"|copyright|arxiv|manuscript|draft\b"
    r"|technical report|research article|article\b|original (?:research|article|paper)"
    r"|open access|review article|letter\b|version|page \d"
    r"|\d+(?:st|nd|rd|th) (?:conference|international|workshop)|the \d+(?:st|nd|rd|th)|conference"
    r"|issn|isbn|contents lists|journal homepage"
    r"|transactions on machine|\w+,? \d{4}\s*$|\d+\s*$|(?:january|february|march|april|may|june"
    r"|july|august|september|october|november"
    r"|december)\b.*\d{4}|[\d/.-]+\s*$)",
    re.I,
)
CONTACT = re.compile(
    r"\S+@\S+|\{[^{}]*\}\s*@|https?://|\borcid\b|corresponding author|equal contribution"
    r"|contributed equally|email",
    re.I,
)
FOOTNOTES = re.compile(
    r"[*∗†‡§¶‖⋆♠♣♦♥✉⇤#]+|[\u00b9\u00b2\u00b3\u2070-\u2079]+|(?<=[^\W\d_])\d+(?:,\s?\d+)*"
    r"|(?<=,)\s*\d+(?:,\d+)*(?=\s|$)|(?<!\w)\d+(?:,\s?\d+)*(?!\w)|\$[^$]*\$|\^\{?[^\s}]*\}?"
)
_COLUMNS = re.compile(r"\s{2,}")
_NAMES_GO_ON = re.compile(
    r"(?:,|\band|&|\b(?:van|von|de|der|den|del|da|di|la|le|el|al|bin|ten)|,\s(?:and\s)?[^\W\d_]"
    r"[^\W\d_.'’-]*(?:[.'’-][^\W\d_]*)*|\s[A-Z][a-z]?\.)$"
)
#: A line of names whose last one has no mark while others have: the name goes on below.
_MARKED_LIST = re.compile(r"(?=.*[^\W\d_](?:\d|[*∗†‡§¶]|\s[a-h]\b)).*[^\W\d_]{2}(?<!\s[a-h])$")
_AFFILIATION = re.compile(r"(?:\d{1,2}|[a-h])\s?[A-Z]|[*∗†‡§¶✉]")
#: Letters that Elsevier's journals set behind names to point at affiliations.
_LETTER_MARKS = re.compile(r"(?<=\w)\s[a-h](?:,\s?[a-h*∗])*(?=,|\s*$|\s+and\b)")
_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}\d?")
_MEMBER = re.compile(
    r",?\s*(?:(?:graduate |student |senior |life )*(?:member|fellow)),?\s*(?:IEEE|ACM)", re.I
)


def authors_of(between: Sequence[Line]) -> tuple[str, ...]:
    """Return the names between title and abstract, from lines that hold nothing else."""
    authors: list[str] = []
    place_before = False
    at = 0
    for text, count in author_lines(between):
        gap = between[at].gap
        people = people_in(text)
        if place_before and len(people) == 1 and not gap and not FOOTNOTES.search(text):
            people = []  # a town below a university looks like a name
        if not people and is_single_name(between, at):
            people = [text]
        authors += [name for name in people if name not in authors]
        place_before = PLACE.search(text) is not None
        at += count
    return tuple(authors)


def author_lines(between: Sequence[Line]) -> Iterator[tuple[str, int]]:
    """Yield lines and how many each was made of: lists of names that go on below are one."""
    held, count = "", 0
    for line in between:
        if held and not line.gap and _goes_on(held, line.content):
            held, count = f"{held} {line.content}", count + 1
            continue
        if held:
            yield held, count
        held, count = line.text.strip(), 1
    if held:
        yield held, count


def _goes_on(held: str, text: str) -> bool:
    """Return whether ``text`` goes on with the list of names ``held``."""
    if PLACE.search(text) or CONTACT.search(text) or _AFFILIATION.match(text):
        return False
    return bool(
        _NAMES_GO_ON.search(held)
        or text.startswith(("and ", "& "))
        or ("," in held and ("," in text or _MARKED_LIST.match(held)))
    )


def is_single_name(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line is the name of one word of somebody whose place is said below."""
    if at + 1 >= len(lines) or not _WORD.fullmatch(lines[at].content):
        return False
    below = lines[at + 1]
    return lines[at].gap > 0 and not below.gap and PLACE.search(below.content) is not None


def people_in(text: str) -> list[str]:
    """Return the names that a line is nothing but; none when it holds anything else.

    Footnote marks and wide spaces stand between names as commas do.
    """
    if CONTACT.search(text) or PLACE.search(text) or HEADER.match(text) or len(text) > 1000:
        return []
    bare = _LETTER_MARKS.sub(",", _MEMBER.sub("", text.strip()))
    bare = _COLUMNS.sub(", ", FOOTNOTES.sub(", ", bare))
    bare = fold_spaces(re.sub(r"(?:\s*,)+", ",", re.sub(r",\s*(?:and|&)\s+|\s+&\s+", ", ", bare)))
    bare = bare.strip(" ,.;")
    pieces = bare.split(", ") if bare else []
    names = [name for piece in pieces if (name := _name(piece))]
    whole = sum(" " in name for name in names)
    return names if len(names) == len(pieces) and 2 * whole > len(names) else []


def _name(piece: str) -> str | None:
    """Return the one name that ``piece`` is; a single word may be one among others."""
    found = leading_names(f"{piece} ")
    if found and len(found.names) == 1 and found.end == len(piece):
        return found.names[0]
    return piece if _WORD.fullmatch(piece) else None
