"""What was measured, beside what it is measured against."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """A measurement and its baseline of the same run; ``limit`` is the ratio that it must not pass (None: told)."""

    name: str
    ours: float
    baseline: float
    unit: str
    limit: float | None
    goal: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the baseline."""
        return self.ours / self.baseline

    @property
    def over(self) -> bool:
        """Whether it is more than it may be."""
        return self.limit is not None and self.ratio > self.limit

    @property
    def verdict(self) -> str:
        """How it stands to its limit."""
        if self.limit is None:
            return "-"
        if self.over:
            return "TOO SLOW" if self.unit != "MB" else "TOO MUCH"
        return "within the limit" if self.goal and self.ratio > self.goal else "good"


def told(rows: list[Measured]) -> str:
    """The table, in Markdown."""
    lines = ["| measured | cadre | baseline | ratio | must be | |", "|---|---:|---:|---:|---:|---|"]
    for row in rows:
        limit = f"≤ {row.limit:g}" if row.limit is not None else "-"
        lines.append(
            f"| {row.name} | {row.ours:.1f} {row.unit} | {row.baseline:.1f} {row.unit} "
            f"| {row.ratio:.2f} | {limit} | {row.verdict} |"
        )
    return "\n".join(lines)
