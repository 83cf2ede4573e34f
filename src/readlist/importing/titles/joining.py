"""Joining two phrases of an abstract by a preposition, where a title could have them so.

A tool is for something, and what is done ("detection") is done for something, in something or with
a tool. Of two things that neither acts on no preposition tells anything that is surely true.
"""

from readlist.importing.titles.phrase import Phrase
from readlist.importing.titles.standing import Standing
from readlist.importing.titles.vocabulary import PREPOSITIONS

# How what is done is joined to what the abstract has behind these.
_WITH_MEANS = {
    "by": "with",
    "in": "in",
    "of": "in",
    "on": "in",
    "through": "with",
    "using": "using",
    "via": "via",
    "with": "with",
}


def join(one: Phrase, two: Phrase) -> list[str] | None:
    """Return the words of ``one`` and ``two`` as one phrase; None when none would read well.

    Either may come first.
    """
    if two.standing is Standing.KIND:
        leads = two.is_tool and one.standing is not Standing.KIND
        return _joined(two, "for", one) if leads else None
    if two.is_verbal:
        return _joined(one, two.link if two.link == "by" else "for", two) if one.is_tool else None
    if one.is_tool or one.is_activity:
        turned = one.is_tool and one.is_plural and one.standing is Standing.OTHER
        if turned and two.is_activity and (one.link in _WITH_MEANS or one.is_host):
            return _joined(two, _WITH_MEANS.get(one.link, "in"), one)
        return _joined(one, two.link if two.link in {"in", "on", "with"} else "for", two)
    if not two.is_activity:
        fits = two.link == "for" or (two.link == "in" and PREPOSITIONS.isdisjoint(one.words))
        return _joined(one, two.link, two) if fits else None
    if one.standing is not Standing.OTHER:
        return _joined(one, "for", two)
    return _joined(two, _WITH_MEANS.get(one.link, "in"), one) if one.is_plural else None


def _joined(one: Phrase, joint: str, two: Phrase) -> list[str] | None:
    if joint in one.words or joint in two.words:
        return None
    return [*one.opening(), joint, *two.following()]
