"""Pages whose papers have no certain marks: titles, authors, abstracts one after another.

Three layouts, each known by likelihood alone: abstracts that begin with ``Abstract:``,
titles with their abstracts, and lines of authors with abstracts and no titles.
"""

import re
from functools import lru_cache

from readlist.domain import PaperDraft
from readlist.importing.readers import page_grammar as kinds
from readlist.importing.readers.page_evidence import abstract_score, text_score
from readlist.importing.readers.page_grammar import HeadEnd
from readlist.importing.readers.page_reading import Habit, PapersPage
from readlist.importing.readers.parts.furniture import is_date
from readlist.importing.readers.parts.headings import (
    is_section,
    title_goes_on_score,
    title_score,
)
from readlist.importing.readers.parts.identifiers import identifier_line, is_link
from readlist.importing.readers.parts.labels import (
    abstract_label,
    authors_label,
    comment_label,
    is_citation,
    short_comment_label,
    title_label,
)
from readlist.importing.readers.parts.names import names_score
from readlist.importing.readers.segmentation import EDGE, Arc

_SMALL_WORD = re.compile(r"\b[a-z]{5,}\b")
#: What a known line costs as anything but furniture.
_KNOWN = -8.0
#: What authors cost where it is not known yet, or not so, that the page has them; and a head.
_UNSEEN_AUTHORS = {None: -2.0, False: -4.0, True: 0.0}
_UNSEEN_HEAD = -1.5
# A text may have been cut before an abstract, so that its authors are missing.
_WITHOUT_AUTHORS = -9.0


@lru_cache(4096)
def _names(text: str, common: frozenset[str]) -> float:
    return names_score(text, common)


def _weigh_label(text: str) -> dict[str, float]:
    """Return what a line is that begins with a label."""
    if abstract_label(text):
        return {kinds.TEXT: 10.0}
    if comment_label(text):
        return {kinds.COMMENT: 8.0}
    if title_label(text):
        return {kinds.TITLE: 8.0}
    return {kinds.AUTHORS: 8.0} if authors_label(text) else {}


def _title_goes_on(text: str, known: bool) -> float:
    """Weigh a further line of a title: it may be a word that menus have, but no link or date."""
    named = known and (is_link(text) or is_date(text) or identifier_line(text) is not None)
    return title_goes_on_score(text) + (_KNOWN if named else -0.5 * known)


# Abstracts with a label.


def _is_labelled(text: str) -> bool:
    """Return whether ``text`` is the first line of an abstract, in bold or not."""
    return abstract_label(text.lstrip("*_-•#> ")) > 0


def _labelled_arcs(habit: Habit) -> list[Arc]:
    bare = [*kinds.body(), *kinds.head(kinds.TEXT)]
    if habit.titles is False and not habit.authors:
        return bare
    unseen = _UNSEEN_HEAD if habit.titles is None else 0.0
    new = -2.0 + unseen
    above = (*kinds.TITLES, *kinds.AUTHOR_LINES, kinds.BETWEEN)
    return [
        *bare,
        *kinds.head(kinds.TITLE, new),
        *kinds.head(kinds.AUTHORS, new),
        *kinds.title(),
        *kinds.authors(),
        *kinds.then(kinds.TITLES, [kinds.AUTHORS]),
        *kinds.then(above, [kinds.BETWEEN, kinds.TEXT]),
    ]


def _weigh_labelled(common: frozenset[str], text: str, known: bool) -> dict[str, float]:
    if short_comment_label(text):
        return {kinds.COMMENT: 8.0}
    labelled = _weigh_label(text)
    if labelled:
        return labelled
    if is_citation(text):
        return {kinds.CITATION: 1.0}
    names = _names(text, common) + _KNOWN * known
    weights = {
        kinds.TITLE: title_score(text) + _KNOWN * known,
        kinds.TITLE_ON: _title_goes_on(text, known) - 0.5 * max(0.0, names),
        kinds.AUTHORS: names,
        kinds.AUTHORS_ON: names,
        kinds.PARAGRAPH: text_score(text, known, begins=True),
        kinds.TEXT_ON: text_score(text, known, begins=False),
        kinds.COMMENT_ON: 0.0,
    }
    if known:
        weights[kinds.BETWEEN] = -0.5
    return weights


# Titles and their abstracts.


def _titled_arcs(habit: Habit) -> list[Arc]:
    end = habit.head_end
    bare = [*kinds.body(), *(kinds.named(end) if not habit.titles else ())]
    if habit.titles is False:
        return bare
    within = end if end is HeadEnd.CLOSE else None
    arcs = [
        *bare,
        *kinds.head(kinds.TITLE),
        *kinds.title(),
        *kinds.then((*kinds.TITLES, kinds.BETWEEN), [kinds.BETWEEN], within),
        *kinds.then((*kinds.TITLES, kinds.BETWEEN), [kinds.TEXT], end),
    ]
    unseen = _UNSEEN_AUTHORS[habit.authors]
    return [
        *arcs,
        *kinds.authors(),
        *kinds.then((*kinds.TITLES, kinds.BETWEEN), [kinds.AUTHORS], weight=unseen),
        *kinds.then(kinds.AUTHOR_LINES, [kinds.BETWEEN]),
        *kinds.then(kinds.AUTHOR_LINES, [kinds.TEXT], end),
    ]


