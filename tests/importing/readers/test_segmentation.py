from collections.abc import Mapping

from readlist.importing.readers.lines import Line
from readlist.importing.readers.segmentation import EDGE, Arc, Model, likelihood, segment

ARCS = [
    Arc(before, after, "any", 0.0 if before == after else -1.0)
    for before in (EDGE, "loud", "soft")
    for after in ("loud", "soft", EDGE)
    if (before, after) != (EDGE, EDGE)
]


def _weigh(line: Line) -> Mapping[str, float]:
    return {"loud": float(line.text), "soft": 0.0}


MODEL = Model(ARCS, _weigh, lambda before, after: {"any": 0.0})


def _kinds(weights: list[float]) -> str:
    lines = [Line(number, str(weight), 0) for number, weight in enumerate(weights, 1)]
    done = list(segment(lines, MODEL))
    assert [line for line, _ in done] == lines
    return "".join(kind[0] for _, kind in done)


def test_a_doubtful_line_goes_with_its_neighbours() -> None:
    assert _kinds([3, 3, -1, 3, -3, -3, 1, -3]) == "llllssss"


def test_clear_lines_decide_for_themselves() -> None:
    assert _kinds([3, -5, 3]) == "lsl"


def test_long_dumps_are_handed_on_piece_by_piece() -> None:
    weights = [5.0, 5.0, -5.0, -0.5] * 1000
    taken = 0

    def lines() -> list[Line]:
        return [Line(number, str(weight), 0) for number, weight in enumerate(weights, 1)]

    def counted() -> object:
        nonlocal taken
        for line in lines():
            taken += 1
            yield line

    first = next(segment(counted(), MODEL))  # type: ignore[arg-type]

    assert first[1] == "loud"
    assert taken < 1000
    assert _kinds(weights) == "llss" * 1000


def test_the_weight_is_that_of_the_best_sequence() -> None:
    assert likelihood([Line(1, "3", 0), Line(2, "-5", 0)], MODEL) == 3 - 1 - 1 - 1
    assert likelihood([], Model([Arc(EDGE, EDGE, "any")], _weigh, MODEL.weigh_break)) == 0
