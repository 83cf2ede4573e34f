"""Names in the fields of records: one in a field, or all of them in one.

How bibliographies write names: https://www.bibtex.org/Format/ and
https://www.nlm.nih.gov/bsd/mms/medlineelements.html#au
"""

import re
from collections.abc import Iterable, Sequence

from readlist.importing.readers.parts.names import given_first, split_names, without_et_al
from readlist.importing.readers.parts.texts import plain_line

_INITIALS = r"(?:[A-ZÀ-ÖØ-ÞŁŚŠŞŻŽČĆĐİ]\.?[ -]?){1,4}"
#: As PubMed ends a list of names: "Smith J, Doe AB."
_ENDED = re.compile(r"[^.;]+,[^.;,]+ [^.;,]+\.")
_ONLY_INITIALS = re.compile(_INITIALS)
_INITIALS_LAST = re.compile(rf"([^\W\d_][^\s,.]+(?: [^\W\d_][^\s,.]+)*) ({_INITIALS})")
_QUOTED_LIST = re.compile(r"""\[\s*(?:['"].*['"])?\s*,?\s*\]""", re.S)
_QUOTED = re.compile(r"""'((?:[^'\\]|\\.)*+)'|"((?:[^"\\]|\\.)*+)\"""")
_ESCAPED = re.compile(r"\\(.)")
_NOBODY = re.compile(r"\[(?:anonymous|no author[^\]]*)\]", re.I)
_OTHERS = re.compile(r"others\.?", re.I)


def people(values: Iterable[str]) -> tuple[tuple[str, ...], bool]:
    """Return the names in ``values``, one in each, and whether one says that there are more.

    Some programs put all in one. A group's name that is to stay as it is stands in braces.
    """
    names: list[str] = []
    cut = False
    for value in values:
        line = plain_line(value)
        if line.startswith("{") and line.endswith("}"):
            names.append(line[1:-1])
        elif _lists_several(line):
            listed, more = names_in(line)
            names += listed
            cut = cut or more
        else:
            name = "" if _OTHERS.fullmatch(line) else without_et_al(line)
            cut = cut or name != line
            names += [given_first(name)] if name and not _NOBODY.fullmatch(name) else []
    return tuple(names), cut


def names_in(text: str) -> tuple[tuple[str, ...], bool]:
    """Return the names in a field that lists authors, and whether it says that there are more.

    They are separated by semicolons, "and", bars or commas, or stand in quotation marks
    in a bracket. "Smith J" and "Smith, J." become "J Smith" and "J. Smith".
    """
    text = plain_line(text)
    if _QUOTED_LIST.fullmatch(text):
        return tuple(map(given_first, quoted_in(text))), False
    whole = text.strip(" ,;")
    listed = without_et_al(whole).strip(" ,;")
    more = listed != whole
    if _ENDED.fullmatch(listed):
        listed = listed.removesuffix(".")
    return _turned([name for each in _separated(listed) if (name := each.strip())]), more


def quoted_in(text: str) -> list[str]:
    """Return the texts between quotation marks, as a list of Python or JSON has them."""
    quoted = (single or double for single, double in _QUOTED.findall(text))
    return [_ESCAPED.sub(r"\1", each) for each in quoted if each.strip()]


def _lists_several(line: str) -> bool:
    """Return whether a field for one name holds several."""
    if ";" in line:
        return True
    parts = line.split(" and ") if line.count(",") > 1 else ()
    return len(parts) > 1 and all("," in part for part in parts)


def _separated(listed: str) -> Sequence[str]:
    for mark in (";", "|"):
        if mark in listed:
            parts = [part.strip() for part in listed.split(mark)]
            return [given_first(part.removeprefix("and ")) for part in parts]
    several = re.split(r",? and ", listed)
    if all(1 <= one.count(",") <= 2 for one in several) and _is_family_first(several):
        return [given_first(one) for one in several]
    parts = [part.strip() for part in re.split(r",? (?:and|&) |,", listed) if part.strip()]
    if len(parts) % 2 == 0 and all(_ONLY_INITIALS.fullmatch(part) for part in parts[1::2]):
        return [f"{given} {family}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return split_names(listed)[0]


def _is_family_first(several: Sequence[str]) -> bool:
    """Return whether each of ``several`` is "Family, Given", and none two people by a comma."""
    if len(several) > 1:
        return True
    family, _, given = several[0].partition(",")
    words = family.split()
    return bool(words) and (len(words) == 1 or words[0].islower()) and len(given.split()) <= 3


def _turned(names: Sequence[str]) -> tuple[str, ...]:
    """Return names without "Smith J" in them, if all are written like that."""
    found = [_INITIALS_LAST.fullmatch(name) for name in names]
    if not all(found):
        return tuple(names)
    return tuple(f"{each[2]} {each[1]}" for each in found if each)
