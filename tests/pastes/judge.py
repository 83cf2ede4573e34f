"""Judge what a reader found in a paste: count what is right, missed, false and wrong.

``python -m tests.pastes.judge MODULE:FUNCTION [--seed N] [--shape NAME] [--sizes 1,3,25] [--examples N]``
runs a function from text to found papers over the corpus and prints a table by shape.

Right is: a title that is the page's but for case, spaces, accents, TeX and a full stop at its end; all
authors in order, by their letters; an abstract that begins (and, counted apart, ends) with the page's
words. A title that a reader makes up itself for a paper without one counts as wrong: pass ``None``.
"""

import argparse
import importlib
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher
from typing import Protocol

from tests.pastes.corpus import SIZES, altered, corpus, mixed
from tests.pastes.model import Paste, Truth
from tests.pastes.tex import plain, plain_name, plain_title


class Found(Protocol):
    """A paper that a reader found. Lines count from one; the last one belongs to it."""

    @property
    def title(self) -> str | None: ...
    @property
    def authors(self) -> Sequence[str]: ...
    @property
    def arxiv_id(self) -> str | None: ...
    @property
    def doi(self) -> str | None: ...
    @property
    def abstract(self) -> str | None: ...
    @property
    def first_line(self) -> int: ...
    @property
    def last_line(self) -> int: ...


#: What a mail program puts in front of lines that somebody else wrote.
_QUOTED = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)

Reader = Callable[[str], Sequence[Found]]


@dataclass
class Verdict:
    """What was counted of one paste, or of many."""

    shape: str = ""
    pastes: int = 0
    #: How many papers there are, and how many of them the reader did not find.
    papers: int = 0
    missed: int = 0
    #: Found papers that are none, and papers found more often than the page has them.
    false: int = 0
    repeated: int = 0
    #: Titles on the page, how many were taken as they are, and how many papers got another one.
    titles: int = 0
    titles_right: int = 0
    titles_wrong: int = 0
    #: Identifiers on the page and how many were taken; those that are not the paper's.
    identifiers: int = 0
    identifiers_right: int = 0
    identifiers_wrong: int = 0
    #: Author lists on the page and how many were taken whole; those that are not the paper's.
    authors: int = 0
    authors_right: int = 0
    authors_wrong: int = 0
    #: Abstracts whose beginning is right, whose end is right, and those where the page has none.
    abstracts: int = 0
    abstracts_right: int = 0
    abstracts_wrong: int = 0
    ends: int = 0
    ends_right: int = 0
    #: Papers whose title is not within the lines they are said to be in.
    misplaced: int = 0
    #: A sentence for each thing that is not right.
    examples: list[str] = field(default_factory=list)

    def add(self, other: "Verdict") -> None:
        """Add another verdict's numbers to these."""
        for one in fields(self):
            if one.name != "shape":
                setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def judge(found: Sequence[Found], paste: Paste) -> Verdict:
    """Compare what a reader found with what is in the paste."""
    verdict = Verdict(paste.shape, pastes=1, papers=len(paste.papers))
    lines = paste.text.splitlines()
    spans = ["\n".join(lines[max(0, one.first_line - 1) : one.last_line]) for one in found]
    matches = match(found, paste.papers, spans)
    taken: dict[int, int] = {}
    for one, span, index in zip(found, spans, matches, strict=True):
        if index is None:
            verdict.false += 1
            verdict.examples.append(
                f"{paste.name}: no such paper: {one.title!r} (line {one.first_line})"
            )
            continue
        truth = paste.papers[index]
        taken[index] = taken.get(index, 0) + 1
        if taken[index] > truth.times:
            verdict.repeated += 1
        if taken[index] == 1:
            _compare(verdict, one, truth, paste, span)
    for index, truth in enumerate(paste.papers):
        if index not in taken:
            verdict.missed += 1
            verdict.titles += truth.title is not None
            verdict.identifiers += len(_identifiers(truth))
            verdict.authors += truth.authors is not None
            verdict.abstracts += truth.abstract_starts is not None
            verdict.ends += truth.abstract_ends is not None
            verdict.examples.append(
                f"{paste.name}: missed {truth.title or truth.arxiv_id or truth.doi or truth.url!r}"
            )
    return verdict


