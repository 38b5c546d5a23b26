"""'In instalments, please': the client asks to pay in parts or later than due. A person agrees, not the bot.

Longer than other files because the cues of two languages stand here, one cue a line.
"""

from datetime import timedelta

from bot.core.acts import Act, Draft, Escalate, Pause, ProposePlan
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Propose the plan to a person and rest while it is being agreed."""
    plan = ProposePlan(
        at.number("instalments"),
        at.amount("instalment_amount"),
        at.text("frequency"),
        at.day("first_date"),
        at.day("deferral_until"),
        at.invoices,
    )
    rest = Pause(at.today + timedelta(days=at.policy.pause_days), "plan_asked", at.invoices)
    return [plan, rest, Escalate("agree_plan", "plan_asked"), Draft("plan_received")]


FRENCH = lines(
    """
    échéancier
    échéanciers
    étaler
    étalement
    étalée/étalé/étalées/étalons
    échelonner
    échelonnement
    échelonné/échelonnée
    mensualité/mensualités
    !plusieurs fois
    en {n} fois
    en plusieurs/quelques versements/échéances/paiements/règlements/mois/temps
    en {n} versements/échéances/paiements/PAYMENT/chèques/mois/temps
    {n} fois AMOUNT
    AMOUNT par/chaque mois/semaine/trimestre
    AMOUNT tous/toutes les mois/semaines/fin
    AMOUNT .. chaque/par mois/semaine/fin
    AMOUNT maintenant/immédiatement/FUTURE/aujourd'hui .. AMOUNT/reste/solde/reliquat
    AMOUNT FUTURE et/puis AMOUNT
    moitié .. reste/solde/moitié/moitie
    tiers .. tiers
    partie maintenant/FUTURE
    partie .. reste/solde plus?
    reste/solde .. ensuite/après
    accorder .. {delay}
    accordez .. {delay}
    accorder/accordez/laisser/laissez/donner/donnez/octroyer .. FUTURE/semaines/jours/mois
    {delay} .. possible/envisageable/accepter/accordé/jusqu'
    {ask} .. {delay}
    un/d'un/le report au/de/FUTURE
    report .. échéance/FUTURE/PAYMENT
    reporter/repousser/décaler/différer/retarder .. échéance/PAYMENT/FUTURE/date/PAID/facture/BILL/date
    reporter/repousser/décaler/différer au/FUTURE
    repousser/décaler/reporter de
    payer/régler plus tard
    TOPAY plus tard
    TOPAY petit à petit
    TOPAY .. jusqu'
    patienter .. FUTURE/jusqu'/semaines/jours
    attendre .. FUTURE
    !pas tout TOPAY
    !pas TOPAY .. en une fois/totalité/d'un coup/un coup
    !pas TOPAY la totalité/tout/intégralité
    plan de PAYMENT/apurement/remboursement/règlement
    plan d'apurement/étalement
    !d'un coup
    moratoire
    jusqu'à apurement
    arrangement
    facilités/facilité de PAYMENT/règlement/caisse
    acompte .. reste/solde/puis
    premier/première/1er/1ère versement/échéance/virement/mensualité
    PAYMENT fractionné/échelonné/partiel/fractionnés/partiels
    jusqu'au FUTURE pour TOPAY
    jusqu'à FUTURE pour TOPAY
    accord/d'accord .. échéancier
    délai jusqu'/FUTURE
    délai supplémentaire
    délai de/pour PAYMENT/TOPAY
    délais
    s'arranger
    nous/on/m'/peut arranger/arrangeons
    différé/différée/différés de/du/jusqu'/FUTURE/PAYMENT
    un différé
    patienter
    patience .. FUTURE/jusqu'/semaines/mois
    !ne pourrai/pourrons/peux/pouvons/pourra pas? .. avant FUTURE
    !pas avant FUTURE .. possible/patienter/?
    !pas avant la/le/fin
    jusqu'à extinction
    {n} chèques
    {n} mensualités
    un en/le/fin? FUTURE .. un en/le/fin? FUTURE
    paiement/PAYMENT partiel/partiels/échelonnés
    TOPAY .. chaque/par mois
    verser .. chaque/par/mois
    tous les mois
    petites sommes/mensualités
    petit à petit
    au fur et à mesure
    une/la première? partie .. FUTURE
    en deux temps
    accordez-nous/accordez/accorder
    souplesse
    repousser/décaler/reporter/différer/étendre/prolonger
    ok/accord/d'accord/acceptons/accepte pour/le/votre/les/l'? .. mensualités/échéancier/fois/versements
    commencer/commencerai/débuter/démarrer .. FUTURE
    lisser/lissage
    remise/délai/délais gracieux
    NUMBER par/chaque mois/semaine
    NUMBER tous les mois
    NUMBER maintenant/FUTURE .. NUMBER/reste/solde
    NUMBER tout de suite .. reste/solde/NUMBER
    tout de suite .. reste/solde
    prenez/prendre/accepter/acceptez .. AMOUNT/NUMBER .. reste/solde/FUTURE
    {n} chèques de
    encaissables
    chaque fin/début de mois
    décaler d'un/de
    une fleur
    laissez/laisser-nous/moi jusqu'/FUTURE
    laissez nous/moi jusqu'/FUTURE
    laissez nous/moi .. FUTURE/jusqu'
    jusqu'au? FUTURE .. svp/possible/patienter/laisser
    reporté/décalé/repoussé/différé au/à/FUTURE
    NUMBER/AMOUNT par mois/semaine
    ~ça passe
    ~ça vous irait/va/convient/convenir
    ~délai
    ~échéance/échéances
    ~{n} mois
    ~petit/petits/plusieurs
    ~% .. solde/reste
    ~reporter/repousser/étaler
