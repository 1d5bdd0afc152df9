"""Every hook is documented with its exact signature, has an example that runs, and is used by a plugin."""

import inspect
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

from cadre_tui.plugins import Answer, ResponseSubmitted, RoundOpened, Text
from cadre_tui.plugins.allowed.running import running
from cadre_tui.plugins.hookspecs import CadreHooks
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.scoring import brought_rules
from tests.examples import linshan
from tests.examples.plugins import LINSHAN_LIST, made
from tests.examples.writing import answered, read, section, yes_no

PAGE = Path(__file__).parents[2] / "docs" / "plugin-authors" / "hooks.md"
HOOKS = [name for name in vars(CadreHooks) if name.startswith("cadre_")]
EXAMPLES: dict[str, Callable[[Path], bool]] = {}
"""By hook, what shows that its example does what the page says."""


def signature(hook: str) -> str:
    stated = inspect.signature(getattr(CadreHooks, hook))
    parameters = [
        re.sub(r"[\w.]+\.(?=\w)", "", str(each)) for each in stated.parameters.values() if each.name != "self"
    ]
    answer = re.sub(r"[\w.]+\.(?=\w)", "", inspect.formatannotation(stated.return_annotation))
    return f"{hook}({', '.join(parameters)}) -> {answer}"


def example(hook: str) -> str:
    told = inspect.getdoc(getattr(CadreHooks, hook)) or ""
    return dedent(told.split("Example::\n")[1]).strip() + "\n"


def shows(check: Callable[[Path], bool]) -> Callable[[Path], bool]:
    EXAMPLES[check.__name__] = check
    return check


def module(hook: str, file: Path = Path("county.py")) -> ModuleType:
    """The example of a hook, as a plugin."""
    made_up = ModuleType("county")
    made_up.__file__ = str(file)
    exec(compile(example(hook), made_up.__file__, "exec"), vars(made_up))
    return made_up


@contextmanager
def running_example(hook: str) -> Iterator[None]:
    with running(made(module(hook))):
        yield


@pytest.mark.parametrize("hook", HOOKS)
def test_a_hook_is_documented_with_its_signature_and_its_example(hook: str) -> None:
    page = PAGE.read_text("utf-8")
    assert f"## `{hook}`" in page
    assert f"```python\n{signature(hook)}\n```" in page
    assert f"```python\n{example(hook)}```" in page


def test_nothing_else_is_called_a_hook_on_the_page() -> None:
    page = PAGE.read_text("utf-8")
    assert re.findall(r"^## `(\w+)`", page, flags=re.M) == HOOKS
    assert set(re.findall(r"\bcadre_[a-z_]+\b", page)) <= {*HOOKS, "cadre_tui"}


@pytest.mark.parametrize("hook", HOOKS)
def test_the_page_says_in_both_languages_when_it_is_called_and_what_happens_where_it_fails(hook: str) -> None:
    chinese, english = PAGE.read_text("utf-8"), PAGE.with_name("hooks-english.md").read_text("utf-8")
    ((told,),) = [re.findall(rf"^## `{hook}`\n(.*?)(?=^## |\Z)", chinese, flags=re.M | re.S)]
    for label in ("用来做什么", "什么时候调用", "出错怎么办"):
        assert f"**{label}**" in told
    (row,) = re.findall(rf"^\| `{hook}` \|.*$", english, flags=re.M)
    assert len([cell for cell in row.split("|") if cell.strip()]) == 4


@pytest.mark.parametrize("hook", HOOKS)
def test_a_plugin_of_the_tests_uses_it(hook: str) -> None:
    assert callable(getattr(linshan, hook))


@pytest.mark.parametrize("hook", HOOKS)
def test_the_example_on_the_page_does_what_the_page_says(hook: str, tmp_path: Path) -> None:
    assert EXAMPLES[hook](tmp_path)


@shows
def cadre_checklists(tmp_path: Path) -> bool:
    for name in ("a", "b"):
        text = section(yes_no("x"), section_id="s")
        head = f'schema = 1\nid = "test.{name}"\nversion = "1"\ntitle = "表"\n'
        (tmp_path / f"{name}.toml").write_text(head + text, "utf-8")
    plugin = module("cadre_checklists", tmp_path / "county.py")
    catalogue = load_catalogue(plugins=False, registered={"county": plugin})
    brought = {offer.id for offer in catalogue.offers() if offer.source.origin.name == "county"}
    return brought == {"test.a", "test.b"} and not catalogue.problems


