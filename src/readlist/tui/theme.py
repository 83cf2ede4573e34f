"""What the interface looks like: its two themes, how a status looks, and how room is divided.

The themes are ink on paper, and the same by lamplight.
"""

from typing import Any

from textual.color import Color
from textual.theme import Theme

from readlist.domain import Status


def _theme(name: str, *, dark: bool, cursor: tuple[str, str], bars: tuple[str, str, str],
           selection: str, **colours: Any) -> Theme:  # fmt: skip
    """``cursor`` is background and text, ``bars`` a dim border and a scrollbar, hovered last."""
    primary, background = colours["primary"], colours["background"]
    variables = {
        "block-cursor-background": cursor[0],
        "block-cursor-foreground": cursor[1],
        "block-cursor-text-style": "none",
        "border": primary,
        "border-blurred": bars[0],
        "scrollbar": bars[1],
        "scrollbar-hover": bars[2],
        "scrollbar-active": primary,
        **dict.fromkeys(_SCROLLBAR_BACKGROUNDS, background),
        "input-selection-background": f"{primary} {selection}",
    }
    return Theme(name=name, dark=dark, accent=primary, variables=variables, **colours)


_SCROLLBAR_BACKGROUNDS = [f"scrollbar-background{state}" for state in ("", "-hover", "-active")]

DARK = _theme(
    "readlist-dark", dark=True, cursor=("#2b3a46", "#f2f3f4"),
    bars=("#343941", "#363b44", "#4a515c"), selection="30%",
    primary="#7fb2d0", secondary="#a89fc9", warning="#e3b55f", error="#e48a83", success="#93bf85",
    foreground="#d9dbde", background="#15171b", surface="#1b1e23", panel="#262a31",
)  # fmt: skip

LIGHT = _theme(
    "readlist-light", dark=False, cursor=("#dbe7ef", "#101316"),
    bars=("#d3cfc4", "#cdc8bb", "#b5afa0"), selection="25%",
    primary="#23618c", secondary="#6a5a9a", warning="#8a5a00", error="#a8322b", success="#38702f",
    foreground="#24272b", background="#fbfaf7", surface="#f3f1eb", panel="#e6e3da",
)  # fmt: skip

THEMES = (DARK, LIGHT)

#: The letter of each status: the key that files a paper there.
STATUS_LETTERS = dict(zip(Status, "itrdx", strict=True))

#: The colour of each status, as a variable of the theme.
STATUS_COLOURS = dict(
    zip(Status, ("primary", "secondary", "warning", "success", "muted"), strict=True)
)

# The classes a screen has by its width and its height, in cells.

#: Lines from which there is room for two lines a paper, and for two panes one above the other.
TALL = 34

#: Columns from which three panes fit side by side.
WIDE = 118

#: Columns from which the views fit beside another pane.
MEDIUM = 72

#: One pane at a time; the views beside another pane; all three.
WIDTHS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide")]
HEIGHTS = [(0, "-short"), (TALL, "-tall")]


def with_muted(variables: dict[str, str]) -> dict[str, str]:
    """Return a theme's variables with ``muted``: text that steps back, yet can be read.

    Textual's own muted text is a transparency, which lines drawn one by one
    cannot have. A theme in the terminal's own colours has nothing between its
    two, so there it is the same as other text.
    """
    foreground = Color.parse(variables["foreground"])
    background = Color.parse(variables["background"])
    mixes = foreground.ansi is None and background.ansi is None
    muted = background.blend(foreground, 0.6) if mixes else foreground
    return {**variables, "muted": muted.css}
