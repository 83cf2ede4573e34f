"""JSONL: a whole library, one JSON object per line, which ``readlist import`` reads back.

The first line names format and version. Lines of kind ``origin`` say where papers
were found, those of kind ``paper`` all that is kept of one, note versions
included; the last says how many papers there are, so that a file that was cut
is noticed. Everything is written as the library holds it.
"""

import json
from collections.abc import Iterator
from typing import Any

from readlist.domain import Record, data_of
from readlist.exporting.writers import Outgoing
from readlist.text import json_safe

LAST_LINE = '{{"kind": "seal", "hash": "{}"}}\n'

_encode = json.JSONEncoder(ensure_ascii=False).encode  # made once: json.dumps makes one a call


def collection(outgoing: Outgoing) -> Iterator[str]:
    """Yield the first line, the origins, the papers, and the last line."""
    yield _line("library", {"format": "readlist", "version": 1})
    papers = 0
    for origin in outgoing.origins():
        yield _line("origin", data_of(origin))
    for record in outgoing.records():
        yield _line("paper", _paper(record))
        papers += 1
    yield _line("end", {"papers": papers})


def _line(kind: str, values: dict[str, Any]) -> str:
    return json_safe(_encode({"kind": kind, **values})) + "\n"


def _paper(record: Record) -> dict[str, Any]:
    data = data_of(record)
    paper: dict[str, Any] = data.pop("paper")
    del paper["sources"]
    return paper | data
