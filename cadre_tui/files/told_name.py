"""What a file is called, as it is told and kept."""

import os
from pathlib import Path

from cadre_tui.model.text import sound


def told_name(path: Path | str) -> str:
    """The name of a file without its folder, with a mark in place of whatever no text of ours may hold.

    Bytes that are no UTF-8 are read as GB18030: so names come out of an archive that was packed on Windows.
    """
    name = Path(path).name
    if name.isprintable():
        return name
    if any("\ud800" <= each <= "\udfff" for each in name):
        name = os.fsencode(name).decode("gb18030", "replace")
    return "".join(each if sound(each) and each not in "\t\r\n" else "\ufffd" for each in name)