""".replace(
        "{ask}",
        "demande/demander/demandons/sollicite/sollicitons/solliciter/souhaite/souhaitons/besoin/"
        "propose/proposons/"
        "possible/obtenir/souhaiterions/souhaiterais/voudrais/aimerais/bénéficier/avoir/auriez/aurait/possibilité",
    )
)

ENGLISH = lines("""
    installments
    installment
    payment plan
    PAYMENT plan/plans/arrangement/arrangements/schedule
    repayment plan/schedule
    pay plan
    spread it/the/this/over/payments/cost/PAYMENT/them/out
    spreading
    split it/the/this/over/into/payments/PAYMENT
    stagger/staggered
    in {n} PAYMENT/parts/goes/chunks/lots/monthly/weekly/equal
    over {n} months/weeks/PAYMENT/monthly
    over FUTURE
    over the next {n} months/weeks
    over a few/couple months/weeks
    over several months/weeks
    AMOUNT a/per/each/every month/week/quarter
    AMOUNT/amount monthly/weekly/pm/pcm/quarterly
    AMOUNT/half/part/some now .. rest/balance/remainder/half/other/AMOUNT
    AMOUNT/half/part/some FUTURE .. rest/balance/remainder/half/other/AMOUNT
    AMOUNT/half/part/some today .. rest/balance/remainder/half/other/AMOUNT
    half .. half/rest/balance/remainder
    half now
    third now
    {n} x AMOUNT
    {n} monthly PAYMENT
    monthly PAYMENT
    weekly PAYMENT
    partial PAYMENT
    part PAYMENT
    part-payment
    PAYMENT in parts
    pay it? off .. month/weekly/monthly/bit/slowly
    TOPAY .. bit by bit
    TOPAY .. in parts/stages
    extension
    extend .. terms/due/deadline/date/payment/PAYMENT
    extended terms
    more/extra/additional/little/bit/some time
    more/extra/additional weeks/days/month/months
    {n} more weeks/days/months
    a few more weeks/days
    another {n}? week/weeks/month/months/days/fortnight
    another couple of? weeks/months/days
    defer/deferral/deferred/deferring
    postpone/postponement
    push it/this/payment/PAYMENT/date? back/out
    put .. off until/till
    move the/our due/PAYMENT date
    delay .. PAYMENT/until/till/FUTURE
    give/grant/allow us/me until/till/FUTURE
    give/grant/allow us/me .. time/weeks/days/months/extension/longer/break/week/month/chance
    hold off until/till/FUTURE
    wait until/till FUTURE
    TOPAY .. later
    TOPAY .. until
    cannot/can not TOPAY .. all/full/once/whole/entire
    !not TOPAY .. in one go/all at once/in full
    !not TOPAY it? all
    grace period
    breathing space/room
    PAYMENT holiday
    come to an/some arrangement
    work out .. arrangement/plan/schedule
    work something out
    flexibility/flexible
    need until/till FUTURE
    give you/us .. now .. rest
    now and/then .. rest/balance/remainder/FUTURE
    rest/balance/remainder .. over/in/later
    clear the/rest/balance over
    PAID .. over the next
    over the summer/winter/year/next/coming/course
    would that/this be acceptable/ok/okay/possible/alright/agreeable
    accept .. installments/offer/arrangement
    happy with the .. installments/plan/payments
    can/could we/i pay .. later/month/weekly/part/some
    in stages/chunks/dribs
    small/smaller amounts/payments/installments
    bit by bit
    whatever i/we can
    a bit at a time
    a little at a time
    each/every month/week/payday/fortnight
    on paydays
    reschedule/rescheduling
    come to an agreement
    meet me/us halfway
    later date
    more flexible
    longer to pay
    longer terms
    delay .. until/till/FUTURE
    standing order
    regular payments/PAYMENT
    NUMBER a/per/each/every month/week/quarter
    NUMBER/it now and/then/rest/balance
    NUMBER now .. rest/balance/remainder/NUMBER
    NUMBER monthly/weekly/pm
    afford/manage NUMBER
    break/breaking it/this/that/the/them .. up/into/down
    smaller PAYMENT/payments/amounts/bits/chunks
    AMOUNT/NUMBER .. at the? end/start of each/every/the
    each/every month
    extra/additional/another/more NUMBER days
    extra NUMBER days
    extra {n}/month/week/fortnight/days/weeks
    hold this/it/off/the/fire .. until/till/FUTURE
    hold .. until after
    after easter/christmas
    back on our/my feet
    bear with us .. until/till/FUTURE
    could/can you wait
    wait a bit/while/little/few
    hold off
    a bit longer/more
    longer .. pay
    appreciate .. extra/more/additional
    cant/can not do it? all
    NUMBER this/FUTURE .. rest/remainder/balance/next
    AMOUNT this .. rest/remainder/balance/next
    rest next/nxt
    ~{n} months
    ~settle in FUTURE
    ~breathing space/room
    ~more time
    ~weekly/monthly/quarterly
    ~later
    {n} PAYMENT
    one in FUTURE
""")

LABEL = Label(
    name="payment_plan",
    titles={"en": "Payment plan", "fr": "Demande d'échéancier"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    asks=True,
    examples={
        "fr": Examples(
            match=(
                "Pourrions-nous régler cette facture en trois fois ?",
                "Je peux verser 200 € par mois, pas davantage.",
                "Serait-il possible de reporter l'échéance au 30 avril ?",
                "Je ne peux pas tout payer d'un coup.",
            ),
            near=(
                "Nous n'avons pas besoin d'échéancier.",
                "Le virement est parti ce matin.",
                "Nous paierons vendredi.",
            ),
        ),
        "en": Examples(
            match=(
                "Could we pay this in three instalments?",
                "I can manage 200 a month.",
                "Would you give us two more weeks?",
                "We'd like to spread the balance over six months.",
            ),
            near=("An instalment plan won't be necessary.", "We paid in full.", "We will pay on Friday."),
        ),
    },
)
