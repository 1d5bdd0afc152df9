"""What was in the boxes, to be put on paper and signed by both tellers."""

from pathlib import Path
from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.model.ballots.told import BallotStatus
from cadre_tui.model.fault import BadInput
from cadre_tui.services.oversight.putting_out import place_for
from cadre_tui.services.people.slips_file import new_file
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, Action
from cadre_tui.tui.oversight.paper import PaperScreen
from cadre_tui.tui.widgets.reading_list import ReadingList
from cadre_tui.words.ballots.protocol import protocol_paper


class ProtocolScreen(PaperScreen):
    """Counts and the audit hash: nothing of a single ballot, so that it may lie open."""

    CSS_PATH = "fields.tcss"
    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("write", "o", N_("写成文件"), N_("写成 .txt 文件，打印以后签名")),
        Action("scroll", "up,down,pageup,pagedown", N_("上下看"), N_("上下翻看"), shows="↑↓", handled=True),
        BACK,
    )

    def __init__(self, status: BallotStatus) -> None:
        super().__init__()
        self._status = status

    def fill(self) -> None:
        """Show it."""
        self.heading(_("开箱记录"), self._status.round)
        self.show_text(protocol_paper(self._status))
        self.query_one(ReadingList).focus()

    def file_name(self) -> str:
        """By the round."""
        return f"{_('开箱记录')}-{self._status.round}.txt"

    def content(self, path: Path) -> bytes:
        """As it is shown."""
        if path.suffix.lower() != ".txt":
            raise BadInput("out-kind-unknown", endings=".txt")
        return (protocol_paper(self._status) + "\n").encode()

    def put(self, session: Session, path: Path, content: bytes) -> Path:
        """Tellers may, too: they see no more than they see here."""
        del session
        place = place_for(path)
        with new_file(place) as file:
            file.write(content.decode())
        return place
