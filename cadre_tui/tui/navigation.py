"""The way from screen to screen. Each is imported by its name when it is first opened: the first shows soon."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from cadre_tui.tui.screens import SCREENS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cadre_tui.model.checklists.checklist import Purpose
    from cadre_tui.model.filling.home import Task, Todo
    from cadre_tui.model.oversight.remedy import RemedyLine
    from cadre_tui.model.people.person import Person
    from cadre_tui.model.results.county_result import CountyResult, CriterionAsked, UnitFigures
    from cadre_tui.model.results.outcome import Case, Settled
    from cadre_tui.model.rounds.round import Round
    from cadre_tui.model.text import Text
    from cadre_tui.plugins.known.catalogue import Catalogue
    from cadre_tui.tui.actions import Action, Entry


def made(name: str, *arguments: object) -> Screen[Any]:
    """The screen of that name."""
    module, kind = SCREENS[name].split(":")
    screen: Screen[Any] = getattr(import_module(f"cadre_tui.tui.{module}"), kind)(*arguments)
    return screen


def open_form(app: App[Any], task: Task, at: str | None = None, *, instead: bool = False) -> None:
    """Fill in one response, from criterion ``at`` on where it is named; ``instead`` of the screen that is open."""
    screen = made("form", task, at)
    if instead:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def open_preview(
    app: App[Any],
    path: Path,
    purpose: Purpose | None = None,
    known: Callable[[], Catalogue] | None = None,
    then: Callable[[], object] | None = None,
) -> None:
    """See how the checklist in a file is filled in; ``then`` is called when it is closed.

    ``known`` gives the checklists among which an overlay finds its base; left out, the county's.
    """

    def closed(_result: object) -> None:
        if then is not None:
            then()

    app.push_screen(made("preview", path, purpose, known), closed)


def open_form_of_list(app: App[Any], task: Task, at: str | None = None) -> None:
    """From the list of what is missing to a criterion. The way home never grows beyond two steps.

    A form from which the list was opened gives way to the new one; the list itself stays beneath only where it is
    the first screen after home.
    """
    beneath = _name_beneath(app)
    if beneath == "form":
        app.pop_screen()
    open_form(app, task, at, instead=beneath in ("form", "colleagues"))


def open_colleagues(app: App[Any], todo: Todo) -> None:
    """Score all colleagues of one round."""
    app.push_screen(made("colleagues", todo))


def open_hand_in(app: App[Any], round_id: str, purpose: Purpose) -> None:
    """See what is missing, and hand in; from a form that was opened there, go back to the list."""
    if _name_beneath(app) == "hand-in":
        app.pop_screen()
    else:
        app.push_screen(made("hand-in", round_id, purpose))


def open_result(app: App[Any], round_id: str, subject_id: str) -> None:
    """See what a round found about one person."""
    app.push_screen(made("result", round_id, subject_id))


def open_explained(app: App[Any], round_id: str, subject_id: str, criterion: tuple[str, str]) -> None:
    """See how the numbers of a criterion (its checklist's name, its id) came about."""
    app.push_screen(made("result", round_id, subject_id, criterion))


def open_results(app: App[Any], round_id: str) -> None:
    """See what a round found about everybody: for the organiser."""
    app.push_screen(made("results", round_id))


def open_county(
    app: App[Any], round_id: str, found: CountyResult | None = None, unit: UnitFigures | None = None
) -> None:
    """See what a round found about the county, or (of what was ``found``) about one unit."""
    app.push_screen(made("county", round_id, found, unit))


def open_remedies(app: App[Any], round_id: str, unit: str = "") -> None:
    """See what has to be put right after a round; ``unit`` is whose page one comes from."""
    app.push_screen(made("remedies", round_id, unit))


def open_remedy(app: App[Any], line: RemedyLine) -> None:
    """See one item of a remedy list."""
    app.push_screen(made("remedy", line))


def open_remedy_form(
    app: App[Any],
    round_id: str,
    unit: str,
    unit_name: str = "",
    asked: CriterionAsked | None = None,
    line: RemedyLine | None = None,
    then: Callable[[], object] | None = None,
) -> None:
    """Put an item on a unit's list (empty: the county's), or give the one of ``line`` another owner or day.

    ``asked`` is the criterion that it comes from; ``then`` is called once it is on the list.
    """
    app.push_screen(made("remedy-form", round_id, unit, unit_name, asked, line, then))


def open_progress(app: App[Any], round_id: str) -> None:
    """See how far each unit has come: for whoever watches over the round."""
    app.push_screen(made("progress", round_id))


def open_audit(app: App[Any], round_id: str | None) -> None:
    """See what organisers did, in one round or at all."""
    app.push_screen(made("audit", round_id))


def open_checkup(app: App[Any]) -> None:
    """See whether everything that was stored is whole: for the organiser."""
    app.push_screen(made("checkup"))


def open_people(app: App[Any]) -> None:
    """See who there is in the county: for the organiser."""
    app.push_screen(made("people"))


def open_plugins(app: App[Any]) -> None:
    """See every checklist and plugin, and how each stands: for organisers and supervisors."""
    app.push_screen(made("plugins"))


def open_import(app: App[Any]) -> None:
    """Take over a roster from a file: for the organiser."""
    app.push_screen(made("import"))


def open_disclosure(app: App[Any], round_id: str) -> None:
    """Look at what could tell who gave what, before the round is published: for the organiser."""
    app.push_screen(made("disclosure", round_id))


def open_outcome(app: App[Any], round_id: str) -> None:
    """See how a round's grades come about, and decide what people decide: for the organiser."""
    app.push_screen(made("outcome", round_id))


def open_decision(app: App[Any], round_id: str, case: Case, then: Callable[[Settled], object]) -> None:
    """Decide somebody's grade; ``then`` is told what is kept with it."""
    app.push_screen(made("decide", round_id, case, then))


def open_raters(app: App[Any], round_id: str) -> None:
    """See, deal out and change who rates whom: for the organiser."""
    app.push_screen(made("raters", round_id))


def open_paper(app: App[Any], round_id: str, title: Text, mock: bool) -> None:
    """See whose paper forms may be typed: for a unit's clerk."""
    app.push_screen(made("paper", round_id, title, mock))


async def back_to_paper(app: App[Any]) -> None:
    """Leave all that stands above the list of paper forms."""
    names = [type(each).__name__ for each in app.screen_stack]
    kind = SCREENS["paper"].split(":")[1]
    for _each in names[names.index(kind) + 1 :] if kind in names else ():
        await app.pop_screen()


def open_round(app: App[Any], round_id: str, *, instead: bool = False) -> None:
    """See where a round stands and what comes next: for the organiser; ``instead`` of the screen that is open."""
    screen = made("round", round_id)
    if instead:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def open_sheet(app: App[Any], round_id: str, title: str, subject: Person) -> None:
    """Have one person's score sheet made: for the organiser."""
    app.push_screen(made("documents", round_id, title, True, subject))


def open_step(app: App[Any], round_id: str) -> None:
    """See what a round's next step does, and agree to it."""
    app.push_screen(made("step", round_id))


def open_discard(app: App[Any], round_id: str) -> None:
    """Agree to throwing a round away; its board goes with it."""
    app.push_screen(made("discard", round_id, lambda: app.call_later(app.pop_screen)))


def open_time(app: App[Any], round_id: str, person_id: str, *, back: bool = False) -> None:
    """Give one person more time, or (``back``) give back what they handed in: for the organiser."""
    app.push_screen(made("time", round_id, person_id, back))


def open_round_wizard(app: App[Any], held: Round | None = None, *, instead: bool = False) -> None:
    """Make a round step by step, or change the rules of one in preparation; ``instead`` of the open screen."""
    screen = made("round-wizard", held)
    if instead:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)


