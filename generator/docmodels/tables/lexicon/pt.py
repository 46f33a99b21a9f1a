"""Portuguese."""

from __future__ import annotations

from ...model.types import ANY, BOOLEAN, BYTES, DATE, DATETIME, DECIMAL, INTEGER, NULL, NUMBER, STRING, TIME
from .lexicon import Claimed, Lexicon, Mark, Part, Role

LEXICON = Lexicon(
    language="pt",
    columns={
        Role.NAME: (
            "campo, campos, nome, nome do campo, parâmetro, parametro, parâmetros, nome do parâmetro, propriedade, propriedades, "
            "atributo, atributos, chave, variável, argumento, elemento, coluna, cabeçalho, relacionamento"
        ),
        Role.TYPE: "tipo, tipo de dado, tipo de dados, tipo do dado, formato, tipo do campo",
        Role.DESCRIPTION: "descrição, descricao, detalhe, detalhes, comentário, comentários, observação, observações, notas, nota, significado, explicação, uso",
        Role.REQUIRED: "obrigatório, obrigatorio, obrigatória, obrigatório?, requerido, requerido?, é obrigatório, é obrigatório?, obrigatoriedade, necessário",
        Role.OPTIONAL: "opcional, opcional?, é opcional",
        Role.CARDINALITY: "cardinalidade, multiplicidade, ocorrências",
        Role.NULLABLE: "nulo, anulável, aceita nulo, permite nulo, pode ser nulo",
        Role.DEFAULT: "padrão, valor padrão, padrao, default, valor default",
        Role.EXAMPLE: "exemplo, exemplos, valor de exemplo, amostra",
        Role.VALUES: "valores, valores possíveis, possíveis valores, valores permitidos, valores válidos, opções, valores aceitos, domínio, validação, validações, restrições, restrição, limites",
        Role.VALUE: "valor, código, codigo, número, valor numérico",
        Role.MEMBER: "membro, constante, membros",
        Role.ACCESS: "acesso, permissão, permissões, leitura/escrita",
    },
    foreign={
        Claimed.OPERATIONS: "método, metodo, rota, url",
        Claimed.METHODS: "retorno, tipo de retorno",
        Claimed.ERRORS: "causa, solução, erro, código de erro",
        Claimed.CHANGES: "data, mudança, mudanças, alteração, alterações, versão",
        Claimed.LIMITS: "limite, peso",
    },
    yes="sim, s, verdadeiro, obrigatório, obrigatória, requerido, sempre",
    no="não, nao, n, falso, opcional, nunca, nenhum",
    maybe="condicional, depende, às vezes, conforme o caso, recomendado, recomendada",
    conditions="se, quando, um de, somente, apenas, depende",
    marks={
        Mark.REQUIRED: "obrigatório, obrigatórios, obrigatória, obrigatórias, requerido, campo obrigatório",
        Mark.OPTIONAL: "opcional, opcionais, campo opcional, não obrigatório, não requerido, parâmetro opcional, pode ser omitido, pode ser omitida, pode não existir",
        Mark.CONDITIONAL: "condicional, condicionalmente obrigatório, obrigatório condicional",
        Mark.NULLABLE: "pode ser nulo, pode ser null, aceita nulo, anulável, ou null, ou nulo",
        Mark.READ_ONLY: "somente leitura, apenas leitura, só leitura",
        Mark.WRITE_ONLY: "somente escrita, apenas escrita",
        Mark.DEPRECATED: "obsoleto, obsoleta, depreciado, descontinuado, não é mais usado, não é mais utilizado, em desuso, descontinuada, depreciada",
    },
    this_field="este campo, este parâmetro, esta propriedade, este atributo, esse campo, esse parâmetro, o campo, o parâmetro, campo, parâmetro, propriedade, atributo",
    this_model="este objeto, este modelo, este tipo, esta estrutura, este recurso, esta entidade, esta mensagem",
    negations="sem, não, exceto",
    stars="asterisco",
    links="é, está, foi, ficou",
    soon="será, vai ser",
    reasons="em favor de",
    since="desde, a partir de",
    replaced="substituído por, substituída por",
    many="muitos, vários, múltiplo, múltiplos, repetido",
    single="um, único, uma vez",
    every="todos, todas",
    others="outros, outras, demais",
    defaults="por padrão:, por padrão é, por padrão, valor padrão:, valor padrão, o valor padrão é, padrão:, o padrão é, padrão",
    left_out="se omitido, se omitida, se não informado, se não for informado, se não especificado, se não for especificado, quando não informado, caso não informado, se não enviado",
    used="é usado, é utilizado, será usado, será utilizado",
    by_default="por padrão",
    uses="é usado, é utilizado, será usado, será utilizado, usa-se, será",
    values="valores possíveis, possíveis valores, valor possível, valores permitidos, valores válidos, valores aceitos, valores aceites, opções, opções válidas, enumeração",
    denied="nenhum, nunca, exceto, excepto, não",
    enumerations="enumeração, enumerado",
    one_of="um de, uma de, um dos seguintes valores, uma das seguintes, qualquer um de",
    may_be="pode ser, podem ser, deve ser",
    copulas="é, são",
    such_as="p. ex., p.ex., por exemplo, como, tais como, tal como, ex., ex, exemplo, exemplos, entre eles",
    more="não diferencia maiúsculas, sem distinção de maiúsculas, insensível a maiúsculas, etc, etc., e outros, ou outros, entre outros, e mais, outros valores, ou outro, ou um valor, valor personalizado, ou qualquer, não exaustiva, e assim por diante, podem ser adicionados",
    always="deve ser, sempre, sempre será, será, é sempre, valor fixo, constante, fixo, valor constante",
    subjects="o valor, valor, é, nesse caso, neste caso, o valor é",
    empty="vazio, nulo, ausente, em branco",
    and_="e",
    no_values="o, a, os, as, um, uma, outro, outros, valores, valor, para, com, se, e, ou, não, ver, ser, é, são, de",
    unverified="one_of, more, empty",
    least="mínimo, no mínimo, pelo menos, mín, mín., min",
    most="máximo, no máximo, até, máx, máx., max",
    between="entre, de, intervalo, faixa",
    length="comprimento, tamanho",
    exactly="exatamente",
    characters="caracteres, caractere, caracter, dígitos",
    portions="dígitos, dígito, letras, números",
    items="itens, elementos",
    scalars={
        STRING: "texto, textos, cadeia, cadeia de caracteres, caractere, caracteres, enumeração, identificador, alfanumérico",
        INTEGER: "inteiro, inteiros, número inteiro, inteiro longo, timestamp unix",
        NUMBER: "número, numero, números, numérico, flutuante, ponto flutuante, real",
        DECIMAL: "decimal, decimais, número decimal, valor monetário",
        BOOLEAN: "booleano, booleanos, lógico, verdadeiro/falso",
        DATE: "aaaa-mm-dd, data, datas, data iso, data iso 8601",
        DATETIME: "data e hora, data/hora, data-hora, carimbo de data/hora",
        TIME: "hora",
        BYTES: "arquivo, ficheiro, binário",
        NULL: "nulo, nenhum",
        ANY: "qualquer, qualquer tipo, qualquer valor, misto",
    },
    lists_of="lista de, vetor de, matriz de, coleção de, conjunto de, array de, arranjo de, uma lista de, vários",
    things="arquivo",
    lists="lista, vetor, matriz, coleção, listagem, arranjo",
    maps_of="mapa de, dicionário de, um mapa de",
    maps="objeto, objetos, mapa, dicionário, estrutura",
    to="para",
    or_="ou",
    objects="objeto, objetos, recurso, entidade, estrutura, do tipo",
    fillers="um, uma, o, a, os, as, objeto, um de, objeto do tipo, tipo, do tipo",
    partial="parcial",
    rest="com, que, para, de, em, se, máximo, mínimo, até, exemplo, por, conforme",
    frames_before=(
        "atributos do, atributos da, atributos de um, atributos de uma, campos do, campos da, "
        "campos de um, campos de uma, propriedades do, propriedades da, propriedades de um, "
        "propriedades de uma, estrutura do, estrutura da, estrutura de um, estrutura de uma, o objeto, a entidade, o recurso, a estrutura, objeto, o, a, os, as, "
        "entidade, estrutura, recurso"
    ),
    frames="objeto, objetos, estrutura, recurso, entidade, campos, propriedades, atributos, valores",
    generic=(
        "parâmetros, parametros, parâmetro, requisição, solicitação, resposta, respostas, corpo, de, da, do, o, a, cabeçalhos, consulta, rota, propriedades, campos, atributos, "
        "argumentos, entrada, saída, resultado, retorno, valores, adicionais, opcionais, obrigatórios, estrutura, comum, comuns"
    ),
    examples="exemplo",
    parts={
        Part.SENT: "parâmetros, parametros, parâmetro, carga útil, rota, body, headers, query, requisição, solicitação, corpo, cabeçalhos, argumentos, entrada, consulta",
        Part.RECEIVED: "resposta, respostas, saída, resultado, retorno",
        Part.OWN: (
            "propriedades, campo, campos, atributo, atributos, valores, estrutura, esquema, configuração, opções, "
            "campos de nível superior, campos de primeiro nível, campos raiz"
        ),
        Part.PIECE: "sinalizadores, enum, dados, conteúdo, lista",
    },
    hollow="lista de campos, lista de atributos, lista de propriedades, dicionário de dados, estrutura de dados, estrutura dos dados, formato dos dados, definição de campos, definição dos campos, formato, exemplo, exemplos, de, da, do, dos, das, o, a, os, as, http, resumo, descrição, detalhe, detalhes, disponíveis, objeto",
    lookalikes={
        Claimed.CHANGES: "registro de alterações, histórico de alterações, notas de versão",
        Claimed.METHODS: "métodos",
        Claimed.GUIDE: "glossário",
    },
    headers="cabeçalhos, cabeçalho",
    errors="erro, erros, códigos de erro, códigos http",
    flags="sinalizadores, permissões, máscara de bits",
    values_of="valores, tipos, tipo, enumeração, estados, estado, opções, situações",
    type_lists="tipos, tipos de dados, tipos de campo, tipos de campos, tipos básicos, tipos simples, definições de tipos, tipos utilizados",
    owners="entidade, tabela, objeto, modelo, classe, recurso, mensagem",
    limits="limites, limitações, cotas, limiares",
)
