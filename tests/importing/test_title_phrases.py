import pytest

from readlist.importing.titles import derive_title
from readlist.importing.titles.endings import is_activity, is_adverb, looks_adjectival
from readlist.importing.titles.joining import join
from readlist.importing.titles.parts_of_speech import Part, parts_of_speech
from readlist.importing.titles.phrase import Phrase
from readlist.importing.titles.phrases import phrases
from readlist.importing.titles.purposes import with_purposes
from readlist.importing.titles.standing import Standing
from readlist.importing.titles.tokens import tokenize
from readlist.importing.titles.verbs import gerund


def part_of(word: str, text: str) -> Part:
    tokens = tokenize(text)
    return parts_of_speech(tokens)[[token.text for token in tokens].index(word)]


def found_in(text: str, name: str | None = None) -> dict[str, Phrase]:
    tokens = tokenize(text)
    tokens, parts = with_purposes(tokens, parts_of_speech(tokens))
    return {" ".join(one.words): one for one in phrases(tokens, parts, name)}


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("arrive", "Otters arrive at dusk."),
        ("queue", "Behind the weir boats slowly queue in rows."),
        ("guesses", "The sluice guesses the level of rivers."),
        ("guesses", "A sluice keeper guesses levels from marks."),
        ("gates", "It is a weir that gates the flow."),
        ("dredges", "We saw a barge that dredges river beds."),
        ("sold", "Mills of the valley sold hours on wheels."),
        ("predicts", "One gauge predicts floods."),
        ("measure", "We then measure depth."),
        ("kept", "Millers in towns kept the gates shut."),
        ("open", "Keepers can open gates."),
        ("stops", "The wheel turns and stops the mill."),
    ],
)
def test_a_finite_verb_is_told_from_a_noun(word: str, text: str) -> None:
    assert part_of(word, text) is Part.VERB


@pytest.mark.parametrize(
    ("word", "text", "part"),
    [
        ("guesses", "We compare the guesses of keepers.", Part.NOUN),
        ("detection", "We improve leaks detection in weirs.", Part.NOUN),
        ("gates", "We show that gates have rust.", Part.NOUN),
        ("model", "We propose a river model that floods.", Part.NOUN),
        ("levels", "We study water levels in basins.", Part.NOUN),
        ("removal", "We study the removal of weirs.", Part.NOUN),
        ("unknown", "We map the unknown in caves.", Part.NOUN),
        ("local", "We study local floods.", Part.ADJECTIVE),
        ("optimal", "It is optimal for rivers.", Part.BREAK),
        ("trained", "We use trained keepers.", Part.ADJECTIVE),
        ("drawn", "We keep maps drawn by keepers.", Part.PARTICIPLE),
        ("forecasting", "We study flood forecasting.", Part.GERUND),
        ("growing", "The basin is growing in size.", Part.BREAK),
        ("to", "We went to basins.", Part.PREPOSITION),
        ("to", "We want to predict floods.", Part.INFINITIVE),
        ("140", "We keep 140 gauges.", Part.SKIPPED),
        ("3D", "We draw 3D maps.", Part.NOUN),
        ("2019", "Storm 2019 was wet.", Part.NOUN),
        ("highly", "We use highly correlated gauges.", Part.ADVERB),
        ("slowly", "Rivers flow slowly in May.", Part.BREAK),
        ("river's", "We read the river's depth.", Part.ADJECTIVE),
        ("terms", "It wins in terms of depth.", Part.BREAK),
    ],
)
def test_parts_of_speech(word: str, text: str, part: Part) -> None:
    assert part_of(word, text) is part


def test_adjectives_in_a_row_stay_together() -> None:
    assert "fast scalable and open weirs" in found_in("We build fast, scalable and open weirs.")


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("predict", "predicting"),
        ("make", "making"),
        ("plan", "planning"),
        ("tie", "tying"),
        ("agree", "agreeing"),
        ("avoid", "avoiding"),
        ("infer", "inferring"),
        ("show", "showing"),
        ("recover", "recovering"),
    ],
)
def test_gerunds(verb: str, form: str) -> None:
    assert gerund(verb) == form


