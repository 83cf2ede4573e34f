"""Bars and columns out of block letters, an eighth of a cell being the finest step.

The letters are those of Unicode's block "Block Elements", U+2580 to U+259F.
"""

from collections.abc import Sequence

_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = " ▁▂▃▄▅▆▇█"


def bar(number: int, most: int, cells: int) -> str:
    """Return a bar as long as ``number`` is of ``most``, in at most ``cells``.

    That of a small number can still be seen.
    """
    whole, rest = divmod(_steps(number, most, 8 * cells), 8)
    return _ACROSS[8] * whole + (_ACROSS[rest] if rest else "")


def thin_bar(number: int, most: int, cells: int) -> str:
    """Return the same as a thin line, half a cell being its finest step."""
    whole, rest = divmod(_steps(number, most, 2 * cells), 2)
    return "━" * whole + "╸" * rest


def columns(numbers: Sequence[int], cells: int, lines: int) -> list[str]:
    """Return columns side by side as lines from the top, each at most ``cells`` wide.

    Columns are as wide as there is room for, with a gap between them if they are
    wider than one cell; if there are too many, the first are left out. A column
    that is not zero can be seen.
    """
    shown = numbers[-cells:] if cells > 0 else []
    if not shown or lines <= 0:
        return []
    most = max(shown)
    heights = [_steps(number, most, 8 * lines) for number in shown]
    width = column_width(len(shown), cells)
    wide, gap = (width - 1, " ") if width > 1 else (1, "")
    return [
        "".join(_UP[max(0, min(8, height - 8 * row))] * wide + gap for height in heights)
        for row in reversed(range(lines))
    ]


def column_width(count: int, cells: int) -> int:
    """Return how many cells each of ``count`` columns takes, its gap included."""
    return max(1, cells // max(1, count))


def _steps(number: int, most: int, steps: int) -> int:
    """Return what ``number`` of ``most`` is in ``steps``: at least 1, unless it is nothing."""
    if number <= 0 or most <= 0 or steps <= 0:
        return 0
    return max(1, round(min(1.0, number / most) * steps))
