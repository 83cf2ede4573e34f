"""The SQLModel tables describe the schema that the migrations make."""

from typing import Any

import pytest
from sqlalchemy import create_engine, inspect
from sqlmodel import SQLModel

from readlist.reading_list import ReadingList
from readlist.store import tables

_MODELS = [tables.Paper, tables.Note, tables.Tag]


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
    from sqlmodel import Session

    filled.tag([2], ["moss", "later"])
    filled.write_note(2, "Worth a second look.")
    with Session(create_engine(f"sqlite:///{filled.path}")) as session:
        paper = session.get(tables.Paper, 2)
        assert paper is not None
        assert (paper.note.text, sorted(tag.name for tag in paper.tags)) == (
            "Worth a second look.",
            ["later", "moss"],
        )
        assert paper.authors == []
