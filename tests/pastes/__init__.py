"""A corpus of pastes with the papers that are in them, to judge importers by.

- ``corpus(seed)`` yields every layout of every shape with 1, 2, 3, 7, 25, 60 and 200 papers,
  ``mixed(seed)`` files with two or three shapes one after another, ``altered(seed)`` every layout as a
  mail program or an editor may leave it (quoted, wrapped, with carriage returns …).
- ``render(shape, layout, papers, random)`` writes one; ``layouts()`` names them all.
- ``python -m tests.pastes FOLDER`` writes them as files to look at.
- ``python -m tests.pastes.judge MODULE:FUNCTION`` judges a function from text to found papers.

``tests.pastes.shapes`` says which layouts follow real pages and which come from memory.
"""

from tests.pastes.corpus import SIZES, altered, corpus, layouts, mixed, render
from tests.pastes.model import Paper, Paste, Truth
from tests.pastes.papers import papers

__all__ = [
    "SIZES",
    "Paper",
    "Paste",
    "Truth",
    "altered",
    "corpus",
    "layouts",
    "mixed",
    "papers",
    "render",
]
