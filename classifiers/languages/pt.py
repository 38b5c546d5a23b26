"""Portuguese words for dates, amounts, invoices and payments."""

from classifiers.languages.vocabulary import Language, numbered

LANGUAGE = Language(
    code="pt",
    months=(
        "janeiro, jan",
        "fevereiro, fev",
        "março, mar",
        "abril, abr",
        "maio, mai",
        "junho, jun",
        "julho, jul",
        "agosto, ago",
        "setembro, set",
        "outubro, out",
        "novembro, nov",
        "dezembro",
    ),
    weekdays=(
        "segunda-feira, segunda, seg, 2ª feira",
        "terça-feira, terça, ter",
        "quarta-feira, quarta, qua",
        "quinta-feira, quinta, qui",
        "sexta-feira, sexta, sex",
        "sábado, sáb",
        "domingo, dom",
    ),
    weak="mar, set, out, mai, seg, ter, qua, qui, sex, sab, dom, jan, ago",
    after_number={"dez": 12},
    cardinals=numbered(
        "um; dois, duas, um par de; três; quatro; cinco; seis; sete; oito; nove; dez; onze; doze; treze; catorze,"
        "quatorze; quinze;"
        "dezesseis, dezasseis; dezessete, dezassete; dezoito; dezenove, dezanove; vinte; vinte e um; vinte e dois;"
        "vinte e três;"
        "vinte e quatro; vinte e cinco; vinte e seis; vinte e sete; vinte e oito; vinte e nove; trinta; trinta e um"
    )
    | {40: "quarenta", 45: "quarenta e cinco", 50: "cinquenta", 60: "sessenta", 90: "noventa"},
    ordinals={
        1: "primeiro, primeira",
        2: "segundo",
        3: "terceiro, terceira",
        4: "quarto",
        5: "quinto",
        6: "sexto",
        7: "sétimo",
        8: "oitavo",
        9: "nono",
        10: "décimo",
    },
    ordinal_suffixes="o, a, ro, ra",
    units={
        "day": "dia, dias, dias corridos",
        "working_day": "dias úteis, dia útil, dias utéis",
        "week": "semana, semanas",
        "days:15": "quinzena, quinzenas",
        "month": "mês, meses",
        "quarter": "trimestre, trimestres",
        "year": "ano, anos",
        "hour": "hora, horas, h",
    },
    relative_days={
        0: "hoje, esta manhã, esta tarde, esta noite, hoje mesmo, dia de hoje, hoje de manhã, hoje à tarde,"
        "na data de hoje,"
        "no dia de hoje, agora mesmo",
        1: "amanhã, amanhã de manhã, dia seguinte, o dia seguinte, próximo dia, amanhã à tarde, amanhã cedo",
        2: "depois de amanhã, dia depois de amanhã",
        -1: "ontem, ontem à tarde, ontem à noite, dia anterior, último dia, ontem de manhã, dia de ontem",
        -2: "anteontem, antes de ontem, antes de onte, dia antes de ontem",
    },
    phrases={
        "next": "próximo, próxima, próximos, próximas, seguinte, seguintes, que vem, que vêm, entrante",
        "coming": "que vem, que vêm",
        "about_the": "por volta do, por volta do dia",
        "second_next": "depois da próxima, depois do próximo",
        "last": "passado, passada, passados, passadas, último, última, últimos, últimas, anterior, anteriores,"
        "retrasada",
        "this": "este, esta, estes, estas, presente, corrente, em curso, atual, esse, essa, desta, deste, dessa,"
        "desse, nesta, neste, nessa, nesse",
        "instant": "do corrente, deste mês, do corrente mês, do mês, do mês corrente, do presente mês",
        "in": "em, dentro de, daqui a, em cerca de, em até, em aproximadamente, daqui",
        "within": "no prazo de, num prazo de, no prazo máximo de, até daqui a, nos próximos, em menos de, em no máximo",
        "ago_before": "há, faz, há cerca de",
        "ago_after": "atrás",
        "from_now": "mais tarde, a partir de hoje, a partir de agora, depois",
        "before": "antes de, antes do, antes da",
        "by": "o mais tardar, no máximo até, até o dia, até ao dia, o mais tardar até, para, para o dia, até dia,"
        "até ao, até o",
        "until": "até, até à, até a",
        "after": "depois de, depois do, após, após o, após o dia, depois do dia",
        "since": "desde, a partir de, a partir do, desde o, a partir do dia, desde o dia",
        "from": "entre, entre o, entre os dias, entre o dia",
        "to": "a",
        "to_the": "ao",
        "and": "e",
        "the": "dia, o dia, no dia, o, em data de, na data de, do dia, data",
        "a": "uma, um",
        "of": "de, da, do mês de, no mês de, do ano",
        "of_the": "do",
        "on": "no, na, por volta de, cerca de, em torno de, por volta do, nos, nas, com valor de, pela, para a",
        "inclusive": "inclusive, incluído",
        "begin": "início, inícios, começo, no início, no começo, princípio, início do, no princípio, começo do",
        "middle": "meados, em meados, meio, meados do, em meados do",
        "end": "fim, final, finais, no fim, no final, ao final, fins, final do, fim do, ao fim",
        "week_number": "semana n, semana número",
        "number": "número, nº, n",
        "few": "alguns, algumas, poucos, poucas, uns, umas",
        "all_week": "durante a semana, ao longo da semana, no decorrer da semana",
        "all_month": "durante o mês, ao longo do mês, no decorrer do mês",
        "each": "cada, todos os, todas as, por",
        "end_of_month": "fim do mês, final do mês, fim de mês, final de mês, no fim do mês, no final do mês,"
        "ao final do mês, fim deste mês,"
        "final deste mês, fins do mês",
    },
    not_dates="bom dia, boa tarde, boa noite, boa semana, todos os dias, dias de atraso, dia a dia, cada dia,"
    "dia após dia, bom domingo,"
    "em dia, hoje em dia, um dia, último aviso, bom fim de semana, estar em dia",
    stop_words="o, a, os, as, de, do, da, dos, das, que, e, é, em, um, uma, não, se, por, para, com, no, na, nos,"
    "nas, ao, já, foi, são, está,"
    "seu, sua, vossa, vosso, nossa, nosso, mas, como, mais, muito, obrigado, obrigada, olá, bom, dia, boa, tarde,"
    "eu, nós, vocês, você, isso,"
    "esta, este, também, ainda, sem, até, quando, temos, tenho, foram, ser, pelo, pela, cumprimentos, favor, lhe, à,"
    "há, me",
    unmistakable="pago, paga, pagas, estou, estamos, dificuldades, fatura, faturas, factura, transferência,"
    "obrigado, obrigada, cumprimentos, sim,"
    "olá, pagamento, amanhã, hoje,"
    "ontem, boleto, nota, recebido, não, liquidada, liquidado, vencimento, anexo, conta, semana, regularizado,"
    "cobrança",
    currencies={
        "EUR": "euro, euros, eur",
        "USD": "dólar, dólares, dolar, dolares",
        "GBP": "libra, libras, libras esterlinas",
        "CHF": "franco suíço, francos suíços, francos, franco, chf",
    },
    scales={100: "cem, cento", 1000: "mil, k", 1000000: "milhão, milhões"},
    invoice_words="fatura, faturas, factura, facturas, nota, nota fiscal, nf, ft, boleto",
    positions={
        "first": "a primeira, a mais antiga, a primeira fatura",
        "last": "a última, a mais recente, a segunda, a segunda fatura, a última fatura",
        "other": "a outra, as outras, a outra fatura, as demais, as restantes",
        "both": "ambas, as duas, ambas as faturas, as duas faturas",
        "all": "todas as faturas, todas elas",
        "then": "paga, pagas, estão",
        "but": "exceto, salvo, menos",
    },
    frequencies={
        "weekly": "semanal, semanais, por semana, cada semana",
        "monthly": "mensal, mensais, por mês, ao mês, cada mês, mensalidades, todos os meses, mensalmente",
        "quarterly": "trimestral, trimestrais, por trimestre",
    },
    parts="prestações, parcelas, vezes, pagamentos, prestações mensais, parcelas mensais, mensalidades",
    methods={
        "transfer": "transferência, transferido, transferências, pix, ted, sepa",
        "cheque": "cheque, cheques",
        "card": "cartão, cartão de crédito",
        "direct_debit": "débito direto, débito directo, débito em conta, debitado",
        "cash": "dinheiro, numerário, em dinheiro",
    },
    contact_cues="contactar, contacte, contatar, contate, escrever para, escreva para, dirigir-se a, dirija-se a,"
    "substituído por, substituída por,"
    "falar com, fale com, entrar em contato com, entre em contacto com, entrar em contacto com, colega, enviar para,"
    "substituto, contato é",
    reference_cues="ref, referência, número, nº, comprovante, comprovativo, operação",
    titles="sr, sra, dr, dra, senhor, senhora, eng, exmo, exma, dona",
)
