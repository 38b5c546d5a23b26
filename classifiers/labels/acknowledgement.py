"""'Received, we are looking into it': nothing is settled, but somebody moves.

Longer than other files because the cues of two languages stand here, one cue a line.
"""

from datetime import timedelta

from bot.core.acts import Act, Draft, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Leave the client time to check."""
    return [
        Pause(at.today + timedelta(days=at.policy.pause_days), "client_checks", at.invoices),
        Draft("checking_received"),
    ]


FRENCH = lines(
    """
    bien reçu
    | bien noté
    bonne réception
    reçu .. mail/message/relance/courrier/rappel/courriel/demande
    accuse/accusons réception
    accusé de réception
    WE regarde/regarderai/regardons/regarderons
    WE le/la/l'/les/ça/vous? regarde/vérifie/vérifions/consulte
    vérifie/vérifions/vérifierai/vérifierons/vérification/vérifications
    vais/allons/va/dois/devons le/la/l'? vérifier/regarder/voir/contrôler/étudier
    vais/allons/va/dois/devons le/la/l'? consulter/interroger/demander/faire_le_point/rechercher
    reviens/revenons/reviendrai/reviendrons/revient/reviendra vers
    tiens/tiendrai/tiendrons/tenons au courant/informé/informée
    transmets/transmettons/transfère/transférons/fais_suivre/fait_suivre/faisons_suivre/remonte/relaie
    transmis/transmise/transféré/transférée/relayé .. {inside}
    {pass} à/au/aux .. {inside}
    pris/prenons/prends/prend bonne? note
    c'est noté
    noté
    | ok |
    | ok merci
    | d'accord
    | entendu |
    | compris |
    merci .. WE? regarde/regardons/vérifie
    en cours de/d' {inhouse}
    en attente de/d' {inhouse}
    attends/attendons/attend/attente .. {inhouse}
    !pas encore validée/validé/approuvée/visée/signée/validées
    doit/doivent être validée/validé/approuvée/signée/visée/vérifiée
    circuit/processus de? validation
    HAVE été validée/validé/approuvée
    me renseigne
    nous renseignons
    renseigne auprès
    vois/voyons ça/cela/avec
    vu avec
    point .. interne
    spam/spams/indésirables
    pensais/pensions/croyais/croyions .. {paid}
    recherche/recherches/cherche/cherchons
    !avais/avions pas vu
    examine/examinons/étudie/étudions/analyse/analysons/traite/traitons
    merci pour/de votre/ce/le/vos? relance/rappel/message/mail/retour/suivi
    dans les meilleurs délais
    dès que possible
    laissez moi/nous .. temps/vérifier/regarder
    {bounced} .. PAYMENT
    PAYMENT .. {bounced}
    questionne/interroge/interrogeons/demande/demandons .. {inside}
    sous validation
    dès retour .. {inside}
    ~fais/faisons/ferai/ferons le point
    fais/faisons/ferai/ferons/fait remonter/suivre/passer/point/transmettre
    | bien pris
    vois/voyons/verrai/verrons avec
    attend/attendent/attendons/attends la/le/une/l'? signature/validation/accord/visa/approbation/retour/feu
    chez/auprès/bureau .. signature/validation/directeur/direction/visa/parapheur
    parapheur
    !pas encore? eu/obtenu/reçu? .. validation/accord/visa/feu
    valider/valide/validons .. interne/direction/chef/conducteur/responsable
    WE le/la/l'? contrôle/contrôlons/contrôlerai/pointe/pointons
    pointage
    croyais/pensais/pensions/croyions l'/les? avoir réglée/payée/réglé/payé/fait/PAID
    PAYMENT/virement/chèque .. revenu/rejeté/refusé/retourné/bloqué/impayé
    revient/reviens/reviendrai/reviendrons/revenons .. vers/demain/rapidement/FUTURE
    je m'en? renseigne
    demande/demandé/demandons/demanderai à/au .. comptable/comptabilité/patron/chef/direction
    demande/demandé/demandons/demanderai à/au .. collègue/service/responsable/gérant/associé/daf
    regarderai/vérifierai/consulterai
    message reçu
    mail bien? reçu
    relance/demande/message/courrier reçu/reçue
    transmis/transmise/transmets/remis/donné .. comptable/comptabilité/patron/chef/direction
    transmis/transmise/transmets/remis/donné .. collègue/service/responsable/gérant/associé/daf
    merci de/pour .. rappel/relance/patience/message
    pas/plus eu le temps
    | vu |
    | ok vu
    | lu |
    | reçu |
    bonne réception de
    tiens/tient/tenons .. informé/informée/informés
    fais/faisons/fait des? recherches/recherche/vérifications/vérification
    !pas encore validé/validée/visée/signée
    workflow
    !pas encore? le feu vert
    feu vert
    !pas au courant
    prise/pris en compte
    étudions/étudie/étudiera/étudierons
    demande/demanderai au patron/chef
    procéder/procédons aux/à vérifications/vérification/contrôle/contrôles/recherches
    en déplacement
    à mon/son/notre retour
    ~regarde/vérifie/reviens/transmets/note/renseigne/vois
    ~traitement/validation/contrôle/retour/suite
