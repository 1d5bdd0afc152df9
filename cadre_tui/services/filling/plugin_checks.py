"""What plugins ask of a response before it is handed in: of oneself's and an inspector's, never of a colleague's."""

from collections.abc import Iterable
from typing import Final

from cadre_tui.model.checklist import Purpose
from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.text import Text
from cadre_tui.plugins import ResponseCheck
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.asking.host import Plugin, begins_with
from cadre_tui.plugins.descriptors.saying import text
from cadre_tui.services.filling.validity import Sheet

HOOK: Final = "cadre_check_response"


def must_satisfy_plugins(sheets: Iterable[Sheet]) -> None:
    """Refuse a response that a plugin of the checklist's own publisher finds wrong, or cannot check.

    Raises:
        BadInput: ``response-not-agreed``, with what the plugin says, or ``response-not-checked``.
    """
    for sheet in sheets:
        if sheet.task.purpose is not Purpose.PEER:
            _check(sheet)


def _check(sheet: Sheet) -> None:
    def of_the_publisher(plugin: Plugin) -> bool:
        return begins_with(sheet.checklist.id, plugin.origin.name)

    host = running.host()
    found = host.every(HOOK, ResponseCheck, of_the_publisher)
    if host.failed(HOOK, of_the_publisher):
        raise BadInput("response-not-checked", checklist=sheet.checklist.title)
    for origin, check in found:
        if check.checklist == sheet.checklist.id:
            for told in _wrong(origin.name, check, sheet):
                raise BadInput("response-not-agreed", checklist=sheet.checklist.title, told=told)


def _wrong(plugin: str, check: ResponseCheck, sheet: Sheet) -> list[Text]:
    answers = dict(sheet.answers)
    try:
        found = call(plugin, lambda: list(check.check(sheet.checklist, answers)), private=True)
        return [text(each.words) for each in found]
    except (CadreError, AttributeError, TypeError, ValueError):
        raise BadInput("response-not-checked", checklist=sheet.checklist.title) from None
