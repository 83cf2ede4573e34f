"""Containers that show nothing of their own but a background.

Textual asks everything on the screen for its lines at each letter that is typed
somewhere; these, which may have no border, need not go through theirs one by one.
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
