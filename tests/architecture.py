"""What of the source breaks the rules of the house that are about Textual and about imports."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"

#: The public names of a named tuple, which begin with an underscore so that no field hides them.
_OF_NAMED_TUPLES = frozenset({"_asdict", "_field_defaults", "_fields", "_make", "_replace"})


def modules(package: str) -> dict[str, ast.Module]:
    """Return the parsed modules of a package, those of packages in it too, by their dotted names."""
    found = {}
    for path in sorted((SOURCE / Path(*package.split("."))).rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def classes(package: str) -> Sequence[type]:
    """Return the classes that are defined in a package, nested ones too."""
    found = []
    for name in modules(package):
        pending: list[object] = list(vars(import_module(name)).values())
        while pending:
            one = pending.pop()
            if isinstance(one, type) and one.__module__ == name and one not in found:
                found.append(one)
                pending += vars(one).values()
    return found


# Imports


def imports(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    """Return each import as module and name; the name is ``None`` where a module is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def private_imports(tree: ast.Module) -> Sequence[str]:
    """Return the private parts of Textual and Rich that a module imports."""
    full_names = [f"{module}.{name}" if name else module for module, name in imports(tree)]
    return [
        full_name
        for full_name in full_names
        if _is_of_textual(full_name) and any(map(_is_private, full_name.split(".")))
    ]


def import_graph(trees: Mapping[str, ast.Module]) -> dict[str, set[str]]:
    """Return which of the modules each of them imports, wherever in it the import is."""
    graph: dict[str, set[str]] = {}
    for importer, tree in trees.items():
        named = {(f"{module}.{name}", module) for module, name in imports(tree)}
        imported = {full_name if full_name in trees else module for full_name, module in named}
        graph[importer] = (imported & trees.keys()) - {importer}
    return graph


def import_circle(graph: Mapping[str, set[str]]) -> Sequence[str]:
    """Return modules that each are imported by the next, the first and the last the same, if any."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        circle: Sequence[str] = error.args[1]
        return circle
    return []


# Private names


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _is_of_textual(module: str) -> bool:
    return module.partition(".")[0] in ("textual", "rich")


@cache
def _tree(module: str) -> ast.Module:
    return ast.parse(inspect.getsource(sys.modules[module]))


@cache
def _body(cls: type) -> ast.ClassDef:
    """Return the source of a class, parsed."""
    node: ast.Module | ast.ClassDef = _tree(cls.__module__)
    for name in cls.__qualname__.split("."):
        [node, *_] = [
            inner
            for inner in ast.walk(node)
            if isinstance(inner, ast.ClassDef) and inner.name == name
        ]
    assert isinstance(node, ast.ClassDef)
    return node


@cache
def private_names(cls: type) -> frozenset[str]:
    """Return the private names that a class defines in its body or assigns to ``self``."""
    body = _body(cls)
    names = {name for statement in body.body for name in _defined(statement)}
    names |= {
        node.attr
        for node in _attributes(body)
        if isinstance(node.ctx, ast.Store) and _is_own(node.value)
    }
    return frozenset(filter(_is_private, names))


def _defined(statement: ast.stmt) -> Sequence[str]:
    """Return the names that a statement of a class body defines."""
    match statement:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            return [statement.name]
        case ast.Assign() | ast.AnnAssign():
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            return [target.id for target in targets if isinstance(target, ast.Name)]
    return []


def _attributes(node: ast.AST) -> Iterator[ast.Attribute]:
    """Return the attributes that are used beneath a node, but not in classes nested in it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Attribute):
            yield child
        if not isinstance(child, ast.ClassDef):
            yield from _attributes(child)


def _is_own(value: ast.expr) -> bool:
    """Tell whether an attribute is one of the object (or class) whose code it stands in."""
    match value:
        case ast.Name(id="self" | "cls") | ast.Call(func=ast.Name(id="super")):
            return True
    return False


def _is_ours(cls: type) -> bool:
    return cls.__module__.partition(".")[0] in ("readlist", "tests")


def overridden_privates(cls: type) -> Sequence[str]:
    """Return the private names that a class has and a class of Textual or Rich it derives from."""
    return [
        f"{_name_of(one)}.{name} hides {_name_of(base)}.{name}"
        for one in filter(_is_ours, cls.__mro__)
        for base in cls.__mro__
        if _is_of_textual(base.__module__)
        for name in sorted(private_names(one) & private_names(base))
    ]


def foreign_privates(cls: type) -> Sequence[str]:
    """Return the private attributes that a class uses of itself and that are not its own.

    Its own are those that it, or a class of ours that it derives from, defines.
    """
    own = {name for base in filter(_is_ours, cls.__mro__) for name in private_names(base)}
    return [
        f"{_name_of(cls)}, line {node.lineno}: {ast.unparse(node)}"
        for node in _attributes(_body(cls))
        if _is_own(node.value)
        and _is_private(node.attr)
        and node.attr not in own | _OF_NAMED_TUPLES
    ]


def _name_of(cls: type) -> str:
    return f"{cls.__module__}.{cls.__qualname__}"


def privates_of_others(name: str, tree: ast.Module) -> Sequence[str]:
    """Return where the module ``name`` uses a private attribute of anything but itself.

    That is ``thing._attribute`` where ``thing`` is neither ``self`` nor ``cls``, and any private
    name given to ``getattr`` and the like.
    """
    return [
        f"{name}, line {node.lineno}: {ast.unparse(node)}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Call)
        and _is_private(attribute := _attribute_of_other(node))
        and attribute not in _OF_NAMED_TUPLES
    ]


def _attribute_of_other(node: ast.Attribute | ast.Call) -> str:
    """Return the attribute that is used of another object, or nothing."""
    match node:
        case ast.Attribute() if not _is_own(node.value):
            return node.attr
        case ast.Call(
            func=ast.Name(id="getattr" | "setattr" | "delattr" | "hasattr"),
            args=[_, ast.Constant(value=str(attribute)), *_],
        ):
            return attribute
    return ""
