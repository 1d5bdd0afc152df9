"""The examples on the pages of the codes as whole files: what is not the point is left out there, and added here."""

import re
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from cadre_tui.words.code_pages import Example, known_codes

HEAD = {"schema": "1", "id": '"demo.learning"', "version": '"2026.1"', "title": '"示例"'}
SECTION = '[[section]]\nid = "plan"\ntitle = "学习计划"\n'
CRITERION = '[[section.criterion]]\nid = "plan.written"\nkind = "yes_no"\ntext = "有没有学习计划"\npoints = 10\n'
OVERLAY = '[overlay]\nbase = "core.learning|2026.1"\n'
CHANGES = ("[[set]]", "[[exclude]]", "[[add]]", "[[translate]]")


def of_checklists() -> tuple[str, ...]:
    """The codes of checklists that something is written on."""
    return tuple(each for each in known_codes() if each.startswith("CL"))


def whole(text: str) -> str:
    """A TOML example with the head, the section or the criterion that it lacks."""
    top, _, rest = text.partition("\n[") if not text.startswith("[") else ("", "", text[1:])
    rest = f"[{rest}\n" if rest else ""
    if "[overlay]" not in rest and rest.startswith(CHANGES):
        rest = OVERLAY + rest
    overlay = "[overlay]" in rest
    if not overlay and "[[section]]" not in rest:
        before, header, after = rest.partition("[[section.criterion]]")
        rest = before + SECTION + header + after
    if not overlay and "[[section.criterion]]" not in rest:
        rest += CRITERION
    keys = [key for key in HEAD if not (overlay and key == "title")]
    head = "".join(f"{key} = {HEAD[key]}\n" for key in keys if not re.search(rf"^{key} =", top, re.MULTILINE))
    return f"{head}{top}\n{rest}"


def write(example: Example, folder: Path, name: str) -> Path:
    """The example as a file."""
    format_, *peculiar = example.kind.split()
    if format_ == "toml":
        path = folder / f"{name}.toml"
        path.write_bytes(whole(example.text).encode("gb18030" if "gb18030" in peculiar else "utf-8"))
        return path
    contents = {
        "damaged": (".xlsx", b"PK\x03\x04" + example.text.encode()),
        "unknown-encoding": (".csv", b"\xff\x00\x9f\x80abc"),
        "flooded": (".csv", ("考评表\n编号," + "长" * 200_000).encode()),
        "endless": (".csv", ("考评表\n" + "编号,a\n" * 6000).encode()),
    }
    for peculiarity in peculiar:
        ending, content = contents[peculiarity]
        path = folder / f"{name}{ending}"
        path.write_bytes(content)
        return path
    path = folder / f"{name}.xlsx"
    workbook(example.text).save(path)
    return path


def workbook(text: str) -> Workbook:
    """Sheets as ``[name]``, cells between bars, each as somebody would type it into a spreadsheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for line in text.splitlines():
        if line.startswith("["):
            name, *hidden = line.strip("[]").split()
            sheet, row = book.create_sheet(name), 0
            sheet.sheet_state = "hidden" if hidden else "visible"
        elif line.startswith("{"):
            sheet.merge_cells(line.strip("{}").split()[1])
        else:
            row += 1
            for column, cell in enumerate(line.split("|"), 1):
                if cell.strip():
                    sheet.cell(row, column, _typed(cell.strip()))
    return book


def _typed(cell: str) -> Any:
    if re.fullmatch(r"\d+(\.\d+)?", cell):
        return float(cell)
    return date.fromisoformat(cell) if re.fullmatch(r"\d{4}-\d\d-\d\d", cell) else cell.removeprefix("'")
