"""The audit log as a list, the newest first. Pure."""

from collections.abc import Mapping, Sequence

from cadre_tui.locale import _
from cadre_tui.model.oversight.audit import AuditEntry
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.tui.drawing.columns import fit, wrap
from cadre_tui.tui.drawing.menu import Menu, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words.oversight import audit

NUMBER, WHEN, WHO = 6, 18, 24
WIDER, ROOMY = 34, 100
"""Cells for who it was where the screen has at least so many columns."""


def matching(entries: Sequence[AuditEntry], names: Mapping[str, str], typed: str) -> list[AuditEntry]:
    """The newest first: those in which every word that was typed stands."""
    wanted = typed.casefold().split()

    def said(each: AuditEntry) -> str:
        parts = (str(each.number), _when(each), audit.who(each, names.get(each.who, "")), audit.what(each), each.hash)
        return " ".join(parts).casefold()

    return [each for each in reversed(entries) if all(word in said(each) for word in wanted)]


class AuditMenu(Menu):
    """An entry takes as many lines as its sentence needs."""

    def __init__(self, entries: Sequence[AuditEntry], names: Mapping[str, str], width: int) -> None:
        who = WHO if width < ROOMY else WIDER
        room = max(width - NUMBER - WHEN - who, 20)
        rows = []
        for each in entries:
            first, *rest = wrap(audit.what(each), room)
            start = fit(str(each.number), NUMBER) + fit(_when(each), WHEN)
            start += fit(audit.who(each, names.get(each.who, "")), who - 1) + " "
            rows.append(words(line(Part(start, "quiet"), first)))
            rows += [words(line(" " * (NUMBER + WHEN + who), more)) for more in rest]
        super().__init__(rows)

    def head(self, width: int) -> Sequence[Line]:
        """The columns' names."""
        who = WHO if width < ROOMY else WIDER
        return (line(Part(fit(_("条"), NUMBER) + fit(_("时间"), WHEN) + fit(_("谁"), who) + _("办了什么"), "quiet")),)


def _when(entry: AuditEntry) -> str:
    return f"{entry.at.astimezone(CHINA):%Y-%m-%d %H:%M}"
