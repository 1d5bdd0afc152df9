"""The one table: every verb asks it, and it gives away nothing that it does not say."""

import ast
from collections.abc import Iterator
from importlib import import_module
from inspect import getsource, signature
from itertools import product
from pkgutil import walk_packages
from types import FunctionType, ModuleType

import pytest

import cadre_tui.services
from cadre_tui.model.fault import NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.model.rounds.round import SHOWN, Phase
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.permission.table import TABLE, WRITING, Whose
from cadre_tui.services.session import Session
from tests.services.small import Small


def verbs() -> Iterator[FunctionType]:
    """Every public function of the room that takes the session which acts."""
    for found in walk_packages(cadre_tui.services.__path__, "cadre_tui.services."):
        module = import_module(found.name)
        for name, member in vars(module).items():
            own = isinstance(member, FunctionType) and member.__module__ == module.__name__
            if (
                own
                and not name.startswith("_")
                and name != "permit"
                and next(iter(signature(member).parameters), "") == "session"
            ):
                yield member


def called(function: FunctionType) -> Iterator[FunctionType]:
    """The functions that it calls by their names: its module's own, what that imports, and those of its modules."""
    for call in ast.walk(ast.parse(getsource(function))):
        if not isinstance(call, ast.Call):
            continue
        match call.func:
            case ast.Name(id=name):
                found = function.__globals__.get(name)
            case ast.Attribute(value=ast.Name(id=module), attr=name):
                there = function.__globals__.get(module)
                found = getattr(there, name, None) if isinstance(there, ModuleType) else None
            case _:
                found = None
        if isinstance(found, FunctionType) and found.__module__.startswith("cadre_tui.services"):
            yield found


def asks(function: FunctionType, seen: frozenset[FunctionType] = frozenset()) -> bool:
    """Whether it asks the table, itself or through a function of the room that it calls."""
    near = set(called(function)) - seen
    return permit in near or any(asks(each, seen | near) for each in near)


def test_every_verb_asks_the_table() -> None:
    found = list(verbs())
    assert len(found) >= 20
    assert [each.__qualname__ for each in found if not asks(each)] == []


@pytest.mark.parametrize(("role", "act"), list(product(Role, Act)))
def test_what_no_row_says_is_forbidden(small: Small, role: Role, act: Act) -> None:
    session = Session(small.county, "a1", role, frozenset(Role), frozenset({"甲单位"}))
    for of, unit, phase in product((None, "a1", "a2"), (None, "甲单位", "乙单位"), (None, *Phase)):
        rows = [each for each in TABLE if (each.act, each.role) == (act, role)]
        concerned = {Whose.ANYBODY} | ({Whose.OWN} if of == "a1" else set())
        concerned |= {Whose.UNIT} if unit == "甲单位" else set()
        allowed = any(each.whose in concerned and (phase is None or phase in each.phases) for each in rows)
        try:
            permit(session, act, of=of, unit=unit, phase=phase)
        except NotPermitted:
            assert not allowed, (of, unit, phase)
        else:
            assert allowed, (of, unit, phase)


def test_a_role_that_is_not_ones_own_allows_nothing(small: Small) -> None:
    forged = Session(small.county, "a1", Role.ORGANISER, frozenset({Role.CADRE}))
    for act in Act:
        with pytest.raises(NotPermitted):
            permit(forged, act, of="a1", phase=Phase.PUBLISHED)


def test_nobody_in_any_role_reads_or_writes_for_another() -> None:
    answers = {Act.READ_RESPONSE, Act.WRITE_RESPONSE, Act.HAND_IN, Act.TAKE_BACK, Act.OWN_ACCOUNT, Act.SEE_TASKS}
    assert {each.whose for each in TABLE if each.act in answers} == {Whose.OWN}
    assert {each.role for each in TABLE if each.act in answers - {Act.OWN_ACCOUNT}} == {Role.CADRE, Role.RATER}


def test_results_are_for_after_the_publication() -> None:
    assert {each.phases for each in TABLE if each.act is Act.SEE_RESULT} == {SHOWN}


def test_what_changes_a_response_is_for_open_rounds() -> None:
    writing = {Act.WRITE_RESPONSE, Act.HAND_IN, Act.TAKE_BACK}
    assert {each.phases for each in TABLE if each.act in writing} == {WRITING}
