"""Where papers are published, as citations and lists of papers write it."""

import re
from functools import lru_cache
from importlib.resources import files

# What a journal, proceedings or a publisher begins with, whatever its field.
_BEGINNING = (
    r"(?:in:?\s+)?(?:the\s+)?(?:(?:\d+(?:st|nd|rd|th)|(?:19|20)\d\d)\s+)?(?:"
    r"proc\b|proceedings|transactions|trans\.|journal|j\.\s|advances\s+in|adv\.\s|annals|ann\.\s"
    r"|annual|archives|bulletin|conference|conf\.|symposium|workshop|international|int\.\s|ieee\b"
    r"|acm\b|acta\b|lecture\s+notes|lncs\b|communications\s+of|commun\.|findings\s+of|letters"
    r"|lett\."
    r"|phys\.|physical\s+review|physica\b|nature\b|science\b|scientific\s+reports|sci\.|cell\b"
    r"|neural\s+(?:computation|networks|information)|machine\s+learning\b|pattern\s+recognition\b"
    r"|artificial\s+intelligence\b|mathematical|math\.|quarterly|reviews?\b|rev\.|surveys?\b"
    r"|foundations\s+and\s+trends|european|eur\.|american|am\.\s|amer\.|computer\s|comput\."
    r"|appl\.\s"
    r"|applied\s|siam\b|plos\b|frontiers\s+in|royal\s+society|chem\.|bioinformatics|biometrika"
    r"|econometrica|technical\s+report|tech(?:nical)?\.?\s+rep|ph\.?\s?d\.?\s|doctoral|master"
    r"|preprint|e-?prints?\b|springer|elsevier|wiley|cambridge\s+univ|oxford\s+univ|mit\s+press"
    r"|academic\s+press|association\s+for|openreview|curran|usenix)"
)
_JOURNAL = re.compile(  # a name, then its volume, pages or year
    r"(?:in:?\s+)?(?=[^\W\d_])[^.?!\"“”]{2,140}?(?:,\s+(?:pages?|pp?\.|vol(?:ume|\.)|no\.)"
    r"|,?\s+(?:vol\.\s*)?\d{1,4}(?:\.\d{1,3})?\s?(?:\(|,|:|;)|\s\((?:19|20)\d\d\)|[,;]\s+(?:19|20)\d\d\b)",
    re.I,
)
# The same where a title may stand instead: every word of the name has a capital.
_NAME_WORD = r"(?:[A-Z][\w&:'’-]*\.?|of|and|the|in|on|for|de|la|et|&)"
_CAPITAL_JOURNAL = re.compile(
    rf"[A-Z][\w&'’-]*\.?(?:\s{_NAME_WORD}){{0,9}}?,?\s+(?:[Vv]ol\.\s*)?"
    r"\d{1,4}(?:\.\d{1,3})?\s?(?:\(|,|:|;|$)"
)
_ABBREVIATED = re.compile(  # a citation without a title: "Phys. Rev. Lett. 12, 34 (1999)"
    r"(?:(?:[A-Z][a-z]{0,9}\.{1,2}\s?){1,6}(?:[A-Z]\s)?"
    r"|(?:Nature|Science|Cell|JHEP|PNAS|Physica [A-E])\s(?:\([^()]{1,12}\)\s)?)\(?\d"
)
_EDITED = re.compile(r"[^()]{0,160}\([Ee]ds?\.\),?\s*")
_ARXIV = re.compile(r"(?:in:?\s+)?(?:arxiv\b|corr\b|biorxiv\b|medrxiv\b|abs/\d)", re.I)
_PLACED = re.compile(r"[Ii]n:?\s+(?:[a-z]{0,2}[A-Z]|\d+(?:st|nd|rd|th)|the\s|proc)")
_YEAR = re.compile(r"(?<![\d./:-])((?:19[3-9]|20[0-4])\d)(?:[a-z]\b|(?!\d|[./]\d|-\d))")
_YEAR_IN_BRACKETS = re.compile(r"\(\D{0,16}((?:19[3-9]|20[0-4])\d)[a-z]?\)")
_RANGES = re.compile(
    r"\d+\s?[-‐–—]{1,2}\s?\d+|\bpp?\.\s?\d+(?:\s?[-‐–—]+\s?\d+)?|\bpages?\s\d+|https?://\S+|\b10\.\d{4,9}/\S+"
)
_VOLUME = re.compile(
    r",?\s+(?:vol\b|volume\b|no\.|number\b|pp?\.|pages?\b|abs/|art(?:icle)?\b)"
    r"|\s\(pp?\.|,?\s+\(?'?\d[\d()]*\s?(?=[,.:;()]|$|\s\()|,?\s+\((?:19|20)\d\d\)|[:;]\s"
    r"|,\s+(?:19|20)?\d\d"
    r"|,\s+(?:[A-Z][a-z]{2,8}\.?\s)?(?:19|20)\d\d"
    r"|(?<!Proc)(?<!Conf)(?<!Symp)(?<!Trans)\.\s+(?:ACM|IEEE|Springer|PMLR|AAAI|Curran|Association"
    r"|Elsevier|MIT|ISCA|USENIX|OpenReview|arXiv|doi|DOI|https?|URL|Available|ISBN)\b|,\s+doi"
    r"|,?\s+https?:"
)
_SENTENCE = re.compile(r"(?<=[a-z]{6})\.\s+(?=[A-Z][a-z]{3})")
_LONGEST = 160