def test_endings() -> None:
    assert [is_adverb(word) for word in ("quickly", "anomaly", "fly")] == [True, False, False]
    assert [looks_adjectival(word) for word in ("rain-based", "signal")] == [True, False]
    assert [is_activity(word) for word in ("detection", "station")] == [True, False]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We build a gauge to predict floods.", "gauge for predicting floods"),
        ("We build a planner that opens the gates.", "planner for opening the gates"),
        ("We build a model which can plan dams.", "model for planning dams"),
    ],
)
def test_what_a_thing_does_is_what_it_is_for(text: str, phrase: str) -> None:
    assert phrase in found_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "We need the ability to predict floods.",
        "We build a model to achieve depth.",
        "We build a model that is wet.",
    ],
)
def test_not_everything_a_thing_does_is_a_purpose(text: str) -> None:
    assert not [phrase for phrase in found_in(text) if " for " in phrase]


def test_phrases_hold_no_verbs_and_end_in_nouns() -> None:
    found = found_in("We propose a fast model of floods that learns the depth of rivers to warn.")
    assert {"fast model of floods", "depth of rivers"} <= set(found)
    for phrase in found:
        assert not phrase.endswith((" of", " to", " the"))
        assert not {"learns", "propose", "that", "we", "warn"} & set(phrase.lower().split())


def test_clauses_are_not_run_together() -> None:
    found = found_in("Otters arrive at dusk and rain swells the brook.")
    assert not [phrase for phrase in found if "dusk and" in phrase]


def test_what_belongs_to_the_verb_is_no_part_of_its_object() -> None:
    found = found_in("We apply ridge regression to river basins. We map the way from dam to dam.")
    assert "ridge regression" in found
    assert "ridge regression to river basins" not in found


def test_counts_and_pointing_words_are_left_out() -> None:
    found = found_in("We propose a corpus of 1,140 gauge readings of their rivers.")
    assert "corpus of gauge readings of rivers" in found


@pytest.mark.parametrize(
    ("text", "name", "phrase", "standing"),
    [
        ("We use Heron, a warning system for floods.", "Heron", "warning system", Standing.KIND),
        ("We try a small brook model called Heron.", "Heron", "small brook model", Standing.KIND),
        ("We try a small brook model (Heron).", "Heron", "small brook model", Standing.KIND),
        ("We study the depth of brooks.", None, "depth of brooks", Standing.PROPOSED),
        ("We study the problem of brook floods.", None, "brook floods", Standing.PROPOSED),
        ("Old brook maps are wet. We study rain.", None, "Old brook maps", Standing.OTHER),
    ],
)
def test_standing(text: str, name: str | None, phrase: str, standing: Standing) -> None:
    assert found_in(text, name)[phrase].standing is standing


def test_no_phrase_holds_the_name() -> None:
    found = found_in("We open old gates with Heron. Heron gates the flow of brooks.", "Heron")
    assert "flow of brooks" in found
    assert not [phrase for phrase in found if "Heron" in phrase]


@pytest.mark.parametrize(
    ("one", "two", "title"),
    [
        ("brook model", "flood detection", "a brook model for flood detection"),
        ("flood detection", "mountain brooks", "flood detection in mountain brooks"),
        ("mountain brooks", "flood detection", "flood detection in mountain brooks"),
        ("flood detection", "dam control", "flood detection for dam control"),
        ("brook model", "opening the gates", "a brook model for opening the gates"),
        ("mountain brooks", "opening the gates", None),
        ("mountain brooks", "old maps", None),
    ],
)
def test_joining(one: str, two: str, title: str | None) -> None:
    found = found_in(
        "Old maps rot. We try a brook model. Flood detection is slow in mountain brooks. "
        "Dam control is dear. We win, opening the gates."
    )
    found = {" ".join(phrase.words).lower(): phrase for phrase in found.values()}
    joined = join(found[one], found[two])
    assert (joined and " ".join(joined).lower()) == title


@pytest.mark.parametrize(
    ("abstract", "title"),
    [
        (
            "Dams fail when otters arrive at night. We present Ripple, a level estimator that "
            "never sleeps: it keeps a few hundred readings of every dam.",
            "Ripple: A Level Estimator",
        ),
        (
            "Brooks in mills lack maps. We propose an index called Otter, in which keepers sleep "
            "and are woken by floods. The brook index is small.",
            "Otter: An Index",
        ),
        (
            "Millers fold sacks badly. We release Sackcloth, a benchmark of 1,140 sacks collected "
            "from 96 mills, each weighed in twelve states.",
            "Sackcloth: A Benchmark of Sacks Collected from Mills",
        ),
    ],
    ids=["present", "called", "release"],
)
def test_a_title_begins_with_what_has_the_name(abstract: str, title: str) -> None:
    assert derive_title(abstract).startswith(title)
