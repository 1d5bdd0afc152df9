"""What a form's screen says around the rows: heading, section, guidance. Pure."""

from fractions import Fraction
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.answers.drawing import Choices
from cadre_tui.model.answers.response import State
from cadre_tui.model.checklists.checklist import Ask, Purpose
from cadre_tui.model.filling.form import Form
from cadre_tui.scoring import validity
from cadre_tui.tui.answers.privacy import who_sees_what
from cadre_tui.tui.answers.row_view import reason_label
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.parts import Line, Part, line, sides
from cadre_tui.tui.form.progress import Mark
from cadre_tui.tui.form.state import FormState
from cadre_tui.words import facts
from cadre_tui.words.checklists.errata import beside, beside_head
from cadre_tui.words.figures import figure
from cadre_tui.words.results import steps
from cadre_tui.words.rounds.title import marked
from cadre_tui.words.terms import PURPOSES

SIGNS: Final = {
    Mark.NOT_BEGUN: "not_begun",
    Mark.BEGUN: "begun",
    Mark.DONE: "done",
    Mark.WRONG: "wrong",
    Mark.SEALED: "not_applicable",
}

STATES: Final = {
    Mark.NOT_BEGUN: N_("未答"),
    Mark.BEGUN: N_("未答完"),
    Mark.DONE: N_("已答"),
    Mark.WRONG: N_("有误"),
    Mark.SEALED: N_("已封存"),
}

MISSING: Final = {"answer": N_("未答"), "evidence": N_("缺佐证"), "reason": N_("缺理由")}
"""What handing in would miss, in a word."""

ASKED: Final = {
    ("reason", Ask.REQUIRED): N_("这一项要写{reason}。"),
    ("reason", Ask.EXTREMES): N_("选最好或最差的一档，要写{reason}。"),
    ("evidence", Ask.REQUIRED): N_("这一项要写佐证。"),
    ("evidence", Ask.EXTREMES): N_("选最好或最差的一档，要写佐证。"),
}


def sign(mark: Mark, glyphs: Glyphs) -> str:
    """The sign of a state."""
    return str(getattr(glyphs, SIGNS[mark]))


def heading(form: Form, language: str) -> str:
    """``学习型干部四项重点检查 · 张建国 副镇长``: what is filled in, and about whom."""
    subject = form.task.subject
    who = f"{subject.name} {subject.duty}".strip()
    return marked(_("{checklist} · {who}").format(checklist=form.task.title.say(language), who=who), form.mock)


def purpose(form: Form) -> str:
    """What it is filled in for."""
    return _(PURPOSES[form.task.purpose])


def progress(state: FormState) -> str:
    """``第 2 节 / 4   12/18``, and where it is so that it is handed in."""
    sections = state.sections
    here = [each.id for each in sections].index(state.section.id) + 1 if state.section else 0
    done = state.progress()
    told = _("第 {here} 节 / {sections}").format(here=here, sections=len(sections))
    told += "   " + (_(STATES[Mark.SEALED]) if state.form.sealed else f"{done.answered}/{done.asked}")
    share = state.form.bounds.blanks
    if share is not None and not state.form.sealed:
        told += "   " + _("可空 {most}").format(most=validity.most(share, done.asked))
    if not submitted(state.form):
        return _("退回重填 · {progress}").format(progress=told) if returned(state.form) else told
    if state.form.response.late:
        return _("迟交 · {progress}").format(progress=told)
    return _("已提交 · {progress}").format(progress=told)


def may_stay_blank(most: int) -> str:
    """The round's rule, told to whoever fills in."""
    return _("这份表最多可以空 {most} 项，空着的提交时算“不了解”；没有“不了解”可选的项必须回答。").format(most=most)


def submitted(form: Form) -> bool:
    """Whether it is handed in."""
    return form.response.state is State.SUBMITTED


def returned(form: Form) -> str:
    """Why it was given back; nothing where it was not, or is handed in again."""
    given_back = form.response.state is State.REOPENED and form.response.originals
    return form.response.originals[-1].reason if given_back else ""


def amended_in_words(form: Form) -> str:
    """That its checklist was amended and why, as long as it is not handed in; nothing where it was not."""
    if not form.amended or submitted(form):
        return ""
    told = _("考评表修订过：{reason}。意思没有变的各项已经带过来，请核对、补齐后提交。").format(reason=form.amended)
    return told + (_("原来提交的已留存，不计入，按 v 看。") if returned(form) else "")


def returned_in_words(form: Form) -> str:
    """The sentence that tells its writer so; nothing where it was not."""
    if told := amended_in_words(form):
        return told
    why = returned(form)
    return _("组织者退回了这份表：{reason}。原来提交的已留存；改好后请重新提交。").format(reason=why) if why else ""


