import pytest

from readlist.importing.titles import derive_title
from readlist.importing.titles.cues import Cues
from readlist.importing.titles.names import find_name
from readlist.importing.titles.phrases import Phrase, Role, find_clauses, find_phrases
from readlist.importing.titles.rewriting import PlainText, definitions
from readlist.importing.titles.salience import Promise
from readlist.importing.titles.tagging import looks_adjectival, tag, third_person_of
from readlist.importing.titles.tokens import tokenize
from readlist.importing.titles.vocabulary import content_stems


def tag_of(word: str, text: str) -> str:
    tokens = tokenize(text)
    return tag(tokens)[tokens.words.index(word)]


def found_in(text: str, name: str | None = None) -> dict[str, Phrase]:
    source = tokenize(text)
    defined = definitions(source)
    plain = PlainText(source, defined, find_name(source, defined) if name is None else name)
    tags = tag(plain.text, plain.own)
    stems = [*map(content_stems, plain.text.lower)]
    certain = Promise(stems, {stem: 1.0 for parts in stems for stem in parts}, ())
    found = find_phrases(plain, tags, Cues(plain.text), certain)
    return {" ".join(plain.text.words[one.start : one.last + 1]): one for one in found}


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("arrive", "Otters arrive at dusk."),
        ("queue", "Behind the weir boats slowly queue in rows."),
        ("guesses", "The sluice guesses the level of rivers."),
        ("gates", "It gates the flow."),
        ("sold", "Mills of the valley sold hours on wheels."),
        ("predicts", "One gauge predicts floods."),
        ("measure", "We then measure depth."),
        ("kept", "Millers in towns kept the gates shut."),
        ("open", "Keepers can open gates."),
        ("stops", "The wheel turns and stops the mill."),
        ("studies", "This paper studies weirs."),
        ("focus", "Old models focus on weirs."),
        ("growing", "The basin is growing in size."),
    ],
)
def test_a_finite_verb_is_told_from_a_noun(word: str, text: str) -> None:
    assert tag_of(word, text) == "V"


@pytest.mark.parametrize(
    ("word", "text", "expected"),
    [
        ("guesses", "We compare the guesses of keepers.", "N"),
        ("detection", "We improve leaks detection in weirs.", "N"),
        ("gates", "We show that gates have rust.", "N"),
        ("model", "We propose a river model that floods.", "N"),
        ("levels", "We study water levels in basins.", "N"),
        ("removal", "We study the removal of weirs.", "N"),
        ("unknown", "We map the unknown in caves.", "X"),
        ("local", "We study local floods.", "J"),
        ("optimal", "It is optimal for rivers.", "X"),
        ("trained", "We use trained keepers.", "J"),
        ("drawn", "We keep maps drawn by keepers.", "E"),
        ("using", "We keep maps using wheels.", "P"),
        ("forecasting", "We study flood forecasting.", "G"),
        ("to", "We went to basins.", "P"),
        ("to", "We want to predict floods.", "T"),
        ("that", "We build a model that predicts floods.", "H"),
        ("predicts", "We build a model that predicts floods.", "B"),
        ("that", "We see that floods come.", "W"),
        ("140", "We keep 140 gauges.", "A"),
        ("3D", "We draw 3D maps.", "N"),
        ("2019", "We saw Storm 2019.", "N"),
        ("highly", "We use highly correlated gauges.", "R"),
        ("slowly", "Rivers flow slowly in May.", "X"),
        ("river's", "We read the river's depth.", "J"),
        (",", "We build fast, scalable and open weirs.", "J"),
    ],
)
def test_parts_of_speech(word: str, text: str, expected: str) -> None:
    assert tag_of(word, text) == expected


def test_what_words_look_like() -> None:
    assert [looks_adjectival(word) for word in ("rain-based", "signal")] == [True, False]
    assert [third_person_of(word) for word in ("applies", "passes", "basis")] == [
        "apply",
        "pass",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We build a gauge to predict floods.", "gauge to predict floods"),
        ("We build a planner that opens the gates.", "planner that opens the gates"),
        ("We build a model which can plan dams.", "model which can plan dams"),
        ("We build fast, scalable and open weirs.", "fast , scalable and open weirs"),
        ("We keep maps drawn by the keepers of mills.", "maps drawn by the keepers of mills"),
        ("We study a link between rain and floods.", "link between rain and floods"),
        ("We propose a simple yet effective flood model.", "flood model"),
        ("We apply ridge regression to river basins.", "ridge regression"),
        ("We learn by reading flood maps.", "flood maps"),
        ("We map otters, weirs, and mills of brooks.", "otters , weirs , and mills of brooks"),
        ("We try a model capable of reading maps.", "model capable of reading maps"),
        ("We try a lock that first opens gates.", "lock that first opens gates"),
        ("We build a wheel that is able to turn mills.", "wheel that is able to turn mills"),
    ],
)
def test_a_phrase_is_found(text: str, phrase: str) -> None:
    assert phrase in found_in(text)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("We map old weirs to river basins.", "old weirs to river basins"),
        ("We study a link between rain and floods.", "link between rain"),
        ("We study the depth of wide rivers.", "wide"),
        ("Otters reach the brook at dusk and rain swells it.", "dusk and rain"),
        ("We learn from small maps of our rivers.", "small maps of our rivers"),
        ("We name three kinds, slow brooks, wide brooks, and weirs.", "slow brooks"),
    ],
)
def test_no_phrase_is_torn_or_runs_into_another(text: str, phrase: str) -> None:
    assert phrase not in found_in(text)