def open_appeals(app: App[Any], round_id: str, *, own: bool) -> None:
    """See a round's appeals: one's own, or all of them as organiser or supervisor."""
    app.push_screen(made("appeals", round_id, own))


def open_appeal(app: App[Any], round_id: str, receipt: str, *, own: bool) -> None:
    """See one appeal."""
    app.push_screen(made("appeal", round_id, receipt, own))


def open_new_appeal(app: App[Any], round_id: str, checklist: str, criterion: str, text: Text | None) -> None:
    """Object to a criterion, called ``text``, of one's own result; to the sum where the ids are empty."""
    app.push_screen(made("appeal-new", round_id, checklist, criterion, text))


def open_received(app: App[Any]) -> None:
    """See the encouragement that one received."""
    app.push_screen(made("received"))


def open_encouragement(app: App[Any], round_id: str) -> None:
    """See how many words of encouragement each unit received; as organiser also what was reported."""
    app.push_screen(made("encouragement", round_id))


def open_sign_in(app: App[Any]) -> None:
    """Ask who is there; whatever was open is closed first."""
    _instead(app, made("sign-in"))


def open_ballot_code(app: App[Any], code: str = "") -> None:
    """Vote with a ballot code, without signing in; ``code`` where a made-up county has drawn one."""
    app.push_screen(made("ballot-code", code))


