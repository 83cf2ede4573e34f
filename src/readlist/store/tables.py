"""A paper, its note and its tags as SQLModel tables: typed, checked, one at a time.

The migrations make the schema; these classes describe the part of it that is
edited by hand, and a test holds the two equal. Importing SQLModel takes longer
than most commands do, so only :mod:`readlist.store.editing` imports this.
"""

import json
import re
from typing import Any, ClassVar

from pydantic import field_validator
from sqlalchemy import Column, Text
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, Relationship, SQLModel

from readlist.text import fold_spaces

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_ARXIV_ID = re.compile(r"\d{4}\.\d{4,5}|[a-z-]+(\.[A-Z]{2})?/\d{7}")
_LINK = re.compile(r"https?://\S+")


class JsonList(TypeDecorator[list[str]]):
    """A list of text kept as JSON in a TEXT column."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[str] | None, dialect: object) -> str:
        """Return the list as JSON text."""
        return json.dumps(value or [], ensure_ascii=False)

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

    @field_validator("doi")
    @classmethod
    def _is_doi(cls, value: str | None) -> str | None:
        return _matching(_DOI, value, "a DOI looks like 10.1000/182")

    @field_validator("arxiv_id")
    @classmethod
    def _is_arxiv_id(cls, value: str | None) -> str | None:
        return _matching(_ARXIV_ID, value, "an arXiv id looks like 2301.01234 or math/0211159")

    @field_validator("links")
    @classmethod
    def _are_links(cls, value: list[str]) -> list[str]:
        for link in value:
            _matching(_LINK, link, "a link begins with http:// or https://")
        return value


class Paper(PaperFields, table=True):
    """One paper of the library."""

    __tablename__: ClassVar[Any] = "paper"

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

    __tablename__: ClassVar[Any] = "note"

    paper_id: int | None = Field(default=None, primary_key=True, foreign_key="paper.id")
    text: str
    updated_at: str


class Tag(SQLModel, table=True):
    """One tag of one paper."""

    __tablename__: ClassVar[Any] = "tag"

    id: int | None = Field(default=None, primary_key=True)
    paper_id: int = Field(foreign_key="paper.id")
    name: str


def _matching(pattern: re.Pattern[str], value: str | None, otherwise: str) -> str | None:
    if value and not pattern.fullmatch(value):
        raise ValueError(otherwise)
    return value or None
