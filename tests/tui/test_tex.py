r"""TeX is shown as people read it, and what cannot be stays as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readlist.tui.text import readable


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"in the space $W_+$ of", "in the space W₊ of"),
        (r"is $100\times$ faster", "is 100× faster"),
        (r"is 100\times faster", "is 100× faster"),
        (r"by 11.4\% and 5\&6", "by 11.4% and 5&6"),
        (r"$\mathcal{O}(\sqrt{n})$ and $\sqrt{n+1}$", "O(√n) and √(n+1)"),
        (r"\textbf{PointTalk} is \emph{fast}", "PointTalk is fast"),
        (r"$O(n^2)$, $x_{10}$, $\ell_1$", "O(n²), x₁₀, ℓ₁"),
        (r"$x_i^T$ stays", "x_i^T stays"),
        (r"$\alpha \leq \beta$", "α ≤ β"),
        ("costs $5 and $6", "costs $5 and $6"),
        (r"\unknowncommand stays", r"\unknowncommand stays"),
        ("no TeX at all", "no TeX at all"),
    ],
)
def test_shown(written: str, shown: str) -> None:
    assert readable(written) == shown


@given(st.text(alphabet="$\\{}^_ a1+%textbfsqr", max_size=80))
def test_any_text_can_be_shown(text: str) -> None:
    assert isinstance(readable(text), str)
