"""Insolvency proceedings of the client: every demand stops, and the claim must be declared in time."""

from bot.core.acts import Act, Draft, Escalate, StopForInsolvency
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Stop at once (art. L622-7, L622-21 C. com.) and have a person declare the claim."""
    stop = StopForInsolvency(at.text("proceeding") or "other", at.day("judgment_date"), at.text("officer"))
    return [stop, Escalate("declare_claim", "insolvency", urgent=True), Draft("insolvency_noted")]


FRENCH = lines("""
    redressement judiciaire
    en redressement
    liquidation judiciaire
    liquidation amiable/simplifiée
    en liquidation
    mise/mis en liquidation/redressement/sauvegarde
    liquidation de la/l'/notre/ma société/entreprise
    prononcé/prononcée/prononçant .. liquidation/redressement/sauvegarde/faillite
    procédure/plan/jugement/période de sauvegarde/redressement/liquidation
    procédure collective
    sauvegarde judiciaire
    sauvegarde .. tribunal
    mandataire judiciaire
    administrateur judiciaire
    liquidateur
    liquidateur judiciaire
    juge commissaire
    cessation des? PAYMENT
    cessation de PAYMENT
    dépôt de bilan
    déposé le/notre/son/mon bilan
    déposons/dépose le/notre/mon bilan
    en faillite
    fait faillite
    faillite personnelle
    surendettement
    bodacc
    déclarer/déclaration/déclarez .. créance/créances
    jugement d'ouverture
    ouverture d'une procédure
    période d'observation
    !plus .. TOPAY .. dettes/créances antérieures
    dettes/créances antérieures
    placé/placée/placés sous/en sauvegarde/redressement/liquidation/administration
    sous sauvegarde
    jugement de liquidation/redressement/sauvegarde
    liquidation rendu/rendue/prononcé/prononcée/judiciaire
    liquidation .. tribunal/jugement/désigné/nommé/ouverte/clôturée
    commission de surendettement
    dossier .. surendettement/banque de france
    banque de france .. dossier/surendettement/recevable
    recevabilité
    mandataire/liquidateur/administrateur désigné/nommé/désignée
    gel des créances/dettes/poursuites
    arrêt/suspension des poursuites
    tribunal de commerce .. sauvegarde/redressement/liquidation/ouvert/jugement/placé/placée
    bilan .. déposé/déposer
    déposé .. bilan
    rj
    !plus autorisés/autorisé/autorisée à
    selarl .. mandataire
    ouvert une? procédure de sauvegarde/redressement/liquidation
    ~tribunal/mandataire/procédure/créanciers/administrateur/sauvegarde
    liquidation/sauvegarde/redressement .. HAVE été prononcée/ouverte/prononcé/ouvert
""")

ENGLISH = lines("""
    in/into/enter/entered/entering/under administration
    administrators/administrator HAVE/WAS/IS? appointed
    appointed .. administrators/administrator/liquidator/liquidators/receiver/receivers/trustee
    joint administrators
    joint liquidators
    liquidator/liquidators
    in/into/entered/enter liquidation
    liquidation
    insolvent
    insolvency
    bankruptcy
    bankrupt
    chapter 11/7/13
    receivership
    in the hands of .. receiver/receivers/administrators
    winding up order/petition
    wound up
    company voluntary arrangement
    a cva
    cva with/proposal/was/has
    proof/proofs of debt/claim
    automatic stay
    debt relief order
    individual voluntary arrangement
    an iva
    trustee in bankruptcy
    petition .. filed/court
    moratorium
    restructuring plan/proceedings
    examinership
    examiner appointed
    sequestration
    creditors meeting
    meeting of creditors
    filed for protection/bankruptcy
    statutory demand
    appointed administrators/administrator/liquidator/liquidators/receiver/receivers/trustee
    WAS/HAVE/BEEN appointed .. administrator/administrators/liquidator/liquidators
    WAS/HAVE/BEEN appointed .. receiver/receivers/trustee/practitioner
    administrator/administrators/liquidator/liquidators WAS/HAVE BEEN? appointed
    receiver/receivers/trustee/practitioner WAS/HAVE BEEN? appointed
    filed for .. bankruptcy/insolvency/protection/chapter
    gone/went/going into/under/bust administration/liquidation/receivership
    gone bust
    went bust
    wound-up
    winding-up
    debt management company/plan
    in default of creditors
    ceased trading .. administrator/administrators/liquidator/liquidators/receiver/receivers/trustee/practitioner
    insolvency practitioner/practitioners/service/proceedings
    creditors voluntary liquidation
    cvl
    trust deed
    receiver WAS/HAVE/IS BEEN? appointed
    receiver appointed
    ~administration/creditors/receiver/court/trustee/petition
""")

LABEL = Label(
    name="insolvency",
    titles={"en": "Insolvency", "fr": "Procédure collective"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    examples={
        "fr": Examples(
            match=(
                "Notre société a été placée en redressement judiciaire le 3 mars.",
                "Adressez votre déclaration de créance au mandataire judiciaire.",
                "Nous avons déposé le bilan.",
            ),
            near=(
                "Notre opération de liquidation totale du stock commence lundi.",
                "Nous ne sommes pas en liquidation.",
            ),
        ),
        "en": Examples(
            match=(
                "The company entered administration last week.",
                "We have filed for bankruptcy.",
                "A liquidator has been appointed.",
            ),
            near=("We are not in liquidation.", "The administration department will check."),
        ),
    },
)
