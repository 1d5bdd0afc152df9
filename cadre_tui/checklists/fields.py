"""One table of a file -> one noun, with a fault for each field that is wrong in itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.fault import Fault
from cadre_tui.model.written import Writing

M = TypeVar("M", bound=BaseModel)

EXPECTED: Final = {
    "string_type": "text",
    "dict_type": "text",
    "bool_type": "true or false",
    "tuple_type": "list",
    "model_type": "table",
    "model_attributes_type": "table",
}
"""What pydantic's errors of type ask for."""


@dataclass
class Fields:
    """Reads the tables of one file, and gathers what is wrong with them."""

    writing: Writing
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)

    def tables(self, parent: dict[str, Any], key: str, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
        """The tables of a list of tables, each with its path."""
        written = parent.get(key, [])
        if not isinstance(written, list):
            self._note(codes.WRONG_TYPE, path, expected="tables")
            return
        for position, each in enumerate(written):
            if isinstance(each, dict):
                yield f"{path}.{position}", each
            else:
                self._note(codes.WRONG_TYPE, f"{path}.{position}", expected="table")

    def read(self, model: type[M], written: dict[str, Any], path: str, **stand_in: Any) -> M | None:
        """The noun, without the fields that are wrong; None where it cannot be without them.

        ``stand_in`` holds what may take the place of a wrong field, so that the rest can still be looked at.
        """
        try:
            return model.model_validate(written, context=self.writing)
        except ValidationError as error:
            wrong = error.errors(include_url=False, include_input=False)
        for each in wrong:
            self._tell(model, each, path)
        flawed = {str(each["loc"][0]) for each in wrong if each["loc"]}
        healed = {key: value for key, value in written.items() if key not in flawed}
        healed |= {key: value for key, value in stand_in.items() if key in flawed}
        try:
            return model.model_validate(healed, context=self.writing)
        except ValidationError:
            self.unread.add(path)
            return None

    def _note(self, code: str, path: str, **values: Any) -> None:
        self.faults.append(Fault(code=code, path=path, values=values))
        self.unread.add(path)

    def _tell(self, model: type[BaseModel], error: ErrorDetails, path: str) -> None:
        loc = [str(each) for each in error["loc"]]
        here = ".".join([path, *loc] if path else loc)
        context = error.get("ctx", {})
        which = ".".join(filter(None, (here, context.get("language"))))  # of a text in several languages
        match error["type"]:
            case "extra_forbidden":
                known = keys(model, loc[:-1])
                # An unknown key is left out and takes nothing away from what is known of the rest.
                self.faults.append(Fault(code=codes.UNKNOWN_KEY, path=here, values={"name": loc[-1], "known": known}))
            case "missing" if not loc[-1].isdecimal():
                self._note(codes.MISSING_KEY, here, name=loc[-1])
            case "missing" | "too_long":
                self._note(codes.WRONG_TYPE, here, expected="two numbers")
            case "literal_error" | "enum":
                known = tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
                self._note(codes.NOT_ONE_OF, here, known=known)
            case "unusable_number":
                self._note(codes.UNUSABLE_NUMBER, here)
            case "empty" | "too_short":
                self._note(codes.EMPTY, which)
            case "unsound":
                self._note(codes.UNSOUND_TEXT, which)
            case "language":
                self._note(codes.BAD_LANGUAGE, which, name=context.get("language", ""))
            case "greater_than_equal" | "less_than_equal":
                self._note(codes.OUT_OF_RANGE, here)
            case "expected":
                self._note(codes.WRONG_TYPE, here, expected=context.get("expected", ""))
            case other:
                self._note(codes.WRONG_TYPE, here, expected=EXPECTED.get(other, "value"))


def keys(model: type[BaseModel], loc: list[str]) -> tuple[str, ...]:
    """The keys that the table at ``loc`` inside ``model`` takes."""
    at: type[BaseModel] | None = model
    for step in loc:
        if at is None or step.isdecimal():
            continue
        fields = {each.alias or name: each.annotation for name, each in at.model_fields.items()}
        at = next(_models(fields.get(step)), None)
    return tuple(each.alias or name for name, each in at.model_fields.items()) if at else ()


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(annotation):
        yield from _models(each)
