"""Changed or doubtful bank details: the sign of a fraud. Never answered by mail; somebody calls a known number (X5)."""

from datetime import timedelta

from bot.core.acts import Act, Escalate, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Urgent, by telephone; no draft, for an answer could go to the fraudster."""
    rest = Pause(at.today + timedelta(days=at.policy.pause_days), "bank_details_doubtful", at.invoices)
    return [rest, Escalate("verify_bank_details", "bank_details_doubtful", urgent=True)]


FRENCH = lines(
    """
    nouveau/nouveaux/nouvel/nouvelle/nouvelles rib/iban/compte/coordonnées/banque/ribs/domiciliation
    autre rib/iban/compte bancaire
    {change} .. {bank}
    {bank} .. {change}
    {bank} .. {differs}
    {bank} .. le/la/les/bien? vôtre/vôtres
    changé/changez/changer de banque/compte
    changement de banque/compte
    {bank} .. {valid}
    {check} .. {bank}
    !est ce bien/vraiment? .. {bank}
    !{bank} .. pas le même/bon
    !pas le même/bon {bank}
    deux/plusieurs {bank} différents/différent
    ~fraude/frauduleux/frauduleuse/phishing/hameçonnage/usurpation/piratage/piraté
    fraude/frauduleux/frauduleuse/arnaque/phishing/usurpation/piratage/piraté .. mail/courriel/message/boîte/{bank}
    mail/courriel/message/boîte .. fraude/frauduleux/arnaque/phishing/piraté/usurpation
    faux {bank}
    mail/courriel/message .. annonçant/indiquant .. {bank}
    IBAN .. vôtre/votre/correct/bon/valide
    sur l'/le/ce/cet? compte/iban? IBAN
    IBAN
    titulaire .. compte .. différent/diffère/correspond
    dernier/derniers chiffres .. {bank}
    compte se? terminant .. {question}
    compte .. étranger/lituanie/lituanien/portugal/espagne/allemand/revolut/néobanque/lettonie/irlande
    nouveau/nouveaux/nouvel/nouvelle/autre rib/iban/compte/coordonnées_bancaires/coordonnées
    rib/iban/compte/coordonnées_bancaires/coordonnées .. reçu/reçus .. mail/courriel/hier
    est-ce bien/vraiment? vous
    est ce bien/vraiment? vous
    PAID/PAYMENT/viré/virement/envoyé .. nouveau/autre/bon/mauvais/ancien compte/rib/iban
    ancien compte/rib/iban
    compte que/qui/indiqué/communiqué/mentionné .. mail/message/courrier/collègue/lettre
    compte vous HAVE indiqué/communiqué/donné/transmis/fourni
    deux rib/iban/comptes
    rib/iban/compte .. différent/autre/change/suspect/bizarre/étrange/douteux
    suspect/suspecte/douteux/louche/bizarre .. mail/rib/iban/compte/message
    mail/rib/iban/message .. suspect/suspecte/douteux/louche/bizarre/faux/frauduleux
    rappeler/appeler/appelez/rappelez/téléphone .. confirmer .. rib/iban/compte/coordonnées_bancaires/coordonnées
    confirmer .. téléphone/oral/vive voix
    coordonnées bancaires .. diffèrent/diffère/différentes/différent/différents/changé/modifiées/précédentes
    diffèrent/diffère/différentes/différent/différents/changé/modifiées/précédentes .. coordonnées/rib/iban
    confirmer par téléphone
    changer de compte/banque/rib/iban
    appelé/appelés/téléphoné .. compte/rib/iban/bancaire/coordonnées
    en votre nom .. compte/rib/iban/bancaire/coordonnées
    !titulaire .. rib/compte/iban
    titulaire du rib/compte
    !rib/iban/compte .. n'est pas
    ~rib/iban .. bon/doute/sûr/vérifier/interroge
