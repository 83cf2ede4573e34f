"""Write pastes: one layout at a time, all of them, or several in a file."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

from tests.pastes import shapes
from tests.pastes.model import Paper, Paste
from tests.pastes.papers import cite_each_other
from tests.pastes.papers import papers as made_up
from tests.pastes.sheet import SHAPES, Sheet, wrap

assert shapes  # importing it registers the layouts

_COMPUTING = ("machine learning", "language", "vision")
#: The fields of what some sites show, by the beginning of the shape's name.
_SUBJECTS = {
    "pubmed": ("biology", "medicine"),
    "references_vancouver": ("biology", "medicine"),
    "acl": ("language",),
    "pmlr": ("machine learning",),
    "neurips": _COMPUTING,
    "openreview": _COMPUTING,
    "hf_": _COMPUTING,
    "papers_with": _COMPUTING,
    "catalyzex": _COMPUTING,
    "dblp": (*_COMPUTING, "systems"),
    "inspire": ("physics", "mathematics"),
    "references_physics": ("physics",),
}

#: How many papers the pastes of a layout have.
SIZES = (1, 2, 3, 7, 25, 60, 200)


def layouts() -> list[tuple[str, str]]:
    """Return every shape with each of its layouts."""
    return [(shape, layout) for shape, written in SHAPES.items() for layout in written]


def render(shape: str, layout: str, papers: Sequence[Paper], random: Random) -> Paste:
    """Return a paste of these papers in a layout."""
    sheet = Sheet(random)
    SHAPES[shape][layout](sheet, papers)
    return Paste(f"{shape}/{layout}/{len(papers)}", sheet.text, sheet.truths, shape, layout)


def corpus(
    seed: int, *, sizes: Sequence[int] = SIZES, only: Sequence[str] | None = None
) -> Iterator[Paste]:
    """Return every layout in every size; ``only`` names the shapes that are wanted."""
    for shape, layout in layouts():
        if only is not None and shape not in only:
            continue
        for size in sizes:
            random = Random(f"{seed}/{shape}/{layout}/{size}")
            yield render(shape, layout, fitting(random, shape, size), random)


def fitting(random: Random, shape: str, size: int) -> list[Paper]:
    """Return made-up papers such as this shape shows, some of which name each other."""
    names = (subjects for start, subjects in _SUBJECTS.items() if shape.startswith(start))
    return cite_each_other(random, made_up(random, size, next(names, ())))


def mixed(seed: int, count: int = 60, *, largest: int = 25) -> Iterator[Paste]:
    """Return files with two or three different shapes one after another, as people keep them."""
    random = Random(f"mixed/{seed}")
    by_shape = list(SHAPES.items())
    for number in range(count):
        chosen = random.sample(by_shape, random.choice((2, 2, 3)))
        sizes = [random.choice([size for size in SIZES if size <= largest]) for _ in chosen]
        papers = cite_each_other(random, made_up(random, sum(sizes)))
        parts = []
        for (shape, written), size in zip(chosen, sizes, strict=True):
            here, papers = papers[:size], papers[size:]
            parts.append(render(shape, random.choice(list(written)), here, random))
        newline = random.choice(("\n", "\n", "\r\n"))
        text = newline.join(_joined(random, parts))
        name = f"mixed/{number}/" + "+".join(part.name for part in parts)
        truths = [truth for part in parts for truth in part.papers]
        yield Paste(name, text, truths, "mixed", "+".join(part.shape for part in parts))


def altered(seed: int, *, size: int = 7) -> Iterator[Paste]:
    """Return every layout once, as it looks after a mail program or an editor had it in hand."""
    for shape, layout in layouts():
        random = Random(f"altered/{seed}/{shape}/{layout}")
        paste = render(shape, layout, fitting(random, shape, size), random)
        name = random.choice(
            [name for name in ALTERATIONS if name != "quoted" or ">" not in paste.text]
        )
        text = "\n".join(ALTERATIONS[name](paste.text.splitlines())) + "\n"
        yield replace(paste, name=f"{name}/{paste.name}", text=text, shape=f"altered: {name}")


def _quoted(lines: Sequence[str]) -> Iterator[str]:
    return (f"> {line}".rstrip() for line in lines)


def _carriage_returns(lines: Sequence[str]) -> Iterator[str]:
    return (f"{line}\r" for line in lines)


def _wrapped(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield from wrap(line, 72) if len(line) > 72 else [line]


def _indented(lines: Sequence[str]) -> Iterator[str]:
    return (f"    {line}".rstrip() for line in lines)


def _trailing_blanks(lines: Sequence[str]) -> Iterator[str]:
    return (line + " " * (index % 3) for index, line in enumerate(lines))


def _hard_blanks(lines: Sequence[str]) -> Iterator[str]:
    return (re.sub(r" (?=\w+$)|^  ", "\u00a0", line) for line in lines)


def _double_spaced(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield from (line, "") if line.strip() else (line,)


def _marked(lines: Sequence[str]) -> Iterator[str]:
    return (line if index else f"\ufeff{line}" for index, line in enumerate(lines))


#: What happens to texts on their way.
ALTERATIONS: dict[str, Callable[[Sequence[str]], Iterator[str]]] = {
    "quoted": _quoted,
    "carriage returns": _carriage_returns,
    "wrapped": _wrapped,
    "indented": _indented,
    "trailing blanks": _trailing_blanks,
    "hard blanks": _hard_blanks,
    "double spaced": _double_spaced,
    "byte order mark": _marked,
}


def _joined(random: Random, parts: Sequence[Paste]) -> list[str]:
    lines: list[str] = []
    for index, part in enumerate(parts):
        if index:
            lines += random.choice(
                (
                    [""],
                    ["", "", ""],
                    ["", "---", ""],
                    ["", f"{random.randint(1, 28)}.{random.randint(1, 12)}.2025", ""],
                    ["", "https://www.example.org/papers?page=2", ""],
                    ["", "==========", ""],
                )
            )
        lines += part.text.splitlines()
    return [*lines, ""]
