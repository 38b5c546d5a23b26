"""'In instalments, please': the client asks to pay in parts or later than due. A person agrees, not the bot."""

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


FRENCH = lines("""
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
    délai de/supplémentaire/pour
    délais
""".replace("{ask}", "demande/demander/demandons/sollicite/sollicitons/solliciter/souhaite/souhaitons/besoin/propose/proposons/"
    "possible/obtenir/souhaiterions/souhaiterais/voudrais/aimerais/bénéficier/avoir/auriez/aurait/possibilité"))

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
    push .. back/out/FUTURE
    put .. off until/till
    move the/our due/PAYMENT date
    delay .. PAYMENT/until/till/FUTURE
    give/grant/allow us/me until/till/FUTURE
    give/grant/allow us/me a/some/more/another/{n}
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
            near=("Nous n'avons pas besoin d'échéancier.", "Le virement est parti ce matin.", "Nous paierons vendredi."),
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
