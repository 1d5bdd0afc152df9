"""Texts that lack a language in which other texts of the same checklist are written: a warning, never a refusal."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from cadre_tui.checklists.draft import Draft
from cadre_tui.model.codes import checklists as codes
from cadre_tui.model.text import Text


def check_translations(draft: Draft) -> None:
    """Warn of each text that is missing in one of the checklist's languages. Only for a draft without faults."""
    texts = tuple(_texts(draft.raw, draft.checklist, ""))
    languages = {language for _, text in texts for language in text.root} | {draft.checklist.lang}
    for path, text in texts:
        for language in sorted(languages - set(text.root)):
            draft.add(codes.TRANSLATION_MISSING, path, warning=True, language=language)


def _texts(written: Any, noun: Any, path: str) -> Iterator[tuple[str, Text]]:
    if isinstance(noun, Text):
        yield path, noun
    elif isinstance(written, dict) and isinstance(noun, BaseModel):
        for key, value in written.items():
            yield from _texts(value, getattr(noun, key, None), f"{path}.{key}" if path else key)
    elif isinstance(written, list) and isinstance(noun, tuple):
        for position, (value, each) in enumerate(zip(written, noun, strict=True)):
            yield from _texts(value, each, f"{path}.{position}")
