"""Keys that a person sets, and what is said of those that cannot be."""

import string

import pytest

from readlist.tui.actions import ACTIONS
from readlist.tui.keymap import ChosenKeys, Keymap, key_name


def _keys(chosen: ChosenKeys) -> dict[str, tuple[str, ...]]:
    return {action.id: action.keys for action in Keymap.from_settings(chosen).actions}


def test_without_chosen_keys_the_table() -> None:
    assert (
        Keymap.from_settings({}).actions,
        Keymap.from_settings({}).changed,
        Keymap.from_settings({}).problems,
    ) == (ACTIONS, {}, ())


def test_keys_are_known_as_people_write_them() -> None:
    made = Keymap.from_settings(
        {"star": ("&", "ctrl-y"), "help": ("F1".lower(), "?"), "search": (",",)}
    )
    assert made.problems == ()
    assert made.changed == {
        "star": "ampersand,ctrl+y",
        "help": "f1,question_mark",
        "search": "comma",
    }


@pytest.mark.parametrize("key", string.punctuation + "fFéж3")
def test_every_character_is_a_key_and_shown_as_it_is(key: str) -> None:
    free = [one.id for one in ACTIONS if key in map(key_name, one.keys)]
    made = Keymap.from_settings({(free or ["star"])[0]: (key,)})
    assert made.problems == ()
    [name] = made.changed.values()
    assert key_name(name) == key


def test_two_actions_can_change_places() -> None:
    chosen = {"file.done": ("t",), "file.to-read": ("d",)}
    assert Keymap.from_settings(chosen).problems == ()
    assert _keys(chosen)["file.done"] == ("t",)


@pytest.mark.parametrize(
    ("chosen", "problem"),
    [
        ({"stra": ("f",)}, "no such action: stra; did you mean star?"),
        ({"star": ("ctlr+f",)}, "star: no such key: ctlr+f"),
        ({"star": ("starkey",)}, "star: no such key: starkey"),
        ({"star": ("d",)}, "star keeps its own keys: d is file.done's"),
        ({"star": ("ctrl+q",)}, "star keeps its own keys: ctrl-q is leave anywhere's"),
        ({"star": ("f9",), "note": ("f9",)}, "f9 is star's"),
        ({"back": ("b",)}, "back works while typing"),
    ],
)
def test_what_cannot_be_is_a_problem_and_the_rest_works(chosen: ChosenKeys, problem: str) -> None:
    made = Keymap.from_settings({**chosen, "tag": ("f8",)})
    [told] = made.problems
    assert problem in told
    assert made.changed["tag"] == "f8"
    keys = [(action.where, key) for action in made.actions for key in action.keys]
    assert len(keys) == len(set(keys))


def test_a_key_left_out_frees_nobody_elses_key() -> None:
    made = Keymap.from_settings({"file.done": ("t",), "star": ("d",), "file.to-read": ("s", "d")})
    keys = [(action.where, key) for action in made.actions for key in action.keys]
    assert made.problems
    assert len(keys) == len(set(keys))


def test_texts_name_the_keys_there_are() -> None:
    assert Keymap.from_settings({"undo": ("U",)}).hint("{undo} undoes it, {view.7} shows all") == (
        "U undoes it, 7 shows all"
    )


def test_what_names_no_action_stays_in_braces() -> None:
    assert Keymap().hint("{tide} {undo}") == "{tide} u"


def test_hints_of_a_screen_run_what_fits_there() -> None:
    hints = Keymap.from_settings({"open": ("f2",)}).screen_hints(
        {"open": "pick", "file.done": "file('done')"}, {"open": "open it", "file.done": "done"}
    )
    assert [(one.key, one.label, one.run, one.colour) for one in hints] == [
        ("f2", "open it", "pick", "accent"),
        ("d", "done", "file('done')", "success"),
    ]


def test_hints_while_typing() -> None:
    assert Keymap().typing_hints("note")[0].label == "leave the note; it is saved"
    assert Keymap().main_hints()[-1].key == "?"
