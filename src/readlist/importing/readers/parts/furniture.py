"""What stands around papers on a page: menus, dates, counts, buttons."""

import re
from collections.abc import Sequence

from readlist.importing.readers.parts.identifiers import is_link

#: Why such lines are skipped, as the report says it.
REASON = "page furniture"

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?:submitted|published|updated|posted|last revised|date:)\s*(?:on\s+)?)?"
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}\s+{_MONTH}(?:\s+\d{{4}})?"
    rf"|{_MONTH}\s+\d{{4}}|\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})"
)
_COUNT = (
    r"[-+]?\d[\d.,]*\s*[km]?(?:\s*(?:authors?|comments?|likes?|upvotes?|votes?|views?|stars?|papers?"
    r"|results?|citations?|points?|replies|reply|downloads?|models?|datasets?|spaces?|pages?"
    r"|(?:second|sec|minute|min|hour|hr|day|week|month|year)s?(?:\s+ago)?|[hdwmy]))?(?:\s+ago)?"
)
_WORDS = (
    r"new|subscribe|sign ?(?:up|in|out)|log ?(?:in|out)|login|register|upvotes?|likes?|share|save"
    r"|daily|weekly|monthly|yearly|trending|latest|popular|hot|top|today|yesterday|this week"
    r"|menu|search|home|about|help|contact|blog|docs|pricing|careers?|jobs|press|terms|tos|privacy"
    r"|(?:terms of (?:service|use)|privacy policy|cookie policy|cookies)|models|datasets|spaces"
    r"|buckets|enterprise|posts|forum|learn|discord|community|collections|languages|organizations"
    r"|solutions|website|company|system theme|theme|next|prev(?:ious)?|page|back|more|load more"
    r"|show (?:more|less)|read more|view (?:all|more|pdf)|pdf|html|code|github|abs|abstract|cite"
    r"|loading\.*|skip to (?:main )?content|all rights reserved|via|access paper|ask questions"
    r"|access paper or ask questions|request code|add code|(?:daily|trending|latest|recent) papers"
    r"|by\s*ak(?: and the research community)?|and the research community"
    r"|view pdf\s*html \(experimental|full-text links"
    r"|references & citations|export bibtex citation|submission history|quick links"
    r"|get trending papers in your email inbox(?: once a day)?"
)
_DATED = re.compile(rf"(?:published (?:on )?)?{_DATE}", re.I)
_HOW_MANY = (
    r"(?:found|showing|total(?: of)?:?)?\s*\d[\d,]*\s+(?:new\s+|relevant\s+)?"
    r"(?:papers|articles|results|entries|preprints)\s+(?:match|found|for|from|today|this)\b.{0,60}"
)
_KNOWN = re.compile(
    rf"(?:{_DATE}|(?:{_WORDS})(?:\s+(?:new|{_COUNT}))?|{_COUNT}|{_HOW_MANY})!?", re.I
)
_SEPARATOR = re.compile(r"\s+[•·∙⋅|–—-]\s+|\s{2,}")
_MENU = 80
_MARKS = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_REFERENCE = re.compile(r"\[\s*(?:\d+|[-+x ])\s*\]|\]?\(https?://[^\s)]*\)|\]\[\d+\]")
_LABEL = re.compile(r"(?:url|page title|source|captured[^:]*|link|website|retrieved)\s*:.*", re.I)
_LINKED = re.compile(
    r"(?:[*\-]\s+)?(?:\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\[\d+\]|\([^\s()]*\))[\s,]*)+"
)
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^\s()]*\)|\]\([^\s()]*\)")
_MOST_BESIDE = 60
_SENTENCE_END = re.compile(r"[^\W\d_]{2}\.$")
_CLOSING = (".", "!", "?", ")", ").", ".)")
_LONG = "View a PDF of the paper titled "  # and then its title, on arXiv
_LONGEST = 120


def is_furniture(text: str) -> bool:
    """Return whether ``text``, one line, is known to belong to the page and not to a paper."""
    if len(text) > _LONGEST or _SENTENCE_END.search(text):
        return is_link(text) or text.startswith(_LONG) or _is_image(text)
    if text in _CLOSING:
        return False  # the last character of a wrapped paragraph
    bare = _MARKS.sub("", _REFERENCE.sub(" ", text))
    if not bare or is_link(text) or _is_only_link(text):
        return True
    if _KNOWN.fullmatch(bare) or (text[0] in "#-*" and _LABEL.fullmatch(bare)):
        return True
    parts = _SEPARATOR.split(bare)
    return len(parts) > 1 and len(bare) < _MENU and _are_known(parts)


def is_date(text: str) -> bool:
    """Return whether ``text`` is a date and nothing else."""
    return len(text) < _MENU and _DATED.fullmatch(_MARKS.sub("", text)) is not None


def _are_known(parts: Sequence[str]) -> bool:
    """Return whether ``parts`` of a line, which marks part, are all known or one is a date."""
    return any(map(_DATED.fullmatch, parts)) or all(map(_KNOWN.fullmatch, parts))


def _is_image(text: str) -> bool:
    """Return whether a line is an image of Markdown with at most a few words beside it."""
    if not text.startswith(("![", "[![", "[- ![", "- ![")):
        return False
    return len(_IMAGE.sub("", text)) < _MOST_BESIDE


def _is_only_link(text: str) -> bool:
    """Return whether a line is one or more links of Markdown with nothing beside them."""
    return text.startswith(("[", "* [", "- [")) and _LINKED.fullmatch(text) is not None
