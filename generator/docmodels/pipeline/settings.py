"""The configuration, checked, and in the forms that the stages need."""

from __future__ import annotations

import keyword
import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..config import Config, ConfigError, FieldSettings, Mistakes, check_names, is_from_file
from ..diagnostics import Diagnostic
from ..families import Entry, Tables, with_words
from ..frozen import replace
from ..model import Model
from ..model.code_names import Names
from ..model.conventions import Case
from ..model.declarations import Field
from ..model.names import DEVICES, pascal, snake
from ..model.rules import ClassRule, FieldRule, NameRule, Rules
from ..model.selectors import Selector
from ..patterns import Pattern
from ..sources.folder import SUFFIXES, paths_below
from ..sources.paths import absolute, shown
from .known import NAMES


def usable(config: Config, *, writes_models: bool = True) -> Config:
    """The configuration, if a run can use it.

    writes_models  whether the run writes into `out`

    Raises ConfigError for unknown names, missing folders and files, invalid selectors, and an output folder that cannot be a
    package or holds other things.
    """
    mistakes = Mistakes()
    for check in (_check_names, _check_folders, rules, own_words, *([_check_out] if writes_models else ())):
        with mistakes.collected():
            check(config)
    mistakes.report()
    return config


def _check_names(config: Config) -> None:
    check_names(config, NAMES)


def _check_folders(config: Config) -> None:
    """Raise ConfigError for missing folders and files."""
    mistakes = Mistakes()
    with mistakes.collected():
        if not config.docs.is_dir():
            raise _wrong_path(config, "docs", _no_docs(config.docs))
    with mistakes.collected():
        if config.templates is not None and not config.templates.is_dir():
            raise config.error(f'templates: no folder "{shown(config.templates)}"', "templates")
    with mistakes.collected():
        if config.learned is None or not config.learned.is_file():
            if config.samples is not None and not config.samples.is_dir():
                raise _wrong_path(config, "samples", f'no folder of recordings "{shown(config.samples)}"')
            if config.learned is not None and config.samples is None:
                raise _wrong_path(config, "learned", f'no file "{shown(config.learned)}"; run `docmodels learn`')
    mistakes.report()


def existing(docs: Path) -> Path:
    """The docs folder. Raises ConfigError if it does not exist."""
    if not docs.is_dir():
        raise ConfigError(_no_docs(docs))
    return docs


def _no_docs(docs: Path) -> str:
    if docs.is_file():
        return f'no docs folder "{shown(docs)}", but a file; name the folder that it is in'
    return f'no docs folder "{shown(docs)}"; name the folder with --docs, or begin with `docmodels init`'


def _wrong_path(config: Config, key: str, message: str) -> ConfigError:
    """The error for a path, with its place if the path comes from the configuration file."""
    return config.error(message, key) if is_from_file(config, key) else ConfigError(message)


def _check_out(config: Config) -> None:
    """Raise ConfigError if the output folder holds the docs or the current folder, or is no name for an import."""
    out, remedy = f'the output folder "{shown(config.out)}"', "choose a folder for the models only"
    if any(place(config.docs).is_relative_to(place(config.out)) for place in (absolute, Path.resolve)):
        raise _wrong_path(config, "out", f"{out} holds the docs; {remedy}")
    if Path.cwd().is_relative_to(config.out.resolve()):
        raise _wrong_path(config, "out", f"{out} is the current folder, or holds it; {remedy}")
    name = absolute(config.out).name
    if name.casefold() in DEVICES:
        raise _wrong_path(config, "out", f'{out} cannot be made on Windows, which has a device "{name}"; {remedy}')
    if not name.isidentifier() or keyword.iskeyword(name):
        close = snake(name)
        remedy = f'; did you mean "{close}"?' if close.isidentifier() and not keyword.iskeyword(close) else ""
        message = f'{out} is no package that can be imported, because of its name "{name}"{remedy}'
        raise _wrong_path(config, "out", message)


