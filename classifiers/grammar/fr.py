"""What the rules must know of French beside the cues."""

from classifiers.grammar.grammar import OPEN_DAYS, Grammar

GRAMMAR = Grammar(
    classes={
        "PAID": "payé payée payés payées payee réglé réglée réglés réglées soldée soldés soldées acquitté acquittée "
        "acquittés "
        "acquittées lettré lettrée lettrés apuré apurée crédité créditée crédités viré virée virés virées honoré "
        "honorée honorés honorées versé versée versés versées",
        "PAYS": "paye regle verse vire honore",
        "TOPAY": "payer régler solder acquitter honorer virer verser débourser",
        "WILLPAY": "paierai paiera paierons paieront paierez payerai payera payerons payeront réglerai réglera "
        "réglerons régleront "
        "solderai soldera solderons solderont virerai virera virerons verserai verserons versera acquitterai "
        "acquitterons "
        "acquittera honorerai honorerons honorera",
        "PAY": "paie paies paient payons réglons virons versons soldons acquittons honorons règlent",
        "PAYMENT": "virement virements règlement règlements paiement paiements versement versements payement "
        "mandatement",
        "BILL": "facture factures facturette",
    },
    accented={"dû": "dû", "à": "à", "facturés": "facturé", "facturé": "facturé", "retraité": "retraité",
    "soldé": "PAID", "règle": "PAY", "paie": "PAY", "verse": "PAY"},
    wider={**OPEN_DAYS, "PAID": "PAID PAYS", "PAY": "PAY PAYS", "à": "à a"},
    spellings={
        "virmt": "virement", "virt": "virement", "vir": "virement", "vrt": "virement", "rglt": "reglement",
        "regl": "reglement",
        "rgt": "reglement", "reglt": "reglement", "fact": "facture", "fac": "facture", "ech": "echeance",
        "qd": "quand",
        "pr": "pour", "ds": "dans", "tt": "tout", "pb": "probleme", "pbl": "probleme", "pblm": "probleme",
        "chq": "cheque",
        "cheq": "cheque", "compta": "comptabilite", "bcp": "beaucoup", "dsl": "desole", "rdv": "rendez",
        "sa": "ca", "j": "j'",
        "jai": "ai", "jsuis": "suis", "jpeux": "peux", "jpeu": "peux", "peu": "peux", "cest": "est", "fo": "faut",
        "svp": "svp",
        "vs": "vous", "ns": "nous", "ok": "ok", "tjs": "toujours", "tjrs": "toujours", "ajd": "aujourd'hui",
        "bl": "bl",
        "banq": "banque", "treso": "tresorerie", "cmd": "commande", "cde": "commande", "aurais": "aurais",
        "pm": "mois", "recu": "recu",
    },
    macros={
        "THE": "le la les l' ce cet cette ces un une des du de d' au aux",
        "YOUR": "votre vos",
        "WE": "nous je on j' moi",
        "HAVE": "ai avons a ont as",
        "IS": "est sont",
        "BEEN": "été",
        "GOODS": "marchandise marchandises commande commandes livraison livraisons matériel matériels produit "
        "produits article "
        "articles colis palette palettes machine machines pièce pièces équipement équipements prestation "
        "prestations travaux "
        "chantier intervention service services appareil appareils cartons carton fournitures",
        "BROKEN": "cassé cassée cassés cassées défectueux défectueuse défectueuses abîmé abîmée abîmés abîmées "
        "endommagé endommagée "
        "endommagés endommagées pourri pourrie pourris inutilisable inutilisables hs",
        "WILLBE": "sera seront",
        "n": "deux trois quatre cinq six sept huit neuf dix douze vingt_quatre 2 3 4 5 6 7 8 9 10 12 18 24 quelques",
        "be_paid": "être_PAID BEEN_PAID",
        "have": "HAVE avait avaient vient_d' viens_d' venons_d'",
        "recently": "vient viens venons viennent",
        "sent": "envoyé envoyée envoyés envoyées adressé adressée adressés adressées posté postée postés transmis "
        "expédié expédiés "
        "déposé déposés remis parti partie partis parties émis émise émises effectué effectuée effectués effectuées "
        "exécuté "
        "exécutée exécutés exécutées fait faite faits faites passé passée passés passées ordonné ordonnée "
        "initié débité débitée débités réalisé réalisée réalisés",
        "done": "effectué effectuée effectués effectuées exécuté exécutée exécutés exécutées fait faite faits émis "
        "émise passé "
        "passés envoyé envoyés réalisé réalisés parti partis ordonné débité débités",
        "money": "PAYMENT chèque chèques prélèvement prélèvements traite lcr acompte solde argent somme montant",
        "want": "pouvez_vous pourriez_vous pouvez pourriez merci_de merci_d' veuillez peux_tu pourrais_tu "
        "vous_pourriez "
        "voulez_vous je_voudrais nous_voudrions nous_souhaitons je_souhaite nous_souhaiterions je_souhaiterais "
        "j'_aimerais "
        "nous_aimerions on_aimerait il_nous_faudrait il_me_faudrait il_faudrait il_nous_faut il_me_faut il_faut "
        "j'_ai_besoin "
        "nous_avons_besoin on_a_besoin il_nous_manque il_me_manque il_manque serait_il_possible_de "
        "serait_il_possible_d' "
        "est_il_possible_de est_il_possible_d' possible_de possible_d' vous_serait_il_possible_de "
        "vous_serait_il_possible_d' "
        "dans_l'_attente_de en_attente_de en_attente_d' j'_attends nous_attendons on_attend besoin_de besoin_d' svp "
        "demander_de demander_d' demande_de demandons_de remercie_de remercions_de gré_de gré_de_bien_vouloir",
        "send": "envoyer renvoyer transmettre retransmettre faire_parvenir adresser fournir joindre communiquer "
        "donner "
        "faire_suivre expédier réexpédier passer rééditer remettre redonner mettre_à_disposition obtenir avoir "
        "recevoir "
        "m'_envoyer nous_envoyer me_renvoyer nous_renvoyer me_transmettre nous_transmettre me_faire_parvenir "
        "nous_faire_parvenir m'_adresser nous_adresser me_fournir nous_fournir nous_communiquer me_communiquer "
        "nous_passer "
        "me_passer me_donner nous_donner les_renvoyer la_renvoyer l'_envoyer la_joindre déposer redéposer",
        "sendme": "envoyez renvoyez transmettez adressez envoyez_moi envoyez_nous renvoyez_moi renvoyez_nous "
        "transmettez_moi "
        "transmettez_nous envoie renvoie envoie_moi renvoie_moi",
        "doc": "copie duplicata double relevé relevé_de_compte relevés bon_de_commande bon_de_livraison "
        "bons_de_livraison bl rib iban "
        "coordonnées_bancaires facture factures BILL preuve_de_livraison pv pv_de_réception justificatif "
        "justificatifs attestation "
        "kbis extrait_de_compte détail_des_factures détail pod bordereau contrat devis_signé décompte état_de_compte "
        "compte_rendu copies duplicatas émargé attestation_fiscale références_bancaires numéro_de_commande",
        "cantpay": "pouvons_pas_TOPAY pouvons_plus_TOPAY peux_pas_TOPAY peux_plus_TOPAY peut_pas_TOPAY "
        "peut_plus_TOPAY",
        "delay": "délai délais délai_supplémentaire délai_de_paiement délais_de_paiement report sursis "
        "report_d'_échéance "
        "délai_de_PAYMENT délais_de_PAYMENT moratoire prolongation facilité facilités facilités_de_PAYMENT "
        "facilité_de_PAYMENT",
    },
    fillers="bien déjà donc également aussi enfin effectivement justement simplement intégralement totalement "
        "entièrement "
    "immédiatement directement malheureusement normalement sincèrement vraiment évidemment clairement formellement "
    "bel "
    "récemment rapidement évidement certes absolument dûment précédemment dernièrement hélas apparemment désormais "
    "actuellement finalement parfaitement ensuite alors visiblement manifestement officiellement complètement",
    before_days="le la l' ce",
    auxiliaries="ai a avons ont as avez est sont ete",
    negators="ne n' pas jamais aucun aucune ni non sans guère nullement point rien",
    not_negative="pas de souci, pas de soucis, pas de problème, aucun problème, aucun souci, sans faute, sans "
        "souci, sans problème, "
    "ne vous inquiétez pas, n' hésitez pas, pas plus tard, sans tarder, sans délai, sans plus attendre, "
    "n' ayez crainte, non seulement, sans attendre, ne manquerons pas, ne manquerai pas, ne tardera pas, ne saurait "
    "tarder, "
    "sans retard, ne t' inquiète pas, t' inquiète pas, n' est ce pas, point final, à ce point, bon point, faire le "
    "point, "
    "un point, le point, rien à dire, rien à signaler, non contestée, non contesté, sans autre retard, pas d' "
    "inquiétude, "
    "je n' avais pas vu, nous n' avions pas vu, n' avais pas vu, pas seulement, ne vous en faites pas, pas reçu de "
    "réponse",
    neutral="regarder/consulter/vérifier vos/votre relevés/relevé/comptes/compte, vos relevés/comptes/écritures/"
        "encaissements/livres, votre relevé/relevés bancaire/bancaires, sauf erreur de/d' notre/ma/votre part, sauf "
        "erreur ou omission, sauf erreur, merci de pointer, par erreur de notre part, dernier avis, "
    "mise en demeure, rappel de PAYMENT, relance de PAYMENT, date de PAYMENT, délai de PAYMENT dépassé, conditions "
    "de PAYMENT, "
    "service PAYMENT, moyens/moyen/mode de PAYMENT, contestation possible, vider mon compte, rendre compte, compte "
    "rendu, tenir compte, "
    "à mon/votre/notre compte, me rends compte, se rend compte, service client, en fin de compte, prendre/pris en "
    "compte",
    asking="comment, pourquoi, combien, est ce que, quand est ce, quel/quelle/quels/quelles est/sont, où en, où est/"
        "sont, "
    "savez vous, peux tu, pouvez vous, pourriez vous, avez vous, qui est",
    elsewhere="ma/nouvelle carte bancaire/bleue, distributeur, taux de change, réunion, rendez vous médical",
    conditions="si lorsque s'il s'ils",
    unreal="il me semble, presque sûr/certain/certaine que, je crois que, aurait/auraient dû, aurions/aurais dû, "
        "devait/devaient/devions être, devrait/devraient avoir, aurait/auraient pu, "
    "était/étaient censé/censée/censés/censées, devait/devaient partir, pensais/pensions/croyais/croyions avoir, "
    "pensais/pensions/croyais l' avoir, pensait avoir, à la place de, au lieu de, avez vous PAID, as tu PAID, est "
    "ce que vous avez, "
    "vous avez PAID, vous avoir PAID, qu' il aurait, qu' elle aurait, nous aurions, aurions, faudrait que",
    ahead="sera seront va vais allons vont être doit doivent devra devrait devraient prévu prévue programmé "
        "programmée "
    "demain bientôt prochainement prochain prochaine",
    pending="dès quand lorsque tant jusqu' avant",
    takes_back="en avons pas besoin, en ai pas besoin, pas nécessaire, pas utile, inutile, plus nécessaire, plus "
        "besoin, "
    "non merci, pas la peine",
    third_party="notre/mon/nos/mes/un/leur/plusieurs client/clients, notre/mon fournisseur, notre/mon locataire, "
        "notre sous traitant",
    grave="décès, décédé/décédée, deuil, obsèques/enterrement, maladie, malade, hospitalisé/hospitalisée/"
        "hospitalisation, hôpital, "
    "cancer/avc/infarctus, opéré/opérée, incendie/inondation/inondé/sinistre/tempête/ravagé/détruit/brûlé, accident, "
    "burn out, burnout, arrêt maladie, perdu mon/ma mari/femme/père/mère/fils/fille/époux/épouse/associé, mort de",
    penalty="pénalité/pénalités/indemnité/indemnités/intérêts/majoration/majorations, frais de/fixes/forfaitaires, "
        "frais, 40 euros",
    orders="ignore/ignorez/oublie/oubliez .. instructions, instructions précédentes/antérieures, "
    "marque/marquez/classe/classez/passe/passez .. comme? PAID/soldé/réglée, "
    "assistant ia/virtuel/automatique, en tant qu' ia/assistant, système automatique, prompt, ligne système, note "
    "au robot/système/bot",
    courtesy="merci/bonjour/bonsoir/cordialement/salutations/bonne/journée/soirée/bien/à/vous/beaucoup/d'/avance/"
        "madame/monsieur/"
    "pour/votre/retour/message/réponse/parfait/super/excellente/week/end/et/de/cdt/bjr/salut/très/je/remercie/reçu/"
    "ok/c'/est/gentil",
    contrast="mais, l' autre moitié, et le reste, et le solde, le solde, le reste, le reliquat, par contre, en "
        "revanche, cependant, toutefois, néanmoins, pourtant, alors que, tandis que, quant à, quant aux, "
    "sauf que, car, parce que, puisque, c'est pourquoi, or, étant donné que, vu que, concernant, sachant que, merci "
    "de, "
    "du coup, bien que, malgré, suite à",
    turns="la seconde, la deuxième, la première, l' autre, les autres, la dernière, le second",
    joiners="et , : ou ; ( puis donc",
    subjects="WE il elle ils elles vous ce c' celle celui cela ça ci merci veuillez pouvez pourriez l'autre tu",
    denies_after=5,
    denies_before=2,
)  # fmt: skip
