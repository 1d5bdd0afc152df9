"""Documents -> nouns. What this version does not know is passed over, what no version wrote is damage."""

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from cadre_tui.model.fault import StoreFailure

Noun = TypeVar("Noun", bound=BaseModel)


def stored(noun: type[Noun], document: Mapping[str, Any] | None, what: str) -> Noun:
    """The noun that a document holds; ``what`` names the kind of document for whoever has to mend it.

    Raises:
        StoreFailure: the document holds something else.
    """
    try:
        return noun.model_validate(document, extra="ignore")
    except ValidationError:
        # What pydantic says would show answers.
        raise StoreFailure("document-damaged", what=what) from None
