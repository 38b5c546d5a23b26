"""Dutch words for dates, amounts, invoices and payments."""

from classifiers.languages.vocabulary import Language, numbered

LANGUAGE = Language(
    code="nl",
    months=(
        "januari, jan",
        "februari, feb, febr",
        "maart, mrt",
        "april, apr",
        "mei",
        "juni, jun",
        "juli, jul",
        "augustus, aug",
        "september, sept, sep",
        "oktober, okt",
        "november, nov",
        "december, dec",
    ),
    weekdays=(
        "maandag, ma, maan",
        "dinsdag, di, din",
        "woensdag, wo, woe, woens",
        "donderdag, do, don",
        "vrijdag, vr, vrij",
        "zaterdag, za, zat",
        "zondag, zo, zon",
    ),
    weak="ma, maan, di, din, wo, woe, woens, do, don, vr, vrij, za, zat, zo, zon, jan, mei",
    cardinals=numbered(
        "één; twee, paar, een paar; drie; vier; vijf; zes; zeven; acht; negen; tien, tiental; elf; twaalf; dertien;"
        "veertien; vijftien;"
        "zestien; zeventien; achttien; negentien; twintig; eenentwintig; tweeëntwintig; drieëntwintig;"
        "vierentwintig; vijfentwintig;"
        "zesentwintig; zevenentwintig; achtentwintig; negenentwintig; dertig; eenendertig"
    )
    | {40: "veertig", 45: "vijfenveertig", 50: "vijftig", 60: "zestig", 90: "negentig"},
    ordinals=numbered(
        "eerste; tweede; derde; vierde; vijfde; zesde; zevende; achtste; negende; tiende; elfde; twaalfde;"
        "dertiende; veertiende;"
        "vijftiende; zestiende; zeventiende; achttiende; negentiende; twintigste; eenentwintigste; tweeëntwintigste;"
        "drieëntwintigste;"
        "vierentwintigste; vijfentwintigste; zesentwintigste; zevenentwintigste; achtentwintigste;"
        "negenentwintigste; dertigste;"
        "eenendertigste"
    ),
    ordinal_suffixes="e, de, ste",
    units={
        "day": "dag, dagen, kalenderdagen, daags",
        "working_day": "werkdag, werkdagen, bankwerkdagen",
        "week": "week, weken, werkweek",
        "month": "maand, maanden",
        "quarter": "kwartaal, kwartalen",
        "year": "jaar, jaren",
        "hour": "uur, uren, u",
    },
    relative_days={
        0: "vandaag, vanmorgen, vanochtend, vanmiddag, vanavond, heden, deze ochtend, zojuist, vannacht, deze middag",
        1: "morgen, morgenochtend, morgenmiddag, morgenavond, de volgende dag, volgende dag, morgen ochtend,"
        "de dag erna",
        2: "overmorgen",
        -1: "gisteren, gisteravond, gistermiddag, gisterenavond, gisterochtend, gister, de vorige dag,"
        "de laatste dag, laatste dag, vorige dag",
        -2: "eergisteren",
    },
    phrases={
        "next": "volgende, volgend, komende, komend, aankomende, aankomend, eerstvolgende, aanstaande, aanstaand,"
        "aanst, a.s., daaropvolgende",
        "coming": "komende, komend, aankomende, aankomend, eerstvolgende, aanstaande, aanst, a.s.",
        "about_the": "rond de, omstreeks de",
        "long_since": "sinds, sedert",
        "second_next": "na volgende, na de volgende, daarna",
        "last": "vorige, vorig, afgelopen, laatste, voorbije, jongstleden, jl., verleden, deze afgelopen",
        "this": "deze, dit, huidige, huidig, lopende",
        "instant": "dezer, van deze maand, van de maand, van de lopende maand",
        "in": "over, over ongeveer, over een kleine, over circa",
        "within": "binnen, binnen nu en, binnen de, uiterlijk binnen, binnen een termijn van",
        "ago_after": "geleden, terug, eerder",
        "from_now": "later, vanaf nu, vanaf vandaag, na vandaag, nadien",
        "before": "vóór, voor, vóór de, voor de",
        "by": "uiterlijk, uiterlijk op, tegen, ten laatste, ten laatste op, uiterlijk tegen, op zijn laatst",
        "until": "tot, tot en met, t/m, tot aan",
        "after": "na, na de",
        "since": "sinds, vanaf, met ingang van, per, startend, vanaf de, sedert, beginnend",
        "from": "tussen, van",
        "to": "t/m",
        "and": "en",
        "the": "de, op, op de, d.d., dd, het, den",
        "a": "een",
        "of": "van, van de, in de maand, van de maand, van het, in, van dit",
        "of_the": "vd",
        "on": "in, rond, omstreeks, ongeveer, voor, in de, rond de, circa, ergens in",
        "inclusive": "inclusief, incl",
        "begin": "begin, aan het begin, in het begin, het begin",
        "middle": "midden, half, medio",
        "end": "eind, einde, aan het eind, aan het einde, ultimo, het einde, het eind, eind van de, einde van de",
        "week_number": "weeknummer, week nr, wk",
        "number": "nr, nummer",
        "few": "enkele, enige",
        "all_week": "in de loop van de week, in de week, deze week, in de loop van deze week, later deze week",
        "all_month": "in de loop van de maand, later deze maand, in de loop van deze maand",
        "each": "elke, iedere, per, elk, ieder",
        "end_of_month": "eind van de maand, einde van de maand, het einde van de maand, eind deze maand, maandeinde,"
        "einde maand,"
        "het eind van de maand, eind van deze maand, einde van deze maand, einde deze maand, eind maand",
    },
    not_dates="goedemorgen, goede morgen, goedendag, goede dag, fijne dag, prettige dag, goede week, je maand,"
    "dag na dag, dag in dag uit, elke dag,"
    "dagen te laat, van de dag, iedere dag, fijne week, goedendag, mei-vakantie, laatste herinnering, ooit een dag,"
    "vandaag de dag, goede week gewenst,"
    "deze dagen, fijn weekend, prettig weekend",
    bare_day="ordinal",
    stop_words="de, het, een, en, van, is, zijn, wij, we, u, ik, niet, dat, die, dit, op, te, in, met, voor, aan,"
    "om, door, bij, naar, uit, hebben,"
    "heeft, heb, wordt, worden, werd, uw, ons, onze, mijn, je, jullie, ook, nog, maar, als, geen, er, al, graag,"
    "bedankt, dank, groet, met,"
    "vriendelijke, groeten, hallo, beste, kan, kunnen, zal, zullen, was, reeds, dan, of, want, omdat, deze, over,"
    "hij, zij, ze, meer, wel",
    unmistakable="betaald, betaal, betalen, volgende, factuur, facturen, betaling, bedankt, groet, groeten,"
    "overgemaakt, overschrijving, al,"
    "reeds, herinnering, morgen, ja,"
    "voldaan, gisteren, vandaag, rekening, ontvangen, termijnen, bedrag, betaalt, creditnota, geboekt, dank, sorry,"
    "incasso",
    currencies={
        "EUR": "euro, euros, euro's, eur",
        "USD": "dollar, dollars, amerikaanse dollar",
        "GBP": "pond, ponden, pond sterling",
        "CHF": "frank, franken, zwitserse frank, zwitserse franken, chf",
    },
    scales={100: "honderd", 1000: "duizend, k", 1000000: "miljoen, mln"},
    invoice_words="factuur, facturen, fact, factuurnummer, nota",
    positions={
        "first": "de eerste, de oudste, de eerste factuur, de oudste factuur",
        "last": "de laatste, de nieuwste, de tweede, de tweede factuur, de laatste factuur, de meest recente",
        "other": "de andere, de overige, de andere factuur, de overige facturen",
        "both": "beide, beide facturen, allebei",
        "all": "alle facturen, al uw facturen, alle openstaande facturen",
        "then": "betaald, zijn, worden",
        "but": "behalve, uitgezonderd, op na",
    },
    frequencies={
        "weekly": "wekelijks, wekelijkse, per week, elke week",
        "monthly": "maandelijks, maandelijkse, per maand, elke maand, iedere maand",
        "quarterly": "per kwartaal, elk kwartaal, driemaandelijks",
    },
    parts="termijnen, delen, keer, betalingen, maandelijkse termijnen, gelijke termijnen, maandtermijnen",
    methods={
        "transfer": "overschrijving, overgemaakt, overboeking, overgeschreven, overmaken, sepa, overgeboekt",
        "cheque": "cheque",
        "card": "kaart, creditcard, pinpas, gepind",
        "direct_debit": "domiciliëring, automatische incasso, incasso, afgeschreven",
        "cash": "contant, cash",
    },
    contact_cues="contact opnemen met, neem contact op met, contacteer, wend u tot, schrijf naar, vervangen door,"
    "mailen naar, stuur naar,"
    "contactpersoon is, mijn collega, mijn opvolger is, mijn vervanger is, opvolger, vervanger, richten aan,"
    "te richten aan, bereiken via, mail naar",
    reference_cues="ref, referentie, kenmerk, nummer, nr, omschrijving, mededeling, betalingskenmerk",
    titles="dhr, mevr, mevrouw, meneer, de heer, mw, dr, drs, ir, heer",
)
