"""Lines that the screens about rounds share. Pure."""

from collections.abc import Mapping, Sequence

from cadre_tui.locale import _, language
from cadre_tui.model.fault import Fault
from cadre_tui.model.rounds.round import Phase, Round, Unmet
from cadre_tui.model.text import Text
from cadre_tui.services.rounds import hours
from cadre_tui.services.rounds.conditions import UNDECIDED
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, words
from cadre_tui.tui.drawing.parts import Part, line
from cadre_tui.words import faults, terms
from cadre_tui.words.rounds import conditions, phases
from cadre_tui.words.rounds.rules import Said, weight

INDENT = "  "


def told(sign: str, text: str, width: int, style: str = "") -> list[Row]:
    """A sign and a sentence, wrapped behind it."""
    first = f"{INDENT}{sign} "
    rows = wrap(text, max(width - width_of(first) - 1, 10))
    behind = " " * width_of(first)
    return [words(line(Part((first if not number else behind) + each, style))) for number, each in enumerate(rows)]


def phases_of(held: Round) -> list[Phase]:
    """The phases of this round, in their order."""
    first = hours.first_phase(held)
    filling = [first]
    if first is Phase.SELF and len(held.rules.purposes) > 1:
        filling.append(Phase.PEER)
    return [Phase.SETUP, *filling, Phase.MODERATION, Phase.PUBLISHED, Phase.ARCHIVED]


def phase_rows(held: Round, glyphs: Glyphs, width: int) -> list[Row]:
    """``● 筹备 → ◐ 自评 → ○ 互评 …``, in two lines where one is too short."""
    arrow = ">" if glyphs.name == "ascii" else "→"
    parts: list[list[Part]] = [[Part(INDENT)]]
    used = len(INDENT)
    in_order = phases_of(held)
    at = in_order.index(held.phase)
    for number, phase in enumerate(in_order):
        over = number < at or phase is held.phase is Phase.ARCHIVED
        sign = glyphs.done if over else glyphs.begun if number == at else glyphs.not_begun
        text = f"{sign} {terms.phase(phase)}"
        gap = f" {arrow} " if number else ""
        if used + width_of(gap + text) > width - 1:
            parts.append([Part(INDENT)])
            used = len(INDENT)
        parts[-1] += [Part(gap, "quiet"), Part(text, "next" if number == at else "")]
        used += width_of(gap + text)
    return [words(tuple(each)) for each in parts]


def condition_rows(unmet: Sequence[Unmet], settled: Sequence[str], glyphs: Glyphs, width: int) -> list[Row]:
    """What the next phase wants: ``!`` in the way, ``○`` waiting for hand-ins or a decision, ``●`` settled."""
    rows: list[Row] = []
    for each in unmet:
        waiting = each.code == UNDECIDED
        sign = glyphs.not_begun if waiting else glyphs.wrong
        rows += told(sign, conditions.sentence(each), width, "" if waiting else "wrong")
    for code in settled:
        rows += told(glyphs.done, phases.settled(code), width)
    return rows


def fault_rows(found: Sequence[Fault], glyphs: Glyphs, width: int) -> list[Row]:
    """What is wrong, fault by fault; a warning bears no ``!``."""
    rows: list[Row] = []
    for each in found:
        sign = glyphs.dot if each.warning else glyphs.wrong
        rows += told(sign, faults.sentence(each), width, "" if each.warning else "wrong")
    return rows


def use_rows(held: Round, titles: Mapping[str, Text], glyphs: Glyphs, width: int) -> list[Row]:
    """Who fills which checklist, and its weight."""
    what = max(width_of(_(word)) for word in terms.PURPOSES.values()) + 2
    rows = []
    for use in held.rules.use:
        title = titles.get(use.checklist.split("|")[0])
        name = title.say(language()) if title else use.checklist
        share = _("权重 {weight}").format(weight=weight(use.weight)) if use.weight else _("只作对照")
        room = max(width - what - width_of(share) - 5, 10)
        rows.append(
            words(
                line(INDENT, fit(terms.purpose(use.by), what), fit(name, room, ellipsis=glyphs.ellipsis), " ", share)
            )
        )
    return rows


def said_rows(said: Sequence[Said], width: int) -> list[Row]:
    """Labels in one column, what they say in the other, wrapped."""
    column = min(max((width_of(each.label) for each in said), default=0), max(width // 3, 24)) + 2
    rows: list[Row] = []
    for each in said:
        pieces = wrap(each.text, max(width - column - 4, 10))
        for number, piece in enumerate(pieces):
            label = fit(each.label, column - 2) + "  " if not number else " " * column
            rows.append(words(line(INDENT, Part(label, "quiet"), piece)))
    return rows
