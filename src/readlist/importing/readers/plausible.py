"""Whether what a reader made of a page can be papers, or the page is of another kind."""

import re
from collections import Counter
from collections.abc import Sequence
from statistics import mean, median

from readlist.domain import PaperDraft
from readlist.importing.readers.identifiers import is_link
from readlist.importing.readers.lines import Line

_FIELD = re.compile(r"[\"']?(?P<key>[A-Za-z][\w-]{0,24})[\"']?\s*(?:[:=]|-(?=\s))\s*\S")
_DATA = re.compile(r"[{}<\\]|\[[{\]]|@\w+\s*[{(]|#(?:include|!|define)|//|/\*|-{4,}|={4,}|%{2,}")
_MOST_DATA = 0.3
_MOST_FIELDS = 0.6
_SHORTEST = 60
_MOST_PARAGRAPHS = 5


def are_papers(drafts: Sequence[PaperDraft]) -> bool:
    """Return whether the abstracts of ``drafts`` are about as long as abstracts are."""
    if not drafts:
        return False
    abstracts = [draft.abstract or "" for draft in drafts]
    paragraphs = mean(abstract.count("\n\n") + 1 for abstract in abstracts)
    return median(map(len, abstracts)) >= _SHORTEST and paragraphs <= _MOST_PARAGRAPHS


def is_data(lines: Sequence[Line]) -> bool:
    """Return whether ``lines`` are records with named fields, markup or a program, not prose."""
    contents = [line.content for line in lines if not is_link(line.content)]
    keys = Counter(found["key"].lower() for each in contents if (found := _FIELD.match(each)))
    repeated = sum(count for count in keys.values() if count > 2)
    data = sum(_DATA.match(each) is not None for each in contents)
    few = len(contents) < 4
    return not few and (
        repeated + data > _MOST_DATA * len(contents) or keys.total() > _MOST_FIELDS * len(contents)
    )
