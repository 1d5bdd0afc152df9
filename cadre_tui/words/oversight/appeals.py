"""Appeals in words: how far they are, what was found, what was put right."""

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, Final

from cadre_tui.locale import N_, _, language
from cadre_tui.model.oversight.appeal import Appeal, Correction, Verdict
from cadre_tui.model.oversight.voices import AppealLine, Corrected
from cadre_tui.model.text import Text
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words.terms import purpose

VERDICTS: Final = {Verdict.UPHELD: N_("异议成立"), Verdict.REJECTED: N_("异议不成立")}


class AppealStage(Enum):
    """How far an appeal is, by the word that says it."""

    WAITING = N_("等待受理")
    TAKEN = N_("已受理")
    UPHELD = N_("成立")
    REJECTED = N_("不成立")

    @property
    def word(self) -> str:
        """In the language in use."""
        return _(self.value)


def stage_of(appeal: Appeal) -> AppealStage:
    """How far one is."""
    if appeal.reply is not None:
        return AppealStage.UPHELD if appeal.reply.verdict is Verdict.UPHELD else AppealStage.REJECTED
    return AppealStage.TAKEN if appeal.handler else AppealStage.WAITING


def about(text: Text | None) -> str:
    """What is objected to: a criterion, or the sum."""
    return _("总分") if text is None else text.say(language())


def told(line: AppealLine) -> tuple[tuple[str, str], ...]:
    """All that there is to read of one appeal, in its order: what it is, and what is said."""
    appeal = line.appeal
    found = [
        (_("提出人"), f"{line.name}　{line.unit}".rstrip("　")),
        (_("对象"), about(line.about)),
        (_("时间"), f"{moment(appeal.at)}　" + _("回执号") + f" {appeal.receipt}"),
        (_("提出的理由"), appeal.text),
    ]
    if appeal.handler:
        found.append((_("核查情况"), _("{text}（受理人：{name}）").format(text=appeal.finding, name=line.handler)))
    for done, what in zip(appeal.corrections, line.corrected, strict=True):
        found.append((_("更正"), _corrected(done, what)))
    if appeal.reply is not None:
        reply = appeal.reply
        found.append((_("答复"), _("{verdict}。{text}").format(verdict=_(VERDICTS[reply.verdict]), text=reply.text)))
        found.append((_("答复人"), f"{line.answerer}　{moment(reply.at)}"))
    return tuple(found)


def _corrected(done: Correction, what: Corrected) -> str:
    return _("{purpose}“{criterion}”：原来 {before}，改为 {after}（原件保留）").format(
        purpose=purpose(done.purpose),
        criterion=what.about.say(language()),
        before=_answer(done.before, what.before),
        after=_answer(done.after, what.after),
    )


def _answer(written: Mapping[str, Any], option: Text | None) -> str:
    """An answer as a response file writes it, short: the option's text, or the values."""
    said = [] if option is None else [option.say(language())]
    for key, value in written.items():
        if key in ("choice", "yes") and option is not None:
            continue
        if isinstance(value, Mapping):
            said.append(_("、").join(f"{name} {number}" for name, number in value.items()))
        elif key == "na":
            said.append(_("不适用"))
        elif key == "yes":
            said.append(_("是") if value else _("否"))
        elif isinstance(value, list | tuple):
            said.append(_("佐证：{list}").format(list=_("；").join(map(str, value))))
        else:
            said.append(str(value))
    return _("、").join(said) or _("没有填")


def moment(at: datetime) -> str:
    """A moment in China's time."""
    return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"
