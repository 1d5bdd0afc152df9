"""The sheets of a checklist and their columns: what they are called, where they belong, and what their cells hold."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from cadre_tui.checklists.tables import vocabulary
from cadre_tui.model.text import LANGUAGE
from cadre_tui.tables.sheets import Cell

Holds = Literal["text", "name", "version", "number", "whole", "flag", "day", "list", "value", "values"]

HEADING: Final = re.compile(r"(.*?)(?:\((.*)\))?[*:]*")


@dataclass(frozen=True)
class Column:
    """One column: the ``key`` of the format that its cells fill, and the headings it goes by, Chinese one first."""

    key: str
    headings: tuple[str, ...]
    holds: Holds = "name"
    words: vocabulary.Words = field(default_factory=dict)


@dataclass(frozen=True)
class Kind:
    """A kind of sheet, the names that it goes by, and its columns."""

    name: str
    titles: tuple[str, ...]
    columns: tuple[Column, ...]

    def title(self, *, english: bool) -> str:
        """What a new sheet is called: the name in English, the first of the others in Chinese."""
        return self.name if english else self.titles[0]


def _condition(prefix: str, chinese: str, english: str) -> tuple[Column, ...]:
    """The columns of a condition: each key is a cell of its own, so that there is nothing to spell out."""
    return (
        Column(f"{prefix}.criterion", (f"{chinese}考评项", f"{english}criterion")),
        Column(f"{prefix}.line", (f"{chinese}小项", f"{english}line")),
        Column(f"{prefix}.is", (f"{chinese}等于", f"{english}is"), "value"),
        Column(f"{prefix}.at_least", (f"{chinese}至少", f"{english}atleast"), "value"),
        Column(f"{prefix}.at_most", (f"{chinese}至多", f"{english}atmost"), "value"),
        Column(f"{prefix}.any_of", (f"{chinese}任一", f"{english}anyof"), "values"),
    )


HEAD: Final = Kind("checklist", ("考评表", "checklist"), (
    Column("schema", ("格式", "schema"), "whole"),
    Column("id", ("编号", "id")),
    Column("version", ("版本", "version"), "version"),
    Column("title", ("名称", "title"), "text"),
    Column("lang", ("语言", "lang", "language"), words=vocabulary.LANGUAGES),
    Column("publisher", ("发布单位", "publisher"), "text"),
    Column("document", ("文号", "document"), "text"),
    Column("approved", ("批准日期", "approved"), "day"),
    Column("levels", ("适用对象", "levels"), "list", vocabulary.LEVELS),
    Column("purpose", ("用途", "purpose"), "list", vocabulary.PURPOSES),
    Column("total", ("总分", "total"), "number"),
    Column("na_rule", ("不适用时", "narule"), words=vocabulary.NA_RULES),
    Column("rounding.places", ("小数位数", "places"), "whole"),
    Column("rounding.mode", ("进位", "mode"), words=vocabulary.ROUNDING),
    Column("scorer", ("计分方法", "scorer")),
))  # fmt: skip

CRITERIA: Final = Kind("criteria", ("考评项", "criteria"), (
    Column("section.id", ("节编号", "section", "sectionid")),
    Column("section.title", ("节名称", "sectiontitle"), "text"),
    Column("section.kind", ("节类型", "sectionkind"), words=vocabulary.SECTIONS),
    Column("section.points", ("节分值", "sectionpoints"), "number"),
    Column("section.cap", ("节封顶", "sectioncap"), "number"),
    Column("id", ("编号", "id")),
    Column("kind", ("类型", "kind"), words=vocabulary.KINDS),
    Column("text", ("考评内容", "内容", "text"), "text"),
    Column("guidance", ("评分说明", "说明", "guidance"), "text"),
    Column("focus", ("重点检查", "focus"), words=vocabulary.FOCUS),
    Column("points", ("分值", "points"), "number"),
    Column("scale", ("量表", "scale")),
    Column("unit", ("单位", "unit"), "text"),
    Column("per", ("每次分值", "per"), "number"),
    Column("cap", ("封顶", "cap"), "number"),
    Column("required", ("必答", "required"), "flag"),
    Column("allow_na", ("可不适用", "allowna"), "flag"),
    Column("evidence", ("佐证", "evidence"), words=vocabulary.ASKS),
    Column("reason", ("理由", "reason"), words=vocabulary.ASKS),
    Column("fact", ("已知数", "fact")),
    *_condition("show_when", "显示条件", "showwhen"),
    *_condition("veto.when", "否决条件", "vetowhen"),
    Column("veto.grade", ("否决等次", "vetograde")),
))  # fmt: skip

OPTIONS: Final = Kind("options", ("选项", "options"), (
    Column("scale", ("量表", "scale")),
    Column("criterion", ("考评项", "criterion")),
    Column("code", ("代码", "code")),
    Column("text", ("文字", "text"), "text"),
    Column("score", ("得分", "score"), "number"),
    Column("points", ("分值", "points"), "number"),
))  # fmt: skip

LINES: Final = Kind("lines", ("扣分细则", "小项", "lines"), (
    Column("criterion", ("考评项", "criterion")),
    Column("id", ("编号", "id")),
    Column("text", ("文字", "text"), "text"),
    Column("per", ("每次分值", "per"), "number"),
    Column("between.0", ("最低", "from"), "number"),
    Column("between.1", ("最高", "to"), "number"),
    Column("cap", ("封顶", "cap"), "number"),
))  # fmt: skip

TIERS: Final = Kind("tiers", ("分档", "tiers"), (
    Column("criterion", ("考评项", "criterion")),
    Column("at_least", ("至少", "atleast"), "number"),
    Column("points", ("分值", "points"), "number"),
))  # fmt: skip

GRADES: Final = Kind("grades", ("等次", "grades"), (
    Column("code", ("代码", "code")),
    Column("text", ("文字", "text"), "text"),
    Column("min", ("最低分", "min"), "number"),
    *_condition("require", "条件", "require"),
))  # fmt: skip

KINDS: Final = (HEAD, CRITERIA, OPTIONS, LINES, TIERS, GRADES)


def plain(cell: Cell) -> str:
    """What a heading is compared by: half-width, lower case, without spaces and joining signs."""
    written = unicodedata.normalize("NFKC", cell) if isinstance(cell, str) else ""
    return "".join(written.split()).lower().replace("_", "").replace("-", "").replace(".", "")


def named(name: str | None) -> Kind | None:
    """The kind of sheet that goes by that name."""
    return next((each for each in KINDS if plain(name or "") in each.titles), None)


def heading(cell: Cell, columns: tuple[Column, ...]) -> tuple[Column, str | None] | None:
    """The column that a heading names, and the language of its texts where one stands in brackets."""
    written = unicodedata.normalize("NFKC", cell) if isinstance(cell, str) else ""
    found = HEADING.fullmatch("".join(written.split()))
    base, inside = (found[1], found[2]) if found else ("", None)
    column = next((each for each in columns if plain(base) in each.headings), None)
    if column is None:
        return None
    language = vocabulary.LANGUAGES.get((inside or "").lower(), inside)
    return column, language if column.holds == "text" and LANGUAGE.fullmatch(language or "") else None


def known(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Every heading that those columns go by."""
    return tuple(each for column in columns for each in column.headings)


Headings = Mapping[int, tuple[Column, str | None]]
"""Which column stands where, from 0."""
