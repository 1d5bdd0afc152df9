"""The format as JSON Schema, for editors: made of the very models by which files are read.

It says what may be written where. What only the whole can tell, such as points that do not sum, ``check`` tells.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue, models_json_schema
from pydantic_core import core_schema

from cadre_tui.checklists.names import CHECKLIST_ID, NAME, VERSION
from cadre_tui.checklists.overlays.targets import LISTED
from cadre_tui.checklists.read import SCHEMA
from cadre_tui.checklists.tables.columns import KINDS
from cadre_tui.kinds.registry import DOTTED, kinds
from cadre_tui.model.checklists.checklist import Head
from cadre_tui.model.checklists.overlay import Exclude, OverlayHead, Translate
from cadre_tui.model.text import LANGUAGE

DIALECT: Final = "http://json-schema.org/draft-07/schema#"
"""The one that editors of TOML know."""

Schema = dict[str, Any]

TARGETS: Final[dict[str, Schema]] = {
    "criterion": {"type": "string"},
    "section": {"type": "string"},
    "checklist": {"type": ["boolean", "string"]},
}
RENAMED: Final = {"prefixItems": "items", "ge": "minimum", "le": "maximum"}

CHANGED: Final = {"section": "Section", "checklist": "Head"}
STAYS: Final = ("id", "kind", "version", "schema", "section", "criterion")
"""What an overlay does not set."""

TABLES: Final = {
    "checklist": ("Head", "OverlayHead"),
    "criteria": ("criterion-", "Section"),
    "options": ("ScaleOption", "ChoiceOption"),
    "lines": ("Line",),
    "tiers": ("Tier",),
    "grades": ("Grade",),
}
"""Which sheets have columns for which parts."""


class _Written(GenerateJsonSchema):
    """Values as TOML has them: no nulls, decimals are numbers, and names are not spelt out twice."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        del schema
        return {"type": "number"}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def encode_default(self, dft: Any) -> Any:
        return float(dft) if isinstance(dft, Decimal) else super().encode_default(dft)

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        inner = super().default_schema(schema)
        return {key: value for key, value in inner.items() if key != "default" or value is not None}

    def field_title_should_be_set(self, schema: Any) -> bool:
        del schema
        return False


def format_schema() -> Schema:
    """The schema of a checklist or overlay in a text file."""
    asked = {name: kind.model for name, kind in kinds().items()}
    models: list[type[BaseModel]] = [Head, OverlayHead, Exclude, Translate, *asked.values()]
    _, made = models_json_schema([(each, "validation") for each in models], schema_generator=_Written)
    parts: dict[str, Schema] = made["$defs"]
    for part in parts.values():
        part.pop("title", None)
    parts["Text"] = _text()
    parts["Veto"]["properties"]["when"] = {"anyOf": [_ref("When"), *_scalars()]}
    of_kind = {name: _of_kind(name, parts[model.__name__]) for name, model in asked.items()}
    del parts["Criterion"]
    for model in {model.__name__ for model in asked.values()} & parts.keys():
        del parts[model]
    parts |= {f"criterion-{name}": part for name, part in of_kind.items()}
    parts["criterion"] = _of_any_kind(of_kind)
    parts["Section"]["properties"]["criterion"]["items"] = _ref("criterion")
    for head in ("Head", "OverlayHead"):
        parts[head]["properties"] |= {
            "schema": {"const": SCHEMA},
            "id": {"type": "string", "pattern": f"^{CHECKLIST_ID.pattern}$"},
            "version": {"type": "string", "pattern": f"^{VERSION.pattern}$"},
        }
        parts[head]["required"] = ["schema", *(key for key in parts[head]["required"] if key != "total")]
    parts["OverlayHead"]["properties"] |= {
        "set": {"type": "array", "items": _change(parts, of_kind)},
        "exclude": {"type": "array", "items": _ref("Exclude")},
        "add": {"type": "array", "items": _addition()},
        "translate": {"type": "array", "items": _translation(parts.pop("Translate"))},
    }
    _name_columns(parts)
    return {
        "$schema": DIALECT,
        "title": "县级干部学习考评表",
        **_keys(parts["Head"], parts["OverlayHead"]),
        "if": {"required": ["overlay"]},
        "then": _ref("OverlayHead"),
        "else": _ref("Head"),
        "definitions": _moved(dict(sorted(parts.items()))),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}