def rules(config: Config) -> Rules:
    """The rules of `fields`, `names` and `classes`. Raises ConfigError for an unknown key or value."""
    fields: list[FieldRule] = []
    names: list[NameRule] = []
    mistakes = Mistakes()
    for key, settings in config.fields.items():
        with mistakes.collected():
            fields.append(_field_rule(config, key, settings))
    for key, name in config.names.items():
        with mistakes.collected():
            names.append(_name_rule(config, key, name))
    classes: list[ClassRule] = []
    for key, given in config.classes.items():
        with mistakes.collected():
            classes.append(ClassRule(key, selector(config, "classes", key), given.base, given.use))
    mistakes.report()
    return Rules(tuple(fields), tuple(names), tuple(classes))


def _field_rule(config: Config, key: str, settings: FieldSettings) -> FieldRule:
    pointed = selector(config, "fields", key)
    if not pointed.fields:
        raise config.error(f'fields: expected a key like "Class.field", got "{key}"', "fields", key)
    rule = FieldRule(key, pointed, settings.nullable, settings.required, wire=settings.wire)
    rule = replace(rule, values=tuple(settings.values), is_open=settings.open)
    if settings.wire_case:
        rule = replace(rule, wire_case=Case(settings.wire_case))
    if settings.type:
        from ..notation.expressions import read_annotation

        try:
            rule = replace(rule, type=read_annotation(settings.type))
        except ValueError as error:
            message = f'fields."{key}".type: "{settings.type}" is not a type: {error}'
            raise config.error(message, "fields", key) from None
    return rule


def _name_rule(config: Config, key: str, name: str | bool) -> NameRule:
    pointed = selector(config, "names", key)
    if isinstance(name, str) and (not name.isidentifier() or pascal(name) != name):
        close = pascal(name)
        remedy = f'; did you mean "{close}"?' if close.isidentifier() else ""
        raise config.error(f'names."{key}": "{name}" is not a name for a class{remedy}', "names", key)
    return NameRule(key, pointed, name if isinstance(name, str) else "")


def selector(config: Config, *keys: str, like: str = '"Class" or "page#Class.field"') -> Selector:
    """The last of some keys as a selector. The keys lead to it from `[tool.docmodels]`.

    like  examples of selectors for the message, in quotes

    Raises ConfigError for a key that is no selector.
    """
    *table, key = keys
    try:
        return Selector.parse(key)
    except ValueError:
        raise config.error(f'{".".join(table)}: expected a key like {like}, got "{key}"', *keys) from None


def unmatched(
    config: Config, rules: Iterable[FieldRule | NameRule | ClassRule], linked: Model, model: Model, names: Names[str]
) -> Iterator[Diagnostic]:
    """A finding for each rule that points at nothing in the docs.

    A key from an example or a recording is known too late for settings, and an inherited field stands in the table of the
    base. For these, the remedy names the key that the docs have for the field.

    linked        the models as the docs show them
    model, names  the models at the end of the pipeline
    """
    for rule in rules:
        table = "fields" if isinstance(rule, FieldRule) else "names" if isinstance(rule, NameRule) else "classes"
        noun = "field" if isinstance(rule, FieldRule) else "model"
        message = f'{table} sets "{rule.key}", and the docs have no such {noun}'
        late = rule.selector.fields_of(model, names.classes, names.attributes_of) if noun == "field" else ()
        key = _key_in_docs(late[0][1], linked) if late else ""
        remedy = f'The docs call this field "{key}": use that name.' if key else _POINT
        yield Diagnostic(config.place(table, rule.key), "unmatched-setting", message, remedy)


def _key_in_docs(field: Field, linked: Model) -> str:
    """The key for the row of a field, with its page if several models have the title; "" without a row."""
    titles = Counter(declaration.title for declaration in linked.declarations)
    for owner in linked.objects:
        if any((row.place, row.name) == (field.place, field.name) for row in owner.fields):
            page = f"{owner.id.page}#" if titles[owner.title] > 1 else ""
            return f"{page}{owner.title}.{field.name}"
    return ""


def strange(config: Config, labels: Iterable[tuple[FieldRule, str]]) -> Iterator[Diagnostic]:
    """A finding for each type of a setting that names no model, or several models."""
    for rule, label in labels:
        message = f'the type of "{rule.key}" names "{label}", which is not the name of one model; it is not set'
        yield Diagnostic(config.place("fields", rule.key), "unmatched-setting", message, "Correct the type.")


