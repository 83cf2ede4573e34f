"""The note of a paper, in an editor that saves by itself and completes links."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import OptionList, Static, TextArea
from textual.widgets.text_area import TextAreaTheme

from readlist.reading_list.notes import Link, link_at, link_begun, merge_note_texts
from readlist.text import printable
from readlist.tui.library.commands import Draft, NoteSaved
from readlist.tui.text import without_controls

if TYPE_CHECKING:
    from readlist.tui.widgets.note_preview import NotePreview


class Suggestion(NamedTuple):
    """A paper that a link may lead to: its title, and the link as it is written."""

    title: str
    link: str


#: Saves a note's text.
Save = Callable[[Draft, str], None]

#: Finds papers for the words of a link that is being typed, other than the note's own.
Suggest = Callable[[str, int], Awaitable[Sequence[Suggestion]]]


def _light_theme() -> TextAreaTheme:
    """Return colours of Markdown that can be read on a light background, which is the screen's."""
    light = TextAreaTheme.get_builtin_theme("github_light")
    return TextAreaTheme("on-light", syntax_styles=dict(light.syntax_styles) if light else {})


_ON_LIGHT = _light_theme()


class NoteText(TextArea):
    """The text. While there is something to choose from, some keys choose."""

    def __init__(self) -> None:
        super().__init__(language="markdown", soft_wrap=True, compact=True, id="note-text")
        self.choices = LinkChoices(self.complete_link)

    def on_mount(self) -> None:
        """Take the colours of Markdown that fit the theme, and those of every theme after it."""
        self.register_theme(_ON_LIGHT)
        self.watch(self.app, "theme", self._fit_theme)

    def _fit_theme(self) -> None:
        self.theme = "css" if self.app.current_theme.dark else _ON_LIGHT.name

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Return whether a key is typed here, or chooses."""
        is_choice = self.choices.display and key in LinkChoices.KEYS
        return is_choice or super().check_consume_key(key, character)

    def on_key(self, event: events.Key) -> None:
        """Choose; any other key is typed."""
        if self.choices.display and self.choices.takes(event.key):
            event.stop()
            event.prevent_default()

    @property
    def before_cursor(self) -> str:
        """The cursor's line up to the cursor."""
        row, column = self.cursor_location
        return self.document.get_line(row)[:column]

    @property
    def link_at_cursor(self) -> Link | None:
        """The link that the cursor is in."""
        row, column = self.cursor_location
        return link_at(self.document.get_line(row), column)

    def complete_link(self, link: str) -> None:
        """Put a link in place of what was typed of it."""
        row, column = self.cursor_location
        start = self.before_cursor.rfind("[[")
        after = self.document.get_line(row)[column : column + 2]
        end = column + (2 if after == "]]" else 0)
        if start >= 0:
            edit = self.replace(link, (row, start), (row, end), maintain_selection_offset=False)
            self.move_cursor(edit.end_location)

    def put(self, text: str) -> None:
        """Replace the whole text; the cursor stays where it was in it."""
        start, end, new = changed_part(self.text, text)
        places = _location(self.text, start), _location(self.text, end)
        self.replace(new, *places, maintain_selection_offset=True)


class LinkChoices(OptionList, can_focus=False):
    """The papers that a link being typed may lead to."""

    #: The keys that move and choose here.
    KEYS = ("up", "down", "enter", "tab")

    def __init__(self, pick: Callable[[str], None]) -> None:
        super().__init__(id="note-choices")
        self._pick_link = pick
        self._suggestions: Sequence[Suggestion] = ()
        self.display = False

    def show(self, suggestions: Sequence[Suggestion]) -> None:
        """Offer something, or nothing any more."""
        self._suggestions = suggestions
        self.clear_options()
        self.add_options(Content(printable(one.title)) for one in suggestions)
        self.display = bool(suggestions)
        self.highlighted = 0 if suggestions else None

    def takes(self, key: str) -> bool:
        """Take a key if it moves or chooses here; return whether it did."""
        if key in ("up", "down"):
            (self.action_cursor_up if key == "up" else self.action_cursor_down)()
        elif key in ("enter", "tab") and self.highlighted is not None:
            self._pick(self.highlighted)
        else:
            return False
        return True

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """One was clicked."""
        event.stop()
        self._pick(event.option_index)

    def _pick(self, index: int) -> None:
        link = self._suggestions[index].link
        self.show(())
        self._pick_link(link)


