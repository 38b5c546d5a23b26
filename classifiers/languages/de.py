"""German words for dates, amounts, invoices and payments."""

from classifiers.languages.vocabulary import Language, numbered

LANGUAGE = Language(
    code="de",
    months=(
        "Januar, Jänner, Jan",
        "Februar, Feber, Feb",
        "März, Maerz, Mrz, Mär",
        "April, Apr",
        "Mai",
        "Juni, Jun",
        "Juli, Jul",
        "August, Aug",
        "September, Sept, Sep",
        "Oktober, Okt",
        "November, Nov",
        "Dezember, Dez",
    ),
    weekdays=(
        "Montag, Mo, Mon",
        "Dienstag, Di, Die",
        "Mittwoch, Mi, Mit",
        "Donnerstag, Do, Don",
        "Freitag, Fr, Fre",
        "Samstag, Sonnabend, Sa, Sam",
        "Sonntag, So, Son",
    ),
    weak="mo, mon, di, die, mi, mit, do, don, fr, fre, sa, sam, so, son, jan, mai, april, august",
    cardinals=numbered(
        "eins; zwei, beiden, beide, paar, ein paar; drei; vier; fünf; sechs; sieben; acht; neun; zehn; elf; zwölf;"
        "dreizehn; vierzehn;"
        "fünfzehn; sechzehn; siebzehn; achtzehn; neunzehn; zwanzig; einundzwanzig; zweiundzwanzig; dreiundzwanzig;"
        "vierundzwanzig; fünfundzwanzig; sechsundzwanzig; siebenundzwanzig; achtundzwanzig; neunundzwanzig; dreißig;"
        "einunddreißig"
    )
    | {40: "vierzig", 45: "fünfundvierzig", 50: "fünfzig", 60: "sechzig", 90: "neunzig"},
    ordinals=numbered(
        "erste, ersten, erster, erstes; zweite, zweiten, zweiter; dritte, dritten, dritter; vierte, vierten, vierter;"
        "fünfte, fünften, fünfter; sechste, sechsten, sechster; siebte, siebten, siebter; achte, achten, achter;"
        "neunte, neunten, neunter; zehnte, zehnten, zehnter; elfte, elften, elfter; zwölfte, zwölften, zwölfter;"
        "dreizehnte, dreizehnten, dreizehnter; vierzehnte, vierzehnten, vierzehnter; fünfzehnte, fünfzehnten,"
        "fünfzehnter;"
        "sechzehnte, sechzehnten, sechzehnter; siebzehnte, siebzehnten; achtzehnte, achtzehnten; neunzehnte,"
        "neunzehnten;"
        "zwanzigste, zwanzigsten, zwanzigster; einundzwanzigste, einundzwanzigsten, einundzwanzigster;"
        "zweiundzwanzigste, zweiundzwanzigsten; dreiundzwanzigste, dreiundzwanzigsten; vierundzwanzigste,"
        "vierundzwanzigsten;"
        "fünfundzwanzigste, fünfundzwanzigsten; sechsundzwanzigste, sechsundzwanzigsten; siebenundzwanzigste,"
        "siebenundzwanzigsten;"
        "achtundzwanzigste, achtundzwanzigsten; neunundzwanzigste, neunundzwanzigsten; dreißigste, dreißigsten,"
        "dreißigster;"
        "einunddreißigste, einunddreißigsten"
    ),
    ordinal_suffixes="te, ten, ter, ste, sten, ster",
    units={
        "day": "Tag, Tage, Tagen, Tages, Kalendertage, Kalendertagen",
        "working_day": "Werktag, Werktage, Werktagen, Arbeitstag, Arbeitstage, Arbeitstagen, Bankarbeitstage,"
        "Bankarbeitstagen",
        "week": "Woche, Wochen",
        "month": "Monat, Monate, Monaten, Monats",
        "quarter": "Quartal, Quartale, Quartals",
        "year": "Jahr, Jahre, Jahren, Jahres",
        "hour": "Stunde, Stunden, h, Std",
    },
    relative_days={
        0: "heute, heutigen, heute Morgen, heute früh, heute Abend, heute Nachmittag, heute Vormittag, soeben,"
        "gerade eben,"
        "am heutigen Tag, heutigen Tages",
        1: "morgen, morgen früh, morgen Nachmittag, morgen Vormittag, morgen Abend, morgigen, morgigen Tag,"
        "am nächsten Tag",
        2: "übermorgen, uebermorgen",
        -1: "gestern, gestern Abend, gestern Morgen, gestrigen, gestern Nachmittag, am Vortag, vergangenen Tag",
        -2: "vorgestern",
    },
    phrases={
        "next": "nächste, nächsten, nächster, nächstes, nächstem, kommende, kommenden, kommender, kommendes,"
        "kommendem, folgende,"
        "folgenden, darauffolgende, darauffolgenden, bevorstehenden, naechste, naechsten, naechster",
        "coming": "kommende, kommenden, kommender, kommendes, kommendem, bevorstehenden",
        "about_the": "um den, gegen den",
        "long_since": "seit, seit dem, seit der",
        "second_next": "übernächste, übernächsten, übernächster, nach dem nächsten, nach der nächsten",
        "last": "letzte, letzten, letzter, letztes, letztem, vergangene, vergangenen, vergangener, vorige, vorigen,"
        "voriger,"
        "vorherige, vorherigen",
        "this": "diese, diesen, dieser, dieses, diesem, laufende, laufenden, laufender, aktuelle, aktuellen, jetzigen",
        "instant": "dieses Monats, des Monats, d.M., des laufenden Monats, diesen Monats, lfd. Monats",
        "in": "in, in etwa, in ca, in den, in rund",
        "within": "innerhalb von, binnen, innerhalb, innert, innerhalb der nächsten, spätestens in, in spätestens",
        "ago_before": "vor, vor etwa, vor ca, vor rund",
        "ago_after": "zuvor, her",
        "from_now": "später, ab jetzt, ab heute, von jetzt an",
        "before": "vor dem, vorm",
        "by": "bis spätestens, spätestens, spätestens am, bis zum, bis spätestens zum, spätestens bis,"
        "spätestens bis zum, zum,"
        "spätestens zum, per",
        "until": "bis, bis einschließlich, bis einschl, bis inkl, bis zum einschließlich",
        "after": "nach, nach dem",
        "since": "seit, seit dem, ab, ab dem, von, beginnend am",
        "from": "zwischen, zwischen dem",
        "to": "-",
        "and": "und, u",
        "the": "am, den, der, dem, das, zum Datum",
        "a": "ein, eine, einer, einem, einen",
        "of": "des, im, von der, im Monat, im Monat der",
        "of_the": "vom",
        "on": "im, gegen, um den, um, circa, ca, etwa, voraussichtlich, Datum, für, an",
        "inclusive": "einschließlich, inklusive, inkl",
        "begin": "Anfang, Beginn, zu Beginn, Anfang des, zum Anfang",
        "middle": "Mitte, Mitte des",
        "end": "Ende, gegen Ende, zum Ende, am Ende, Ende des",
        "week_number": "KW, Kalenderwoche",
        "number": "Nr, Nummer",
        "few": "einigen, einige, wenigen",
        "all_week": "im Laufe der Woche, unter der Woche, im Laufe dieser Woche, noch in dieser Woche",
        "all_month": "im Laufe des Monats, im Laufe dieses Monats",
        "each": "jeden, jede, jedes, pro, je",
        "end_of_month": "Monatsende, Ende des Monats, zum Monatsende, Ende dieses Monats, zum Ende des Monats,"
        "am Monatsende,"
        "Ende Monat, bis Monatsende, zum Ende dieses Monats, Ultimo",
    },
    not_dates="guten Morgen, guten Tag, schönen Tag, schönen Tag noch, schöne Woche, Tag für Tag, jeden Tag,"
    "am Ende, letzten Endes,"
    "bis heute, nächsten Zeit, letzte Mahnung, Tage überfällig, auf Tag und Nacht, eines Tages, diese Tage,"
    "schönen Sonntag",
    dotted_days=True,
    stop_words="der, die, das, und, ist, sind, wir, sie, ich, nicht, ein, eine, einen, zu, zur, zum, mit, von, den,"
    "dem, des, für, auf,"
    "im, in, an, am, bei, haben, hat, wird, werden, wurde, bitte, danke, ihre, ihr, ihnen, unser, unsere, uns, auch,"
    "noch, nur, aus,"
    "hallo, sehr, es, er, als, wie, aber, oder, wenn, dass, kein, keine, bis, nach, vor, bereits, schon, mir, mein,"
    "sich, kann, war",
    unmistakable="bezahlt, überwiesen, Rechnung, Rechnungen, Überweisung, Zahlung, Mahnung, bereits, grüße, danke,"
    "ja, nein, heute,"
    "gezahlt, beglichen, Rechnungskopie, erledigt, Konto, bitte, Betrag, Gutschrift, Raten, Lieferung,"
    "Zahlungserinnerung",
    currencies={
        "EUR": "Euro, Euros, EUR, T€",
        "CHF": "Franken, Schweizer Franken, CHF, SFr",
        "USD": "Dollar, Dollars, US-Dollar",
        "GBP": "Pfund, britische Pfund",
    },
    scales={100: "hundert", 1000: "tausend, k, TEUR", 1000000: "Million, Millionen, Mio"},
    invoice_words="Rechnung, Rechnungen, Rg, RE, Rechnungsnummer, Rechnungsnr",
    positions={
        "first": "die erste, die älteste, die älteste Rechnung, die ältere",
        "last": "die letzte, die neueste, die zweite, die neueste Rechnung, die jüngste",
        "other": "die andere, die anderen, die übrigen, die andere Rechnung, die anderen Rechnungen",
        "both": "beide, beide Rechnungen, die beiden, beiden Rechnungen",
        "all": "alle Rechnungen, sämtliche Rechnungen, alle offenen Rechnungen",
        "then": "bezahlt, beglichen, sind, ist, wurde, wurden",
        "but": "außer, bis auf",
    },
    frequencies={
        "weekly": "wöchentlich, pro Woche, jede Woche, Wochenraten, wöchentliche, wöchentlichen",
        "monthly": "monatlich, pro Monat, jeden Monat, Monatsraten, monatliche, monatlichen, im Monat, mtl",
        "quarterly": "vierteljährlich, pro Quartal, quartalsweise, Quartalsraten",
    },
    parts="Raten, Teilzahlungen, Monatsraten, Teilbeträgen, Zahlungen, monatlichen Raten, gleichen Raten, Teilbeträge",
    methods={
        "transfer": "Überweisung, überwiesen, überweisen, Banküberweisung, Zahlungslauf, SEPA",
        "cheque": "Scheck, Verrechnungsscheck",
        "card": "Karte, Kreditkarte, EC-Karte",
        "direct_debit": "Lastschrift, abgebucht, eingezogen, Einzug, Lastschriftverfahren, SEPA-Lastschrift",
        "cash": "bar, Bargeld, in bar",
    },
    contact_cues="wenden Sie sich an, kontaktieren Sie, schreiben Sie an, Ansprechpartner ist,"
    "Ansprechpartnerin ist, Vertretung,"
    "Nachfolger ist, Nachfolgerin ist, vertreten durch, richten an, melden Sie sich bei, Vertretung ist, Kontakt,"
    "an meine Kollegin,"
    "an meinen Kollegen, vertritt mich, zuständig ist, Vertreter ist, wenden an",
    reference_cues="Referenz, Ref, Ref., Verwendungszweck, Nr, Nummer, Scheck-Nr, Transaktionsnummer,"
    "Auftragsnummer, TAN",
    titles="herr, herrn, frau, dr, prof, mag, ra",
)
