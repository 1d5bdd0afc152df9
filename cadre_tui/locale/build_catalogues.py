"""Compile the catalogues: run by the package's build, and by the tests so that they see the newest words."""

import os
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def merged(folder: Path, language: str) -> Catalog:
    """All ``.po`` files of a language in one catalogue."""
    whole = Catalog(locale=language)
    for path in sorted(folder.glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    whole.add(message.id, message.string, context=message.context)
    return whole


def compile_catalogues(root: Path) -> None:
    """Write ``cadre.mo`` beside the ``.po`` files of each language under ``root``."""
    for folder in sorted(root.glob("*/LC_MESSAGES")):
        compiled = BytesIO()
        write_mo(compiled, merged(folder, folder.parent.name))
        # Whole or not at all: a program that starts meanwhile reads one catalogue or the other.
        fresh = folder / f".cadre.mo.{os.getpid()}"
        fresh.write_bytes(compiled.getvalue())
        fresh.replace(folder / "cadre.mo")


class CompileCatalogues(BuildHookInterface[Any]):
    """The hook that the build calls, for a wheel as for an editable install."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile before the files are gathered."""
        del version, build_data
        compile_catalogues(Path(self.root) / "cadre_tui" / "locale")
