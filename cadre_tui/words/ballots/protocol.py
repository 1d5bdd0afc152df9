"""What tellers sign when the boxes are open: a text to be printed."""

from cadre_tui.locale import _
from cadre_tui.model.ballots.told import BallotStatus
from cadre_tui.services.rounds.hours import CHINA
from cadre_tui.words.ballots.told import promise, protocol
from cadre_tui.words.printable import printable
from cadre_tui.words.rounds.rules import moment
from cadre_tui.words.rounds.title import round_title


def protocol_paper(status: BallotStatus) -> str:
    """Counts, the audit hash and a line to sign for each teller; empty until the boxes are open."""
    if status.opened is None:
        return ""
    told = [_("开箱记录"), round_title(status.title, status.mock), ""]
    at = moment(status.opened.at.astimezone(CHINA))
    told += [*protocol(status.opened), _("开箱时间：{at}").format(at=at), "", promise(), ""]
    told += [_("监票人 {name} 签名：").format(name=each.name) + "_" * 20 for each in status.tellers]
    return "\n".join(printable(each) for each in told)
