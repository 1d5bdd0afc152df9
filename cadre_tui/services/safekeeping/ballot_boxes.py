"""Open ballot boxes and backups: a copy before a ballot and one after it, laid side by side, tell that ballot."""

from collections.abc import Iterable, Iterator
from typing import Final

from cadre_tui.store.envelope import unpacked
from cadre_tui.store.keys import Key

BOXES: Final = "ballots"


class WithoutOpenBoxes:
    """Documents in their envelopes, without ballot boxes into which people still vote; ``left_out`` counts those."""

    def __init__(self, documents: Iterable[tuple[Key, bytes]], *, all_the_same: bool = False) -> None:
        """``all_the_same``: nothing is left out, because somebody asked for it."""
        self._documents = documents
        self._all = all_the_same
        self.left_out = 0

    def __iter__(self) -> Iterator[tuple[Key, bytes]]:
        for key, content in self._documents:
            if not self._all and key.kind == BOXES and not is_closed(content):
                self.left_out += 1
            else:
                yield key, content


def is_closed(content: bytes) -> bool:
    """Whether nobody votes into the box any more. What cannot be read is somebody's last hope, and stays in."""
    try:
        tables = unpacked(content)["tables"]
        return all(row.get("closed") for table in tables.values() for row in table.values())
    except Exception:
        return True
