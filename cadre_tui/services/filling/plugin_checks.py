"""What plugins ask of a response before it is handed in; of a colleague's only where the round is named."""

from collections.abc import Iterable
from typing import Final

from cadre_tui.model.checklists.checklist import Purpose
from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.filling.asked import Sheet
from cadre_tui.model.text import Text
from cadre_tui.plugins import ResponseCheck
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.asking.calling import call
from cadre_tui.plugins.asking.host import Plugin, begins_with
from cadre_tui.plugins.descriptors.saying import text

HOOK: Final = "cadre_check_response"


def must_satisfy_plugins(sheets: Iterable[Sheet], *, confidential: bool) -> None:
    """Refuse a response that a plugin of the checklist's own publisher finds wrong, or cannot check.

    Raises:
        BadInput: ``response-not-agreed`` or ``response-about-not-agreed``, with what the plugin says, or
            ``response-not-checked``.
    """
    for sheet in sheets:
        if not (confidential and sheet.purpose is Purpose.PEER):
            _check(sheet)


def _check(sheet: Sheet) -> None:
    def of_the_publisher(plugin: Plugin) -> bool:
        return begins_with(sheet.checklist.id, plugin.origin.name)

    host = running.host()
    found = host.every(HOOK, ResponseCheck, of_the_publisher)
    if host.failed(HOOK, of_the_publisher):
        raise BadInput("response-not-checked", checklist=sheet.checklist.title)
    by_colleague = sheet.purpose is Purpose.PEER
    for origin, check in found:
        if check.checklist == sheet.checklist.id and (check.colleagues or not by_colleague):
            for told in _wrong(origin.name, check, sheet):
                title = sheet.checklist.title
                if by_colleague:
                    who = sheet.subject.name
                    raise BadInput("response-about-not-agreed", checklist=title, told=told, who=who)
                raise BadInput("response-not-agreed", checklist=title, told=told)


def _wrong(plugin: str, check: ResponseCheck, sheet: Sheet) -> list[Text]:
    answers = dict(sheet.answers)
    try:
        found = call(plugin, lambda: list(check.check(sheet.checklist, answers)), private=True)
        return [text(each.words) for each in found]
    except (CadreError, AttributeError, TypeError, ValueError):
        raise BadInput("response-not-checked", checklist=sheet.checklist.title) from None
