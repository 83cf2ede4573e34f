"""Derived titles against true ones: python tests/benchmarks/titles.py [--show] FILE...

Each FILE is a JSON list of objects with a "title" and an "abstract", or a dump with titles. Every
paper that has both gets a title derived from the abstract alone, and the two are compared. Three
figures for each file and for all:

names   of the true titles that begin with a name the abstract also holds ("Name: ...", at most
        three words before the colon), how many derived titles hold that name, and how many lead
        with it
shared  the F1 of the content words of the derived and the true title, averaged; beside it the
        same for the first twelve words of the abstract, and the ratio of the two
time    milliseconds for one title: of the first pass over the abstracts, each seen for the first
        time, and of the quickest of five further ones

Content words are runs of letters and figures (a hyphen parts them), in lower case, without English
function words, a plural "s" taken off; each counts once.
"""

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from time import process_time

from readlist.domain import PaperDraft
from readlist.importing.detect import read_dump
from readlist.importing.sources import open_dump
from readlist.importing.titles import derive_title

_FUNCTION_WORDS = """
    a about above across after against all also an and any are as at based be been being between
    both but by can could did do does during each for from had has have how if in into is it its
    may more most no nor not of off on onto or other our out over own per same should so such than
    that the their them then there these they this those through to too toward towards under up
    upon use used using via was we were what when where whether which while who why will with
    within without would you your
"""
_NAME = re.compile(r"([^:\s]+(?: [^:\s]+){0,2}?)\s?:")
_FURTHER_PASSES = 5


@dataclass(frozen=True)
class Pair:
    """A true title, the abstract, and the title derived from it."""

    title: str
    abstract: str
    derived: str

    @property
    def name(self) -> str | None:
        """The name the true title begins with, if the abstract holds it."""
        match = _NAME.match(self.title)
        return match.group(1) if match and match.group(1) in self.abstract else None

    @property
    def opening(self) -> str:
        """The first words of the abstract."""
        return " ".join(self.abstract.split()[:12])


def papers(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the title and the abstract of each paper in ``path`` that has both."""
    if path.suffix == ".json":
        for record in json.loads(path.read_text("utf-8")):
            if record.get("title") and record.get("abstract"):
                yield record["title"], record["abstract"]
        return
    with path.open("rb") as stream:
        found = [*read_dump(open_dump(stream).lines()).pieces]
    for paper in found:
        if isinstance(paper, PaperDraft) and paper.title and paper.abstract:
            yield paper.title, paper.abstract


def seconds(abstracts: Sequence[str]) -> float:
    """Return how long it takes to derive a title for each of ``abstracts``."""
    start = process_time()
    for abstract in abstracts:
        derive_title(abstract)
    return process_time() - start


def content_words(text: str) -> frozenset[str]:
    """Return the content words of ``text``, as the head of this file defines them."""
    words = set(re.findall(r"[^\W_]+", text.lower())) - set(_FUNCTION_WORDS.split())
    return frozenset(_singular(word) for word in words)


def _singular(word: str) -> str:
    plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return word[:-1] if plural else word


def f1(one: str, two: str) -> float:
    """Return the F1 of the content words of two texts."""
    left, right = content_words(one), content_words(two)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def report(label: str, found: list[Pair], first: float) -> str:
    """Return the lines of figures for ``found``, whose ``first`` pass took that many seconds."""
    if not found:
        return f"{label}: no paper with both a title and an abstract"
    named = [pair for pair in found if pair.name]
    held = sum((pair.name or "") in pair.derived for pair in named)
    leading = sum(pair.derived.startswith(pair.name or "") for pair in named)
    derived = fmean(f1(pair.title, pair.derived) for pair in found)
    opening = fmean(f1(pair.title, pair.opening) for pair in found)
    ratio = f"{derived / opening:.2f}" if opening else "-"
    abstracts = [pair.abstract for pair in found]
    further = min(seconds(abstracts) for _ in range(_FURTHER_PASSES))
    each = 1000 / len(found)
    return (
        f"{label}: {len(found)} abstracts\n"
        f"  names   {held} of {len(named)} held, {leading} of {len(named)} leading\n"
        f"  shared  {derived:.3f} derived, {opening:.3f} first twelve words, ratio {ratio}\n"
        f"  time    {first * each:.2f} ms at first, {further * each:.2f} ms later"
    )


def main() -> None:
    """Print the figures for the files named on the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--show", action="store_true", help="list the titles as well")
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    everything: list[Pair] = []
    whole = 0.0
    for path in arguments.files:
        known = list(papers(path))
        first = seconds([abstract for _, abstract in known])
        found = [Pair(title, abstract, derive_title(abstract)) for title, abstract in known]
        everything += found
        whole += first
        for pair in found if arguments.show else ():
            print(f"{f1(pair.title, pair.derived):.2f}  {pair.title}\n      {pair.derived}")
        print(report(path.name, found, first))
    if len(arguments.files) > 1:
        print(report("all", everything, whole))


if __name__ == "__main__":
    main()