def _weigh_titled(common: frozenset[str], text: str, known: bool) -> dict[str, float]:
    labelled = _weigh_label(text)
    if labelled:
        return labelled
    names = _names(text, common) + _KNOWN * known
    first = text_score(text, known, begins=True)
    weights = {
        kinds.TITLE: title_score(text) + _KNOWN * known,
        kinds.TITLE_ON: _title_goes_on(text, known) - 0.5 * max(0.0, names),
        kinds.AUTHORS: names,
        kinds.AUTHORS_ON: names,
        kinds.TEXT: first,
        kinds.PARAGRAPH: first,
        kinds.TEXT_ON: text_score(text, known, begins=False),
        kinds.COMMENT_ON: 0.0,
    }
    if known:
        weights[kinds.BETWEEN] = -0.5
        if identifier_line(text):
            weights[kinds.NAMED] = 0.0
    return weights


# Lines of authors and abstracts.


def _authored_arcs(habit: Habit) -> list[Arc]:
    unheaded = (EDGE, kinds.FURNITURE, *kinds.COMMENTS)
    return [
        *kinds.body(),
        *kinds.head(kinds.AUTHORS),
        *kinds.authors(),
        *kinds.then(kinds.AUTHOR_LINES, [kinds.TEXT], habit.head_end),
        *(kinds.leave(kind, kinds.TEXT, _WITHOUT_AUTHORS) for kind in unheaded),
    ]


def _weigh_authored(common: frozenset[str], text: str, known: bool) -> dict[str, float]:
    if comment_label(text):
        return {kinds.COMMENT: 8.0}
    names = _names(text, common) + _KNOWN * known
    first = text_score(text, known, begins=True)
    return {
        kinds.AUTHORS: names,
        kinds.AUTHORS_ON: names,
        kinds.TEXT: first,
        kinds.PARAGRAPH: first,
        kinds.TEXT_ON: text_score(text, known, begins=False),
        kinds.COMMENT_ON: 0.0,
    }


# How much better a paper explains its lines than anything else would. One paper alone is
# believed when it says all that papers say, others only among their like.
_CAP, _CAP_SURE, _CAP_LABELLED = 4.0, 7.0, 9.0
_SURE_WORDS, _SURE = 3.0, 3.0
_LABEL, _BARE_LABEL, _AUTHORS, _NAMED, _NO_AUTHORS, _COMMENT = 7.0, 1.0, 1.0, 2.0, -6.0, 4.0
_SECTION = -6.0
_REPEATED = -5.0  # a page's own name, in its head and again in its menu
_LIKELY = 1.25  # that lines which can be a paper are one


def _labelled_odds(draft: PaperDraft, first: str) -> float:
    label = _BARE_LABEL if is_section(first) else _LABEL
    return min(label + abstract_score(draft.abstract or ""), _CAP_LABELLED)


def _titled_odds(draft: PaperDraft, first: str) -> float:
    if not draft.title:
        return min(abstract_score(draft.abstract or ""), _CAP)
    title = 0.5 * min(max(title_score(first), -6.0), 4.0) + _SECTION * is_section(first)
    text = abstract_score(draft.abstract or "")
    names = max(0.0, names_score(draft.title or "", _words(draft)))
    weight = _LIKELY + text + title - 2.0 * names + _AUTHORS * bool(draft.authors)
    weight += _REPEATED * (draft.abstract or "").startswith(draft.title)
    weight += _NAMED * bool(draft.arxiv_id or draft.doi)
    if draft.comment:
        return min(weight + _COMMENT, _CAP_LABELLED + _AUTHORS)
    sure = text >= _SURE_WORDS and text + title > _SURE and not names
    cap = _CAP_SURE if sure else _CAP
    return min(weight + 1.0 * sure, cap + _AUTHORS * bool(draft.authors))


def _authored_odds(draft: PaperDraft, first: str) -> float:
    weight = _LIKELY + abstract_score(draft.abstract or "")
    named = names_score(", ".join(draft.authors), _words(draft)) > 0
    weight += 0.0 if named else _NO_AUTHORS
    if draft.comment:
        return min(weight + _COMMENT, _CAP_LABELLED)
    return min(weight, _CAP)


def _words(draft: PaperDraft) -> frozenset[str]:
    """Return words of the abstract, which are no names."""
    return frozenset(_SMALL_WORD.findall(draft.abstract or ""))


READERS = (
    PapersPage(
        name="abstracts",
        title="each abstract begins with Abstract:",
        arcs=_labelled_arcs,
        weigh_line=_weigh_labelled,
        weigh_paper=_labelled_odds,
        marks=_is_labelled,
        alone=4.0,
    ),
    PapersPage(
        name="papers-page",
        title="each paper's title and then its abstract, as on a page of papers",
        arcs=_titled_arcs,
        weigh_line=_weigh_titled,
        weigh_paper=_titled_odds,
        alone=3.0,
    ),
    PapersPage(
        name="author-lines",
        title="a line of authors above each abstract, no titles",
        arcs=_authored_arcs,
        weigh_line=_weigh_authored,
        weigh_paper=_authored_odds,
        alone=3.0,
    ),
)
