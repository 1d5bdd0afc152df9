"""The sentences that the grid of colleagues tells when a key was pressed. Pure."""

from collections.abc import Sequence

from cadre_tui.locale import _
from cadre_tui.model.filling.form import Form
from cadre_tui.tui.colleagues.grid import Grid
from cadre_tui.tui.colleagues.page import OWED
from cadre_tui.tui.colleagues.sheet import Mark
from cadre_tui.tui.colleagues.words import BY_FORM
from cadre_tui.tui.encouragement.commended import Commended
from cadre_tui.tui.form.words import returned


def why_given_back(forms: Sequence[Form]) -> str:
    """That the organiser gave something back, and why; nothing where nothing was."""
    back = {form.task.subject.name: returned(form) for form in forms if returned(form)}
    if not back:
        return ""
    return _("组织者退回了对 {names} 的评价：{reason}。改好后请重新提交。").format(
        names=_("、").join(back), reason=_("；").join(dict.fromkeys(back.values()))
    )


def what_it_lacks(grid: Grid, row: int, column: int) -> str:
    """Which words the answer at a place lacks; nothing where it lacks none."""
    cell = grid.cell(row, column)
    if cell.mark is not Mark.OWING:
        return ""
    owed = _("、").join(_(OWED[each]) for each in cell.owes)
    return _("{name}：{owed}。按 Enter 补写。").format(name=grid.people[row].name, owed=owed)


def what_remains(grid: Grid) -> str:
    """What remains to be done where everybody is scored; nothing where somebody is not."""
    if not grid.people or grid.all_closed:
        return ""
    if grid.done:
        return _("全部评完了。按 s 提交。")
    return "" if grid.left_open else _("都评了，还缺 {count} 处说明。按 n 去补。").format(count=grid.owing)


def why_not(grid: Grid | None, digit: int | None) -> str:
    """Why nothing can be answered here; without a digit, nothing where only the answer itself is at fault."""
    if grid is None or not grid.people or not grid.columns:
        return _("没有要评的同事。")
    column, person = grid.columns[grid.column], grid.people[grid.row]
    if grid.cell(grid.row, grid.column).mark is Mark.SEALED:
        return _("对{name}的评价是账号重新发放以前填的，已经封存。要改，按 Enter 打开，再按 w 作废重填。").format(
            name=person.name
        )
    if grid.handed_in(grid.row):
        return _("已经提交，不能再改。要改请按 s，先收回。")
    if grid.closed(grid.row):
        return _("已经截止，不能再改，只能看。")
    if grid.cell(grid.row, grid.column).mark is Mark.NOT_ASKED:
        return _("这一项不评{name}。").format(name=person.name)
    if digit is None:
        return ""
    if not column.options:
        return _(BY_FORM)
    return _("这一项没有 {digit}，请按 1 到 {last}。").format(digit=digit, last=len(column.options))


def commended_on(grid: Grid | None, round_id: str, scored: tuple[int, int] | None) -> Commended | None:
    """To whom and about what encouragement would be written: whom a digit just scored, else at the cursor."""
    if grid is None or not grid.people or not grid.columns:
        return None
    row, column = scored or (grid.row, grid.column)
    task, criterion = grid.task(row, column), grid.columns[column].criterion
    if task is None:
        return None
    return Commended(round_id, grid.people[row], task.checklist, criterion.id, criterion.text)
