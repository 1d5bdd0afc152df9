"""A county's data from one store into another, of whichever engine."""

from collections.abc import Callable, Iterable, Iterator

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.safekeeping import Copied
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.safekeeping.ballot_boxes import BOXES, is_closed
from cadre_tui.store import Key, keys, open_store
from cadre_tui.store.digests import Digests
from cadre_tui.store.envelope import Damaged, Newer, unpacked
from cadre_tui.store.names import name_of

Tell = Callable[[int, int], object]
"""Hears how many documents were copied, of how many."""


def copy(county: County, to: str, tell: Tell = lambda _done, _of: None) -> Copied:
    """Copy every document, byte by byte and as all are at one moment, to the store at the URL ``to``.

    What was written is read back and every digest compared before the copy gets its name; where that fails, or the
    copying is stopped, there is none. What people do after that moment is not in it. It is noted in the audit log of
    the county that was copied.

    Raises:
        BadInput: something is at ``to`` already, or it names no store; people still vote into a ballot box, of which
            there must not be two.
        StoreFailure: there is no county; the one cannot be read or the other not be written; a document is damaged,
            whose former generation would not come along.
    """
    if county.store.read(keys.COUNTY) is None:
        raise StoreFailure("county-not-made", place=str(county.store.place or ""))
    target = open_store(to)
    digests = Digests()
    of = sum(1 for _key in county.store.all_keys())
    with county.store.snapshot() as documents:
        target.fill(_telling(digests.noted(documents), tell, of))
    noted = audit.note_by_machine(county, "store-copied", count=len(digests), hash=digests.whole[:12])
    return Copied(documents=len(digests), digest=digests.whole, unnoted=noted is None)


def _telling(documents: Iterable[tuple[Key, bytes]], tell: Tell, of: int) -> Iterator[tuple[Key, bytes]]:
    for done, each in enumerate(documents):
        if each[0].kind == BOXES and not is_closed(each[1]):
            raise BadInput("copy-open-ballots")
        _must_be_whole(*each)
        tell(done, max(of, done))
        yield each


def _must_be_whole(key: Key, content: bytes) -> None:
    try:
        unpacked(content, name_of(key))
    except Damaged:
        raise StoreFailure("store-damaged", path=name_of(key)) from None
    except Newer as newer:
        raise StoreFailure("store-newer", path=name_of(key), schema=newer.schema) from None
