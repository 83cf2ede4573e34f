"""The lists of words behind a derived title: function words and the talk of abstracts."""

from readlist.importing.titles.word_set import word_set

# English function words.
STOPWORDS = word_set(
    """
    a about above across after again against all almost along already also although always am
    among an and another any are aren't around as at be became because become becomes been
    before behind being below beneath best between both but by can cannot concerning could
    despite did do does doing done down due during each either else enough etc even ever every
    few finally first for from further furthermore get gets give given gives had has have having
    he hence her here herself him himself his how however i if in indeed instead into is isn't
    it its itself just least less like made mainly make makes many may me might more moreover
    most mostly much must my namely neither never nevertheless next no non nonetheless nor not
    now of off often on once one ones only onto or other others otherwise our ours out over own
    per perhaps plus quite rather really regarding regardless s same say says second secondly
    see seem seen several shall she should since so some still such t than that the their theirs
    them themselves then there thereby therefore these they third this those though three
    through throughout thus to together too toward towards two under until up upon us usually
    various versus very via was we well were what when where whereas whereby whether which while
    who whom whose why will with within without would yet you your
    """
)

# Words that abstracts of every field use to talk about themselves; titles seldom hold them.
GENERIC = word_set(
    """
    ability able abstract accordingly achieve achieved achieves achieving additional
    additionally address addressed addresses addressing advance advancement advancements
    advances advantage advantages aforementioned aim aimed aiming aims allow allowing allows
    amount analyse analyze analyzed applied apply applying approach approaches appropriate area
    areas argue aspect aspects assess author authors available average aware based baseline
    baselines behavior behaviour believe benefit benefits better bring brings broad broader
    called capabilities capability capable capture captures capturing carry case cases cause
    causes certain challenge challenges challenging claim clear closely code codes combine
    combined combines combining common commonly compare compared comparing comparison
    competitive complete completely component components comprehensive conduct conducted confirm
    consequently consider considerable considerably considered considering consist consisting
    consists construct contain contains context contribute contribution contributions
    conventional correspond corresponding cost costs critical crucial current currently deal
    demonstrate demonstrated demonstrates demonstrating denote depend depending derive derived
    describe described describes design designed despite detail detailed details determine
    develop developed developing development developments differ difference different difficult
    difficulty directly discuss discussed discusses distinct diverse domain drawback easily easy
    effect effective effectively effectiveness efficacy effort efforts emerge emerged emerging
    empirical empirically employ employed employing employs enable enabled enables enabling
    encourage enhance enhanced enhances enhancing ensure ensures ensuring entire especially
    essential establish established evaluate evaluated evaluating evaluation evaluations
    evidence examine examined example examples exceed excellent exhibit exhibits exist existing
    exists experiment experimental experimentally experiments explain exploit exploits explore
    explored explores extend extended extends extensive extensively extent extra facilitate
    facilitates fact fail fails feature field fields final find finding findings finds focus
    focused focuses focusing follow following follows form formulate found foundation fully
    function fundamental furthermore future gain gained gains gap general generally generate
    generated goal goals good great greater greatly growing hand handle help helps high higher
    highest highlight highlights highly hold huge idea identified identify impact impede
    implement implementation implementations implemented implications imply importance important
    importantly impressive improve improved improvement improvements improves improving include
    included includes including incorporate incorporates incorporating increase increased
    increases increasing increasingly indicate indicates influence inherent innovative insight
    insights inspire inspired integrate integrated integrates integrating interest interesting
    introduce introduced introduces introducing investigate investigated investigates involve
    involves involving issue issues kept key kind known lack large largely larger last lead
    leading leads led leverage leverages leveraging limit limitation limitations limited limits
    literature little long low lower main maintain maintaining maintains major make making
    manner match mean means meanwhile measure method methodology methods mitigate mitigating
    moderate modern motivated motivation name named natural nature near nearly necessary need
    needed needs new notable notably note novel number numbers numerous objective observation
    observations observe observed obtain obtained obtaining obtains occur offer offering offers
    open opportunities order original outperform outperformed outperforming outperforms overall
    overcome overcomes overlook paper papers paradigm part particular particularly past perform
    performance performances performed performing performs phenomenon place plays point popular
    pose poses position possible potential potentially powerful practical practice practices
    precisely present presented presenting presents preserve preserving previous previously
    primarily primary principle prior problem problems procedure process produce produced
    produces producing progress project promising proper properties property propose proposed
    proposes proposing prospect prove proved proven provide provided provides providing publicly
    purpose quality question questions quickly range rapid rapidly rate reach real real-world
    reason recent recently reduce reduced reduces reducing reduction regard relate related
    relatively released relevant reliance relies rely relying remain remaining remains
    remarkable report reported reports represent required requirement requirements requires
    requiring research researchers respect respectively rest result resulted resulting results
    retain reveal reveals review role run satisfactory scenario scenarios scheme scope section
    seek seeks serve serves set sets setting settings severe show showed showing shown shows
    significance significant significantly similar simple simply simulations simultaneously
    single situation small smaller solution solutions solve solves solving sota source sources
    specific specifically state state-of-the-art states step steps straightforward strategy
    strength strengths strong studied studies study studying substantial substantially success
    successful successfully suffer suffers suggest suggests suitable superior superiority
    support supported supports surpass surpasses surpassing tackle tackling take taken takes
    taking task tasks technique techniques tend term termed terms test tested testing
    theoretical theoretically thorough tool total traditional traditionally treat trend true
    typical typically unclear understand understanding unexplored unfortunately unique unlike
    use used useful user-friendly uses using utility utilize utilized utilizes utilizing valid
    validate validated validation valuable value variety vary verify view way ways well-known
    whole wide widely widespread work works world year years yield yielded yields zero
    """
)

# Adjectives of praise and place that a title does without.
EMPTY = word_set(
    """
    certain challenging considerable corresponding current different diverse effective excellent
    existing first following important innovative main major multiple new novel numerous
    promising proposed recent respective several significant simple specific substantial various
    """
)

# Nouns that a phrase can lose from its end and still be a phrase.
HEADS = word_set(
    """
    algorithm algorithms approach approaches framework frameworks method methodology methods
    scheme schemes setting settings strategies strategy task tasks technique techniques
    """
)

ARTICLES = word_set("a an the")

# Words that point to a thing, which a title does without.
DETERMINERS = word_set(
    "all any both each every her his its my our such some their these this those your"
)

# Numbers that count things.
COUNTS = word_set("two three four five six seven eight nine ten eleven twelve")

# Prepositions that can join two phrases of a title.
PREPOSITIONS = word_set("against between by for from in of on through under using via with")

# A phrase may hold these inside, never at its ends.
LINKS = PREPOSITIONS | word_set(
    "across among and at beyond into onto or over to towards within without"
)
