"""What can happen to people, as words: verbs by whom they strike, nouns and adjectives by what they count."""

from typing import Final, Literal

from extractors.model import CountType, Unit

Strikes = Literal["object", "subject"]

# Lemmas of verbs whose object (or passive subject) suffered it
OBJECT_VERBS: Final[dict[str, CountType]] = {
    **dict.fromkeys(
        ("kill", "murder", "slay", "massacre", "execute", "behead", "assassinate", "lynch", "slaughter", "gun",
         "martyr", "electrocute", "hang", "decapitate", "eliminate", "butcher", "stab", "bury"), "killed"
    ),
    **dict.fromkeys(("wound", "injure", "hurt", "maim", "hospitalize", "hospitalise", "burn", "graze"), "wounded"),
    **dict.fromkeys(("shoot", "knife"), "casualties"),
    **dict.fromkeys(("displace", "uproot", "dislodge", "evict", "expel"), "displaced"),
    **dict.fromkeys(("evacuate", "bus", "airlift"), "evacuated"),
    **dict.fromkeys(("trap", "besiege", "strand", "encircle", "confine"), "trapped"),
    **dict.fromkeys(("arrest", "detain", "jail", "imprison", "capture", "apprehend", "intern"), "arrested"),
    **dict.fromkeys(("kidnap", "abduct", "torture", "rape", "poison"), "victims"),
}  # fmt: skip
# Lemmas of verbs whose subject suffered it
SUBJECT_VERBS: Final[dict[str, CountType]] = {
    **dict.fromkeys(("die", "perish", "succumb", "drown", "suffocate"), "killed"),
    **dict.fromkeys(("flee", "escape"), "displaced"),
    **dict.fromkeys(("disappear", "vanish"), "missing"),
}
# Nouns that are the count themselves ("12 deaths", "40 wounded") or hold it ("the killing of 12", "evacuation of 500")
COUNT_NOUNS: Final[dict[str, CountType]] = {
    **dict.fromkeys(("death", "fatality", "dead", "corpse", "body", "killing", "murder", "homicide"), "killed"),
    **dict.fromkeys(("wounded", "injured", "injury"), "wounded"),
    "casualty": "casualties",
    "victim": "victims",
    **dict.fromkeys(("refugee", "displaced"), "displaced"),
    **dict.fromkeys(("hostage",), "victims"),
    **dict.fromkeys(("detainee", "arrest"), "arrested"),
    "evacuee": "evacuated",
    "missing": "missing",
}
HOLDING_NOUNS: Final[dict[str, CountType]] = {
    **dict.fromkeys(
        ("death", "killing", "murder", "massacre", "execution", "assassination", "slaughter", "slaying",
         "beheading", "lynching",
         "martyrdom", "killer", "murderer", "assassin"), "killed"
    ),
    **dict.fromkeys(("wounding", "injury", "injuring"), "wounded"),
    **dict.fromkeys(("displacement", "exodus", "flight", "expulsion", "uprooting"), "displaced"),
    "evacuation": "evacuated",
    **dict.fromkeys(("arrest", "detention", "imprisonment", "capture"), "arrested"),
    **dict.fromkeys(("kidnapping", "abduction"), "victims"),
    "disappearance": "missing",
}  # fmt: skip
# Nouns that count people, but say less of them than the verb beside them
WEAK_NOUNS: Final = frozenset({"victim", "body", "hostage", "refugee", "detainee", "casualty"})
# Who runs from a scene or a front is not displaced
ARMED: Final = frozenset(
    {
        "shooter", "gunman", "suspect", "attacker", "assailant", "robber", "driver", "soldier", "troop", "fighter",
        "rebel", "militant", "insurgent", "police", "guard", "guerrilla", "prisoner", "inmate", "bomber", "terrorist",
        "jihadist", "extremist", "militiaman", "force", "man", "thief", "criminal", "convict", "detainee",
    }
)  # fmt: skip
HARMS: Final = frozenset({"injury", "wound", "burn", "gunshot", "fracture", "trauma"})
STATES: Final[dict[str, CountType]] = {
    "dead": "killed", "killed": "killed", "slain": "killed", "deceased": "killed", "lifeless": "killed",
    "murdered": "killed", "executed": "killed", "drowned": "killed",
    "wounded": "wounded", "injured": "wounded", "hurt": "wounded", "shot": "casualties",
    "displaced": "displaced", "homeless": "displaced", "uprooted": "displaced",
    "evacuated": "evacuated",
    "trapped": "trapped", "besieged": "trapped", "stranded": "trapped",
    "arrested": "arrested", "detained": "arrested", "jailed": "arrested", "imprisoned": "arrested",
    "captured": "arrested",
    "missing": "missing", "disappeared": "missing", "unaccounted": "missing",
    "kidnapped": "victims", "abducted": "victims", "hostage": "victims", "captive": "victims",
}  # fmt: skip
PEOPLE: Final = frozenset(
    {
        "Afghan", "American", "Briton", "Christian", "Congolese", "Egyptian", "French", "German", "Indian",
        "Iranian", "Iraqi", "Israeli", "Kurd", "Lebanese", "Libyan", "Muslim", "Nigerian", "Pakistani",
        "Palestinian", "Rohingya", "Russian", "Shiite", "Somali", "Sunni", "Syrian", "Turk", "Ukrainian", "Yazidi",
        "Yemeni", "activist", "adult", "agent", "airman", "assailant", "athlete", "attacker", "baby", "being",
        "bishop", "body", "bomber", "boy", "brother", "bystander", "cadet", "cashier", "casualty", "child",
        "citizen", "civilian", "clerk", "clubgoer", "colonel", "combatant", "commander", "conscript", "contractor",
        "cop", "councillor", "couple", "crew", "customer", "daughter", "dead", "death", "demonstrator", "deputy",
        "detainee", "diplomat", "displaced", "dissident", "doctor", "driver", "elder", "employee", "expatriate",
        "extremist", "family", "fan", "farmer", "fatality", "father", "fighter", "firefighter", "fisherman",
        "foreigner", "friend", "general", "girl", "guard", "guerrilla", "guest", "gunman", "homeowner", "hostage",
        "household", "human", "imam", "individual", "infant", "inhabitant", "injured", "inmate", "insurgent",
        "jihadi", "jihadist", "journalist", "judge", "juvenile", "lawmaker", "lawyer", "leader", "life",
        "lifeguard", "loyalist", "man", "marine", "mayor", "medic", "member", "mercenary", "migrant", "militant",
        "militiaman", "miner", "minor", "missing", "missionary", "monk", "mother", "mourner", "national", "native",
        "neighbor", "neighbour", "newborn", "nun", "nurse", "observer", "occupant", "officer", "official",
        "opponent", "orphan", "other", "owner", "paramedic", "parent", "party", "partygoer", "passenger", "patient",
        "peacekeeper", "peasant", "people", "person", "personnel", "photographer", "pilgrim", "pilot", "player",
        "police", "policeman", "politician", "priest", "prisoner", "protester", "pupil", "ranger", "rebel",
        "recruit", "refugee", "relative", "reporter", "rescuer", "reservist", "resident", "reveler", "sailor",
        "schoolboy", "schoolchild", "schoolgirl", "senior", "serviceman", "servicewoman", "settler", "shopper",
        "sister", "soldier", "son", "soul", "staff", "student", "student-athlete", "subject", "subversive",
        "supporter", "survivor", "suspect", "teacher", "teen", "teenager", "tenant", "terrorist", "toddler",
        "tourist", "trader", "troop", "trooper", "vendor", "victim", "villager", "visitor", "volunteer", "widow",
        "woman", "worker", "worshipper", "wounded", "youth",
    }
)  # fmt: skip
HOUSEHOLDS: Final[dict[str, Unit]] = {"family": "family", "household": "household"}
# Counted with deaths and flights, but not people
THINGS: Final = frozenset(
    {
        "a.m.", "acre", "aircraft", "airstrike", "am", "animal", "apartment", "area", "article", "attack", "barrel",
        "base", "battalion", "bedroom", "billion", "blast", "block", "boat", "bomb", "building", "bullet", "bus",
        "caliber", "call", "car", "case", "cattle", "cent", "charge", "checkpoint", "church", "city", "clash",
        "count", "country", "cow", "crime", "day", "degree", "department", "district", "dog", "dollar", "door",
        "drone", "election", "euro", "event", "explosion", "floor", "foot", "gallon", "grade", "grader", "grenade",
        "group", "gun", "gunshot", "hectare", "helicopter", "home", "horse", "hospital", "hour", "house",
        "incident", "investigation", "kilo", "kilogram", "kilometer", "kilometre", "law", "liter", "litre",
        "location", "meter", "metre", "mile", "million", "mine", "minute", "missile", "month", "mosque",
        "neighborhood", "neighbourhood", "o'clock", "occasion", "p.m.", "page", "part", "percent", "piece", "place",
        "plane", "pm", "point", "poll", "position", "pound", "province", "raid", "reason", "region", "report",
        "resolution", "rifle", "road", "rocket", "room", "round", "school", "seat", "second", "sentence", "sheep",
        "shell", "ship", "shop", "shot", "side", "site", "state", "store", "story", "street", "strike", "tank",
        "term", "thing", "time", "ton", "tonne", "tower", "town", "truck", "unit", "vehicle", "village", "vote",
        "warship", "wave", "way", "weapon", "week", "year",
    }
)  # fmt: skip
