"""Correcting one paper by hand, every value typed and checked before it is written."""

import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError
from sqlmodel import Session, create_engine

from readlist.domain import TitleSource
from readlist.errors import NoSuchPaperError, UsageError
from readlist.store import fingerprints, papers
from readlist.store.database import Database
from readlist.store.recording import Recorder
from readlist.store.tables import Paper, PaperFields
from readlist.text import nearest

#: The fields a person can correct.
EDITABLE = tuple(PaperFields.model_fields)
_LISTS = ("authors", "links")


def edit(database: Database, recorder: Recorder, paper_id: int, changes: Mapping[str, str]) -> None:
    """Give fields of a paper new values, as text; an empty text clears a field.

    ``authors`` are apart by ``;`` (or by commas where there is none), ``links``
    by white space. Raises :class:`UsageError` for a field that does not exist
    or a value that it cannot hold; then nothing is written.
    """
    for name in changes:
        if name not in EDITABLE:
            raise UsageError(f"no such field: {name}", nearest(name, EDITABLE))
    fields = _checked(_load(database.path, paper_id), changes).model_dump(include=set(changes))
    values = {
        name: json.dumps(value, ensure_ascii=False) if name in _LISTS else value
        for name, value in fields.items()
    }
    if "title" in values:
        values["title_source"] = TitleSource.USER.value
    if "authors" in values:
        values["more_authors"] = 0
    papers.change(recorder, [paper_id], values)
    fingerprints.refresh(database, [paper_id])


def _load(path: Path, paper_id: int) -> Paper:
    """Return the stored paper, read through a connection of its own that ends here."""
    engine = create_engine(f"sqlite:///{path}")
    try:
        with Session(engine) as session:
            paper = session.get(Paper, paper_id)
            if paper is None:
                raise NoSuchPaperError(f"there is no paper {paper_id}")
            return paper
    finally:
        engine.dispose()


def _checked(paper: Paper, changes: Mapping[str, str]) -> PaperFields:
    stored = paper.model_dump(include=set(EDITABLE))
    try:
        return PaperFields.model_validate(
            stored | {name: _parsed(name, text) for name, text in changes.items()}
        )
    except ValidationError as error:
        first = error.errors()[0]
        what = first["msg"].removeprefix("Value error, ")
        raise UsageError(f"{first['loc'][0]}: {what[:1].lower()}{what[1:]}") from error


def _parsed(name: str, text: str) -> object:
    if name == "authors":
        parts = text.split(";" if ";" in text else ",")
        return [part.strip() for part in parts if part.strip()]
    if name == "links":
        return text.split()
    return text.strip() or None
