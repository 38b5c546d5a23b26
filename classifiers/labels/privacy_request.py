"""Access, erasure or objection: a right with a legal time limit (GDPR art. 12, 15, 17, 21), never left to a machine."""

from datetime import timedelta

from bot.core.acts import Act, Draft, Escalate
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines

MONTH = timedelta(days=30)
"""The answer is due within one month (GDPR art. 12(3)); 30 days is never later."""


def respond(at: Situation) -> list[Act]:
    """A person answers within the legal month."""
    return [
        Escalate("answer_privacy", "privacy_request", urgent=True, due=at.today + MONTH),
        Draft("privacy_received"),
    ]


FRENCH = lines("""
    rgpd
    gdpr
    cnil
    données personnelles
    données à caractère personnel
    droit d'/à l'? accès/effacement/opposition/rectification/oubli/portabilité
    droit à l'oubli
    supprimer/effacer/supprimez/effacez/suppression/effacement .. données/informations/coordonnées
    supprimer/effacer/supprimez/effacez/suppression/effacement .. adresse/fichier/fichiers/compte
    désabonner/désabonnez/désabonnement/désinscrire/désinscrivez/désinscription
    retirer/retirez/enlever/enlevez/supprimer/supprimez/ôtez .. liste/listes/fichier/fichiers/base/mailing/diffusion
    retirer/retirez/enlever/enlevez/supprimez moi/mon/mes/notre adresse/coordonnées/nom
    !ne plus recevoir
    !plus recevoir .. mails/mail/messages/courriels/emails/vos
    !plus .. m'envoyer .. mails/emails/messages/publicité
    m'oppose/opposons à
    arrêtez/cessez de/d' .. écrire/envoyer/mails/emails/messages
    arrêtez/cessez vos/ces mails/emails/messages
    !plus utiliser .. données/adresse
    stop pub
    d'où tenez/avez/sortez/provient .. adresse/coordonnées/mail/données/email/numéro/informations
    comment avez/avoir vous? eu/obtenu .. adresse/coordonnées/mail/données/email/numéro/informations
    supprimé/supprimée/supprimés/supprimées .. fichiers/fichier/listes/liste/base/bases/données
    effacé/effacée/effacées/retiré/retirée .. fichiers/fichier/listes/liste/base/bases/données
    rectifier .. données/informations personnelles
    ne souhaite/souhaitons/veux/voulons plus recevoir/être
    être retiré/supprimé/effacé/désinscrit/contacté
    conservez/détenez/possédez .. données/informations
    fuite de données
    effacement
    base légale
    désinscrire
    vos envois
    cessez/arrêtez d'utiliser
    utiliser mon/mes/notre adresse/données/mail/coordonnées
    d'arrêter de m'/nous envoyer/écrire/contacter/relancer
    arrêter de m'/nous? envoyer/écrire .. messages/mails/courriels/emails
    !jamais donné mon/notre accord/consentement
    ~messages/mails/courriels .. plus/arrêter/stop
    ~consentement/vie privée/données
""")

ENGLISH = lines("""
    gdpr
    ccpa
    data protection
    subject access request
    a sar
    dsar
    personal data/information
    right to be forgotten
    right of/to access/erasure/object/objection
    delete/erase/remove .. data/details/information/records/email
    data .. delete/deleted/erased/hold/removed
    unsubscribe
    opt out
    opt-out
    take/remove/get me/us/my/our off/from
    take/remove my/our email/address/name/details .. off/from/list
    off/from your/this/the mailing? list
    stop emailing/mailing/sending/messaging/contacting me/us/these
    stop .. emails/mails/spam
    do not email/mail/message/contact me/us again
    !not email/mail/contact me/us .. again/anymore
    no more emails
    object to .. processing
    who gave/sold you my/our
    how did you get/obtain .. email/address/details/data/number/name
    where did you get .. email/address/details/data/number/name
    erase/delete it/them/me/everything/mine from
    erase/delete/purge/wipe .. systems/system/database/records/files/list
    what data/information .. hold/have/store
    hold about/on me/us
    copy of my/the data
    withdraw/withdrawing my? consent
    data subject
    stop processing/using my
    remove me
    !never consented/subscribed/agreed_to_these/signed_up
    ~consent/consented/privacy/data/messages
""")

LABEL = Label(
    name="privacy_request",
    titles={"en": "Privacy request", "fr": "Demande RGPD"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    asks=True,
    examples={
        "fr": Examples(
            match=("Merci de supprimer mes données de vos fichiers.", "Retirez-moi de votre liste de diffusion."),
            near=("Merci de supprimer cette ligne de la facture.", "Voici nos coordonnées bancaires."),
        ),
        "en": Examples(
            match=("Please delete all my data.", "Unsubscribe."),
            near=("Please remove the late fee.", "We paid off the balance."),
        ),
    },
)