def sealed_in_words(form: Form) -> str:
    """That the form is sealed, whether it counts, and what can be done; nothing where it is not."""
    if not form.sealed:
        return ""
    told = _("这一份是账号重新发放以前填的，已经封存：谁用新的登录方式进来都看不到，原来填的还在。")
    if submitted(form):
        return told + _("它已经提交，照常计入。要改，按 w 作废重填。")
    whole = form.task.answered == form.task.asked
    return told + (
        _("可以照原样一起提交；要改，按 w 作废重填。") if whole else _("不能照原样提交：请按 w 作废重填。")
    )


def section_title(state: FormState, language: str, width: int, glyphs: Glyphs) -> Line:
    """The section's title, how far it has come, and its points."""
    section = state.section
    if section is None:
        return ()
    done = state.progress(section)
    share = f"{done.answered}/{done.asked}"
    points = sum((Fraction(each.points) for each in section.criterion), Fraction(0))
    right = _("{points} 分").format(points=figure(points)) if section.kind == "base" and points else ""
    vetoes_alone = not points and any(each.veto for each in section.criterion)
    if section.kind != "base" and not vetoes_alone:
        right = _("加分项") if section.kind == "bonus" else _("扣分项")
    left = line(
        Part(section.title.say(language), "strong"),
        Part(f"  {sign(done.mark, glyphs)} " + (_(STATES[done.mark]) if state.form.sealed else share)),
    )
    return sides(left, line(Part(right, "quiet")), width)


def state_of(state: FormState, criterion: str) -> str:
    """A criterion's state in words."""
    if state.form.sealed:
        return _(STATES[Mark.SEALED])
    if state.wrong(criterion):
        return _(STATES[Mark.WRONG])
    owed = state.owed(criterion)
    if owed:
        return _("、").join(_(MISSING[what]) for what in owed)
    answer = state.answers.get(criterion)
    return _(STATES[Mark.DONE if answer and answer.given else Mark.NOT_BEGUN])


def paragraphs(state: FormState, language: str, *, whole: bool, notes: bool = True) -> list[tuple[str, str]]:
    """What is said about the criterion under the cursor: (style, text).

    ``whole`` also tells how it scores so far and, with ``notes``, what was written about it.
    """
    if state.cursor is None:
        return []
    criterion = state.criteria[state.cursor]
    first = sealed_in_words(state.form) or returned_in_words(state.form)
    told = [("strong", first)] if whole and first else []
    told += [("", criterion.guidance.say(language))] if criterion.guidance else []
    errata = state.form.errata
    told.append(("strong", beside(errata, ("criterion", criterion.id, "guidance"), language)))
    if state.section is not None and (title := beside(errata, ("section", state.section.id, "title"), language)):
        told.append(("strong", _("本节标题：{told}").format(told=title)))
    if whole:
        told += [("strong", each) for each in beside_head(errata, language)]
    drawing = state.drawing(state.cursor)
    for what, ask in (("reason", criterion.reason), ("evidence", criterion.evidence)):
        if (what, ask) in ASKED:
            told.append(("strong", _(ASKED[what, ask]).format(reason=reason_label(drawing))))
    if whole:
        told += _whole(state, language, notes=notes)
    return told


def _whole(state: FormState, language: str, *, notes: bool) -> list[tuple[str, str]]:
    told = []
    cursor = state.cursor or ""
    criterion, answer = state.criteria[cursor], state.answers.get(cursor)
    if criterion.allow_na:
        told.append(("quiet", _("确实与本人无关的，按 x 填“不适用”。")))
    if answer and answer.given and not isinstance(state.drawing(cursor), Choices):
        told += [("quiet", steps.sentence(step, state.checklist, language)) for step in state.running(cursor).why]
    if (known := state.form.response.known.get(cursor)) is not None:
        told.append(("", facts.source(known, language)))
        told += [("quiet", each) for each in facts.entries(known)]
        told.append(("quiet", _("没有意见就不动它，提交就是确认；有异议，改成自己的数，按 Enter 写理由。")))
    share = state.form.bounds.blanks
    if share is not None and not state.form.sealed:
        told.append(("quiet", may_stay_blank(validity.most(share, state.progress().asked))))
    if notes and answer and answer.reason.strip():
        told.append(("", f"{reason_label(state.drawing(cursor))}：{answer.reason.strip()}"))
    if notes and answer and answer.evidence:
        told.append(("", _("佐证：") + _("；").join(answer.evidence)))
    if state.form.task.purpose is Purpose.PEER:
        told.append(("quiet", who_sees_what(state.form)))
    return told
