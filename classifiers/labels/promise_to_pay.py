"""'Will pay', with or without a day: the day is noted and followed up.

Longer than other files because the cues of two languages stand here, one cue a line.
"""

from datetime import timedelta

from bot.core.acts import Act, Draft, NotePromise, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Note the promised day, or rest for a while and ask for one."""
    due = at.day("promise_date")
    if due is None:
        until = at.today + timedelta(days=at.policy.pause_days)
        return [Pause(until, "payment_announced", at.invoices), Draft("ask_for_date")]
    fuzzy = at.reading.values.get("fuzzy") is True
    return [NotePromise(due, at.amount("promise_amount"), at.invoices, fuzzy), Draft("confirm_promise")]


FRENCH = lines("""
    WILLPAY
    WILLBE PAID
    WILLBE {sent} .. FUTURE
    PAYMENT/chèque/somme/montant .. WILLBE {sent}
    ce/c'/cela/ça/elle/il/on WILLBE fait/traité/traitée/lancé/PAID
    WILLBE fait/traité/traitée/mis/mise/débloqué/débloqués/prélevé/prélevée/débité
    WILLBE mis/mise/mises en PAYMENT
    WILLBE/serez PAID
    vous serez PAID
    va/vais/allons/vont/allez l'/les/la/vous? TOPAY
    va/vais/allons/vont être PAID
    va/vais/allons/vont partir/suivre/arriver
    va/vais/allons/vont vous? faire/effectuer/lancer/procéder/envoyer/passer .. PAYMENT/chèque
    PAYMENT/chèque .. va/vont être? partir/effectué/lancé/fait/envoyé/suivre
    WE allons procéder au/à PAYMENT
    WE allons procéder au/à .. PAYMENT
    procéderai/procéderons/procédons/procède au/à PAYMENT
    procéderai/procéderons/procédons/procède à/au la/ce/votre/son PAYMENT
    effectuerai/effectuerons/effectue/effectuons/effectuera le/un/ce/votre/notre PAYMENT
    fais/ferai/ferons/faisons/fera/fait le/un/votre/partir/ce/nous? PAYMENT/chèque
    fais/ferai/ferons/faisons un chèque
    lance/lancerai/lancerons/lançons le/ce/votre? PAYMENT
    passe/passerai/passerons/passons le/votre? PAYMENT
    envoie/enverrai/enverrons/envoyons le/un/votre/mon? PAYMENT/chèque
    PAYMENT/BILL/INVOICE/elle/échéance .. prévu/prévue/prévus/programmé
    PAYMENT/BILL/INVOICE/elle/échéance .. programmée/programmées/programmés/planifié/planifiée
    prévu/prévue/programmé/programmée/planifié/planifiée .. FUTURE
    prévu/prévue/programmé/programmée au/en/pour PAYMENT
    PAYMENT .. FUTURE
    chèque/prélèvement/lcr/traite .. FUTURE
    échéance .. FUTURE
    PAYMENT/chèque .. interviendra/partira/arrivera/suivra/suit/part/parviendra/partent
    interviendra/partira/arrivera/parviendra FUTURE
    partira/partiront avec/dans/par
    part/partent au/par/dans FUTURE
    part au courrier
    vous aurez/recevrez/l'aurez/serez .. PAYMENT/argent/chèque/fonds/PAID/FUTURE
    aurez/recevrez .. FUTURE
    reste/solde .. partira/suivra/FUTURE
    WE vous? PAY FUTURE
    WE PAY .. FUTURE
    WE vous? PAY le/la/les/tout/ça/cette/votre/ma? .. FUTURE
    WE/on vous PAY ça
    PAY/paye dès/quand/après/FUTURE
    je PAY/paye/règle
    dès que/qu' .. PAY/WILLPAY/virement/paye/touche/encaisse/perçois
    quand .. serai/serons/serez PAID
    m'engage/engageons à .. TOPAY/PAYMENT/virement
    m'/nous engage/engageons à/au
    promets/promettons/promis de/que .. TOPAY/PAYMENT/PAID
    promets/promettons
    prochain/prochaine/prochaines campagne/série/lot/vague/échéance/passage/run .. PAYMENT
    prochain/prochaine campagne/PAYMENT/échéance/vague
    campagne de/des PAYMENT
    débloquera/débloquerons/débloquerai .. fonds/PAYMENT
    met/mets/mettons/mettra/mettrons/mettrai/mettre en PAYMENT
    bon/bonne à payer
    en cours de PAYMENT
    PAYMENT .. en cours
    PAYMENT .. lancé/validé/enregistré/saisi
    lancé le/votre/ce? PAYMENT
    PAYMENT IS en préparation
    ~fais/ferai/ferons/faisons/fera le nécessaire
    fais/ferai/ferons/faisons le nécessaire .. FUTURE
    compte/comptons/comptez/compter/pense/pensons/espère/espérons vous? TOPAY
    comptez/compter FUTURE
    régularise/régulariserai/régulariserons/régularisons/régularisation .. FUTURE
    régularise/régulariserai/régulariserons/régularisons
    ?TOPAY FUTURE
    peux/pourrai/pourrons/pouvons/peut vous? TOPAY FUTURE
    PAYMENT/virement vous sera
    ~| FUTURE |
    ~| FUTURE sans faute
    ~FUTURE au plus tard
    au plus tard FUTURE
    ~| d'ici FUTURE |
    ~| FUTURE même
    ~sans faute
    !pas avant FUTURE
    ai/avons demandé .. PAYMENT .. FUTURE
    va passer PAYMENT FUTURE
    AMOUNT FUTURE
    signé et? part/partira
    part demain
    aura/aurez lieu FUTURE
    retour .. PAYMENT FUTURE
    ça/ca/elle/il/tout/cela part/partira/suivra/suit/arrive FUTURE
    part/partira/partiront/suivra/suivront FUTURE
    moitié/reste/solde/reliquat/complément/différence .. suivra/suit/partira/arrivera/FUTURE
    suivra/suivront dans/sous/FUTURE
    WE m'en/nous en occupe/occupons/occuperai/occuperons .. FUTURE/dès/rapidement
    m'en/nous en/s'en occupe/occupons .. FUTURE
    m'en occupe
    nous en occupons
    WE vous/te? PAY/solde .. FUTURE/foulée/dès/aussitôt/rapidement/après
    WE vous PAY/solde
    WE vous solde/paye/paie/règle
    dans la foulée
    promis/juré
    passera/passe/passeront au/dans/sur/en/avec .. PAYMENT/FUTURE/train/campagne/lot
    train/lot/vague/session/traitement/cycle/série .. PAYMENT
    !manquerons/manquerai/manquera pas .. TOPAY/PAYMENT/PAID/nécessaire
    rentrée d'argent/fonds
    WE attendons/attends/attend .. rentrée/déblocage/encaissement/subvention/acompte/prêt
    PAYMENT/fonds .. déblocage/débloqués/débloqué
    c'est/IS prévu/programmé/planifié/calé/noté .. FUTURE
    prévu pour/le/en/à/au? FUTURE
    programmé/planifié/calé FUTURE
    lance/lancera/lancerons/lancent/lançons/traite/traitera/prépare/préparons les/le/votre/vos PAYMENT/factures
    première heure
    signature/signer .. PAYMENT/chèque .. FUTURE
    chèque .. signature/signer/signé
    feuille/ordre .. PAYMENT .. FUTURE
    transmis/transmets/envoyé/donné .. PAYMENT/trésorerie .. FUTURE
    échéance/terme .. FUTURE donc/soit
    PAYMENT à n? jours
    arriver/arrivera/arrivera/recevoir/recevrez/parvenir .. FUTURE
    recevoir votre/l'/le argent/PAYMENT/FUTURE
    rattraper/rattraperai/rattrapons/rattrape/mettre à jour .. FUTURE
    mettre/mettrons/mettrai/mets .. à jour .. FUTURE
    WILLPAY/TOPAY .. FUTURE
    dès réception/retour/encaissement/déblocage .. PAY/WILLPAY/PAYMENT/TOPAY
    à réception .. WILLPAY/PAYMENT/PAY/TOPAY
    peux/peut/pouvons/pourrai/pourrons TOPAY/verser/payer .. FUTURE
    fais/ferai/ferons/faisons/effectue/lance .. FUTURE
    fais/ferai/ferons/faisons/effectue/lance ça/cela/le/la/les FUTURE
    tu auras/as .. FUTURE
    argent .. FUTURE
    règle/paye/paie/solde .. FUTURE
    chèque/virement/PAYMENT à suivre
    | ok? on/je/nous PAY/paye |
    | ok? on/je/nous PAY/paye
    PAYMENT/elle/il/ça/cela .. pourra/pourront intervenir/être/avoir
    !pourra .. qu'à .. réception/FUTURE
    !PAYMENT .. qu'à réception/compter/FUTURE
    tomber/tombera .. FUTURE
    devrait .. FUTURE
    devrait/devraient partir/arriver/tomber/être PAID/fait/suivre
    mis/mise .. signature .. FUTURE
    passe à la banque FUTURE
    WE passe/passerai/vais .. banque .. FUTURE
    échéance/échéances .. fixée/fixé/fournisseurs .. FUTURE
    serez crédité/crédités/PAID/payés/réglés
    somme/montant/argent vous parviendra/sera
    vous parviendra/parviendront
    parviendra .. FUTURE
    nécessaire .. sera/seront fait
    le nécessaire sera
    dès que .. l'/la/ai/aurai/aurons/avons/recevons/reçois .. PAYMENT/PAY/WILLPAY/PAID/paie/mets
    mets/mettons/mettrai la/le/les/l'? en PAYMENT
    sera dans/sur/de celle/celui/le/la .. FUTURE
    échéance/paiement/PAYMENT .. FUTURE
    celle/celui d'/de FUTURE
    normalement FUTURE
    WE solde/soldons/solderai/solderons tout/ça/cela/le
    compter sur .. PAYMENT
    WE/m'en/nous en charge/chargeons/chargerai
    m'en charge/chargerai/occuperai
    bon à payer pour
    signe/signera/signent .. chèque/chèques/PAYMENT .. FUTURE
    dans le tuyau/pile/circuit
    compta/comptabilité/comptable .. passe/fait/lance/traite .. FUTURE
    dans la pile
    vous/te sera versé/versée/PAID/réglé/réglée
    sera versé/versée
    fais/ferai le virement
    ~FUTURE
    ~m'occupe/occupons de
    occupe/occupons de .. PAYMENT/facture/BILL
    fais partir .. fonds/PAYMENT/chèque
    ~prochain/prochaine
    ~bientôt/prochainement/rapidement .. PAYMENT/PAID/TOPAY
