"""What a paper's note and the library both say of it, in the same words.

The library's texts are taken as they are written into a file: on one line, the
abstract as its quotation reads. So both sides are equal exactly when the file
shows what the library holds.
"""

import json
import zlib
from collections.abc import Sequence
from typing import Any, NamedTuple, cast

from readlist.domain import Paper, Status
from readlist.exporting import front_matter
from readlist.exporting.writers import markdown
from readlist.syncing.quotations import read_comment, read_quotation


class Shared(NamedTuple):
    """What both sides say. Tags are sorted; a paper without a note has an empty one."""

    title: str = ""
    authors: tuple[str, ...] = ()
    more_authors: bool = False
    year: int | None = None
    venue: str | None = None
    status: str = Status.INBOX.value
    starred: bool = False
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    doi: str | None = None
    arxiv: str | None = None
    abstract: str | None = None
    comment: str | None = None
    note: str = ""


#: What is said of a paper of which nothing is known.
BLANK = Shared()
#: The fields that stand in front matter, under these names.
IN_FRONT = Shared._fields[:11]


def of_paper(paper: Paper) -> Shared:
    """Return what the library says of ``paper``."""
    properties = front_matter.properties(paper)
    values = {name: _plain(front_matter.shown(properties[name])) for name in IN_FRONT}
    said = {name: value for name, value in values.items() if value is not None}
    _, abstract, comment, _ = blocks(Shared(abstract=paper.abstract, comment=paper.comment))
    return Shared(**said)._replace(
        tags=tuple(sorted(cast(Sequence[str], values["tags"] or ()))),
        abstract=read_quotation(abstract),
        comment=read_comment(comment),
        note=paper.note or "",
    )


def blocks(shared: Shared) -> tuple[str, str, str, str]:
    """Return title, abstract, comment and links as blocks of Markdown, perhaps empty."""
    return markdown.head(shared.title, shared.abstract, shared.comment, shared.links)


def packed(shared: Shared) -> bytes:
    """Return ``shared`` as bytes to be kept."""
    return zlib.compress(json.dumps(shared._asdict(), ensure_ascii=False).encode(), 1)


def unpacked(content: bytes) -> Shared:
    """Return what :func:`packed` was given."""
    values = json.loads(zlib.decompress(content))
    known = {name: _plain(value) for name, value in values.items() if name in Shared._fields}
    return Shared(**known)


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