@lru_cache(maxsize=1)
def acronyms() -> re.Pattern[str]:
    """Return what matches an acronym of a venue, with the year where one follows."""
    text = files(__package__).joinpath("venues.txt").read_text(encoding="utf-8")
    words = [
        word for line in text.splitlines() if not line.startswith("#") for word in line.split()
    ]
    known = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{known})(?:\s?['’]?\s?(\d\d(?:\d\d)?))?(?![\w-])")


@lru_cache(maxsize=1)
def _beginning() -> re.Pattern[str]:
    return re.compile(_BEGINNING, re.I)


def begins_as_venue(text: str, loose: bool = True) -> bool:
    """Return whether ``text`` begins as the name of a place of publication does.

    With ``loose`` any words before a volume, pages or a year will do.
    """
    if begins_as_journal(text) or _ABBREVIATED.match(text) or _beginning().match(text):
        return True
    return loose and _JOURNAL.match(text) is not None


def lacks_title(text: str) -> bool:
    """Return whether ``text``, what follows the authors, is where it was published at once."""
    return _ARXIV.match(text) is not None or _ABBREVIATED.match(text) is not None


def begins_as_journal(text: str) -> bool:
    """Return whether ``text`` can only be a place of publication, and no title."""
    if _ARXIV.match(text) or _PLACED.match(text) or _CAPITAL_JOURNAL.match(text):
        return True
    return acronyms().match(text) is not None


def names_venue(text: str) -> bool:
    """Return whether a known venue or kind of publication stands anywhere in ``text``."""
    return acronyms().search(text) is not None or any(
        _beginning().match(text, found.start()) for found in re.finditer(r"\b[A-Z]", text[:400])
    )


def venue_of(text: str) -> str | None:
    """Return the venue that ``text``, what follows a title, begins with; none for a preprint."""
    bare = re.sub(r"^\W*(?:in\b:?\s+|appears in\s+|published in\s+)?", "", text, flags=re.I)
    if not bare or _ARXIV.match(bare) or not (bare[0].isupper() or bare[0].isdigit()):
        return None
    bare = _EDITED.sub("", bare, count=1)
    if found := acronyms().match(bare):
        bare = bare[: found.end()].removesuffix(found[1] or "").rstrip(" '’")
    elif found := _VOLUME.search(bare):
        bare = bare[: found.start()]
    bare = _SENTENCE.split(bare)[0]
    bare = re.sub(r"[\s,.;:(\[]+$", "", bare)
    known = begins_as_venue(text) or begins_as_venue(bare)
    return bare if known and 1 < len(bare) <= _LONGEST else None


def year_in(text: str) -> int | None:
    """Return the year of publication in ``text``: one in brackets first, else the last."""
    bare = _RANGES.sub(" ", text)
    found = _YEAR_IN_BRACKETS.findall(bare) or _YEAR.findall(bare)
    if found:
        return int(found[-1])
    short = [match[1] for match in acronyms().finditer(bare) if match[1]]
    return 2000 + int(short[-1]) if short and len(short[-1]) == 2 and int(short[-1]) < 40 else None
