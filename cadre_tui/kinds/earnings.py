"""What kinds ask of points that are written out: the sign that the section takes, and a best that is the whole."""

from collections.abc import Sequence
from decimal import Decimal

from cadre_tui.kinds.kind import Faults, Setting
from cadre_tui.model.codes import checklists as codes


def check_sign(amount: Decimal, path: str, setting: Setting, faults: Faults) -> None:
    """In a penalty section points are written with their minus, elsewhere without."""
    if setting.wrong_sign(amount):
        faults.add(codes.MINUS_NEEDED if setting.penalty else codes.MINUS_REFUSED, path, number=amount)


def check_earnings(key: str, earned: Sequence[Decimal], points: Decimal, setting: Setting, faults: Faults) -> None:
    """Each option or tier has its sign; in the base the best one earns the criterion's points."""
    for position, amount in enumerate(earned):
        check_sign(amount, f"{key}.{position}.points", setting, faults)
    if setting.base and max(earned) != points:
        faults.add(codes.BEST_DIFFERS, key, best=max(earned), points=points)
