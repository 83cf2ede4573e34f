"""Which JSON is one of papers, and which is not."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from tests.importing.readers.records import SHORE, certain, crossref

from readlist.importing.readers.json_records import READERS


@pytest.mark.parametrize(
    "value",
    [
        [SHORE],
        {"items": [SHORE]},
        SHORE,
        {"status": "ok", "message": crossref()},
        [{"title": "T", "doi": "10.5555/x"}],
        [{"title": "T", "arxivId": "2101.00001"}],
        [{"title": "T", "journal": "J", "year": 1999}],
        [{"title": "T", "author": "Åsa Ng", "year": 1999}],
        [{"title": "T", "authors": ["Åsa Ng", "Bo Ek"]}],
        {"data": [{"paperId": "0" * 40, "title": "T"}]},
    ],
)
def test_papers_are_certain(value: Any) -> None:
    assert certain(READERS, json.dumps(value)) == ["json"]
    assert certain(READERS, json.dumps(value, indent=4)) == ["json"]


NO_PAPERS: Mapping[str, Any] = {
    "package.json": {"name": "x", "title": "X", "version": "1.0", "author": {"name": "A B"}},
    "tsconfig": {"compilerOptions": {"strict": True}, "include": ["src"]},
    "schema": {"$schema": "x", "title": "Paper", "properties": {"title": {}, "doi": {}}},
    "manifest": {"short_name": "X", "name": "X", "icons": [], "start_url": "/"},
    "openapi": {"openapi": "3.0.0", "info": {"title": "Papers", "version": "1"}, "paths": {}},
    "geojson": {"type": "FeatureCollection", "features": [{"properties": {"title": "Hill"}}]},
    "notebook": {
        "cells": [{"source": []}],
        "metadata": {"title": "N", "authors": [{"name": "A B"}]},
    },
    "issues": [{"title": "It crashes", "author": {"login": "ng"}, "state": "OPEN", "number": 1}],
    "posts": [{"title": "Hello", "author": "Åsa Ng", "date": "2020-01-01", "slug": "hello"}],
    "feed": {
        "title": "Blog",
        "items": [{"title": "P", "content_html": "", "authors": [{"name": "A B"}]}],
    },
    "films": [{"title": "Film", "year": 1999, "director": "Åsa Ng", "cast": ["Bo Ek"]}],
    "books": [{"title": "Book", "authors": ["Åsa Ng"], "isbn13": "978", "average_rating": 4}],
    "songs": [{"title": "Song", "artist": "Ng", "album": "A", "year": 1999}],
    "talks": [{"title": "Talk", "abstract": "x " * 60, "room": "H1", "persons": []}],
    "todo": [{"title": "Buy bread", "done": False}],
    "bookmarks": [{"title": "Site", "url": "https://example.org", "tags": ["a"]}],
    "concerts": [{"title": "Concert", "venue": "Hall", "date": "2020-01-01"}],
    "empty": [],
    "numbers": [[1, 2], [3, 4]],
}


@pytest.mark.parametrize("name", NO_PAPERS)
def test_other_json_is_never_claimed(name: str) -> None:
    value = NO_PAPERS[name]
    assert certain(READERS, json.dumps(value)) == []
    assert certain(READERS, json.dumps(value, indent=2)) == []
    assert certain(READERS, "\n".join([json.dumps(value)] * 3)) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"kind": "library", "format": "readlist", "version": 1}\n{"kind": "paper", "title": "T",'
        ' "doi": "10.5555/1"}\n{"kind": "end", "papers": 1}',
        '{"ts": 1, "msg": "started"}\n{"ts": 2, "msg": "title set"}',
        "[Title](https://example.org)\n\nAuthors",
        "{% title %} authors doi 10.5555/1",
        "",
        "[",
        "{",
    ],
)
def test_other_text_is_never_claimed(text: str) -> None:
    assert certain(READERS, text) == []


def test_one_large_record_is_certain_by_its_beginning() -> None:
    index = {f"word{n}": [n] for n in range(3000)}
    work = {"title": "T", "doi": "10.5555/1", "abstract_inverted_index": index}
    lines = json.dumps(work, indent=2).split("\n")
    assert READERS[1].is_certain(lines[:3000])
