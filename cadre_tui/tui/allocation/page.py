"""What the organiser sees of who rates whom: problems first, then the proof, the units, the people. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial

from cadre_tui.locale import _
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.allocation import Proof, UnitProof
from cadre_tui.model.rounds.round_allocation import AskedCount, Proposal, WhoRatesWhom
from cadre_tui.tui.drawing.columns import fit, width_of, wrap
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line
from cadre_tui.words import faults
from cadre_tui.words.rounds import raters as said

MOST_PROBLEMS = 6
"""So many are told one by one; of more, how many there are."""

NAME, NUMBER = 12, 9


def rows(
    told: WhoRatesWhom,
    proposal: Proposal | None,
    typed: str,
    glyphs: Glyphs,
    width: int,
    go: Callable[[Person], object],
) -> list[Row]:
    """The page; of a proposal that is not taken yet, its own."""
    proof = proposal.proof if proposal else told.proof
    people = counted(told, proposal)
    found = [] if typed else [*_top(told, proposal, proof, glyphs, width)]
    shown = matching(people, typed)
    if people:
        found += [Row(_people_head), *_people(shown, glyphs, go)]
    return found


def counted(told: WhoRatesWhom, proposal: Proposal | None) -> tuple[AskedCount, ...]:
    """Everybody with their numbers, as they are or as they would be."""
    if proposal is None or not told.paired:
        return told.people if not told.paired or told.proof else ()
    pairs = (*proposal.pairs, *(each for each in proposal.kept if each.rater != each.subject))
    gets, gives = Counter(each.subject for each in pairs), Counter(each.rater for each in pairs)
    return tuple(AskedCount(each, gets[each.id], gives[each.id]) for each in proposal.people)


def matching(people: Sequence[AskedCount], typed: str) -> tuple[AskedCount, ...]:
    """Those whose name, pinyin, id, unit or post holds every word that was typed."""
    wanted = typed.casefold().split()

    def described(person: Person) -> str:
        syllables = person.sort_key.split()
        initials = "".join(each[0] for each in syllables)
        parts = (person.name, person.id, person.unit, person.duty, person.sort_key, "".join(syllables), initials)
        return " ".join(parts).casefold()

    return tuple(each for each in people if all(word in described(each.person) for word in wanted))


def _top(told: WhoRatesWhom, proposal: Proposal | None, proof: Proof | None, glyphs: Glyphs, width: int) -> list[Row]:
    found = [*_text(_standing(told, proposal), width, "next"), *_text(said.openness(told.secrecy), width, "quiet")]
    problems = said.problems_of(proposal) if proposal else said.problems_in(told)
    names = {
        each.id: each.name for each in (*(one.person for one in told.people), *(proposal.people if proposal else ()))
    }
    for each in (said.with_names(one, names) for one in problems[:MOST_PROBLEMS]):
        where = f"{each.path}{_('：')}" if each.path else ""
        found += _text(f"{glyphs.wrong} {where}{faults.explanation(each.model_copy(update={'path': ''}))}", width)
    if len(problems) > MOST_PROBLEMS:
        found += _text(_("……共 {count} 处，按 w 看全部").format(count=len(problems)), width)
    if proposal:
        for text in (*said.moves(proposal.moves), said.kept(proposal)):
            found += _text(text, width) if text else []
    elif told.accepted:
        reasons = _("；").join(each.reason for each in told.changes if each.reason)
        accepted = _("已经写明理由、接受的不均衡有 {count} 处：{why}").format(count=len(told.accepted), why=reasons)
        found += _text(accepted, width)
    if proof is not None:
        found.append(blank())
        for text in said.proof_lines(proof, settled=proof.holds):
            found += _text(text, width)
        found += [blank(), Row(_unit_head), *(Row(partial(_unit_line, each, glyphs)) for each in proof.units)]
    return [*found, blank()]


def _standing(told: WhoRatesWhom, proposal: Proposal | None) -> str:
    """What may be done next."""
    if proposal is not None:
        return _("这样安排还没有采用：看过以后按 t 采用，按 g 再分一次，按 Esc 放弃。")
    if not told.paired:
        return _("谁评价谁由规则和花名册决定。选一个人按 Enter，看谁评他、他评谁。")
    if told.proof is None:
        waiting = {
            "balanced": _("还没有分配：按 g 分配，先看结果再采用。"),
            "list": _("还没有名单：按 i 从表格文件导入。"),
        }
        return waiting[told.colleagues]
    return _("已经定好。选一个人按 Enter，看谁评他、他评谁，也可以一对一对地改。")


def _text(text: str, width: int, style: str = "") -> list[Row]:
    return [words(line(Part(each, style))) for each in wrap(text, max(width - 1, 20))]


def _unit_head(width: int, here: bool) -> Line:
    del here
    heads = (_("单位人数"), _("几人评"), _("评几人"), _("片数"), _("互评对"))
    return line(Part(_columns(_("单位"), heads, width), "quiet"))


def _unit_line(unit: UnitProof, glyphs: Glyphs, width: int, here: bool) -> Line:
    del here
    numbers = (
        str(unit.people),
        said.spread(unit.per_subject),
        said.spread(unit.per_rater),
        str(unit.components),
        str(unit.mutual_pairs),
    )
    return line(_columns(unit.unit, numbers, width, glyphs.ellipsis))


def _columns(name: str, numbers: Sequence[str], width: int, ellipsis: str = "…") -> str:
    room = min(max(width - len(numbers) * (NUMBER + 1) - 1, 12), 30)
    return fit(name, room, ellipsis=ellipsis) + "".join(" " + fit(each, NUMBER, "right") for each in numbers)


def _people_head(width: int, here: bool) -> Line:
    del here
    return line(
        Part("  " + _person_columns(_("姓名"), _("单位"), _("职务"), _("几人评他"), _("他评几人"), width), "quiet")
    )


def _people(people: Sequence[AskedCount], glyphs: Glyphs, go: Callable[[Person], object]) -> list[Row]:
    def draw(each: AskedCount, width: int, here: bool) -> Line:
        person = each.person
        told = _person_columns(
            person.name, person.unit, person.duty, str(each.raters), str(each.subjects), width, glyphs.ellipsis
        )
        return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {told}", "strong" if here else ""))

    return [Row(partial(draw, each), partial(go, each.person), each.person.id) for each in people]


def _person_columns(
    name: str, unit: str, duty: str, raters: str, subjects: str, width: int, ellipsis: str = "…"
) -> str:
    number = max(NUMBER, width_of(_("几人评他")), width_of(_("他评几人")))
    room = max(width - NAME - 2 * (number + 1) - 6, 20)
    place = min(room // 2, 24)
    post = min(room - place, 30)
    return " ".join(
        (
            fit(name, NAME, ellipsis=ellipsis),
            fit(unit, place, ellipsis=ellipsis),
            fit(duty, post, ellipsis=ellipsis),
            fit(raters, number, "right"),
            fit(subjects, number, "right"),
        )
    )
