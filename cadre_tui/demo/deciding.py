"""What the made-up county's organisers decide about grades before they publish."""

from typing import Final

from cadre_tui.services.results.outcome import deciding
from cadre_tui.services.results.outcome.working_out import outcome
from cadre_tui.services.session import Session

REASON: Final = "看了全部材料，按规则得到的等次符合平时表现，维持不变"


def decide(organiser: Session, round_id: str) -> None:
    """Look at how the grades come about, and leave to whoever waits for a decision what their figures earned."""
    found = outcome(organiser, round_id)
    codes = {each.text: each.code for each in found.grades}
    for each in found.cases:
        if each.waiting:
            allowed = deciding.choices(organiser, round_id, each.subject.id)
            earned = codes[each.earned] if each.earned else allowed[-1]
            deciding.decide(organiser, round_id, each.subject.id, earned if earned in allowed else allowed[0], REASON)
