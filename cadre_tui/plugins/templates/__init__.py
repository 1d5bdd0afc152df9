"""What an author begins with: a table, a package of data, a package with code. All of it is right as it is.

The texts of each level lie in a folder of that name; ``$name`` in them is filled in (see ``Names``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final, Literal

from cadre_tui.model.fault import BadInput

Level = Literal["table", "toml", "python"]
TEXTS: Final = Path(__file__).parent

FILES: Final[Mapping[str, Mapping[str, str]]] = {
    "toml": {
        "$package/$id.toml": "$language.toml",
        "tests/test_$module.py": "toml/test.$language.txt",
        "pyproject.toml": "toml/pyproject.toml",
        "README.md": "toml/readme.$language.txt",
    },
    "python": {
        "$plugin/$id.toml": "python/checklist.$language.toml",
        "$plugin/__init__.py": "python/init.txt",
        "$plugin/card.py": "python/card.txt",
        "$plugin/weakest.py": "python/weakest.txt",
        "tests/conftest.py": "python/conftest.txt",
        "tests/test_$module.py": "python/test.txt",
        "pyproject.toml": "python/pyproject.toml",
        "README.md": "python/readme.$language.txt",
    },
}
"""By level, each file that is written and the text that it is made of; the checklist first."""


@dataclass(frozen=True)
class Names:
    """What a new checklist is called: its id, its county (left out: some county), the language of its texts."""

    id: str
    county: str = ""
    language: str = "zh"

    @property
    def prefix(self) -> str:
        """The publisher's prefix: the first part of the id."""
        return self.id.partition(".")[0]

    @property
    def module(self) -> str:
        """The id as a name in Python."""
        return self.id.replace(".", "_").replace("-", "_")

    @property
    def told(self) -> Mapping[str, str]:
        """Every name that a text may ask for."""
        python = self.prefix.replace("-", "_")
        python = python if python[0].isalpha() else f"county_{python}"
        entry = self.id.replace(".", "-")
        return {
            "id": self.id,
            "prefix": self.prefix,
            "entry": entry,
            "module": self.module,
            "package": f"{python}_checklists",
            "plugin": f"{python}_plugin",
            "language": self.language,
            "title": "某县机关干部学习考评表"
            if self.language == "zh"
            else "Some County learning checklist for agency staff",
        }

    def filled(self, text: str) -> str:
        """A text with every name filled in, the county's too where it is known."""
        named = Template(text).substitute(self.told).replace("county.agency", self.id)
        if not self.county:
            return named
        named = named.replace("Some County", self.county).replace("某县", self.county)
        return named.replace("某组发", f"{self.county[0]}组发")


def begin(folder: Path, level: Level, names: Names, notes: tuple[str, str]) -> tuple[Path, ...]:
    """Write a new checklist into ``folder``, which is made where it is not there; its files, the checklist first.

    ``notes`` are the name and the text of a table's first sheet. Either all is written, or nothing.

    Raises:
        BadInput: the id or the county's name is none, a file is there already, or it cannot be written.
    """
    from cadre_tui.checklists.names import CHECKLIST_ID  # noqa: PLC0415 - a list of names does not need the reader

    if not CHECKLIST_ID.fullmatch(names.id):
        raise BadInput("template-id", name=names.id)
    if not names.county.isprintable() or set(names.county) & set('"\\'):
        raise BadInput("template-county", name=names.county)
    contents = _table(names, notes) if level == "table" else _package(level, names)
    return _write({folder / name: content for name, content in contents.items()})


def _table(names: Names, notes: tuple[str, str]) -> dict[str, bytes]:
    from cadre_tui.checklists.read import tables  # noqa: PLC0415 - for a table only
    from cadre_tui.checklists.tables.writing import workbook  # noqa: PLC0415

    file = f"{names.id}.xlsx"
    read = tables(names.filled((TEXTS / f"{names.language}.toml").read_text("utf-8")), file)
    assert isinstance(read, tuple)  # noqa: S101 - a test reads both templates
    return {file: workbook(read[0], english=names.language == "en", notes=notes)}


def _package(level: Level, names: Names) -> dict[str, bytes]:
    return {
        names.filled(name): names.filled((TEXTS / names.filled(text)).read_text("utf-8")).encode()
        for name, text in FILES[level].items()
    }


def _write(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    there = next((file for file in contents if file.exists()), None)
    if there:
        raise BadInput("template-exists", file=str(there))
    done: list[Path] = []
    for file, content in contents.items():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with file.open("xb") as out:
                done.append(file)
                out.write(content)
        except (OSError, ValueError) as error:
            for written in done:
                written.unlink(missing_ok=True)
            code = "template-exists" if isinstance(error, FileExistsError) else "template-unwritable"
            raise BadInput(code, file=str(file)) from None
    return tuple(done)
