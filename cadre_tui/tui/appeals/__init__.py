"""Objecting to a result; looking into it, putting it right and answering it."""
