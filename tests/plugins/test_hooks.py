"""Every hook is documented with its exact signature, has an example that runs, and is used."""

import inspect
import re
from pathlib import Path
from textwrap import dedent
from types import ModuleType

import pytest

from cadre_tui.plugins.hookspecs import CadreHooks
from cadre_tui.plugins.loading import load_catalogue

PAGE = Path(__file__).parents[2] / "docs" / "plugin-authors" / "hooks.md"
HOOKS = sorted(name for name in vars(CadreHooks) if name.startswith("cadre_"))


def signature(hook: str) -> str:
    stated = inspect.signature(getattr(CadreHooks, hook))
    parameters = [str(each) for each in stated.parameters.values() if each.name != "self"]
    answer = re.sub(r"[\w.]+\.(?=\w)", "", str(stated.return_annotation))
    return f"{hook}({', '.join(parameters)}) -> {answer}"


def example(hook: str) -> str:
    told = inspect.getdoc(getattr(CadreHooks, hook)) or ""
    return dedent(told.split("Example::\n")[1]).strip() + "\n"


def test_there_are_hooks() -> None:
    assert HOOKS == ["cadre_checklists"]


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_documented_with_its_signature_and_its_example(hook: str) -> None:
    page = PAGE.read_text("utf-8")
    assert f"## `{hook}`" in page
    assert f"```python\n{signature(hook)}\n```" in page
    assert f"```python\n{example(hook)}```" in page


@pytest.mark.parametrize("hook", HOOKS)
def test_nothing_else_is_called_a_hook_on_the_page(hook: str) -> None:
    headed = re.findall(r"^## `(\w+)`", PAGE.read_text("utf-8"), flags=re.M)
    assert headed == HOOKS


def test_the_example_of_cadre_checklists_runs_as_a_plugin(write, tmp_path: Path) -> None:
    write("a.toml", called="test.a")
    write("b.toml", called="test.b")
    module = ModuleType("county")
    module.__file__ = str(tmp_path / "county.py")
    exec(compile(example("cadre_checklists"), module.__file__, "exec"), vars(module))
    catalogue = load_catalogue(plugins=False, registered={"county": module})
    brought = {offer.id for offer in catalogue.offers() if offer.source.origin.name == "county"}
    assert brought == {"test.a", "test.b"}
    assert not catalogue.problems
