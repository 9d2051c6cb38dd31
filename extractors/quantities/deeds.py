"""What can be done with things, troops and money, as words. Values of the closed list `Outcome`."""

from typing import Final

from extractors.model import Outcome, Unit

UNITS: Final[dict[str, Unit]] = {
    **dict.fromkeys(("house", "home", "apartment", "dwelling", "shelter", "tent", "hut", "residence"), "house"),
    **dict.fromkeys(
        ("building", "school", "hospital", "mosque", "church", "temple", "synagogue", "shop", "store", "warehouse",
         "factory", "tower", "bridge", "clinic", "structure", "depot", "refinery", "hangar", "market"), "building"
    ),
    **dict.fromkeys(("village", "town", "city", "settlement", "hamlet"), "settlement"),
    **dict.fromkeys(
        ("troop", "soldier", "personnel", "peacekeeper", "marine", "fighter", "reservist", "conscript", "mercenary",
         "paratrooper", "sailor", "police", "policeman", "officer", "militant", "militiaman", "commando", "serviceman",
         "trooper", "guardsman"), "troops"
    ),
    "tank": "tank",
    **dict.fromkeys(
        ("vehicle", "truck", "car", "bus", "jeep", "lorry", "ambulance", "humvee", "motorcycle", "train", "pickup"),
        "vehicle",
    ),
    **dict.fromkeys(("aircraft", "plane", "jet", "warplane", "helicopter", "airliner", "chopper"), "aircraft"),
    "drone": "drone",
    **dict.fromkeys(("ship", "boat", "warship", "vessel", "tanker", "frigate", "submarine", "ferry"), "ship"),
    **dict.fromkeys(
        ("missile", "rocket", "bomb", "shell", "rifle", "gun", "launcher", "mortar", "grenade", "weapon", "howitzer",
         "mine", "projectile", "warhead", "firearm", "pistol"), "weapon"
    ),
}  # fmt: skip
"""Nouns by the unit they count."""

_GENERAL: Final[dict[str, Outcome]] = {
    **dict.fromkeys(
        ("destroy", "demolish", "raze", "flatten", "level", "wreck", "obliterate", "torch", "bulldoze", "sink", "gut",
         "incinerate", "pulverize"), "destroyed"
    ),
    **dict.fromkeys(("damage", "scorch"), "damaged"),
    **dict.fromkeys(
        ("capture", "seize", "recapture", "retake", "confiscate", "impound", "liberate", "occupy", "overrun",
         "commandeer", "hijack"), "captured"
    ),
    **dict.fromkeys(("lose", "abandon", "cede"), "lost"),
    **dict.fromkeys(
        ("deploy", "station", "mobilize", "mobilise", "amass", "mass", "dispatch", "send", "post", "redeploy"),
        "deployed",
    ),
    **dict.fromkeys(("withdraw", "recall"), "withdrawn"),
    **dict.fromkeys(
        ("deliver", "supply", "provide", "donate", "transfer", "ship", "sell", "hand", "give", "export"), "supplied"
    ),
    **dict.fromkeys(("pledge", "promise", "offer", "commit", "earmark", "allocate", "approve"), "pledged"),
    **dict.fromkeys(("request", "seek", "demand", "need", "require"), "requested"),
}  # fmt: skip
_OF_MONEY: Final[dict[str, Outcome]] = {
    **{
        verb: done
        for verb, done in _GENERAL.items()
        if done in ("pledged", "requested", "supplied", "captured", "lost")
    },
    **dict.fromkeys(("pay", "spend", "disburse", "invest", "grant", "contribute", "repay", "lend", "award"), "paid"),
    **dict.fromkeys(("freeze", "withhold", "suspend"), "frozen"),
}  # fmt: skip
_OF_WEAPONS: Final[dict[str, Outcome]] = {
    **_GENERAL,
    **dict.fromkeys(("fire", "launch", "drop", "lob", "shoot"), "fired"),
    **dict.fromkeys(("intercept", "down"), "intercepted"),
}
_OF_AIRCRAFT: Final[dict[str, Outcome]] = {**_GENERAL, **dict.fromkeys(("down", "intercept"), "intercepted")}
_OF_SETTLEMENTS: Final[dict[str, Outcome]] = {
    verb: done for verb, done in _GENERAL.items() if done in ("destroyed", "damaged", "captured", "lost")
}
_OF_TROOPS: Final[dict[str, Outcome]] = {
    verb: done
    for verb, done in _GENERAL.items()
    if done in ("deployed", "withdrawn", "pledged", "requested")
    and verb not in ("approve", "recall", "need", "require")
}
# Verb and particle
_PHRASAL: Final[dict[tuple[str, str], Outcome]] = {
    ("burn", "down"): "destroyed", ("blow", "up"): "destroyed", ("knock", "out"): "destroyed",
    ("take", "out"): "destroyed", ("shoot", "down"): "intercepted", ("bring", "down"): "intercepted",
    ("take", "down"): "intercepted", ("pull", "out"): "withdrawn", ("call", "up"): "deployed",
    ("take", "over"): "captured", ("set", "ablaze"): "destroyed",
}  # fmt: skip
_HOLDING: Final[dict[str, Outcome]] = {
    "destruction": "destroyed", "demolition": "destroyed", "deployment": "deployed", "mobilization": "deployed",
    "withdrawal": "withdrawn", "pullout": "withdrawn", "seizure": "captured", "capture": "captured",
    "delivery": "supplied", "loss": "lost", "launch": "fired",
}  # fmt: skip


def deed(verb: str, particles: set[str], unit: Unit) -> Outcome | None:
    """What a verb does with its object of that unit."""
    for particle in particles:
        if (verb, particle) in _PHRASAL:
            found = _PHRASAL[verb, particle]
            return found if found != "intercepted" or unit in ("aircraft", "drone", "weapon") else None
    table = {
        "money": _OF_MONEY, "weapon": _OF_WEAPONS, "drone": _OF_WEAPONS, "aircraft": _OF_AIRCRAFT,
        "settlement": _OF_SETTLEMENTS, "troops": _OF_TROOPS,
    }.get(unit, _GENERAL)  # fmt: skip
    return table.get(verb)


def held(noun: str, unit: Unit) -> Outcome | None:
    """What a noun says of things behind "of": "the destruction of 40 homes"."""
    found = _HOLDING.get(noun)
    return None if unit == "money" and found != "lost" else found
