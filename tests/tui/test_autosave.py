import asyncio
from collections.abc import Callable
from datetime import datetime
from threading import Event
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.fault import BadInput, NotPermitted, StoreFailure
from cadre_tui.tui.autosave import DELAY, Autosave, Changes, SaveState, Unsaved, for_good
from tests.tui.colleague_forms import forms

TASKS = [form.task for form in forms(2)]
GOOD, FAIR, POOR = (Answer(choice=code) for code in ("good", "fair", "poor"))


class Listener(Screen[None]):
    """Hears what autosave tells."""

    def __init__(self, write: Callable[[Changes], object]) -> None:
        super().__init__()
        self.autosave = Autosave(self, write)
        self.heard: list[str] = []

    def on_autosave_saved(self) -> None:
        self.heard.append("saved")

    def on_autosave_save_failed(self, message: Autosave.SaveFailed) -> None:
        self.heard.append(message.reason)


class Stage(App[None]):
    """An app with one screen."""

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self.first = screen

    def on_mount(self) -> None:
        self.push_screen(self.first)


async def with_listener(write: Callable[[Changes], object], act: Callable[[Listener, Any], Any]) -> Listener:
    listener = Listener(write)
    async with Stage(listener).run_test() as pilot:
        await act(listener, pilot)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    return listener


def test_the_newest_answer_wins_and_what_comes_back_does_not_overwrite_it() -> None:
    unsaved = Unsaved()
    unsaved.note(TASKS[0], "a", GOOD)
    unsaved.note(TASKS[0], "b", GOOD)
    taken = unsaved.take()
    assert not unsaved
    unsaved.note(TASKS[0], "a", POOR)
    unsaved.put_back(taken)
    assert unsaved.take() == {TASKS[0]: {"a": POOR, "b": GOOD}}


async def test_several_keys_are_one_write_within_a_second() -> None:
    written: list[tuple[float, Changes]] = []
    began = asyncio.get_running_loop().time()

    async def act(listener: Listener, pilot: Any) -> None:
        for answer in (GOOD, FAIR, POOR):
            listener.autosave.note(TASKS[0], "a", answer)
            await pilot.pause()
        listener.autosave.note(TASKS[1], "a", GOOD)
        assert listener.autosave.words() == "未保存"
        async with asyncio.timeout(5):
            while not written:
                await pilot.pause(DELAY / 10)

    listener = await with_listener(lambda changes: written.append((datetime.now().timestamp(), changes)), act)
    assert [changes for _time, changes in written] == [{TASKS[0]: {"a": POOR}, TASKS[1]: {"a": GOOD}}]
    assert asyncio.get_running_loop().time() - began < 5
    assert listener.heard == ["saved"]
    assert listener.autosave.words().startswith("已保存 ")


async def test_flush_writes_at_once_and_only_what_is_left() -> None:
    written: list[Changes] = []

    async def act(listener: Listener, _pilot: Any) -> None:
        listener.autosave.flush()
        assert written == []
        listener.autosave.note(TASKS[0], "a", GOOD)
        listener.autosave.flush()
        listener.autosave.flush()
        assert written == [{TASKS[0]: {"a": GOOD}}]
        assert listener.autosave.state is SaveState.SAVED

    await with_listener(written.append, act)


async def test_flush_waits_for_a_write_under_way_and_keeps_the_order() -> None:
    written: list[Changes] = []
    begun, go_on = Event(), Event()

    def slow(changes: Changes) -> None:
        begun.set()
        go_on.wait(5)
        written.append(changes)

    async def act(listener: Listener, _pilot: Any) -> None:
        listener.autosave.note(TASKS[0], "a", GOOD)
        listener.autosave.begin()
        await asyncio.to_thread(begun.wait, 5)
        listener.autosave.note(TASKS[0], "a", POOR)
        asyncio.get_running_loop().run_in_executor(None, go_on.set)
        await asyncio.to_thread(listener.autosave._write_left)

    await with_listener(slow, act)
    assert written == [{TASKS[0]: {"a": GOOD}}, {TASKS[0]: {"a": POOR}}]


async def test_what_is_refused_is_kept_told_and_written_with_the_next_key() -> None:
    written: list[Changes] = []
    broken = True

    def write(changes: Changes) -> None:
        if broken:
            raise StoreFailure("store-disk-full", folder="/data")
        written.append(changes)

    async def act(listener: Listener, pilot: Any) -> None:
        nonlocal broken
        listener.autosave.note(TASKS[0], "a", GOOD)
        with pytest.raises(StoreFailure):
            listener.autosave.flush()
        assert listener.autosave.state is SaveState.FAILED
        assert "磁盘已满" in listener.autosave.words()
        listener.autosave.retry_later()
        broken = False
        listener.autosave.note(TASKS[0], "b", FAIR)
        async with asyncio.timeout(20):
            while not written:
                await pilot.pause(DELAY / 10)

    listener = await with_listener(write, act)
    assert written == [{TASKS[0]: {"a": GOOD, "b": FAIR}}]
    assert listener.autosave.state is SaveState.SAVED


async def test_a_refusal_on_the_thread_is_a_message() -> None:
    def write(_changes: Changes) -> None:
        raise StoreFailure("store-disk-full", folder="/data")

    async def act(listener: Listener, _pilot: Any) -> None:
        listener.autosave.note(TASKS[0], "a", GOOD)
        listener.autosave.begin()

    listener = await with_listener(write, act)
    assert len(listener.heard) == 1
    assert "/data" in listener.heard[0]


def test_some_refusals_are_for_good() -> None:
    assert for_good(BadInput("deadline-passed", deadline="x"))
    assert for_good(NotPermitted("anything"))
    assert not for_good(StoreFailure("store-disk-full", folder="x"))
