"""Texts that a county writes, each in one or more languages."""

import re
from functools import lru_cache
from typing import Any, Final
from unicodedata import category

from pydantic import ConfigDict, RootModel, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from cadre_tui.model.signs import TURNING
from cadre_tui.model.written import Writing

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""A language code, such as ``zh``, ``en`` or ``zh-Hant``."""


def sound(text: Any) -> bool:
    """Whether it is a text that can be stored and shown: no half characters, nothing that a terminal obeys, nothing
    that turns the direction of what stands after it (so that it reads otherwise than it is written).
    """
    if not isinstance(text, str):
        return False
    # What can be printed holds none of them; nearly every text is answered so.
    return text.isprintable() or not any(
        each in TURNING or category(each) == "Cs" or (category(each) == "Cc" and each not in "\t\n\r")
        for each in text
    )


@lru_cache(64)  # the few that a file has, at every text
def _names_language(code: str) -> bool:
    return LANGUAGE.fullmatch(code) is not None


class Text(RootModel[dict[str, str]]):
    """A text by language code, such as ``{"zh": "学习计划", "en": "Study plan"}``. Never empty.

    A plain string is in the language of the file that it stands in, Chinese where nothing says.
    """

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _by_language(cls, written: Any, info: ValidationInfo) -> Any:
        writing = info.context if isinstance(info.context, Writing) else None
        plain = isinstance(written, str)
        if plain:
            written = {writing.lang if writing else "zh": written}
        if writing is None or not isinstance(written, dict):
            return written
        if not written:
            raise PydanticCustomError("empty", "an empty text")
        for language, text in written.items():
            which = {} if plain else {"language": language}
            if isinstance(text, str) and not text.strip():
                raise PydanticCustomError("empty", "an empty text", which)
            if isinstance(text, str) and not sound(text):
                raise PydanticCustomError("unsound", "characters that no text has", which)
        for language in written:
            if not _names_language(language):
                raise PydanticCustomError("language", "not a language", {"language": language})
        return written

    def say(self, language: str) -> str:
        """The text in ``language``, else in Chinese, else in the first language that it has."""
        return self.root.get(language) or self.root.get("zh") or next(iter(self.root.values()), "")

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))