def match(
    found: Sequence[Found], truths: Sequence[Truth], spans: Sequence[str] = ()
) -> list[int | None]:
    """Say which truth each found paper is: by its title, an identifier, its abstract, a similar title.

    One that a page names by an address only is known by the lines it was found in (``spans``).
    """
    by_title: dict[str, int] = {}
    by_identifier: dict[str, int] = {}
    by_abstract: dict[str, int] = {}
    for index, truth in enumerate(truths):
        if truth.title:
            by_title.setdefault(plain_title(truth.title), index)
        for identifier in _identifiers(truth) | {normal(one) for one in truth.also}:
            by_identifier.setdefault(identifier, index)
        if truth.abstract_starts:
            by_abstract.setdefault(plain(truth.abstract_starts)[:40], index)
    matches: list[int | None] = []
    for one in found:
        candidates = [by_title.get(plain_title(one.title or ""))]
        candidates += [by_identifier.get(identifier) for identifier in _found_identifiers(one)]
        candidates.append(by_abstract.get(plain(one.abstract or "")[:40]))
        matches.append(next((index for index in candidates if index is not None), None))
    free = set(range(len(truths))) - {index for index in matches if index is not None}
    for place, one in enumerate(found):
        if matches[place] is None:
            likely = _most_similar(one.title, free, truths) if one.title else None
            if likely is None and spans:
                likely = _in_the_lines(spans[place], free, truths)
            if likely is not None:
                matches[place] = likely
                free.discard(likely)
    return matches


def _in_the_lines(span: str, free: set[int], truths: Sequence[Truth]) -> int | None:
    """Return the paper that these lines name by an address alone."""
    for index in sorted(free):
        truth = truths[index]
        if truth.url and not truth.title and not _identifiers(truth) and truth.url in span:
            return index
    return None


def _most_similar(title: str, free: set[int], truths: Sequence[Truth]) -> int | None:
    """Return the paper whose title a found one has most of, cut or with something added."""
    mine, best, ratio = plain_title(title), None, 0.72
    for index in sorted(free):
        theirs = plain_title(truths[index].title or "")
        if not theirs:
            continue
        longer = max(len(mine), len(theirs))
        if (
            min(len(mine), len(theirs)) > 11
            and (mine in theirs or theirs in mine)
            and longer < 6 * min(len(mine), len(theirs))
        ):
            return index
        matcher = SequenceMatcher(None, mine[:300], theirs, autojunk=False)
        if (
            matcher.real_quick_ratio() > ratio
            and matcher.quick_ratio() > ratio
            and matcher.ratio() > ratio
        ):
            best, ratio = index, matcher.ratio()
    return best


def _compare(verdict: Verdict, one: Found, truth: Truth, paste: Paste, span: str) -> None:
    say = verdict.examples.append
    where = f"{paste.name} line {one.first_line}"
    if truth.title is not None:
        verdict.titles += 1
        if plain_title(one.title or "") == plain_title(truth.title):
            verdict.titles_right += 1
        else:
            verdict.titles_wrong += bool(one.title)
            say(f"{where}: title {one.title!r} should be {truth.title!r}")
    elif one.title:
        verdict.titles_wrong += 1
        say(f"{where}: title {one.title!r} where the page has none")
    _compare_identifiers(verdict, one, truth, where)
    _compare_authors(verdict, one, truth, where)
    _compare_abstracts(verdict, one, truth, where)
    if truth.title is not None:
        span = plain(_QUOTED.sub("", span))
        if plain_title(truth.title) not in span.replace("\\|", "|"):
            verdict.misplaced += 1
            say(f"{where}: lines {one.first_line} to {one.last_line} do not hold {truth.title!r}")


def _compare_identifiers(verdict: Verdict, one: Found, truth: Truth, where: str) -> None:
    right, mine = _identifiers(truth), _found_identifiers(one)
    allowed = right | {normal(also) for also in truth.also}
    verdict.identifiers += len(right)
    verdict.identifiers_right += len(right & mine)
    wrong = mine - allowed
    verdict.identifiers_wrong += len(wrong)
    for identifier in sorted(wrong):
        verdict.examples.append(
            f"{where}: identifier {identifier} is not that of {truth.title!r} ({', '.join(sorted(right)) or 'none'})"
        )
    for identifier in sorted(right - mine):
        verdict.examples.append(
            f"{where}: identifier {identifier} of {truth.title!r} was not taken"
        )


def _compare_authors(verdict: Verdict, one: Found, truth: Truth, where: str) -> None:
    mine = [plain_name(name) for name in one.authors]
    if truth.authors is not None:
        verdict.authors += 1
        right = [plain_name(name) for name in truth.authors]
        # Where a page leaves authors out, the one it names after the gap may be left out too.
        if mine == right or (truth.more_authors and mine and mine == right[:-1]):
            verdict.authors_right += 1
            return
    if mine:
        verdict.authors_wrong += 1
    if mine or truth.authors:
        verdict.examples.append(
            f"{where}: authors {list(one.authors)} should be {list(truth.authors or ())}"
        )