def unused(config: Config, census: Sequence[Entry]) -> Iterator[Diagnostic]:
    """A finding for each heading in `tables` that no table on its pages has, above the table or above a column."""
    for own in config.tables:
        patterns = [Pattern.parse(pattern) for pattern in own.pages]
        entries = [entry for entry in census if not patterns or any(it.matches(entry.place.path) for it in patterns)]
        above = {_folded(entry.above) for entry in entries}
        columns = {_folded(heading) for entry in entries for heading in entry.headings}
        for text in (*own.models, *own.not_models):
            if not any(map(Pattern.parse(text.casefold()).matches, above)):
                yield _unused(config, f'no table stands below a heading "{text}"')
        for heading in (heading for headings in own.columns.values() for heading in headings):
            if _folded(heading) not in columns:
                yield _unused(config, f'no table has a column "{heading}"')


def unused_words(config: Config, files: Iterable[tuple[str, bytes]]) -> Iterator[Diagnostic]:
    """A finding for each word of `yes`, `no`, `types` and `frames` in `tables` that none of its pages has.

    files  the paths of the pages, and their bytes
    """
    telling = [own for own in config.tables if own.yes or own.no or own.types or own.frames]
    texts = [(path, _plain(data.decode("utf-8", "replace"))) for path, data in files] if telling else []
    for own in telling:
        patterns = [Pattern.parse(pattern) for pattern in own.pages]
        read = [text for path, text in texts if not patterns or any(it.matches(path) for it in patterns)]
        for key, words in (("yes", own.yes), ("no", own.no), ("types", own.types), ("frames", own.frames)):
            for word in words:
                if not any(_plain(word) in text for text in read):
                    yield _unused(config, f'no page has the word "{word}" of {key}')


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def unmatched_excludes(config: Config) -> Iterator[Diagnostic]:
    """A finding for each pattern of `exclude` that no page of the docs folder matches."""
    paths = [path for path, _ in paths_below(os.path.realpath(config.docs), _is_unreadable)] if config.exclude else []
    pages = [path for path in paths if path.lower().endswith(SUFFIXES)]
    for text in config.exclude:
        if not any(map(Pattern.parse(text).matches, pages)):
            message = f'exclude: no page matches "{text}"'
            yield Diagnostic(config.place("exclude"), "unmatched-setting", message, _PATTERNS)


def _is_unreadable(path: str, error: OSError) -> None:
    """Do nothing: `find_pages` reports folders that cannot be read."""


def unmatched_pages(config: Config, paths: Collection[str]) -> Iterator[Diagnostic]:
    """A finding for each pattern of pages that no page of the docs matches."""
    patterns = [("tables", pattern) for own in config.tables for pattern in own.pages]
    for key, setting in (("family", config.family), ("language", config.language)):
        patterns += [(key, pattern) for pattern in ([] if isinstance(setting, str) else setting)]
    for key, text in patterns:
        pattern = Pattern.parse(text)
        if not any(map(pattern.matches, paths)):
            message = f'{key}: no page matches "{text}"'
            yield Diagnostic(config.place(key), "unmatched-setting", message, _PATTERNS)


def _unused(config: Config, message: str) -> Diagnostic:
    remedy = "Correct it, or remove it. `docmodels inspect --tables` lists the tables and their headings."
    return Diagnostic(config.place("tables"), "unmatched-setting", f"tables: {message}", remedy)


def _folded(heading: str) -> str:
    return " ".join(heading.split()).strip("*_`:\uff1a ").casefold()


_PATTERNS = "Correct the pattern, or remove it. Patterns match paths from the docs folder on."
_POINT = "Correct the key, or remove it. `docmodels inspect` lists the models and their fields."


def by_path(setting: str | Mapping[str, str]) -> Callable[[str], str]:
    """A setting as a function of a page's path. If several patterns match, the last one decides."""
    if isinstance(setting, str):
        return lambda _: setting
    patterns = [(Pattern.parse(pattern), value) for pattern, value in reversed(list(setting.items()))]
    return lambda path: next((value for pattern, value in patterns if pattern.matches(path)), "")


def own_words(config: Config) -> Tables:
    """The family of handwritten tables, with the words of `tables`. Raises ConfigError for unknown words."""
    try:
        return with_words(config.tables, makes_models=config.examples == "models")
    except ValueError as error:
        raise config.error(f"tables: {error}", "tables") from None
