import pytest

from readlist.importing.readers.tex import plain


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"Jos\'e Mu\~noz", "José Muñoz"),
        (r"Zo\"{e} {\O}degaard", "Zoë Ødegaard"),
        (r"Nov{\'a}k, {\v{C}}apek and \c{C}elik", "Novák, Čapek and Çelik"),
        (r"W{\k{a}}s, Pawe{\l}", "Wąs, Paweł"),
        (r"Garc\'{\i}a", "García"),
        (r"$\alpha$ and \cite{x}", r"$\alpha$ and \cite{x}"),
        ("plain", "plain"),
    ],
)
def test_accents_become_letters(tex: str, text: str) -> None:
    assert plain(tex) == text
