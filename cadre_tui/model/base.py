"""What every noun shares."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value: made once, never changed, compared by what it holds. Unknown fields are refused."""

    # Each is built when it is first used: what starts soon pays only for what it needs.
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)
