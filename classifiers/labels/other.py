"""Nothing to do with the debt: orders, quotes, logistics, marketing, thanks. Somebody else's desk."""

from bot.core.acts import Act, Escalate
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """A person forwards it."""
    return [Escalate("forward_mail", "off_topic")]


FRENCH = lines("""
    devis pour/de/d'/concernant/sur
    un devis
    ?votre tarif/catalogue/prix
    ?quel/quels est/sont .. prix/tarif/tarifs/délai/délais
    ?passer/repasser commande
    ?repasser/commander/recommander
    ?en stock
    déménage/déménagent/déménageons/déménagement
    nouvelle adresse .. rue/avenue
    bonnes fêtes
    bonne année
    meilleurs vœux
    joyeux noël
    ?rappelez/rappeler/m'appeler/appelez/appelez-moi
    ?rendez vous
    ?rdv
    newsletter/promotion/promo/offre/webinaire
    salon
    | merci |
    | merci beaucoup
    candidature/stage/cv
    horaires
    livraison .. FUTURE
    ?livrer/livrez
    ?quand .. livraison/livrer/livrez
    | merci bonne journée
    félicitations
    vous souhaite/souhaitons
    anniversaire
    ?disponible/disponibles
    ?camion/transporteur/chauffeur .. passe/passer/arrive/heure
    ?maintenance/catalogue/référence .. devis/prix/tarif
    souhaite .. retraite/rétablissement
    bon rétablissement
    ci-joint .. catalogue/tarif/devis/brochure/offre/invitation
    ravi/ravie/enchanté
    réunion/visite/rendez
    délai pour une/la? commande
    ?commande de NUMBER
    ~commande/livraison/tarif/prix/rendez/visite
""")

ENGLISH = lines("""
    ?quote for
    ?a quote/quotation
    ?place an/another? order
    ?in stock
    ?stocking/stock
    ?price list
    ?lead time
    ?do you have/sell/offer
    happy new/holidays/birthday/christmas/easter
    merry christmas
    congratulations
    ?call me
    ?give me a call
    ?get on a call
    ?schedule a? call/meeting/something
    webinar/newsletter/promotion/listing
    click here
    | thanks |
    | thank you |
    | thank you very much
    | thanks a lot
    | many thanks |
    | cheers |
    | yes please
    ?meeting
    job application
    ?when .. deliver/delivery/ship/shipped/arrive
    ?tracking
    moving/moved offices/premises
    ?available/availability
    ?trade fair/show/exhibition
    lovely/nice/great/good to meet/see
    price list
    our catalogue/brochure/offer
    invitation/invite
    get well
    happy retirement
    ?lead time/times
    ~price/order/delivery/meeting/call
""")

LABEL = Label(
    name="other",
    titles={"en": "Something else", "fr": "Autre sujet"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    asks=True,
    examples={
        "fr": Examples(
            match=("Pourriez-vous me faire un devis pour 40 cartons ?", "Pouvez-vous m'appeler demain ?"),
            near=("Nous paierons vendredi.", "Nous contestons cette facture."),
        ),
        "en": Examples(
            match=("Could we have a quote for 40 boxes?", "Please call me tomorrow."),
            near=("We will pay on Friday.", "We dispute this invoice."),
        ),
    },
)
