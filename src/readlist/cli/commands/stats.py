"""``readlist stats``: the library in numbers."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from readlist.bars import bar, columns
from readlist.cli.commands import add_json, open_library
from readlist.cli.output import print_json
from readlist.cli.terminal import cells, fit, is_terminal, styled, width
from readlist.domain import Statistics, data_of
from readlist.text import printable

_WIDEST_BAR = 40
_WIDEST_NAME = 32

add_arguments = add_json


def run(arguments: argparse.Namespace) -> int:
    """Print the numbers: as bars on a terminal, separated by tabs elsewhere."""
    with open_library(arguments) as library:
        numbers = library.statistics()
    if arguments.json:
        print_json({"total": sum(numbers.by_status.values()), **data_of(numbers)})
    elif is_terminal(sys.stdout):
        print("\n".join(_drawn(numbers)))
    else:
        for row in _table(numbers):
            print("\t".join(map(str, row)))
    return 0


def _table(numbers: Statistics) -> Iterator[Sequence[object]]:
    """Yield a row for each number: what is counted, for whom, and the number."""
    yield from (("status", status.value, number) for status, number in numbers.by_status.items())
    yield ("starred", "", numbers.starred)
    yield ("noted", "", numbers.noted)
    yield from (("done in week", week.monday, week.done) for week in numbers.weeks)
    yield from (("inbox after week", week.monday, week.inbox) for week in numbers.weeks)
    yield from (("days waiting", printable(one.title), one.days) for one in numbers.waiting)
    yield from (("tag", one.name, one.papers) for one in numbers.tags)
    yield from (("author", printable(one.name), one.papers) for one in numbers.authors)


def _drawn(numbers: Statistics) -> Iterator[str]:
    total = sum(numbers.by_status.values())
    yield styled(f"{total} papers, {numbers.starred} starred, {numbers.noted} with notes", "bold")
    yield from _bars("", [(status.label, number) for status, number in numbers.by_status.items()])
    first = numbers.weeks[0].monday
    yield from _sparks(f"Done per week since {first}", [week.done for week in numbers.weeks])
    yield from _sparks("Inbox at the end of each week", [week.inbox for week in numbers.weeks])
    waiting = [(printable(one.title), one.days) for one in numbers.waiting]
    yield from _bars("Waiting longest, in days", waiting)
    yield from _bars("Busiest tags", [(f"#{one.name}", one.papers) for one in numbers.tags])
    authors = [(printable(one.name), one.papers) for one in numbers.authors]
    yield from _bars("Busiest authors", authors)


def _bars(heading: str, items: Sequence[tuple[str, int]]) -> Iterator[str]:
    if not items:
        return
    yield from ("", styled(heading, "bold")) if heading else ("",)
    name_cells = min(max(cells(name) for name, _ in items), _WIDEST_NAME)
    number_cells = max(len(str(number)) for _, number in items)
    room = max(5, min(_WIDEST_BAR, width() - name_cells - number_cells - 4))
    most = max(number for _, number in items)
    for name, number in items:
        drawn = styled(bar(number, most, room), "cyan")
        yield f"{fit(name, name_cells)}  {number:>{number_cells}}  {drawn}".rstrip()


def _sparks(heading: str, series: Sequence[int]) -> Iterator[str]:
    [drawn] = columns(series, len(series), lines=1)
    yield from ("", styled(heading, "bold"))
    yield f"{styled(drawn, 'cyan')}  now {series[-1]}, at most {max(series)}"
