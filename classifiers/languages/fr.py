"""French words for dates, amounts, invoices and payments."""

from classifiers.languages.vocabulary import Language, numbered

LANGUAGE = Language(
    code="fr",
    months=(
        "janvier, janv, jan",
        "février, févr, fév, fev",
        "mars",
        "avril, avr",
        "mai",
        "juin",
        "juillet, juil, juill",
        "août, aou",
        "septembre",
        "octobre, oct",
        "novembre, nov",
        "décembre, déc",
    ),
    weekdays=(
        "lundi, lun",
        "mardi",
        "mercredi, mer, merc",
        "jeudi, jeu",
        "vendredi, ven, vend",
        "samedi, sam",
        "dimanche, dim",
    ),
    weak="mars, mai, mer, jeu, ven, dim, sam, lun, jan, nov",
    after_number={"sept": 9, "mar": 3},
    cardinals=numbered(
        "; deux; trois; quatre; cinq; six; sept; huit; neuf; dix, une dizaine de, une dizaine; onze;"
        "douze; treize; quatorze; quinze, une quinzaine de; seize; dix-sept; dix-huit; dix-neuf; vingt,"
        "une vingtaine de;"
        "vingt et un, vingt-et-une; vingt-deux; vingt-trois; vingt-quatre; vingt-cinq; vingt-six; vingt-sept;"
        "vingt-huit; vingt-neuf; trente, une trentaine de; trente et un"
    )
    | {40: "quarante", 45: "quarante-cinq", 50: "cinquante", 60: "soixante", 90: "quatre-vingt-dix"},
    ordinals=numbered(
        "premier, première; deuxième, second, seconde; troisième; quatrième; cinquième; sixième; septième; huitième;"
        "neuvième; dixième; onzième; douzième"
    ),
    ordinal_suffixes="er, ere, ère, e, eme, ème, nd, nde",
    units={
        "day": "jour, jours, journée, journées, jrs, jr",
        "working_day": "jours ouvrés, jour ouvré, jours ouvrables, jour ouvrable, jours francs",
        "week": "semaine, semaines, sem, hebdomadaire",
        "days:15": "quinzaine, quinzaines",
        "days:8": "huitaine",
        "month": "mois",
        "quarter": "trimestre, trimestres",
        "year": "an, ans, année, années",
        "hour": "h, heure, heures, heures ouvrées, h ouvrées",
    },
    relative_days={
        0: "aujourd'hui, ce jour, ce jour même, ce matin, cet après-midi, ce soir, ce midi, aujourdhui, ajd, auj,"
        "dans la journée, dans la matinée, dans l'après-midi, dans la soirée, tout à l'heure, à l'instant,"
        "en date de ce jour",
        1: "demain, le lendemain, lendemain, dès demain, jour suivant, le jour suivant, le jour d'après, demain matin,"
        "demain soir, demain après-midi",
        2: "après-demain, après demain, surlendemain",
        -1: "hier, hier soir, hier matin, hier après-midi, la veille, le jour d'avant, le jour précédent",
        -2: "avant-hier, avant hier, avant-hier soir",
    },
    phrases={
        "next": "prochain, prochaine, prochains, prochaines, suivant, suivante, suivants, suivantes, d'après,"
        "qui vient,"
        "à venir, qui arrive, qui suit",
        "coming": "qui vient, qui arrive",
        "about_the": "vers le, autour du, aux alentours du, aux environs du",
        "long_since": "depuis, depuis le, depuis la",
        "last": "dernier, dernière, derniers, dernières, passé, passée, passés, passées, précédent, précédente,"
        "écoulé, écoulée, d'avant",
        "this": "ce, cette, cet, en cours, courante, présent",
        "instant": "courant, du mois, de ce mois, du mois en cours, du mois courant, crt",
        "in": "dans, d'ici à, comptez, d'ici environ, dans environ, dans un délai de, dans les, dans le délai de,"
        "sous environ",
        "within": "sous, d'ici, sous un délai de, endéans, au plus tard dans, au plus tard sous,"
        "dans un délai maximum de,"
        "dans un délai maximal de, dans les",
        "ago_before": "il y a, voici, voilà, ça fait, cela fait, y a",
        "ago_after": "plus tôt, auparavant",
        "from_now": "plus tard, à compter d'aujourd'hui",
        "before": "avant, avant le, avant la, avant les",
        "by": "au plus tard, au plus tard le, pour, pour le, d'ici au, d'ici le, d'ici la",
        "until": "jusqu'au, jusqu'à, jusque, jusqu'en, jusqu'à la, jusqu'aux",
        "after": "après, après le, passé le, au-delà du, après la, postérieurement au",
        "since": "à partir de, à partir du, à compter du, à compter de, dès, dès le, dès la",
        "from": "entre, entre le",
        "to": "à, aux",
        "to_the": "au",
        "and": "et",
        "the": "le, date du, en date du, le jour du",
        "a": "un, une",
        "of": "de, d, du mois de, du mois d, au mois de, au mois d, de la, de l, des, courant, mois de, mois d",
        "of_the": "du",
        "on": "en, vers, vers le, aux alentours du, autour du, environ, vers la, vers les, à peu près,"
        "courant du mois de",
        "inclusive": "inclus, compris, inclusivement",
        "begin": "début, au début, tout début, en début, commencement, au début du mois, début du mois",
        "middle": "mi, milieu, au milieu, en milieu, courant du milieu, milieu du mois",
        "end": "fin, en fin, à la fin, la fin, toute fin, fin du mois",
        "week_number": "semaine n, semaine no, semaine numéro, s",
        "number": "n, no, numéro",
        "few": "quelques",
        "all_month": "dans le mois, dans le courant du mois",
        "all_week": "dans la semaine, dans le courant de la semaine, courant de semaine, courant de la semaine",
        "each": "chaque, tous les, toutes les, par",
        "end_of_month": "fdm, fin de mois, fin du mois, à la fin du mois, la fin du mois, la fin de mois,"
        "en fin de mois,"
        "fin du mois courant, fin de ce mois",
    },
    not_dates="bonne journée, bonne semaine, bonne fin de semaine, bonne fin de journée, jour après jour,"
    "tous les jours,"
    "mise à jour, à jour, un jour, chaque jour, à ce jour, au jour le jour, un de ces jours, date limite,"
    "à la fin des fins, en fin de compte, le six, la une, en avril ne te découvre, planète mars, sur mars,"
    "de nos jours,"
    "le jour où, ces derniers temps, ces jours-ci, ces derniers jours, en retard de, bon dimanche, bon week-end,"
    "le dernier jour, dernier rappel, d'un jour à l'autre, jours de retard, jour de retard, mois de retard,"
    "semaines de retard, semaine de retard",
    stop_words="le, la, les, des, du, de, un, une, et, est, sont, nous, vous, je, il, elle, on, ne, pas, que, qui,"
    "ce, cette, pour,"
    "par, sur, avec, dans, votre, notre, vos, nos, mon, ma, mes, au, aux, a, ai, avons, avez, été, bien, merci,"
    "bonjour,"
    "mais, ou, où, si, sans, car, donc, en, y, se, sa, son, ses, leur, être, fait, faire, plus, déjà, sera, cf, ok,"
    "sous,"
    "suite, encore, puis, comme, tout, aucun, svp, via, dont, lors, dès, afin, jusqu, entre, depuis, j, c, d, l, n, qu",
    unmistakable="réglé, réglée, réglées, réglés, payé, payée, payées, virement, facture, factures, déjà,"
    "cordialement, bonjour,"
    "bonsoir, salut, échéance, relance, règlement, reçu, paiement, chèque, svp, avoir, litige, demain, vendredi,"
    "lundi, mardi,"
    "merci, échéancier, comptable, virt, cdt, bjr, slt, impayé, envoyé, attente, semaine, mois, jour, jours, désolé,"
    "oui, voir, payer, reste, régler, réglons, montant, facturation, client, compte, courrier",
    currencies={
        "EUR": "euro, euros, eur",
        "CHF": "franc suisse, francs suisses, francs, franc, chf, sfr, frs",
        "USD": "dollar, dollars, dollars américains",
        "GBP": "livre, livres, livres sterling, livre sterling",
    },
    scales={100: "cent, cents", 1000: "mille, k", 1000000: "million, millions"},
    invoice_words="facture, factures, fact, facturation, échéance, pièce",
    positions={
        "first": "la première, la plus ancienne, la plus vieille, première facture, l'ancienne",
        "last": "la dernière, la plus récente, la deuxième, la seconde, dernière facture",
        "other": "l'autre, les autres, l'autre facture, les autres factures, le reste des factures",
        "both": "les deux, les deux factures, les 2, les 2 factures, toutes les deux, ces deux factures,"
        "vos deux factures",
        "all": "toutes les factures, toutes vos factures, la totalité des factures, l'ensemble des factures, tout est,"
        "l'ensemble de vos factures, toutes ces factures, toutes réglées, ces factures",
        "then": "réglée, réglées, payée, payées, contestée, contestées, soldée, soldées, seront, sera, restent,"
        "reste, restantes, ouvertes, concernées, partent, partiront",
        "but": "sauf, hormis, à l'exception de, excepté",
    },
    frequencies={
        "weekly": "par semaine, chaque semaine, hebdomadaire, hebdomadaires, hebdomadairement, toutes les semaines,"
        "/semaine",
        "monthly": "par mois, chaque mois, mensuel, mensuels, mensuelle, mensuelles, mensuellement, mensualité,"
        "mensualités,"
        "tous les mois, /mois, chaque fin de mois, chaque début de mois, sur * mois, le * de chaque mois",
        "quarterly": "par trimestre, chaque trimestre, trimestriel, trimestriels, trimestrielle, trimestrielles,"
        "tous les trimestres, /trimestre",
    },
    parts="fois, échéances, mensualités, versements, paiements, acomptes, tranches, règlements, virements,"
    "prélèvements,"
    "échéances mensuelles, chèques, traites",
    methods={
        "transfer": "virement, virements, viré, virée, vir, virmt, virt, sepa, swift, parti de la banque, notre banque,"
        "virer, virons, wire",
        "cheque": "chèque, chèques, chq",
        "card": "carte, carte bancaire, carte bleue, cb, carte de crédit, paiement en ligne",
        "direct_debit": "prélèvement, prélèvements, prélevé, prélevée, prlv",
        "cash": "espèces, liquide, en numéraire",
    },
    contact_cues="contacter, contactez, écrire à, écrivez à, adressez-vous à, adresser à, vous adresser à,"
    "remplacé par, remplacée par,"
    "remplacant, prendre contact avec, prenez contact avec, voir avec, voyez avec, joindre, s'adresser à,"
    "transmettre à,"
    "envoyer à, envoyez à, rapprocher de, nouvelle comptable, nouveau comptable, mon remplaçant, ma remplaçante,"
    "interlocuteur est,"
    "interlocutrice est, adresser à, repris par, reprise par, adressez vos factures à, ma collègue, mon collègue,"
    "cédé, cédée, succède,"
    "tourner vers, tournez-vous vers, mon successeur",
    reference_cues="réf, référence, ref, réf., n°, numéro, no, sous le numéro, transaction, ordre, id, bordereau,"
    "libellé, motif",
    titles="m, mme, mlle, monsieur, madame, mademoiselle, maître, me, mr, dr, docteur",
)