""".replace(
        "{inside}",
        "comptable/comptabilité/collègue/collègues/service/direction/daf/responsable/patron/associé/"
        "achats/fournisseurs/"
        "trésorerie/siège/chef/acheteur/qui_de_droit/concerné/gérant",
    )
    .replace(
        "{inhouse}",
        "validation/traitement/vérification/signature/approbation/contrôle/visa/bon_à_payer/accord/"
        "rapprochement/analyse/"
        "recherche/étude/retour/réponse/validé",
    )
    .replace("{pass}", "passe/passons/envoie/adresse/donne/confie/remets/soumets")
    .replace("{paid}", "payé/payée/réglé/réglée/PAID/fait/faite")
    .replace("{bounced}", "rejeté/rejetée/refusé/refusée/retourné/revenu/revenue/échoué")
)

ENGLISH = lines(
    """
    got it
    got your email/message/reminder/letter
    got this
    received your/the/this email/message/reminder/letter/note/statement
    received with thanks
    | received |
    | received thanks
    | noted
    | thanks noted
    well noted
    duly noted
    acknowledge/acknowledging receipt/your
    look/looking/looked at? into
    will/shall look/check/review/investigate/chase/ask/find/follow
    look at this/it/that
    checking/investigating/reviewing/chasing
    let me/us check/look/find/see/ask/chase/speak/review/confirm
    get/come/coming/getting back to you
    be in touch
    report back
    let you know
    keep you posted/updated/informed
    forwarded/forwarding/passed/passing/sent/escalated/shared/fwd .. {inside}
    forwarding/passing this/it/on/along/your
    HAVE passed/forwarded/sent/escalated this/it/your/on
    will forward/pass/raise
    raise/raised this/it with
    {pending} .. {approval}
    !not yet? BEEN? approved/signed/authorised/authorized
    HAVE BEEN approved
    approved
    IS approved
    under review/investigation
    being reviewed/checked/looked/investigated/processed
    with my/our/the manager/boss/director/team/accounts/finance/ap/buyer/approver
    bear with me/us
    leave it/this with
    | ok |
    | okay |
    | ok thanks
    | thanks will
    | understood |
    | sure |
    thank/thanks you? for the/your/this? reminder/heads/message/email/letting/note/chaser/nudge
    in my spam/junk
    spam folder
    junk folder
    had not seen/noticed/realised
    thought .. {paid}
    could have sworn
    try to find out
    find out
    ask/asking/check/speak/speaking with/to? my/our/the/accounts accounts/boss/manager/accountant
    ask/asking/check/speak/speaking with/to? my/our/the/accounts bookkeeper/team/finance/department/colleague
    chase/chasing .. internally
    waiting/awaiting .. {approval}
    waiting/awaiting .. {inside}
    PAYMENT/CHEQUE/transfer .. {bounced}
    as soon as possible
    | asap
    on my list/desk/radar
    | on it |
    ticket .. created/opened/logged/raised/received
    your request/enquiry/query HAVE/WAS BEEN? received/logged
    asked .. manager/boss/director/cfo/ceo/team/finance/approver/partner
    asked .. controller/approval/sign-off/signature/buyer/site/accountant/bookkeeper/ap/accounts
    will revert
    revert to you
    double-check/doublecheck/recheck
    double check
    need to check
    fairly/pretty/quite/almost sure .. PAID/paid
    sure this/it/that/we WAS/HAVE PAID
    sitting/sat with/on .. manager/boss/director/cfo/ceo/team/finance/approver/partner
    sitting/sat with/on .. controller/approval/sign-off/signature/buyer/site/accountant/bookkeeper/ap/accounts
    with our/my/the manager/boss/director/cfo/ceo/team/finance/approver/partner
    with our/my/the controller/approval/sign-off/signature/buyer/site/accountant/bookkeeper/ap/accounts
    on .. desk/radar/list
    for the nudge/heads-up/chaser/prod
    need/needs/needed .. manager/boss/director/cfo/ceo/team/finance/approver/partner
    need/needs/needed .. controller/approval/sign-off/signature/buyer/site/accountant/bookkeeper/ap/accounts
    manager/boss/director/cfo/ceo/team/finance/approver/partner .. approve/approval/sign/sign-off/signature
    manager/boss/director/cfo/ceo/team/finance/approver/partner .. authorise/confirm/ok/look/check/review
    controller/approval/sign-off/signature/buyer .. approve/approval/sign/sign-off/signature
    controller/approval/sign-off/signature/buyer .. authorise/confirm/ok/look/check/review
    site/accountant/bookkeeper/ap/accounts .. approve/approval/sign/sign-off/signature
    site/accountant/bookkeeper/ap/accounts .. authorise/confirm/ok/look/check/review
    approval/sign-off process/workflow/pending/queue
    going/gone through .. approval/approvals/system
    PAYMENT/transfer/CHEQUE/it .. bounced/returned/rejected/failed
    checking/check with
    will find out
    on the case
    looking
    raised with
    received and
    got your
    approval/approvals/sign-off workflow/queue/process/stage
    in the workflow/queue/system
    pass it/this on
    pass it/this to
    will pass
    right person
    come back to you
    | seen |
    will come back
    !not release/pay/approve/process .. until .. signed/approved/sign/sign-off
    !not release/pay/approve/process .. until .. authorised/authorized/confirmed/approval
    !not TOPAY .. until .. signed/approved/sign/sign-off/authorised/authorized/confirmed/approval
    !not aware of
    ask my partner/boss/husband/wife/accountant
    passed on to
    passed to
    take a look/peek
    have a look
    look when
    will respond/reply/answer/revert
    logged your/the/this
    in due course
    ~look/check/review/revert/noted/forward/pass/respond
    ~approval/approve/approved
    travelling/traveling
