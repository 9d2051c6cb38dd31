"""Attacks told by what hit: the weapon gives the mode, and whose it was the attacker."""

from dataclasses import replace

from extractors.coding.cast import coded, senders
from extractors.coding.grammar import agents
from extractors.coding.match import Match
from extractors.coding.reading import ArticleReading
from extractors.model import Party

WEAPON_MODES: dict[str, str] = {
    "bomb": "explosives", "mine": "explosives", "landmine": "explosives", "device": "explosives", "ied": "explosives",
    "explosive": "explosives", "grenade": "explosives", "explosion": "explosives", "blast": "explosives",
    "airstrike": "aerial", "air-strike": "aerial", "warplane": "aerial", "jet": "aerial", "plane": "aerial",
    "helicopter": "aerial", "bomber": "aerial", "aircraft": "aerial",
    "shell": "heavy-weapons", "rocket": "heavy-weapons", "missile": "heavy-weapons", "mortar": "heavy-weapons",
    "artillery": "heavy-weapons", "shelling": "heavy-weapons", "bombardment": "heavy-weapons",
    "projectile": "heavy-weapons", "bullet": "firearms", "gunfire": "firearms", "sniper": "firearms",
    "gunshot": "firearms", "drone": "drone", "tank": "heavy-weapons", "howitzer": "heavy-weapons",
    "gunship": "aerial", "crossfire": "firearms",
}  # fmt: skip
"""Modes of the weapons that stand as doers of an attack: "a bomb killed three"."""


def weapon_mode(match: Match) -> str | None:
    """The mode that the doer gives where the sense leaves it open."""
    if match.sense.event_type != "ASSAULT" or match.sense.mode is not None or not match.node.verbal:
        return match.sense.mode
    doers = (*match.actors, *agents(match.node))
    if any(each.lemma == "bomber" and any(kid.lower == "suicide" for kid in each.children) for each in doers):
        return "suicide-attack"
    return next(
        (WEAPON_MODES[each.lemma] for each in doers if each.lemma in WEAPON_MODES and each.lower != "fire"), None
    )


def attackers(match: Match, reading: ArticleReading) -> tuple[Party, ...]:
    """Who fired or owns the weapon that hit: "Houthi shells", "shells fired by rebels"."""
    weapons = [each for each in (*match.actors, *agents(match.node)) if each.lemma in WEAPON_MODES]
    found = tuple(party for each in weapons for party in senders(each, reading))
    shooting = (replace(each, sector="MIL") if _state(each) else each for each in found)
    return tuple(shooting) if coded(found) else ()


def _state(party: Party) -> bool:
    """A nationality alone: "fired from the Congolese side"."""
    return party.method == "nationality" and party.sector == "GOV"