""")

ENGLISH = lines("""
    will/shall TOPAY
    will/shall be PAID/PAYING
    will .. get/have .. PAID
    to be PAID .. FUTURE
    be PAID .. FUTURE
    will make/send/process/release/issue/arrange/do/initiate/action/post/mail/put/run/raise .. PAYMENT/CHEQUE/FUTURE
    will be making/sending/processing/releasing/issuing/arranging .. PAYMENT/CHEQUE/FUTURE
    will be {gone} .. FUTURE
    PAYMENT/CHEQUE/it/this/funds/money will be/go/leave/follow/reach/hit/arrive/land
    PAYMENT/CHEQUE will follow
    going/aiming/planning/intend/intending/hoping/plan/hope/expect/aim/promise to TOPAY
    going/aiming/planning/intend/intending to make/send/process/release .. PAYMENT/CHEQUE
    hoping/plan/hope/expect/aim/promise to make/send/process/release .. PAYMENT/CHEQUE
    PAYMENT/CHEQUE/BILL/INVOICE/it/this/settlement .. scheduled/planned/queued/arranged/booked/slated/earmarked/lined
    scheduled for/to/on PAYMENT/FUTURE
    ~scheduled .. FUTURE
    PAYMENT/BILL/it IS set/due to/up/for be/go/leave? FUTURE
    in/on/with/into/for the/our/next/this/your? next/this? PAYMENT/pay/cheque run/batch/cycle
    next/FUTURE 's? PAYMENT/pay/CHEQUE run/batch/cycle
    PAYMENT .. FUTURE
    CHEQUE .. FUTURE
    releasing/sending/processing/making/issuing/arranging/posting/mailing/transferring/wiring .. FUTURE
    releasing/sending/processing/making/issuing/arranging/posting/mailing .. PAYMENT/CHEQUE/AMOUNT/today
    PAYING .. FUTURE
    PAYING .. today/now/tomorrow/AMOUNT
    PAYING it/this/you/that
    PAYMENT going/goes out/through/off
    PAYMENT/CHEQUE going/goes
    ~going out FUTURE
    goes/going out in/with/on
    you will have/get/receive/see .. PAYMENT/funds/money/it/FUTURE
    will have it/funds/money/payment with/to/by
    should/will have/receive/see/get/be .. by FUTURE
    should be with you/in FUTURE
    should/will reach/hit/arrive/land .. FUTURE
    be with you FUTURE
    promise/commit/undertake to TOPAY
    promise .. PAYMENT
    WE TOPAY .. FUTURE
    will/can/could TOPAY .. FUTURE
    ?can TOPAY .. FUTURE
    ?TOPAY FUTURE
    will/can/could/shall TOPAY .. when/once/after
    TOPAY you/it/this/up .. when/once/after
    TOPAY you/it/this/them .. FUTURE
    TOPAY .. as soon as
    once/when/after .. PAID .. TOPAY/will
    as soon as .. TOPAY/will/PAYMENT
    get/have/getting .. PAID/sorted/processed .. FUTURE
    will get/have .. PAID/sorted/processed/released
    will process/sort/settle/clear/release/handle it/this/them/that/FUTURE
    process/sort/action/release it/this/that FUTURE
    be processed/sorted/released/actioned .. FUTURE
    will be processed/released/issued/actioned/sorted
    approved and? .. FUTURE
    approved for PAYMENT
    in the pipeline
    arranging/arrange .. PAYMENT
    working on .. PAYMENT
    try/trying to TOPAY
    trying to arrange funds/payment/money
    might/may/should be able to TOPAY
    be able to TOPAY .. FUTURE
    PAYMENT .. in process/progress/processing
    PAYMENT IS being processed/made/arranged/released/prepared/approved
    IS being PAID/processed for PAYMENT
    being PAID
    today PAYMENT
    ~| FUTURE |
    ~| by FUTURE |
    ~| end of the? month
    ~FUTURE at the latest
    ~first thing FUTURE
    !not before FUTURE
    will sort FUTURE
    transfer/wire/pay FUTURE
    rest/balance/remainder .. FUTURE
    AMOUNT FUTURE
    will do PAYMENT/FUTURE
    will/shall/can/to clear FUTURE/it/this/them/the/your/our/balance/account/INVOICE/BILL
    re-issue/reissue/resend .. as soon/once/when/today/FUTURE
    will re-issue/reissue
    setting/set up the? PAYMENT FUTURE
    ready to be? go/released/posted
    push/pushing/put/putting/get/getting/run/running/send/sending .. through/out/over/off .. FUTURE
    on the? list/schedule/rota/diary for/FUTURE
    on .. list/run/schedule FUTURE
    down for FUTURE
    first in .. queue/line
    top of .. list/pile
    due to go/be .. FUTURE
    goes/go/going/leaves/leaving out? FUTURE
    goes out
    cutting/cut/writing/write/mailing/signing .. CHEQUE
    cutting you
    expect .. remittance/payment/PAYMENT/funds/it FUTURE
    expect/expecting .. FUTURE
    remaining/rest/balance/remainder/other/AMOUNT will follow/be/come/go
    will/to follow FUTURE
    will follow
    money/cash/funds .. coming in
    will do it/a/that/this/the? bank? transfer/payment/PAYMENT/FUTURE
    will do .. FUTURE
    do/make the/a/it bank? transfer FUTURE
    will have it/this/them/that/payment/the over/out/done/sorted/with/across/money
    will have .. FUTURE
    you will have/get/receive/see/be .. FUTURE
    it/that/this/they will .. FUTURE
    have it/the/your .. by FUTURE
    with you/it by/on/before/FUTURE
    will be/is/are with you
    WE aim/plan/hope/intend/expect .. FUTURE
    will catch up
    catch up .. FUTURE
    bring .. up to date
    on its way FUTURE
    approved/passed/released for PAYMENT
    approved .. expect/FUTURE
    signing .. FUTURE
    let me get .. PAID/paid
    will see .. right
    WE pay on/at/by/in/every FUTURE
    PAYMENT terms .. FUTURE
    60/30/45/90 day/days .. FUTURE
    as soon as/once/when .. paid/PAID/money/funds/tax/lands/comes/clears/pays
    tonight
    by close of business
    by eod/cob
    by end of play
    running .. CHEQUE/PAYMENT .. FUTURE
    CHEQUE/PAYMENT .. on FUTURE
    will have .. cleared/settled/paid/PAID/sorted
    have this/it/that/everything cleared/settled/paid/PAID/sorted .. FUTURE/by/before/month
    straight after
    paid/PAID straight after/then
    be PAID straight/then/when/once/as/after
    you will be PAID
    will be PAID
    waiting for/on .. funds/money/payment .. to land/clear/arrive/come
    until tomorrow/FUTURE and
    signs off PAYMENT .. FUTURE
    sign off .. PAYMENT
    expect it/this/payment/them then/FUTURE
    so expect it
    | ok? will pay/TOPAY
    | ok? paying
    will wire/transfer/send/remit .. FUTURE/balance/amount
    will pay it/this/you/the/that/up
    as soon as i/we/it .. get/got/have/receive/received .. TOPAY/will/pay
    TOPAY it/this/that/you as soon
    going to pay/settle
    before month end/month-end
    end of month
    will/shall/going bank? PAYMENT
    will/shall wire/transfer
    signs/sign/signing .. CHEQUE/PAYMENT .. FUTURE
    in the pile/pipeline/queue/system/works
    it/its is? coming .. FUTURE
    coming .. FUTURE latest/at
    FUTURE latest
    FUTURE at the very? latest
    forgot .. will
    will .. 2moro/tmr/tmrw/tomorrow/tonight
    ~FUTURE
    set up to leave/go
    sort you out
    included in .. run
    cheque .. to you FUTURE
    ~soon
    ~next run/batch
""")

LABEL = Label(
    name="promise_to_pay",
    titles={"en": "Will pay", "fr": "Promesse de règlement"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    examples={
        "fr": Examples(
            match=(
                "La facture sera réglée le 12.",
                "Je vous fais le virement demain sans faute.",
                "Votre paiement est programmé pour la fin du mois.",
                "Je vous paie dès que mon client me règle.",
            ),
            near=(
                "La facture ne sera pas payée.",
                "Pouvez-vous me dire quand elle sera payée ?",
                "Le virement est parti hier.",
                "Nous serons fermés vendredi.",
            ),
        ),
        "en": Examples(
            match=(
                "We will pay next Tuesday.",
                "It is in Friday's payment run.",
                "The transfer will go out tomorrow.",
                "I'll settle as soon as my own client pays.",
            ),
            near=(
                "We will not pay this.",
                "I transferred it yesterday.",
                "Our office is closed on Friday.",
            ),
        ),
    },
)
