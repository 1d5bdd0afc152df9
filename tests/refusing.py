"""That something is refused, and with which code: the sentence belongs to the words, the code to the rule."""

import pytest

from cadre_tui.model.fault import BadInput, CadreError, NotPermitted


def refused(code: str, error: type[CadreError] = BadInput) -> pytest.RaisesExc[CadreError]:
    """Fails unless what stands within is refused with this code."""
    return pytest.raises(error, check=lambda told: told.code == code)


def forbidden(code: str, error: type[CadreError] = NotPermitted) -> pytest.RaisesExc[CadreError]:
    """The same of what somebody may not do."""
    return refused(code, error)
