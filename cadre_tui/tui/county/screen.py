"""The county's page: what a round found about everybody together, view by view; and the same of one unit."""

from collections.abc import Sequence
from enum import Enum
from functools import partial
from typing import Final

from textual.app import ComposeResult
from textual.widgets import Input

from cadre_tui.locale import N_, _, language
from cadre_tui.model.checklists.checklist import Focus
from cadre_tui.model.oversight.remedy import RemedyPage
from cadre_tui.model.results.county_result import CountyResult, CriterionAsked, Sides, UnitFigures
from cadre_tui.services.oversight import remedies, remedy_pages
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import SAVE, Entry
from cadre_tui.tui.county import course, criteria, explained, groups, overview, text
from cadre_tui.tui.county.actions import COUNTY
from cadre_tui.tui.county.gathering import CountyGathering
from cadre_tui.tui.county.paged import Paged
from cadre_tui.tui.drawing.menu import Row, blank
from cadre_tui.tui.drawing.rule import rule
from cadre_tui.tui.remedies.page import items
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.words.county import figures as words
from cadre_tui.words.county.remedies import counted
from cadre_tui.words.rounds.title import round_title

MOST: Final = 8
"""So many items of the remedy list stand on the overview; the list itself has all."""


class View(Enum):
    """What of it is shown; the value is its name."""

    OVERVIEW = N_("总览")
    CRITERIA = N_("考评项")
    UNITS = N_("单位")
    LEVELS = N_("层级")
    COURSE = N_("升降")


OF_A_UNIT: Final = (View.OVERVIEW, View.CRITERIA, View.COURSE)


