"""Which paper a link in a note is to, and which notes link to a paper.

A link is looked up when it is read, so nothing is rewritten when a title
changes: it is to the paper whose key it is, else to the one with that title,
now or formerly, else to the one that documents cite by that name.
"""

import re
from collections.abc import Iterable

from readlist.domain import Linked, Paper, PaperDraft
from readlist.exporting.citation_keys import Cited, citation_keys
from readlist.notes import links
from readlist.store import fingerprints, fts, notes, papers
from readlist.store.database import Database
from readlist.text import folded_words, letters_only

#: Papers with all the words of a link in their title that are compared with it.
_COMPARED = 50
#: A file's name holds no more of a long title than its beginning; shorter ones must be the same.
_CUT_LETTERS = 60
_CITATION = re.compile(r"[a-z]+[0-9]{4}[a-z0-9]+")
_YEAR = re.compile(r"[0-9]{4}")


def resolve(database: Database, target: str) -> int | None:
    """Return the paper that a link to ``target`` is to, ``None`` if it is to none."""
    for name in _names(target):
        found = (
            notes.by_key(database, name)
            or _titled(database, name)
            or _formerly_titled(database, name)
            or _cited(database, name)
        )
        if found:
            return found
    return None


def _names(target: str) -> Iterable[str]:
    """Yield what a target may name: all of it, then without heading, folder and file ending."""
    yield target
    name = target.partition("#")[0].rpartition("/")[2].strip().removesuffix(".md")
    if name and name != target:
        yield name


def _titled(database: Database, name: str) -> int | None:
    wanted = letters_only(name)
    if quickly := _called(wanted, _hashed(database, name)):
        return quickly
    titles = _holding(database, folded_words(name))
    return _called(wanted, titles) or next(
        (paper_id for paper_id, title in titles if _is_cut(wanted, title)), None
    )


def _called(letters: str, titles: Iterable[tuple[int, str]]) -> int | None:
    """Return the first paper whose title has these letters."""
    return next((paper_id for paper_id, title in titles if letters_only(title) == letters), None)


def _hashed(database: Database, name: str) -> list[tuple[int, str]]:
    """Return papers, with their titles, that have or once had the hash of ``name``."""
    hashes = fingerprints.of_draft(PaperDraft(1, 1, title=name))
    found = fingerprints.candidates(database, hashes)
    return sorted(
        papers.titles_of(database, [one for ids in found.values() for one in ids]).items()
    )


def _holding(database: Database, words: Iterable[str]) -> list[tuple[int, str]]:
    """Return papers, with their titles, that have all these words in title and authors."""
    terms = [fts.Term(word, (fts.Form((word,)),)) for word in dict.fromkeys(words)]
    near = fts.named(database, terms, ("1", []), _COMPARED, best=True) if terms else []
    return sorted(papers.titles_of(database, near).items())


def _is_cut(wanted: str, title: str) -> bool:
    return len(wanted) >= _CUT_LETTERS and letters_only(title).startswith(wanted)


def _formerly_titled(database: Database, name: str) -> int | None:
    wanted = letters_only(name)
    former = notes.former_titles(database)
    return next((one for one, title in former if letters_only(title) == wanted), None)


def _cited(database: Database, name: str) -> int | None:
    """Return the paper cited by a name; citation keys belong to the library as a whole."""
    wanted = name.removeprefix("@")
    if not _CITATION.fullmatch(wanted) or not _may_be_cited(database, wanted):
        return None
    keys = citation_keys(Cited(*row) for row in papers.cited(database))
    return notes.by_key(database, next((key for key in keys if keys[key] == wanted), ""))


def _may_be_cited(database: Database, name: str) -> bool:
    """Tell quickly whether some paper has the word that a citation key ends in.

    The key may have letters after that word, which tell papers alike apart.
    """
    word = _YEAR.split(name, maxsplit=1)[1]
    return any(_holding(database, [each]) for each in (word, word[:-1], word[:-2]) if each)


def linked_from(database: Database, paper: Paper) -> list[Linked]:
    """Return the papers whose notes link to ``paper``, by their titles."""
    names = [paper.title, *notes.former_titles_of(database, paper.id)]
    letters = {letters_only(name) for name in names}
    is_to: dict[str, bool] = {}
    linking = []
    for paper_id, note in notes.with_links(database):
        for link in links.find_links(note) if paper_id != paper.id else ():
            if link.target not in is_to:
                perhaps = _may_be_to(link.target, paper, letters)
                is_to[link.target] = perhaps and resolve(database, link.target) == paper.id
            if is_to[link.target]:
                linking.append(paper_id)
                break
    titles = papers.titles_of(database, linking)
    return sorted((Linked(*one) for one in titles.items()), key=lambda one: one.title.lower())


def _may_be_to(target: str, paper: Paper, letters: set[str]) -> bool:
    """Tell without asking the library whether a link may be to a paper with these titles."""
    for name in _names(target):
        wanted = letters_only(name)
        if wanted in letters or name == paper.key or _CITATION.fullmatch(name.removeprefix("@")):
            return True
        if len(wanted) >= _CUT_LETTERS and any(each.startswith(wanted) for each in letters):
            return True
    return False


def targets(database: Database, note: str) -> dict[str, int | None]:
    """Return what each target in a note is to."""
    wanted = dict.fromkeys(link.target for link in links.find_links(note))
    return {target: resolve(database, target) for target in wanted}


def link_to(database: Database, paper_id: int) -> str:
    """Return a link to a paper: by its title, or by its key where that leads elsewhere.

    Raises :class:`~readlist.errors.NoSuchPaperError`.
    """
    paper = papers.get(database, paper_id)
    title = links.linkable(paper.title)
    if title and resolve(database, title) == paper_id:
        return links.written(title)
    return links.written(paper.key, title)
