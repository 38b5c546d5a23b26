"""'That is not right': the client contests something. The named invoices rest, the others go on."""

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


FRENCH = lines("""
    conteste/contestons/contester/contestée/contesté/contestées/contestant
    contestation
    litige
    litigieuse/litigieuses/litigieux
    réclamation .. sur/concernant/déposée/facture/BILL
    désaccord
    !pas d'accord
    !pas du tout d'accord
    erreur de/d'/dans/sur .. facturation/BILL/facture/prix/quantité/tarif/montant/tva/calcul/saisie/taux
    erreur de/sur
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
    un/l'/cet/les/votre/des/vos/aucun/son/leur avoir/avoirs .. {owed}
    avoirs .. {owed}
    en attente .. avoir
    attente d'un/de/de_l'/des/d' avoir/avoirs
    attendons/attends/attend/attendre un/l'/votre/toujours? avoir/avoirs
    attendons/attends/attend toujours un/l'/votre/notre avoir
    établir/faire/émettre/envoyer/émettez/obtenir/demande/demandons/demander/merci un/l'/d'un/notre avoir
    note/notes de crédit
    !pas/ne correspond/correspondent pas? .. commande/devis/convenu/réalité/prix/livré/bon/bdc/contrat/tarif/quantité/accord
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
    remise .. appliquée/apparaît/prise/déduite/promise/prévue/convenue/oubliée/manque/tenu
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
    à quoi correspond
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
""".replace("{owed}", "dû/due/promis/promise/attendu/reçu/reçus/établi/émis/émise/manque/manquant/arrivé/arrivés/toujours/jamais/"
    "déduit/deduire/pris/imputé/annoncé/compte/AMOUNT")
   .replace("{never}", "pas/jamais/aucun/aucune/toujours/rien/n'/non/ne")
   .replace("{recv}", "reçu/reçue/reçus/reçues/livré/livrée/livrés/livrées/réalisée/réalisé/effectuée/effectué/exécutée/rendue/fourni/"
    "fournie/arrivé/arrivée/arrivés/arrivées/eu/vu")
   .replace("{agreed}", "convenu/convenus/devis/prévu/négocié/augmenté/faux/erroné/catalogue/différent/commande/contrat/accord/signé")
   .replace("{quoted}", "indiquait/prévoyait/signé/mentionne/mentionnait/stipule/précise/AMOUNT/était/accepté/annonçait/dit/convenu")
   .replace("{wrong}", "faux/fausse/incorrect/incorrecte/erroné/erronée/inexact/inexacte/bon/bonne/anormal/exagéré/juste")
   .replace("{fees}", "pénalités/pénalité/indemnité/indemnités/frais/intérêts/majoration/majorations/40/forfaitaire")
   .replace("{nofees}", "refusons/refuse/conteste/contestons/pas/non/annuler/annulez/retirer/retirez/supprimer/supprimez/injustifiés/"
    "injustifiées/hors/ne/jamais/aucun/remise/exonération/abandon/abusifs")
   .replace("{fixed}", "réparé/réparée/corrigé/corrigée/livré/livrée/remplacé/remplacée/fait/faite/terminé/terminés/émis/reçu/réglé/PAID/"
    "résolu/intervenu/repris/levées/levé/finis/fini/problème"))

ENGLISH = lines("""
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
    !is not right/correct/accurate
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
    !{never} .. {recv}
    !{never} turned/showed up
    short delivered/shipped/delivery/shipment
    short by/of
    shortage/shortages
    missing .. GOODS
    GOODS .. missing/short/late/incomplete/returned
    incomplete/unfinished
    !not complete/completed/finished/delivered/received/fixed/working/ordered/resolved
    GOODS .. BROKEN
    BROKEN .. GOODS/goods
    GOODS .. damaged/faulty
    damaged/faulty/defective/unusable
    sitting broken
    still broken
    !do/does/is/are not work/working
    stopped/stops working
    poor quality/workmanship
    shoddy/substandard
    quality .. poor/issue/issues/problem/problems/bad/below/unacceptable
    leak/leaks/leaking .. fix/fixed/fixes/caused
    fix/fixes/fixed/repair/repaired/replace/replaced/correct/corrected/redo .. before/until/then
    until .. fixed/repaired/replaced/corrected/resolved/delivered/completed/finished/sorted/credited/received/investigated/credit
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
    !do not recognise/recognize
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
""".replace("{wrong}", "wrong/incorrect/inaccurate/inflated/overstated/erroneous/not_right/not_correct/not_what/too_high/higher/mistaken")
   .replace("{owed}", "owed/due/outstanding/missing/promised/pending/waiting/awaiting/expecting/still/never/not/expect/await/was")
   .replace("{never}", "never/not/no/yet/nothing")
   .replace("{recv}", "delivered/arrived/received/provided/performed/supplied/came/turned_up/installed/done/carried_out/got/finished")
   .replace("{gap}", "say/instead/not/but/should/only/rather/timesheets/agreed/days/units/hours/for/when")
   .replace("{gap2}", "says/is/missing/closed/expired/states/price/number/required/missing/quoted/mandatory/invalid/must")
   .replace("{fees}", "fee/fees/interest/penalty/penalties/surcharge/charges/compensation")
   .replace("{nofees}", "not/refuse/waive/remove/dispute/never/no/unjustified/unacceptable/reject/nothing")
   .replace("{fixed}", "fixed/corrected/repaired/resolved/delivered/completed/finished/credited/replaced/sorted/addressed"))

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
