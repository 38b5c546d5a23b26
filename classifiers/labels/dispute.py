"""'That is not right': the client contests something. The named invoices rest, the others go on.

Longer than other files because the cues of two languages stand here, one cue a line.
"""

from bot.core.acts import Act, Draft, Escalate, OpenDispute
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Open the dispute, give it to a person, and say that it arrived — or ask which invoice is meant."""
    reason = at.text("reason") or "other"
    known = bool(at.invoices)
    return [
        OpenDispute(reason, at.invoices, at.amount("disputed_amount")),
        Escalate("settle_dispute", f"dispute_{reason}"),
        Draft("dispute_received" if known else "which_invoice_disputed"),
    ]


FRENCH = lines(
    """
    conteste/contestons/contester/contestée/contesté/contestées/contestant
    contestation
    litige
    litigieuse/litigieuses/litigieux
    réclamation .. sur/concernant/déposée/facture/BILL
    désaccord
    !pas d'accord
    !pas du tout d'accord
    erreur de/d'/dans/sur .. facturation/BILL/facture/prix/quantité/tarif/montant/tva/calcul/saisie/taux
    ~erreur de/sur
    ~il y a .. erreur
    erreur .. votre/vos/part facture/BILL/montant
    doublon
    doublons
    facturé/facturée/facturés/facturées/prélevé/débité/comptée/compté/facturer deux/2 fois
    deux fois .. même/facturé/BILL
    facturé/facturée/facturés/facturez/facturiez au lieu
    facturé/facturez/facturée .. alors/devis/prévu/convenu/lieu
    au lieu de/des/d' AMOUNT
    AMOUNT .. au lieu de
    avoir de/d'un AMOUNT
    un/l'/cet/les/votre/des/vos/aucun/son/leur/d'un avoir .. {owed}
    un/cet/les/votre/notre/d'un/des/vos/aucun avoir/avoirs
    avoirs .. {owed}
    en attente .. avoir
    attente d'un/de/de_l'/des/d' avoir/avoirs
    attendons/attends/attend/attendre toujours? un/l'/votre avoir/avoirs
    attendons/attends/attend toujours un/l'/votre/notre avoir
    établir/faire/émettre/envoyer/émettez/obtenir/demande/demandons/demander/merci un/l'/d'un/notre avoir
    note/notes de crédit
    !pas/ne correspond/correspondent pas? .. commande/devis/convenu/réalité/prix/livré
    !pas/ne correspond/correspondent pas? .. bon/bdc/contrat/tarif/quantité/accord
    !correspond/correspondent pas/à
    !pas conforme/conformes/conformément
    non conforme/conformes/conformité
    trop cher/chère/élevé/élevée/perçu/facturé
    trop-perçu
    anormalement/excessif/excessive/abusif/abusive/abusives/abusifs/exagéré/exorbitant
    beaucoup trop
    surfacturé/surfacturation/surfacturée
    rembourser/remboursez/remboursement
    !{never} .. {recv} .. GOODS
    !GOODS .. {never} .. {recv}
    !{never} .. {recv} .. INVOICE GOODS
    !jamais venu/venus/venue/intervenu/passé/passés
    !technicien/personne/équipe/installateur/ouvrier/monteur/livreur .. pas/jamais venu/venue/passé/passée/présenté
    !{never} .. terminé/terminée/terminés/terminées/fini/finie/finis/achevé/achevée/achevés/finalisé/finalisée
    !{never} .. GOODS .. terminé/terminée/réalisé/réalisée
    non livré/livrée/livrés/livrées/terminé/terminés/terminée/réalisée/réalisé/reçu/reçus/fonctionnel/exécuté
    livraison incomplète/partielle/erronée/tardive
    incomplète/incomplet/incomplets
    manque/manquait/manquent/manquaient .. GOODS/cartons/colis/pièces/palettes/unités/bouteilles/mètres/INVOICE
    manquant/manquants/manquante/manquantes
    GOODS .. BROKEN
    BROKEN .. GOODS
    GOODS .. en panne/cassé/retourné/retournée/retournés/retournées/renvoyé
    en panne
    ~BROKEN
    !GOODS .. fonctionne/marche/marchent pas/toujours/plus
    !fonctionne/fonctionnent/marche toujours? pas
    fuit/fuite/fuites/rouille/rouillé/rayé/rayée/rayures
    retard de/dans livraison/GOODS
    livré/livrée/livrés/livrées .. retard
    livraison .. retard
    malfaçon/malfaçons/vice/vices/défaut/défauts/défectuosité/désordres
    réserves
    mal fait/faits/posé/exécuté/réalisé/réalisée/installé
    mauvaise qualité/référence/quantité/taille/couleur
    qualité .. laisse/médiocre/déplorable/mauvaise/pas
    !jamais commandé/demandé/signé/souscrit/sollicité/accepté/validé
    !pas/rien/jamais .. commandé
    !pas passé commande
    !aucune commande
    résilié/résiliée/résiliation
    annulé/annulée/annulées/annulation .. GOODS/contrat/abonnement/BILL
    GOODS .. annulé/annulée/annulées
    merci/veuillez/demande/demandons .. annuler
    taux .. tva/appliqué/bon
    tva .. erreur/erronée/incorrecte/bon/lieu/mauvais/pas
    prix .. {agreed}
    tarif .. {agreed}
    montant .. {agreed}
    devis .. {quoted}
    !montant/prix/tarif/quantité/total .. {wrong}
    {wrong} .. montant/prix/tarif/quantité
    facture/BILL/INVOICE .. erronée/incorrecte/fausse/inexacte/injustifiée/infondée
    !remise .. appliquée/apparaît/prise/déduite/promise/prévue/convenue/oubliée/manque/tenu
    ristourne
    geste .. AMOUNT/commercial/commande/%
    rabais
    !refusons/refuse/refusent .. pénalités/indemnité/frais/intérêts/indemnités/AMOUNT
    !{fees} .. {nofees}
    !{nofees} .. {fees}
    ne paierons/paierai/réglerons/réglerai .. {fees}
    numéro/n°/bon de commande/bc .. absent/manquant/manque/figure/erroné
    numéro de GOODS .. absent/manquant/manque/figure/erroné/apparaît
    bon de GOODS .. absent/manquant/manque/figure/erroné/apparaît
    numéro d'engagement .. absent/manquant/manque/erroné
    !sans numéro/n/bon/référence de? GOODS
    !sans numéro/n/bon/référence d'engagement
    facture/BILL/INVOICE .. rejetée/bloquée/refusée/retournée/suspendue
    rejetée/bloquée/refusée .. par/chez/chorus/car/en
    rejet .. BILL/chorus/INVOICE
    BILL rectificative/corrigée/rectifiée/modifiée
    corriger/rectifier/refaire/modifier/rééditer/rectification/corrigez .. BILL/facture/INVOICE
    correction/rectificatif
    prescrit/prescrite/prescription
    !ne vous dois/devons rien/pas
    !ne vous dois/devons .. AMOUNT/somme/rien
    !ne dois/devons rien/pas
    !vois pas ce .. dois/devons
    !comprends/comprenons pas .. AMOUNT/ligne/facturé/montant/facturation/correspond/prix
    injustifié/injustifiée/injustifiés/infondé/infondée/indu/indue/indues
    !paierai/paierons/réglerai/réglerons ce que j'ai/nous reçu
    !{never} .. tant que .. {fixed}
    tant que .. {fixed}
    tant que .. pas/n'
    bloqué/bloquée/bloquons/bloque/suspendu/suspendons .. PAYMENT/règlement/BILL/attendant/correction
    retourné/retournée/retournés/renvoyé/renvoyée/renvoyés GOODS/colis/marchandise
    retourné/renvoyé .. GOODS
    !n'est pas/plus dû/due
    !pas dû/due/dues
    !somme .. pas/n'est .. due
    engagé/engagés/tenu .. rien
    malentendu
    attendons/attends .. BILL rectificative/corrigée
    différence/écart .. AMOUNT/prix/quantité
    écart de/sur/entre/d'
    !pas reçu la/toute totalité
    !ne reconnais/reconnaissons pas
    fraude/arnaque/escroquerie .. GOODS/BILL
    !pas facturable/facturables/prévu/prévue/convenu
    !colle/cadre/va/tient/vont/collent pas
    !ça/ca ne va pas du tout
    promis/promise/promettait/offert/offerte .. GOODS/mois/transport/port/remise/installation/devait/devaient
    offerts/gratuit/gratuite/gratuits/gratuité .. GOODS/mois/transport/port/remise/installation/devait/devaient
    promis/promettait/annoncé/assuré/garanti .. gratuit/gratuité/offert/remise/geste/réduction/rabais/gratuitement
    pourquoi .. tva/AMOUNT/facturez/facturer/facturé/frais/payer/paierais/paierions
    double emploi
    négocié/négociée/convenu/convenus/accordé/entendus .. pas/et non/lieu/AMOUNT
    devait être gratuit/offert/remplacé/repris
    et/au non? pas AMOUNT
    en trop
    trop facturé/payé/perçu
    vous HAVE compté/facturé/oublié/livré/mis/appliqué/promis/envoyé .. lieu/trop/jamais/pas/alors
    vous HAVE compté/facturé/oublié/livré/mis/appliqué/promis/envoyé .. deux/gratuit/mauvais/mauvaise/remise
    vous HAVE facturé/compté
    vous nous/m' facturez
    facturez/comptez/facturé/compté .. alors que
    autoliquidation/exonéré/exonérés/exonération
    !sans intérêt/objet
    !sans rapport .. commande
    !lâcherai/lâcherons/débourserai/débourserons/verserai/donnerai .. avant/tant/sou/centime/euro
    !WILLPAY/PAY/TOPAY .. avant/tant que .. fini/terminé/réparé/livré/remplacé/corrigé
    !WILLPAY/PAY/TOPAY .. avant/tant que .. refait/repris/intervention/avoir/problème/résolu
    !jamais fini/finis/terminé/livré/installé/fait/faite/posé/réalisé/effectué/exécuté/réparé/rappelé/répondu
    GOODS .. tombé/tombée/tombe en panne
    panne/pannes
    inachevé/inachevée/inachevés
    reste/restent .. faire/terminer/livrer/installer/réparer
    abîmé/cassé/détérioré/détériorée/détériorés/moisi/moisie/périmé/périmés/périmée
    GOODS .. rendus/rendu/rendue/repris/reprise/retour/retournés
    retour/retours .. marchandise/produit/colis/avoir
    rendu/rendus/rendue .. GOODS
    avoir .. correspondant
    avoirs
    réception .. GOODS .. seulement/que/sur
    que/seulement {n} .. GOODS .. sur/reçu/livré
    {n} .. GOODS .. sur {n}
    {n} sur {n}
    !jamais rien commandé/signé/demandé/reçu
    !ne figuraient/figure/figurait pas .. contrat/cgv/devis/commande/accord/conditions/bon/cahier
    !ne prévoyait/prévoient/mentionne pas .. contrat/cgv/devis/commande/accord/conditions/bon/cahier
    !pas prévu/prévus/prévue .. contrat/cgv/devis/commande/accord/conditions/bon/cahier
    !pas dans/au le/notre contrat/devis/bon/accord
    hors/non prévu/prévus/compris contrat/devis
    merci/veuillez/retirez/retirer/annuler .. frais/ligne/pénalités/AMOUNT/lignes/majoration
    annulez/déduire/déduisez/corriger/enlever .. frais/ligne/pénalités/AMOUNT/lignes/majoration
    à déduire
    déduire/déduisez/déduction
    retenue/retenons/retiens .. AMOUNT/%
    suspendons/suspendu/suspends/gelons/bloquons/bloque le/la/les/tout/votre PAYMENT/règlement/facture
    cahier des charges
    bon de réception/livraison/commande .. indique/mentionne/différent
    mensonge/mensonger/trompé/trompés/tromperie/arnaqué/arnaqués/escroqué
    insatisfait/insatisfaits/mécontent/mécontents
    inadmissible/inacceptable/scandaleux/honteux
    !ne sommes/suis pas redevable/redevables/débiteur
    !pas redevable/redevables
    pas/plus abonné/client depuis
    erreur/anomalie/anomalies/problème/souci/incohérence .. facture/BILL/INVOICE/montant
    erreur/anomalie/anomalies/problème/souci/incohérence .. commande/livraison/prix/ligne/GOODS
    même facture/montant/prestation .. deux
    facture .. déjà .. annulée/créditée
    adresse/siret/nom/raison/entité .. erroné/erronée/faux/fausse/mauvais/incorrect/incorrecte
    mauvaise/mauvais entité/adresse/raison/siret/société/taux/tva/tarif/référence/modèle
    libellé/libellée au/à/incorrect/erroné
    sous garantie
    garantie
    alors que .. commande/devis/contrat/accord/convenu/prévu/garantie/gratuit/offert/tarif/bon/demandé/commandé/signé
    livré/livrée/livrés/reçu/envoyé .. alors que
    alors que WE .. avions/avons/avais/ai/devions/étions
    commande portait
    tarif appliqué
    merci/veuillez/faut/à .. corriger/rectifier/refaire/revoir/modifier
    à refaire/corriger/rectifier/revoir
    ancienne/mauvaise raison/adresse/dénomination
    dénoncé/résilié/résiliée/dénoncée .. contrat/abonnement/recommandé/lrar/courrier
    contrat/abonnement .. dénoncé/résilié/résiliée/terminé/terminée/échu
    !vois/comprends/comprenons pas .. pourquoi .. facturer/facturez/facturé/dois/devons/payer/TOPAY
    !vois pas pourquoi
    pourquoi .. payer/TOPAY/paierais/paierions/facturer/facturez/facturé
    c'est du vol/racket/n'importe
    vol manifeste
    du vol
    heures facturées/facturé .. pour
    facturé/facturée/facturées/facturés .. seulement/pour/lieu/or/quart/alors/contre/mais
    étonné/étonnée/surpris/surprise .. facture/BILL/montant/prix/recevoir
    ~| bravo
    ~félicitations pour
    ~merci pour le service
    n'acceptons/n'accepte pas
    !n'acceptons/n'accepte/accepte/acceptons pas .. frais/pénalité/pénalités/augmentation
    !n'acceptons/n'accepte/accepte/acceptons pas .. hausse/tarif/prix/facture/BILL
    AMOUNT et/au non? pas AMOUNT
    NUMBER et non/pas NUMBER
    AMOUNT .. et non/pas AMOUNT
    NUMBER au lieu de/des/d' NUMBER
    au lieu de/des/d' NUMBER
    différent/différente/différents de ce/celui/celle/la/le .. commande/devis/contrat/accord/convenu/prévu/garantie
    différent/différente/différents de ce/celui/celle/la/le .. gratuit/offert/tarif/bon/demandé/commandé/signé
    comporte .. erreur/erreurs
    contient .. erreur/erreurs
    erreur de/d'/dans/sur quantité/le/la/les/nombre
    !tant que .. n'/pas .. fourni/reçu/transmis/livré/corrigé/signé/réparé/terminé/établi
    !refusons/refuse .. tant que
    !refusons/refuse de TOPAY .. car/en l'état/cause/vu/tant/puisque/parce
    geste commercial
    dédommagement/dédommager/indemnisation/compensation .. retard/GOODS/préjudice
    préjudice
    s'écaille/décolle/rouille/moisi/craque/fissuré/fissures
    {n} mois de retard
    déçu/déçue/déçus
    tromperie
    {n} fois .. appelé/relancé/écrit/signalé/réclamé
    signalé/signalée/réclamé/prévenu .. {n} fois/plusieurs/déjà/mois/PAST
    attends/attendons/attend toujours mes/nos/la/le/les/ma/mon/notre
    attends/attendons/attend .. mes/nos GOODS
    ~plus vite que
    ~rigolez/rigole/moquez/plaisantez/blague
    !le reste .. pas
    !ne correspond à rien
    !jamais fini/terminé/livré/venu/signé/commandé
    ~quelle efficacité
    !~jamais
    ~pénalités/indemnité/frais/intérêts
    ~remise/avoir/rabais/garantie/devis
    !~GOODS .. pas/jamais/plus/rien
    ~mentionne/indique/compte/compté .. NUMBER/{n}
    ~contraire/contraires/abusif
    !pas à TOPAY/payer pour
    !n'ai/avons pas à TOPAY
    !jamais démarré/marché/fonctionné/servi/utilisé/réparé
    tromperie sur
    ~problème/problèmes/souci
    !~pas normal
    !~pas/ne .. comprends/comprenons
    fendu/fendue/fendues/fendus/fissuré/fêlé/ébréché/troué/tordu/tordue/bosselé
    ancien tarif/prix
    rééditer/réédition
    !WILLPAY .. dans ces conditions
    dans ces conditions
    remise de/d'
