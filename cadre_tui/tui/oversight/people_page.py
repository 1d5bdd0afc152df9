"""How far each person of a unit, or of a rater group, has come. Pure."""

from collections.abc import Callable, Sequence
from functools import partial

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.oversight.progress import Counts, PersonLine
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.tui.drawing.columns import fit
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.tui.oversight.bars import told
from cadre_tui.words import terms

NAME, COUNT, STATE, DAY = 10, 10, 12, 12


def state(counts: Counts) -> str:
    """How far somebody has come, as a message: what is worst tells it."""
    if not counts.open:
        return N_("已交齐")
    if counts.overdue:
        return N_("逾期未交")
    if counts.reopened:
        return N_("已退回")
    return N_("填写中") if counts.begun or counts.handed_in else N_("未开始")


def sign(counts: Counts, glyphs: Glyphs) -> str:
    """The sign that stands before the word."""
    if not counts.open:
        return glyphs.done
    if counts.overdue or counts.reopened:
        return glyphs.wrong
    return glyphs.begun if counts.begun or counts.handed_in else glyphs.not_begun


def matching(people: Sequence[PersonLine], typed: str) -> list[PersonLine]:
    """Those whose name (in hanzi or pinyin), id, post or state holds every word that was typed."""
    wanted = typed.casefold().split()

    def said(one: PersonLine) -> str:
        syllables = one.sort_key.split()
        pinyin = ("".join(syllables), "".join(each[0] for each in syllables))
        return " ".join((one.name, one.id, one.duty, one.unit_name, _(state(one.whole)), *pinyin)).casefold()

    return [each for each in people if all(word in said(each) for word in wanted)]


class PeopleMenu(Menu):
    """A line a person under the columns' names; those who lag first."""

    def __init__(self, people: Sequence[PersonLine], glyphs: Glyphs, go: Callable[[PersonLine], object]) -> None:
        self._glyphs = glyphs
        self._purposes = [purpose for purpose in Purpose if any(purpose in each.counts for each in people)]
        ordered = sorted(people, key=lambda each: each.whole.share)
        super().__init__([Row(partial(self._person, each), partial(go, each), each.id) for each in ordered])

    def head(self, width: int) -> Sequence[Line]:
        """The columns' names."""
        wide = self._wide(width)
        heads = [fit(_("姓名"), NAME), *([fit(_("职务"), self._duty(width))] if wide else [])]
        heads += [fit(terms.purpose(each), COUNT + 2) for each in self._purposes]
        heads += [fit(_("情况"), STATE + 2), fit(_("最后保存"), DAY), *([_("上次提醒")] if wide else [])]
        return (line(Part("  " + "".join(heads), "quiet")),)

    def _person(self, one: PersonLine, width: int, here: bool) -> Line:
        counts = one.whole
        wide = self._wide(width)
        ellipsis = self._glyphs.ellipsis
        said = [fit(one.name, NAME - 1, ellipsis=ellipsis) + " "]
        if wide:
            said.append(fit(one.duty, self._duty(width) - 1, ellipsis=ellipsis) + " ")
        said += [fit(told(one.counts.get(each, Counts()), self._glyphs), COUNT + 2) for each in self._purposes]
        saved = one.saved.isoformat() if one.saved else self._glyphs.not_applicable
        reminded = f"{one.reminded.astimezone(CHINA):%Y-%m-%d}" if one.reminded else ""
        return line(
            Part(f"{self._glyphs.cursor} " if here else "  ", "next"),
            Part("".join(said), "next" if here else ""),
            Part(
                fit(f"{sign(counts, self._glyphs)} {_(state(counts))}", STATE + 2),
                "wrong" if counts.overdue or counts.reopened else "",
            ),
            fit(saved, DAY),
            *([reminded] if wide else []),
        )

    def _wide(self, width: int) -> bool:
        return width >= 100

    def _duty(self, width: int) -> int:
        return min(max(width - 2 - NAME - (COUNT + 2) * len(self._purposes) - STATE - 2 - 2 * DAY, 8), 30)
