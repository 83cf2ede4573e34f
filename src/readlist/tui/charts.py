"""Bars and columns out of block letters: an eighth of a cell is the finest step."""

from collections.abc import Sequence

_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = " ▁▂▃▄▅▆▇█"


def bar(number: int, most: int, cells: int) -> str:
    """Return a bar as long as ``number`` is of ``most``, in at most ``cells``; 1 can be seen."""
    if number <= 0 or most <= 0 or cells <= 0:
        return ""
    eighths = max(1, round(min(1.0, number / most) * cells * 8))
    whole, rest = divmod(eighths, 8)
    return _ACROSS[8] * whole + (_ACROSS[rest] if rest else "")


def line(number: int, most: int, cells: int) -> str:
    """Return the same as a thin line: half a cell is its finest step."""
    if number <= 0 or most <= 0 or cells <= 0:
        return ""
    whole, rest = divmod(max(1, round(min(1.0, number / most) * cells * 2)), 2)
    return "━" * whole + "╸" * rest


def columns(numbers: Sequence[int], cells: int, lines: int) -> list[str]:
    """Return columns side by side as lines from the top, each at most ``cells`` wide.

    Columns are as wide as there is room for, with a gap between them if they are
    wider than one cell; if there are too many, the first are left out. A column
    that is not zero can be seen.
    """
    shown = list(numbers[-cells:]) if cells > 0 else []
    if not shown or lines <= 0:
        return []
    most = max(*shown, 1)
    heights = [max(1, round(one / most * lines * 8)) if one > 0 else 0 for one in shown]
    width = column_width(len(shown), cells)
    gap = " " if width > 1 else ""
    return [
        "".join(_slice(height, row) * (width - len(gap)) + gap for height in heights)
        for row in reversed(range(lines))
    ]


def _slice(eighths: int, row: int) -> str:
    """Return what a column of this height shows on a row counted from the bottom."""
    return _UP[max(0, min(8, eighths - 8 * row))]


def column_width(count: int, cells: int) -> int:
    """Return how many cells each of ``count`` columns takes, its gap included."""
    return max(1, cells // max(1, count))
