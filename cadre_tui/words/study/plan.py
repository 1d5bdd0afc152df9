"""A study plan's items in words: what each said before it was changed."""

from collections.abc import Iterator
from typing import Final

from cadre_tui.locale import N_, _
from cadre_tui.model.study.plan import StudyItem
from cadre_tui.model.study.terms import Matter, StudyKind
from cadre_tui.words.study import terms

FIELDS: Final = {
    "goal": N_("目标"),
    "content": N_("内容"),
    "kind": N_("类别"),
    "matter": N_("理论或业务"),
    "work": N_("结合的工作"),
    "hours": N_("学时"),
    "due": N_("期限"),
    "proof": N_("凭据"),
}


def revisions(item: StudyItem) -> Iterator[str]:
    """``第 2 条 2026-05-03 改过：学时原为 12；理由：…``, a line a change."""
    for each in item.history:
        was = _("，").join(
            _("{field}原为“{value}”").format(field=_(FIELDS[name]), value=_value(name, value) or _("空"))
            for name, value in each.was.items()
            if name in FIELDS
        )
        told = _("第 {id} 条 {day} 改过：{was}").format(id=item.id, day=each.at.date().isoformat(), was=was)
        yield told + (_("；理由：{why}").format(why=each.why) if each.why else "")


def _value(name: str, value: str) -> str:
    if name == "kind":
        return _(terms.KINDS[StudyKind(value)])
    return _(terms.MATTERS[Matter(value)]) if name == "matter" else value
