"""Italian words for dates, amounts, invoices and payments."""

from classifiers.languages.vocabulary import Language, numbered

LANGUAGE = Language(
    code="it",
    months=(
        "gennaio, gen, genn",
        "febbraio, feb, febb",
        "marzo",
        "aprile, apr",
        "maggio, mag",
        "giugno, giu",
        "luglio, lug",
        "agosto, ago",
        "settembre, sett",
        "ottobre, ott",
        "novembre, nov",
        "dicembre, dic",
    ),
    weekdays=(
        "lunedì, lun",
        "martedì",
        "mercoledì, mer",
        "giovedì, gio",
        "venerdì, ven",
        "sabato, sab",
        "domenica, dom",
    ),
    weak="gen, ago, dom, mer, lun, ven, sab, gio, apr",
    after_number={"mar": 3, "set": 9},
    cardinals=numbered(
        "uno; due, un paio di, paio di; tre; quattro; cinque; sei; sette; otto; nove; dieci, una decina di; undici;"
        "dodici; tredici;"
        "quattordici; quindici, una quindicina di; sedici; diciassette; diciotto; diciannove; venti, una ventina di;"
        "ventuno; ventidue;"
        "ventitré; ventiquattro; venticinque; ventisei; ventisette; ventotto; ventinove; trenta; trentuno"
    )
    | {40: "quaranta", 45: "quarantacinque", 50: "cinquanta", 60: "sessanta", 90: "novanta"},
    ordinals=numbered(
        "primo, prima; secondo, seconda; terzo, terza; quarto, quarta; quinto, quinta; sesto; settimo; ottavo; nono;"
        "decimo"
    ),
    ordinal_suffixes="o, a, mo",
    units={
        "day": "giorno, giorni, gg, giornata, giorni di calendario",
        "working_day": "giorni lavorativi, giorno lavorativo, gg lavorativi",
        "week": "settimana, settimane",
        "days:15": "quindicina, quindicine",
        "month": "mese, mesi",
        "quarter": "trimestre, trimestri",
        "year": "anno, anni",
        "hour": "ora, ore, h",
    },
    relative_days={
        0: "oggi, stamattina, stamane, stasera, oggi stesso, in data odierna, odierna, questo pomeriggio,"
        "questa mattina, in giornata,"
        "data odierna, nella giornata di oggi, entro oggi, stanotte",
        1: "domani, domani mattina, domattina, domani pomeriggio, giorno dopo, il giorno dopo, giorno seguente,"
        "giorno successivo,"
        "il giorno successivo, l'indomani, prossimo giorno",
        2: "dopodomani, dopo domani",
        -1: "ieri, ieri sera, ieri mattina, ieri pomeriggio, ultimo giorno, giorno passato, giorno precedente,"
        "il giorno prima",
        -2: "l'altro ieri, altro ieri, ieri l'altro, avantieri, l'altroieri, altroieri",
    },
    phrases={
        "next": "prossimo, prossima, prossimi, prossime, seguente, seguenti, successivo, successiva, entrante,"
        "che viene, venturo, ventura",
        "coming": "che viene, entrante",
        "about_the": "verso il, intorno al, attorno al",
        "last": "scorso, scorsa, scorsi, scorse, passato, passata, passati, passate, ultimo, ultima, ultimi, ultime,"
        "precedente, precedenti",
        "this": "questo, questa, quest, corrente, in corso, attuale, presente",
        "instant": "corrente mese, c.m., del corrente mese, di questo mese, del mese, del mese in corso, corrente,"
        "del mese corrente",
        "in": "tra, fra, tra circa, fra circa, di qui a",
        "within": "entro, nel giro di, in un massimo di, entro e non oltre, entro i prossimi",
        "ago_before": "or sono",
        "ago_after": "fa, addietro, prima, or sono",
        "from_now": "più tardi, da oggi, da adesso, a partire da oggi, a decorrere da oggi",
        "before": "prima di, prima del, prima della, prima dell",
        "by": "entro il, entro la, entro e non oltre il, al più tardi, al più tardi il, per il, non oltre il,"
        "entro la data del, entro il giorno",
        "until": "fino al, fino a, sino al, fino alla",
        "after": "dopo, dopo il, dopo la, successivamente al, oltre il",
        "since": "da, dal, a partire dal, a partire da, a decorrere dal, sin dal, dallo, dalla",
        "from": "tra il, fra il",
        "to": "a, ad, alla",
        "to_the": "al",
        "and": "e, ed",
        "the": "il, in data, il giorno, l, lo, i, le, gli, nei, nelle, la, data",
        "a": "un, una, uno",
        "of": "di, della, d, dell, nel mese di, del mese di, dello, in, nella, nel",
        "of_the": "del, dal",
        "on": "verso, verso il, intorno al, attorno al, circa, verso la, per, con valuta, valuta, nel, in, a",
        "inclusive": "compreso, incluso",
        "begin": "inizio, inizi, agli inizi, all'inizio, primi, ai primi",
        "middle": "metà, a metà",
        "end": "fine, a fine, alla fine, fine del, per la fine",
        "week_number": "settimana n, settimana numero, sett",
        "number": "n, numero, nr",
        "few": "alcuni, alcune, pochi, poche, qualche",
        "all_week": "in settimana, nella settimana, nel corso della settimana, durante la settimana",
        "all_month": "nel mese, nel corso del mese, in corso di mese",
        "each": "ogni, tutti i, tutte le",
        "end_of_month": "fine mese, a fine mese, fine del mese, alla fine del mese, fine corrente mese,"
        "per fine mese, entro fine mese,"
        "fine di questo mese, la fine del mese",
    },
    not_dates="buongiorno, buon giorno, buona giornata, buona settimana, ogni giorno, giorni di ritardo,"
    "giorno per giorno, giorno dopo giorno,"
    "buona domenica, buon fine settimana, al giorno d'oggi, un giorno, ultimo sollecito, a fine",
    stop_words="il, lo, la, i, gli, le, di, del, della, che, e, è, un, una, in, non, per, con, si, da, dal, al,"
    "alla, sono, abbiamo, ho, ha, vi,"
    "ci, vostro, vostra, nostra, nostro, questo, questa, come, ma, se, più, anche, già, grazie, buongiorno, salve,"
    "mi, ti, lei, noi, stato,"
    "stata, essere, cordiali, saluti, dei, delle, nel, nella, sul, sulla, perché, quando, o, a, siamo, ancora,"
    "tutto, fatto, ne, alle",
    unmistakable="pagato, pagata, pagate, fattura, fatture, bonifico, grazie, saluti, buongiorno, già, sì,"
    "sollecito, scadenza, pagamento, domani,"
    "ieri, oggi, saldata, saldato, ricevuto, allegato, conto, effettuato, banca, assegno, rate, disposto, salve,"
    "settimana",
    currencies={
        "EUR": "euro, eur",
        "USD": "dollaro, dollari",
        "GBP": "sterlina, sterline, lira sterlina",
        "CHF": "franco svizzero, franchi svizzeri, franchi, franco, chf",
    },
    scales={1000: "mila, mille, k", 1000000: "milione, milioni"},
    invoice_words="fattura, fatture, fatt, ft",
    positions={
        "first": "la prima, la più vecchia, la prima fattura",
        "last": "l'ultima, la più recente, la seconda, la seconda fattura, l'ultima fattura",
        "other": "l'altra, le altre, l'altra fattura, le altre fatture",
        "both": "entrambe, entrambe le fatture, tutte e due, le due fatture",
        "all": "tutte le fatture, tutte le vostre fatture",
        "then": "pagata, pagate, sono",
        "but": "tranne, eccetto, salvo",
    },
    frequencies={
        "weekly": "settimanale, settimanali, a settimana, ogni settimana",
        "monthly": "mensile, mensili, al mese, ogni mese, mensilmente, mensilità",
        "quarterly": "trimestrale, trimestrali, ogni trimestre, a trimestre",
    },
    parts="rate, rate mensili, tranche, pagamenti, volte, pagamenti mensili, rate uguali",
    methods={
        "transfer": "bonifico, bonifici, bonificato, sepa",
        "cheque": "assegno, assegni",
        "card": "carta, carta di credito",
        "direct_debit": "addebito, addebitato, rid, sdd, addebito diretto",
        "cash": "contanti, in contanti",
    },
    contact_cues="contattare, contatti, scrivere a, scriva a, rivolgersi a, si rivolga a, sostituito da,"
    "sostituita da, prendere contatto con,"
    "contattate, referente è, il nuovo referente, la collega, il collega, in mia assenza, inviare a, rivolgetevi a,"
    "scrivete a",
    reference_cues="rif, riferimento, numero, nr, n, cro, trn, causale",
    titles="sig, sig.ra, signor, signora, dott, dott.ssa, avv, ing, rag, ra, ssa",
)
