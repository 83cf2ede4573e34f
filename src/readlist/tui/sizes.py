"""How much room there is: the classes a screen has by its width and its height, in cells."""

#: Lines from which there is room for two lines a paper, and for two panes one above the other.
TALL = 34

#: Columns from which three panes fit side by side.
WIDE = 118

#: Columns from which the views fit beside another pane.
MEDIUM = 72

#: One pane at a time; the views beside another pane; all three.
WIDTHS = [(0, "-narrow"), (MEDIUM, "-medium"), (WIDE, "-wide")]
HEIGHTS = [(0, "-short"), (TALL, "-tall")]
