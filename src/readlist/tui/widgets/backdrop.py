"""Containers that show nothing of their own but a background.

Where nothing else covers them they are asked for their lines with whatever is drawn
beside; these, which may have no border, need not go through theirs one by one.
"""

from textual.containers import Container, Horizontal, Vertical


class Stack(Vertical):
    """Parts of the screen one under another."""

    BLANK = True


class Row(Horizontal):
    """Parts of the screen side by side."""

    BLANK = True


class Frame(Container):
    """Parts of the screen, laid out as its size allows."""

    BLANK = True
