"""Front matter with other values in it: all else stays, letter by letter."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from readlist.exporting.front_matter import ORDER, Value
from readlist.syncing.patching import patched

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
    after = patched(front, values, ORDER)
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
    assert patched(after, values, ORDER) == after
    if front:
        assert after.count("\n") == after.count(ends)


@pytest.mark.parametrize(
    ("front", "values", "after"),
    [
        ("", {"status": "done"}, 'status: "done"\n'),
        ("# only\n", {"status": "done"}, '# only\nstatus: "done"\n'),
        ("title: x\nmine: y\n", {"status": "done"}, 'title: x\nstatus: "done"\nmine: y\n'),
        (
            "tags:\n  - a\n  - b # b\nx: 1\n",
            {"tags": ["b", "c"]},
            'tags:\n  - b # b\n  - "c"\nx: 1\n',
        ),
        ("tags: a, b\n", {"tags": ["a"]}, 'tags:\n- "a"\n'),
        ("tags: [a]\n", {"tags": []}, ""),
        ("title: >\n  a\n  b\n\nx: 1\n", {"title": "c"}, 'title: "c"\n\nx: 1\n'),
    ],
)
def test_where_values_go(front: str, values: dict[str, Value], after: str) -> None:
    assert patched(front, values, ORDER) == after
