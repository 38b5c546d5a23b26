"""'Send me the paper': a copy, a statement, a proof, bank details. Without it the client cannot go on."""

from datetime import timedelta

from bot.core.acts import Act, Draft, Escalate, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Have the papers sent, and leave the client a few days with them."""
    until = at.today + timedelta(days=at.policy.pause_days)
    return [
        Pause(until, "documents_asked", at.invoices),
        Escalate("send_documents", "documents_asked"),
        Draft("send_documents"),
    ]


FRENCH = lines(
    """
    {want} .. {send} .. {doc}
    {want} .. {doc}
    {sendme} .. {doc}
    {want} .. me/nous/m' {send} .. {doc}
    {want} .. la/les/l' {send}
    {want} .. me/nous la/les/le {send}
    {doc} .. svp/svp/plaît/merci/stp
    duplicata
    duplicatas
    {want} .. copie/copies
    copie .. BILL/INVOICE
    !pas/jamais/aucune/rien/ne .. {have} .. BILL/factures/INVOICE/original/relevé
    !pas/jamais .. {have} la/cette/ces/les/votre/vos/de BILL
    !pas/jamais/aucune .. BILL/INVOICE .. {have}
    !BILL/INVOICE .. pas/jamais {have}
    !BILL/INVOICE .. jamais/pas .. parvenue/arrivée/arrivées/parvenues
    !pas/aucune trace .. BILL/INVOICE/factures/cette
    !aucune trace
    !pas trace
    !retrouve/retrouvons/trouve/trouvons/retrouver pas/plus? .. BILL/INVOICE/factures
    !arrive/arrivons pas à .. main/retrouver/rapprocher
    !ne la vois/trouve/retrouve/voyons/trouvons/retrouvons pas
    !ne les vois/trouve/retrouve/voyons/trouvons/retrouvons pas
    !ne l' HAVE pas/jamais reçue/eue/vue
    !l' HAVE pas/jamais reçue/eue
    !n' HAVE pas cette facture/BILL
    !ne dispose/disposons/possède/possédons pas .. BILL/INVOICE/{doc}
    perdu/égaré/égarée .. BILL/INVOICE/facture
    !HAVE pas .. {doc} .. {want}
    quel/quelle/quels/quelles est/sont? votre/vos/le .. rib/iban/coordonnées
    besoin .. {doc}
    faut .. {doc}
    manque .. {doc}
    !sans .. {doc} .. pas/peut/pouvons/impossible
    sans .. {doc} .. traiter/traitée/impossible/valider
    joindre .. {doc}
    fournir .. {doc}
    déposer/redéposer/dépôt/déposez/saisir .. chorus/portail/plateforme
    via/sur le/notre portail/chorus/plateforme
    chorus .. déposer/déposée/déposez
    à quoi correspond/correspondent .. facture/BILL/INVOICE/montant/somme
    détail de/des/du .. factures/BILL/montant/somme/compte/créance
    rapprocher .. relevé/compte
    attente/attends/attendons .. duplicata/copie/rib/{doc}
    facture à/au format/nouveau/l'adresse/EMAIL
    envoyer/adresser à EMAIL
    attestation de/d' .. {want}
    introuvable/introuvables
    HAVE égaré/perdu
    !aucune facture/BILL/INVOICE
    !rien reçu
    !jamais reçu
    renvoyez/renvoie/renvoyer svp/moi/nous/la/les/plaît
    renvoyez
    auriez-vous/auriez_vous/pourriez_vous/pouvez_vous/l'amabilité/pourrais_tu/peux_tu .. {send} .. {doc}
    auriez-vous/auriez_vous/pourriez_vous .. {send} .. original/originale/pièce
    pouvez_vous/l'amabilité/pourrais_tu/peux_tu .. {send} .. original/originale/pièce
    auriez-vous/auriez_vous/pourriez_vous/pouvez_vous/l'amabilité/pourrais_tu/peux_tu .. {doc}
    de quoi s'agit
    c'est quoi cette/ces facture/BILL
    à quoi ça/cela correspond
    quelle facture/BILL
    quelles factures/BILL
    facture/BILL en question/concernée/originale/pdf/manquante/manquantes
    pdf/scan/scannée .. facture/BILL
    facture/BILL .. pdf/scan
    pas de facture/BILL
    sans facture/BILL
    !pas retrouvé/trouvé/trouvée
    envoyer/renvoyer/transmettre/adresser .. facture/BILL/factures/INVOICE .. à/EMAIL
    quel/quelle est votre/vos iban/rib/siret/tva
    sur quel compte .. payer/virer/TOPAY/faire
    vers quel compte
    par quel moyen
    comment .. TOPAY
    lien de PAYMENT
    facture/BILL .. inconnue/inconnu
    inconnue .. copie
    copie ?
    numéro de siret
    siret .. communiquer/transmettre/rib
    me/nous les/la/le communiquer/transmettre/envoyer/fournir
    il me/nous manque
    créer le/votre fournisseur/compte
    quoi correspond/correspondent
    attestation de vigilance/d'assurance
    attestation
    télécharger .. facture/BILL
    ~télécharger/duplicata/copie/pdf/rib/relevé/attestation/bon/pv/justificatif/décompte
    ~{sendme}
    joindre .. décompte/heures
    décompte des
    !~reçu .. facture/BILL
