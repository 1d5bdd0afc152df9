"""``cadre study``: study plans and the study register."""
