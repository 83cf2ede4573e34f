"""What the ending of a word, in lower case, tells of its part of speech, and what it conceals."""

from functools import lru_cache

from readlist.importing.titles.word_set import word_set

# Abstracts share most of their words: what was judged once need not be judged again.
_REMEMBERED = 8192
_NOT_ADVERBS = ("maly", "mily", "mbly", "pply", "eply", "iply", "poly")
_NOUNS = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "logy", "graphy")
_ADJECTIVES = ("able", "al", "ar", "ary", "ful", "ible", "ic", "ive", "less", "ous")
_POSSESSIVES = ("'s", "s'")
# Adjectives that no ending gives away.
_PLAIN_ADJECTIVES = word_set(
    """
    accurate appropriate approximate bad broad closed coherent cold complete complex consistent
    convergent convex deep dense dependent discrete disparate dominant early easy efficient
    equivalent equivariant fair false fast finite free frequent full good great hard heavy high hot
    human independent infinite inherent intelligent intermediate invariant large late latent long
    low moderate modern narrow old open poor prevalent private quick rare raw recurrent redundant
    relevant remote resistant rich robust rough safe short slow small smooth sparse strong
    sufficient tolerant transparent true weak wide young
    """
)
# Nouns that end as adjectives do.
_NO_ADJECTIVES = word_set(
    """
    alternative animal appeal archive arrival bar boundary cable calendar capital car
    characteristic clinic commentary credential criminal critic crystal deal diagnostic diagonal
    diary dictionary dollar epidemic fabric festival functional goal grammar heuristic hospital
    individual initiative integral interval journal library logic manual material metal metric
    mineral mosaic music narrative objective pandemic perspective portal potential proposal radar
    removal residual retrieval rival salary scholar seal seminar signal star statistic sugar
    summary survival table terminal topic traffic trial tutorial variable vocabulary withdrawal
    """
)
# The last parts of compounds that qualify a noun: "real-time", "graph-based".
_QUALIFYING = word_set(
    """
    agent art aware bit class cost dimensional domain driven end free friendly grained guided hop
    invariant label level like modal order preserving quality rank related resolution rich scale
    shot silo source specific spectrum stage state step task term time version view wide wise world
    """
)
# Nouns in -s that stand before other nouns as singular ones do.
_NO_PLURALS = word_set(
    "alias always atlas bias canvas gas lens news perhaps sales series species systems words"
)
_ACTIVITIES = ("tion", "sion", "ing", "lysis", "nthesis")
_MORE_ACTIVITIES = word_set(
    """
    adjustment alignment assessment avoidance control deployment design diagnosis discovery
    inference maintenance management measurement recovery refinement removal retrieval search
    surveillance transfer treatment
    """
)
# Nouns that end as activities do.
_NO_ACTIVITIES = word_set(
    """
    application attention being building collection condition dimension distribution equation
    fraction function implementation information nation option population position question
    region representation section setting solution station string thing tradition version
    """
)


@lru_cache(maxsize=_REMEMBERED)
def is_adverb(word: str) -> bool:
    """Whether ``word`` ends as adverbs do ("widely") and is none of the nouns that also do."""
    return len(word) > 4 and word.endswith("ly") and not word.endswith(_NOT_ADVERBS)


def is_possessive(word: str) -> bool:
    """Whether ``word`` says whose something is: "reader's"."""
    return word.endswith(_POSSESSIVES)


@lru_cache(maxsize=_REMEMBERED)
def looks_adjectival(word: str) -> bool:
    """Whether ``word`` looks like an adjective: "spatial", "graph-based", "large"."""
    last = word.rpartition("-")[2]
    if last in _PLAIN_ADJECTIVES or (last != word and last in _QUALIFYING):
        return True
    ends_so = last.endswith(_ADJECTIVES) and last not in _NO_ADJECTIVES
    return ends_so or (last != word and last.endswith("ed"))


def has_noun_ending(word: str) -> bool:
    """Whether ``word`` ends as only nouns do: "detection", "robustness"."""
    return word.endswith(_NOUNS)


def is_plural(word: str) -> bool:
    """Whether ``word`` looks like a plural noun, or like a verb in the third person."""
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ics"))
        and word not in _NO_PLURALS
    )


@lru_cache(maxsize=_REMEMBERED)
def is_activity(word: str) -> bool:
    """Whether ``word`` is a noun for what is done ("detection") rather than for a thing."""
    last = word.rpartition("-")[2]
    return last in _MORE_ACTIVITIES or (last.endswith(_ACTIVITIES) and last not in _NO_ACTIVITIES)