@shows
def cadre_scales(_tmp_path: Path) -> bool:
    with running_example("cadre_scales"):
        checklist = read(section('id = "r"\nkind = "rating"\nscale = "linshan.level-4"\ntext = "评"\npoints = 20'))
        return answered(checklist, {"r": {"choice": "b"}}).total == 17


@shows
def cadre_criterion_kinds(_tmp_path: Path) -> bool:
    with running_example("cadre_criterion_kinds"):
        card = 'id = "c"\nkind = "linshan.points_card"\ntext = "卡"\nevery = 8\nper = 5\npoints = 30'
        scored: Any = answered(read(section(card)), {"c": {"number": 20}}).row("c")
    return bool(scored.score == 10)


@shows
def cadre_score(_tmp_path: Path) -> bool:
    with running_example("cadre_score"):
        checklist = read(section(yes_no("a"), yes_no("b")), head='scorer = "linshan.weakest"\n')
        sheet: Any = answered(checklist, {"a": {"yes": True}, "b": {"yes": False}})
    return str(sheet.total) == "33.33"


@shows
def cadre_aggregate(_tmp_path: Path) -> bool:
    with running_example("cadre_aggregate"):
        rule: Any = brought_rules.find("linshan.middle_half")
        return bool(rule.figure([Fraction(each) for each in (10, 60, 80, 80, 100)]) == Fraction(220, 3))


@shows
def cadre_overlays(tmp_path: Path) -> bool:
    (tmp_path / "linshan.core.toml").write_bytes(LINSHAN_LIST.with_name("linshan.core.toml").read_bytes())
    plugin = module("cadre_overlays", tmp_path / "county.py")
    catalogue = load_catalogue(plugins=False, registered={"linshan": plugin})
    return catalogue.checklist("linshan.core").title.say("en") == "Linshan: a learning cadre"


@shows
def cadre_check_response(_tmp_path: Path) -> bool:
    (check,) = module("cadre_check_response").cadre_check_response()
    stamped, visited = Answer(number=Decimal(3)), Answer(lines={"p0": Decimal(1)})
    wrong = list(check.check(None, {"study.card": stamped, "study.visits": Answer(lines={})}))
    return len(wrong) == 1 and not list(check.check(None, {"study.card": stamped, "study.visits": visited}))


@shows
def cadre_facts(_tmp_path: Path) -> bool:
    (source,) = module("cadre_facts").cadre_facts()
    (fact,) = source.read("q1")
    return (fact.fact, fact.value, len(fact.entries)) == ("study.hours", 96, 2) and not list(source.read("q2"))


@shows
def cadre_report_formats(_tmp_path: Path) -> bool:
    (given,) = module("cadre_report_formats").cadre_report_formats()
    return given.make({"subject": {"name": "周远"}, "total": 80.5}) == "周远\t80.5\n".encode()


@shows
def cadre_importers(_tmp_path: Path) -> bool:
    (given,) = module("cadre_importers").cadre_importers()
    person = {"id": "n1", "name": "周远", "unit": "城关镇", "level": "乡科级干部"}
    return list(given.read(json.dumps([person]).encode())) == [
        {"编号": "n1", "姓名": "周远", "单位": "城关镇", "层级": "乡科级干部"}
    ]


@shows
def cadre_round_opened(tmp_path: Path) -> bool:
    return observed("cadre_round_opened", tmp_path, opened=RoundOpened("r1", Text({"zh": "一轮"}), 9, ())) == "r1 9\n"


@shows
def cadre_response_submitted(tmp_path: Path) -> bool:
    event = ResponseSubmitted("r1", "self", 3)
    return observed("cadre_response_submitted", tmp_path, submitted=event) == "r1 self 3\n"


def observed(hook: str, folder: Path, **event: Any) -> str:
    """What the example wrote, its folder being this one."""
    plugin = module(hook)
    vars(plugin)["Path"] = lambda path: folder / Path(path).name
    with running(made(plugin)) as host:
        host.tell(hook, **event)
    (written,) = folder.iterdir()
    return written.read_text("utf-8")
