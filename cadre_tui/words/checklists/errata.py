"""Errata in words: what stands beside a text, with its day and the reason, and where in a checklist it stands."""

from collections.abc import Iterable
from typing import Final, Protocol

from cadre_tui.locale import N_, _
from cadre_tui.model.checklists.checklist import Checklist, Criterion
from cadre_tui.model.checklists.erratum import Errata, Erratum, Field
from cadre_tui.model.text import Text
from cadre_tui.services.rounds.hours import CHINA

HEADINGS: Final = {
    ("title",): N_("考评表的名称"),
    ("publisher",): N_("制定单位"),
    ("document",): N_("文号"),
    ("approved",): N_("批准日期"),
}
"""What a checklist says of itself."""

KEYS: Final = {"text": N_("题目"), "guidance": N_("说明"), "unit": N_("计量单位")}
"""What a criterion says of itself."""


class _Worded(Protocol):
    """An option, a line or a grade."""

    @property
    def text(self) -> Text: ...


def told(erratum: Erratum | None, language: str) -> str:
    """``更正：……（2026-11-29，原因）``; empty where nothing is told otherwise in this language."""
    if erratum is None or _said(erratum.was, language) == (now := _said(erratum.now, language)):
        return ""
    day = erratum.at.astimezone(CHINA).date().isoformat()
    if not now:
        return _("更正：删去这段文字（{day}，{reason}）").format(day=day, reason=erratum.reason)
    return _("更正：{text}（{day}，{reason}）").format(text=now, day=day, reason=erratum.reason)


def beside_criterion(errata: Errata, checklist: Checklist, criterion: Criterion, language: str) -> tuple[str, ...]:
    """All that stands beside a criterion: its text first, then what its options and lines are called.

    Guidance is told apart (see ``beside``).
    """
    found = [beside(errata, ("criterion", criterion.id, "text"), language)]
    scale = getattr(criterion, "scale", None)
    for field, each in errata.items():
        own = field[:2] == ("criterion", criterion.id) and field[2:] not in (("text",), ("guidance",))
        if own or field[:2] == ("scale", scale):
            found.append(_named(_part(checklist, field, language), told(each, language)))
    return tuple(filter(None, found))


def beside(errata: Errata, field: Field, language: str) -> str:
    """What stands beside one text; empty for nothing."""
    return told(errata.get(field), language)


def beside_head(errata: Errata, language: str) -> tuple[str, ...]:
    """What stands beside what the checklist says of itself."""
    named = (_named(_(name), beside(errata, field, language)) for field, name in HEADINGS.items())
    return tuple(filter(None, named))


def every(errata: Errata, checklist: Checklist, language: str) -> tuple[str, ...]:
    """Every erratum of a checklist, each after the text that it stands beside."""
    named = (_named(place(field, checklist, language), told(each, language)) for field, each in errata.items())
    return tuple(filter(None, named))


def place(field: Field, checklist: Checklist, language: str) -> str:
    """Where a text stands, in words: a criterion by its text, an option by its own."""
    if field in HEADINGS:
        return _(HEADINGS[field])
    match field:
        case ("section", key, "title"):
            titles = (each.title.say(language) for each in checklist.section if each.id == key)
            return _("部分“{title}”").format(title=next(titles, key))
        case ("criterion", key, *_rest):
            criterion = checklist.criterion(key)
            name = _("“{text}”").format(text=criterion.text.say(language) if criterion else key)
            return _("{criterion}的{part}").format(criterion=name, part=_part(checklist, field, language))
        case ("scale" | "grade", *_rest):
            return _part(checklist, field, language)
    return " › ".join(field)


def _part(checklist: Checklist, field: Field, language: str) -> str:
    """What of a criterion, a scale or the grades it is."""
    match field:
        case ("criterion", _key, key) if key in KEYS:
            return _(KEYS[key])
        case ("criterion", key, ("option" | "line") as kind, code, "text"):
            listed = getattr(checklist.criterion(key), kind, ())
            message = _("选项“{text}”") if kind == "option" else _("小项“{text}”")
            return message.format(text=_text_of(listed, code, language))
        case ("scale", key, "option", code, "text"):
            listed = next((each.option for each in checklist.scale if each.id == key), ())
            return _("选项“{text}”").format(text=_text_of(listed, code, language))
        case ("grade", code, "text"):
            return _("等次“{text}”").format(text=_text_of(checklist.grade, code, language))
    return " › ".join(field)


def _text_of(listed: Iterable[_Worded], code: str, language: str) -> str:
    names = ((getattr(each, "code", None) or getattr(each, "id", ""), each) for each in listed)
    return next((each.text.say(language) for name, each in names if name == code), code)


def _named(where: str, erratum: str) -> str:
    """``选项“较好”更正：尚好（…）``."""
    return f"{where} {erratum}" if erratum else ""


def _said(text: Text | None, language: str) -> str:
    return text.say(language) if text is not None else ""
