"""Checklists and responses that several tests read."""

from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent
AGENCY: Final = HERE / "qinghe.agency.toml"
AGENCY_RESPONSE: Final = HERE / "qinghe.response.json"
