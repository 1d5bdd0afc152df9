"""Every sentence is there in Chinese and in English, and says the same with the same values."""

import ast
from collections import Counter

import cadre_tui.locale as words
from tests.locale.messages import KEYWORDS, calls, has_hanzi, has_words, known, placeholders, used

NAMES = {"Enter", "Esc", "Tab", "Ctrl", "PgUp", "PgDn", "TOML", "CSV", "XLSX", "JSON", "UTF", "GB18030", "CADRE"}
"""Words that are the same in both languages: keys, formats, the program's own variables."""


def test_the_code_and_the_catalogues_are_both_read() -> None:
    assert len(used()) > 20
    assert len(known()) > 20


def test_every_message_has_its_english() -> None:
    english = {entry.key: entry for entry in known()}
    missing = [
        f"{message.where}: {message.key[1]!r}"
        for message in used()
        if message.key not in english or not all(english[message.key].english)
    ]
    assert not missing, "no English for:\n" + "\n".join(missing)


def test_no_translation_is_only_guessed() -> None:
    fuzzy = [f"{entry.where}: {entry.key[1]!r}" for entry in known() if entry.fuzzy]
    assert not fuzzy, "marked as fuzzy:\n" + "\n".join(fuzzy)


def test_both_languages_have_the_same_places_for_values() -> None:
    uneven = [
        f"{entry.where}: {entry.key[1]!r} -> {text!r}"
        for entry in known()
        for text in entry.english
        if placeholders(entry.key[1]) != placeholders(text) and not (len(entry.english) > 1 and "{" not in text)
    ]
    assert not uneven, "other {places} in English:\n" + "\n".join(uneven)


def test_every_entry_is_said_somewhere() -> None:
    said = {message.key for message in used()}
    unused = [f"{entry.where}: {entry.key[1]!r}" for entry in known() if entry.key not in said]
    assert not unused, "no longer used:\n" + "\n".join(unused)


def test_no_entry_stands_twice() -> None:
    counts = Counter(entry.key for entry in known())
    twice = [f"{entry.where}: {entry.key[1]!r}" for entry in known() if counts[entry.key] > 1]
    assert not twice, "in more than one catalogue:\n" + "\n".join(twice)


def test_messages_in_the_code_are_chinese() -> None:
    foreign = [
        f"{message.where}: {message.key[1]!r}"
        for message in used()
        if not has_hanzi(message.key[1]) and has_words(message.key[1]) and message.key[1].strip() not in NAMES
    ]
    assert not foreign, "not Chinese in the code:\n" + "\n".join(foreign)


def test_english_is_free_of_chinese() -> None:
    mixed = [
        f"{entry.where}: {text!r}"
        for entry in known()
        for text in entry.english
        if has_hanzi(text) and not has_hanzi_example(text)
    ]
    assert not mixed, "Chinese left in English:\n" + "\n".join(mixed)


def has_hanzi_example(text: str) -> bool:
    """Whether the Chinese stands in quotation marks or brackets, as a word that is explained."""
    inside = text
    for opening, closing in ("“”", '""', "()", "（）", "''"):
        while opening in inside and closing in inside[inside.index(opening) + 1 :]:
            start = inside.index(opening)
            inside = inside[:start] + inside[inside.index(closing, start + 1) + 1 :]
    return not has_hanzi(inside)


def test_the_compiled_catalogue_speaks_english() -> None:
    words.use("en")
    wrong = []
    for entry in known():
        context, chinese = entry.key
        told = words.pgettext(context, chinese) if context else words._(chinese)
        if told != entry.english[0]:
            wrong.append(f"{entry.where}: {chinese!r} is told as {told!r}")
    assert not wrong, "\n".join(wrong)


def test_no_message_is_put_together_before_it_is_translated() -> None:
    broken = [
        f"{where}: {ast.unparse(call)[:80]}"
        for where, call in calls(*KEYWORDS)
        if any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in call.args)
    ]
    assert not broken, "put values in with .format(), after the translation:\n" + "\n".join(broken)
