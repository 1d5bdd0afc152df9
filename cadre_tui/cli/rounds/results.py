"""``cadre results``: what a round found, as a table or as JSON."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import click

from cadre_tui.cli.acting import signed_in
from cadre_tui.cli.growth.compared import compared_json, compared_told
from cadre_tui.cli.invocation import Invocation
from cadre_tui.cli.json_answer import tell, tell_each
from cadre_tui.cli.rounds.disclosure import vote_json, votes_table
from cadre_tui.cli.rounds.sheet_json import sheet_json
from cadre_tui.cli.spoken import AS_JSON, SpokenArgument, SpokenCommand, SpokenOption
from cadre_tui.cli.table import fitting
from cadre_tui.locale import M_, N_, _, language
from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.people.person import Role
from cadre_tui.model.results.result import CriterionResult, Part, Result, Vote
from cadre_tui.model.rounds.round_rules import RoundRules, Secrecy
from cadre_tui.words import secrecy
from cadre_tui.words.checklists.errata import every
from cadre_tui.words.figures import figure
from cadre_tui.words.oversight.audit import seal
from cadre_tui.words.results import result as words
from cadre_tui.words.results.comparing import beside_told
from cadre_tui.words.results.explained import counts_told, given_told, groups_told
from cadre_tui.words.rounds.title import round_title

WORKED_OUT = N_("已算出 {done}/{of} 人，Ctrl+C 停下")

NOTHING = "·"
"""What stands in a cell that has no value."""


@click.command("results", cls=SpokenCommand, help=N_("看一轮的结果：组织者看全部，干部看自己的；公布以后才能看"))
@click.argument("round_id", cls=SpokenArgument, metavar=M_("轮次编号"))
@click.option("--subject", cls=SpokenOption, metavar=M_("编号"), help=N_("只看这个人的，逐项列出"))
@AS_JSON
@click.pass_obj
def results(invocation: Invocation, round_id: str, subject: str | None, as_json: bool) -> None:
    """An organiser sees everybody; a cadre sees themself, also without ``--subject``."""
    from cadre_tui.cli.oversight.progress import Progress  # noqa: PLC0415 - only where somebody acts
    from cadre_tui.services import audit  # noqa: PLC0415
    from cadre_tui.services.growth.self_and_others import self_and_others  # noqa: PLC0415
    from cadre_tui.services.people import accounts  # noqa: PLC0415
    from cadre_tui.services.results import reading as service  # noqa: PLC0415
    from cadre_tui.services.results.votes import votes  # noqa: PLC0415
    from cadre_tui.services.rounds.life import find  # noqa: PLC0415

    session = signed_in(invocation)
    office = next((role for role in (Role.ORGANISER, Role.SUPERVISOR) if role in session.roles), None)
    if office is not None:
        session = accounts.act_as(session, office)
    else:
        subject = subject or session.person
    held = find(session.county, round_id)
    hashes = (held.rules_hash, audit.last_hash(session.county))
    if subject is None:
        with Progress(WORKED_OUT) as progress:
            _tell_all(held.rules, hashes, service.every(session, round_id, progress.tell), as_json)
        return
    found = service.result(session, round_id, subject)
    named = found.secrecy is Secrecy.NAMED and session.role is not Role.SUPERVISOR
    compared = self_and_others(session, round_id, subject)
    given = votes(session, round_id, subject) if named else ()
    if as_json:
        told = sheet_json(found)
        if named:
            told["votes"] = [vote_json(each) for each in given]
        told["self_and_others"] = compared_json(compared)
        tell({**_head(held.rules, hashes), "results": [told]})
        return
    sheet = _one(found, given, compared_told(compared), oneself=subject == session.person)
    click.echo("\n\n".join((sheet, "\n".join(seal(*hashes)))))


Hashes = tuple[str, str]
"""Of the round's rules, and of the audit log's last entry."""


def _head(rules: RoundRules, hashes: Hashes) -> dict[str, Any]:
    return {"round": rules.id, "mock": rules.mock, "rules_hash": hashes[0] or None, "audit_hash": hashes[1]}


def _tell_all(rules: RoundRules, hashes: Hashes, found: Iterator[Result], as_json: bool) -> None:
    """Everybody's, one after the other: no more is kept than what is printed."""
    if as_json:
        tell_each(_head(rules, hashes), "results", map(sheet_json, found))
        return
    told = "\n\n".join((round_title(rules.title, rules.mock), _all(found), "\n".join(seal(*hashes))))
    click.echo(told)