def open_ballots(app: App[Any], round_id: str) -> None:
    """See how far a round's vote by ballot is: for the organiser and its tellers."""
    app.push_screen(made("ballots", round_id))


def open_activation(app: App[Any], who: str) -> None:
    """Choose a password with an activation code, at first use."""
    app.push_screen(made("activation", who))


def open_password(app: App[Any]) -> None:
    """Choose another password of one's own."""
    app.push_screen(made("password"))


def open_lock(app: App[Any], saved: bool, idle: bool = True, *, ended: bool = False) -> None:
    """Cover everything until whoever was there comes back; ``saved`` says whether everything could be. Not ``idle``:
    they have been signed in for too long. ``ended``: their account was changed.
    """
    app.push_screen(made("lock", saved, idle, ended))


def is_locked(app: App[Any]) -> bool:
    """Whether the cover is there, on top or beneath its help."""
    return any(type(each).__name__ == "LockScreen" for each in app.screen_stack)


def is_at_sign_in(app: App[Any]) -> bool:
    """Whether the sign-in is there, on top or beneath what can be done without."""
    return any(type(each).__name__ == "SignInScreen" for each in app.screen_stack)


def close_all(app: App[Any]) -> None:
    """Close every screen above the first."""
    while len(app.screen_stack) > 2:
        app.pop_screen()


def open_home(app: App[Any]) -> None:
    """Show what is to be done, instead of the sign-in."""
    _instead(app, made("home"))


def open_help(app: App[Any], guidance: str, actions: Sequence[Action]) -> None:
    """Show a screen's guidance and its keys."""
    app.push_screen(made("help", guidance, actions))


def open_choice(app: App[Any], title: str, entries: Sequence[Entry]) -> None:
    """Offer a list in which something is found by typing: the palette, or the places to jump to."""

    def run(entry: Entry | None) -> None:
        if entry is not None:
            app.call_later(entry.go)

    app.push_screen(made("choice", title, entries), run)


def stands_on(app: App[Any], name: str) -> bool:
    """Whether the screen of that name is the one beneath the open one."""
    return _name_beneath(app) == name


def _name_beneath(app: App[Any]) -> str:
    """The name of the screen that the open one stands on; empty where it is none of these."""
    if len(app.screen_stack) < 2:
        return ""
    kind = type(app.screen_stack[-2]).__name__
    return next((name for name, place in SCREENS.items() if place.endswith(f":{kind}")), "")


def _instead(app: App[Any], screen: Screen[Any]) -> None:
    """Show a screen instead of the one that is shown; Textual's own blank one stays beneath the first."""
    if len(app.screen_stack) > 1:
        app.switch_screen(screen)
    else:
        app.push_screen(screen)