""".replace("{have}", "reçu/reçue/reçues/eu/eue/parvenue/parvenues/vu/vue/trace/trouvé/retrouvé")
)

ENGLISH = lines(
    """
    {want} .. {send} .. {doc}
    {want} .. {send} .. BILL/INVOICE/again
    {want} .. {doc}
    {send} me/us .. {doc}
    {send} me/us .. BILL/INVOICE
    send/resend/forward/email it/them again/over/through/to
    {doc} please
    please .. {doc}
    send/resend/forward/provide/attach/email/supply/share .. {doc}
    send/resend/re-send/forward/email .. BILL/INVOICE
    copy/copies of the/your/all/this/INVOICE/BILL/that/those/any
    a copy
    copy BILL
    where is .. {doc}
    !never/not .. received/got/had/seen/get/receive/see .. BILL/INVOICE
    !BILL/INVOICE .. never/not received/arrived/reached/got/received
    !BILL/INVOICE .. never .. {recv}
    !not .. have .. copy/BILL/INVOICE/record
    !no record/trace/sign/copy of .. BILL/INVOICE/this/it/receiving
    !do not have/see .. BILL/INVOICE/it/this/that/them
    !not find .. BILL/INVOICE/it/this/copy
    !not on/in our/the system
    !not see .. system/BILL/INVOICE
    lost/misplaced/deleted .. BILL/INVOICE/copy
    which BILL/INVOICE is/are
    what is/are this/these for
    what is/are .. for |
    need .. {doc}
    need .. copy
    require/requires/required .. {doc}
    missing .. {doc}
    !without .. {doc}
    !cannot/can not process/release/pay/approve .. without/until .. {doc}
    {doc} .. attached before
    upload/submit/submitted/uploaded .. portal/coupa/ariba/platform/system/tungsten
    through/via/on/in our/the portal
    supplier/vendor portal
    what are your bank/banking/account/payment
    bank details .. please/send
    could you itemise/itemize/break
    line by line
    breakdown of
    supporting documents/documentation/evidence
    w-9
    w9
    trouble you for .. {doc}
    what is/are this/these/it for
    what does this/it relate/refer
    which invoice/BILL/order
    not sure what this/it is
    see/need/want/have the paperwork
    paperwork
    pop/send/ping/fire/drop/mail .. over/across/again/through
    cannot/can not/could not find/locate/trace/see it/this/the/that/any .. BILL/INVOICE/anywhere/copy
    cannot/can not/could not find/locate/trace
    !not have .. on file/record/system
    !nothing on file/system/here
    !not come/came through/across/in
    !not arrive/arrived/reach/reached me/us
    {doc} again
    another copy
    resend
    re-send
    how do/can i/we pay
    how to pay
    payment/PAYMENT link
    where do/should i/we pay/send
    what account
    need .. BILL/INVOICE copy/again/pdf/original/first/to
    need to see
    backup for
    can i/we get/have/see .. {doc}
    could i/we get/have/see .. {doc}
    send it/this/that/them/one across/over/through/again/to
    send the/that/this/your BILL/invoice/INVOICE
    set you up as
    vendor form/setup/registration
    account statement
    full statement
    unknown .. BILL
    !no .. BILL .. system/record/file
    have nothing on our/the system/file/books
    what .. relate/relates/refer/refers to
    job sheet/sheets
    signed .. sheet/note/order/form
    receipt please
    a receipt
    download .. BILL/invoice
    ~download/copy/copies/pdf/statement/timesheets/timesheet/pod/paperwork/receipt
    share .. {doc}
    kindly share/send/provide
    ~{want} .. send
""".replace("{recv}", "received/arrived/reached/came")
)

LABEL = Label(
    name="document_request",
    titles={"en": "Document request", "fr": "Demande de pièce"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    asks=True,
    examples={
        "fr": Examples(
            match=(
                "Pourriez-vous nous renvoyer un duplicata de la facture ?",
                "Nous n'avons jamais reçu cette facture.",
                "Merci de nous transmettre un relevé de compte.",
                "Il nous faut le bon de livraison signé.",
            ),
            near=("Nous n'avons jamais reçu la marchandise.", "Nous avons réglé votre facture hier."),
        ),
        "en": Examples(
            match=(
                "Can you resend the invoice please?",
                "We never received this invoice.",
                "Please send us a statement of account.",
                "We need the signed proof of delivery.",
            ),
            near=("We never received the goods.", "We paid your invoice yesterday."),
        ),
    },
)
