"""Texts that a county writes, each in one or more languages."""

from pydantic import ConfigDict, RootModel


class Text(RootModel[dict[str, str]]):
    """A text by language code, such as ``{"zh": "学习计划", "en": "Study plan"}``. Never empty."""

    model_config = ConfigDict(frozen=True)

    def say(self, language: str) -> str:
        """The text in ``language``, else in Chinese, else in the first language that it has."""
        return self.root.get(language) or self.root.get("zh") or next(iter(self.root.values()), "")

    def __hash__(self) -> int:
        return hash(tuple(sorted(self.root.items())))
