"""Illness, death, disaster or cash trouble, told without asking for a plan: people first, and a person calls."""

from datetime import timedelta

from bot.core.acts import Act, Draft, Escalate, Pause
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Rest for a while and have a person get in touch."""
    rest = Pause(at.today + timedelta(days=at.policy.pause_days), "hardship", at.invoices)
    return [rest, Escalate("call_client", "hardship"), Draft("hardship_received")]


FRENCH = lines(
    """
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
    IS/été/suis/sera opéré/opérée
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
    caisse/caisses/comptes/trésorerie .. vide/vides/bloqué/bloqués/zéro
    c'est dur/compliqué/difficile/tendu/chaud
    dur/compliqué/difficile/tendu/délicat en ce moment
    en ce moment .. dur/difficile/compliqué/tendu/galère
    galère/galères
    avc
    entreprise/activité/boîte/chantier à l'arrêt/arrêt
    à l'arrêt
    baisse/chute d'activité/du/chiffre
    plus un sou/centime/rond
    !plus un sou
    au plus mal
    coma/réanimation/hôpital/clinique
    suicide/dépression/divorce
    perte d'un/de/du marché/client/contrat/emploi
    mon/notre gérant/mari/femme/père/mère/fils/fille/associé/patron .. malade/hôpital/décès/décédé/décédée/mort
    mon/notre gérant/mari/femme/père/mère/fils/fille/associé/patron .. morte/opéré/avc
    mon/notre gérant/mari/femme/père/mère/fils/fille/associé/patron .. accident/cancer/hospitalisé/hospitalisée
    couler/coulons/survivre/tenir/fermer boutique
    sinistré/sinistrée/sinistrés
    grosses/graves/grandes/sérieuses difficultés
    galérer
    victime/victimes d'
    tout perdu
    perdu/perdus tout/dans
    inondations/incendies/tempêtes/séisme/cyclone
    mois/semaines d'hospitalisation/arrêt/maladie
    sors/sortons d'un/de
    à bout
    dépression
    grave accident
    victime d'un/de
    brûlé/brûlée/ravagé
    au rsa
    !~n'ai/avons rien
    !n'ai/avons plus rien
    ~crise/malheureusement/difficile/difficulté/perte
""".replace(
        "{tight}",
        "tendue/difficile/exsangue/sèche/dégradée/fragile/catastrophique/compliquée/insuffisante/basse/vide/pas/plus",
    )
)

ENGLISH = lines(
    """
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
    illness .. our/my/we/i
    my/our/his/her/serious illness
    in hospital
    in the hospital
    hospitalised/hospitalized
    cancer/stroke/chemotherapy/chemo/surgery
    heart attack
    accident
    fire .. {place}
    {place} .. fire/flooded/flood/burned/burnt/destroyed
    due/because/after/following/hit .. flood/flooding/burglary/hurricane/earthquake/storm/fire
    we/i/were/was/been/got flooded/burgled
    HAVE BEEN flooded/burgled
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
    am/are/is/totally/completely broke
    skint
    hit .. hard
    staying/stay afloat
    keep .. afloat
    going through a .. time/patch/period/divorce
    !cannot/can not TOPAY
    !not able to TOPAY
    !unable to TOPAY
    intensive care
    icu
    in a coma
    !no income/work/sales/revenue/customers/trade
    !nothing in the bank/account
    nothing in the bank/account
    business is/HAVE .. dreadful/terrible/slow/quiet/bad/awful/poor/dead/down/collapsed/dried/dire
    dreadful/terrible/slow/quiet/bad/awful business/trading/sales/quarter/year/month
    poor/dead/down/collapsed/dried/dire business/trading/sales/quarter/year/month
    trade is/HAVE .. dreadful/terrible/slow/quiet/bad/awful/poor/dead/down/collapsed/dried/dire
    sales have .. dreadful/terrible/slow/quiet/bad/awful/poor/dead/down/collapsed/dried/dire
    in a bad/dire/terrible/difficult place/way/situation/state/position
    diagnosed with
    in a hospice
    lost everything
    wiped out
    barely/hardly/only just surviving/coping/covering/managing
    cannot cope
    going through a? divorce
    with/from/have depression
    nervous breakdown
    been through .. lot
    personal circumstances
    furlough/furloughed
    close/closing/closed .. doors/down
    mum/dad/mom/mother/father/wife/husband/son/daughter/partner/brother/sister died
    no work coming
    !no work
    give us some space
    had a stroke/heart/accident/fall
    lost my wife/husband
    i am behind on
    on benefits/welfare/disability
    nothing to pay with
    !~have/had nothing
    ~tough/hard/difficult/sad
    shop/house/office/warehouse flooded/burned/burnt/burgled
    lost all my/our stock/everything
""".replace("{place}", "warehouse/office/shop/factory/premises/workshop/building/home/house/restaurant")
)

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
