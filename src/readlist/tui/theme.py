"""What the interface looks like: its two themes, how a status looks, and how room is divided.

The themes are ink on paper, and the same by lamplight.
"""

from textual.color import Color
from textual.theme import Theme

from readlist.domain import Status

DARK = Theme(
    name="readlist-dark",
    dark=True,
    primary="#7fb2d0",
    secondary="#a89fc9",
    accent="#7fb2d0",
    warning="#e3b55f",
    error="#e48a83",
    success="#93bf85",
    foreground="#d9dbde",
    background="#15171b",
    surface="#1b1e23",
    panel="#262a31",
    variables={
        "block-cursor-background": "#2b3a46",
        "block-cursor-foreground": "#f2f3f4",
        "block-cursor-text-style": "none",
        "border": "#7fb2d0",
        "border-blurred": "#343941",
        "scrollbar": "#363b44",
        "scrollbar-hover": "#4a515c",
        "scrollbar-active": "#7fb2d0",
        "scrollbar-background": "#15171b",
        "scrollbar-background-hover": "#15171b",
        "scrollbar-background-active": "#15171b",
        "input-selection-background": "#7fb2d0 30%",
    },
)

LIGHT = Theme(
    name="readlist-light",
    dark=False,
    primary="#23618c",
    secondary="#6a5a9a",
    accent="#23618c",
    warning="#8a5a00",
    error="#a8322b",
    success="#38702f",
    foreground="#24272b",
    background="#fbfaf7",
    surface="#f3f1eb",
    panel="#e6e3da",
    variables={
        "block-cursor-background": "#dbe7ef",
        "block-cursor-foreground": "#101316",
        "block-cursor-text-style": "none",
        "border": "#23618c",
        "border-blurred": "#d3cfc4",
        "scrollbar": "#cdc8bb",
        "scrollbar-hover": "#b5afa0",
        "scrollbar-active": "#23618c",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-background-hover": "#fbfaf7",
        "scrollbar-background-active": "#fbfaf7",
        "input-selection-background": "#23618c 25%",
    },
)

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
