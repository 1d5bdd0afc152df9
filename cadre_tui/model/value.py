"""Values that are made by the hundred thousand."""

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, eq_default=True, field_specifiers=(field,))
def value(of: type[Made]) -> type[Made]:
    """A dataclass that is frozen for whoever checks types, and only for them.

    To set each field past a lock costs a frozen dataclass three times what it costs a plain one: a tenth of the time
    of a county's results. Nothing that comes from a file or a plugin is one of these.
    """
    return dataclass(of)
