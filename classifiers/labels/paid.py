"""'Already paid': the client says that the money has left. Only the ledger can confirm it."""

from bot.core.acts import Act, Draft, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Rest while the bank works; thank for a payment that can be found, ask for its reference otherwise."""
    wait = Pause(at.working_days(at.policy.bank_delay_days), "payment_announced", at.invoices)
    known = at.text("paid_ref") or at.text("paid_date")
    return [wait, Draft("thanks_for_payment" if known else "ask_for_remittance_advice")]


FRENCH = lines("""
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
""".replace("{proof}", "avis/ordre/preuve/justificatif/confirmation/attestation/relevé/capture/copie"))

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
