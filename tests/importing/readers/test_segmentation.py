import pytest

from readlist.importing.readers.segmentation import EDGE, Arc, grammar, segment

ARCS = grammar(
    Arc(before, after, "any", 0.0 if before == after else -1.0)
    for before in (EDGE, "loud", "soft")
    for after in ("loud", "soft", EDGE)
    if (before, after) != (EDGE, EDGE)
)


def _kinds(weights: list[float]) -> str:
    lines = [{"loud": weight, "soft": 0.0} for weight in weights]
    breaks = [{"any": 0.0}] * (len(lines) + 1)
    return "".join(kind[0] for kind in segment(ARCS, lines, breaks))


@pytest.mark.parametrize(
    ("weights", "kinds"),
    [
        ([3, 3, -1, 3, -3, -3, 1, -3], "llllssss"),
        ([3, -5, 3], "lsl"),
        ([5, 5, -5, -0.5] * 500, "llss" * 500),
        ([], ""),
    ],
    ids=["doubtful lines go with their neighbours", "clear lines decide", "long", "none"],
)
def test_the_likeliest_sequence(weights: list[float], kinds: str) -> None:
    assert _kinds(weights) == kinds


def test_a_kind_that_a_line_cannot_be_is_not_taken() -> None:
    lines = [{"soft": -9.0}, {"loud": 1.0, "soft": 0.0}]

    assert segment(ARCS, lines, [{"any": 0.0}] * 3) == ["soft", "loud"]
