"""Acronyms an abstract defines for its readers: "message passing (MP)", then "MP" alone.

A definition is recognised as Schwartz and Hearst do (A simple algorithm for identifying
abbreviation definitions in biomedical text, 2003): the letters of the acronym are found, from
right to left, in the words before its bracket, the first of them at the start of a word.
"""

from collections.abc import Iterator, Sequence

from readlist.importing.titles.tokens import Token

_LONGEST_EXPANSION = 8


def expansion(tokens: Sequence[Token], place: int) -> tuple[int, int] | None:
    """Return where the words stand that the bracketed acronym at ``place`` abbreviates.

    None when ``place`` is no bracketed acronym, or its letters are not in the words before it.
    """
    if place < 2 or place + 1 >= len(tokens):
        return None
    if tokens[place - 1].text != "(" or tokens[place + 1].text not in {")", ",", ";"}:
        return None
    letters = [letter for letter in singular(tokens[place].text).lower() if letter.isalpha()]
    start = _spelled_from(tokens, place - 1, letters) if len(letters) > 1 else None
    return None if start is None else (start, place - 1)


def singular(acronym: str) -> str:
    """Return ``acronym`` without the small s of its plural."""
    return acronym[:-1] if acronym[-1:] == "s" and acronym[:-1].isupper() else acronym


def write_out(tokens: Sequence[Token], own_name: str | None) -> list[Token]:
    """Return ``tokens`` with each defined acronym written out and its definition dropped.

    The paper's ``own_name`` stays as it is. Capitals that only point out the letters of an
    acronym ("meSsage PAssing") become ordinary ones.
    """
    tokens = list(tokens)
    known: dict[str, list[str]] = {}
    written: list[Token] = []
    place = 0
    defined = dict(definitions(tokens))
    for start, end in defined.values():
        acronym = tokens[end + 1].text
        tokens[start:end] = [_with_usual_capitals(token, acronym) for token in tokens[start:end]]
    while place < len(tokens):
        if place in defined:
            words = [token.text for token in tokens[slice(*defined[place])]]
            known[singular(tokens[place + 1].text)] = words
            place += 3
        else:
            written.extend(_written_out(tokens[place], known, own_name))
            place += 1
    return written


def definitions(tokens: Sequence[Token]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield the place of each bracket that holds an acronym only, and of the words it is for."""
    for place, token in enumerate(tokens):
        found = expansion(tokens, place + 1) if token.text == "(" else None
        if found and tokens[place + 2].text == ")":
            yield place, found


def _spelled_from(tokens: Sequence[Token], end: int, letters: Sequence[str]) -> int | None:
    """Find the word from which on the words before ``end`` spell ``letters``."""
    left = len(letters)
    farthest = max(end - min(_LONGEST_EXPANSION, len(letters) + 3), 0)
    for place in range(end - 1, farthest - 1, -1):
        word = tokens[place].text.lower()
        if not word[0].isalnum():
            return None
        for at in range(len(word) - 1, -1, -1):
            opens = at == 0 or word[at - 1] == "-"
            if left and word[at] == letters[left - 1] and (left > 1 or opens):
                left -= 1
        if left == 0:
            return place
    return None


def _with_usual_capitals(token: Token, acronym: str) -> Token:
    parts = [_usual_capitals(part, acronym) for part in token.text.split("-")]
    return Token.of("-".join(parts), token.sentence)


def _usual_capitals(part: str, acronym: str) -> str:
    capitals = [letter for letter in part if letter.isupper()]
    rest = iter(acronym.upper())
    pointed_out = all(letter in rest for letter in capitals)
    odd = len(part) > 4 and 0 < len(capitals) < len(part) / 2 and not part.istitle()
    return part.capitalize() if odd and pointed_out else part


def _written_out(token: Token, known: dict[str, list[str]], own_name: str | None) -> list[Token]:
    key = singular(token.text)
    if key not in known or own_name in (key, token.text):
        return [token]
    return [Token.of(word, token.sentence) for word in known[key]]
