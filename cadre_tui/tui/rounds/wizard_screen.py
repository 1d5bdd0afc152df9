"""Making a round step by step, or changing one that is being prepared: a template, the fields, a preview, made."""

from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label

from cadre_tui.files.typed_path import typed_path
from cadre_tui.locale import N_, _
from cadre_tui.model.fault import CadreError, Fault
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.rounds.round import SHOWN, Round, Unmet
from cadre_tui.model.rounds.round_rules import RoundRules
from cadre_tui.services.rounds import life, preparing
from cadre_tui.services.rounds.asked_of_many import AskedOfMany, would_ask_many
from cadre_tui.services.rounds.rules.file import read_round_file
from cadre_tui.services.rounds.rules.offered import offered_rules
from cadre_tui.services.rounds.rules.templates import Template, template
from cadre_tui.services.session import Session
from cadre_tui.tui import navigation
from cadre_tui.tui.actions import BACK, SAVE, Action, Entry
from cadre_tui.tui.drawing.menu import Menu, Row
from cadre_tui.tui.rounds import wizard_page
from cadre_tui.tui.rounds.draft import Draft
from cadre_tui.tui.rounds.field_maker import CHOICE, TEXT, Field, Surroundings
from cadre_tui.tui.rounds.fields import CHECKLISTS, STEPS, fields_of
from cadre_tui.tui.rounds.lines import fault_rows
from cadre_tui.tui.screen import CadreScreen
from cadre_tui.tui.widgets.menu_list import MenuList
from cadre_tui.tui.widgets.reading_list import ReadingList

PREVIEW = len(STEPS) - 1


def surroundings_of(session: Session) -> Surroundings:
    """What the county has to offer."""
    offers = session.county.catalogue.offers()
    sound = [(each, each.title) for each in offers if each.title and not each.problem]
    return Surroundings(
        checklists=tuple((each.id, title, each.purpose) for each, title in sound if not each.needs),
        waiting=tuple((title, each.needs) for each, title in sound if each.needs),
        roster=session.county.roster(),
        published=tuple(each.id for each in life.rounds(session) if each.phase in SHOWN),
    )


