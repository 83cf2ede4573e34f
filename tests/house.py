"""Count the house: how many files, how long, how many functions, how well documented.

``python tests/house.py`` counts this checkout, ``python tests/house.py PATH`` another one.
"""

import ast
import io
import sys
import tokenize
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path
from statistics import median

#: The limits of the house. The first two are for what is outside importing/.
MOST_FILES, MOST_LINES = 135, 18_000
MOST_LINES_OF_A_FILE = 450
MOST_LINES_OF_A_FUNCTION, MEDIAN_LINES_OF_A_FUNCTION = 45, 8

_LAYOUT = frozenset(
    {
        tokenize.COMMENT,
        tokenize.DEDENT,
        tokenize.ENCODING,
        tokenize.ENDMARKER,
        tokenize.INDENT,
        tokenize.NEWLINE,
        tokenize.NL,
    }
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """A file of the package, by its path in the package."""

    path: Path
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        """What the file says, parsed."""
        return ast.parse(self.source, str(self.path))

    @cached_property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.source.splitlines())

    @cached_property
    def lines_of_code(self) -> int:
        """How many lines hold code: no docstring, no comment, not blank."""
        tokens = tokenize.generate_tokens(io.StringIO(self.source).readline)
        code = {
            line
            for token in tokens
            if token.type not in _LAYOUT
            for line in range(token.start[0], token.end[0] + 1)
        }
        return len(code - set(_docstring_lines(self.tree)))

    @cached_property
    def functions(self) -> Sequence[tuple[str, int]]:
        """The functions and methods, nested ones too: file and name, and how many lines each has."""
        return [
            (f"{self.path}:{node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
            for node in ast.walk(self.tree)
            if isinstance(node, Function)
        ]

    @cached_property
    def public_names(self) -> Sequence[bool]:
        """For each public name that can have a docstring, and the file itself, if it has one."""
        named = chain([self.tree], _public(self.tree.body))
        return [ast.get_docstring(node) is not None for node in named]


def _docstring_lines(tree: ast.Module) -> Iterator[int]:
    """Return the lines of all docstrings, those of attributes included."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant(value=str())):
                yield from range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _public(body: Sequence[ast.stmt]) -> Iterator[ast.ClassDef | Function]:
    """Return the public classes, functions and methods; a name like ``__eq__`` explains itself."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


@dataclass(frozen=True)
class Room:
    """Some of the modules, counted together."""

    modules: Sequence[Module]

    @cached_property
    def files(self) -> int:
        """How many files there are."""
        return len(self.modules)

    @cached_property
    def lines(self) -> int:
        """How many lines they have."""
        return sum(module.lines for module in self.modules)

    @cached_property
    def functions(self) -> Sequence[tuple[str, int]]:
        """All functions with their lengths, longest first."""
        functions = chain.from_iterable(module.functions for module in self.modules)
        return sorted(functions, key=lambda function: -function[1])

    @property
    def median_function(self) -> float:
        """How many lines a function in the middle has."""
        return median(length for _, length in self.functions)

    @property
    def long_files(self) -> Sequence[str]:
        """The files that are longer than a file may be."""
        return [
            f"{module.path} has {module.lines} lines"
            for module in self.modules
            if module.lines > MOST_LINES_OF_A_FILE
        ]

    @property
    def long_functions(self) -> Sequence[str]:
        """The functions that are longer than a function may be."""
        return [
            f"{name} has {length} lines"
            for name, length in self.functions
            if length > MOST_LINES_OF_A_FUNCTION
        ]

    @property
    def measures(self) -> dict[str, str]:
        """What is counted, by what it is called."""
        documented = list(chain.from_iterable(module.public_names for module in self.modules))
        longest = max(self.modules, key=lambda module: module.lines)
        function, function_lines = self.functions[0]
        return {
            "files": f"{self.files:,}",
            "lines": f"{self.lines:,}",
            "lines of code": f"{sum(module.lines_of_code for module in self.modules):,}",
            "files per 1,000 lines": f"{1000 * self.files / self.lines:.1f}",
            "functions per 1,000 lines": f"{1000 * len(self.functions) / self.lines:.0f}",
            "lines of a function, median": f"{self.median_function:g}",
            "longest function": f"{function_lines} ({function})",
            "longest file": f"{longest.lines} ({longest.path})",
            "public names with a docstring": f"{sum(documented) / len(documented):.1%}",
        }


def rooms(root: Path) -> dict[str, Room]:
    """Return what is counted of the checkout at ``root``, by what it is called."""
    package = root / "src" / "readlist"
    modules = [
        Module(path.relative_to(package), path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
    ]
    return {
        "without importing/": Room([one for one in modules if one.path.parts[0] != "importing"]),
        "tui/": Room([one for one in modules if one.path.parts[0] == "tui"]),
        "all": Room(modules),
    }


def over_limits(root: Path) -> list[str]:
    """Return what is larger than the house allows in the checkout at ``root``, a sentence each."""
    counted = rooms(root)
    house, everything = counted["without importing/"], counted["all"]
    over = [*everything.long_files, *everything.long_functions]
    if house.files > MOST_FILES:
        over.append(f"{house.files} files without importing/, at most {MOST_FILES}")
    if house.lines > MOST_LINES:
        over.append(f"{house.lines} lines without importing/, at most {MOST_LINES}")
    if everything.median_function > MEDIAN_LINES_OF_A_FUNCTION:
        over.append(f"the median function has {everything.median_function:g} lines")
    return over


def main(arguments: Sequence[str]) -> None:
    """Print a table of the checkout that is named, or else of this one."""
    root = Path(arguments[0]) if arguments else Path(__file__).parents[1]
    counted = rooms(root)
    if not counted["all"].modules:
        raise SystemExit(f"{root} holds no src/readlist")
    measures = {name: room.measures for name, room in counted.items()}
    print(f"| src/readlist | {' | '.join(measures)} |")
    print(f"| --- |{' --- |' * len(measures)}")
    for measure in measures["all"]:
        print(f"| {measure} | {' | '.join(room[measure] for room in measures.values())} |")
    for what in over_limits(root):
        print(f"over the limit: {what}")


if __name__ == "__main__":
    main(sys.argv[1:])
