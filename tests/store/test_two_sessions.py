"""Two sessions at one store, whatever they do and in whatever order: as two at one plain mapping, on each engine."""

import os
import signal
from collections.abc import Callable
from copy import deepcopy
from json import dumps
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import event
from sqlalchemy.engine import Engine as Connections

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.store import Document, Key, Store
from cadre_tui.store.disk import Disk
from cadre_tui.store.envelope import packed
from cadre_tui.store.names import name_of
from tests.store.engines import ENGINES, Engine
from tests.store.processes import ended_well, in_a_process

KEYS = (Key("county"), *(Key("drawers", ("r1", who)) for who in ("q/2", "q1")), Key("ballots", ("r1", "g")))
keys = st.sampled_from(KEYS)
sessions = st.integers(0, 1)
scalars = st.none() | st.booleans() | st.integers(-9, 9) | st.text(st.characters(codec="utf-8"), max_size=9)
fields = st.text(st.sampled_from("ab学"), min_size=1, max_size=2)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(fields, inner, max_size=2))
documents = st.dictionaries(fields, values, max_size=3)


class Sessions(RuleBasedStateMachine):
    """``now`` is what is stored, ``before`` the generation before it, where one is kept."""

    engine: Engine
    looks: int = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.now: dict[Key, Document] = {}
        self.before: dict[Key, Document] = {}

    @initialize(begun=st.dictionaries(keys, documents, max_size=2))
    def open(self, begun: dict[Key, Document]) -> None:
        """Made, or filled with what was elsewhere."""
        self.folder.rmdir()
        if begun:
            wrapped = {
                key: packed({"tables": {"document": {"1": each}}, "name": name_of(key)})
                for key, each in begun.items()
            }
            self.engine.at(self.folder, lasting=False).fill(wrapped.items())
        else:
            self.engine.made(self.folder, lasting=False)
        self.now = deepcopy(begun)
        self.open_sessions: list[Store] = [self.engine.at(self.folder, lasting=False) for _each in range(2)]
        self.stamps = {key: {self.open_sessions[0].stamp(key)} for key in KEYS}

    def became(self, key: Key, document: Document) -> None:
        """The mapping's side of a change."""
        if key in self.now and dumps(self.now[key]) == dumps(document):  # to Python, true is 1
            return
        if key in self.now:
            self.before[key] = self.now[key]
        self.now[key] = deepcopy(document)

    @rule(who=sessions, key=keys, document=documents)
    def replace(self, who: int, key: Key, document: Document) -> None:
        """All of a document."""
        assert self.open_sessions[who].change(key, lambda _found: document) == document
        self.became(key, document)

    @rule(who=sessions, key=keys, field=fields, value=values)
    def add(self, who: int, key: Key, field: str, value: Any) -> None:
        """A field, in the newest document, whoever wrote that."""
        self.open_sessions[who].change(key, lambda found: {**(found or {}), field: value})
        self.became(key, {**self.now.get(key, {}), field: value})

    @rule(who=sessions, key=keys)
    def give_up(self, who: int, key: Key) -> None:
        """After having begun."""

        def spoil(found: Document | None) -> Document:
            (found or {}).clear()
            raise BadInput("not-complete", count=1)

        with pytest.raises(BadInput):
            self.open_sessions[who].change(key, spoil)

    @rule(who=sessions, key=keys, other=keys, document=documents)
    def both(self, who: int, key: Key, other: Key, document: Document) -> None:
        """One document while the other is being changed, as the audit log is written."""
        if key == other:
            return

        def within(found: Document | None) -> Document:
            self.open_sessions[1 - who].change(other, lambda _found: document)
            return {**(found or {}), "with": "other"}

        self.open_sessions[who].change(key, within)
        self.became(other, document)
        self.became(key, {**self.now.get(key, {}), "with": "other"})

    @rule(who=sessions)
    def reopen(self, who: int) -> None:
        """As after a disconnection."""
        self.open_sessions[who] = self.engine.at(self.folder, lasting=False)

    @rule(key=keys, document=documents, at=st.integers(1, 16))
    def die(self, key: Key, document: Document, at: int) -> None:
        """Killed at some call on the way, or done: the document is what it was, or what it was to be."""
        died = not ended_well(in_a_process(lambda: dying(self.engine, self.folder, at, key, document)))
        found = self.open_sessions[0].read(key)
        assert found == document or (died and found == self.now.get(key))
        if found == document:
            self.became(key, document)

    @precondition(lambda self: self.now)
    @rule(data=st.data())
    def spoil_and_mend(self, data: st.DataObject) -> None:
        """A bit turns over: it is told, and the generation before comes back, where there may be one."""
        key = data.draw(st.sampled_from(sorted(self.now)))
        store = self.open_sessions[0]
        with store.snapshot() as snapshot:
            whole = dict(snapshot)[key]
        self.engine.spoil(self.folder, key, lambda raw: raw[:-2] + bytes([raw[-2] ^ 1]) + raw[-1:])
        with pytest.raises(StoreFailure):
            store.read(key)
        told = [each for each in store.examine(lambda _done, _of: None) if each.code.startswith("drawer-")]
        assert len(told) == 1
        if key in self.before and key.kind != "ballots":
            assert told[0].mendable
            store.mend(told[0], "now")
            self.now[key] = self.before[key]
        else:
            assert not told[0].mendable
            self.engine.spoil(self.folder, key, lambda _raw: whole)

    @invariant()
    def as_the_mapping(self) -> None:
        """Both sessions see what is stored, all of it and nothing else."""
        if not hasattr(self, "open_sessions"):
            return
        type(self).looks += 1
        for store in self.open_sessions:
            assert {key: each for key in KEYS if (each := store.read(key)) is not None} == self.now
            assert set(store.all_keys()) == set(self.now)
            assert list(store.below("drawers", "r1")) == [key for key in KEYS[1:3] if key in self.now]

    def teardown(self) -> None:
        """Nothing is wrong with it at the end but what a killed writer left, and that can be mended."""
        if hasattr(self, "open_sessions"):
            store = self.open_sessions[0]
            for flaw in store.examine(lambda _done, _of: None):
                assert flaw.mendable, flaw
                store.mend(flaw, "end")
            assert list(store.examine(lambda _done, _of: None)) == []
        rmtree(self.folder, ignore_errors=True)


def dying(engine: Engine, folder: Path, at: int, key: Key, document: Document) -> None:
    """Change it; be killed at the call of that number, if there are so many: of the system or to the database."""
    calls = 0

    def count(*_arguments: object) -> None:
        nonlocal calls
        calls += 1
        if calls == at:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "after_cursor_execute"):
        event.listen(Connections, name, count)
    event.listen(Connections, "commit", count)
    for name in [each for each in vars(Disk) if not each.startswith("_")]:
        setattr(Disk, name, counted(count, getattr(Disk, name)))
    engine.at(folder, lasting=False).change(key, lambda _found: document)


def counted(count: Callable[[], None], call: Callable[..., Any]) -> Callable[..., Any]:
    """The same, counted first."""

    def counting(*arguments: Any) -> Any:
        count()
        return call(*arguments)

    return counting


@pytest.mark.parametrize("engine", ENGINES, ids=lambda each: each.name)
def test_two_sessions_are_as_two_at_one_mapping(engine: Engine) -> None:
    machine = type("Sessions", (Sessions,), {"engine": engine})
    run_state_machine_as_test(
        machine, settings=settings(max_examples=15, stateful_step_count=15, deadline=None, phases=[Phase.generate])
    )
    assert machine.looks > 50
