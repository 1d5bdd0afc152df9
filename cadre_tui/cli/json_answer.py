"""What ``--json`` answers."""

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from tempfile import TemporaryFile
from typing import Any

import click

from cadre_tui.model.checklists.comparable import Unlike
from cadre_tui.model.people.person import Person
from cadre_tui.model.rounds.counting_rules import PinnedRule
from cadre_tui.model.text import Text
from cadre_tui.words.printable import OBEYED


def json_text(answer: Any, indent: int | None = 2) -> str:
    """JSON as it is printed: hanzi as hanzi; what a terminal would obey is escaped, so that nothing is lost."""
    text = json.dumps(answer, ensure_ascii=False, indent=indent)
    return OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def tell(answer: Mapping[str, Any]) -> None:
    """Print an answer."""
    click.echo(json_text(answer))


def tell_each(answer: Mapping[str, Any], key: str, items: Iterable[Mapping[str, Any]]) -> None:
    """The same with any number of ``items`` under a last ``key``, none of which is kept.

    Nothing is printed before all are there: who stops it is left with nothing, not with a half.
    """
    with TemporaryFile("w+", encoding="utf-8", errors="surrogatepass", newline="") as whole:
        first = True
        whole.write(json_text({**answer, key: []}).removesuffix("]\n}"))
        for each in items:
            written = json_text(each).replace("\n", "\n    ")
            whole.write(f"{'' if first else ','}\n    {written}")
            first = False
        whole.write("]\n}" if first else "\n  ]\n}")
        whole.seek(0)
        for part in iter(lambda: whole.read(1_000_000), ""):
            click.echo(part, nl=False)
        click.echo()


def number(value: Decimal | None) -> float | None:
    """A number as JSON has it."""
    return None if value is None else float(value)


def texts(text: Text | None) -> dict[str, str] | None:
    """A text in all its languages."""
    return dict(text.root) if text else None


def rule_by_json(pinned: PinnedRule | None) -> dict[str, Any] | None:
    """The plugin whose rule counts the votes of a round; None where the program's own does."""
    if pinned is None:
        return None
    return {"plugin": pinned.plugin, "version": pinned.version, "title": texts(pinned.title)}


def person(each: Person) -> dict[str, Any]:
    """A person as the roster says it."""
    told = each.model_dump(mode="json", exclude={"sort_key"})
    return {key: value for key, value in told.items() if value or key in ("id", "name", "unit", "level", "rated")}


def unlike_json(unlike: Unlike | None) -> dict[str, Any] | None:
    """Why a criterion cannot be held against a former round."""
    if unlike is None:
        return None
    return {"why": unlike.why.value, "fields": [" › ".join(each) for each in unlike.fields]}
