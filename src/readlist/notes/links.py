"""Links in notes to other papers: how they are written, which paper they lead to, and back.

They are written ``[[Title]]`` or ``[[Title|shown text]]``, as in Obsidian:
https://help.obsidian.md/links. A title cannot hold ``[ ] | # ^`` there; titles
are compared by their letters, so leaving those out makes no difference.

A link is looked up when it is read, so nothing is rewritten when a title
changes: it leads to the paper whose key it is, else to the one with that title,
now or formerly, else to the one that has it as its citation key.
"""

import re
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from readlist.domain import Linked, NoteLinks, Paper, PaperDraft
from readlist.store import fingerprints, notes, papers
from readlist.store.database import Database
from readlist.text import fold_spaces, folded_words, letters_only

# Every command imports this module, and few use these: they are compiled when they are used.
_LINK = r"\[\[([^\[\]|\s][^\[\]|\n]*)(?:\|([^\[\]|\n]*))?\]\]"
_CITATION_KEY = r"[a-z]+[0-9]{4}[a-z0-9]+"

#: How many papers with all the words of a link in their title are compared with it.
_COMPARED = 50
#: A file's name holds only the beginning of a long title; shorter ones must be the same.
_CUT_LETTERS = 60


# How links are written


class Link(NamedTuple):
    """A link: where it begins and ends in the text, its target, and the text it shows."""

    start: int
    end: int
    target: str
    shown: str


def find_links(text: str) -> list[Link]:
    """Return the links of a note in their order."""
    return [
        Link(found.start(), found.end(), found[1].strip(), (found[2] or found[1]).strip())
        for found in re.finditer(_LINK, text)
    ]


def link_at(line: str, column: int) -> Link | None:
    """Return the link that a column of a line is in, its ends included."""
    return next((link for link in find_links(line) if link.start <= column <= link.end), None)


def link_begun(text_before_cursor: str) -> str | None:
    """Return what is typed so far of a link at the end of a text, ``None`` if there is none."""
    found = re.search(r"\[\[([^\[\]|\n]*)\Z", text_before_cursor)
    return found[1] if found else None


def linkable(title: str) -> str:
    """Return a title without what cannot stand in a link."""
    return fold_spaces(re.sub(r"[\[\]|#^]", " ", title))


def written(target: str, shown: str = "") -> str:
    """Return a link as it is written."""
    return f"[[{target}|{shown}]]" if shown else f"[[{target}]]"


def link_to(database: Database, paper_id: int) -> str:
    """Return a link to a paper: by its title, or by its key where the title leads elsewhere.

    Raises :class:`~readlist.errors.NoSuchPaperError`.
    """
    paper = papers.get(database, paper_id)
    title = linkable(paper.title)
    if title and resolve(database, title) == paper_id:
        return written(title)
    return written(paper.key, title)


# Where links lead


def of_paper(database: Database, paper: Paper) -> NoteLinks:
    """Return where the links of a paper's note lead, and which notes link to the paper."""
    wanted = dict.fromkeys(link.target for link in find_links(paper.note or ""))
    targets = {target: resolve(database, target) for target in wanted}
    return NoteLinks(targets, tuple(_linked_from(database, paper)))


def resolve(database: Database, target: str) -> int | None:
    """Return the paper that a link to ``target`` leads to, ``None`` if there is none."""
    for name in _names(target):
        found = (
            papers.id_of_key(database, name)
            or _titled(database, name)
            or _first_titled(letters_only(name), notes.former_titles(database))
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
    if found := _first_titled(wanted, _with_fingerprint(database, name)):
        return found
    titles = _named(database, folded_words(name))
    if (found := _first_titled(wanted, titles)) or len(wanted) < _CUT_LETTERS:
        return found
    return next((one for one, title in titles if letters_only(title).startswith(wanted)), None)


def _first_titled(letters: str, titles: Iterable[tuple[int, str]]) -> int | None:
    """Return the first paper whose title has these letters."""
    return next((paper_id for paper_id, title in titles if letters_only(title) == letters), None)


def _with_fingerprint(database: Database, title: str) -> list[tuple[int, str]]:
    """Return papers, with their titles, that have or once had the fingerprint of ``title``."""
    hashes = fingerprints.of_draft(PaperDraft(1, 1, title=title))
    found = chain.from_iterable(fingerprints.candidates(database, hashes).values())
    return sorted(papers.titles_of(database, list(found)).items())


def _named(database: Database, words: Iterable[str]) -> list[tuple[int, str]]:
    """Return papers, with their titles, that have all these words in title and authors."""
    from readlist.store import fts

    terms = [fts.Term(word, (fts.Form((word,)),)) for word in dict.fromkeys(words)]
    near = fts.match_names(database, terms, ("1", []), _COMPARED, best=True) if terms else []
    return sorted(papers.titles_of(database, near).items())


def _cited(database: Database, name: str) -> int | None:
    """Return the paper with a citation key; these are given to the library as a whole."""
    from readlist.exporting.bibliography import Cited, citation_keys

    wanted = name.removeprefix("@")
    if not re.fullmatch(_CITATION_KEY, wanted):
        return None
    # Some paper must have the word that a key ends in; letters that tell similar ones apart follow.
    word = re.split("[0-9]{4}", wanted, maxsplit=1)[1]
    if not any(_named(database, [each]) for each in (word, word[:-1], word[:-2]) if each):
        return None
    keys = citation_keys(Cited(*row) for row in papers.cited(database))
    return papers.id_of_key(database, next((key for key in keys if keys[key] == wanted), ""))


def _linked_from(database: Database, paper: Paper) -> list[Linked]:
    """Return the papers whose notes link to ``paper``, by their titles."""
    names = [paper.title, *notes.former_titles_of(database, paper.id)]
    letters = {letters_only(name) for name in names}
    leads_here: dict[str, bool] = {}
    linking = []
    for paper_id, note in notes.with_links(database):
        for link in find_links(note) if paper_id != paper.id else ():
            if link.target not in leads_here:
                may_lead = _may_lead_to(link.target, paper, letters)
                leads_here[link.target] = may_lead and resolve(database, link.target) == paper.id
            if leads_here[link.target]:
                linking.append(paper_id)
                break
    titles = papers.titles_of(database, linking)
    return sorted((Linked(*one) for one in titles.items()), key=lambda one: one.title.lower())


def _may_lead_to(target: str, paper: Paper, letters: set[str]) -> bool:
    """Return, without asking the library, whether a link may lead to a paper with these titles."""
    for name in _names(target):
        wanted = letters_only(name)
        is_named = wanted in letters or name == paper.key
        if is_named or re.fullmatch(_CITATION_KEY, name.removeprefix("@")):
            return True
        if len(wanted) >= _CUT_LETTERS and any(title.startswith(wanted) for title in letters):
            return True
    return False