""".replace(
        "{owed}",
        "dû/due/promis/promise/attendu/reçu/reçus/établi/émis/émise/manque/manquant/arrivé/arrivés/"
        "toujours/jamais/"
        "déduit/deduire/pris/imputé/annoncé/compte/AMOUNT",
    )
    .replace("{never}", "pas/jamais/aucun/aucune/toujours/rien/n'/non/ne")
    .replace(
        "{recv}",
        "reçu/reçue/reçus/reçues/livré/livrée/livrés/livrées/réalisée/réalisé/effectuée/effectué/"
        "exécutée/rendue/fourni/"
        "fournie/arrivé/arrivée/arrivés/arrivées/eu/vu",
    )
    .replace(
        "{agreed}",
        "convenu/convenus/devis/prévu/négocié/augmenté/faux/erroné/catalogue/différent/commande/contrat/accord/signé",
    )
    .replace(
        "{quoted}",
        "indiquait/prévoyait/signé/mentionne/mentionnait/stipule/précise/AMOUNT/était/accepté/annonçait/dit/convenu",
    )
    .replace(
        "{wrong}", "faux/fausse/incorrect/incorrecte/erroné/erronée/inexact/inexacte/bon/bonne/anormal/exagéré/juste"
    )
    .replace("{fees}", "pénalités/pénalité/indemnité/indemnités/frais/intérêts/majoration/majorations/40/forfaitaire")
    .replace(
        "{nofees}",
        "refusons/refuse/conteste/contestons/pas/non/annuler/annulez/retirer/retirez/supprimer/"
        "supprimez/injustifiés/"
        "injustifiées/hors/ne/jamais/aucun/remise/exonération/abandon/abusifs",
    )
    .replace(
        "{fixed}",
        "réparé/réparée/corrigé/corrigée/livré/livrée/remplacé/remplacée/fait/faite/terminé/terminés/"
        "émis/reçu/réglé/PAID/"
        "résolu/intervenu/repris/levées/levé/finis/fini/problème",
    )
)

ENGLISH = lines(
    """
    dispute/disputes/disputed/disputing
    contest/contested/contesting
    disagree/disagreement
    query/queried on/this/the/regarding/about .. BILL/amount/line/charge
    in query
    under query
    ~error on/in/with
    error .. BILL/amount/price/invoice/pricing
    mistake .. BILL/on/invoice/price
    !BILL/INVOICE/amount/total/price/charge/quantity/figure/sum/rate/statement/balance/it .. {wrong}
    {wrong} amount/price/quantity/rate/vat/total/BILL/figure/charge/charges/tax/unit/number/address/company/entity
    !BILL/INVOICE/amount/price/total/figure/charge/quantity .. not right/correct/accurate
    ~!is not right/correct/accurate
    overcharged/overcharge/overbilled/over-charged/overpaid
    over charged/billed
    charged/billed/invoiced twice/double/too
    double/twice charged/billed/invoiced/counted
    twice for
    duplicate of/invoice/BILL/charge
    a duplicate
    is .. duplicate
    credit note/memo/notes .. {owed}
    {owed} .. credit note/memo
    raise/issue/send/provide .. credit note/memo
    credit note/memo
    credit .. for the difference
    ~needs crediting
    be credited
    credit us/me
    refund/refunded
    !{never} .. {recv} .. GOODS
    !GOODS .. {never} .. {recv}
    !you/nothing/nobody/you_never .. {never} .. {recv}
    !nothing .. {recv}
    ~!{never} .. {recv}
    !{never} turned/showed up
    short delivered/shipped/delivery/shipment
    short by/of
    shortage/shortages
    missing .. GOODS
    GOODS .. missing/short/late/incomplete/returned
    incomplete/unfinished
    !GOODS .. not complete/completed/finished/delivered/received/fixed/working/ordered/resolved
    ~!not complete/completed/finished/delivered/fixed/working/ordered/resolved
    GOODS .. BROKEN
    BROKEN .. GOODS/goods
    GOODS .. damaged/faulty
    damaged/faulty/defective/unusable
    sitting broken
    still broken
    !GOODS .. not work/working
    !it does/is not work/working
    ~!do/does/is/are not work/working
    GOODS/it .. stopped/stops working
    poor quality/workmanship
    shoddy/substandard
    quality .. poor/issue/issues/problem/problems/bad/below/unacceptable
    leak/leaks/leaking .. fix/fixed/fixes/caused
    fix/fixes/fixed/repair/repaired/replace/replaced/correct/corrected/redo .. before/until/then
    until .. fixed/repaired/replaced/corrected/resolved/delivered
    until .. completed/finished/sorted/credited/received/investigated/credit
    TOPAY .. once/when/after .. fixed/fixes/corrected/repaired/replaced/completed/finished/delivered/resolved
    once .. fixed/corrected/repaired/replaced/resolved/credited
    !not PAYING/TOPAY .. until .. {fixed}
    !{never} ordered/requested/agreed/signed/authorised/authorized/asked/approved/accepted
    !not order/request/agree/authorise/authorize/ask/sign/approve
    cancelled/canceled .. GOODS/contract/subscription/agreement/BILL/in/this/before/last/work
    GOODS .. cancelled/canceled
    cancellation
    terminated the/our
    quoted .. AMOUNT/charged/billed/invoiced/price
    quote/quotation/estimate WAS/said/says/of/AMOUNT
    agreed price/rate/amount/discount/fee/terms/AMOUNT
    agreed .. AMOUNT/discount/price
    than agreed/quoted/ordered
    as agreed
    invoiced/billed/charged AMOUNT/us .. {gap}
    you billed/invoiced/charged
    po .. {gap2}
    purchase order .. {gap2}
    !no po/purchase/valid? number/order/po on/quoted
    !without .. po/purchase order? number
    !not TOPAY without .. po/purchase
    unit price
    price .. po/order/quote/contract/higher/different/match
    mismatch/discrepancy/discrepancies/variance
    !not match/tally/agree/reconcile
    do/does not match/tally/agree/reflect/include
    discount .. applied/missing/promised/agreed/not/taken/deducted/reflected
    !{fees} .. {nofees}
    !{nofees} .. {fees}
    waive/remove/drop/cancel/reverse .. {fees}
    !not owe you/this/anything/that/it
    owe you nothing
    !not owed/due/liable/valid/ours to pay
    statute barred/time-barred/limitation
    time barred
    debt is denied
    deny/denied/denies .. debt/owing/liability
    validate/verify the/this debt
    proof of debt i
    inaccurate/incorrect/unjustified/unfair/excessive/ridiculous .. charge/charges/BILL/amount/debt/account/price
    rejected/rejecting .. BILL/goods/delivery/invoice/by
    BILL/INVOICE .. rejected/blocked
    on hold .. until/due/because/pending
    withholding/withhold/withheld
    holding PAYMENT/back/it .. until/pending
    returned .. GOODS/goods/them/it
    sent .. back
    returned unused/under/rma
    rma
    complaint/complained/complain
    not as described/agreed/quoted/ordered/specified
    wrong GOODS/size/colour/color/model/spec
    corrected/revised/amended/correct BILL/invoice
    correct/amend/revise the/your BILL/invoice
    not what we/was ordered/agreed/quoted
    !not recognise/recognize .. BILL/INVOICE/charge/amount/debt/order/AMOUNT
    not our/my debt
    too much/high/expensive
    work/job .. never/incomplete/unfinished/poor
    !pay for .. never/not/half
    charged for .. not/never
    should be AMOUNT
    should have been AMOUNT
    not a penny/cent before/until
    our timesheets/count/figures/weighbridge/delivery say/says/show/note
    scam/fraudulent charge/BILL
    packed/given up/in again
    broke/breaks/broken down again/twice/after/already/within/PAST
    smashed/snapped/torn/stained/mouldy/moldy/rusty/scratched/dented
    arrived BROKEN/late/incomplete/open/wet/short
    promised .. off/discount/free/credit/waived/refund/%/included/no
    promised us/me a/that/free/we
    was/were supposed to be free/included/discounted/waived
    meant to be free/included/discounted
    !not on/reflected/applied/shown/deducted/taken/taken_off/knocked the/this/off? BILL/invoice
    why are/am/is/were/was/do we/i/you/it .. charged/charging/billed/billing/invoiced/paying/pay/charge/invoice
    why .. charged/charging/billed/paying/BILL/charge
    !never happened/took/came/arrived/finished/completed/fixed/fitted/installed/worked/ordered/delivered/turned/called
    GOODS/line/lines/charges .. belong/belongs/another/someone
    belong/belongs to another/someone/a different
    nobody/no/never one? credited/refunded/collected/called/came/replied
    returned/sent back .. half/this/the/most/some/them/all/it/GOODS
    gave/given notice
    we/i cancelled/canceled/terminated/returned/rejected/refused/complained
    you only/HAVE only? delivered/supplied/sent/did/completed/installed
    only got/received/delivered/sent/had/ordered/have/supplied/did/arrived
    only {n} of/were/out/arrived/GOODS
    ordered {n}
    INVOICE/BILL/it/this/that .. is wrong
    INVOICE/BILL/amount/price/total .. wrong
    wrong vat/po/address/entity/company/name/price/quantity/amount/rate/currency/tax/BILL/item/items/size/details
    double/twice the/what .. agreed/quoted/price/amount
    not acceptable
    unacceptable
    ~appalling/disgraceful/shambles/disgusted/unhappy/dissatisfied
    appalling/disgraceful/shambles/disgusted/unhappy/dissatisfied .. GOODS/BILL/quality/service
    not happy
    sort that/it/this/the first
    sort .. out first
    first .. then TOPAY/PAID
    you owe us/me
    owe us/me
    deduct/deducted/deducting/deduction
    less the .. credit/damaged/amount
    withhold/withholding/retain/retention
    free of charge
    no charge
    under warranty
    warranty
    still waiting for/on .. GOODS/engineer/credit/refund/parts/replacement/fix/repair
    waiting for .. replacement/repair/engineer/credit/refund
    does not add up
    do not add up
    make sense
    makes no sense
    not what .. agreed/ordered/quoted/signed/expected/asked
    issue/issues/problem/problems with .. BILL/INVOICE/GOODS/amount/charge/order/price
    charged for .. that/something/never/not
    for something .. never/not
    shouldn't be charged/paying/billed/liable
    not be charged/liable
    billed/charged/invoiced for the whole
    charged/billed/invoiced .. should/instead/but/not/only/agreed
    hours .. not/never/only/instead
    !not PAYING/TOPAY .. until/till/before/unless/for/because
    NUMBER/AMOUNT not/instead/rather NUMBER/AMOUNT
    NUMBER/AMOUNT instead of NUMBER/AMOUNT
    should be/have/read NUMBER/AMOUNT
    NUMBER/AMOUNT .. not NUMBER/AMOUNT
    !not what .. agreed/said/discussed/promised/wanted
    !not what
    you/rep/salesman/colleague/guy/they .. promised
    promised us/me
    that you promised
    you HAVE promised
    still there/broken/faulty/leaking/outstanding_issue/not_fixed/not_working
    fault/problem/issue/leak/defect is still/there/not
    !not PAYING for
    !do/can/will not accept .. this/these/it/BILL/charge/amount
    !not accept .. charge/charges/fee/fees/interest/penalty/increase/price/invoice/BILL
    added .. charge/charges/fee/fees/interest/penalty/increase/price/invoice/BILL
    billed/charged/invoiced for NUMBER/AMOUNT/{n}/the/40
    billed for
    we only/just have/had/ordered/received/use/got
    only have {n}/NUMBER
    rate/price/amount should/was
    in writing
    cancelled/canceled .. contract/subscription/this/order/membership/policy/service
    contract WAS/HAVE .. cancelled/canceled/ended/expired/terminated
    ~| oh wonderful/great/brilliant/lovely/fantastic
    ~thanks for nothing
    ~joke/a joke/laughable
    rip off/rip-off
    robbery
    daylight robbery
    boxes/box/crate/parcel/packet was/were empty
    were empty
    was empty
    a hole in
    disputing NUMBER/INVOICE/this/it/the
    refusing .. because/until/as
    came off/apart
    fell off/apart
    worse than before
    never fixed/finished/resolved/completed/responded/replied
    compensation .. for
    claim .. against you
    counterclaim
    WE object
    object to .. charge/charges/fee/fees/BILL/amount/interest/penalty
    billed/charged/invoiced us/me/it twice/double/again
    !not accepting
    !not/never delivered half/any/all/the/it
    !have not delivered/finished/sent/fixed
    !still have not
    ~brilliant/wonderful/great service
    {n} time/times .. telling/told/asked/reported/called/complained
    third/second/fourth/umpteenth time
    telling you
    same BILL/invoice twice
    sent .. twice
    !~never
    !~discount/quote/warranty/credit .. not/never/no
    ~terminated/cancelled
    ~discount/refund/warranty/faulty/broken/damaged
    discount code/voucher .. not/applied
    !discount .. not
    HAVE/had/we already? terminated/cancelled
    we counted
    counted {n}/NUMBER
    should not have to TOPAY
    !not have to TOPAY/pay for
    pay for .. broken/damaged/faulty
    ~problem/issue/mistake/error
    ~charge/fee/fees/interest
    !~not right/correct/agreed/ordered/received
    !not fit/suit
    !GOODS .. not fit/suit/match
