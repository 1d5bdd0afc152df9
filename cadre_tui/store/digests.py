"""What was put into a store, held against what can be read from it."""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from cadre_tui.model.fault import StoreFailure
from cadre_tui.store.keys import Key
from cadre_tui.store.names import name_of

Documents = Iterable[tuple[Key, bytes]]
"""Keys, and for each the document in its envelope."""


class Digests:
    """The SHA-256 of every document that passed; the documents themselves are not kept."""

    def __init__(self) -> None:
        self._of: dict[str, bytes] = {}

    def __len__(self) -> int:
        return len(self._of)

    def noted(self, documents: Documents) -> Iterator[tuple[Key, bytes]]:
        """The same documents, each noted as it passes."""
        for key, content in documents:
            self._of[name_of(key)] = sha256(content).digest()
            yield key, content

    @property
    def whole(self) -> str:
        """One digest of all: the SHA-256 of the digests and names in order, as a backup's manifest has it."""
        lines = sorted(f"{digest.hex()}  documents/{name}.json\n" for name, digest in self._of.items())
        return sha256("".join(lines).encode()).hexdigest()

    def must_be_those_of(self, kept: Documents, place: str) -> None:
        """Hold them against what was read back from ``place``.

        Raises:
            StoreFailure: one is missing, one is there that was not put in, or one is not what it was.
        """
        found = {name_of(key): sha256(content).digest() for key, content in kept}
        if found != self._of:
            raise StoreFailure("store-not-kept", place=place)
