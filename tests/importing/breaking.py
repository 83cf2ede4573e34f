"""What happens to texts on their way here, and what must hold of what is read in them."""

import random
from collections.abc import Iterator, Sequence

from readlist.domain import PaperDraft
from readlist.importing.readers.reader import Piece


def check_spans(lines: Sequence[str], pieces: Sequence[Piece], *, shared: bool = True) -> None:
    """Assert that pieces are in order and that each line with text is in one.

    Several records may stand on one line, which is then in the spans of all of them, if
    ``shared``.
    """
    last = 0
    for piece in pieces:
        assert piece.first_line <= piece.last_line <= len(lines), piece
        assert piece.first_line >= (max(1, last) if shared else last + 1), "pieces come in order"
        assert not any(line.strip() for line in lines[last : piece.first_line - 1])
        last = piece.last_line
        if isinstance(piece, PaperDraft):
            assert piece.title or piece.abstract or piece.arxiv_id or piece.doi or piece.links
        else:
            assert piece.reason, piece
    assert not any(line.strip() for line in lines[last:])


def broken(text: str, count: int, seed: str) -> Iterator[str]:
    """Yield ``text`` cut off, spliced, with lines lost or doubled, mis-encoded and binary."""
    chance = random.Random(seed)
    for _ in range(count):
        yield chance.choice((_cut, _spliced, _shuffled, _misread, _binary))(text, chance)


def _cut(text: str, chance: random.Random) -> str:
    start, end = sorted(chance.choices(range(len(text) + 1), k=2))
    return text[start if chance.random() < 0.5 else 0 : end]


def _spliced(text: str, chance: random.Random) -> str:
    return _cut(text, chance) + chance.choice(("", "\n", "\n\nSo they say.\n")) + _cut(text, chance)


def _shuffled(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(lines))
        lines[place : place + 1] = chance.choice(([], ["", lines[place]], [lines[place]] * 2))
        lines = lines or [""]
    return "\n".join(lines)


def _misread(text: str, chance: random.Random) -> str:
    data = text.encode(chance.choice(("utf-8", "utf-16", "utf-7")))
    return data.decode(chance.choice(("latin-1", "cp1252", "utf-8", "cp437")), "replace")


def _binary(text: str, chance: random.Random) -> str:
    noise = bytes(chance.choices(range(256), k=chance.randint(1, 400))).decode("latin-1")
    place = chance.randint(0, len(text))
    return text[:place] + noise + text[place + chance.randint(0, 400) :]
