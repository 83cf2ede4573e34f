"""The rules of the house that a machine can hold, beside the contracts of import-linter."""

import ast

import pytest
from tests import house
from tests.architecture import (
    ROOT,
    classes,
    foreign_privates,
    import_circle,
    import_graph,
    modules,
    overridden_privates,
    private_imports,
    privates_of_others,
)
from textual.widgets import Static

from readlist.tui.screens.main import MainScreen


def test_the_house_keeps_its_size() -> None:
    over = house.over_limits(ROOT)
    assert not over, "\n".join(over)


def test_one_class_of_our_own_at_most_lies_between_textual_and_the_main_screen() -> None:
    ours = [cls.__name__ for cls in MainScreen.__mro__ if cls.__module__.startswith("readlist.")]
    assert len(ours) <= 2, ours


def test_modules_do_not_import_each_other_in_a_circle() -> None:
    circle = import_circle(import_graph(modules("readlist")))
    assert not circle, " is imported by ".join(circle)


def test_no_private_part_of_textual_is_imported() -> None:
    found = [
        f"{name} imports {imported}"
        for name, tree in modules("readlist").items()
        for imported in private_imports(tree)
    ]
    assert not found, "\n".join(found)


def test_no_private_name_of_textual_is_overridden() -> None:
    found = {one for cls in classes("readlist.tui") for one in overridden_privates(cls)}
    assert not found, "\n".join(sorted(found))


def test_no_private_attribute_of_textual_is_used() -> None:
    of_others = [
        one
        for name, tree in modules("readlist.tui").items()
        for one in privates_of_others(name, tree)
    ]
    of_itself = [one for cls in classes("readlist.tui") for one in foreign_privates(cls)]
    found = [*of_others, *of_itself]
    assert not found, "\n".join(found)


# The checks find what they look for


class Careless(Static):
    """A widget that hides a private attribute of Textual's and uses another."""

    def __init__(self) -> None:
        super().__init__()
        self._name = "careless"
        self._own = "of no harm"

    def look(self) -> object:
        """Use a private attribute that is its own, and one that is not."""
        return self._own, self._parent


def test_overriding_and_using_private_attributes_is_found() -> None:
    [overridden] = overridden_privates(Careless)
    assert overridden.endswith("Careless._name hides textual.dom.DOMNode._name")
    [used] = foreign_privates(Careless)
    assert used.endswith("self._parent")


@pytest.mark.parametrize(
    "source",
    [
        "import textual._compositor",
        "from textual import _compositor",
        "from textual._compositor import Compositor",
        "from textual.app import _asyncio_tasks",
        "def draw():\n    from rich._cell_widths import CELL_WIDTHS",
    ],
)
def test_private_imports_are_found(source: str) -> None:
    assert private_imports(ast.parse(source))


@pytest.mark.parametrize(
    "source", ["app._driver", "app.screen._compositor = 1", "getattr(app, '_driver')"]
)
def test_private_attributes_of_others_are_found(source: str) -> None:
    assert privates_of_others("module", ast.parse(source))


@pytest.mark.parametrize("source", ["app.driver", "row._replace(a=1)", "self._x", "app.__class__"])
def test_other_attributes_are_left_alone(source: str) -> None:
    assert privates_of_others("module", ast.parse(source)) == []


def test_all_ways_of_importing_are_seen() -> None:
    trees = {
        "readlist": ast.parse(""),
        "readlist.a": ast.parse("def later():\n    from readlist import b"),
        "readlist.b": ast.parse("if TYPE_CHECKING:\n    import readlist.room.c"),
        "readlist.room.c": ast.parse("from readlist.room import d"),
        "readlist.room.d": ast.parse("from readlist.a import Thing"),
    }
    graph = import_graph(trees)
    assert graph == {
        "readlist": set(),
        "readlist.a": {"readlist.b"},
        "readlist.b": {"readlist.room.c"},
        "readlist.room.c": {"readlist.room.d"},
        "readlist.room.d": {"readlist.a"},
    }
    assert set(import_circle(graph)) == set(trees) - {"readlist"}
