"""Spanish words for dates, amounts, invoices and payments."""

from classifiers.languages.vocabulary import Language, numbered

LANGUAGE = Language(
    code="es",
    months=(
        "enero, ene",
        "febrero, feb",
        "marzo, mrz",
        "abril, abr",
        "mayo, may",
        "junio, jun",
        "julio, jul",
        "agosto, ago",
        "septiembre, setiembre, sept, sep, set",
        "octubre, oct",
        "noviembre, nov",
        "diciembre, dic",
    ),
    weekdays=(
        "lunes, lun, lu",
        "martes, mart, ma",
        "miércoles, mié, mie, mier, mi",
        "jueves, jue, ju",
        "viernes, vie, vi",
        "sábado, sáb",
        "domingo, dom",
    ),
    weak="ene, may, set, ma, mi, lu, ju, vi, vie, dom, lun, sab, mart, abr, ago, mayo",
    after_number={"mar": 3},
    cardinals=numbered(
        "uno; dos, par de, un par de, par; tres; cuatro; cinco; seis; siete; ocho; nueve; diez, una decena de; once;"
        "doce; trece; catorce;"
        "quince; dieciséis; diecisiete; dieciocho; diecinueve; veinte, una veintena de; veintiuno, veintiún;"
        "veintidós; veintitrés;"
        "veinticuatro; veinticinco; veintiséis; veintisiete; veintiocho; veintinueve; treinta; treinta y uno,"
        "treinta y un"
    )
    | {40: "cuarenta", 45: "cuarenta y cinco", 50: "cincuenta", 60: "sesenta", 90: "noventa"},
    ordinals=numbered(
        "primero, primera, primer; segundo, segunda; tercero, tercera, tercer; cuarto, cuarta; quinto, quinta;"
        "sexto, sexta;"
        "séptimo; octavo; noveno; décimo"
    ),
    ordinal_suffixes="o, ro, er, a, ra, do, to, ero",
    units={
        "day": "día, días, días naturales, jornada",
        "working_day": "días hábiles, día hábil, días laborables, día laborable, días de trabajo, días laborales",
        "week": "semana, semanas, sem",
        "days:15": "quincena, quincenas",
        "month": "mes, meses",
        "quarter": "trimestre, trimestres",
        "year": "año, años, ano",
        "hour": "hora, horas, h, hs",
    },
    relative_days={
        0: "hoy, hoy mismo, esta mañana, esta tarde, esta noche, hoy día, el día de hoy, en el día,"
        "hoy por la mañana, ahora mismo,"
        "en el día de hoy, este día",
        1: "mañana, mañana mismo, mañana por la mañana, mañana por la tarde, día siguiente, el día siguiente,"
        "el próximo día, próximo día",
        2: "pasado mañana, el día después de mañana, día después de mañana",
        -1: "ayer, anoche, ayer por la tarde, ayer por la mañana, el día anterior, día anterior, el último día,"
        "último día,"
        "el día de ayer, ayer tarde",
        -2: "anteayer, antes de ayer, antier, antes de anoche, el día antes de ayer, día antes de ayer",
    },
    phrases={
        "next": "próximo, próxima, próximos, próximas, siguiente, siguientes, que viene, que vienen, entrante,"
        "que entra, venidero",
        "coming": "que viene, que vienen",
        "about_the": "sobre el, alrededor del, hacia el",
        "second_next": "después de la próxima, después del próximo, subsiguiente",
        "last": "pasado, pasada, pasados, pasadas, último, última, últimos, últimas, anterior, anteriores, previa,"
        "previo, previas, previos",
        "this": "este, esta, estos, estas, presente, corriente, en curso, actual, ese, esa",
        "instant": "del corriente, de este mes, del presente mes, del mes, del mes en curso, del presente,"
        "del mes corriente",
        "in": "en, dentro de, en unos, en aproximadamente, de aquí a",
        "within": "en un plazo de, en menos de, en el plazo de, antes de, en un plazo máximo de, en los próximos,"
        "a más tardar en",
        "ago_before": "hace, hace unos, hace unas, hace aproximadamente",
        "ago_after": "atrás, antes",
        "from_now": "más tarde, después, a partir de hoy, desde hoy, a contar desde hoy, a partir de ahora,desde ahora",
        "before": "antes de, antes del, previo al, anterior al",
        "by": "a más tardar, a más tardar el, como muy tarde, como máximo el, como muy tarde el, para, para el,"
        "tan tarde como",
        "until": "hasta, hasta el, hasta la",
        "after": "después de, después del, tras, tras el, posterior a, posterior de, posterior al, pasado el",
        "since": "desde, desde el, a partir de, a partir del, empezando, comenzando, empezando el, comenzando el,"
        "empienzando el",
        "from": "entre, entre el",
        "to": "a",
        "to_the": "al",
        "and": "y, e",
        "the": "el, día, el día, en fecha, los, fecha, con fecha, en el día, del día",
        "a": "un, una",
        "of": "de, de la, del mes de, en el mes de, de los, del año",
        "of_the": "del",
        "on": "sobre, alrededor de, hacia, por, sobre el, alrededor del, hacia el, para la, por la, la, con valor",
        "inclusive": "inclusive, incluido, ambos inclusive",
        "begin": "principios, a principios, inicio, inicios, a inicios, comienzo, comienzos, a comienzos, primeros,"
        "primeros días, principio, más temprano",
        "middle": "mediados, a mediados, mitad",
        "end": "fin, finales, a finales, final, a final, a fines, fines, al final, últimos días, finales de",
        "week_number": "semana número, semana nº",
        "number": "número, núm, nº",
        "few": "unos, unas, algunos, algunas, pocos, pocas",
        "all_week": "en la semana, esta semana, durante la semana, a lo largo de la semana,"
        "en el transcurso de la semana",
        "all_month": "en el mes, durante el mes, a lo largo del mes, por el mes, más tarde de este mes,"
        "en el transcurso del mes",
        "each": "cada, todos los, todas las",
        "end_of_month": "fin de mes, final de mes, finales de mes, a fin de mes, a final de mes, a finales de mes,"
        "fin del mes, final del mes,"
        "a fin del mes, fines de mes, a fines de mes, finales del mes",
    },
    not_dates="buenos días, buen día, lindo día, buenas tardes, buenas noches, día a día, un buen mes, cada día,"
    "días de retraso, todos los días,"
    "hoy en día, al día, algún día, buen fin de semana, buena semana, hasta la fecha, último aviso, día tras día,"
    "marte",
    stop_words="el, la, los, las, de, del, que, y, en, un, una, es, son, no, se, por, para, con, su, sus, nuestro,"
    "nuestra, les, lo, le, al,"
    "hemos, ha, he, han, esta, este, está, están, ya, como, pero, si, gracias, hola, buenos, muy, más, me, mi, nos,"
    "ustedes, usted, fue,"
    "ser, sin, sobre, cuando, porque, estamos, favor, saludos, también, todo, hasta, desde, o, a, yo, tengo, aún, sido",
    unmistakable="pagado, pagada, pagadas, factura, facturas, transferencia, saludos, gracias, sí, hola, pago,"
    "mañana, hoy, recibido,"
    "realizado, realizada, adjunto, vencimiento, deuda, cobro, abonado, abonada, ayer, cheque, banco, semana,"
    "recordatorio, vale",
    currencies={
        "EUR": "euro, euros, eur",
        "USD": "dólar, dólares, dolar, dolares",
        "GBP": "libra, libras, libras esterlinas",
        "CHF": "franco suizo, francos suizos, francos, franco, chf",
    },
    scales={100: "cien, ciento", 1000: "mil, k", 1000000: "millón, millones"},
    invoice_words="factura, facturas, fra, fact, recibo",
    positions={
        "first": "la primera, la más antigua, la primera factura",
        "last": "la última, la más reciente, la segunda, la segunda factura, la última factura",
        "other": "la otra, las otras, la otra factura, las demás, las otras facturas",
        "both": "ambas, las dos, ambas facturas, las dos facturas",
        "all": "todas las facturas, todas sus facturas, todas ellas",
        "then": "pagada, pagadas, están, está",
        "but": "excepto, salvo, menos",
    },
    frequencies={
        "weekly": "semanal, semanales, por semana, cada semana, a la semana",
        "monthly": "mensual, mensuales, al mes, por mes, cada mes, mensualidades, todos los meses, mensualmente",
        "quarterly": "trimestral, trimestrales, por trimestre, cada trimestre",
    },
    parts="plazos, cuotas, pagos, mensualidades, veces, partes, pagos mensuales, cuotas mensuales, plazos mensuales",
    methods={
        "transfer": "transferencia, transferido, transferencias, transferimos, sepa",
        "cheque": "cheque, talón, pagaré",
        "card": "tarjeta, tarjeta de crédito",
        "direct_debit": "domiciliación, recibo domiciliado, cargado en cuenta, adeudo, domiciliado",
        "cash": "efectivo, en efectivo, en metálico",
    },
    contact_cues="contactar con, contacte con, escribir a, escriba a, dirigirse a, diríjase a,"
    "póngase en contacto con, contacten con,"
    "sustituido por, sustituida por, contactar a, contacte a, hablar con, ponerse en contacto con,"
    "persona de contacto es, remitir a,"
    "mi compañera, mi compañero, mi sustituto, mi sustituta, contactar, dirija a, envíe a, escríbanos a",
    reference_cues="ref, referencia, número, nº, núm, concepto, justificante, operación",
    titles="sr, sra, srta, don, doña, dña, d, señor, señora, dr, dra",
)
