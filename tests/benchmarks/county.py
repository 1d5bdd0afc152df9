"""Counties to measure in: one person with a form of any length, and a crowd with any number of responses."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.rounds.round_rules import RoundRules, Use, Validity
from cadre_tui.model.text import Text
from cadre_tui.services.county import County, open_county
from cadre_tui.services.people import accounts, roster
from cadre_tui.services.rounds import life
from cadre_tui.services.rounds.raters import allocation

PASSWORD = "qinghe-2026"
PERSON = "p1"
IN_A_SECTION = 20


def checklist(criteria: int) -> str:
    """A checklist of that many ratings, in sections of twenty."""
    lines = [
        f'schema = 1\nid = "bench.form{criteria}"\nversion = "1"\ntitle = "长表"\n',
        '[[scale]]\nid = "five"\noption = [',
        *(
            f'  {{ code = "{code}", text = "{text}", score = {score} }},'
            for code, text, score in (("a", "好", 100), ("b", "较好", 80), ("c", "一般", 60), ("d", "差", 40))
        ),
        '  { code = "e", text = "不了解" },\n]',
    ]
    for number in range(criteria):
        if number % IN_A_SECTION == 0:
            section = number // IN_A_SECTION + 1
            lines.append(f'[[section]]\nid = "s{section}"\ntitle = "第{section}部分学习计划建立与实施"')
        lines.append(
            f'  [[section.criterion]]\n  id = "s.c{number}"\n  kind = "rating"\n  scale = "five"\n  points = 5\n'
            f'  text = "第{number + 1}项：年度个人学习计划是否建立，目标、内容、进度、责任是否齐全"\n'
            '  guidance = "看计划文本：目标、内容、进度、责任四要素齐全。"'
        )
    return "\n".join(lines) + "\n"


def with_form(folder: Path, criteria: int) -> County:
    """A county in which one person is asked to fill a form of that many criteria."""
    checklists = folder / "checklists"
    checklists.mkdir(parents=True, mode=0o700)
    folder.chmod(0o700)
    (checklists / "form.toml").write_text(checklist(criteria), "utf-8")
    return crowd(folder, 1, (Use(checklist=f"bench.form{criteria}", by=Purpose.SELF, weight=Decimal(1)),))


def crowd(
    folder: Path,
    people: int,
    uses: tuple[Use, ...],
    unit_size: int = 10,
    reviewers: int | None = None,
    validity: Validity = Validity(),  # noqa: B008 - never changed
) -> County:
    """A county of that many people in units of ``unit_size``, all in one open round with that ``validity``.

    Everybody rates everybody of their unit, or ``reviewers`` of them, dealt out evenly.
    """
    county = open_county(f"tinydb://{folder.absolute()}", folders=(folder / "checklists",))
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    organiser = accounts.sign_in(county, "zzb", PASSWORD)
    table = folder.parent / f"roster-{people}.csv"
    rows = [f"p{n},干部{n},单位{(n - 1) // unit_size + 1},agency-staff,科员" for n in range(1, people + 1)]
    table.write_text("编号,姓名,单位,层级,职务\n" + "\n".join(rows) + "\n", "utf-8")
    roster.import_roster(organiser, table)
    codes = accounts.issue_activation_codes(organiser, [PERSON])
    accounts.activate(county, PERSON, codes[PERSON], PASSWORD)
    until = datetime.now(UTC) + timedelta(days=30)
    deadlines = {use.by: until for use in uses}
    title, raters = Text({"zh": "考评", "en": "Round"}), min(unit_size // 2, 5)
    rules = RoundRules(
        id="r1", title=title, use=uses, deadlines=deadlines, min_raters=max(raters, 1), validity=validity
    )
    if reviewers is not None:
        rules = rules.model_copy(update={"colleagues": "balanced", "reviewers": reviewers})
    life.new(organiser, rules)
    if reviewers is not None:
        allocation.allocate(organiser, "r1", seed=1)
    life.open_round(organiser, "r1")
    return county