class WizardScreen(CadreScreen):
    """A list of fields; Enter types, chooses or turns. Esc goes back a step, and nothing that was said is lost."""

    CSS_PATH = "wizard_screen.tcss"
    AUTO_FOCUS = None
    IN_TURN: ClassVar[frozenset[str]] = frozenset({"make", "remake"})
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("make", "y", N_("建好"), N_("照预览的样子建好这一轮"), weight=2),
        Action("remake", "y", N_("改好"), N_("照预览的样子改好这一轮的规则"), weight=2),
        Action("open", "enter", N_("填写"), N_("填写光标所在的一项"), handled=True),
        Action("pick", "enter", N_("选定"), N_("选定或改变光标所在的一项"), handled=True),
        Action("typed", "enter", N_("填好"), N_("照写的填好这一项，到下一项"), handled=True),
        Action("forward", "right_square_bracket", N_("下一步"), N_("到下一步")),
        Action("backward", "left_square_bracket", N_("上一步"), N_("回到上一步，填的都在")),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", shown=False, handled=True),
        BACK,
    )

    def __init__(self, held: Round | None = None) -> None:
        super().__init__()
        self._changes = held.id if held else None
        self._draft = Draft.of(held.rules) if held else Draft()
        self._step = 1 if held else 0
        self._around: Surroundings | None = None
        self._field: Field | None = None
        self._unmet: tuple[Unmet, ...] | None = None
        self._many: AskedOfMany | None = None
        self._file = ""
        self._file_faults: tuple[Fault, ...] = ()
        self._touched = False
        self._warned = False
        self._typed_in = frozenset({"file"})

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "一步一步来：选模板，起名称，选考评表和权重，定谁参加、谁评价谁、时间、保密、等次，"
            "最后看预览，按 y 建好（改规则的，是改好）。"
            "光标在一项上按 Enter 就填写或选择，填好再按 Enter；Esc 回上一步，填的都在。"
            "带 ! 的是不对的地方，下面写着怎么改。"
            "[ 和 ] 在各步之间来去。建好以后、开启以前，还可以按 e 再改。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the step allows."""
        if action in ("make", "remake"):
            right = self._step == PREVIEW and self._draft.read().right
            return right and (action == "make") is (self._changes is None)
        if action == "typed":
            return self._field is not None
        if self._field is not None and action in ("forward", "backward", "open", "pick"):
            return False  # what is pressed is typed
        if action == "forward":
            return self._step < PREVIEW and (self._step > 0 or self._touched)
        if action == "backward":
            return self._step > (1 if self._changes else 0)
        if action in ("open", "pick"):
            return self._step < PREVIEW and not self._file_faults and (action == "open") is self._fills
        return action != SAVE.name and super().check_action(action, parameters)

    @property
    def _fills(self) -> bool:
        """Whether Enter leads to a field in which one types."""
        here = None if self._field is not None else self.query_one(MenuList).here
        return here is None or here.name in self._typed_in

    def on_menu_list_moved(self) -> None:
        """The word beside Enter follows the cursor."""
        self.show_keys()

    def body(self) -> ComposeResult:
        """The list, or what is only read; and the field that is typed in."""
        yield MenuList(id="fields")
        yield ReadingList(id="preview")
        with Vertical(id="typing"):
            yield Label("", id="what", markup=False)
            yield Input(id="typed")  # focused, all is selected: who types says it anew, who moves the cursor corrects
            yield Label("", id="hint", markup=False)

    def fill(self) -> None:
        """Read what the county offers, once; then the step."""
        self.heading(_("新建一轮"))
        if self._around is None:
            self.query_one(ReadingList).display = False
            self.fetch(partial(surroundings_of, self.session), self._have_found)
        else:
            self._show()

    def laid_out(self) -> None:
        """Wrap anew."""
        if self._around is not None and self._field is None:
            self._show()

    def _have_found(self, around: Surroundings) -> None:
        self._around = around
        self._show()
        self.fetch(offered_rules, self._have_rules)  # nobody waits for a plugin to choose a template

    def _have_rules(self, rules: tuple[PinnedRule, ...]) -> None:
        if self._around is not None and rules:
            self._around = replace(self._around, rules=rules)
            self._show()

    # What stands there

    def _show(self, *, keep: bool = True) -> None:
        around = self._around
        if around is None:
            return
        title = _("改规则") if self._changes else _("新建一轮")
        where = _("{step}（{at}/{all}）").format(step=_(STEPS[self._step]), at=self._step + 1, all=len(STEPS))
        self.heading(title, where)
        reads = self._step == PREVIEW or bool(self._file_faults)
        self.query_one(MenuList).display = not reads
        self.query_one(ReadingList).display = reads
        self.query_one("#typing").display = self._field is not None
        width = self.size.width - 3
        if reads:
            self.query_one(ReadingList).show(Menu(self._read_rows(around, width)), None)
        else:
            self.query_one(MenuList).offer(Menu(self._choose_rows(around, width)), keep=keep)
        if self._field is None:
            self.set_focus(self.query_one(ReadingList if reads else MenuList))
        self.show_keys()

    def _choose_rows(self, around: Surroundings, width: int) -> list[Row]:
        if self._step == 0:
            self._typed_in = frozenset({"file"})
            return wizard_page.template_rows(self.glyphs, width, self._take, self._ask_file)
        fields = fields_of(self._step, self._draft, around, new=self._changes is None)
        self._typed_in = frozenset(each.name for each in fields if each.kind == TEXT)
        found = self._draft.read().faults
        rows = wizard_page.field_rows(self._step, fields, found, self.glyphs, width, self._edit, self.action_forward)
        return rows if self._step != CHECKLISTS else [*rows, *wizard_page.waiting_rows(around, self.glyphs, width)]

    def _read_rows(self, around: Surroundings, width: int) -> list[Row]:
        if self._file_faults:
            return fault_rows(self._file_faults, self.glyphs, width)
        reading = self._draft.read()
        now = self.host.county.now()
        new = self._changes is None
        fields = [each for step in range(1, PREVIEW) for each in fields_of(step, self._draft, around, new=new)]
        return wizard_page.preview_rows(
            reading.rules,
            reading.faults,
            fields,
            self._unmet,
            self._many,
            around,
            self.glyphs,
            width,
            now,
            new=new,
        )

    # From step to step

    def _go(self, step: int) -> None:
        self.notice("")
        self._warned = False
        self._step, self._unmet, self._many = step, None, None
        if step == PREVIEW:
            reading = self._draft.read()
            if reading.rules is not None and reading.right:
                call = partial(preparing.look_over, self.session, reading.rules, changes=self._changes)
                self.fetch(call, self._looked_over)
                self.fetch(partial(would_ask_many, self.session, reading.rules), self._looked_how_many)
        self._show(keep=False)

    def _looked_over(self, unmet: tuple[Unmet, ...]) -> None:
        self._unmet = unmet
        if self._step == PREVIEW:
            self._show()

    def _looked_how_many(self, many: AskedOfMany | None) -> None:
        self._many = many
        if many is not None and self._step == PREVIEW:
            self._show()

    def action_forward(self) -> None:
        """To the next step."""
        self._go(min(self._step + 1, PREVIEW))

    def action_backward(self) -> None:
        """To the step before."""
        self._go(max(self._step - 1, 1 if self._changes else 0))

    def action_back(self) -> None:
        """Out of a field or a file's faults, a step back; from the first step out, once one knows what is lost."""
        if self._field is not None:
            self._typed()
        elif self._file_faults:
            self._file_faults = ()
            self.notice("")
            self._show()
            self._ask_file()
        elif self._step > (1 if self._changes else 0):
            self.action_backward()
        elif self._touched and not self._warned:
            self._warned = True
            self.notice(_("还没有建好：再按一次 Esc 就放弃填的内容；接着填请按 ]。"), wrong=True)
        else:
            super().action_back()

    # What is said

    def _take(self, chosen: Template) -> None:
        self._draft = Draft.of(template(chosen.name, self.host.county.now()))
        self._touched = True
        self._go(1)

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def action_pick(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def _edit(self, one: Field) -> None:
        self._touched = True
        if one.kind == TEXT:
            self._type(one, _typed_weight(one.shown()) if one.path.startswith("use") else one.shown())
        elif one.kind == CHOICE:
            entries = [Entry(label, partial(self._chosen, one, value)) for value, label in one.choices]
            navigation.open_choice(self.app, one.label, entries)
        else:
            one.put("")
            self._show()

    def _chosen(self, one: Field, value: str) -> None:
        one.put(value)
        self._show()

    def _ask_file(self) -> None:
        hint = _("这台机器上的路径，如 /srv/轮次.toml")
        self._type(Field(_("轮次文件的路径"), "file", TEXT, str, self._read_file, hint), self._file)

    def _type(self, one: Field, value: str) -> None:
        self._field = one
        self.query_one("#what", Label).update(one.label)
        self.query_one("#hint", Label).update(one.hint)
        field = self.query_one(Input)
        field.value = value
        field.placeholder = one.unset
        self.query_one("#typing").display = True
        self.set_focus(field)
        self.show_keys()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, and go on to the next field."""
        event.stop()
        self._typed()
        if self._step and self._step != PREVIEW:
            self.query_one(MenuList).step(1)

    def _typed(self) -> None:
        one, self._field = self._field, None
        if one is not None:
            one.put(self.query_one(Input).value)
        self._show()

    def _read_file(self, path: str) -> None:
        self._file = path
        if (file := typed_path(path)) is not None:
            self.fetch(partial(read_round_file, file), self._have_read)

    def _have_read(self, found: tuple[RoundRules, tuple[Fault, ...]]) -> None:
        self._draft, self._touched = Draft.of(found[0]), True
        self._go(PREVIEW)

    def tell(self, error: CadreError) -> None:
        """The faults of a file stand in a list, each with its line."""
        super().tell(error)
        if self._step == 0 and error.faults:
            self._file_faults = error.faults
            self._show()

    # Made

    def action_make(self) -> None:
        """Make it."""
        rules = self._draft.read().rules
        if rules is not None:
            self.fetch(partial(life.new, self.session, rules), self._made)

    def action_remake(self) -> None:
        """Give it the changed rules."""
        rules = self._draft.read().rules
        if rules is not None and self._changes is not None:
            self.fetch(partial(preparing.change_rules, self.session, self._changes, rules), self._made)

    def _made(self, held: Round) -> None:
        if self._changes is None:
            navigation.open_round(self.app, held.id, instead=True)
        else:
            self.dismiss()


def _typed_weight(shown: str) -> str:
    """The number in what a checklist's line says."""
    return "".join(each for each in shown if each.isdigit() or each in ".-") or ("0" if shown else "")