""".replace(
        "{wrong}",
        "wrong/incorrect/inaccurate/inflated/overstated/erroneous/not_right/not_correct/not_what/"
        "too_high/higher/mistaken",
    )
    .replace(
        "{owed}",
        "owed/due/outstanding/missing/promised/pending/waiting/awaiting/expecting/still/never/not/expect/await/was",
    )
    .replace("{never}", "never/not/no/yet/nothing")
    .replace(
        "{recv}",
        "delivered/arrived/received/provided/performed/supplied/came/turned_up/installed/done/carried_out/got/finished",
    )
    .replace("{gap}", "say/instead/not/but/should/only/rather/timesheets/agreed/days/units/hours/for/when")
    .replace(
        "{gap2}", "says/is/missing/closed/expired/states/price/number/required/missing/quoted/mandatory/invalid/must"
    )
    .replace("{fees}", "fee/fees/interest/penalty/penalties/surcharge/charges/compensation")
    .replace("{nofees}", "not/refuse/waive/remove/dispute/never/no/unjustified/unacceptable/reject/nothing")
    .replace(
        "{fixed}", "fixed/corrected/repaired/resolved/delivered/completed/finished/credited/replaced/sorted/addressed"
    )
)

LABEL = Label(
    name="dispute",
    titles={"en": "Dispute", "fr": "Litige"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    asks=True,
    examples={
        "fr": Examples(
            match=(
                "Nous contestons le montant de cette facture.",
                "La marchandise n'a jamais été livrée.",
                "Vous avez facturé deux fois la même commande.",
                "Nous attendons toujours l'avoir promis en janvier.",
                "Le prix ne correspond pas au devis signé.",
            ),
            near=(
                "Il n'y a aucun litige sur ces factures.",
                "Ce n'est pas une contestation.",
                "Nous n'avons jamais reçu cette facture.",
                "Sauf erreur de notre part, la facture a été payée.",
            ),
        ),
        "en": Examples(
            match=(
                "We dispute this invoice.",
                "The goods were never delivered.",
                "You charged us twice for the same order.",
                "We are still waiting for the credit note.",
                "The price does not match our purchase order.",
            ),
            near=(
                "There is no dispute on our side.",
                "We never received this invoice.",
                "We will pay on Friday.",
            ),
        ),
    },
)
