"""Which entries of several readers are chosen, and that nothing of a long text is lost."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from readlist.domain import PaperDraft, SkippedText
from readlist.importing.readers.arranging import RUN, WINDOW, Readers, choose, windows
from readlist.importing.readers.parts.lines import Line, written_lines
from readlist.importing.readers.reader import Entry


def _lines(number: int, text: str = "a line") -> list[Line]:
    return list(written_lines([text] * number))


def _entry(first: int, last: int, weight: float) -> Entry:
    return Entry(first, last, PaperDraft(first + 1, last + 1, f"{first}-{last}"), weight)


def _titles(chosen: Sequence[object]) -> list[str]:
    return [one.entry.draft.title for one in chosen]  # type: ignore[attr-defined]


def test_one_light_entry_is_not_worth_a_run_and_several_are() -> None:
    light = [_entry(place, place, 2.5) for place in (0, 2, 4)]
    assert choose(_lines(6), [light[:1]]) == []
    assert _titles(choose(_lines(6), [light])) == ["0-0", "2-2", "4-4"]


def test_of_two_readers_of_the_same_lines_the_surer_one_wins() -> None:
    found = [[_entry(0, 3, 9.0)], [_entry(0, 1, 7.0), _entry(2, 3, 7.0)]]
    assert _titles(choose(_lines(4), found)) == ["0-1", "2-3"]
    assert _titles(choose(_lines(4), [found[0], found[1][:1]])) == ["0-3"]


def test_one_text_may_hold_two_kinds() -> None:
    found = [[_entry(0, 1, 10.0), _entry(2, 3, 10.0)], [_entry(4, 5, 10.0)]]
    chosen = choose(_lines(6), found)
    assert [one.page for one in chosen] == [0, 0, 1]


def test_a_kind_that_goes_on_from_before_costs_nothing_again() -> None:
    assert choose(_lines(2), [[_entry(0, 0, 1.0)]], running=-1) == []
    assert _titles(choose(_lines(2), [[_entry(0, 0, 1.0)]], running=0)) == ["0-0"]


def test_much_prose_between_two_papers_ends_their_run() -> None:
    entries = [_entry(0, 0, 7.0), _entry(59, 59, 3.0)]
    assert len(choose(_lines(60), [entries])) == 2
    assert len(choose(_lines(60, "prose " * 30), [entries])) == 1


_entries = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 2), st.integers(1, 12)), max_size=5
).map(
    lambda found: _apart(
        [_entry(first, first + more, float(weight)) for first, more, weight in found]
    )
)


def _apart(entries: list[Entry]) -> list[Entry]:
    kept: list[Entry] = []
    for entry in sorted(entries):
        if not kept or entry.first > kept[-1].last:
            kept.append(entry)
    return kept


@given(st.lists(_entries, min_size=1, max_size=3))
def test_no_other_choice_weighs_more(found: list[list[Entry]]) -> None:
    everything = [(page, entry) for page, entries in enumerate(found) for entry in entries]
    best = max(
        _weight(choice)
        for size in range(len(everything) + 1)
        for choice in combinations(sorted(everything, key=lambda one: one[1].first), size)
        if all(one[1].last < two[1].first for one, two in pairwise(choice))
    )
    chosen = choose(_lines(10), found)
    assert abs(_weight([(one.page, one.entry) for one in chosen]) - best) < 1e-9


def _weight(choice: Sequence[tuple[int, Entry]]) -> float:
    pages = [-1, *(page for page, _ in choice)]
    runs = sum(before != after for before, after in pairwise(pages))
    return sum(entry.weight for _, entry in choice) - RUN * runs


class _EverySeventh:
    """Sees a paper in every seventh line and the one after it."""

    name = "every-seventh"
    title = "lines that say seven"

    def find(self, lines: Sequence[Line]) -> Iterator[Entry]:
        for place, line in enumerate(lines[:-1]):
            if line.text == "seven":
                draft = PaperDraft(line.number, lines[place + 1].number, "seven")
                yield Entry(place, place + 1, draft, 3.0)


def test_a_text_longer_than_a_window_is_read_as_if_it_were_one() -> None:
    number = 3 * WINDOW + 11
    lines = ["seven" if at % 7 == 0 else "" if at % 3 == 0 else "other" for at in range(number)]
    pieces = [piece for _, piece in windows(written_lines(lines), Readers([_EverySeventh()]))]
    papers = [piece.first_line for piece in pieces if isinstance(piece, PaperDraft)]
    assert papers == [at + 1 for at in range(0, number - 1, 7)]
    covered = [n for piece in pieces for n in range(piece.first_line, piece.last_line + 1)]
    assert covered == sorted(set(covered))
    assert {at + 1 for at, line in enumerate(lines) if line} <= set(covered)
    assert any(isinstance(piece, SkippedText) for piece in pieces)
