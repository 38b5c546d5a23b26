"""'I will not pay', and no ground given: no machine should argue."""

from datetime import timedelta

from bot.core.acts import Act, Draft, Escalate, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """A person calls; reminders rest meanwhile."""
    rest = Pause(at.today + timedelta(days=at.policy.reply_rest_days), "refused", at.invoices)
    return [rest, Escalate("call_client", "refused"), Draft("refusal_received")]


FRENCH = lines("""
    !ne WILLPAY pas/rien/jamais
    !WILLPAY pas/rien/jamais
    !ne PAY/paye pas/rien/jamais
    !refuse/refusons/refusent de/catégoriquement? de? TOPAY
    !n'aurez rien/pas
    !aurez pas un
    !aurez pas/rien .. argent/sou/centime/moi/nous
    !n'obtiendrez/verrez/toucherez rien/pas
    !pas un/le moindre centime/sou/euro/rond/kopeck
    hors de question
    !pas question de/que
    !aucune intention de TOPAY
    !pas l'intention de TOPAY
    foutez/foutre/fichez .. paix/camp/fous
    laissez/laissez-moi moi/nous tranquille/tranquilles
    allez vous faire
    allez au diable
    arrêtez/cessez de .. harceler/emmerder/importuner/relancer
    harcèlement
    attaquez-moi/attaquez/poursuivez
    faites un? procès
    !rien à faire de/d'
    m'en fiche/fous/moque
    vous pouvez toujours courir/attendre
    pouvez courir/attendre
    allez-y attaquez
    !n'ai/avons rien à vous? TOPAY
    !ne céderai/céderons pas
    voleurs/escrocs/rapaces/vautours
    !ne m'? m'écrivez/écrivez/contactez/relancez/appelez plus
    !m'écrivez plus
    !ne me contactez/relancez/appelez plus
    !rien du tout
    !jamais de la vie
    !compter sur moi/nous
    comptez pas/là dessus/sur
    !comptez pas
    non c'est/et/,? non
    c'est non
    refus catégorique/de TOPAY/de
    ne céderai
    m'en moque/contrefiche
    vos relances/menaces/courriers .. poubelle/fiche/moque/impressionnent/inutile/inutiles/rien
    même pas en rêve
    allez au/vous/en
    !rien ne/n' PAID/sera/vous
    !donnerai/donnerons pas suite
    !ne donnerai pas
    brosser/gratter
    allez au/chez
    classement vertical
    !comptons/compte pas TOPAY/vous
    !n'ai/avons pas l'intention
    !rien ne vous sera
    !ne céderons/céderai
    !toucherez/toucheras/obtiendrez/récupérerez rien/pas
    inutile d'insister
    !n'attendez aucun/pas/rien
    !aucun PAYMENT de ma/notre part
    ~refuse/refusons
""")

ENGLISH = lines("""
    !will/shall not be? TOPAY/PAYING
    !not going to TOPAY
    !not PAYING
    !refuse/refuses/refusing/decline/declining to TOPAY
    !never TOPAY
    !will never TOPAY/get/see
    !no intention of PAYING
    !will not get .. penny/cent/money/dime
    !not getting .. penny/cent/dime/money
    !not a/one? single? penny/cent/dime
    not getting anything/another
    over my dead body
    get lost
    go to hell
    stop/quit harassing/hounding/bothering/pestering/chasing/threatening
    leave me/us alone
    sue me/us
    see you in court
    take me/us to court
    do your worst
    bugger/piss/sod/fuck off
    shove it
    !not TOPAY you/this/it/that/anything
    whistle for it
    crooks/thieves/sharks
    tear/torn it/up
    !not giving/handing/sending/getting you/a/any/this/one? .. penny/cent/dime/money/anything/thing
    !not giving you
    no way
    no chance
    forget it
    dream on
    not a chance
    !not see .. penny/cent/dime/money
    try and make me
    do what you like/want
    go ahead and sue
    could not care less
    wasting your time
    waste of time
    waste your breath
    i/we refuse
    binned
    in the bin
    will get nothing
    get nothing from me/us
    refusing .. PAYMENT
    refusing to
    refuse .. PAYMENT
    nothing from me/us
    you HAVE had all you are getting
    get nothing .. me/us
    you will get/receive nothing
    nothing .. from me/us
    !not getting/being PAID
    all you want/like
    hold your breath
    ~refuse/refusing
    !~not PAYING/TOPAY
""")

LABEL = Label(
    name="refusal",
    titles={"en": "Refusal", "fr": "Refus"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    examples={
        "fr": Examples(
            match=("Je ne paierai pas, inutile d'insister.", "Vous n'aurez pas un centime."),
            near=("Nous paierons vendredi.", "Nous refusons la livraison car tout est cassé."),
        ),
        "en": Examples(
            match=("I am not going to pay this.", "You won't get a penny out of me."),
            near=("We will pay on Friday.", "I cannot pay before Monday."),
        ),
    },
)
