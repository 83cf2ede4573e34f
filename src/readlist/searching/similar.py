"""More like this: the papers nearest to one, by its distinctive words.

A paper's distinctive words are those of its title and abstract that few papers of
the library hold, the more often it says them the better (TF-IDF, Salton and
Buckley 1988). Papers are as near as the distinctive words they share are rare.
"""

from collections import Counter

from readlist.domain import SearchHit
from readlist.store import fts, papers
from readlist.store.database import Database
from readlist.text import folded_words

#: How many distinctive words a paper is known by, and how often the title counts.
_WORDS, _TITLE = 12, 3
#: A word that more than this share of the library holds is not distinctive, unless those are few.
_COMMON, _FEW = 0.1, 5


def similar(database: Database, paper_id: int, limit: int) -> list[SearchHit]:
    """Return at most ``limit`` papers most like one, most like it first."""
    distinctive = _distinctive_words(database, paper_id)
    total = sum(distinctive.values()) or 1.0
    nearness: Counter[int] = Counter()
    for word, weight in distinctive.items():
        for other in fts.papers_with_word(database, word):
            nearness[other] += weight  # type: ignore[assignment]
    del nearness[paper_id]
    best = sorted(nearness.items(), key=lambda each: (-each[1], each[0]))[:limit]
    titles = papers.titles_of(database, [other for other, _ in best])
    return [SearchHit(other, titles[other], round(shared / total, 3)) for other, shared in best]


def _distinctive_words(database: Database, paper_id: int) -> dict[str, float]:
    """Return a paper's most distinctive words with their weights."""
    title, _, tags, _, _, abstract = map(folded_words, fts.document(database, paper_id))
    texts = [*title * _TITLE, *tags * _TITLE, *abstract]
    said = Counter(word for word in texts if len(word) > 2)
    of = papers.highest_id(database)
    held = fts.frequencies(database, said)
    weights = {
        word: (1 + times) ** 0.5 * fts.rarity(held[word], of)
        for word, times in said.items()
        if 1 < held.get(word, 0) <= max(_FEW, _COMMON * of)
    }
    best = sorted(weights, key=lambda word: (-weights[word], word))[:_WORDS]
    return {word: weights[word] for word in best}
