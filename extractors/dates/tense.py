"""Whether the words around a time expression look forward. A cue counts only inside the expression's own clause."""

import re
from typing import Final

_LOOKING_BACK: Final = r"(?<!had )(?<!forced )(?<!began )(?<!managed )(?<!refused )(?<!tried )(?<!able )"
"""No such word before "to leave": they had to, or were forced to."""
_FORWARD: Final = re.compile(
    r"\b(as (?:soon|early) as|no later than"
    r"|(?:is|are) to (?!blame\b)\w+|will|shall|won[’']t|would(?! have|-be)|[’']ll|"
    + _LOOKING_BACK
    + r"to (?:be|take|begin|start|hold|meet|visit|go|return|arrive|leave"
    r"|vote|join|close|become|release|file|run|resume|open|end|travel|address|attend|decide|host|discuss|face|appear|expire"
    r"|make|sign|give|deliver|talk)|expects?|expected|scheduled|due|plans?|planned|planning|set for|set to|going to"
    r"|call(?:s|ed)? (?:\w+ ){1,3}for"
    r"|(?:is|are) (?:sending|meeting|visiting|holding|leaving|returning|hosting|flying|deploying|traveling|travelling"
    r"|heading|starting)|upcoming|payable|deadline for|expires?|maturing|slated|ahead of|as (?:soon|early) as)\b",
    re.I,
)
# "will be held" is no past: what follows a form of "be" counts only with the "was" or "were" before it
_BACKWARD: Final = re.compile(
    r"\b(?<!\bbe )(was"
    r"|were|had|did|died|said|told|met|made|began|came|went|took|held|left|led|fell|rose|sent|shot|struck|won|lost"
    r"|gave|saw|found|kept|fought|fled|broke|drove|brought|set|hit|cut|put|wrote|spoke|became|ran|has|have|since|after"
    r"|(?!(?:schedul|expect|plann|propos|intend|slat)ed\b)\w{3,}ed)\b",
    re.I,
)
_OPENING: Final = re.compile(r"\W*(?:(?:early |late |later )?(?:on |in |at |by |over |during |within )?)?", re.I)
_LEFT_BORDER: Final = re.compile(
    r"[.;!?\n\"“”]|, (?:and|but|which|who|when|where)\b|\b(?:when|while|after|as|because)\b"
)
_RIGHT_BORDER: Final = re.compile(r"[.;!?\n\"“”]|,(?!\d)|\b(?:that|which|who|after|before|when|while)\b")


def looks_forward(text: str, start: int, end: int) -> bool | None:
    """True or False by the nearest cue in the clause of `text[start:end]`, None where there is no cue."""
    left = _LEFT_BORDER.split(text[max(0, start - 90) : start])[-1]
    forward = [cue.end() for cue in _FORWARD.finditer(left)]
    backward = [cue.end() for cue in _BACKWARD.finditer(left)]
    if forward or backward:
        return bool(forward) and (not backward or forward[-1] > backward[-1])
    behind = text[end : end + 60]
    if _OPENING.fullmatch(text[:start]):
        behind = behind.lstrip(" ,")  # "On Saturday, thousands are expected to march"
    right = _RIGHT_BORDER.split(behind)[0]
    ahead, back = _FORWARD.search(right), _BACKWARD.search(right)
    if ahead or back:
        return ahead is not None and (back is None or ahead.start() < back.start())
    return None
