"""French."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NULL, NUMBER, STRING, TIME
from .lexicon import Lexicon
from .meanings import Claimed, Mark, Part, Role, Unit

LEXICON = Lexicon(
    language="fr",
    columns={
        Role.NAME: (
            "champ, champs, nom, nom du champ, paramètre, paramètres, nom du paramètre, propriété, propriétés, attribut, attributs, clé, "
            "clef, variable, argument, élément, colonne, en-tête, relation"
        ),
        Role.TYPE: "type, type de données, type de donnée, format",
        Role.DESCRIPTION: "description, détail, détails, commentaire, commentaires, remarque, remarques, notes, signification, explication, usage, libellé",
        Role.REQUIRED: "obligatoire, obligatoire ?, obligatoire?, requis, requis ?, requis?, requise, est requis, nécessaire, caractère obligatoire",
        Role.OPTIONAL: "facultatif, facultatif ?, optionnel, optionnel ?, est optionnel",
        Role.CARDINALITY: "cardinalité, multiplicité, occurrences",
        Role.NULLABLE: "nullable, nul, peut être nul, accepte null, nullité",
        Role.DEFAULT: "défaut, par défaut, valeur par défaut",
        Role.EXAMPLE: "exemple, exemples, valeur d'exemple, exemple de valeur",
        Role.VALUES: "valeurs, valeurs possibles, valeurs autorisées, valeurs acceptées, valeurs permises, options, choix, contraintes, contrainte, validation, limites",
        Role.VALUE: "valeur, code, numéro, valeur numérique",
        Role.MEMBER: "membre, constante, membres",
        Role.ACCESS: "accès, permission, permissions, droits, lecture/écriture",
    },
    foreign={
        Claimed.OPERATIONS: "méthode, route, url",
        Claimed.METHODS: "retour, type de retour",
        Claimed.ERRORS: "cause, solution, erreur, code d'erreur",
        Claimed.CHANGES: "date, changement, changements, modification, version",
        Claimed.LIMITS: "limite, poids",
        Claimed.LAYOUT: "taille",
    },
    yes="oui, o, vrai, obligatoire, requis, requise, toujours",
    no="non, n, faux, facultatif, optionnel, jamais, aucun",
    maybe="conditionnel, conditionnelle, selon le cas, parfois, dépend, recommandé, recommandée",
    conditions="si, lorsque, quand, l'un de, seulement, selon",
    marks={
        Mark.REQUIRED: "obligatoire, obligatoires, requises, requis, requise, champ obligatoire, champ requis",
        Mark.OPTIONAL: "facultatif, facultatifs, facultatives, optionnels, optionnelles, facultative, optionnel, optionnelle, champ facultatif, non obligatoire, non requis, peut être omis, peut être omise, peut être absent",
        Mark.CONDITIONAL: "conditionnel, obligatoire sous condition, obligatoire sous conditions",
        Mark.NULLABLE: "peut être nul, peut être null, ou null, ou nul, nullable",
        Mark.READ_ONLY: "lecture seule, en lecture seule",
        Mark.WRITE_ONLY: "écriture seule, en écriture seule",
        Mark.DEPRECATED: "obsolète, déprécié, dépréciée, n'est plus utilisé, n'est plus utilisée, n'est plus pris en charge",
    },
    this_field="ce champ, ce paramètre, cette propriété, cet attribut, cette clé, le champ, le paramètre, champ, paramètre, il, elle",
    this_model="cet objet, ce modèle, ce type, cette structure, cette ressource, ce message",
    negations="sans, pas, aucun, sauf",
    stars="astérisque, asterisque",
    links="est, est désormais, est maintenant, a été, est considéré comme",
    soon="sera, sera bientôt, va être",
    reasons="au profit de",
    since="depuis, à partir de, dans",
    replaced="remplacé par, remplacée par",
    many="plusieurs, multiple, multiples, répété",
    single="un, unique, une fois",
    repeated="répétable, répétable ?, répétable?, répété, multiple, multivalué, multivaluée",
    every="tous, toutes",
    others="autres",
    defaults="par défaut :, par défaut:, par défaut, valeur par défaut :, valeur par défaut:, valeur par défaut, la valeur par défaut est, défaut, défaut :, défaut:",
    left_out="si omis, si omise, si non renseigné, si non précisé, si non spécifié, si non fourni, si absent, en cas d'absence",
    used="est utilisé, est utilisée, sera utilisé",
    by_default="par défaut",
    uses="on utilise, la valeur est, sera",
    values="valeurs possibles, valeur possible, valeurs autorisées, valeurs acceptées, valeurs valides, valeurs permises, valeurs admises, options, choix possibles, énumération",
    denied="pas, aucun, sauf",
    enumerations="énumération",
    one_of="un parmi, une parmi, l'une des valeurs, l’une des valeurs, une des valeurs suivantes, l'un des, soit, parmi",
    may_be="peut être, peuvent être, doit être",
    copulas="est, sont",
    such_as="p. ex., p.ex., par exemple, comme, tel que, tels que, telles que, telle que, exemple, exemples, notamment, ex.",
    more="insensible à la casse, sans tenir compte de la casse, etc, etc., et autres, ou autre, ou autres, entre autres, et plus, autres valeurs, ou une valeur, valeur personnalisée, ou toute autre, non exhaustive, et ainsi de suite, peuvent être ajoutées, pourront être ajoutées",
    always="doit être, toujours, vaut toujours, valeur fixe, constante, fixe, fixé à, valeur constante",
    subjects="la valeur, valeur, est, la valeur est",
    empty="vide, nul, absent, non défini",
    and_="et",
    no_values="le, la, les, un, une, des, autre, autres, valeurs, valeur, pour, avec, si, et, ou, non, voir, est, sont, de",
    values_for="de, du",
    excluded="pas, sauf",
    leading="voir",
    through="à",
    bound_to="est",
    units={
        Unit.MILLISECOND: "milliseconde, millisecondes",
        Unit.SECOND: "seconde, secondes",
        Unit.MINUTE: "minute, minutes",
        Unit.HOUR: "heure, heures",
        Unit.DAY: "jour, jours",
        Unit.WEEK: "semaine, semaines",
    },
    null_verbs="renvoie",
    cases="si, lorsque",
    unverified="values, one_of, may_be, such_as, more, always, empty",
    least="minimum, au moins, min, min.",
    most="maximum, au plus, max, max.",
    between="entre, de, plage",
    length="longueur, taille",
    exactly="exactement",
    characters="caractères, caractère, chiffres",
    portions="chiffres, chiffre, lettres",
    items="éléments",
    scalars={
        STRING: "chaîne, chaine, chaînes, chaîne de caractères, chaine de caractères, chaînes de caractères, texte, textes, énumération, identifiant, caractère, alphanumérique",
        INTEGER: "entier, entiers, nombre entier, entier long, horodatage unix",
        NUMBER: "nombre, nombres, numérique, flottant, réel",
        DECIMAL: "décimal, décimale, nombre décimal, montant",
        BOOLEAN: "booléen, booléens, booleen, vrai/faux, booléenne",
        DATE: "aaaa-mm-jj, date, dates, date iso, date iso 8601",
        DATETIME: "date et heure, date/heure, date-heure, horodatage",
        TIME: "heure",
        BYTES: "fichier, binaire, octets",
        NULL: "nul, aucun",
        ANY: "quelconque, n'importe quel type, mixte, tout type",
    },
    lists_of="liste de, liste d', tableau de, tableau d', collection de, collection d', ensemble de, une liste de, un tableau de",
    things="fichier",
    lists="liste, tableau, collection, tableaux, listes",
    maps_of="dictionnaire de, table de, map de, un dictionnaire de",
    maps="objet, objets, dictionnaire, structure, table associative, tableau associatif",
    to="vers",
    or_="ou",
    objects="objet, objets, ressource, entité, structure, de type",
    fillers="un, une, le, la, les, des, l'un des, objet, objet de type, de type, type",
    partial="partiel, partielle",
    rest="avec, qui, pour, de, en, si, maximum, minimum, exemple, au, selon",
    frames_before=(
        "attributs d'une, attributs d'un, attributs d’une, attributs d’un, attributs de l', "
        "attributs de l’, attributs de la, attributs du, champs d'une, champs d'un, champs d’une, "
        "champs d’un, champs de l', champs de l’, champs de la, champs du, propriétés d'une, "
        "propriétés d'un, propriétés d’une, propriétés d’un, propriétés de l', propriétés de l’, "
        "propriétés de la, propriétés du, structure d'une, structure d'un, structure d’une, structure d’un, structure de l', "
        "structure de l’, structure de la, structure du, l'objet, la ressource, l'entité, la structure, objet, le, la, "
        "les, entité, structure, ressource, schéma:, modèle:, objet:, type:"
    ),
    frames="objet, objets, structure, ressource, entité, champs, propriétés, attributs, valeurs",
    generic=(
        "paramètres, paramètre, requête, réponse, corps, de, la, du, le, en-têtes, chemin, propriétés, champs, attributs, arguments, entrée, sortie, résultat, retour, "
        "valeurs, supplémentaires, facultatifs, obligatoires, structure, d'url, commun, communs, commune, communes"
    ),
    examples="exemple",
    parts={
        Part.SENT: "paramètres, paramètre, chemin, charge utile, body, headers, query, requête, corps, en-têtes, arguments, entrée",
        Part.RECEIVED: "réponse, sortie, résultat, retour",
        Part.OWN: (
            "propriétés, champ, champs, attributs, valeurs, structure, schéma, configuration, options, "
            "champs de premier niveau, propriétés de premier niveau, champs racine, champs de niveau supérieur"
        ),
        Part.PIECE: "drapeaux, enum, données, contenu, liste",
    },
    hollow="dictionnaire des attributs, dictionnaire des données, dictionnaire de données, dictionnaire des champs, liste des champs, liste des attributs, liste des propriétés, définition des champs, définition des attributs, structure de données, structure des données, format des données, format, exemple, exemples, de, du, des, la, le, les, http, aperçu, description, détail, détails, disponibles, objet",
    lookalikes={
        Claimed.CHANGES: "journal des modifications, historique des modifications, notes de version",
        Claimed.METHODS: "méthodes",
        Claimed.GUIDE: "glossaire",
    },
    headers="en-têtes, en-tête, entêtes",
    errors="erreur, erreurs, codes d'erreur, codes http",
    flags="drapeaux, indicateurs, permissions, masque de bits",
    kinds="statut, état, type, mode, rôle, motif, niveau, catégorie, sens, tri",
    chosen="ordre",
    values_of="valeurs, types, type, énumération, états, état, statuts, options",
    type_lists="types, types de données, types de champs, types de base, types simples, définitions de types, types utilisés",
    owners="entité, objet, modèle, classe, ressource",
    stored="table",
    called="fonctions, méthodes, commandes, opérations, valeurs de retour",
    with_="avec, avec ce, avec cette, avec ces",
    second="ancien, ancienne, alias, obsolète, synonyme",
    none="sans, aucune, jamais, ne",
    limits="limites, limitations, quotas, seuils",
)
