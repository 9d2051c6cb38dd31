"""Closed lists of words that tell where a name stands: directions, kinds of place, prepositions and verbs."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


DIRECTIONS = frozenset(
    f"{first}{rest}"
    for first in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
                  "north-east", "north-west", "south-east", "south-west")
    for rest in ("", "ern", "ernmost")
)  # fmt: skip
PART_ADJECTIVES = DIRECTIONS | frozenset({"central", "downtown", "inner", "uptown", "lower", "upper", "rural"})
"""Adjectives that name a part of what follows: "eastern Aleppo"."""
PART_NAMES = frozenset(
    {"old city", "old town", "old quarter", "inner city", "city center", "city centre", "walled city"}
)
"""Parts that every city may have; without "of X" they belong to the city the article is about."""
SURROUNDINGS = frozenset({"outskirt", "suburb", "countryside", "vicinity", "edge", "fringe", "periphery", "outskirts"})
"""Nouns that with "of X" name what lies around X and are kept as the part: "the outskirts of Homs"."""
PART_NOUNS = SURROUNDINGS | DIRECTIONS | _words(
    """
    center centre heart quarter part area side interior coast shore border bank rim perimeter flank slope axis
    gate entrance street hill end point sector approach percent half third majority most rest swath swathe all
    middle corner water waters bottom road roads edge edges top land skies airspace heartland corridor pocket belt
    """
)  # fmt: skip
"""Nouns that with "of X" name a part of X."""
PLACE_NOUNS = _words(
    """
    city town village province governorate region district area neighborhood neighbourhood suburb state county
    country island peninsula camp capital enclave territory oblast prefecture republic municipality quarter
    settlement hamlet locality resort outpost kibbutz parish township commune department slum archipelago strip
    countryside sector front stronghold division canton zone
    """
)
"""Nouns that stand beside the name of a place without being part of it: "the town of X", "X province"."""
CAMP_KINDS = _words(
    """
    refugee displacement training army military detention concentration extermination death prison labor labour migrant
    internment holding tent transit mining logging fishing
    """
)
"""Nouns between a name and the noun that makes a place of it: "the Jabalia refugee camp"."""
SITE_KINDS = frozenset(
    {"border", "air", "gas", "oil", "power", "military", "thermal", "nuclear", "police", "train", "-"}
)
"""Words between a name and the noun that makes a site of it: "the Torkham border crossing"."""
NAME_PREFIXES = _words(
    """
    jabal jebel jabel tal tall tell kafr kafar khan wadi deir dayr umm beit bayt ras ain ayn bir hawsh khirbet
    khirbat mount lake fort camp port cape isle saint santa san villa nova novo novi krasny bab ras shahr qala
    qalat
    """
)
"""First words that only places' names have: "Jabal Afa'ii", "Kafr Hamra", "Lake Kivu"."""
TOWN_NOUNS = _words(
    """
    city town village province governorate region district neighborhood neighbourhood suburb state county island
    peninsula camp territory oblast prefecture municipality quarter parish township valley
    """
)
"""Nouns that end a place's own name: "Bama Town", "Borno State"."""
SITE_NOUNS = _words(
    """
    hospital airport airbase airfield base camp prison jail mosque church cathedral temple synagogue monastery
    school university college station bridge dam plant refinery square street road avenue highway boulevard
    hotel market bazaar mall stadium palace park port harbor harbour checkpoint crossing barracks cemetery
    factory field oilfield gasfield facility depot farm farms hill hills hilltop mountain mountains mount
    heights valley river lake desert tunnel tower junction roundabout compound headquarters island islands canal
    gorge forest beach bay gulf sea ocean strait pass clinic theater theatre warehouse mine shrine citadel
    castle fort fortress garrison terminal delta creek ridge restaurant house home office apartment building
    shop store cafe bar club nightclub residence embassy consulate hall laboratory courthouse doorstep
    orchard orchards plain plains quarry quarries complex project court ward spring springs park gardens garden
    estate museum library monument reservoir waterway pier academy ranch zoo silos warehouses depots outpost
    """
)
"""Nouns that are the last word of a site's name: "Imam Ali hospital", "Tabqa Dam"."""
ANAPHORS = _words(
    """
    city town village capital province region district neighborhood neighbourhood suburb enclave country island
    territory
    """
)
"""Nouns that with "the" or "this" take up a place named before."""
GROUND = _words(
    """
    in at near into inside outside around across throughout toward towards within through off along onto above
    below beyond past via north south east west northeast northwest southeast southwest over outskirts
    """
)
"""Prepositions that a place follows."""
WEAK_GROUND = _words(
    """
    of on between behind to from for against by with
    """
)
"""Prepositions that as often introduce a party or a thing as a place."""
INNER = frozenset(["in", "inside", "near", "outside", "into", "around", "at"])
"""Prepositions strong enough to make an unknown name a place."""
PLACE_VERBS = _words(
    """
    attack bomb bombard shell strike hit pound raid storm enter leave flee reach visit seize capture recapture
    retake take occupy besiege surround encircle liberate control hold invade evacuate patrol tour quit target
    overrun conquer annex blockade cross penetrate infiltrate shake rock ravage devastate destroy level flatten
    rebuild clear defend lose regain secure isolate approach exit escape abandon engulf grip jolt lash flood
    sweep depopulate raze sack loot govern rule separate divide overlook adjoin
    """
)
"""Verbs whose object can be ground rather than a party."""
GOING_VERBS = _words(
    """
    enter leave flee reach storm besiege retake recapture overrun evacuate patrol cross exit
    """
)
"""Verbs whose object is hardly ever anything but ground, even under a name we do not know."""
ENTERING_VERBS = frozenset(
    {"enter", "storm", "besiege", "reach", "overrun", "liberate", "invade", "retake", "recapture"}
)
"""Verbs that make ground even of what looks like a person's name."""
SENDING_VERBS = _words(
    """
    send give provide sell supply offer transfer hand belong grant deliver announce call demand tell say
    """
)
"""Verbs with which "to X" or "from X" is a party."""
STATIVE_VERBS = _words(
    """
    be have own possess belong contain include consist involve remain become seem appear look sound mean
    know learn think believe feel want wish hope expect plan intend decide try fail need like love hate fear
    see hear find understand remember forget realize consider assume doubt concern depend matter deserve
    rise fall grow increase decrease reach total cost last continue make let allow help enable require
    point update add note cite base owe lack differ relate resemble represent reflect suggest indicate show
    """
)
"""Verbs of states, thoughts, amounts and of leave to do something: a place in their sentence is not theirs."""
SPEECH_VERBS = _words(
    """
    say tell report announce add state declare claim note explain warn insist argue believe think describe quote
    cite confirm deny write suggest reveal indicate estimate recall acknowledge admit testify maintain assert
    stress emphasize predict comment remark speak reply respond conclude allege contend accuse call hear know
    """
)
TALK_VERBS = SPEECH_VERBS | _words(
    """
    protest demonstrate rally condemn criticize criticise denounce welcome praise demand urge warn threaten vow pledge
    promise oppose reject support discuss debate mourn fear want hope expect plan consider decide agree propose
    """
)
"""Verbs about something: a place below their object is where that is, not where the talking is done."""
HARMING_VERBS = _words(
    """
    kill wound injure hurt die shoot stab slay murder massacre behead execute torture rape beat strangle burn attack
    ambush bomb bombard shell strike hit raid storm blow explode detonate destroy seize capture recapture arrest
    detain abduct kidnap loot rob displace fight clash evacuate rescue treat bury trap
    """
)
"""Acts done to people or places there and then: the one ground that a sentence names is theirs."""
COURTS = frozenset({"court", "tribunal", "jury", "judge", "prosecutor", "police", "magistrate", "fire"})
"""What is named for the town it sits in: "a Munich court", "Paris prosecutors"."""
LEGAL_VERBS = _words(
    """
    convict sentence charge accuse jail imprison indict acquit try fine arrest detain suspect blame extradite question
    investigate prosecute punish condemn
    """
)
"""What is done to people for an act that happened elsewhere."""
REASONS = frozenset({"for", "of", "over", "with", "after", "about", "to", "against"})
"""Prepositions before what somebody is charged with."""
AFFAIRS = frozenset({"war", "conflict", "crisis", "uprising", "border", "frontier", "soil", "offensive", "earthquake"})
"""Heads before which a country or capital says where: "the Syria war"; elsewhere it is who: "Syria officials"."""
PEOPLES = _words(
    """
    kurdish kurd kurds sunni sunnis shiite shiites shia jewish jew jews arab arabs muslim muslims christian
    christians uighur uighurs uyghur uyghurs tamil tamils hutu hutus tutsi tutsis pashtun pashtuns hazara
    hazaras chechen chechens yazidi yazidis yezidi yezidis druze alawite alawites rohingya rohingyas hausa
    fulani dinka nuer amhara oromo tigrayan tigrayans european europeans african africans asian asians western
    westerner westerners latin balkan scandinavian nordic arabian persian turkmens turkoman tuareg tuaregs
    berber berbers roma romani sikh sikhs hindu hindus buddhist buddhists catholic catholics protestant
    protestants orthodox islamic islamist islamists communist communists nazi nazis soviet soviets basque
    basques catalan catalans scottish welsh english tatar tatars crimean circassian ossetian abkhaz abkhazian
    tibetan tibetans kashmiri kashmiris punjabi baloch baluch bengali sinhalese karen kachin chin mon zulu igbo
    yoruba masalit zaghawa afar sahrawi texan californian
    """
)
"""Adjectives and nouns for peoples and faiths that are no state's demonym, folded."""
ATTACK_NOUNS = _words(
    """
    attack assault offensive raid strike airstrike bombardment bombing shelling siege blockade advance push
    march crackdown invasion capture fall liberation battle fight bomb capture recapture evacuation seizure
    occupation storming encirclement blast barrage operation incursion
    """
)
"""Nouns with which "on X", "of X" or "for X" says where: "an assault on Souran", "the battle for Mosul"."""
CONTROL_NOUNS = frozenset({"control", "hold", "grip"})
"""Nouns with which "of X" or "over X" is ground, unless something is under it: "under the control of rebels"."""
MOTION_VERBS = _words(
    """
    go come return travel fly drive march move head flee escape withdraw retreat advance deploy send arrive walk
    run evacuate deport transfer take bring transport bus ship spread push proceed rush pour stream cross lead
    """
)
"""Verbs with which "to X" or "from X" says where."""
DISTANCES = _words("km kilometer kilometers kilometre kilometres mile miles meters metres m yards hours minutes")
CALENDAR = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december spring summer autumn winter christmas easter ramadan jan feb mar apr jun
    jul aug sept sep oct nov dec mon tue wed thu fri sat sun
    """
)
NAME_ENDS_OF_NO_PLACE = _words(
    """
    war army front party agency news movement brigade division battalion council committee ministry union league
    forces police group post times treaty agreement accord accords day cup prize conference summit protocol
    convention mission
    """
)
"""Last words of names that are events or bodies, even where the recognizer sees a place."""
AUTHORITIES = _words(
    """
    government regime authority official force army troop administration minister ministry president spokesman
    spokeswoman ambassador embassy delegation diplomat envoy leader parliament court prosecutor team side decision
    policy view position move effort demand
    """
)
"""Heads before which a capital is who, not where: "Moscow officials"; "a Moscow hospital" is where."""
GROUP_NOUNS = _words(
    """
    militia group fighter force rebel militant movement insurgent army terrorist member leader gunman faction commander
    supporter activist official spokesman brigade party government troop soldier police held controlled
    """
)
"""What follows the name of an armed group or party: an unknown name before it is no place."""
PROTEST_VERBS = frozenset({"protest", "demonstrate", "rally", "strike", "riot", "gather", "march"})
"""Verbs about something whose subject is at the place all the same."""
MISSIONS = frozenset({"embassy", "consulate", "office", "offices", "embassies", "base", "headquarters", "checkpoint"})
"""Sites named for whom they belong to: the U.S. Embassy is not in the U.S."""
EXTENTS = frozenset({"area", "region", "district", "zone", "section", "sector", "province", "governorate", "county"})
"""Nouns that say what stands before them: "the Barada Valley area of Damascus"."""
TITLES = _words(
    """
    mr mrs ms dr sir president minister general colonel captain major lieutenant sheikh king queen prince
    princess secretary chancellor senator judge professor pope ayatollah commander sergeant governor mayor
    gov sen rep gen col lt maj capt sgt brig adm rev congressman congresswoman ambassador
    """
)
"""Words before which a name is a person's."""
TITLES_OF_PLACES = frozenset({"sheikh", "sidi", "captain", "king", "prince", "queen"})
"""Titles that villages and quarters bear as well: "Sheikh Maqsoud", "Sidi Bouzid", "King Hussein Bridge"."""
GROUPS = _words(
    """
    jaysh jaish jabhat jabhet harakat harakah liwa liwaa kataib katibat hayat hay'at hay’at ahrar faylaq failaq jund
    ansar saraya asaib fatah hezbollah hizbullah hizbollah taliban hamas isis isil daesh mujahideen
    """
)
"""First words of armed groups' names: "Jaysh al-Islam" is no place, whatever stands before it."""
GROUP_NAMES = frozenset(
    {
        "islamic state",
        "al sham",
        "boko haram",
        "al jazeera",
        "al-jazeera",
        "al shabaab",
        "joint staff",
        "free syrian",
        "al shabab",
        "al-shabab",
        "shabab",
        "pkk",
        "ypg",
        "fdlr",
        "m23",
        "eln",
        "farc",
    }
)
"""Groups, and what of their names stands apart: "the Islamic State of Iraq and al-Sham"; folded."""
NUMBERED_SITES = _words("hill highway route road camp checkpoint gate block zone sector street avenue junction point")
"""Sites whose name can end in a number: "Hill 30", "Highway 1"."""
PEOPLE_OF = _words(
    "resident residents villager villagers inhabitant inhabitants people local locals civilians families"
)
"""Nouns that with "of X" put people at X: "residents of Khashaba"."""
