"""More like this: the papers nearest to one, by its telling words.

A paper's telling words are those of its title and abstract that few papers of
the library hold, the more often it says them the better (TF-IDF, Salton and
Buckley 1988). Papers are as near as the telling words they share are rare.
"""

from collections import Counter

from readlist.domain import SearchHit
from readlist.searching.ranking import rarity
from readlist.store import fts, papers
from readlist.store.database import Database
from readlist.text import folded_words

#: How many telling words a paper is known by, and how often the title counts.
_TELLING, _TITLE = 12, 3
#: A word that more than this share of the library holds tells nothing, unless those are few.
_COMMON, _FEW = 0.1, 5


def similar(database: Database, paper_id: int, limit: int) -> list[SearchHit]:
    """Return at most ``limit`` papers most like one, most like it first."""
    telling = _telling_words(database, paper_id)
    total = sum(telling.values()) or 1.0
    nearness: Counter[int] = Counter()
    for word, weight in telling.items():
        for other in fts.holding(database, word):
            nearness[other] += weight  # type: ignore[assignment]
    del nearness[paper_id]
    best = sorted(nearness.items(), key=lambda each: (-each[1], each[0]))[:limit]
    titles = papers.titles_of(database, [other for other, _ in best])
    return [SearchHit(other, titles[other], round(shared / total, 3)) for other, shared in best]


def _telling_words(database: Database, paper_id: int) -> dict[str, float]:
    """Return a paper's most telling words with their weights."""
    title, _, tags, _, _, abstract = map(folded_words, fts.document(database, paper_id))
    said = Counter([*title * _TITLE, *tags * _TITLE, *abstract])
    said = Counter({word: times for word, times in said.items() if len(word) > 2})
    of = papers.total(database)
    held = fts.frequencies(database, said)
    weights = {
        word: (1 + times) ** 0.5 * rarity(held[word], of)
        for word, times in said.items()
        if 1 < held.get(word, 0) <= max(_FEW, _COMMON * of)
    }
    best = sorted(weights, key=lambda word: (-weights[word], word))[:_TELLING]
    return {word: weights[word] for word in best}
