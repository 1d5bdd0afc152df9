"""Who rates whom as the command line tells it: in words and tables, and as JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from cadre_tui.cli.json_answer import texts
from cadre_tui.cli.table import table
from cadre_tui.locale import _, language
from cadre_tui.model.fault import Fault
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.allocation import Pair, Proof, UnitProof
from cadre_tui.model.rounds.round_allocation import Asked, Proposal, Seed, WhoRatesWhom
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds import raters as words

SHOWN = 20
"""Problems that are told one by one; of more, the rest is counted."""


def proposal_in_words(proposal: Proposal) -> str:
    """What would be stored, with its proof; who rates whom in detail is a matter of JSON, or of ``raters``."""
    parts = [*words.moves(proposal.moves), words.kept(proposal)]
    parts += [_units(proposal.proof.units)]
    parts += ["\n".join(words.proof_lines(proposal.proof, settled=proposal.proof.holds))]
    parts += [_faults(words.problems_of(proposal))]
    return "\n\n".join(part for part in parts if part)


def standing(found: WhoRatesWhom) -> str:
    """How the stored pairs stand."""
    if found.proof is None:
        return ""
    lines = "\n".join(words.proof_lines(found.proof, settled=found.proof.holds))
    accepted = [
        _("已经写明理由、接受的不均衡有 {count} 处：{why}").format(
            count=len(found.accepted), why=_("；").join(each.reason for each in found.changes if each.reason)
        )
    ]
    parts = [lines, *(accepted if found.accepted else []), _faults(words.problems_in(found))]
    return "\n\n".join(part for part in parts if part)


def everybody(found: WhoRatesWhom) -> str:
    """A line a person: by how many rated, how many to rate."""
    headings = (_("编号"), _("姓名"), _("单位"), _("几人评他"), _("他评几人"))
    rows = [
        (each.person.id, each.person.name, each.person.unit, str(each.raters), str(each.subjects))
        for each in found.people
    ]
    if found.paired and found.proof is None:
        told = _("还没有定好谁评价谁。")
    else:
        told = table(headings, [tuple(map(printable, row)) for row in rows])
    return "\n\n".join(part for part in (words.openness(found.secrecy), told, standing(found)) if part)


def one_person(one: Asked) -> str:
    """Who rates one person, and whom that person rates."""
    groups = bool(one.groups)
    headings = (_("编号"), _("姓名"), _("单位"), _("职务"), *((_("评价主体"),) if groups else ()))
    rows = []
    for each in one.raters:
        title = one.groups.get(each.id)
        group = (title.say(language()) if title else "",) if groups else ()
        rows.append((*_row(each), *group))
    parts = [
        _("评价 {name} 的有 {count} 人：").format(name=printable(one.person.name), count=len(one.raters)),
        table(headings, rows),
        _("{name} 评价 {count} 人：").format(name=printable(one.person.name), count=len(one.subjects)),
        table(headings[:4], [_row(each) for each in one.subjects]),
    ]
    return "\n".join(parts[:2]) + "\n\n" + "\n".join(parts[2:])


def seed_in_words(found: Seed | None) -> str:
    """What everybody may know."""
    if found is None:
        return _("这一轮谁评价谁由规则和花名册决定，没有分配，也没有种子。")
    told = _("谁评价谁的指纹：{digest}（{count} 对）").format(digest=found.digest, count=found.pairs)
    return told + "\n" + words.seed(found.seed)


def proposal_json(proposal: Proposal) -> dict[str, Any]:
    """The pairs and the proof; the seed is not told before the filling in has ended."""
    return {
        "round": proposal.round,
        "assignments": _pairs_json(proposal.pairs),
        "kept": _pairs_json(proposal.kept),
        "conflicts": _pairs_json(proposal.conflicts),
        "proof": _proof_json(proposal.proof),
        "problems": _faults_json(words.problems_of(proposal)),
        **{name: list(ids) for name, ids in proposal.moves._asdict().items()},
    }


def raters_json(found: WhoRatesWhom) -> dict[str, Any]:
    """Everybody in counts."""
    return {
        "round": found.round,
        "colleagues": found.colleagues,
        "secrecy": found.secrecy.value,
        "digest": found.digest or None,
        "people": [
            {"id": each.person.id, "name": each.person.name, "unit": each.person.unit, "raters": each.raters,
             "subjects": each.subjects}
            for each in found.people
        ],
        "proof": None if found.proof is None else _proof_json(found.proof),
        "problems": _faults_json(words.problems_in(found)),
        "accepted": len(found.accepted),
        "changes": [
            {"by": each.by, "at": each.at.isoformat(), "reason": each.reason, "added": _pairs_json(each.added),
             "removed": _pairs_json(each.removed)}
            for each in found.changes
        ],
    }  # fmt: skip


def one_json(one: Asked) -> dict[str, Any]:
    """One person's raters, each with the group, and whom that person rates."""
    return {
        "subject": one.person.id,
        "raters": [
            {"id": each.id, "name": each.name, "group": texts(one.groups.get(each.id))} for each in one.raters
        ],
        "subjects": [{"id": each.id, "name": each.name} for each in one.subjects],
    }


def seed_json(found: Seed | None) -> dict[str, Any] | None:
    """What everybody may know."""
    return found.model_dump(mode="json", exclude={"round"}) if found else None


def _proof_json(proof: Proof) -> dict[str, Any]:
    return {
        "per_subject": proof.per_subject.model_dump(),
        "per_rater": proof.per_rater.model_dump(),
        "components": proof.components,
        "mutual_pairs": proof.mutual_pairs,
        "holds": proof.holds,
    }


def _pairs_json(pairs: Iterable[Pair]) -> list[dict[str, str]]:
    return [{"rater": each.rater, "subject": each.subject} for each in pairs]


def _units(units: Sequence[UnitProof]) -> str:
    headings = (_("单位"), _("单位人数"), _("每人被几人评"), _("每人评几人"), _("片数"), _("互评的对数"))
    rows = [
        (
            printable(each.unit),
            str(each.people),
            words.spread(each.per_subject),
            words.spread(each.per_rater),
            str(each.components),
            str(each.mutual_pairs),
        )
        for each in units
    ]
    return table(headings, rows)


def _row(each: Person) -> tuple[str, str, str, str]:
    return printable(each.id), printable(each.name), printable(each.unit), printable(each.duty)


def _faults(faults: Sequence[Fault]) -> str:
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    told = [_("提醒：{what}").format(what=sentence(each)) for each in faults[:SHOWN]]
    if len(faults) > SHOWN:
        told.append(_("……共 {count} 处").format(count=len(faults)))
    return "\n".join(told)


def _faults_json(faults: Sequence[Fault]) -> list[dict[str, str]]:
    from cadre_tui.words.faults import sentence  # noqa: PLC0415 - many sentences, needed here only

    return [{"code": each.code, "message": sentence(each)} for each in faults]
