"""'Already paid': the client says that the money has left. Only the ledger can confirm it.

Longer than other files because the cues of two languages stand here, one cue a line.
"""

from bot.core.acts import Act, Draft, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Rest while the bank works; thank for a payment that can be found, ask for its reference otherwise."""
    wait = Pause(at.working_days(at.policy.bank_delay_days), "payment_announced", at.invoices)
    known = at.text("paid_ref") or at.text("paid_date")
    return [wait, Draft("thanks_for_payment" if known else "ask_for_remittance_advice")]


FRENCH = lines(
    """
    WE HAVE THE? PAID
    WE l'/les/vous/t'/en/lui l'/les/en? HAVE PAID
    HAVE l'/les? PAID
    HAVE/avait/avaient/ayant été PAID
    | été? PAID PAST
    | PAID par {money}
    | PAID |
    | PAID depuis
    | PAID .. PAST
    déjà PAID
    déjà été PAID
    INVOICE PAID
    INVOICE : PAID
    BILL PAID
    IS PAID
    IS solde
    HAVE solde
    soldé depuis
    étaient/était PAID
    tout/toutes/tous IS PAID
    PAID .. par cb/carte/chèque/virement/prélèvement/sepa/espèces/liquide
    PAID en espèces/liquide/ligne/totalité/intégralité PAST
    PAID entre les mains
    PAID .. votre factor/affactureur
    apparaît/figure/ressort/apparaissent/figurent comme? PAID/lettrée/soldé
    PAID/soldé/lettrée/lettré dans nos livres/comptes/écritures
    PAYMENT/chèque/somme/montant/prélèvement .. {done}
    PAYMENT/chèque/somme/montant/argent IS parti/partie/partis
    PAYMENT/chèque .. est/a été? {sent}
    PAYMENT/chèque .. ont/sont été? {sent}
    {done} .. PAYMENT PAST
    HAVE {sent} .. PAYMENT/chèque/traite
    HAVE {sent} .. prélèvement
    HAVE été? {sent} par? PAYMENT/chèque
    HAVE donné .. ordre de PAYMENT
    ordre de PAYMENT .. donné/transmis/passé/envoyé/signé
    fait l'objet d' un? PAYMENT/chèque/prélèvement
    fait l'objet de PAYMENT
    PAYMENT du? PAST
    PAYMENT en date de/du? PAST
    PAYMENT .. PAST
    chèque .. PAST
    chèque .. encaissé/débité/tiré
    !~ PAYMENT/chèque .. n'apparaît pas/toujours chez vous
    mis/mise/mises en PAYMENT PAST
    été mis/mise/mises en PAYMENT
    confirme/confirmons la/sa mise en PAYMENT
    confirme/confirmons le/ce/votre/notre/mon? PAYMENT
    confirme/confirmons/confirmer .. HAVE PAID
    IS parti de la? banque
    parti/partis/partie PAST
    partis/parti/partie par PAYMENT/chèque
    HAVE compensé/compensée
    compensé/compensée avec .. avoir/facture/BILL
    été compensé/compensée/compensées
    par compensation
    {recently} de/d' le/l'/les/vous/tout? TOPAY
    {recently} de/d' vous? faire/effectuer/passer/lancer/envoyer/poster/procéder .. PAYMENT/chèque
    prélèvement passé/effectué/réalisé
    HAVE été prélevé/prélevée/prélevés/débité/débitée/débités
    prélevé/prélevée/débité/débitée .. PAST
    vous HAVE prélevé
    débité/prélevé de/sur notre/mon compte
    sorti/débité/parti de notre/mon compte
    !?vous HAVE dû recevoir .. PAYMENT/chèque
    !?devez/devriez/deviez avoir reçu .. PAYMENT/chèque/argent
    !devriez le voir arriver/apparaître
    ci-joint/joint/jointe/joins/trouverez .. {proof} .. PAYMENT
    {proof} de/du PAYMENT
    voici le/l'/la swift/mt103/avis/preuve/justificatif/ordre
    mt103
    swift .. PAYMENT
    !ne vous dois/devons plus rien
    !ne reste plus rien à? TOPAY
    !ne vous devons rien .. PAID
    compte IS soldé
    ~à jour de nos/mes PAYMENT
    ~nous sommes à jour
    ~voilà c'est fait
    ~c'est fait |
    c'est PAID
    c'est bon .. virement/payé/réglé/fait
    HAVE acquitté
    HAVE fait le nécessaire PAST
    ~HAVE fait le nécessaire
    WE HAVE payer/régler
    acompte .. PAID/viré/versé/{sent}
    HAVE {sent} AMOUNT
    HAVE PAID AMOUNT
    IS sur votre compte
    HAVE été reçu/encaissé par vos services/vous/votre
    vous HAVE encaissé
    encaissé PAST
    chèque .. vous HAVE été
    solde .. PAID
    sorti/sortie/parti/partie/quitté de/la/notre/nos/mon? trésorerie/compte/banque/caisse/comptes
    HAVE quitté notre/mon/nos compte/comptes
    débité/débitée/débités de/sur/à .. compte/PAST
    HAVE été débité/débitée
    opération/somme/montant .. débitée/débité
    vous HAVE .. reçu/encaissé/touché/eu/perçu mon/notre/le/l'/les/votre chèque/PAYMENT/argent/virement
    vous HAVE l'? argent
    vous HAVE été PAID
    vous HAVE PAID la/cette/le/l' somme/montant
    vous HAVE crédité
    vous/lui/l'/t'/leur HAVE {sent}
    WE vous? HAVE {sent} .. argent/somme/montant/PAYMENT/AMOUNT/chèque/totalité/solde/tout
    HAVE {sent} .. argent/somme/montant/totalité/solde
    chèque posté/expédié/envoyé/parti/remis/déposé
    PAYMENT/règlement fait/effectué/exécuté/envoyé/posté/ok
    c'est/ça/elle/il/tout HAVE été PAID
    HAVE été PAID/solde/réglé
    mandat/mandaté/mandatée .. PAST/no/numéro/émis
    mandaté/mandatée
    pris en charge .. PAYMENT PAST
    trésor/trésorerie/perception/banque vous? HAVE PAID/payé/crédité/débité/viré
    comptabilité/comptable/secrétaire/associé/siège/collègue HAVE PAID/fait/envoyé/effectué
    mari/femme/fils/mère/père/assistante HAVE PAID/fait/envoyé/effectué
    comptabilité/comptable/siège/collègue HAVE .. PAYMENT PAST
    talon/souche/reçu/bordereau .. chèque/PAYMENT
    !plus redevable/redevables
    dette/créance/compte IS? éteinte/PAID/apurée/soldé
    HAVE tout PAID
    tout HAVE? été? PAID
    tout/toutes/tous IS? PAID
    déjà fait/effectué/viré/envoyé/parti/PAID
    WE vous HAVE fait un/le/votre/mon? PAYMENT/chèque
    fait un/le/votre PAYMENT .. PAST
    HAVE fait un/le/votre PAYMENT
    effectué un/le/votre/mon/notre PAYMENT
    PAYMENT IS/HAVE bien? passé/parti/arrivé/enregistré/débité
    IS bien parti
    elle/il/c' IS? PAST .. parti/PAID
    réglé/payé/réglée/payée .. INVOICE
    INVOICE .. HAVE été PAID
    INVOICE .. IS PAID
    INVOICE .. PAID PAST
    subrogation
    PAID .. votre/au/notre factor/affactureur/huissier/commercial/livreur/chauffeur/technicien
    PAID sur place/comptant/livraison/main
    en main propre
    remis/donné .. chèque/espèces/liquide .. commercial/chauffeur/livreur/technicien/PAST
    réglé/réglée/payé/payée/PAID depuis
    acquittés/acquitté/acquittée de cette/la/ce somme/montant/facture/BILL
    sommes/suis/est/s'est acquitté/acquittés
    croisé/croisée/croisés/croisées .. PAYMENT/chèque/virement
    PAYMENT/chèque .. croisé/croisés/croisée
    crédité/créditée .. PAST
    PAYMENT groupé .. PAST
    PAYMENT .. comprenant/incluant/regroupant
    PAYMENT .. INVOICE PAST
    vous l'HAVE reçu/encaissé
    sortie/sorti/sortis .. trésorerie/compte/banque/caisse
    parti/partie/quitté .. trésorerie/caisse
    bien parti/passé/débité
    WE viens/venons de TOPAY/faire/passer
    prélèvement .. PAST
    espèces .. reçu/PAST
    contre reçu
    IS parti/partie/partis .. banque
    pris/prise en charge par .. paierie/trésorerie/trésor/banque/perception
    mandat .. pris en charge
    HAVE procédé .. PAYMENT/virement
    procédé au/à .. PAYMENT PAST
    opération/cb/carte .. passée/passé
    cb/carte passée/débitée/acceptée
    c'est fait depuis/PAST
    fait depuis/PAST
    banque .. parti/passé/passée/PAID/débité .. PAST
    avis d'opéré/opération/virement/débit
    ~PAYMENT .. sous/référence
    ~liquidé/liquidée .. PAST
    ~PAST .. PAYMENT
    ~déjà .. reçu/fait/PAID
    ~reçu .. chèque/PAYMENT
    !~vérifiez/regardez vos/votre/bien/mieux
    fait/fais partir .. fonds/PAYMENT/chèque PAST
    HAVE fait partir .. fonds/PAYMENT/chèque
    PAID par compensation
