"""The program's words in the reader's language.

Messages are written in Chinese in the code: Chinese is the language that the program is written for, so it
needs no catalogue and shows itself where one is missing. English stands in ``en/LC_MESSAGES``, one ``.po`` a
room, compiled together into one catalogue when the package is built.
"""

import gettext
import locale
import os
from pathlib import Path
from typing import Final

LANGUAGES: Final = ("zh", "en")

_catalogues: dict[str, gettext.NullTranslations] = {"zh": gettext.NullTranslations()}
_chosen = "zh"


def use(language: str) -> None:
    """Speak ``language`` (``zh`` or ``en``) from now on, in this process.

    Raises:
        ValueError: for any other language.
    """
    global _chosen  # noqa: PLW0603 - one process speaks one language: that of its terminal
    _catalogue(language)
    _chosen = language


def said_in(language: str, message: str) -> str:
    """``message`` in a language that need not be the one in use: so that a name is found in either.

    Raises:
        ValueError: for a language that the program does not speak.
    """
    return _catalogue(language).gettext(message)


def _catalogue(language: str) -> gettext.NullTranslations:
    if language not in LANGUAGES:
        raise ValueError(language)
    if language not in _catalogues:
        _catalogues[language] = gettext.translation("cadre", Path(__file__).parent, [language], fallback=True)
    return _catalogues[language]


def language() -> str:
    """The language in use: ``zh`` or ``en``."""
    return _chosen


def preferred() -> str:
    """The language that the environment asks for: ``CADRE_LANG``, else the locale; Chinese where neither says."""
    asked = os.environ.get("CADRE_LANG", "").lower()[:2]
    if asked in LANGUAGES:
        return asked
    named = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG")
    named = named or locale.getlocale()[0] or ""
    return "en" if named.lower().startswith("en") else "zh"


def _(message: str) -> str:
    """``message`` in the language in use."""
    return _catalogues[_chosen].gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """``singular`` or ``plural`` in the language in use, by ``count``."""
    return _catalogues[_chosen].ngettext(singular, plural, count)


def by_count(message: str, count: object) -> str:
    """``message`` in the language in use: by ``count`` where that is a number and its translation has a plural."""
    told = ngettext(message, message, count) if isinstance(count, int) else message
    return told if told != message else _(message)


def pgettext(context: str, message: str) -> str:
    """``message`` in the language in use, where one Chinese word needs several English ones."""
    return _catalogues[_chosen].pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark a message that is put into words later, at the time when it is shown."""
    return message


def M_(message: str) -> str:  # noqa: N802 - as ``N_``
    """Mark what stands for a value in a command's help, put into words later by ``pgettext`` as a ``metavar``."""
    return message
