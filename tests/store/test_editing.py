"""Correcting a paper: typed, checked, and nothing written of what is wrong."""

from typing import Any

import pytest
from sqlalchemy import create_engine, inspect
from sqlmodel import Session, SQLModel

from readlist.domain import TitleSource
from readlist.errors import NoSuchPaperError, UsageError
from readlist.reading_list import ReadingList
from readlist.store import editing

_MODELS = [editing.Paper, editing.Note, editing.Tag]


def test_fields_take_new_values(filled: ReadingList) -> None:
    filled.edit(
        3,
        {
            "title": " A  new\ntitle ",
            "authors": "Ana de la Cruz; Bo Ng",
            "year": "2024",
            "doi": "10.1000/182",
            "arxiv_id": "2301.01234",
            "links": "https://example.org/a http://example.org/b",
        },
    )
    paper = filled.paper(3)
    assert (paper.title, paper.title_source) == ("A new title", TitleSource.USER)
    assert paper.authors == ("Ana de la Cruz", "Bo Ng")
    assert (paper.year, paper.doi, paper.arxiv_id) == (2024, "10.1000/182", "2301.01234")
    assert paper.links == ("https://example.org/a", "http://example.org/b")


def test_an_empty_value_clears_a_field(filled: ReadingList) -> None:
    filled.edit(3, {"year": "2024", "authors": "Ana Cruz"})
    filled.edit(3, {"year": "", "authors": ""})
    assert (filled.paper(3).year, filled.paper(3).authors) == (None, ())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"titel": "x"}, "did you mean title"),
        ({"title": "  "}, "title"),
        ({"year": "soon"}, "year"),
        ({"year": "99999"}, "year"),
        ({"doi": "182"}, "a DOI looks like"),
        ({"arxiv_id": "x"}, "an arXiv id looks like"),
        ({"links": "ftp://example.org"}, "a link begins with"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_written(
    filled: ReadingList, changes: dict[str, str], said: str
) -> None:
    before, acts = filled.paper(3), filled.history()
    with pytest.raises(UsageError, match=said):
        filled.edit(3, {"venue": "A good venue", **changes})
    assert filled.paper(3) == before
    assert filled.history() == acts


def test_a_paper_that_is_not_there(filled: ReadingList) -> None:
    with pytest.raises(NoSuchPaperError, match="no paper 99"):
        filled.edit(99, {"year": "2024"})


def _columns(inspector: Any, table: str) -> dict[str, tuple[str, bool, bool]]:
    keys = inspector.get_pk_constraint(table)["constrained_columns"]
    return {
        column["name"]: (
            "INTEGER" if "INT" in str(column["type"]) else "TEXT",
            column["nullable"] and column["name"] not in keys,
            column["name"] in keys,
        )
        for column in inspector.get_columns(table)
    }


def _references(inspector: Any, table: str) -> set[tuple[str, str]]:
    return {
        (key["constrained_columns"][0], key["referred_table"])
        for key in inspector.get_foreign_keys(table)
    }


@pytest.mark.parametrize("model", _MODELS, ids=lambda model: str(model.__tablename__))
def test_models_equal_the_migrated_schema(library: ReadingList, model: type[SQLModel]) -> None:
    table = str(model.__tablename__)
    migrated = inspect(create_engine(f"sqlite:///{library.path}"))
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    described = inspect(engine)
    assert _columns(described, table) == _columns(migrated, table)
    assert _references(described, table) == _references(migrated, table)


def test_a_paper_is_read_whole_through_the_models(filled: ReadingList) -> None:
    filled.tag([2], ["moss", "later"])
    filled.write_note(2, "Worth a second look.")
    with Session(create_engine(f"sqlite:///{filled.path}")) as session:
        paper = session.get(editing.Paper, 2)
        assert paper is not None
        assert (paper.note.text, sorted(tag.name for tag in paper.tags)) == (
            "Worth a second look.",
            ["later", "moss"],
        )
        assert paper.authors == []
