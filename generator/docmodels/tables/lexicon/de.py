"""German."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NULL, NUMBER, STRING, TIME
from .lexicon import Claimed, Lexicon, Mark, Part, Role

LEXICON = Lexicon(
    language="de",
    columns={
        Role.NAME: (
            "feld, felder, feldname, name, parameter, parametername, eigenschaft, eigenschaften, attribut, attribute, attributname, "
            "schlüssel, variable, argument, element, spalte, kopfzeile, beziehung, bezeichner, bezeichnung"
        ),
        Role.TYPE: "typ, datentyp, typen, format, feldtyp, wertetyp",
        Role.DESCRIPTION: "beschreibung, erklärung, erläuterung, bemerkung, bemerkungen, hinweis, hinweise, kommentar, notiz, notizen, anmerkung, anmerkungen, bedeutung, details, zweck, verwendung",
        Role.REQUIRED: "pflicht, pflichtfeld, pflichtfelder, erforderliche, pflicht?, pflichtfeld?, erforderlich, erforderlich?, notwendig, benötigt, obligatorisch, pflichtangabe, muss",
        Role.OPTIONAL: "optional, optional?, freiwillig",
        Role.CARDINALITY: "kardinalität, multiplizität, anzahl, häufigkeit",
        Role.NULLABLE: "nullbar, null erlaubt, null möglich, kann null sein, nullfähig",
        Role.DEFAULT: "standard, standardwert, vorgabe, vorgabewert, voreinstellung, default",
        Role.EXAMPLE: "beispiel, beispiele, beispielwert, muster",
        Role.VALUES: "werte, mögliche werte, erlaubte werte, zulässige werte, gültige werte, wertebereich, auswahl, optionen, validierung, einschränkung, einschränkungen, beschränkung, grenzen",
        Role.VALUE: "wert, code, nummer, zahl, zahlenwert, kennung",
        Role.MEMBER: "mitglied, konstante, mitglieder, aufzählungswert",
        Role.ACCESS: "zugriff, berechtigung, berechtigungen, rechte, lesen/schreiben",
    },
    foreign={
        Claimed.OPERATIONS: "methode, pfad, url",
        Claimed.METHODS: "rückgabe, rückgabewert, rückgabetyp",
        Claimed.ERRORS: "ursache, lösung, fehler, fehlercode",
        Claimed.CHANGES: "datum, änderung, änderungen, version",
        Claimed.LIMITS: "grenze, gewicht",
        Claimed.LAYOUT: "größe",
    },
    yes="ja, j, wahr, pflicht, erforderlich, muss, immer, notwendig",
    no="nein, n, falsch, optional, kann, nie, keine, freiwillig",
    maybe="bedingt, teilweise, je nach fall, abhängig, empfohlen",
    conditions="wenn, bei, falls, sofern, eines von, nur, sobald, abhängig",
    marks={
        Mark.REQUIRED: "pflicht, pflichtfeld, pflichtfelder, erforderlich, notwendig, obligatorisch, muss",
        Mark.OPTIONAL: "optional, optionale, optionales feld, nicht erforderlich, freiwillig, kein pflichtfeld, kann fehlen, kann entfallen, kann weggelassen werden, darf fehlen",
        Mark.CONDITIONAL: "bedingt erforderlich, bedingt",
        Mark.NULLABLE: "kann null sein, null erlaubt, oder null, darf null sein, nullbar",
        Mark.READ_ONLY: "nur lesbar, schreibgeschützt, nur lesen, nur lesend",
        Mark.WRITE_ONLY: "nur schreibbar, nur schreiben",
        Mark.DEPRECATED: "veraltet, überholt, nicht mehr verwendet, nicht mehr unterstützt, abgekündigt, nicht mehr benutzen, nicht mehr verwenden",
    },
    this_field="dieses feld, dieser parameter, diese eigenschaft, dieses attribut, dieser wert, dieser schlüssel, das feld, der parameter, feld, parameter, es, dies",
    this_model="dieses objekt, dieses modell, dieser typ, diese struktur, diese ressource, das objekt, diese nachricht",
    negations="ohne, nicht, kein, keine, keiner, außer",
    stars="sternchen, stern markiert",
    links="ist, ist jetzt, ist inzwischen, wurde, gilt als, wird",
    soon="wird bald, wird demnächst, wird künftig, wird in zukunft",
    reasons="zugunsten, zugunsten von, bitte, da",
    since="seit, ab, in",
    replaced="ersetzt durch",
    many="viele, mehrere, mehrfach, wiederholt",
    single="eins, einmal, genau eins, einzeln",
    every="alle, sämtliche",
    others="anderen, übrigen, restlichen",
    defaults="standard:, standard ist, standardwert:, standardwert ist, standardwert, vorgabe:, vorgabewert:, vorgabe ist, voreinstellung:, der standardwert ist, standardmäßig",
    left_out="wenn nicht angegeben, falls nicht angegeben, wenn nicht gesetzt, falls nicht gesetzt, wenn nicht vorhanden, wenn nichts angegeben ist, falls nichts angegeben ist, wenn nicht anders angegeben, ohne angabe",
    used="wird verwendet, wird benutzt, wird angenommen, gilt, verwendet, benutzt, angenommen, gesetzt",
    by_default="standardmäßig, als standard",
    uses="wird, gilt, ist",
    values="mögliche werte, zulässig sind, erlaubt sind, möglich sind, erlaubte werte, zulässige werte, gültige werte, unterstützte werte, möglicher wert, verfügbare werte, auswahl, optionen, aufzählung",
    denied="nicht, kein, keine, keiner, keines",
    enumerations="aufzählung, enum",
    one_of="eine von, einen von, einem von, eines von, einer von, einer der werte, einer der folgenden werte, eine der optionen, entweder",
    may_be="kann sein, kann, darf",
    copulas="ist, sind, lauten",
    such_as="z. b., z.b., zum beispiel, beispielsweise, etwa, wie, wie etwa, bspw., unter anderem, u. a., beispiel, beispiele",
    more="groß-/kleinschreibung egal, groß- und kleinschreibung egal, ohne beachtung der groß- und kleinschreibung, usw, usw., und so weiter, etc, etc., und andere, oder andere, u. v. m., und mehr, weitere werte, andere werte, oder ein eigener, eigene werte, oder ein anderer, nicht abschließend, können hinzukommen, oder ein beliebiger, beliebiger",
    always="immer, stets, muss immer, fester wert, konstante, fest, fix, konstanter wert, ist immer",
    subjects="wert, der wert, dies ist, ist, der wert ist",
    empty="leer, fehlt, nicht gesetzt",
    and_="und",
    no_values="der, die, das, ein, eine, alle, andere, werte, wert, für, mit, wenn, und, oder, nicht, siehe, sein, ist, sind",
    unverified="values, one_of, may_be, such_as, more, always, empty",
    least="mind., mind, mindestens, minimum, minimal, min, min.",
    most="höchstens, maximum, maximal, bis zu, max, max.",
    between="zwischen, von, bereich, wertebereich",
    length="länge, zeichenlänge, feldlänge",
    exactly="genau",
    characters="zeichen, ziffern, stellen",
    portions="ziffern, ziffer, buchstaben",
    items="einträge, elemente",
    scalars={
        STRING: "zeichenkette, zeichenketten, zeichenfolge, text, texte, texten, zeichen, aufzählung, kennung, alphanumerisch, bezeichner",
        INTEGER: "ganzzahl, ganzzahlen, ganze zahl, ganzen zahlen, ganze zahlen, unix-zeitstempel",
        NUMBER: "zahl, zahlen, numerisch, gleitkommazahl, fließkommazahl, kommazahl",
        DECIMAL: "dezimal, dezimalzahl, betrag",
        BOOLEAN: "wahrheitswert, wahrheitswerte, boolesch, boolescher wert, bool, ja/nein, wahr/falsch",
        DATE: "datum, jjjj-mm-tt, daten, iso-datum, iso 8601-datum, datum nach iso 8601",
        DATETIME: "datum und uhrzeit, datum/uhrzeit, zeitstempel, zeitpunkt, datum mit uhrzeit",
        TIME: "uhrzeit, zeit",
        BYTES: "datei, binär, binärdaten, bytes",
        NULL: "nichts, keine",
        ANY: "beliebig, beliebiger wert, beliebiger typ, gemischt",
    },
    lists_of="liste von, liste mit, liste aus, array von, feld von, menge von, eine liste von, sammlung von, liste der",
    things="datei",
    lists="liste, listen, sammlung, menge, feldliste",
    maps_of="abbildung von, zuordnung von, map von, verzeichnis von",
    maps="objekt, objekte, struktur, zuordnung, abbildung, verzeichnis",
    to="auf, nach, zu",
    or_="oder",
    objects="objekt, objekte, ressource, struktur, vom typ, entität, objekten",
    fillers="ein, eine, einen, einer, der, die, das, objekt, objekt vom typ, vom typ, eines von, typ",
    partial="teilweises, teilweise",
    rest="mit, für, das, die, der, wenn, in, maximal, mindestens, höchstens, beispiel, bis, laut",
    frames_before=(
        "felder des, felder der, felder eines, felder einer, datenfelder des, datenfelder der, "
        "datenfelder eines, datenfelder einer, attribute des, attribute der, attribute eines, "
        "attribute einer, eigenschaften des, eigenschaften der, eigenschaften eines, eigenschaften einer, "
        "struktur des, struktur der, struktur eines, struktur einer, das objekt, die ressource, die struktur, die entität, objekt, der, die, das, struktur, "
        "ressource"
    ),
    frames="objekt, objekte, struktur, ressource, entität, felder, eigenschaften, attribute, werte",
    generic=(
        "parameter, anfrage, antwort, anfragekörper, antwortkörper, rumpf, kopfzeilen, pfad, eigenschaften, felder, attribute, argumente, eingabe, ausgabe, ergebnis, "
        "rückgabe, werte, weitere, zusätzliche, optionale, struktur, anfrageparameter, antwortfelder, pfadparameter, abfrageparameter, der, des, die, query-parameter, pfad-parameter, gemeinsame"
    ),
    examples="beispiel",
    parts={
        Part.SENT: "parameter, parameterliste, anfrage, nutzlast, body, header, query, pfad, anfragekörper, rumpf, kopfzeilen, argumente, eingabe, anfrageparameter, pfadparameter, abfrageparameter, query-parameter, pfad-parameter",
        Part.RECEIVED: "antwort, antwortkörper, ausgabe, ergebnis, rückgabe, antwortfelder",
        Part.OWN: (
            "eigenschaften, feld, felder, attribute, werte, struktur, schema, konfiguration, optionen, einstellungen, "
            "felder der obersten ebene, felder auf oberster ebene, top-level-felder, wurzelfelder"
        ),
        Part.PIECE: "schalter, enum, daten, inhalt, liste",
    },
    hollow="datenwörterbuch, feldbeschreibung, feldbeschreibungen, feldliste, feldübersicht, liste der felder, liste der attribute, felddefinition, felddefinitionen, attributliste, attributbeschreibung, datenfelder, datenstruktur, datenformat, aufbau, format, beispiel, beispiele, der, die, das, des, von, alle, http, übersicht, beschreibung, verfügbare, definierte, objekt",
    lookalikes={
        Claimed.CHANGES: "änderungsprotokoll, änderungshistorie, versionshinweise",
        Claimed.METHODS: "methoden",
        Claimed.GUIDE: "glossar",
    },
    headers="header, kopfzeilen, http-header, anfrageheader",
    errors="fehler, fehlercodes, http-statuscodes, statuscodes",
    flags="schalter, berechtigungen, bitmaske, bitfeld",
    values_of="werte, typen, typ, aufzählung, zustände, zustand, status, arten, optionen",
    type_lists="typen, datentypen, feldtypen, grundtypen, einfache typen, typdefinitionen, verwendete typen, verwendete datentypen",
    owners="entität, einheit, objekt, modell, klasse, ressource, datensatz",
    stored="tabelle",
    called="funktionen, methoden, befehle, operationen, rückgabewerte, rückgabewert",
    with_="mit, mit diesem, mit dieser, mit diesen, mit folgendem, mit folgenden",
    second="alt, alte, alter, altes, früher, früherer, ehemals, alias, veraltet, synonym, wie",
    none="kein, keine, keinen, keinem, nie, niemals, ohne",
    limits="grenzwerte, grenzen, limits, beschränkungen, kontingente, schwellenwerte",
)