def test_phrases_hold_no_finite_verbs_and_end_in_nouns() -> None:
    found = found_in("We propose a fast model of floods that learns the depth of rivers to warn.")
    assert {"fast model of floods", "depth of rivers"} <= set(found)
    for phrase in found:
        assert not phrase.endswith((" of", " to", " the", " that", " learns"))
        assert not {"propose", "we"} & set(phrase.lower().split())


@pytest.mark.parametrize(
    ("text", "name", "phrase", "role"),
    [
        ("We use Heron, a warning system for floods.", "Heron", "warning system", Role.KIND),
        ("We try a small brook model called Heron.", "Heron", "small brook model", Role.KIND),
        ("We try a small brook model (Heron).", "Heron", "small brook model", Role.KIND),
        ("We try a small brook model Heron.", "Heron", "small brook model", Role.KIND),
        ("Heron is a flood alarm.", "Heron", "flood alarm", Role.KIND),
        ("We study the depth of brooks.", "", "depth of brooks", Role.STUDIED),
        ("We study the problem of brook floods.", "", "brook floods", Role.STUDIED),
        ("We show that brook floods rise.", "", "brook floods", Role.STUDIED),
        ("We propose a brook model.", "", "brook model", Role.PROPOSED),
        ("We have proposed a brook model.", "", "brook model", Role.PROPOSED),
        ("We propose a simple yet fast brook model.", "", "fast brook model", Role.PROPOSED),
        ("We propose to widen brook floods.", "", "brook floods", Role.PROPOSED),
        ("We solve this by reading flood maps.", "", "reading flood maps", Role.PROPOSED),
        ("We carry out old brook tours.", "", "old brook tours", Role.STUDIED),
        ("We are interested in brook floods.", "", "brook floods", Role.STUDIED),
        ("We find brook floods slow wheels.", "", "brook floods", Role.OTHER),
        ("We test a gate for brook floods (Heron).", "Heron", "brook floods", Role.OTHER),
        ("We test a gate for old Sluice Otters (SO).", "SO", "Sluice Otters", Role.KIND),
        ("A brook model is proposed.", "", "brook model", Role.PROPOSED),
        ("We try Heron. We propose a brook map.", "Heron", "brook map", Role.OTHER),
        ("Old brook maps are wet. We study rain.", "", "Old brook maps", Role.OTHER),
    ],
)
def test_what_the_authors_make_of_a_phrase(text: str, name: str, phrase: str, role: Role) -> None:
    assert found_in(text, name)[phrase].role is role


def test_no_phrase_holds_the_name() -> None:
    found = found_in("We open old gates with Heron. Heron gates the flow of brooks.", "Heron")
    assert not [phrase for phrase in found if "Heron" in phrase]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("We show that weirs slow the flood.", ["weirs slow the flood"]),
        ("We ask how weirs slow the flood.", ["how weirs slow the flood"]),
        ("Weirs slow the flood, which is good.", ["Weirs slow the flood"]),
        ("Weirs slow our flood here.", []),
        ("They slow the flood of brooks.", []),
        ("The aim is a slow flood.", []),
        ("Recent weirs slow the flood.", []),
        (
            "We show that weirs move wet, old, and slow keepers.",
            ["weirs move wet , old , and slow keepers"],
        ),
        ("Weirs and mills and brooks.", []),
    ],
)
def test_clauses_that_can_stand_alone(text: str, clauses: list[str]) -> None:
    tokens = tokenize(text)
    found = find_clauses(tokens, tag(tokens), Cues(tokens))
    assert [" ".join(tokens.words[one.start : one.last + 1]) for one in found] == clauses


@pytest.mark.parametrize(
    ("abstract", "title"),
    [
        (
            "Dams fail when otters arrive at night. We present Ripple, a river level estimator "
            "that never sleeps: it keeps a few hundred readings of every dam.",
            "Ripple: A River Level Estimator",
        ),
        (
            "Brooks in mills lack maps. We propose a brook index called Otter, in which keepers "
            "sleep and are woken by floods. The brook index is small.",
            "Otter: A Brook Index",
        ),
        (
            "Millers fold sacks badly. We release Sackcloth, a benchmark of 1,140 sacks collected "
            "from 96 mills, each weighed in twelve states.",
            "Sackcloth: A Benchmark of 1,140 Sacks Collected from 96 Mills",
        ),
    ],
    ids=["present", "called", "release"],
)
def test_a_title_begins_with_what_has_the_name(abstract: str, title: str) -> None:
    assert derive_title(abstract).startswith(title)
