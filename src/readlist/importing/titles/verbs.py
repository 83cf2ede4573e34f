"""English verbs as they stand in abstracts, and their endings."""

from functools import lru_cache

from readlist.importing.titles.word_set import word_set

# Verbs that are hardly ever nouns: wherever they stand in a sentence, they are its verb.
VERBS_ONLY = word_set(
    """
    accelerate accept accommodate accompany accomplish achieve acquire adapt add adhere adjust
    adopt affect aggregate agree allocate allow alter analyse analyze appear apply approximate
    argue arise arrive ask assess assign assist associate assume attain augment avoid become
    begin behave believe belong bring broaden build calculate carry categorize characterise
    characterize choose circumvent clarify classify combine come compare compete comprise
    compute conclude conduct confirm connect consider consist constitute construct consume
    contain continue contribute converge convert cope create curate decide decompose decouple
    deduce define degrade deliver demonstrate denote depend depict deploy derive describe
    deserve detect determine develop devise differ differentiate discard discover discuss
    distinguish distribute diverge draw eliminate embed emerge emphasize employ enable encode
    encompass encounter encourage enforce engage enhance enjoy enlarge ensure entail enter
    enumerate establish evaluate evolve examine exceed exhibit exist expand expect explain
    explore expose express extend extract facilitate fail fall favor favour find follow forget
    formalise formalize formulate foster gather generalise generalize generate get give govern
    grow happen hinder hold identify ignore illustrate imitate impede implement imply impose
    improve include incorporate incur indicate induce infer inform inherit initialize inject
    insert inspire integrate interact interpret introduce investigate involve isolate join keep
    know lag learn leave lend let leverage lie locate lose maintain make manage manipulate
    maximise maximize meet merge migrate minimise minimize mitigate modify motivate navigate
    neglect observe obtain occur omit operate optimise optimize outperform overcome overlook
    participate pay perform persist pose possess precede predict prefer preserve prevent proceed
    produce prohibit promote propagate propose protect prove provide publish pursue quantify
    raise randomise randomize read realise realize receive recognise recognize recommend
    reconcile reconstruct recover rectify reduce refer refine reflect reformulate refuse relate
    rely remain remove render reorder replace replicate represent reproduce require resemble
    resolve respond restrict retain retrieve reveal revisit satisfy say see seek seem select
    send serve shed shorten show simplify simulate solve speak specify strengthen strive
    struggle suffer suggest suit summarise summarize suppress surpass sustain tackle take tell
    tend transcend translate transmit treat try undergo undermine understand undertake unify
    unveil utilise utilize validate vary verify want widen withstand write yield
    """
)

# Words that are verbs in one place and nouns in the next.
VERBS_OR_NOUNS = word_set(
    """
    access account address aid aim answer approach attack attempt balance benefit bias bind
    block boost bound branch break call capture cast cause challenge change check claim close
    cluster collect complete compromise concern conflict contact contrast control correct cost
    count couple cover cut damage deal decline decode decrease delay demand design detail
    display divide drift drive drop end estimate exchange exercise experience experiment exploit
    face feature feed fill fit fix flow focus fold force forecast form function gain grant group
    guarantee guess guide handle help hint impact import increase influence interest issue judge
    jump label lack land last lead leak lift limit link list look loop map mark mask match
    matter mean measure mix model monitor move name need note offer order outline output own
    pair parse pass permit place plan plant play point pool present press price probe process
    profile program project prompt prune query question queue quote range rank rate reach reason
    recall record register regulate release report request rescue research reserve reset rest
    result return reward rise risk rotate round route run sample save scale scan schedule score
    search sense separate set shape share shift ship sign signal sleep slow sort split spread
    stand start state stay stem step stop store stress stretch study succeed supply support
    survey switch talk target test touch trace track trade train transfer transform transport
    travel trigger tune turn update use value view visit vote wait walk warn waste watch weigh
    weight win work worry
    """
)

# Past forms that no noun shares.
_PAST = word_set(
    """
    became began broke brought chose drew drove fell gave grew held kept knew left lost made
    paid rose sold sought spent spoke stood told took went were wrote
    """
)

# Participles without -ed, which can qualify a noun before or behind it.
IRREGULAR_PARTICIPLES = word_set(
    """
    bought broken built chosen drawn driven found given grown held hidden kept known learnt led
    left lost made paid seen shown sold spent spoken taken taught trained woken written
    """
)

# What a method is not for: "to achieve", "that needs", "which allows".
UNHELPFUL = word_set(
    """
    achieve aid aim allow appear avoid be become belong benefit circumvent combine come comprise
    consist contain contribute cope deal depend employ enable ensure exceed exhibit exist
    facilitate fail fill give have help hold include incorporate involve keep know lack lead
    leverage make mean need obtain occur offer outperform overcome perform permit play possess
    prefer provide reach rely remain remedy require result seek seem serve show suffer surpass
    take tend use utilise utilize want yield
    """
)

_VOWELS = "aeiou"


@lru_cache(maxsize=8192)
def is_verb_only(word: str) -> bool:
    """Whether ``word``, in lower case, is a finite form of a verb and of nothing else."""
    return word in VERBS_ONLY or word in _PAST or third_person_of(word) in VERBS_ONLY


@lru_cache(maxsize=8192)
def may_be_verb(word: str) -> bool:
    """Whether ``word``, in lower case, is a finite form that may also be a noun."""
    return word in VERBS_OR_NOUNS or third_person_of(word) in VERBS_OR_NOUNS


def third_person_of(word: str) -> str:
    """Return the verb whose third person ``word`` is, or nothing when it is of no known verb."""
    if not word.endswith("s"):
        return ""
    stems = [word[:-1], word.removesuffix("es"), word.removesuffix("ies") + "y"]
    return next((stem for stem in stems if stem in VERBS_ONLY or stem in VERBS_OR_NOUNS), "")


def verb_of_gerund(word: str) -> str:
    """Return the verb whose form in -ing ``word`` may be: "making" is of "make"."""
    stem = word.removesuffix("ing")
    return stem + "e" if stem + "e" in UNHELPFUL else stem


def gerund(verb: str) -> str:
    """Return the form in -ing of the base form ``verb``: "predict", "make", "plan", "tie"."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return verb + (verb[-1] if _doubles(verb) else "") + "ing"


def _doubles(verb: str) -> bool:
    """Whether ``verb`` is one stressed syllable with a short vowel: "map", "split", not "avoid"."""
    if len(verb) < 3 or verb[-1] in _VOWELS + "wxy" or verb[-2] not in _VOWELS:
        return False
    one_syllable = sum(letter in _VOWELS for letter in verb) == 1
    stressed = one_syllable or verb.endswith(("fer", "mit", "cur", "pel"))
    return stressed and verb[-3] not in _VOWELS
