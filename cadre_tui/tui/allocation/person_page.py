"""What stands on the screen of one person's raters: who rates them, whom they rate. Pure."""

from collections.abc import Callable, Sequence
from functools import partial

from cadre_tui.locale import _, language
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.allocation import Pair
from cadre_tui.model.rounds.round_allocation import Asked, Proposal
from cadre_tui.tui.drawing.columns import fit
from cadre_tui.tui.drawing.glyphs import Glyphs
from cadre_tui.tui.drawing.menu import Row, blank, words
from cadre_tui.tui.drawing.parts import Line, Part, line

NAME = 12


def proposed(person: Person, proposal: Proposal) -> Asked:
    """Who would rate somebody, and whom they would rate."""
    pairs = {*proposal.pairs, *(each for each in proposal.kept if each.rater != each.subject)}
    return Asked(
        person=person,
        raters=tuple(each for each in proposal.people if Pair(each.id, person.id) in pairs),
        subjects=tuple(each for each in proposal.people if Pair(person.id, each.id) in pairs),
    )


def pair_of(row: str, person: str) -> Pair:
    """The pair that a row stands for."""
    kind, other = row.split(" ", 1)
    return Pair(other, person) if kind == "rater" else Pair(person, other)


def rows(asked: Asked, glyphs: Glyphs, go: Callable[[Person], object]) -> list[Row]:
    """Two lists; choosing somebody leads to their own page."""
    name = asked.person.name
    raters = _("评价 {name} 的有 {count} 人：").format(name=name, count=len(asked.raters))
    subjects = _("{name} 评价 {count} 人：").format(name=name, count=len(asked.subjects))
    return [
        words(line(Part(raters, "strong"))),
        *_people("rater", asked.raters, asked, glyphs, go),
        blank(),
        words(line(Part(subjects, "strong"))),
        *_people("subject", asked.subjects, asked, glyphs, go),
    ]


def _people(
    kind: str, people: Sequence[Person], asked: Asked, glyphs: Glyphs, go: Callable[[Person], object]
) -> list[Row]:
    if not people:
        return [words(line("  ", Part(_("没有人。"), "quiet")))]

    def draw(person: Person, width: int, here: bool) -> Line:
        title = asked.groups.get(person.id) if kind == "rater" else None
        room = max(width - NAME - 6, 20)
        place, post = min(room // 3, 24), min(room // 3, 24)
        told = " ".join(
            (
                fit(person.name, NAME, ellipsis=glyphs.ellipsis),
                fit(person.unit, place, ellipsis=glyphs.ellipsis),
                fit(person.duty, post, ellipsis=glyphs.ellipsis),
                fit(title.say(language()) if title else "", room - place - post, ellipsis=glyphs.ellipsis),
            )
        )
        return line(Part(glyphs.cursor if here else " ", "next"), Part(f" {told.rstrip()}", "strong" if here else ""))

    return [Row(partial(draw, each), partial(go, each), f"{kind} {each.id}") for each in people]
