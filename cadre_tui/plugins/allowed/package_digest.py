"""The digest of an installed plugin: of the files that its package brought. Nothing of it is imported."""

import hashlib
import importlib.metadata
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cadre_tui.plugins.allowed.installed import Advertised

INSTALLERS_OWN: Final = frozenset({"RECORD", "INSTALLER", "REQUESTED", "direct_url.json"})
"""What an installer writes beside a package's own files: it differs from machine to machine."""


def package_digest(entry: Advertised) -> str:
    """SHA-256 over the path and the SHA-256 of each file: those that the installer recorded, and those of the package
    that the entry point names (a package under development is recorded nowhere). Empty where there is none."""
    files = dict(_recorded(entry.distribution)) | dict(_package(entry.value))
    lines = [f"{name}\0{_of_file(path)}\n" for name, path in sorted(files.items())]
    return hashlib.sha256("".join(lines).encode("utf-8", "surrogatepass")).hexdigest() if lines else ""


def publisher(entry: Advertised) -> str:
    """Whom the package's metadata name as its author or maintainer; empty where they name nobody."""
    try:
        about = importlib.metadata.metadata(entry.distribution)
    except (importlib.metadata.PackageNotFoundError, OSError, ValueError):
        return ""
    names = ("Author", "Author-email", "Maintainer", "Maintainer-email")
    return next((str(about[name]) for name in names if about[name]), "")


def _recorded(distribution: str) -> Iterator[tuple[str, Path]]:
    try:
        files = importlib.metadata.distribution(distribution).files or []
    except (importlib.metadata.PackageNotFoundError, OSError, ValueError):
        return
    for file in files:
        if _counts(file.parts) and not file.is_absolute() and ".." not in file.parts:
            yield file.as_posix(), Path(str(file.locate()))


def _package(value: str) -> Iterator[tuple[str, Path]]:
    top = value.partition(":")[0].strip().partition(".")[0]
    try:
        spec = importlib.util.find_spec(top)  # finding one runs nothing; only looking below it would import it
    except (ImportError, ValueError, AttributeError):
        return
    if spec is None:
        return
    for folder in map(Path, spec.submodule_search_locations or ()):
        for path in folder.rglob("*"):
            within = path.relative_to(folder.parent)
            if path.is_file() and _counts(within.parts):
                yield within.as_posix(), path
    if not spec.submodule_search_locations and spec.origin and Path(spec.origin).is_file():
        yield Path(spec.origin).name, Path(spec.origin)


def _counts(parts: tuple[str, ...]) -> bool:
    return "__pycache__" not in parts and parts[-1] not in INSTALLERS_OWN


def _of_file(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "missing"
