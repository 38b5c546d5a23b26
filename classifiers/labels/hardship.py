"""Illness, death, disaster or cash trouble, told without asking for a plan: people first, and a person calls."""

from datetime import timedelta

from bot.core.acts import Act, Draft, Escalate, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Rest for a while and have a person get in touch."""
    rest = Pause(at.today + timedelta(days=at.policy.pause_days), "hardship", at.invoices)
    return [rest, Escalate("call_client", "hardship"), Draft("hardship_received")]


FRENCH = lines("""
    décès
    décédé/décédée/décédés
    deuil
    obsèques/enterrement
    perdu mon/ma/notre/mes mari/femme/père/mère/fils/fille/époux/épouse/associé/conjoint/frère/sœur/parents
    HAVE perdu .. marché/client/emploi/travail/contrat
    mort de/du/d'
    maladie
    gravement/très malade
    suis/est malade
    malade
    hospitalisé/hospitalisée/hospitalisation
    à l'hôpital
    cancer/avc/infarctus/chimiothérapie
    opéré/opérée
    burn-out
    burnout
    arrêt maladie/travail
    accident du? travail/voiture/route/grave
    accident
    incendie/inondation/inondé/inondés/sinistre/tempête/cambriolage/dégât/dégâts
    ravagé/détruit/brûlé/brûlés
    difficultés financières/de? trésorerie/passagères
    difficultés
    difficulté financière
    trésorerie .. {tight}
    {tight} .. trésorerie
    problème/problèmes/soucis/tension/tensions de trésorerie/argent
    !plus de/d' trésorerie/argent/liquidités/sous/revenus/travail
    !pas les/de/d' moyens/argent/sous/liquidités
    !plus les moyens
    !plus rien sur .. compte
    à découvert
    au chômage
    rsa
    mal en point
    au bord du/de dépôt/gouffre/faillite
    situation .. difficile/compliquée/critique/délicate/précaire
    période .. difficile/compliquée/délicate/critique
    passe difficile
    !arrive/arrivons plus/pas à .. joindre/payer/TOPAY/faire
    étranglé/étranglés/asphyxié/asphyxiée
    !peux/peut/pouvons/pouvez plus/pas .. TOPAY
    survie
    nos? propres clients .. retard/paient/paie
""".replace("{tight}", "tendue/difficile/exsangue/sèche/dégradée/fragile/catastrophique/compliquée/insuffisante/basse/vide/pas/plus"))

ENGLISH = lines("""
    passed away
    HAVE died
    died
    death of/in
    funeral
    bereavement
    lost my/our husband/wife/father/mother/dad/mum/mom/son/daughter/partner/brother/sister
    lost our/my/a .. client/customer/contract/job
    seriously/very/terminally/critically ill
    HAVE BEEN ill/unwell/sick
    IS/am ill/unwell
    off sick
    illness
    in hospital
    in the hospital
    hospitalised/hospitalized
    cancer/stroke/chemotherapy/chemo/surgery
    heart attack
    accident
    fire .. {place}
    {place} .. fire/flooded/flood/burned/burnt/destroyed
    flood/flooded/flooding/burgled/burglary/hurricane/earthquake/storm
    cash flow .. tight/problem/problems/issue/issues/difficult/difficulties/bad/terrible/crunch/struggling/poor
    cash-flow
    cash is .. tight/short
    cash crunch
    tight/short on? cash
    short of cash/money/funds
    money is .. tight
    things are .. tight/tough/difficult
    struggling
    financial/financially difficulty/difficulties/hardship/trouble/struggling/problems
    hard/tough/difficult times/time/period/month/year
    on our/my knees
    !not afford
    !no money/cash/funds
    !not have the/any/enough money/funds/cash
    out of work/money/cash
    lost my job
    made redundant
    laid off
    unemployed
    broke
    skint
    hit .. hard
    staying/stay afloat
    keep .. afloat
    going through a .. time/patch/period/divorce
    !cannot/can not TOPAY
    !not able to TOPAY
    !unable to TOPAY
""".replace("{place}", "warehouse/office/shop/factory/premises/workshop/building/home/house/restaurant"))

LABEL = Label(
    name="hardship",
    titles={"en": "Hardship", "fr": "Difficultés du client"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    examples={
        "fr": Examples(
            match=("Mon associé est décédé la semaine dernière.", "Notre trésorerie est exsangue en ce moment."),
            near=("Nous n'avons aucune difficulté à vous payer.", "Le service comptable est au complet."),
        ),
        "en": Examples(
            match=("My business partner passed away last week.", "Cash flow is extremely tight at the moment."),
            near=("The contract died a natural end in your records?", "We will pay on Friday."),
        ),
    },
)
