"""Why text in a file of a known format is no paper, and what of it tells why a file has none."""

from collections import Counter
from collections.abc import Iterable

#: Of a record.
NOTHING_KNOWN = "a record without a title or an identifier"
NOT_TITLED = "a record without a title"
#: Of what belongs to a file and is no record.
AROUND = "what stands around the records"
OUTSIDE = "text outside the records"
COLUMNS = "the names of the columns"
STRINGS = "abbreviations (@string)"
COMMENT = "a comment"
PREAMBLE = "a preamble for LaTeX"
CHECKSUM = "the checksum of the list"

_BESIDE = frozenset((AROUND, OUTSIDE, COLUMNS, STRINGS, COMMENT, PREAMBLE, CHECKSUM))


def why_no_papers(reasons: Iterable[str]) -> str:
    """Return why a file holds no paper, given why each text in it is none.

    It is what is wrong with most of its records or, where it has none, what it holds instead.
    """
    counted = Counter(reasons)
    if wrong := {each: times for each, times in counted.items() if each not in _BESIDE}:
        return max(wrong, key=lambda each: wrong[each])
    instead = [each for each in counted if each not in (AROUND, CHECKSUM)]
    return f"only {' and '.join(instead)}" if instead else "it has no records"
