"""What an author begins with: a checklist, filled in, as a table or as a text file."""

from pathlib import Path
from typing import Final, Literal

from cadre_tui.model.fault import BadInput

Level = Literal["table", "toml"]
ENDINGS: Final = {"table": ".xlsx", "toml": ".toml"}


def begin(folder: Path, level: Level, checklist_id: str, language: str, notes: tuple[str, str]) -> Path:
    """Write the template into ``folder``, which is made where it is not there; the new file. ``notes`` are the name
    and the text of a table's first sheet.

    Raises:
        BadInput: the id is not one, the file is there already, or it cannot be written.
    """
    from cadre_tui.checklists.names import CHECKLIST_ID  # noqa: PLC0415 - a list of names does not need the reader
    from cadre_tui.checklists.read import tables  # noqa: PLC0415

    if not CHECKLIST_ID.fullmatch(checklist_id):
        raise BadInput("template-id", name=checklist_id)
    file = folder / f"{checklist_id}{ENDINGS[level]}"
    own = "en" if language == "en" else "zh"
    text = (Path(__file__).parent / f"{own}.toml").read_text("utf-8").replace("county.agency", checklist_id, 1)
    if level == "toml":
        content = text.encode()
    else:
        from cadre_tui.checklists.tables.writing import workbook  # noqa: PLC0415 - for a table only

        read = tables(text, file.name)
        assert isinstance(read, tuple)  # noqa: S101 - a test reads both templates
        content = workbook(read[0], english=own == "en", notes=notes)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as out:
            out.write(content)
    except FileExistsError:
        raise BadInput("template-exists", file=str(file)) from None
    except (OSError, ValueError):
        raise BadInput("template-unwritable", file=str(file)) from None
    return file
