"""The head of a paper: where its title ends and its authors begin, when neither has a label."""

from collections.abc import Sequence

from readlist.importing.readers.parts.names import names_score
from readlist.importing.readers.parts.unwrap import join_lines


def names_place(head: Sequence[str]) -> int | None:
    """Return which of the lines of title and authors the authors begin with, if any seem to."""
    if len(head) < 2:
        return None
    scores = [names_score(join_lines(head[place:])) for place in range(1, len(head))]
    if max(scores) <= 0 and len(head) > 2:  # a long list in which some names look like none
        scores = [names_score(line.rstrip(", ")) for line in head[1:]]
    best = max(scores)
    if best <= 0 and len(head) > 2:
        return None
    likely = [place for place, score in enumerate(scores, 1) if score == best]
    likely = [place for place in likely if not head[place][:1].islower()] or likely
    place = next((place for place in likely if _can_begin_names(head, place)), likely[0])
    while place > 1 and _goes_on_below(head[place - 1]):
        place -= 1
    return place


def _goes_on_below(text: str) -> bool:
    """Return whether ``text`` lists names, and is not the end of the list."""
    return "," in text and " and " not in text and names_score(text) > 0


def _can_begin_names(lines: Sequence[str], place: int) -> bool:
    """Return whether the names may begin with ``lines[place]``, which may end the title."""
    ends_title = "," not in lines[place] and "," in "".join(lines[place + 1 :])
    return not ends_title and not _was_wrapped(lines, place)


def _was_wrapped(lines: Sequence[str], place: int) -> bool:
    """Return whether the word after the break before ``lines[place]`` had no room above it."""
    word = lines[place].split(maxsplit=1)[0]
    return len(lines[place - 1]) + 1 + len(word) > max(map(len, lines))


def was_one_line(title: Sequence[str], lengths: Sequence[int]) -> bool:
    """Return whether the lines of a title were one that was cut to fit a width.

    ``lengths`` are those of the lines of the page, from the title's first on.
    """
    firsts = [text.split(maxsplit=1)[0] for text in title[1:]]
    widest, above = max(lengths), lengths[: len(firsts)]
    full = (length + 1 + len(word) > widest for length, word in zip(above, firsts, strict=True))
    return bool(firsts) and "," not in title[-1] and all(full)
