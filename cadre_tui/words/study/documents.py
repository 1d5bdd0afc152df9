"""The papers of study: the sign-in sheet, and the summary of a period as a draft that an office goes on editing."""

from datetime import date

from cadre_tui.locale import _, language
from cadre_tui.model.study.session import SessionState
from cadre_tui.model.study.settings import StudySettings
from cadre_tui.model.study.views import SignIn, StudyOverview
from cadre_tui.reports.document import Block, Column, Document, Fields, Heading, Paragraph, Signatures, Table
from cadre_tui.words.documents import shared
from cadre_tui.words.oversight.audit import seal
from cadre_tui.words.printable import printable
from cadre_tui.words.study import overview, terms
from cadre_tui.words.study.signing import counted

MOST_DUE = 60
"""Lines of what is due that a summary lists; of more, the number is told."""


def sheet(of: SignIn, settled: StudySettings, county: str) -> Document:
    """Names in order, with room to sign; what was marked already stands there."""
    session = of.session
    facts = (
        (_("时间"), terms.when(session)),
        (_("班次"), terms.audience(session.audience, settled)),
        (_("主题"), printable(session.theme)),
        (_("主讲"), printable(session.speaker)),
        (_("地点"), printable(session.place)),
        (_("学时"), terms.hours(session.hours)),
    )
    rows = tuple(
        (str(at), printable(each.person.name), printable(each.unit), _mark(of, at - 1), "")
        for at, each in enumerate(of.lines, 1)
    )
    columns = (
        Column(_("序号"), 6),
        Column(_("姓名"), 12),
        Column(_("单位"), 20),
        Column(_("签名"), 20),
        Column(_("备注"), 16),
    )
    blocks: tuple[Block, ...] = (Fields(facts), Table(columns, rows))
    if session.state is SessionState.HELD:
        blocks += (Paragraph(counted(of) + _("。"), "note"),)
    return _document(_("集中学习签到册"), county, (*blocks, Signatures((_("记录人"), _("组织学习的领导")))))


def summary(of: StudyOverview, county: str, day: date, audit_hash: str) -> Document:
    """How study stands: sentences to be gone on with, the figures by unit and level, what is due."""
    blocks: tuple[Block, ...] = (
        Heading(_("一、总的情况")),
        Paragraph(_whole_told(of)),
        Heading(_("二、各单位、各层级")),
        *_unit_and_level_tables(of),
        Heading(_("三、该办的事")),
        *_due(of),
        Heading(_("四、主要做法和不足")),
        Paragraph(_("（请补写：好的做法、存在的不足、原因。）")),
        Heading(_("五、下一步")),
        Paragraph(_("（请补写：要做什么、谁负责、什么时候以前。）")),
        Paragraph(f"{printable(county)}　{day.isoformat()}", "right"),
    )
    return _document(_("学习情况小结"), county, blocks, subtitle=terms.period(of.period), seals=seal("", audit_hash))


def _whole_told(of: StudyOverview) -> str:
    """Everybody's study in one sentence."""
    whole = of.whole
    return _(
        "{period}，共 {people} 名干部，人均 {hours} 学时，达到规定学时的 {met} 人，落后于进度的 {behind} 人；"
        "集中学习已办 {held} 次，还有 {planned} 次，出勤率 {attendance}；"
        "学习计划 {items} 条，完成 {done} 条（{carried_out}），过期未完成 {overdue} 条，没有写计划的 {planless} 人。"
    ).format(
        period=terms.period(of.period),
        people=whole.people,
        hours=terms.hours(whole.mean_hours),
        met=whole.met,
        behind=whole.behind,
        held=of.held,
        planned=of.planned,
        attendance=terms.share(whole.attendance),
        items=whole.items,
        done=whole.done,
        carried_out=terms.share(whole.carried_out),
        overdue=whole.overdue,
        planless=whole.planless,
    )


def _unit_and_level_tables(of: StudyOverview) -> tuple[Block, ...]:
    titles = overview.headings()
    columns = tuple(Column(title, 20 if at == 0 else 9) for at, title in enumerate(titles))
    return (
        Table(columns, tuple(tuple(map(printable, row)) for row in overview.rows(of))),
        Table(columns, tuple(overview.cells(each, overview.level_name(each.name)) for each in of.levels)),
        Paragraph(_("领导干部和其他干部按同一标准统计；统计到 {day}。").format(day=of.until.isoformat()), "note"),
    )


def _due(of: StudyOverview) -> tuple[Block, ...]:
    """What is due, as far as the summary lists it."""
    if not of.due:
        return (Paragraph(_("没有。")),)
    columns = (Column(_("姓名"), 12), Column(_("单位"), 24), Column(_("该办的"), 40, "left"))
    rows = tuple((printable(each.person.name), printable(each.unit), terms.due(each)) for each in of.due[:MOST_DUE])
    if len(of.due) <= MOST_DUE:
        return (Table(columns, rows),)
    return Table(columns, rows), Paragraph(_("……共 {count} 件").format(count=len(of.due)), "note")


def sheet_name(of: SignIn) -> str:
    """What a sheet's file is called."""
    return _("签到册-{session}-{day}").format(session=of.session.id, day=of.session.day.isoformat())


def summary_name(of: StudyOverview) -> str:
    """What a summary's file is called."""
    return _("学习情况小结-{first}-{last}").format(first=of.period.first.isoformat(), last=of.period.last.isoformat())


def _mark(of: SignIn, at: int) -> str:
    attendance = of.lines[at].attendance
    return "" if attendance is None else terms.mark(attendance)


def _document(
    title: str, county: str, blocks: tuple[Block, ...], subtitle: str = "", seals: tuple[str, ...] = ()
) -> Document:
    return Document(
        title=title,
        blocks=blocks,
        pages=shared.pages(),
        subtitle=subtitle,
        running=printable(county),
        seal=seals,
        language="zh-CN" if language() == "zh" else "en",
    )
