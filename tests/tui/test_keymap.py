"""Keys that a person sets, and what is said of those that cannot be."""

import string

import pytest

from readlist.tui.actions import ACTIONS
from readlist.tui.keymap import ChosenKeys, Keymap, key_name


def _keys(wishes: ChosenKeys) -> dict[str, tuple[str, ...]]:
    return {action.id: action.keys for action in Keymap.from_settings(wishes).actions}


def test_without_wishes_the_table() -> None:
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
    wishes = {"file.done": ("t",), "file.to-read": ("d",)}
    assert Keymap.from_settings(wishes).problems == ()
    assert _keys(wishes)["file.done"] == ("t",)


@pytest.mark.parametrize(
    ("wishes", "said"),
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
def test_what_cannot_be_is_told_and_the_rest_works(wishes: ChosenKeys, said: str) -> None:
    made = Keymap.from_settings({**wishes, "tag": ("f8",)})
    [problem] = made.problems
    assert said in problem
    assert made.changed["tag"] == "f8"
    keys = [(action.where, key) for action in made.actions for key in action.keys]
    assert len(keys) == len(set(keys))


def test_a_wish_left_out_frees_nobody_elses_key() -> None:
    made = Keymap.from_settings({"file.done": ("t",), "star": ("d",), "file.to-read": ("s", "d")})
    keys = [(action.where, key) for action in made.actions for key in action.keys]
    assert made.problems
    assert len(keys) == len(set(keys))


def test_texts_name_the_keys_there_are() -> None:
    assert Keymap.from_settings({"undo": ("U",)}).hint("{undo} undoes it, {view.7} shows all") == (
        "U undoes it, 7 shows all"
    )