def _all(found: Iterable[Result]) -> str:
    """One line a person. Colleagues' part is shown as the mean, never by rater."""
    rows = [
        (
            each.unit,
            each.subject.id,
            each.subject.name,
            _total(each),
            each.grade.say(language()) if each.grade else "",
            _("；").join(_part(part, each) for part in each.parts),
        )
        for each in found
    ]
    return fitting((_("单位"), _("编号"), _("姓名"), _("总分"), _("等次"), _("各部分")), rows, _("："))


def _one(each: Result, votes: Sequence[Vote], before: str, *, oneself: bool) -> str:
    """A person's result: what comes ``before`` the total, what colleagues wrote, then the figures.

    With ``votes`` in a named round, for whoever may see them.
    """
    said = language()
    who = " ".join(part for part in (each.subject.name, each.unit, each.subject.duty) if part)
    grade = each.grade.say(said) if each.grade else _("无")
    parts = [
        f"{round_title(each.title, each.mock)}  {who}",
        before,
        _comments(each),
        _("总分：{total}    等次：{grade}").format(total=_total(each), grade=grade),
        "\n".join(words.total_steps(each, said)),
    ]
    if each.criteria:
        headings = (_("考评项"), _("分值"), _("自评"), _("同事"), _("督查"), _("人数"), _("差"), _("比上轮"))
        parts.append(_without_empty(headings, [_row(row) for row in each.criteria]))
    parts.append("\n".join(_sheet(each)))
    explained = [(row, words.own_sentence(each, row, said)) for row in each.criteria if row.own_why]
    if explained:
        rows = [f"{row.text.say(said)}{_('：')}{told}" for row, told in explained]
        parts.append("\n".join((_("自评是怎么算出来的："), *rows)))
    corrected = ((one, each.errata.get(one.name, {})) for one in each.checklists)
    errata = (told for one, known in corrected for told in every(known, one, said))
    notes = (
        *words.gap_sentences(each, said, oneself=oneself),
        words.certainty(each),
        secrecy.kept_back(each),
        beside_told(each),
        *errata,
    )
    parts.append("\n".join(note for note in notes if note))
    if votes:
        parts.append(_("谁评了多少分（记名）：") + "\n" + votes_table(votes))
    former = _("、").join(f"{each.title.say(said)} {_figure(each.total)}" for each in each.former)
    if former:
        parts.append(_("以前各轮：{rounds}").format(rounds=former))
    return "\n\n".join(part for part in parts if part)


def _sheet(each: Result) -> Iterator[str]:
    """How many answered, what each rater group's figures are worked out from, and what was taken off and why."""
    said = language()
    for part in each.parts:
        if part.counts is not None and part.by is not Purpose.SELF:
            yield words.part_name(part, said) + _("：") + counts_told(part.counts)
    for row in each.criteria:
        told = _("；").join((*groups_told(each, row, said), *given_told(each, row, said)))
        if told:
            yield row.text.say(said) + _("：") + told


def _comments(each: Result) -> str:
    """What colleagues wrote, in an order that tells nothing."""
    if not each.comments:
        return secrecy.comments_told(each)
    criteria = {row.criterion: row.text.say(language()) for row in each.criteria}
    told = [f"{criteria.get(one.criterion, one.criterion)}{_('：')}{one.text}" for one in each.comments]
    return "\n".join((_("同事写的评语（按文字排序）："), *told))


def _without_empty(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The table without the columns in which nobody has anything."""
    kept = [column for column in range(len(headings)) if any(row[column] != NOTHING for row in rows)]
    return fitting([headings[column] for column in kept], [[row[column] for column in kept] for row in rows], _("："))


def _row(row: CriterionResult) -> tuple[str, ...]:
    return (
        row.text.say(language()),
        figure(Fraction(row.points)),
        _figure(row.own),
        _figure(row.peers),
        _figure(row.inspection),
        NOTHING if row.raters is None else str(row.raters),
        words.signed(row.gap) or NOTHING,
        words.signed(row.change) or NOTHING,
    )


def _total(each: Result) -> str:
    return _("无") if each.total is None else str(each.total)


def _figure(value: Decimal | None) -> str:
    return NOTHING if value is None else str(value)


def _part(part: Part, each: Result) -> str:
    told = words.part_name(part, language())
    return f"{told} {words.withheld(part, each) if part.score is None else part.score}"
