"""What lies in a store's folder: documents, and what the store keeps beside them."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ENDING: Final = ".json"
LOCKS: Final = ".locks"
"""The folder of the lock files."""

SNAPSHOTS: Final = ".snapshots"
"""The folder of second names by which a backup reads while others write."""

DAMAGED: Final = ".damaged"
"""The folder of what was mended away."""

ASIDE: Final = frozenset({LOCKS, DAMAGED})
"""Folders of the store's in which no document lies, but whose files are to be looked after."""

NEIGHBOURS: Final = frozenset({"checklists", "outbox", "demo"})
"""Folders beside the documents' that are not the store's: checklists, papers that people fetch, a made-up county."""


def folders(folder: Path) -> Iterator[Path]:
    """The store's folders, itself among them, in order."""
    for path, below, _files in os.walk(folder):
        if Path(path) == folder:
            below[:] = [each for each in below if each not in NEIGHBOURS and (each[0] != "." or each in ASIDE)]
        below.sort()
        yield Path(path)


def files(folder: Path) -> Iterator[Path]:
    """The store's files, in order: documents, then former generations and what is half written; and locks."""
    for each in folders(folder):
        aside = ASIDE & set(each.relative_to(folder).parts)
        found = (path for path in each.iterdir() if path.is_file() and (aside or is_ours(path)))
        yield from sorted(found, key=lambda path: (path.name.startswith("."), path))


def documents(folder: Path) -> Iterator[Path]:
    """The present generation of every document, in order."""
    for path in files(folder):
        if is_document(path) and not ASIDE & set(path.relative_to(folder).parts):
            yield path


def names_below(folder: str, above: str) -> Iterator[str]:
    """The names of the documents in a folder, which is called ``above``, and in those within; none is no error."""
    try:
        with os.scandir(folder) as entries:
            for each in entries:
                name = f"{above}/{each.name}"
                if each.name.endswith(ENDING) and not each.name.startswith("."):
                    yield name.removesuffix(ENDING)
                elif each.is_dir():
                    yield from names_below(each.path, name)
    except (FileNotFoundError, NotADirectoryError):
        return


def is_ours(path: Path) -> bool:
    """Whether the store gave a file its name."""
    return is_document(path) or path.name.endswith((f"{ENDING}.new", f"{ENDING}.former", f"{ENDING}.former.new"))


def is_document(path: Path) -> bool:
    """Whether a file is the present generation of a document."""
    return path.name.endswith(ENDING) and not path.name.startswith(".")


def document_of(path: Path) -> Path:
    """The present generation's path, of whichever generation's."""
    if not path.name.startswith("."):
        return path
    return path.with_name(path.name[1:].removesuffix(".new").removesuffix(".former"))


def lock_of(folder: Path, document: Path) -> Path:
    """The lock file of a document."""
    below = document.relative_to(folder)
    return folder / LOCKS / below.with_name(below.name.removesuffix(ENDING) + ".lock")


def locked_by(folder: Path, lock: Path) -> Path:
    """The document that a lock file stands for."""
    below = lock.relative_to(folder / LOCKS)
    return folder / below.with_name(below.name.removesuffix(".lock") + ENDING)


def name_in(folder: Path, path: Path) -> str:
    """The name of the document that a file belongs to (``names.name_of``)."""
    return document_of(path).relative_to(folder).as_posix().removesuffix(ENDING)


def kind_in(folder: Path, path: Path) -> str:
    """The kind of the document that a file belongs to."""
    return document_of(path).relative_to(folder).parts[0].removesuffix(ENDING)