def _compare_abstracts(verdict: Verdict, one: Found, truth: Truth, where: str) -> None:
    mine = plain_name(one.abstract or "")
    if truth.abstract_starts is not None:
        verdict.abstracts += 1
        if mine.startswith(plain_name(truth.abstract_starts)):
            verdict.abstracts_right += 1
        else:
            verdict.abstracts_wrong += bool(mine)
            verdict.examples.append(
                f"{where}: abstract {(one.abstract or '')[:70]!r} should begin {truth.abstract_starts!r}"
            )
    elif mine and not (truth.snippet and _overlap(mine, plain_name(truth.snippet))):
        verdict.abstracts_wrong += 1
        verdict.examples.append(
            f"{where}: abstract {(one.abstract or '')[:70]!r} where the page has none"
        )
    if truth.abstract_ends is not None:
        verdict.ends += 1
        if mine.endswith(plain_name(truth.abstract_ends)):
            verdict.ends_right += 1
        elif mine:
            verdict.examples.append(
                f"{where}: abstract ends {(one.abstract or '')[-60:]!r}, should end {truth.abstract_ends!r}"
            )


def _overlap(mine: str, snippet: str) -> bool:
    return mine[:40] in snippet or snippet[:40] in mine


def normal(identifier: str) -> str:
    """Return an identifier as it is compared: "arxiv:…" or "10.…", no version, no address."""
    text = identifier.strip().casefold()
    for start in (
        "https://",
        "http://",
        "dx.doi.org/",
        "doi.org/",
        "doi:",
        "arxiv.org/abs/",
        "10.48550/arxiv.",
        "arxiv:",
    ):
        text = text.removeprefix(start).strip()
    if text.startswith("10."):
        return text.rstrip(".,;")
    head, mark, version = text.rpartition("v")
    return f"arxiv:{head if mark and version.isdigit() else text}"


def _identifiers(truth: Truth) -> set[str]:
    return {normal(one) for one in (truth.arxiv_id, truth.doi) if one}


def _found_identifiers(one: Found) -> set[str]:
    return {normal(identifier) for identifier in (one.arxiv_id, one.doi) if identifier}


def judge_all(read: Reader, pastes: Iterable[Paste]) -> list[Verdict]:
    """Read and judge every paste."""
    return [judge(read(paste.text), paste) for paste in pastes]


def by_shape(verdicts: Iterable[Verdict]) -> dict[str, Verdict]:
    """Return the sums of each shape."""
    sums: dict[str, Verdict] = {}
    for verdict in verdicts:
        sums.setdefault(verdict.shape, Verdict(verdict.shape)).add(verdict)
    return sums


_HEADINGS = "papers missed false again | titles wrong | ids wrong | authors wrong | abstracts wrong ends | misplaced"


def table(verdicts: Iterable[Verdict]) -> str:
    """Return the sums as a table: a line a shape, and one for all."""
    sums = by_shape(verdicts)
    total = Verdict("all")
    for verdict in sums.values():
        total.add(verdict)
    width = max(map(len, [*sums, "shape"]))
    rows = [f"{'shape':<{width}}  {_HEADINGS}"]
    for verdict in [*sums.values(), total]:
        rows.append(
            f"{verdict.shape:<{width}}  {verdict.papers:6} {verdict.missed:6} {verdict.false:5} {verdict.repeated:5} |"
            f" {_share(verdict.titles_right, verdict.titles):>6} {verdict.titles_wrong:5} |"
            f" {_share(verdict.identifiers_right, verdict.identifiers):>6} {verdict.identifiers_wrong:3} |"
            f" {_share(verdict.authors_right, verdict.authors):>6} {verdict.authors_wrong:5} |"
            f" {_share(verdict.abstracts_right, verdict.abstracts):>6} {verdict.abstracts_wrong:5}"
            f" {_share(verdict.ends_right, verdict.ends):>6} | {verdict.misplaced:5}"
        )
    return "\n".join(rows)


def _share(right: int, all_of_them: int) -> str:
    return f"{100 * right / all_of_them:.1f}%" if all_of_them else "-"


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge a reader over the corpus, by the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reader", help="MODULE:FUNCTION, a function from text to found papers")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shape", action="append")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--mixed", type=int, default=60, metavar="N", help="how many mixed files")
    parser.add_argument(
        "--examples", type=int, default=0, metavar="N", help="show N faults of each shape"
    )
    options = parser.parse_args(arguments)
    module, _, name = options.reader.partition(":")
    read: Reader = getattr(importlib.import_module(module), name)
    pastes = corpus(
        options.seed, sizes=[int(size) for size in options.sizes.split(",")], only=options.shape
    )
    verdicts = judge_all(read, pastes)
    if options.shape is None:
        verdicts += judge_all(read, mixed(options.seed, options.mixed))
        verdicts += judge_all(read, altered(options.seed))
    print(table(verdicts))
    for shape, verdict in by_shape(verdicts).items():
        for example in verdict.examples[: options.examples]:
            print(f"{shape}: {example}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