""".replace(
        "{inside}",
        "ap/accounts/finance/team/department/colleague/manager/boss/director/payable/accountant/"
        "bookkeeper/head/office/cfo/"
        "controller/buyer/procurement",
    )
    .replace("{pending}", "pending/awaiting/waiting/needs/subject/requires/still/for")
    .replace(
        "{approval}",
        "approval/sign-off/signature/authorisation/authorization/signoff/approve/approved/signed/budget/confirmation",
    )
    .replace("{paid}", "paid/settled/done/PAID/sorted/gone/cleared")
    .replace("{bounced}", "bounced/returned/rejected/failed/declined")
)

LABEL = Label(
    name="acknowledgement",
    titles={"en": "Acknowledged", "fr": "Bien reçu, vérification en cours"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    examples={
        "fr": Examples(
            match=(
                "Bien reçu, je regarde et je reviens vers vous.",
                "La facture est en attente de validation par notre direction.",
                "Je transmets à ma collègue.",
            ),
            near=("Nous paierons vendredi.", "Quel est votre tarif pour 40 cartons ?"),
        ),
        "en": Examples(
            match=(
                "Got it, let me check and come back to you.",
                "The invoice is awaiting approval.",
                "Passing this to accounts.",
            ),
            near=("We will pay on Friday.", "What is your price for 40 boxes?"),
        ),
    },
)
