"""English, and the words of programming that references in every language use."""

from __future__ import annotations

from ...model.types import (
    ANY,
    BOOLEAN,
    BYTES,
    DATE,
    DATETIME,
    DECIMAL,
    DECIMAL_STRING,
    DURATION,
    INTEGER,
    NULL,
    NUMBER,
    STRING,
    TIME,
    UUID,
)
from .lexicon import DOUBLE, EMAIL, FLOAT, INT32, INT64, PASSWORD, URI, Lexicon
from .meanings import Claimed, Mark, Part, Role, Unit

LEXICON = Lexicon(
    language="en",
    columns={
        Role.NAME: (
            "field, fields, field pattern, key pattern, field name, field names, fieldname, property, properties, property name, schema name, logical name, api name, internal name, technical name, system name, attribute, "
            "attributes, attribute name, parameter, parameters, parameter name, param, params, param name, key, "
            "name, option, option name, setting, setting name, config option, config key, configuration key, configuration option, directive, argument, arg, variable, element, column, relationship, relationships, relationship name, "
            "header, header name, json field, json key, json property, annotation, tag, term, prop, identifier, navigation "
            "property, input, output, fieldset"
        ),
        Role.TYPE: (
            "type, types, data type, datatype, field type, value type, json type, type name, property type, "
            "parameter type, schema, scheme, class, kind, data-type, type/format, type (format)"
        ),
        Role.DESCRIPTION: (
            "description, descriptions, desc, doc, docs, documentation, details, detail, comment, comments, remark, remarks, note, notes, "
            "meaning, explanation, definition, purpose, info, information, usage, summary, documentation, about, "
            "what it does, field description, description/notes, defines"
        ),
        Role.REQUIRED: (
            "required, required?, not null, not-null, non-null, not nullable, non-nullable, not empty, mandatory, mandatory?, is required, is required?, is mandatory, req, req., "
            "reqd, req'd, required/optional, optional/required, mandatory/optional, required or optional, m/o, "
            "m/o/c, optional/mandatory, optional or required, mandatory or optional, optional or mandatory, presence, always present, always present?, necessity, must, obligatory, compulsory, requirement, r/o, required "
            "field"
        ),
        Role.OPTIONAL: "optional, optional?, is optional, is optional?, opt, can be omitted, may be omitted, omittable",
        Role.CARDINALITY: "cardinality, card., card, occurs, occurrence, occurrences, multiplicity, occurs (min..max), min..max, min/max occurs",
        Role.NULLABLE: "nullable, nullable?, is nullable, null, null?, can be null, allow null, allows null",
        Role.DEFAULT: "default, default value, defaults, defaults to, default values, def",
        Role.EXAMPLE: (
            "example, examples, example value, example values, sample, samples, sample value, sample values, e.g."
        ),
        Role.VALUES: (
            "values, range, valid range, allowed range, permitted range, constraints, constraint, possible values, possible value, allowed values, allowed value, accepted values, valid "
            "values, options, enum, enum values, choices, valid options, value range, validation, validations, validation rules, "
            "restriction, restrictions"
        ),
        Role.VALUE: (
            "value, int value, integer value, enum value, numeric value, integer, int, number, code, hex, hex "
            "value, bit, bit value, opcode, enumeration value, bitmask, constant value, id"
        ),
        Role.MEMBER: "flag name, member, members, constant, enumerator, enum name, member name, enum member, enumeration",
        Role.ACCESS: (
            "access, modifier, modifiers, permissions, permission, read/write, r/w, rw, read-only, read only, readonly, mutability"
        ),
    },
    foreign={
        Claimed.OPERATIONS: "method, methods, http method, endpoint, url, uri, path, route, verb, required permissions",
        Claimed.METHODS: "return type, returns, return value",
        Claimed.ERRORS: "cause, causes, solution, resolution, reason, how to fix, http status, http code, status code, error, error code, error message, retry, retryable",
        Claimed.CHANGES: "date, change, changes, version",
        Claimed.LIMITS: "limit, rate limit, weight, price",
        Claimed.COMMANDS: "command, environment variable",
        Claimed.EVENTS: "event trigger, trigger, action",
        Claimed.LAYOUT: "size, offset, length (bytes), bytes, register, register address",
    },
    yes=(
        "yes, true, ture, y, v, t, x, +, ✓, ✔, ✔️, ✅, ☑, ☑️, √, ●, ⬤, 👍, :white_check_mark:, :heavy_check_mark:, "
        ":check_mark:, 1, m, r, must, shall, always, [x], yes., mandatory, 1..1, 1..n, 1..*"
    ),
    no=(
        "no, false, flase, n, f, ✗, ✘, ❌, ✖, ✖️, ☐, ⬜, ◻, ▢, ⚪, ×, -, –, —, ―, −, ‐, ─, －, , o, 0, :x:, :heavy_minus_sign:, "
        ":negative_squared_cross_mark:, :no_entry_sign:, [ ], no., none, n/a, na, 0..1, 0..n, 0..*, never"
    ),
    maybe=(
        "conditional, conditionally, conditionally required, c, depends, sometimes, cond, cond., it depends, "
        "◐, ◑, △, ▲, auto, automatic, auto-generated, autogenerated, generated, calculated, partial, recommended, should, may, must not, shall not, should not, not recommended, yes*, yes *, no*, no *, maybe, either"
    ),
    conditions="if, when, unless, one of, at least one, either, only, depends, required if, required when, required for, required unless, yes if, see, for, must have, except, depending, provided that, where, in case, but, until, as long as, conditionally",
    marks={
        Mark.REQUIRED: (
            "required, mandatory, required field, not null, must, req, required parameter, this field is required, is "
            "required, required argument"
        ),
        Mark.OPTIONAL: (
            "optional, optional field, optional parameter, opt, not required, this field is optional, is "
            "optional, optional argument, may be omitted, can be omitted, may be absent, may be missing, undefined, not always present, "
            "only sometimes present"
        ),
        Mark.CONDITIONAL: "conditional, conditionally required, sometimes required, required conditionally, omitted",
        Mark.NULLABLE: "nullable, can be null, may be null, or null, can be `null`, may be `null`, is nullable",
        Mark.READ_ONLY: "read-only, read only, readonly, cannot be changed, not writable, r/o",
        Mark.WRITE_ONLY: "write-only, write only, writeonly",
        Mark.DEPRECATED: (
            "deprecated, is deprecated, obsolete, no longer used, no longer supported, do not use, deprecated field"
        ),
    },
    this_field="this field, this parameter, this property, this attribute, this option, this key, this setting, this argument, this member, this element, this is, the field, the parameter, the property, field, parameter, property, attribute, it",
    this_model="this object, this model, this type, this structure, this struct, this entity, this schema, this message, this resource, this enum, this enumeration, this class, the object, the model, the type, the resource",
    negations="without, not, no, don't, never, except",
    stars="asterisk, a star",
    bold="in bold, bolded, boldface, in boldface, are bold, is bold, bold are, bold means, bold fields, bold properties, bold parameters, bold attributes, bold names, bold keys, bold letters",
    links="is, is now, is currently, has been, was, is marked as, is considered, is also, is always",
    soon="will be, will soon be, is being, is to be, to be, is going to be, is about to be, will eventually be, will shortly be",
    endings="field, parameter, property, attribute, now",
    reasons="in favor of, in favour of, because, please, use, do not, soon",
    since="since, as of, in, from, on, by, as, starting, starting in, starting with, with",
    replaced="replaced by, superseded by",
    many="many, repeated, multi, multi-valued, multiple, several, list, array, zero or more, one or more, any number",
    single="one, single, exactly one, once",
    repeated="repeated, repeatable, repeats, repeating, multiple, multi, multivalued, multi-valued, multiple values, is array, is list, array?, list?, repeated?, multiple?",
    every="all, every, each, both",
    following="the following, following, these",
    others="not, except, marked, if, when, or, other, others, remaining, rest",
    unless="unless",
    noted="noted, stated, specified, indicated, mentioned, marked",
    defaults=(
        "defaults to, default is, default value is, default value:, default value, default:, default =, by "
        "default is, the default is, the default value is, default to, is default to, default"
    ),
    left_out="if omitted, when omitted, if it is omitted, if this is omitted, if not set, when not set, if it is not set, if not specified, when not specified, if it is not specified, if not provided, when not provided, if not given, when not given, if not present, if absent, when absent, if missing, if unspecified, when unspecified, if unset, when unset, if not supplied, when not supplied, if not passed, if not defined, if not included, if left out, if none is given, if none is specified, if no value is given, if no value is specified, if no value is provided",
    used="is used, will be used, is assumed, will be assumed, is taken, is the default, is applied",
    by_default="by default, as default, as the default, as a default",
    uses="it is, it will be, uses, the value is, we use",
    values=(
        "possible values, possible value, permitted values, allowed values, allowed value, allowable values, valid values, valid value, "
        "accepted values, accepted value, acceptable values, supported values, available values, available value, "
        "available options, valid options, valid option, possible options, allowed options, supported options, "
        "valid entries, valid choices, possible choices, valid types, valid modes, supported types, allowed, accepts, values, options, choices, "
        "enum, enumeration, enum values, check in, closed vocabulary, controlled vocabulary, fixed vocabulary, closed list, closed set"
    ),
    denied="no, default, initial, example, sample, not, never, cannot, except, unlike, deprecated, obsolete, legacy, former, old, future, invalid, illegal, reserved, forbidden, prohibited, disallowed, excluded, unsupported, typical, common, usual, some, certain, recommended, suggested, special, not be, cannot be, never be",
    enumerations="enum, enums, enumeration, enumerations, enumerated, enumerable, enumerables, choice",
    one_of=(
        "one of, one of the following, one of the following values, one of these values, either, can be either, must be either, should be either, "
        "may be either, is either, any of, must be one of, can be one of, one or more of, any combination of"
    ),
    may_be="can be, may be, could be, must be, should be, open vocabulary, open list",
    copulas="is, are, be",
    such_as="e.g., e.g, eg., i.e., such as, for example, for instance, like, include, includes, including, among them, example, examples",
    more=(
        "case-insensitive, case insensitive, not case-sensitive, not case sensitive, ignoring case, etc, etc., and so on, and more, or more, and others, or others, among others, other values, other options, or any, "
        "or another, or other, or a custom, or custom, custom value, custom values, or your own, additional values, more values, "
        "new values, may be added, will be added, can be added, not limited to, and many, or some, and other, or one of your, or similar, and similar, "
        "any string, any other, anything else, free text, not exhaustive, at least, currently only some, open vocabulary, open list, not a closed vocabulary, not a closed list, not a closed set"
    ),
    always="always, always the literal, always the string, always the value, always exactly, must be the literal, must be the string, must be the value, must be exactly, always set to, must be, must always be, is always, must be set to, has to be, fixed value, constant value, constant, literal, the literal, the string, the value, the constant, set to, fixed, fixed to, fixed at",
    subjects="this is, this, value, values, the value, its value, this field, this value, it, it is, this must, the value is, this value is",
    limit_labels="length constraints, size constraints, limits, size, array members, map entries",
    rule_names=(
        "trim, trimmed, ltrim, rtrim, tolowercase, touppercase, sanitize, sanitized, slugify, nullable, sometimes, bail, unique, uniqueness, presence, "
        "numericality, alpha_dash, alpha_num, alphanum, active_url, non-empty, nonempty, notempty, not_empty, nonnegative, non-negative, "
        "idn-hostname, idn-email, uri-reference, iri-reference, json-pointer, date-time, auto increment, autoincrement, auto_increment"
    ),
    doubtful_rules=(
        "lowercase, uppercase, confirmed, confirmation, exists, inclusion, exclusion, acceptance, length, format, alpha, alphanumeric, numeric, distinct, filled, "
        "present, prohibited, accepted, declined, digits, positive, negative, finite, regex, pattern, hostname, uri, iri, email, url, uuid, guid, ulid, "
        "ip, ipv4, ipv6, date, time, datetime, timezone, json, image, file, password, phone, slug, base64, string, integer, boolean, array, indexed"
    ),
    rules="range, valid range, allowed range, permitted range, value range, constraint, constraints, validation, validations, validation rules, restriction, restrictions",
    empty="empty, blank, unset, omitted, absent, missing, not set, unspecified",
    and_="and, and/or, &",
    no_values=(
        "the, a, an, any, all, this, these, those, it, other, more, following, above, below, your, their, its, used, set, values, value, "
        "options, for, to, in, of, on, with, if, when, not, see, from, by, as, or, and, one, then, that, which, will, must, can, may, be, is, are"
    ),
    values_for="for the, for, of the, of",
    excluded="not, never, cannot, reserved, except",
    leading="alias, deprecated, formerly, new, old, renamed, same, see",
    through="to, through, thru",
    bound_to="is, of, are, to",
    amounts="value, number",
    lengthwise="long, in length",
    articles="the, the value",
    unbounded="many, unbounded, infinity",
    abbreviated="max, min",
    units={
        Unit.MILLISECOND: "millisecond, milliseconds, ms, msec, msecs",
        Unit.SECOND: "second, seconds, sec, secs",
        Unit.MINUTE: "minute, minutes, mins",
        Unit.HOUR: "hour, hours, hr, hrs",
        Unit.DAY: "day, days",
        Unit.WEEK: "week, weeks",
        Unit.BYTE: "byte, bytes, octet, octets",
        Unit.KILOBYTE: "kb, kib, kilobyte, kilobytes",
        Unit.MEGABYTE: "mb, mib, megabyte, megabytes",
        Unit.GIGABYTE: "gb, gib, gigabyte, gigabytes",
    },
    epochs="unix, epoch",
    counted="milliseconds, millisecond, millis, milliseconds, miliseconds, milisecond, milisec, milisecs, milis, ms, microsecond, microseconds, nanosecond, nanoseconds, in seconds",
    stamp_units="seconds, second, secs, sec, s, milliseconds, millisecond, millisecs, millisec, millis, ms, microseconds, microsecond, microsecs, microsec, micros, nanoseconds, nanosecond, nanosecs, nanosec",
    counts_in="in",
    counts_since="since",
    before_null="it, this, the, value, field, will be, may be, can be, could be, is, are, return, returns, set to",
    null_verbs="then",
    birthdays="birth, birthday, birthdate, dob",
    cases="if, when, unless",
    nothing="n/a, na, undefined",
    no_default="none, absent, not set, unset, empty, no default, not applicable, unspecified, not specified, omitted, not present, nil",
    computed="uuid, guid, auto increment, auto_increment, autoincrement, auto-generated, autogenerated, generated, varies, depends, dynamic, see below",
    pointers="see, see also, refer to, defined in, as described in",
    before_values=(
        "one of, one of the, any of, any of the, possible values, possible values are, possible values of, "
        "possible values in, allowed values, allowed values are, allowed values of, allowed values in, valid "
        "values, valid values are, valid values of, valid values in, accepted values, accepted values are, "
        "accepted values of, accepted values in, supported values, supported values are, supported values of, "
        "supported values in, available values, available values are, available values of, available values "
        "in, value of, value of the, value in, value in the, value from, value from the, values of, values of "
        "the, values in, values in the, values from, values from the"
    ),
    before_object=(
        "as, contain, contains, containing, include, includes, including, hold, holds, return, returns, is, "
        "are, see, array of, list of, collection of"
    ),
    counts="a, an, the, one, zero, or, more, array of, list of, collection of",
    prepositions="about, at, by, for, from, in, of, on, to, with",
    conditioned="if, or, for, when, unless, otherwise, and",
    per="per page, per request, per call, per query, per batch, per response, in one page, in one request, in one call, in one query, in one batch, in one response, in a single page, in a single request, in a single call, in a single query, in a single batch, in a single response, in each page, in each request, in each call, in each query, in each batch, in each response",
    behind_link="object, objects, for, of, that, which, with, if, when",
    open_types="map, maps, dict, dicts, dictionary, dictionarys, hash, hashs, hashmap, hashmaps, record, records, any, mixed, json, jsons, variant, variants, varies, dynamic, unknown, callback, callbacks, function, functions",
    pair_keys="key, keys, name, names, property, properties",
    pair_values="value, values",
    pairs="kv, arbitrary, free-form",
    no_content="empty object, empty body, empty response, no content, no body, nothing",
    positions="index, idx, position, array index, item index",
    counting="#, no, №, s. no, s.no, sr. no",
    bits="bit, bit position, bit number, bit index, bit #",
    inside="of, in, inside, within",
    formats="format, formats, pattern, patterns, mask, masks, template, templates, glob, globs, layout, layouts",
    query="query",
    above="greater than, more than, larger than, bigger than, higher than, above, strictly greater than, >, ＞",
    below="less than, smaller than, lower than, below, strictly less than, <, ＜",
    open_ends="exclusive, exclusively, excluded, not included",
    database_keys="pk, fk, uk, pri, mul, uni, primary key, foreign key, unique key",
    least="minimum, min, min., at least, >=, ≥, no less than, not less than, greater than or equal to, greater or equal to, minimum value",
    most="maximum, max, max., at most, up to, <=, ≤, no more than, not more than, not greater than, less than or equal to, less or equal to, maximum value",
    between="between, range, from, must be between, in the range",
    length="length, long, size, len, character length",
    exactly="exactly, precisely",
    characters="characters, chars, char, character, bytes, symbols, letters, digits, digit",
    portions="digits, digit, letters, letter, symbols, symbol, numbers, number, uppercase letters, lowercase letters",
    items="items, item, elements, element, entries, entry",
    scalars={
        STRING: (
            "string, strings, str, text, texts, char, character, characters, single line of text, multiple lines of text, single line text, long text, short text, plain text, rich text, varchar, nvarchar, varchar2, nvarchar2, alphanumeric, id, "
            "ids, identifier, identifiers, snowflake, snowflakes, bigstring, longtext, html, markdown, xml, "
            "phone, phone number, image, image data, data uri, base64, enum, enums, enumeration, locale, country "
            "code, currency code, ip, ip address, hostname, regex, secret, hex, hex string, json string, "
            "characterstring, character varying, national character varying, nchar, tinytext, mediumtext, ntext, citext, clob, inet, cidr, macaddr, comma-separated string, comma-separated list, comma-delimited list, comma-delimited set, csv"
        ),
        EMAIL: "email, email address",
        URI: "url, urls, uri, uris, anyuri, link, https url, http url",
        PASSWORD: "password",
        INTEGER: (
            "integer, integers, int, ints, unsignedint, sbyte, int8, int16, uint, uint8, uint16, uint32, uint64, sint32, sint64, "
            "int128, int256, uint128, uint256, fixed32, fixed64, long, longs, short, ushort, ulong, tinyint, smallint, mediumint, bigint, "
            "biginteger, serial, bigserial, smallserial, int2, int4, whole number, counter, unix timestamp, unix time, epoch, epoch time, unixtime, "
            "milliseconds, bitfield, bitmask, bitmap, bitfield8, bitfield16, bitfield32, bitmap8, bitmap16, bitmap32, u8, u16, u32, u64, s8, s16, s32, s64, "
            "i8, i16, i32, i64, int8_t, int16_t, int32_t, int64_t, uint8_t, uint16_t, uint32_t, uint64_t, dword, qword"
        ),
        INT32: "int32",
        INT64: "int64",
        NUMBER: "number, numbers, num, numeric, real, percentage, percent",
        DECIMAL: "decimal, decimals, bigdecimal, money, decimal number, decimal numbers",
        DECIMAL_STRING: "decimal string, decimal strings, string decimal, money string",
        FLOAT: "f32, float, floats, float32, single, floating point, floating-point",
        DOUBLE: "float64, f64, double, doubles, double precision",
        BOOLEAN: "boolean, booleans, bool, bools, flag, true/false, yes/no, true, false",
        DATE: (
            "date, dates, localdate, yyyy-mm-dd, iso date, iso date string, iso8601 date, iso8601 date string, iso 8601 date, "
            "iso 8601 date string, iso-8601 date, iso-8601 date string"
        ),
        DATETIME: (
            "datetime, datetimes, date-time, date time, date/time, date and time, datetimeoffset, instant, zoneddatetime, offsetdatetime, timestamp, timestamps, "
            "iso8601, iso 8601, iso-8601, iso8601 timestamp, iso 8601 timestamp, iso8601 datetime, iso 8601 utc, iso-8601 utc, iso8601 utc, "
            "iso 8601 utc timestamp, iso-8601 utc timestamp, iso-8601 timestamp, "
            "iso timestamp, rfc3339, rfc 3339, timestamptz, timestamp_ntz, timestamp_ltz, timestamp_tz, timestamp with time zone, timestamp without time zone, utcdatetime, localdatetime, offsetdatetime, zoneddatetime"
        ),
        TIME: "time, timeofday, localtime, timetz, time with time zone, time without time zone",
        DURATION: "duration, timespan",
        UUID: "uuid, uuids, guid, guids",
        BYTES: (
            "file, files, file contents, binary, varbinary, bytea, mediumblob, longblob, bytes, byte array, bytearray, byte, array of bytes, byte[], []byte, blob, stream, buffer"
        ),
        NULL: "null, nil, none",
        ANY: (
            "any, anything, jsonb, mixed, variant, varies, various, any type, any value, json, json value, "
            "dynamic, unknown, interface{}, function, callback"
        ),
    },
    lists_of=(
        "array of, arrays of, an array of, list of, lists of, a list of, collection of, a collection of, set of, "
        "sequence of, vector of, tuple of, repeated, array containing, list containing, array with, multiple"
    ),
    things="id, ids, file, files, image, images, hash, hashes, link, record, stream, flag, set, phone, phones, phone number, secret, counter, location, duration, time, date, email, collection, function, json",
    lists="array, arrays, list, lists, collection, collections, set, sequence, vector, jsonarray, to-many association",
    maps_of=(
        "map of, a map of, dictionary of, a dictionary of, dict of, hash of, mapping of, object of, object "
        "mapping, map from, mapping from, dictionary mapping, record of, object with values of"
    ),
    maps_by=(
        "dictionary with keys in, dictionary with keys of, map with keys in, map with keys of, object with keys "
        "in, object with keys of, dict with keys in, dictionary keyed by, map keyed by, object keyed by"
    ),
    maps=(
        "object, objects, json object, json objects, dict, dicts, dictionary, dictionaries, map, maps, hash, hashes, "
        "hashmap, mapping, associative "
        "array, struct, table, tables, inline table, key-value pairs, key/value pairs, key-value map, key-value object, key/value object, record, obj, jsonobject, to-one association"
    ),
    to="to, and values of, to values of, with values of, =>, ->",
    or_="or, /, or an, or a, ||, and/or, ¦",
    objects=(
        "object, objects, resource, resources, resource type, entity, entities, instance, instances, structure, "
        "structures, struct, structs, request object, data, type, model, schema, reference, ref, element, "
        "elements, item, items, value, values, record, records, enum, enums, enumeration"
    ),
    fillers=(
        "a, an, the, one of, one, either, single, full, complete, valid, any of, some, up to, at most, at least, two, three, four, five, "
        "ten, type, zero or more, one or more, nested, nonempty, non-empty, unique, sorted, comma-separated, "
        "comma-delimited, positive, negative, non-negative, unsigned, signed, simple, plain, instance of, object "
        "of type, reference to, encoded, base64-encoded, 64-bit, 32-bit"
    ),
    partial="partial",
    rest=(
        "for, with, that, which, when, if, in, from, containing, where, between, optionally, as, on, is, max, "
        "min, maximum, minimum, e.g., i.e., see, default, defaults, by, whose, representing, length, format, "
        "formatted, unless, since, only, encoded"
    ),
    frames_before=(
        "attributes of, fields of, properties of, structure of, schema of, format of, "
        "the, a, an, object, struct, class, interface, data structure, type:, model:, object:, entity:, "
        "resource:, structure:, message:, table:, schema:, event:, enum:, enumeration:, exception:, struct:, class:, interface:, record:, attributes of each, fields of each, properties of each, structure of each, schema of each, format of each"
    ),
    frames=(
        "object, objects, structure, structures, struct, fields, event fields, resource type, complex type, "
        "entity type, resource, entity, entity attributes, entity fields, attributes, properties, object "
        "properties, object attributes, object fields, object definition, values, "
        "enum type, enum values, enumeration type, model, schema, data model, field attributes, "
        "object structure, resource representation, representation, specification table, documentation"
    ),
    declared=(
        "message, enum, enumeration, struct, structure, union, interface, input, scalar, object, class, record, model, "
        "schema, entity, type, resource, event, table, collection, definition"
    ),
    notes="note, notes, nb, warning, tip, hint, important, caution, attention, danger, info, remark, example, deprecated, todo, since, update, default",
    further="additional, additionally, also, further, more, extra, inherited, same, shared, common, plus, in addition",
    captions="table, section, chapter, appendix, annex",
    badges=(
        "beta, alpha, experimental, preview, draft, new, internal, private, public, signed, auth, auth required, "
        "authenticated, trade, none, market data, user data, user stream, legacy, stable, removed, planned"
    ),
    generic=(
        "form, form-data, multipart, string, querystring, url, uri, additional, extra, "
        "common, relationships, relationship, navigation, instance"
    ),
    examples="example, examples, sample, samples, demo",
    parts={
        Part.SENT: (
            "params, param, parameters, parameter, arguments, argument, args, request, requests, query, body, header, "
            "headers, input, inputs, payload, path, path variable, url variable, uri variable, variables, cookies, cookie"
        ),
        Part.RECEIVED: "response, responses, return, returns, returned, return value, return values, return value description, return value descriptions, returned value, returned values, result, results, output, outputs, response elements",
        Part.OWN: (
            "properties, property, item properties, fields, field, columns, attributes, attribute, relationships, structure, schema, members, member, contents, "
            "values, definition, definitions, options, settings, configuration, config, json, top-level fields, top level fields, "
            "top-level properties, top level properties, top-level attributes, top-level keys, top level keys, top-level object, "
            "top-level structure, root fields, root properties, root object, root structure"
        ),
        Part.PIECE: "flags, enum, enums, data, content, list, type",
    },
    hollow=(
        "endpoint & method, endpoint and method, data dictionary, field description, field descriptions, attribute description, attribute descriptions, property description, property descriptions, field list, list of fields, attribute list, list of attributes, property list, list of properties, table of fields, field table, message format, record layout, column definitions, column descriptions, fields explained, data structure, data format, the, a, an, of, for, in, and, or, api, http, object, available, supported, details, detail, reference, example, "
        "examples, format, fixed, patterned, defined, spec, metadata, full, all, following, table, overview, description, summary, "
        "general, more, schema, list of, specification, specifications, but, recommended, highly, strongly, sample, success, successful, ok, other, with, containing, contains"
    ),
    lookalikes={
        Claimed.LIMITS: "rate limit rules, ratelimit rules",
        Claimed.CHANGES: "changelog, change log, changes, release notes, what's new, migration, revision history, version history",
        Claimed.METHODS: (
            "methods, constructor parameters, constructor arguments, public fields, public methods, "
            "active bindings, super class"
        ),
        Claimed.GUIDE: "see also, prerequisites, glossary",
        Claimed.COMMANDS: "environment variables, command line",
        Claimed.LAYOUT: "byte layout, packet",
    },
    headers="header, headers",
    errors="error, errors, failures, http, close",
    failures="failure, failed, fail, fails, unsuccessful",
    flags="flags, flag, bitfield, bitmask, bit field, permissions, permission flags, bits",
    kinds=(
        "status, state, type, kind, mode, level, role, category, reason, method, scope, plan, priority, action, source, "
        "channel, code, format, unit, interval, currency, feature"
    ),
    chosen="side, direction, order, sort, visibility, severity, strategy, env, protocol, algorithm, stage, phase, frequency, policy, environment, activation, result",
    values_of="values, enum, enums, enumeration, enumerations, kinds, modes, levels, roles, categories, reasons, priorities, types, type, options, constants, statuses, states",
    type_lists="types, data types, datatypes, field types, common types, basic types, base types, primitive types, primitives, simple types, scalar types, scalars, type definitions, type aliases, custom types, value types, used types, types used, data formats, field formats",
    owners="entity, entity name, model, model name, object, object name, resource, struct, structure, message, schema, class, record, document, collection, dataset",
    stored="table, table name",
    called="functions, function, methods, commands, operations, return values, return value, returns, endpoints, queries, mutations",
    with_="with, with this, with these",
    second="old, older, alias, alias of, alias for, same as, deprecated, obsolete, legacy, former, formerly, previously, synonym, another name",
    none="no, never, without, nothing",
    limits="limits, limitations, quotas, thresholds",
)