class NoteEditor(Vertical):
    """Edits one paper's note at a time and has it saved.

    ``save`` is called a moment after the last key, and at once whenever the editor
    is left; not by a message, which could come too late when the program is left
    as well. Once the text is written, :meth:`saved` is called. What becomes of the
    note elsewhere is brought into the text by :meth:`library_holds`.
    """

    #: Seconds without a key after which the text is saved, and those after which it is anyway.
    PAUSE: ClassVar[float] = 0.6
    LONGEST: ClassVar[float] = 5.0
    #: Seconds after which the preview follows.
    PREVIEW: ClassVar[float] = 0.2
    #: Cells from which on the preview stands beside the text.
    BESIDE: ClassVar[int] = 72

    def __init__(self, save: Save, suggest: Suggest, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._save_text = save
        self._suggest = suggest
        self.area = NoteText()
        self.draft: Draft | None = None
        self._paper_title = ""
        #: What need not be saved, and what the library holds or is about to: they differ only
        #: while a new note is the template and nothing else.
        self._baseline = self._held = ""
        self._delayed: dict[str, Timer] = {}
        self._preview: NotePreview | None = None
        self._link_begun: str | None = None

    def compose(self) -> ComposeResult:
        """Hold the heading, the text, and below it the links to choose from."""
        yield Static(id="note-heading", markup=False)
        with Container(id="note-body"), Vertical(id="note-area"):
            yield self.area
            yield self.area.choices

    def open(self, paper_id: int, title: str, text: str, beginning: str = "") -> None:
        """Begin to edit a note; one that is empty has a ``beginning``."""
        self.draft, self._paper_title = Draft(paper_id, text), title
        self._held = without_controls(text)
        with self.prevent(TextArea.Changed):
            self.area.load_text(self._held or without_controls(beginning))
        self._baseline = self.area.text
        self.area.move_cursor(self.area.document.end)
        self.display = True
        self._say("")
        self._update_preview()

    def begin_typing(self) -> None:
        """Give the keys to the text; a preview that covers it is closed."""
        if not self.has_class("-beside"):
            self.remove_class("-preview")
        self.fit()
        self.screen.set_focus(self.area)
        self.fit()

    @property
    def paper_id(self) -> int | None:
        """The paper whose note is being edited."""
        return self.draft.paper_id if self.draft else None

    @property
    def unsaved(self) -> tuple[Draft, str] | None:
        """The note and its text, if that is not saved yet."""
        if self.draft and self.area.text != self._baseline:
            return self.draft, self.area.text
        return None

    def close(self) -> None:
        """Save and leave."""
        self.save()
        self.leave_choices()
        self.draft = None
        self.display = False

    def save(self) -> None:
        """Have the text saved if it is not what was saved last."""
        self._stop("pause", "longest")
        if unsaved := self.unsaved:
            self._baseline = self._held = unsaved[1]
            self._say("saving…")
            self._save_text(*unsaved)

    def saved(self, event: NoteSaved) -> None:
        """A text that was sent is in the library, perhaps with what was written elsewhere."""
        draft = self.draft
        if draft is None or draft is not event.draft or draft.pending:
            return
        if "pause" not in self._delayed:
            self._say("saved")
        if event.merged:
            self._take_in(event.text)

    def failed(self, draft: Draft) -> None:
        """A text that was sent could not be written: it will be with the next one."""
        if self.draft is draft:
            self._baseline = self._held = without_controls(draft.base)
            self._say("not saved")

    def library_holds(self, note: str) -> None:
        """Take in what became of the note elsewhere, unless texts sent are not written yet."""
        if self.draft and not self.draft.pending and without_controls(note) != self._held:
            self._take_in(note)

    def put(self, text: str) -> None:
        """Give the note another text and have it saved."""
        self.area.put(text)
        self.save()

    def _take_in(self, note: str) -> None:
        theirs, text = without_controls(note), self.area.text
        is_untouched = text == self._baseline
        merged = theirs if is_untouched else merge_note_texts(self._held, text, theirs).text
        if self.draft:
            self.draft.base = note
        self._baseline = self._held = theirs
        self.area.put(merged)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save once there is a pause. Loading a text is no change: it equals the baseline."""
        event.stop()
        self._look_for_link()
        self._update_preview()
        if self.unsaved is None:
            return
        self._say("…")
        self._stop("pause")
        self._delayed["pause"] = self.set_timer(self.PAUSE, self.save)
        if "longest" not in self._delayed:
            self._delayed["longest"] = self.set_timer(self.LONGEST, self.save)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Save when the focus goes elsewhere, be it another window."""
        self.save()

    def on_text_area_selection_changed(self) -> None:
        """The cursor moved, perhaps into what is typed of a link, or out of it."""
        self._look_for_link()

    def _look_for_link(self) -> None:
        begun = link_begun(self.area.before_cursor)
        if begun == self._link_begun:
            return
        self._link_begun = begun
        if begun and begun.strip():
            self.run_worker(self._offer(begun), group="suggestions", exclusive=True)
        else:
            self.area.choices.show(())

    async def _offer(self, begun: str) -> None:
        suggestions = await self._suggest(begun, self.paper_id or 0)
        if begun == self._link_begun:
            self.area.choices.show(suggestions)

    def leave_choices(self) -> bool:
        """Offer nothing any more; return whether something was offered."""
        was_open = self.area.choices.display
        self.area.choices.show(())
        return was_open

    async def toggle_preview(self) -> None:
        """Show the note as it reads, beside the text or over it; or no longer."""
        from readlist.tui.widgets.note_preview import NotePreview  # Markdown takes long to import

        if self._preview is None:
            self._preview = NotePreview()
            await self.query_one("#note-body").mount(self._preview)
        self.toggle_class("-preview")
        self.fit()
        await self._show_preview()

    def fit(self) -> None:
        """Show text, preview or both, as there is room, and give the keys to what is shown.

        In this order: where nothing that is shown has the keys, letters are commands.
        """
        is_beside = self.size.width >= self.BESIDE
        self.set_class(is_beside, "-beside")
        if self._preview is None:
            return
        is_shown = self.has_class("-preview")
        is_over = is_shown and not is_beside
        had_keys = self.has_focus_within
        text = self.query_one("#note-area")
        for part, is_seen in ((self._preview, is_shown), (text, not is_over)):
            part.display = part.display or is_seen
        if had_keys:
            self.screen.set_focus(self._preview if is_over else self.area)
        self._preview.display, text.display = is_shown, not is_over

    def on_resize(self) -> None:
        """Use the room there is."""
        self.fit()

    def _update_preview(self) -> None:
        if self._preview and self.has_class("-preview"):
            self._stop("preview")
            self._delayed["preview"] = self.set_timer(self.PREVIEW, self._show_preview)

    async def _show_preview(self) -> None:
        self._stop("preview")
        if self._preview and self.has_class("-preview"):
            await self._preview.show(self.area.text)

    def _stop(self, *names: str) -> None:
        for name in names:
            if timer := self._delayed.pop(name, None):
                timer.stop()

    def _say(self, state: str) -> None:
        prefix = f"Note · {state} · " if state else "Note · "
        self.query_one("#note-heading", Static).update(prefix + printable(self._paper_title))


def changed_part(before: str, after: str) -> tuple[int, int, str]:
    """Return the one part of ``before`` to replace, from where to where, and by what."""
    limit = min(len(before), len(after))
    start = next((at for at in range(limit) if before[at] != after[at]), limit)
    rest = limit - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return start, len(before) - end, after[start : len(after) - end]


def _location(text: str, place: int) -> tuple[int, int]:
    """Return the line and the column of a place in a text."""
    return text.count("\n", 0, place), place - (text.rfind("\n", 0, place) + 1)
