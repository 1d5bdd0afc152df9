"""What ``--json`` answers."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import click

from cadre_tui.model.people import Person
from cadre_tui.model.text import Text


def tell(answer: Mapping[str, Any]) -> None:
    """Print an answer: readable, hanzi as hanzi."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


def number(value: Decimal | None) -> float | None:
    """A number as JSON has it."""
    return None if value is None else float(value)


def texts(text: Text | None) -> dict[str, str] | None:
    """A text in all its languages."""
    return dict(text.root) if text else None


def person(each: Person) -> dict[str, Any]:
    """A person as the roster says it."""
    told = each.model_dump(mode="json", exclude={"sort_key"})
    return {key: value for key, value in told.items() if value or key in ("id", "name", "unit", "level", "rated")}
