"""Hours by level and the audiences, as a line of text to be typed: levels by their names or codes. Pure."""

import re
from collections.abc import Mapping
from decimal import Decimal
from unicodedata import normalize

from cadre_tui.locale import _, language
from cadre_tui.model.fault import BadInput
from cadre_tui.model.study.session import Audience
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.text import Text
from cadre_tui.tui.study import typed
from cadre_tui.words import terms as names
from cadre_tui.words.study import terms


def hours_told(required: Mapping[str, Decimal]) -> str:
    """``乡科级干部=100、机关干部=80``."""
    return _("、").join(f"{names.level(level)}={terms.hours(asked)}" for level, asked in required.items())


def hours_typed(text: str) -> dict[str, Decimal]:
    """The same, read: hours by the code of the level.

    Raises:
        BadInput: a level without hours, or hours that are no number.
    """
    found: dict[str, Decimal] = {}
    for piece in _pieces(text):
        level, _equals, hours = piece.rpartition("=")
        if not level.strip() or not hours.strip():
            raise BadInput("study-level-hours", written=piece)
        found[_code(level)] = typed.number(hours)
    return found


def audiences_told(settled: StudySettings) -> str:
    """``leaders=县级领导+乡科级干部、middle=机关干部``."""
    return _("、").join(f"{each.id}={'+'.join(map(names.level, each.levels))}" for each in settled.audiences)


def audiences_typed(text: str, before: StudySettings) -> tuple[Audience, ...]:
    """The same, read; one that is there already keeps its title and its units.

    Raises:
        BadInput: an audience without levels.
    """
    return tuple(_audience(piece, before) for piece in _pieces(text))


def _audience(piece: str, before: StudySettings) -> Audience:
    name, _equals, who = piece.partition("=")
    levels = tuple(_code(each) for each in who.split("+") if each.strip())
    if not name.strip() or not levels:
        raise BadInput("study-audience")
    known = before.audience(name.strip())
    if known is not None:
        return known.model_copy(update={"levels": levels})
    return Audience(id=name.strip(), title=Text({language(): name.strip()}), levels=levels)


def _pieces(text: str) -> list[str]:
    """What stands between the marks; a full-width sign is as good as a plain one, and a name may hold brackets."""
    folded = text.replace("＝", "=").replace("＋", "+")
    return [piece.strip() for piece in re.split("[、，,；;]", folded) if piece.strip()]


def _code(written: str) -> str:
    """The code of a level by its name; a code, or a county's own level, as it is."""
    sought = normalize("NFKC", written).strip()
    return next((code for code in names.LEVELS if normalize("NFKC", names.level(code)) == sought), sought)
