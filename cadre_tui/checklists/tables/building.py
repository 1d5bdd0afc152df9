"""The rows of a table -> nested tables, as ``tomllib`` gives them."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from cadre_tui.checklists.tables.cells import value_of
from cadre_tui.checklists.tables.columns import HEAD, Column, heading, known, plain
from cadre_tui.checklists.tables.places import Places
from cadre_tui.checklists.tables.sheet_rows import Row, Rows
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Place
from cadre_tui.model.nearest import nearest
from cadre_tui.tables.sheets import Cell

SAID_TWICE = ("项目", "item", "key")
"""Headings above the head of a checklist, which needs none."""


@dataclass
class Building:
    """Builds the tables of one file; faults go to the ``rows`` that they were found in."""

    rows: Rows
    places: Places = field(default_factory=Places)
    raw: dict[str, Any] = field(default_factory=lambda: {"schema": 1})

    def build(self) -> dict[str, Any]:
        """The whole, in the order in which people read it; what belongs to a criterion comes after all criteria."""
        for kind, keys in (("checklist", [column.key for column in HEAD.columns]), ("criteria", ["section"])):
            for key in keys:
                self.places.stands(key, self.rows.begins.get(kind, Place()))
        self._head()
        self._kinds = self._stated_kinds()
        self._sections()
        self._criteria = {
            each["id"]: (f"section.{at}.criterion.{position}", each)
            for at, section in enumerate(self.raw.get("section", ()))
            for position, each in enumerate(section.get("criterion", ()))
            if isinstance(each.get("id"), str)
        }
        self._options()
        for name, key in (("lines", "line"), ("tiers", "tier")):
            self._belonging(name, key)
        self._grades()
        return self.raw

    def _head(self) -> None:
        seen: set[tuple[str, str | None]] = set()
        for row in self.rows.of["checklist"]:
            filled = [(at, cell) for at, cell in enumerate(row.cells) if not isinstance(cell, str) or cell.strip()]
            at, name = filled[0]
            found = heading(name, HEAD.columns)
            if found is None:
                if plain(name) not in SAID_TWICE and (len(filled) > 1):
                    near = nearest(plain(name), known(HEAD.columns))
                    self.rows.fault(codes.UNKNOWN_COLUMN, row.place(at), name=_shown(name), meant=near)
                continue
            column, language = found
            if (column.key, language) in seen:
                self.rows.fault(codes.COLUMN_TWICE, row.place(at), name=_shown(name))
                continue
            seen.add((column.key, language))
            self.places.stands(column.key, row.place(at + 1), column.words)
            cell = row.cells[at + 1] if at + 1 < len(row.cells) else ""
            self._put(self.raw, "", row, at + 1, (column, language), cell, "")

    def _stated_kinds(self) -> dict[str, str]:
        """The kind of each criterion as the rows state it: what a condition compares with is written in its way."""
        kinds: dict[str, str] = {}
        for row in self.rows.of["criteria"]:
            stated = {column.key: row.cells[at] for at, (column, _) in row.headings.items() if at < len(row.cells)}
            name, kind = (unicodedata.normalize("NFKC", str(stated.get(key, ""))).strip() for key in ("id", "kind"))
            words = next((column.words for column, _ in row.headings.values() if column.key == "kind"), {})
            kinds.setdefault(name, words.get(kind, kind))
        return kinds

    def _row(self, row: Row, path: str, prefix: str = "", skip: str = "") -> dict[str, Any]:
        """The table of one row, of the columns whose keys begin with ``prefix`` and not with ``skip``."""
        table: dict[str, Any] = {}
        first = next((at for at, (column, _) in row.headings.items() if column.key == f"{prefix}id"), None)
        chosen = {
            at: (Column(column.key.removeprefix(prefix), column.headings, column.holds, column.words), language)
            for at, (column, language) in row.headings.items()
            if column.key.startswith(prefix) and not (skip and column.key.startswith(skip))
        }
        self.places.stands(path, row.place(min(row.headings) if first is None else first))
        for at, (column, _) in reversed(chosen.items()):
            self.places.stands(f"{path}.{column.key}", row.place(at), column.words)
        for at, (column, language) in chosen.items():
            cell = row.cells[at] if at < len(row.cells) else ""
            self._put(table, path, row, at, (column, language), cell, self._like(row, column))
        return table

    def _like(self, row: Row, column: Column) -> str:
        """The kind of the criterion that a condition in this row is about."""
        if column.holds not in ("value", "values"):
            return ""
        told = column.key.rpartition(".")[0] + ".criterion"
        keys = {each.key: row.cells[at] for at, (each, _) in row.headings.items() if at < len(row.cells)}
        about = keys.get(told) or (keys.get("id", "") if told.startswith("veto") else "")
        return self._kinds.get(unicodedata.normalize("NFKC", str(about)).strip(), "")

    def _put(
        self,
        table: dict[str, Any],
        path: str,
        row: Row,
        at: int,
        named: tuple[Column, str | None],
        cell: Cell,
        like: str,
    ) -> None:
        if isinstance(cell, str) and not cell.strip():
            return
        column, language = named
        value, told = value_of(cell, column, like)
        if told:
            self.rows.fault(told[0], row.place(at), **told[1])
        *outer, last = column.key.split(".")
        for step in outer:
            table = table.setdefault(step, {})
        if column.holds != "text":
            table[last] = value
            return
        self.places.stands(f"{path}.{column.key}.{language}".lstrip("."), row.place(at))
        if language is None and not isinstance(table.get(last), dict):
            table[last] = value
            return
        lang = self.raw.get("lang", "zh")
        before = table.get(last, {})
        texts = before if isinstance(before, dict) else {lang: before}
        table[last] = texts | {language or lang: value}

    def _sections(self) -> None:
        for row in self.rows.of["criteria"]:
            sections: list[dict[str, Any]] = self.raw.setdefault("section", [])
            at = len(sections)
            told = self._row(row, f"section.{at}", "section.")
            if told and (not sections or told.get("id", sections[-1].get("id")) != sections[-1].get("id")):
                sections.append(told | {"criterion": []})
            elif not sections:
                sections.append({"criterion": []})
            else:
                at -= 1
                self._repeated(row, told, sections[-1])
            path = f"section.{at}.criterion.{len(sections[at]['criterion'])}"
            criterion = self._row(row, path, skip="section.")
            when = criterion.get("veto", {}).get("when")
            if isinstance(when, dict) and when.keys() == {"is"}:
                criterion["veto"]["when"] = when["is"]
            if criterion:
                sections[at]["criterion"].append(criterion)

    def _repeated(self, row: Row, told: dict[str, Any], section: dict[str, Any]) -> None:
        """What is said of a section again has to be the same; a first word about it is taken."""
        for position, (column, _) in row.headings.items():
            key = column.key.removeprefix("section.")
            if not column.key.startswith("section.") or key not in told:
                continue
            if section.setdefault(key, told[key]) != told[key]:
                self.rows.fault(codes.SECTION_DIFFERS, row.place(position), name=_shown(row.cells[position]))

    def _options(self) -> None:
        scales: dict[str, tuple[str, dict[str, Any]]] = {}
        owner: tuple[str, dict[str, Any]] | None = None
        for row in self.rows.of["options"]:
            told = self._row(row, "?")
            scale, criterion = told.pop("scale", None), told.pop("criterion", None)
            if isinstance(scale, str):
                if scale not in scales:
                    table = {"id": scale, "option": []}
                    scales[scale] = (f"scale.{len(scales)}", table)
                    self.places.stands(f"scale.{len(scales) - 1}", row.place(self._at(row, "scale")))
                    self.raw.setdefault("scale", []).append(table)
                owner = scales[scale]
            elif isinstance(criterion, str):
                owner = self._owner(row, criterion)
            elif owner is None:
                self.rows.fault(codes.NO_OWNER, row.place(min(row.headings)))
            self._append(row, owner, "option", ("scale", "criterion"))

    def _belonging(self, name: str, key: str) -> None:
        owner: tuple[str, dict[str, Any]] | None = None
        for row in self.rows.of[name]:
            criterion = self._row(row, "?").get("criterion")
            if isinstance(criterion, str):
                owner = self._owner(row, criterion)
            elif owner is None:
                self.rows.fault(codes.NO_OWNER, row.place(min(row.headings)))
            self._append(row, owner, key, ("criterion",))

    def _append(self, row: Row, owner: tuple[str, dict[str, Any]] | None, key: str, leave: tuple[str, ...]) -> None:
        if owner is None:
            return
        path, table = owner
        listed: list[dict[str, Any]] = table.setdefault(key, [])
        faults = len(self.rows.faults)
        told = self._row(row, f"{path}.{key}.{len(listed)}")
        del self.rows.faults[faults:]  # they were noted when the row was looked at first
        for each in leave:
            told.pop(each, None)
        between = told.get("between")
        if isinstance(between, dict):
            told["between"] = [between[end] for end in sorted(between)]
        if told:
            listed.append(told)

    def _owner(self, row: Row, name: str) -> tuple[str, dict[str, Any]] | None:
        if name in self._criteria:
            return self._criteria[name]
        near = nearest(name, self._criteria)
        self.rows.fault(codes.UNKNOWN_CRITERION, row.place(self._at(row, "criterion")), name=name, meant=near)
        return None

    def _at(self, row: Row, key: str) -> int:
        return next(at for at, (column, _) in row.headings.items() if column.key == key)

    def _grades(self) -> None:
        for row in self.rows.of["grades"]:
            grades: list[dict[str, Any]] = self.raw.setdefault("grade", [])
            path = f"grade.{len(grades)}"
            told = self._row(row, path)
            require = told.pop("require", None)
            if told or not grades:
                grades.append(told)
            else:
                path = f"grade.{len(grades) - 1}"  # a further condition of the grade above
            if require:
                conditions = grades[-1].setdefault("require", [])
                for at, (column, _) in row.headings.items():
                    key = column.key.removeprefix("require")
                    if key != column.key:
                        self.places.stands(f"{path}.require.{len(conditions)}{key}", row.place(at))
                conditions.append(require)


def _shown(cell: Cell) -> str:
    return cell.strip() if isinstance(cell, str) else cell.shown