""".replace(
        "{change}",
        "changé/changement/changez/changer/modifié/modification/modifiée/modifiées/changée/changent/"
        "mise_à_jour/mis_à_jour/"
        "actualisé/remplacé/change",
    )
    .replace(
        "{bank}",
        "rib/iban/compte_bancaire/votre_compte/numéro_de_compte/coordonnées_bancaires/domiciliation/"
        "ribs/ibans/vos_coordonnées",
    )
    .replace("{differs}", "diffère/différent/différente/différentes/différents/correspond/correspondent/diffèrent")
    .replace("{valid}", "valide/valables/valable/actuel/correct/corrects/exact/exactes/toujours")
    .replace(
        "{check}",
        "confirmer/confirmez/vérifier/vérifiez/confirmation/vérification/confirmé/authentifier/"
        "vérifie/vérifions/assurer",
    )
    .replace("{question}", "vôtre/votre/bien/correct")
)

ENGLISH = lines(
    """
    new bank/banking account/details/iban
    new account/iban/sort details/number/code
    your new account/bank/iban
    {change} .. {bank}
    {bank} .. {change}
    {bank} .. {differs}
    {check} .. {bank}
    {bank} .. correct/right/valid/yours/genuine/legitimate
    !is .. {bank} yours/correct/right
    !not match .. {bank}
    !{bank} .. not match
    two/different {bank}
    ~fraud/fraudulent/scam/phishing/spoofed/impersonating
    fraud/fraudulent/scam/phishing/hacked/compromised/spoofed/impersonating .. email/mail/message/mailbox/{bank}
    email/mail/message/mailbox .. fraud/fraudulent/scam/phishing/hacked/compromised/spoofed
    email/message/letter .. saying/stating/advising/asking .. {bank}
    IBAN
    to/is/into IBAN
    is IBAN
    account ending .. yours/correct/right/different
    moved/moving/switched/switching to a new bank/account
    new bank
    a new/different/another bank/account/iban
    old/previous account/bank/iban
    sent/paid/PAID .. new/different/other/wrong/old account/bank/iban
    account .. in your email/letter/message
    details .. changed/different/not match/suspicious/genuine
    suspicious/odd/strange/dodgy .. email/account/details/bank/message
    email/account/details/message .. suspicious/odd/strange/dodgy/fake/genuine
    call/phone/ring .. confirm/verify .. account/details/bank/before
    confirm .. before we pay/transfer/send/wire
    your bank HAVE changed
    account number .. different/differs/differ/changed/match
    different/differs/differ/changed/match .. account number/details
    into/to the/your/a new account
    new account you
    details .. emailed
    pretending/pretended to be you
    asked us to change/update .. account/bank/details
    change our/the/your account/bank details
    payee/account/beneficiary name .. not/different/match/details/yours
    name on .. account/bank .. not/different/match/bank/account/details/yours
    ~bank_details .. right/correct/sure/strange
""".replace("{change}", "changed/change/changing/updated/update/amended/switched/moved/replaced")
    .replace(
        "{bank}",
        "bank_details/banking_details/bank_account/account_details/account_number/iban/sort_code/"
        "bank_accounts/"
        "payment_details/remittance_details/bank_info",
    )
    .replace("{differs}", "different/differs/differ/mismatch")
    .replace(
        "{check}", "confirm/verify/verifying/confirming/double-check/check_your/check_the/validate/confirmation_of"
    )
)

LABEL = Label(
    name="bank_change",
    titles={"en": "Changed or doubtful bank details", "fr": "Coordonnées bancaires douteuses"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    asks=True,
    examples={
        "fr": Examples(
            match=(
                "Nous avons payé sur votre nouveau compte.",
                "Votre IBAN a changé, est-ce normal ?",
                "Pouvez-vous confirmer que ce RIB est bien le vôtre ?",
            ),
            near=("Pouvez-vous nous renvoyer votre RIB ?", "Notre banque a exécuté le virement."),
        ),
        "en": Examples(
            match=(
                "We paid to your new bank account.",
                "Your account number has changed, is that right?",
                "Is this IBAN yours?",
            ),
            near=("Please send us your bank details.", "Our bank made the transfer."),
        ),
    },
)