class CountyScreen(CountyGathering):
    """``[`` and ``]`` go from view to view, Enter goes deeper; ``t`` shows tables instead of bars."""

    CSS_PATH = "screen.tcss"
    ACTIONS = COUNTY

    def __init__(self, round_id: str, found: CountyResult | None = None, unit: UnitFigures | None = None) -> None:
        super().__init__(round_id, found, unit)
        self._view = View.OVERVIEW
        self._focus: Focus | None = None
        self._asked: CriterionAsked | None = None
        self._text = False
        self._explained: str | None = None
        """The name of the line whose figures are explained; None where none is."""
        self._items: RemedyPage | None = None

    def guidance(self) -> str:
        """What is told, and of whom."""
        told = [
            _("这里是合计的结果，看不到任何一个人的。方括号键换页，按 Enter 往下看；按 t 用文字表格显示同样的数。"),
            _("按 e 看光标处这一行的数是怎么来的。"),
            words.who_leads(),
            _("考评项按得分占满分的百分比从弱到强排；先用同事评的，没有同事评的用督查的，再没有用自评。"),
        ]
        return "".join([*told, words.least(self._found)] if self._found else told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Units are looked for where they are listed."""
        if action in ("turn", "text", "open", "explain"):
            return self._found is not None
        if action == "remedies":
            return self._found is not None
        if action == "remedy":
            managed = remedies.manages(self.session, self._unit.id if self._unit else "")
            return managed and self._here() is not None
        if action == "filter":
            return self._found is not None and self._view is View.UNITS and not self._text
        return action != SAVE.name and super().check_action(action, parameters)

    def body(self) -> ComposeResult:
        """The filter while it is used, and the view."""
        yield Input(value=self._typed, placeholder=_("单位名称，Esc 清除"), id="filter")
        yield MenuList(id="view")

    def fill(self) -> None:
        """Draw what is known, else gather it."""
        self.query_one(Input).display = bool(self._typed)
        if self._found is None:
            self.heading(_("全县"))
            self.action_reload()
        else:
            self._draw()
        self._look_at_items()
        self.query_one(MenuList).focus()

    def on_screen_resume(self) -> None:
        """An item may have been made, or settled."""
        if self._items is not None:
            self._look_at_items()

    def _look_at_items(self) -> None:
        self.fetch(partial(remedy_pages.page, self.session, self._round), self._take_items)

    def _take_items(self, page: RemedyPage) -> None:
        self._items = page
        self._draw()

    # What is shown

    @property
    def _views(self) -> tuple[View, ...]:
        if self._unit is not None:
            return OF_A_UNIT
        return tuple(each for each in View if each is not View.UNITS or (self._found and self._found.units))

    @property
    def _sides(self) -> Sides:
        assert self._found is not None  # noqa: S101 - nothing is drawn before
        return self._unit.sides if self._unit else self._found.county

    def narrow(self) -> None:
        """By what is typed."""
        self._draw(keep=False)

    def laid_out(self) -> None:
        """Wrapped anew."""
        if self._found is not None:
            self.call_after_refresh(self._draw)

    def _draw(self, *, keep: bool = True, at: str = "") -> None:
        """``at`` is the name of the line that the cursor goes to."""
        found = self._found
        if found is None:
            return
        place = self._unit.name if self._unit else _("全县")
        everybody = self._sides.everybody
        counted = _("{people} 人 {dot} {scored} 人有总分").format(
            people=everybody.people, scored=everybody.scored, dot=self.glyphs.dot
        )
        self.heading(f"{round_title(found.title, found.mock)} {self.glyphs.dot} {place}", counted)
        view = self.query_one(MenuList)
        page = Paged(self._rows(found, view.scrollable_content_region.width), self._head())
        page.find(at)
        view.offer(page, keep=keep)
        self.show_keys()

    def _head(self) -> str:
        """The views' names, the one that is shown between brackets."""
        left, right = self.glyphs.chosen
        if self._text or self._explained is not None:
            return left + (_("表格") if self._text else _("怎么来的")) + right
        names = (
            f"{left}{_(each.value)}{right}" if each is self._view else f" {_(each.value)} " for each in self._views
        )
        return "  ".join(names)

    def _rows(self, found: CountyResult, width: int) -> list[Row]:
        sides, county = self._sides, self._unit is None
        if self._text:
            return text.rows(found, self._unit, self.glyphs, width)
        if self._explained is not None:
            asked = self._criterion_called(self._explained)
            return explained.rows(found, self._unit, self._explained, asked, self.glyphs, width)
        match self._view:
            case View.OVERVIEW:
                doors = overview.Doors(self._criteria, self._leave_to_units)
                return [*overview.rows(found, self._unit, self.glyphs, doors), *self._remedies()]
            case View.CRITERIA if self._asked is not None:
                shown = found if county else found.model_copy(update={"units": ()})
                return criteria.one(shown, sides, self._asked, self.glyphs, self._open_unit, width)
            case View.CRITERIA:
                return criteria.rows(found, sides, self._focus, self.glyphs, self._open_criterion)
            case View.UNITS:
                return groups.unit_rows(found, self._typed, self.glyphs, self._open_unit)
            case View.LEVELS:
                return groups.level_rows(found, self.glyphs, width)
            case View.COURSE:
                return course.rows(found, sides, self.glyphs, self._open_criterion, county=county)

    def _remedies(self) -> list[Row]:
        """What has to be put right, of this round and of former ones, as far as it is the page's."""
        page, unit = self._items, self._unit
        lines = (*page.lines, *page.former) if page else ()
        shown = [each for each in lines if unit is None or each.remedy.unit == unit.id]
        if page is None or not shown:
            return []
        head = [blank(), rule(_("整改清单"), counted(page) if unit is None else "", self.glyphs)]
        return [*head, *items(shown[:MOST], page.today, self.glyphs, partial(navigation.open_remedy, self.app))]

    # Where it leads

    def _show(self, view: View, focus: Focus | None = None, asked: CriterionAsked | None = None) -> None:
        self._view, self._focus, self._asked, self._text, self._explained = view, focus, asked, False, None
        self.notice("")
        self._draw(keep=False)

    def _criteria(self, focus: Focus | None) -> None:
        self._show(View.CRITERIA, focus)

    def _open_criterion(self, asked: CriterionAsked) -> None:
        self._show(View.CRITERIA, self._focus, asked)

    def _leave_to_units(self) -> None:
        if View.UNITS in self._views:
            self._show(View.UNITS)

    def _open_unit(self, unit: UnitFigures) -> None:
        navigation.open_county(self.app, self._round, self._found, unit)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_turn(self, steps: int) -> None:
        """To another view."""
        views = self._views
        self._show(views[(views.index(self._view) + steps) % len(views)])

    def _here(self) -> CriterionAsked | None:
        """The criterion that is open, or that the cursor stands on."""
        here = self.query_one(MenuList).here
        return self._criterion_called(here.name if here else "")

    def _criterion_called(self, name: str) -> CriterionAsked | None:
        """The criterion that is open, or that a line of that name tells of."""
        if self._asked is not None or self._found is None:
            return self._asked
        key = name.rpartition(" ")[2]
        return next((each for each in self._found.criteria if each.key == key), None)

    def on_menu_list_moved(self) -> None:
        """The keys follow the cursor."""
        self.show_keys()

    def action_remedies(self) -> None:
        """What has to be put right."""
        navigation.open_remedies(self.app, self._round, self._unit.id if self._unit else "")

    def action_remedy(self) -> None:
        """What is weak becomes an item, as it is called in the checklist."""
        asked, unit = self._here(), self._unit
        if asked is not None:
            where = (unit.id, unit.name) if unit else ("", "")
            listed = partial(self.remark, _("已列入整改清单，责任人在首页看到。按 z 看清单。"))
            navigation.open_remedy_form(self.app, self._round, *where, asked, then=listed)

    def action_text(self) -> None:
        """Tables instead of bars, and back."""
        self._text, self._explained = not self._text, None
        self._draw(keep=False)

    def action_explain(self) -> None:
        """How the figures of the line at the cursor came about, and back."""
        here, was = self.query_one(MenuList).here, self._explained
        self._explained = (here.name if here and not self._text else "") if was is None else None
        self._text = False
        self._draw(keep=False, at=was or "")

    def action_back(self) -> None:
        """Stop what is under way; out of tables, of a criterion, of a focal check; then to the screen before."""
        if self._stop is not None:
            self._stop.set()
        elif self._explained is not None:
            self.action_explain()
        elif self._text:
            self.action_text()
        elif self._asked is not None:
            self._show(View.CRITERIA, self._focus)
        elif self._focus is not None:
            self._show(View.OVERVIEW)
        else:
            super().action_back()

    def jumps(self) -> Sequence[Entry]:
        """Every view, every criterion, every unit."""
        if self._found is None:
            return ()
        said = language()
        asked = [Entry(each.text.say(said), partial(self._open_criterion, each)) for each in self._found.criteria]
        units = [Entry(each.name, partial(self._open_unit, each)) for each in self._found.units]
        return [*(Entry(_(each.value), partial(self._show, each)) for each in self._views), *asked, *units]
