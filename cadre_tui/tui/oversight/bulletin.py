"""The bulletin of a round, or of one unit: looked at, then put into a file to print or to paste."""

from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult

from cadre_tui.locale import N_, _
from cadre_tui.model.fault import BadInput
from cadre_tui.model.oversight.progress import Bulletin
from cadre_tui.services.oversight import bulletin as service
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.oversight.paper import PaperScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.oversight import bulletin as words

KINDS = (".html", ".txt")


class BulletinScreen(PaperScreen):
    """Progress alone: no score and no name."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("write", "o", N_("写成文件"), N_("写成文件：.html 可以打印，.txt 可以粘贴")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def __init__(self, round_id: str, unit: str | None) -> None:
        super().__init__()
        self._round, self._unit = round_id, unit

    def guidance(self) -> str:
        """What it is for."""
        return _(
            "进度通报，可以直接张贴：只有进度，没有分数和姓名。按 o 写成文件：文件名以 .html 结尾的可以打印，"
            "以 .txt 结尾的可以粘贴。写成文件时记入操作记录，通报末尾印着规则指纹和操作记录末条指纹，以后可以核对。"
        )

    def body(self) -> ComposeResult:
        """The paper."""
        yield from super().body()

    def fill(self) -> None:
        """Make it."""
        self.heading(_("进度通报"))
        self.action_reload()
        self.query_one(ReadingList).focus()

    def action_reload(self) -> None:
        """Make it of what is known now."""
        self.fetch(partial(service.bulletin, self.session, self._round, self._unit), self._show)

    def _show(self, made: Bulletin) -> None:
        self.show_text(words.as_text(made))

    def file_name(self) -> str:
        """By the round and the day."""
        return f"{_('通报')}-{self._round}-{self.host.county.now().astimezone(CHINA):%Y%m%d}.html"

    def content(self, path: Path) -> bytes:
        """Noted in the log, whose last hash it bears."""
        if path.suffix.lower() not in KINDS:
            raise BadInput("out-kind-unknown", endings=_("、").join(KINDS))
        made = service.bulletin(self.session, self._round, self._unit, issue=True)
        return (words.as_html(made) if path.suffix.lower() == ".html" else words.as_text(made)).encode()
