"""What every noun shares."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: made once, never changed, compared by what it holds. Unknown fields are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
