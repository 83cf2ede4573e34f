import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text

from readlist.importing.readers.parts.tex import plain, text_of


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


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"Jos{\'e} Mu\~{n}oz, \'{\i} {\'\i} \'\i, \" o \H{o} \c c \t{oo}", "José Muñoz, í í í, ö ő ç o͡o"),
        (r"{\O}degaard \aa{}s \ss e K{\i}v{\i}lc{\i}m \'{\aa} \.I", "Ødegaard ås ße Kıvılcım ǻ İ"),
        (r"5\% \& \#1 \$5 \_ \{x\} \textbackslash{} \textasciitilde{} \^{}", r"5% & #1 $5 _ {x} \ ~ ^"),
        (r"{B}ERT {\it and} \textbf{bold \emph{italic}} {\sc Caps}", "BERT and bold italic Caps"),
        (r"$\alpha_{1}$ {\$} $$\sum x$$ \(a_b\) \ensuremath{x^{2}}", r"$\alpha_{1}$ $ $$\sum x$$ $a_b$ $x^{2}$"),
        (r"1--2 --- ``so'' it's a~b", "1–2 — “so” it's a b"),
        (r"\url{http://a.b/~c_d} \href{http://a.b}{here} x\cite{y}", "http://a.b/~c_d here x"),
        (r"CO\textsubscript{2} 1\textsuperscript{st}", "CO$_{2}$ 1st"),
        (r"Panajotovi\ifmmode \acute{c}\else \'{c}\fi{}, R.", "Panajotović, R."),
        (r"\LaTeX{} by \TeX\ and \sysname: \alpha-decay \relax \noopsort{1973}x", "LaTeX by TeX and sysname: α-decay x"),
        (r"Phys.\ Rev.\,A \- x\\y", "Phys. Rev. A  x y"),
        (r"Hern\acute{a}ndez and $\acute{a}$", r"Hernández and $\acute{a}$"),
        ("costs $5 only {", "costs $5 only "),
        ("plain {}", "plain "),
    ],
)  # fmt: skip
def test_what_latex_prints(tex: str, text: str) -> None:
    assert text_of(tex) == text


def test_another_library_prints_the_same_letters() -> None:
    judge = LatexNodes2Text(math_mode="verbatim").latex_to_text
    letters = "aeiouyncszgAEIOUYNCSZGlrt"
    for accent in ["'", "`", "^", '"', "~", "=", ".", *"uvHckrdb"]:
        for letter in letters:
            tex = f"\\{accent}{{{letter}}}"
            assert text_of(tex) == unicodedata.normalize("NFC", judge(tex)), tex
    for name in "l L o O aa AA ae AE oe OE ss dh DH dj DJ th TH ng NG i j".split():  # noqa: SIM905
        assert text_of(f"{{\\{name}}}") == judge(f"{{\\{name}}}"), name


@given(st.text(st.sampled_from("\\{}$~'`\"^=.abcvuH-% \n()[]<>*"), max_size=80))
def test_no_braces_stay_outside_formulas(tex: str) -> None:
    text = text_of(tex)
    if "\\" not in tex and "$" not in tex:
        assert "{" not in text
        assert "}" not in text
