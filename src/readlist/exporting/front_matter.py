"""YAML front matter in which every text is in double quotes.

So no title can be taken for a date, a number or a list, by YAML 1.1 or 1.2.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import yaml

from readlist.domain import Paper, TitleSource
from readlist.exporting import filenames
from readlist.text import printable

#: What a property may hold; ``None`` is left out.
Value = str | int | bool | Sequence[str] | None

#: The names of a note's properties, in the order in which they are written.
ORDER = (
    *("title", "title_source", "aliases", "authors", "more_authors", "year", "venue", "status"),
    *("starred", "tags", "links", "doi", "arxiv", "added", "finished", "readlist-id"),
)

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
# Letters beyond the Basic Multilingual Plane are written as escapes, though YAML has them as they
# are: https://github.com/yaml/libyaml/issues/279. An escaped backslash is passed over.
_ESCAPE = re.compile(r"\\\\|\\U([0-9A-F]{8})")
_AS_IT_IS, _AS_TEXT = (True, False), (False, True)
_START = (
    yaml.StreamStartEvent(),
    yaml.DocumentStartEvent(explicit=False),
    yaml.MappingStartEvent(None, None, True, flow_style=False),
)
_END = (yaml.MappingEndEvent(), yaml.DocumentEndEvent(explicit=False), yaml.StreamEndEvent())
_START_LIST = yaml.SequenceStartEvent(None, None, True, flow_style=False)
_END_LIST = yaml.SequenceEndEvent()


def properties(paper: Paper) -> dict[str, Value]:
    """Return the front matter of ``paper``; what is not known is ``None`` or empty."""
    title = title_of(paper)
    derived = paper.title_source is TitleSource.DERIVED
    return {
        "title": title,
        "title_source": paper.title_source.value if derived else None,
        "aliases": [title] if filenames.stem(title) != title else None,
        "authors": paper.authors,
        "more_authors": paper.more_authors or None,
        "year": paper.year,
        "venue": paper.venue,
        "status": paper.status.value,
        "starred": paper.starred,
        "tags": paper.tags,
        "links": paper.links,
        "doi": paper.doi,
        "arxiv": paper.arxiv_id,
        "added": paper.added_at,
        "finished": paper.finished_at,
        "readlist-id": paper.key,
    }


def title_of(paper: Paper) -> str:
    """Return a paper's title on one line, ``Untitled`` for one without visible letters."""
    title = printable(paper.title)
    return title if title.strip() else "Untitled"


def dump(values: Mapping[str, Value]) -> str:
    """Return ``values`` as lines of YAML; what is ``None`` or empty is left out."""
    visible = {key: seen for key, value in values.items() if (seen := shown(value)) is not None}
    written: str = yaml.emit(_events(visible), Dumper=_DUMPER, allow_unicode=True, width=1 << 30)
    if "\\U" not in written:
        return written
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[0], written)


def text(value: str) -> str:
    """Return a text as a YAML scalar in double quotes, to stand after a key."""
    return dump({"x": value}).removeprefix("x: ").rstrip("\n") or '""'


def shown(value: Value) -> Value:
    """Return ``value`` as it is written: texts on one line, ``None`` if nothing is visible."""
    if isinstance(value, str):
        return printable(value) or None
    if value is None or isinstance(value, int):
        return value
    return [seen for each in value if (seen := printable(each))] or None


def _events(visible: Mapping[str, Value]) -> Iterator[yaml.Event]:
    yield from _START
    for key, value in visible.items():
        yield _key_event(key)
        if isinstance(value, str):
            yield _text_event(value)
        elif isinstance(value, int) or value is None:
            yield yaml.ScalarEvent(None, None, _AS_IT_IS, str(value).lower())
        else:
            yield _START_LIST
            yield from map(_text_event, value)
            yield _END_LIST
    yield from _END


@cache
def _key_event(key: str) -> yaml.Event:
    return yaml.ScalarEvent(None, None, _AS_IT_IS, key)


def _text_event(value: str) -> yaml.Event:
    return yaml.ScalarEvent(None, None, _AS_TEXT, value, style='"')
