"""Pastes of every shape, written by somebody who had not seen the readers, are read right.

``python -m tests.importing.test_pastes [--seed N] [--sizes 1,3,25] …`` prints the table of what
is right by shape; the options are those of ``tests.pastes.judge``.
"""

import sys
from collections.abc import Sequence

from tests.importing.reading import read
from tests.pastes.corpus import corpus, mixed
from tests.pastes.judge import Verdict, judge_all, main

from readlist.domain import PaperDraft
from readlist.errors import SourceError

_SEED = 3


def papers_in(text: str) -> Sequence[PaperDraft]:
    """Return the papers in a paste, none when it is refused."""
    try:
        return read(text).papers
    except SourceError:
        return []


def test_papers_of_all_shapes_are_found_and_nothing_but_papers() -> None:
    verdicts = judge_all(papers_in, corpus(_SEED, sizes=[1, 9]))
    verdicts += judge_all(papers_in, mixed(_SEED, 25))
    total = Verdict("all")
    for verdict in verdicts:
        total.add(verdict)
    assert total.papers > 1500
    assert total.titles_right >= 0.96 * total.titles
    assert total.false <= total.papers / 200
    assert total.identifiers_wrong <= total.papers / 500


if __name__ == "__main__":
    sys.exit(main([f"{__name__}:papers_in", *sys.argv[1:]]))
