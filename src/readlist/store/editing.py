"""Correcting one paper by hand, every value typed and checked before it is written.

The migrations make the schema; the SQLModel classes describe the part of it that is
edited by hand, and a test holds the two equal. Importing SQLModel takes longer than
most commands run, so this module is the only one to do it, and is imported only for
an edit.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError, ValidationInfo, field_validator
from sqlalchemy import Column, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, Relationship, Session, SQLModel, create_engine

from readlist.domain import TitleSource
from readlist.errors import NoSuchPaperError, UsageError
from readlist.store import papers
from readlist.store.database import Database, to_json
from readlist.store.journal import Recorder
from readlist.text import fold_spaces, nearest

#: The form of a field's texts, and what is said of one that has another form.
_FORMS = {
    "doi": (re.compile(r"10\.\d{4,9}/\S+"), "a DOI looks like 10.1000/182"),
    "arxiv_id": (
        re.compile(r"\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7}"),
        "an arXiv id looks like 2301.01234 or math/0211159",
    ),
    "links": (re.compile(r"https?://\S+"), "a link begins with http:// or https://"),
}


class JsonList(TypeDecorator[list[str]]):
    """A list of texts stored as JSON in a TEXT column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: object) -> str:
        """Return the list as JSON text."""
        return to_json(value or [])

    def process_result_value(self, value: str | None, dialect: object) -> list[str]:
        """Return the JSON text as a list."""
        return json.loads(value or "[]")  # type: ignore[no-any-return]


class PaperFields(SQLModel):
    """What a person may correct in a paper, and what each field can hold."""

    title: str
    authors: list[str] = []
    abstract: str | None = None
    comment: str | None = None
    year: int | None = Field(default=None, ge=1000, le=9999)
    venue: str | None = None
    doi: str | None = None
    arxiv_id: str | None = None
    links: list[str] = []

    @field_validator("title", "venue", mode="before")
    @classmethod
    def _one_line(cls, value: str | None) -> str | None:
        return fold_spaces(value) if value else value

    @field_validator("title")
    @classmethod
    def _not_empty(cls, value: str) -> str:
        if not value:
            raise ValueError("a paper needs a title")
        return value

    @field_validator(*_FORMS)
    @classmethod
    def _has_its_form(cls, value: Any, info: ValidationInfo) -> Any:
        form, advice = _FORMS[str(info.field_name)]
        texts = [value] if isinstance(value, str) else value or []
        if not all(form.fullmatch(text) for text in texts if text):
            raise ValueError(advice)
        return value


class Paper(PaperFields, table=True):
    """One paper of the library."""

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)
    title_source: str
    authors: list[str] = Field(default=[], sa_column=Column(JsonList, nullable=False))
    more_authors: int = 0
    year: int | None = None
    status: str = "inbox"
    starred: int = 0
    queue: int | None = None
    triaged_at: str | None = None
    finished_at: str | None = None
    added_at: str
    updated_at: str
    links: list[str] = Field(default=[], sa_column=Column(JsonList, nullable=False))

    note: "Note" = Relationship(sa_relationship_kwargs={"uselist": False})
    tags: list["Tag"] = Relationship()


class Note(SQLModel, table=True):
    """A paper's note: Markdown, one document a paper."""

    paper_id: int | None = Field(default=None, primary_key=True, foreign_key="paper.id")
    text: str
    updated_at: str


class Tag(SQLModel, table=True):
    """One tag of one paper."""

    id: int | None = Field(default=None, primary_key=True)
    paper_id: int = Field(foreign_key="paper.id")
    name: str


#: The fields a person can correct.
EDITABLE = tuple(PaperFields.model_fields)


def edit(database: Database, recorder: Recorder, paper_id: int, changes: Mapping[str, str]) -> None:
    """Give fields of a paper new values, as text; an empty text clears a field.

    ``authors`` are separated by ``;`` (or by commas where there is none), ``links``
    by white space. Raises :class:`UsageError` for a field that does not exist or a
    value that it cannot hold; nothing is written then.
    """
    for name in changes:
        if name not in EDITABLE:
            raise UsageError(f"no such field: {name}", nearest(name, EDITABLE))
    fields = _checked(_load(database.path, paper_id), changes).model_dump(include=set(changes))
    values = {
        name: to_json(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    if "title" in values:
        values["title_source"] = TitleSource.USER.value
    if "authors" in values:
        values["more_authors"] = 0
    papers.change(recorder, [paper_id], values)


def _load(path: Path, paper_id: int) -> Paper:
    """Return the stored paper, read through a connection that is closed again."""
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
