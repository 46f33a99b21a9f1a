"""Spanish."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NULL, NUMBER, STRING, TIME
from .lexicon import Claimed, Lexicon, Mark, Part, Role

LEXICON = Lexicon(
    language="es",
    columns={
        Role.NAME: (
            "campo, campos, nombre, nombre del campo, parámetro, parametro, parámetros, nombre del parámetro, propiedad, propiedades, "
            "atributo, atributos, clave, variable, argumento, elemento, columna, cabecera, encabezado, relación"
        ),
        Role.TYPE: "tipo, tipo de dato, tipo de datos, tipo dato, formato",
        Role.DESCRIPTION: "descripción, descripcion, detalle, detalles, comentario, comentarios, observaciones, notas, nota, significado, explicación, uso",
        Role.REQUIRED: "obligatorio, obligatoria, obligatorio?, ¿obligatorio?, requerido, requerido?, ¿requerido?, requerida, es obligatorio, es requerido, obligatoriedad, necesario",
        Role.OPTIONAL: "opcional, ¿opcional?, es opcional",
        Role.CARDINALITY: "cardinalidad, multiplicidad, ocurrencias",
        Role.NULLABLE: "nulo, anulable, admite nulo, admite nulos, acepta nulo, puede ser nulo",
        Role.DEFAULT: "por defecto, valor por defecto, predeterminado, valor predeterminado, defecto, valor por omisión",
        Role.EXAMPLE: "ejemplo, ejemplos, valor de ejemplo, muestra",
        Role.VALUES: "valores, valores posibles, posibles valores, valores permitidos, valores válidos, opciones, valores aceptados, validación, validaciones, restricciones, restricción, límites",
        Role.VALUE: "valor, código, codigo, número, valor numérico",
        Role.MEMBER: "miembro, constante, miembros",
        Role.ACCESS: "acceso, permiso, permisos, lectura/escritura",
    },
    foreign={
        Claimed.OPERATIONS: "método, metodo, ruta, url",
        Claimed.METHODS: "retorno, tipo de retorno",
        Claimed.ERRORS: "causa, solución, error, código de error, código http",
        Claimed.CHANGES: "fecha, cambio, cambios, versión",
        Claimed.LIMITS: "límite, peso",
        Claimed.LAYOUT: "tamaño",
    },
    yes="sí, si, s, verdadero, obligatorio, obligatoria, requerido, siempre",
    no="no, n, falso, opcional, nunca, ninguno",
    maybe="condicional, depende, a veces, según el caso, recomendado, recomendada",
    conditions="si el, si se, cuando, uno de, solo, sólo, depende",
    marks={
        Mark.REQUIRED: "obligatorio, obligatorios, obligatoria, obligatorias, requeridos, requerido, requerida, campo obligatorio, campo requerido",
        Mark.OPTIONAL: "opcional, opcionales, campo opcional, no obligatorio, no requerido, parámetro opcional, puede omitirse, se puede omitir",
        Mark.CONDITIONAL: "condicional, obligatorio condicional, condicionalmente obligatorio",
        Mark.NULLABLE: "puede ser nulo, puede ser null, admite nulos, anulable, o null, o nulo",
        Mark.READ_ONLY: "solo lectura, sólo lectura, de solo lectura, de sólo lectura",
        Mark.WRITE_ONLY: "solo escritura, sólo escritura, de solo escritura",
        Mark.DEPRECATED: "obsoleto, obsoleta, en desuso, desaconsejado, ya no se usa, ya no se utiliza, descontinuado, descontinuada, deprecado, deprecada",
    },
    this_field="este campo, este parámetro, esta propiedad, este atributo, esta clave, el campo, el parámetro, campo, parámetro, propiedad, atributo",
    this_model="este objeto, este modelo, este tipo, esta estructura, este recurso, esta entidad, este mensaje",
    negations="sin, no, excepto",
    stars="asterisco",
    links="es, está, ha sido, fue, ha quedado, está marcado como",
    soon="será, va a ser, quedará",
    reasons="en favor de, a favor de",
    since="desde, a partir de",
    replaced="reemplazado por, sustituido por",
    many="muchos, varios, múltiple, múltiples, repetido",
    single="uno, único, una vez",
    every="todos, todas",
    others="otros, otras, demás",
    defaults="por defecto:, por defecto es, por defecto, valor por defecto:, valor por defecto, valor predeterminado:, el valor por defecto es, predeterminado:, el valor predeterminado es",
    left_out="si se omite, si no se indica, si no se especifica, si no se envía, si no se proporciona, si no está presente",
    used="se usa, se utiliza, se usará, se asume",
    by_default="por defecto",
    uses="se usa, se utiliza, se usará, se utilizará, se asume",
    values="valores posibles, posibles valores, valor posible, valores permitidos, valores válidos, valores aceptados, valores admitidos, opciones, opciones válidas, enumeración",
    denied="ninguno, nunca, excepto",
    enumerations="enumeración, enumerado",
    one_of="uno de, una de, uno de los siguientes valores, una de las siguientes, cualquiera de",
    may_be="puede ser, pueden ser, debe ser",
    copulas="es, son",
    such_as="p. ej., p.ej., por ejemplo, como, tales como, tal como, ej., ejemplo, ejemplos, entre ellos",
    more="no distingue mayúsculas, sin distinguir mayúsculas, etc, etc., y otros, u otros, entre otros, y más, otros valores, u otro, o un valor propio, o cualquier, valor personalizado, no exhaustiva, y así sucesivamente, se pueden añadir",
    always="debe ser, siempre, siempre es, valor fijo, constante, fijo, valor constante",
    subjects="el valor, valor, es, este valor es, el valor es",
    empty="vacío, vacio, nulo, ausente, sin valor",
    and_="y, e",
    no_values="el, la, los, las, un, una, otro, otros, valores, valor, para, con, si, y, o, no, ver, ser, es, son, de",
    unverified="one_of, may_be, such_as, more, always, empty",
    least="mínimo, como mínimo, al menos, mín, mín., min",
    most="máximo, como máximo, hasta, largo máximo, máx, máx., max",
    between="entre, de, rango",
    length="longitud, largo, tamaño",
    exactly="exactamente",
    characters="caracteres, carácter, dígitos",
    portions="dígitos, dígito, letras, números",
    items="elementos",
    scalars={
        STRING: "cadena, cadenas, cadena de texto, cadena de caracteres, texto, textos, enumeración, identificador, alfanumérico, carácter",
        INTEGER: "entero, enteros, número entero, numero entero, entero largo, marca de tiempo unix",
        NUMBER: "número, numero, números, numérico, flotante, real",
        DECIMAL: "decimal, decimales, número decimal, importe",
        BOOLEAN: "booleano, booleanos, lógico, verdadero/falso",
        DATE: "aaaa-mm-dd, fecha, fechas, fecha iso, fecha iso 8601",
        DATETIME: "fecha y hora, fecha/hora, fecha-hora, marca de tiempo",
        TIME: "hora",
        BYTES: "archivo, fichero, binario, bytes",
        NULL: "nulo, ninguno",
        ANY: "cualquiera, cualquier tipo, cualquier valor, variable, mixto",
    },
    lists_of="lista de, arreglo de, matriz de, colección de, vector de, conjunto de, array de, una lista de, un arreglo de, varios",
    things="archivo",
    lists="lista, arreglo, matriz, colección, vector, listado",
    maps_of="mapa de, diccionario de, un mapa de",
    maps="objeto, objetos, mapa, diccionario, estructura",
    to="a",
    or_="o, u",
    objects="objeto, objetos, recurso, entidad, estructura, de tipo",
    fillers="un, una, el, la, los, las, objeto, uno de, objeto de tipo, tipo, del tipo",
    partial="parcial",
    rest="con, que, para, de, en, si, máximo, mínimo, hasta, ejemplo, por, según",
    frames_before=(
        "atributos del, atributos de la, atributos de un, atributos de una, campos del, campos de la, "
        "campos de un, campos de una, propiedades del, propiedades de la, propiedades de un, "
        "propiedades de una, estructura del, estructura de la, estructura de un, estructura de una, el objeto, la entidad, el recurso, la estructura, objeto, el, la, los, las, "
        "entidad, estructura, recurso"
    ),
    frames="objeto, objetos, estructura, recurso, entidad, campos, propiedades, atributos, valores",
    generic=(
        "parámetros, parametros, parámetro, solicitud, petición, respuesta, respuestas, cuerpo, de, la, del, el, cabeceras, encabezados, consulta, ruta, propiedades, campos, "
        "atributos, argumentos, entrada, salida, resultado, retorno, valores, adicionales, opcionales, obligatorios, estructura, común, comunes"
    ),
    examples="ejemplo",
    parts={
        Part.SENT: "parámetros, parametros, parámetro, carga útil, ruta, body, headers, query, solicitud, petición, cuerpo, cabeceras, encabezados, argumentos, entrada, consulta",
        Part.RECEIVED: "respuesta, respuestas, salida, resultado, retorno",
        Part.OWN: (
            "propiedades, campo, campos, atributos, valores, estructura, esquema, configuración, opciones, "
            "campos de nivel superior, campos de primer nivel, propiedades de nivel superior, campos raíz"
        ),
        Part.PIECE: "banderas, enum, datos, contenido, lista",
    },
    hollow="lista de campos, lista de atributos, lista de propiedades, diccionario de datos, estructura de datos, estructura de los datos, formato de los datos, definición de campos, definición de los campos, formato, ejemplo, ejemplos, de, del, la, el, los, las, http, resumen, descripción, detalle, detalles, disponibles, objeto",
    lookalikes={
        Claimed.CHANGES: "registro de cambios, historial de cambios, notas de la versión",
        Claimed.METHODS: "métodos",
        Claimed.GUIDE: "glosario",
    },
    headers="encabezados, encabezado, cabeceras, cabecera",
    errors="error, errores, códigos de error, códigos http",
    flags="banderas, indicadores, permisos, máscara de bits",
    values_of="valores, tipos, tipo, enumeración, estados, estado, opciones",
    type_lists="tipos, tipos de datos, tipos de campo, tipos de campos, tipos básicos, tipos simples, definiciones de tipos, tipos utilizados",
    owners="entidad, tabla, objeto, modelo, clase, recurso, mensaje",
    limits="límites, limitaciones, cuotas, umbrales",
)
