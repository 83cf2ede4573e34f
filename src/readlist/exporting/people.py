"""Names taken apart as bibliographies need them: given, particle, family, suffix.

The parts are those of CSL (https://docs.citationstyles.org/en/stable/specification.html#names)
and BibTeX (https://www.ctan.org/pkg/bibtex, "btxdoc"): a name such as
"Ludwig van Beethoven" is sorted and shortened by them.
"""

import re
from dataclasses import dataclass

from readlist.text import printable

_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Ph\.?D|M\.?D|Esq)\.?")
# Written with a capital they are still part of the family name; "Le", "Van" as a last word is one.
_CAPITAL_PARTICLE = re.compile(
    r"(?:Van|Von|Vander|De[lnrs]?|Della|Di|Da|Do|Dos|Das|Du|La|Le|Las|Los|Ter|Ten|El|Al|Bin|Ibn|St\.?)"
)
_GROUP = re.compile(
    r"(?i:(?:^the\b.*|.*\b(?:collaboration|consortium|team|group|initiative|project|foundation"
    r"|committee|community|institute|labs?)\b(?:\s+\S+)?))"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts; a group or a single name is all in ``family``."""

    family: str
    given: str = ""
    particle: str = ""
    suffix: str = ""
    is_whole: bool = False

    @property
    def family_first(self) -> str:
        """The name as lists sort it: ``van Beethoven, Ludwig``, ``King, Martin Luther, Jr.``."""
        parts = (f"{self.particle} {self.family}".strip(), self.given, self.suffix)
        return ", ".join(part for part in parts if part)


def name_of(author: str) -> Name:
    """Return "Given Family" in its parts."""
    shown = printable(author).strip()
    words = shown.split(" ")
    if len(words) == 1 or "," in shown or _GROUP.fullmatch(shown):
        return Name(shown, is_whole=True)
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    start = _family_start(words)
    end = start
    while end < len(words) - 1 and words[end][:1].islower():
        end += 1
    return Name(" ".join(words[end:]), " ".join(words[:start]), " ".join(words[start:end]), suffix)


def _family_start(words: list[str]) -> int:
    """Return where the particles and the family name begin: never with the first word."""
    last = len(words) - 1
    for at in range(1, last):
        if words[at][:1].islower() and not words[0][:1].islower():
            return at
    start = last
    while start > 1 and _CAPITAL_PARTICLE.fullmatch(words[start - 1]):
        start -= 1
    return start
