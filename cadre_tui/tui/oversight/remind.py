"""Reminding those who have not handed in: whom and what is seen first; then it is noted, or written into a file."""

from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.progress import Missing
from cadre_tui.model.rounds.round import Round
from cadre_tui.services import audit
from cadre_tui.services.oversight import reminders
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.services.rounds.life import find
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.oversight.paper import PaperScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.oversight import audit as audit_words
from cadre_tui.words.oversight import lists
from cadre_tui.words.oversight import reminders as words
from cadre_tui.words.rounds.title import round_title

Found = tuple[Round, tuple[Missing, ...]]

KINDS: Final = (".html", ".txt", ".csv", ".xlsx")


class RemindScreen(PaperScreen):
    """All, a unit, or one person; ``t`` turns from one text for all to one a person, ``y`` notes them as reminded."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("mark", "y", N_("记为已提醒"), N_("文字贴出去以后，记下这些人已经提醒过")),
        Action("turn", "t", N_("换文字"), N_("一条给所有人的文字，或每人一条")),
        Action("whom", "w", N_("换范围"), N_("只提醒这个单位，或所有单位")),
        Action("write", "o", N_("写成文件"), N_("提醒条 .html、文字 .txt，或者未交名单 .csv、.xlsx")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str, unit: str | None, person: str | None) -> None:
        super().__init__()
        self._round, self._unit, self._person = round_id, unit, person
        self._wide = unit is None
        self._each = person is not None
        self._found: Found | None = None

    def guidance(self) -> str:
        """How it goes."""
        return _(
            "还没有交齐的人和提醒的文字。把文字复制到群里以后按 y，记下这些人已经提醒过："
            "在轮次规定的时间内不会再提醒。"
            "也可以按 o 写成文件：提醒条（.html，打印后剪开）、文字（.txt）写好就记为提醒过；"
            "未交名单（.csv、.xlsx）只是名单，不算提醒。"
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody to remind, nothing to note; one person is one person."""
        due = self._due()
        if action in ("mark", "turn") and not due:
            return False
        if action == "turn" and self._person is not None:
            return False
        if action == "whom" and (self._unit is None or self._person is not None):
            return False
        if action == "write" and not (self._found and self._found[1]):
            return False
        return super().check_action(action, parameters)

    def fill(self) -> None:
        """Read who is missing, or draw it again."""
        self.heading(_("提醒"))
        if self._found is None:
            self.action_reload()
        else:
            self._show(self._found)
        self.query_one(ReadingList).focus()

    def action_reload(self) -> None:
        """Who is missing now."""
        session, unit = self.session, None if self._wide else self._unit

        def read() -> Found:
            held = find(session.county, self._round)
            return held, reminders.missing(session, self._round, unit, person=self._person)

        self.fetch(read, self._show)

    def action_turn(self) -> None:
        """One text, or one a person."""
        self._each = not self._each
        if self._found is not None:
            self._show(self._found)

    def action_whom(self) -> None:
        """This unit, or all."""
        self._wide = not self._wide
        self.action_reload()

    def action_mark(self) -> None:
        """They are reminded."""
        self.fetch(partial(reminders.remind, self.session, self._round, self._due(), "text"), self._marked)

    def file_name(self) -> str:
        """By the round and the day."""
        return f"{_('提醒')}-{self._round}-{self.host.county.now().astimezone(CHINA):%Y%m%d}.html"

    def content(self, path: Path) -> bytes:
        """Slips, texts, or the list, by the file's ending."""
        kind = path.suffix.lower()
        if self._found is None or kind not in KINDS:
            raise BadInput("out-kind-unknown", endings=_("、").join(KINDS))
        held, found = self._found
        seal = audit_words.seal(held.rules_hash, audit.last_hash(self.session.county))
        if kind == ".html":
            return words.slips(held, self._due(), seal).encode()
        if kind == ".txt":
            return self._written_out(held).encode()
        reminders.note_list(self.session, self._round, len(found))
        return lists.as_csv(found, seal).encode() if kind == ".csv" else lists.as_xlsx(found, seal)

    def written(self, path: Path) -> None:
        """Slips and texts remind; a list does not."""
        super().written(path)
        kind = {".html": "slips", ".txt": "text"}.get(path.suffix.lower())
        if kind and self._due():
            self.fetch(partial(reminders.remind, self.session, self._round, self._due(), kind), self._marked)

    def _due(self) -> tuple[Missing, ...]:
        return tuple(each for each in self._found[1] if each.due) if self._found else ()

    def _marked(self, reminded: tuple[str, ...]) -> None:
        self.notice(_("已记下：提醒了 {count} 人。").format(count=len(reminded)))
        self.action_reload()

    def _show(self, found: Found) -> None:
        self._found = found
        held, missing = found
        due = self._due()
        self.heading(
            f"{_('提醒')} {self.glyphs.dot} {round_title(held.rules.title, held.rules.mock)}",
            _("未交齐 {all} 人，可提醒 {due} 人").format(all=len(missing), due=len(due)),
        )
        if not missing:
            text = words.nobody_missing(held)
        elif not due:
            text = _("没有现在可以提醒的人：{hours} 小时内提醒过，或者现在不能填写。").format(
                hours=held.rules.remind_every
            )
            text += "\n\n" + _("、").join(f"{each.person.name}（{each.person.unit_name}）" for each in missing)
        else:
            text = self._written_out(held)
        self.show_text(text)
        self.show_keys()

    def _written_out(self, held: Round) -> str:
        due = self._due()
        if self._each:
            return "\n\n".join(words.for_one(held, each) for each in due) + "\n"
        return words.for_all(held, due) + "\n"