def _text() -> Schema:
    """A plain string, or one text a language."""
    each = {"type": "string", "minLength": 1}
    named = {"type": "object", "minProperties": 1, "additionalProperties": each}
    return {"anyOf": [each, named | {"propertyNames": {"pattern": f"^{LANGUAGE.pattern}$"}}]}


def _scalars() -> list[Schema]:
    return [{"type": "boolean"}, {"type": "number"}, {"type": "string"}]


def _of_kind(name: str, part: Schema) -> Schema:
    named = {"kind": {"const": name}, "id": {"type": "string", "pattern": f"^{NAME.pattern}$"}}
    return part | {"properties": {**part["properties"], **named}}


def _keys(*parts: Schema) -> Schema:
    """Every key of these, so that an editor can offer it; what it may hold is said where the case is known.

    Cases are told apart by ``if`` and not by ``oneOf``: so an editor marks the one key that is wrong, not the whole.
    """
    keys = {key for part in parts for key in part["properties"]}
    return {"type": "object", "properties": {key: {} for key in sorted(keys)}}


def _of_any_kind(of_kind: Mapping[str, Schema]) -> Schema:
    """By its kind. One that a plugin brings has keys that nobody knows here."""
    cases = [
        {"if": {"properties": {"kind": {"const": name}}, "required": ["kind"]}, "then": _ref(f"criterion-{name}")}
        for name in of_kind
    ]
    every = _keys(*of_kind.values())
    every["properties"]["kind"] = {
        "anyOf": [{"enum": [*of_kind]}, {"type": "string", "pattern": f"^{DOTTED.pattern}$"}]
    }
    return {**every, "required": ["id", "kind", "text"], "allOf": cases}


def _change(parts: Mapping[str, Schema], of_kind: Mapping[str, Schema]) -> Schema:
    """What an overlay may set: any key of what it names, but for those that make it what it is."""
    criterion: dict[str, Schema] = {}
    for part in of_kind.values():
        for key, value in part["properties"].items():
            criterion[key] = value if criterion.get(key, value) == value else _either(criterion[key], value)
    criterion["reason"] = _either(_ref("Ask"), _ref("Text"))
    known = {"criterion": criterion, **{key: parts[name]["properties"] for key, name in CHANGED.items()}}
    cases = {
        about: {
            "additionalProperties": False,
            "properties": {key: value for key, value in keys.items() if key not in STAYS}
            | {"reason": keys.get("reason", _ref("Text")), about: TARGETS[about]},
        }
        for about, keys in known.items()
    }
    return {
        **_keys(*cases.values()),
        "oneOf": [{"required": [about]} for about in cases],
        "allOf": [{"if": {"required": [about]}, "then": case} for about, case in cases.items()],
    }


def _either(one: Schema, other: Schema) -> Schema:
    return {"anyOf": [*one.get("anyOf", [one]), other]}


def _addition() -> Schema:
    place = {"after": {"type": "string"}, "section": {"type": "string"}}
    return {
        "type": "object",
        "required": ["criterion"],
        "oneOf": [{"required": [key]} for key in place],
        "additionalProperties": False,
        "properties": {**place, "criterion": _ref("criterion"), "reason": _ref("Text")},
    }


def _translation(part: Schema) -> Schema:
    named = TARGETS | {key: {"type": "string"} for key in LISTED}
    return part | {"properties": {**part["properties"], **named}, "oneOf": [{"required": [key]} for key in named]}


def _name_columns(parts: Mapping[str, Schema]) -> None:
    """What a table calls a column is what an editor shows beside the key."""
    for kind, names in TABLES.items():
        said = {column.key: column.headings[0] for each in KINDS if each.name == kind for column in each.columns}
        for name in [part for part in parts if part.startswith(names)]:
            for key, value in parts[name].get("properties", {}).items():
                told = said.get(f"section.{key}") if name == "Section" else said.get(key)
                if told and "$ref" not in value:
                    value["title"] = told


def _moved(part: Any) -> Any:
    """What pydantic writes in a newer dialect, as the older one has it."""
    if isinstance(part, dict):
        return {RENAMED.get(key, key): _moved(value) for key, value in part.items()}
    if isinstance(part, list):
        return [_moved(each) for each in part]
    return part.replace("#/$defs/", "#/definitions/") if isinstance(part, str) else part
