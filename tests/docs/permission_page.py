"""The page of who may do what, made from the one table: ``python -m tests.docs.permission_page``."""

from pathlib import Path

from cadre_tui import locale
from cadre_tui.locale import _
from cadre_tui.locale.build_catalogues import compile_catalogues
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import Phase
from cadre_tui.services.permission.table import ALWAYS, TABLE, Rule, Whose

PAGE = Path(__file__).parents[2] / "docs" / "engineers" / "permissions.md"
ROLES = {
    Role.ORGANISER: ("组织者", "organiser"),
    Role.CLERK: ("单位联络员", "unit clerk"),
    Role.SUPERVISOR: ("督查", "supervisor"),
    Role.CADRE: ("干部", "cadre"),
    Role.RATER: ("评价人", "rater"),
}
WHOSE = {
    Whose.OWN: ("自己的", "one's own"),
    Whose.UNIT: ("本单位的", "of one's units"),
    Whose.ANYBODY: ("所有人的", "anybody's"),
}
PHASES = {
    Phase.SETUP: ("筹备", "setup"),
    Phase.OPEN: ("进行中", "open"),
    Phase.SELF: ("自评中", "self"),
    Phase.PEER: ("互评中", "peer"),
    Phase.MODERATION: ("审核中", "moderation"),
    Phase.PUBLISHED: ("已公布", "published"),
    Phase.ARCHIVED: ("已归档", "archived"),
}
INTRODUCTION = """# 权限表 · Who may do what

每一次操作，无论从界面还是从命令来，都先查这张表；**表里没有写的，一律不许**。同事之间谁评了什么，只有两种情形看得到：
记名的轮次公布以后，组织者和被评人看得到谁打了多少分；保密的轮次由两个人一同登录、写明理由打开原始评分，并记入操作记录。

Every call of a service, from a screen or from a command, asks this table first. **What no row allows is forbidden.**
What one colleague answered about another is read in two cases alone: in a named round, once published, by organisers
and the person rated; in a confidential one by two people who sign in together and give a reason, which is noted in
the audit log.

本页由 `cadre_tui/services/permission/table.py` 里的表生成，测试核对两者一致。
This page is made from the table in `cadre_tui/services/permission/table.py`; a test holds the two together.
"""


def page() -> str:
    """The whole page, in both languages."""
    chinese, english = (_table(language, side) for side, language in enumerate(("zh", "en")))
    return f"{INTRODUCTION}\n{chinese}\n\n{english}\n"


def _table(language: str, side: int) -> str:
    before = locale.language()
    locale.use(language)
    try:
        heading = (("事项", "角色", "谁的", "轮次阶段"), ("what", "role", "whose", "phase of the round"))[side]
        rows = [_row(rule, side) for rule in TABLE]
    finally:
        locale.use(before)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heading, ("---",) * 4, *rows))


def _row(rule: Rule, side: int) -> tuple[str, ...]:
    always = ("任何时候", "any")[side]
    phases = ("、", ", ")[side].join(PHASES[each][side] for each in Phase if each in rule.phases)
    return (
        _(rule.meaning),
        ROLES[rule.role][side],
        WHOSE[rule.whose][side],
        always if rule.phases == ALWAYS else phases,
    )


if __name__ == "__main__":
    compile_catalogues(Path(locale.__file__).parent)
    PAGE.write_text(page(), "utf-8")
