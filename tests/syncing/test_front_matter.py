"""Front matter: what it says, and with other values in it all else as it was, letter by letter."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readlist.exporting.front_matter import Value
from readlist.syncing.front_matter import FrontMatter
from readlist.syncing.report import NoteError

_OWN = st.lists(
    st.sampled_from(
        [
            *("# a comment", "", "mine: {a: [1, 2]} # why", "other:\n  - x\n  # in it\n  - y: 1"),
            *("text: |\n  line\n\n  line", "cssclasses: wide", "'quoted key': 'it''s'", "none:"),
        ]
    ),
    unique=True,
)
_HELD = st.lists(
    st.sampled_from(
        [
            *("title: Plain title   # t", 'status: "inbox"', "starred: yes", "year: 1999 # y"),
            *(
                "tags: [a, b] # flow",
                "authors:\n- A B # first\n- 'C D'\n# between\n- \"E F\"",
                "doi:",
            ),
        ]
    ),
    unique=True,
)
_VALUES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.text(st.characters(categories=["L", "P", "S"]), min_size=1, max_size=9),
        "status": st.sampled_from(["done", "reading"]),
        "starred": st.booleans(),
        "year": st.one_of(st.none(), st.integers(1, 9999)),
        "tags": st.lists(st.sampled_from(["a", "b", "c", "d"]), unique=True),
        "authors": st.lists(st.sampled_from(["A B", "C D", "E F", "G: H"]), unique=True),
        "doi": st.one_of(st.none(), st.just("10.1/x")),
        "finished": st.one_of(st.none(), st.just("2026-01-01T00:00:00Z")),
    },
)


@given(own=_OWN, held=_HELD, values=_VALUES, ends=st.sampled_from(["\n", "\r\n"]), data=st.data())
def test_values_are_there_and_the_rest_is_as_it_was(
    own: list[str], held: list[str], values: dict[str, Value], ends: str, data: st.DataObject
) -> None:
    parts = data.draw(st.permutations([*own, *held]))
    front = "".join(f"{part}\n" for part in parts).replace("\n", ends)
    after = FrontMatter(front).with_values(values)
    for part in own:
        assert part.replace("\n", ends) in after
    for comment in ("# t", "# y", "# flow", "# first", "# between"):
        assert (comment in after) == (comment in front)
    before, found = yaml.safe_load(front) or {}, yaml.safe_load(after) or {}
    for key in (before.keys() | found.keys()) - values.keys():
        assert found.get(key) == before.get(key)
    for key, value in values.items():
        wanted = sorted(value) if isinstance(value, list) else value
        said = sorted(found[key]) if isinstance(found.get(key), list) else found.get(key)
        assert said == (wanted or None) or (said, wanted) == (False, False)
    assert FrontMatter(after).with_values(values) == after
    if front:
        assert after.count("\n") == after.count(ends)


@pytest.mark.parametrize(
    ("front", "values", "after"),
    [
        pytest.param("", {"status": "done"}, 'status: "done"\n', id="empty"),
        pytest.param("# only\n", {"status": "done"}, '# only\nstatus: "done"\n', id="comment"),
        pytest.param(
            "title: x\nmine: y\n",
            {"status": "done"},
            'title: x\nstatus: "done"\nmine: y\n',
            id="between",
        ),
        pytest.param(
            "tags:\n  - a\n  - b # b\nx: 1\n",
            {"tags": ["b", "c"]},
            'tags:\n  - b # b\n  - "c"\nx: 1\n',
            id="items",
        ),
        pytest.param("tags: a, b\n", {"tags": ["a"]}, 'tags:\n- "a"\n', id="words"),
        pytest.param("tags: [a]\n", {"tags": []}, "", id="nothing"),
        pytest.param(
            "title: >\n  a\n  b\n\nx: 1\n", {"title": "c"}, 'title: "c"\n\nx: 1\n', id="folded"
        ),
    ],
)
def test_where_values_go(front: str, values: dict[str, Value], after: str) -> None:
    assert FrontMatter(front).with_values(values) == after


@pytest.mark.parametrize(
    ("front", "name", "value"),
    [
        pytest.param("title: 2024-01-01 # no date", "title", "2024-01-01", id="date"),
        pytest.param("title: ~", "title", None, id="null"),
        pytest.param('title: "~"', "title", "~", id="quoted"),
        pytest.param("authors: Ada Moss", "authors", ("Ada Moss",), id="one"),
        pytest.param("authors: [A, '', B]", "authors", ("A", "B"), id="blank"),
        pytest.param("starred: Yes", "starred", True, id="yes"),
        pytest.param("starred: off", "starred", False, id="off"),
        pytest.param("starred:", "starred", None, id="unsaid"),
        pytest.param("year: ' 1999 '", "year", 1999, id="spaces"),
        pytest.param("status: To read", "status", "to-read", id="status"),
        pytest.param("tags: '#GNN, later'", "tags", ("gnn", "later"), id="words"),
        pytest.param("tags: [b, '#A', B]", "tags", ("a", "b"), id="tags"),
        pytest.param("added: yesterday", "added", None, id="time"),
        pytest.param("readlist-id: 'a-1_B'", "key", "a-1_B", id="key"),
        pytest.param("key: other", "key", None, id="other-key"),
    ],
)
def test_properties_are_read_leniently(front: str, name: str, value: object) -> None:
    properties = FrontMatter(f"{front}\n").properties
    assert getattr(properties, name) == value
    assert type(getattr(properties, name)) is type(value)


@pytest.mark.parametrize(
    "front",
    [
        pytest.param("starred: 1", id="one"),
        pytest.param("starred: t", id="letter"),
        pytest.param("year: '+199'", id="sign"),
        pytest.param("year: 1_99", id="underscore"),
        pytest.param("year: 19999", id="digits"),
        pytest.param("year: 1999.0", id="point"),
        pytest.param("tags: ['#']", id="no-tag"),
        pytest.param("tags: ['a\u00a0b']", id="space"),
        pytest.param("added: [x]", id="list"),
        pytest.param("title: &a [*a]", id="alias"),
    ],
)
def test_what_could_mean_something_else_is_refused(front: str) -> None:
    with pytest.raises(NoteError):
        _ = FrontMatter(f"{front}\n").properties
