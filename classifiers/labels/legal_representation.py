"""A lawyer writes, or is named as the one to write to: from then on a person does the writing."""

from bot.core.acts import Act, Draft, Escalate, ProposeContact
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Hand over at once; propose the lawyer as contact when one is named."""
    contact = ProposeContact(at.text("contact_name"), at.text("contact_email"))
    ask = Escalate("answer_lawyer", "legal_representation", urgent=True)
    found: list[Act] = [contact] if contact.name or contact.email else []
    return [*found, ask, Draft("confirm_with_lawyer")]


FRENCH = lines(
    """
    suis/sommes le/les? conseil/conseils/avocat/avocats de/du/des/habituel
    avocat au? barreau
    avocats au barreau
    avocat à la cour
    avocat de/du/des la/mon/ma/notre? société/client/cliente/M
    qualité de/d' conseil/avocat
    intérêts de .. société/M/mme/sarl/sas/client/cliente/madame/monsieur
    soutien des intérêts
    défense des/de ses? intérêts
    mandaté/mandatée/saisi/saisie/chargé/chargée par .. société/client/cliente/sarl/sas/madame/monsieur
    mon/ma/notre client/cliente .. conteste/confirme/entend/m'/demande/considère/réglera/versera/a/est
    mes clients
    {mine} avocat/avocate/avocats/conseil/conseils/juriste .. {acts}
    {mine} avocat/avocate/avocats .. EMAIL/PHONE
    {pass} .. avocat/avocate/avocats/cabinet/conseil
    via/par/avec notre/mon/nos avocat/avocate/conseil/conseils
    voir/voyez/contacter/contactez/adressez/adresser/écrire/écrivez/prendre .. avocat/avocate/maître/conseil
    correspondance .. adressée/cabinet/m'
    confrère/consœur/confraternellement
    votre bien dévoué/dévouée
    {mine} conseil juridique
    cabinet d'avocats
    maître .. notre/mon avocat/avocate/conseil
    passer par/via .. avocat/maître/conseil/cabinet
    agissant/agissons/agis pour/au/en/dans/ès/nom .. sarl/sas/société/client/cliente/sa
    intervenant/interviens/intervenons pour/au/en/dans/ès/nom .. sarl/sas/société/client/cliente/sa
    agissant/agissons/agis pour/au/en/dans/ès/nom .. sci/eurl/association/monsieur/madame/M/mme
    intervenant/interviens/intervenons pour/au/en/dans/ès/nom .. sci/eurl/association/monsieur/madame/M/mme
    au/pour nom et pour? le? compte de
    pour le compte de/du .. sarl/sas/société/client/cliente/sa/sci/eurl/association/monsieur/madame/M/mme
    mon/ma/mes mandant/mandante/mandants/client/cliente
    entre les mains de notre/mon/nos? avocat/avocats/conseil
    suis/sommes avocat/avocate/avocats/conseil
    adresser .. à/au .. avocat/conseil/cabinet
    avocat .. occupe/charge/suit/contactez/écrivez/adressez/dossier/interlocuteur/désormais
    cabinet .. avocat/avocats
    notre/mon service juridique .. prend/suit/gère/contactera
    lettre officielle
    me représente/représentera
    nous représente/représentera
    avocat à/au/de .. représente/désormais/affaire/dossier
    maître .. représente/défend/défendra/assiste
    en ma/notre qualité de conseil/avocat
    ~avocat/avocate/avocats/maître
    m'adresser toute/toutes
""".replace("{mine}", "notre/mon/nos/mes/leur/son/l'")
    .replace(
        "{acts}",
        "occupe/charge/suit/gère/prend/répondra/traite/étudie/vous/reviendra/contactera/dossier/suivi/"
        "saisi/désormais/écrira/"
        "chargé/chargée/mandaté/est/maître",
    )
    .replace(
        "{pass}", "transmis/transmise/confié/confiée/remis/entre_les_mains/mains/transmets/transmettons/dossier/affaire"
    )
)

ENGLISH = lines(
    """
    WE act for/on
    acting for/on behalf
    WE represent
    represents .. company/client/us/me
    represented by .. counsel/attorney/solicitor/solicitors/lawyer/law/llp
    instructed by/on .. client/behalf
    behalf of our/my client
    ~our/my client
    !our/my client .. denies/disputes/contests/rejects/disputed/instructs/instructed/wishes/reserves/maintains
    solicitors/attorney/attorneys/counsel/lawyer/lawyers for
    {mine} .. {law} .. {acts}
    {mine} {law} IS/HAVE .. reviewing/dealing/handling/asked/advised/instructed/taken/now
    {pass} .. {law}
    {law} .. EMAIL/PHONE
    contact/write/speak/address/direct/refer/reply .. {mine} {law}
    through/via/with {mine} {law}
    retained counsel
    legal representative/representatives/representation
    further communication/correspondence .. office/us/me/solicitors/attorney/lawyer/counsel
    correspondence .. this firm/office
    cease contacting/contact .. client
    without prejudice
    take/taking this/it/that up with .. solicitors/solicitor/attorney/lawyer/lawyers/counsel
    ~our/my solicitors/solicitor/attorney/lawyer/lawyers
    speak/talk/write/refer .. to? .. solicitors/solicitor/attorney/lawyer/lawyers/counsel
    in the hands of .. solicitors/solicitor/lawyer/lawyers/attorney/counsel/legal
    on behalf of .. ltd/limited/llc/inc/client/mr/mrs/ms/company
    we have been instructed/retained/engaged
    WE are/am instructed/retained/counsel/solicitors/attorneys
    this firm/office represents
    please note .. represents
    my/our attorney/lawyer/solicitor/counsel/attorneys/lawyers/solicitors HAVE advised/told/instructed/asked
    attorney/lawyer/solicitor/counsel/attorneys/lawyers/solicitors .. contact .. EMAIL/her/him/them
    advised .. not to discuss
    solicitor/solicitors/attorney/lawyer/counsel acting/representing for?
    am/are the solicitor/solicitors/attorney/lawyer/counsel
    ~solicitor/solicitors/attorney/lawyer/counsel
""".replace("{mine}", "our/my/the/their/company/his/her")
    .replace("{law}", "solicitor/solicitors/attorney/attorneys/lawyer/lawyers/counsel")
    .replace(
        "{acts}",
        "dealing/handling/handles/handle/reviewing/respond/reply/contact/instructed/deal/deals/touch/"
        "advised/now/reach/"
        "writing/write/reviews/replying/responding/represents/represent/hands/charge",
    )
    .replace("{pass}", "passed/referred/handed/given/forwarded/turned/sent/in_the_hands_of/hands/with")
)

LABEL = Label(
    name="legal_representation",
    titles={"en": "Lawyer", "fr": "Avocat"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    examples={
        "fr": Examples(
            match=(
                "Je suis le conseil de la société Exemple, qui me transmet votre relance.",
                "Notre avocat s'occupe de ce dossier, merci de lui écrire.",
            ),
            near=("Si vous continuez, je prends un avocat.", "La facture de notre avocat a été payée."),
        ),
        "en": Examples(
            match=(
                "We act for Example Ltd in this matter.",
                "Our solicitor is dealing with this, please write to her.",
            ),
            near=("If you go on like this I will call my lawyer.", "We will act on this tomorrow."),
        ),
    },
)