""".replace("{proof}", "avis/ordre/preuve/justificatif/confirmation/attestation/relevé/capture/copie")
)

ENGLISH = lines("""
    HAVE PAID
    WE PAID
    WE HAVE? PAID
    HAVE/had BEEN PAID
    WAS PAID
    IS PAID
    got PAID PAST
    BILL PAID
    INVOICE PAID
    INVOICE : PAID
    | PAID .. PAST
    | PAID |
    | PAID in full
    | PAID by/via/through/per/last/on
    already PAID
    all PAID
    PAID .. PAST
    PAID in full/cash PAST
    PAID up
    show/shows/showing .. as? PAID
    PAYMENT .. HAVE BEEN {gone}
    PAYMENT .. WAS {gone}
    PAYMENT {gone}
    PAYMENT/money/funds/it/this went/gone/left out/through/off/our/via? PAST
    PAYMENT/money/funds .. went/gone/left
    went out/off/through .. PAST
    went out in/with/by/on/from
    left our/the account/bank
    {gone} .. PAYMENT/CHEQUE PAST
    HAVE {gone} .. PAYMENT/CHEQUE/AMOUNT/funds/money
    HAVE BEEN {gone} .. by/via/to your PAYMENT/account/bank
    WE {gone} .. PAYMENT/CHEQUE/AMOUNT/funds/money/wire
    AMOUNT/amount/balance {gone}
    AMOUNT/amount/balance/funds WAS {gone}
    AMOUNT/amount/balance/funds HAVE BEEN {gone}
    money HAVE BEEN sent
    credited to your account
    ~AMOUNT credited
    CHEQUE .. {gone}
    CHEQUE .. in the post/mail
    CHEQUE IS on its/the way
    CHEQUE .. cashed/banked/presented
    did .. PAYMENT/transfer PAST
    made .. PAYMENT/transfer
    HAVE made .. PAYMENT
    put .. through PAST
    PAYMENT {gone}? PAST
    PAYMENT of AMOUNT {gone}? PAST
    PAYMENT of AMOUNT WAS/HAVE
    PAYMENT confirmation
    PAYMENT .. attached
    attached .. PAYMENT advice/slip/confirmation/proof
    remittance attached/enclosed/below
    remittance advice attached/enclosed/below
    attached/enclosed .. remittance
    proof of PAYMENT
    mt103
    swift copy/confirmation
    cleared our/your/the account/bank
    debited .. PAST
    WAS/BEEN debited
    direct debit .. went/taken/came/collected/PAST
    taken/collected/debited from our/my account
    taken/collected by direct debit
    taken PAST
    offset/set-off/netted against
    BEEN offset/netted
    you HAVE had your/our/the money/payment/funds
    !you already have the/our/your money/payment/funds
    HAVE your money
    ~nothing is? outstanding
    ~account is? up to date
    ~bounced? should have received
    ~all sorted
    ~all done PAST
    PAYING .. completed
    charged .. PAST
    charged my/our card
    PAID via/by/through/with .. card/paypal/stripe/cheque/bank/bacs/ach/wire/transfer
    HAVE actioned/processed/released/authorised/initiated .. PAYMENT/it/this
    PAYMENT just {gone}
    settled .. PAST
    settled with/through/via
    sorted it/this/that/them? out? PAST
    sorted PAST
    taken care of
    HAVE taken care of
    WAS taken care of
    PAID it/this/that/them/you/THE/online/everything/off/over
    PAID INVOICE/BILL
    wife/husband/accountant/bookkeeper/partner/colleague/office/company/accounts/finance/bank/they/he/she PAID
    CHEQUE .. went/posted/sent/mailed/cleared
    PAYMENT/funds/money/it/this/they/CHEQUE went/left/cleared/gone
    went in/into/to/out .. your/the? post/account/bank/mail
    you HAVE had/got/received/banked/cashed our/the/your/my/this? money/payment/PAYMENT/funds/CHEQUE/this
    you HAVE BEEN PAID
    cleared PAST
    cleared our/the/your/my? bank/account
    cleared .. PAST
    BEEN cleared
    WAS cleared
    ledger/system/records/books/statement show/shows/has/says .. PAID/cleared/zero/settled/nil
    bank/wire/payment/transfer slip/receipt/confirmation
    attached/see/enclosed .. slip/receipt/proof/confirmation/remittance
    ref/reference/trace/confirmation/transaction .. PAYMENT PAST
    sent AMOUNT
    sent you/it/the/this/over? .. PAST
    transferred/wired/remitted/paid .. PAST
    transferred/wired/remitted AMOUNT
    WE transferred/wired/remitted
    popped .. in the post
    dropped .. off PAST
    dropped off .. CHEQUE/cash
    gave/handed .. CHEQUE/cash/payment
    PAID your driver/engineer/rep/salesman/guy
    PAID cash/in cash
    PAID direct
    bank transfer PAST
    | done PAST
    !not outstanding/open/due .. PAID
    went PAST
    collected .. direct debit
    direct debit .. cleared/PAST
    should be in/with your account/you already/now
    should already be in/with
    is in your account
    you ought to see/have
    HAVE reached/hit your account/bank
    credit card statement
    has been PAID
    HAVE sent .. transfer/payment/CHEQUE/funds/money/AMOUNT
    dealt with PAST
    WAS dealt with
    BEEN dealt with
    handled PAST
    crossed with/in .. PAYMENT/post/mail/transfer/cheque/CHEQUE
    PAYMENT .. crossed
    PAYMENT and .. crossed
    set it/this/that/them off
    set off against
    offset
    netted off
    used .. credit to pay
    applied .. credit PAST
    confirmation number/no/code
    bank debited
    debited us/me
    card went through
    executed PAST
    went through PAST
    value date
    paid into
    PAID into
    posted PAST
    bank shows/says .. leaving/left/gone/cleared/paid/PAID/out
    is done PAST
    INVOICE/BILL/one is/was done
    done on PAST
    ~PAID
    ~check your records/account/bank/books
    ~collected from
    collected from our/the/my account
    issued PAYMENT
    settled via
    shows/showing as PAID
""")

LABEL = Label(
    name="paid",
    titles={"en": "Already paid", "fr": "Déjà réglé"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    examples={
        "fr": Examples(
            match=(
                "Le virement est parti de chez nous mardi dernier.",
                "Facture acquittée par chèque le 3 février, merci de vérifier.",
                "Nous venons de régler cette échéance.",
                "Cette somme a déjà été prélevée sur notre compte.",
                "deja payee le mois dernier",
            ),
            near=(
                "Cette facture n'a pas encore été réglée.",
                "La facture sera réglée le 12.",
                "Elle aurait dû être réglée en janvier.",
                "Dites-moi si vous avez reçu le paiement.",
                "Merci de me dire quand la facture sera payée.",
            ),
        ),
        "en": Examples(
            match=(
                "We transferred the money last Monday.",
                "This invoice was settled in February, please check your bank.",
                "The cheque has been posted.",
                "paid yesterday by card",
            ),
            near=(
                "This has not been paid.",
                "The invoice will be paid on Friday.",
                "It should have been paid by now.",
                "Let us know if it was paid.",
            ),
        ),
    },
)
