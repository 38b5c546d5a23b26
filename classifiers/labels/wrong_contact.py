"""'Not me': the writer has left, was never the right one, or the firm was sold. A person confirms the new address.

Longer than other files because the cues of two languages stand here, one cue a line.
"""

from bot.core.acts import Act, Draft, Escalate, ProposeContact
from bot.core.situation import Situation
from classifiers.label import Examples, Label, lines


def respond(at: Situation) -> list[Act]:
    """Propose the contact that was named; nothing is sent there before a person has confirmed it (X20)."""
    contact = ProposeContact(at.text("contact_name"), at.text("contact_email"), at.text("contact_phone"))
    known = contact.name or contact.email or contact.phone
    ask = Escalate("confirm_contact", "wrong_contact")
    return [contact, ask, Draft("thanks_for_contact")] if known else [ask, Draft("thanks_for_contact")]


FRENCH = lines(
    """
    !travaille/travaillons/travaillait plus
    !plus salarié/salariée/employé/employée/gérant/gérante/dirigeant/président/associé/comptable/responsable/trésorier
    !plus .. partie .. société/entreprise/effectifs/effectif/personnel/équipe/maison
    !plus dans/chez/au/en la/l'/cette/poste/sein/société/entreprise/effectifs/charge
    !plus l'/le/la interlocuteur/interlocutrice/contact/responsable/personne
    !plus chez
    quitté la/l'/le/mon/ses/nos/notre/mes société/entreprise/effectifs/fonctions/poste
    quitté la/l'/le/mon/ses/nos/notre/mes maison/groupe/cabinet/établissement/structure
    HAVE quitté .. société/entreprise/effectifs/INVOICE/poste/fonctions
    quitté .. depuis/PAST
    parti/partie en/à la? retraite
    en retraite depuis
    licencié/licenciée/démissionné
    mauvais/mauvaise interlocuteur/interlocutrice/destinataire/adresse/personne/service/contact/société/numéro/boîte
    !pas .. bon/bonne interlocuteur/interlocutrice/destinataire/adresse/personne
    !pas .. bon/bonne service/contact/société/numéro/boite/mail
    trompez/trompé/trompée/trompes .. interlocuteur/destinataire/personne/société/adresse/client/entreprise/contact
    erreur .. destinataire/personne/interlocuteur/adressage/société/adresse
    erreur sur la? personne
    bon/bonne interlocuteur/interlocutrice/contact/personne/adresse est
    !ne me/nous concerne/concernent pas/plus
    !pas/plus concerné/concernée/concernés
    !pas pour moi/nous
    !pas notre/ma/mon facture/BILL/société/entreprise/compte
    !pas à/de nous
    !pas chez nous
    !ne sommes/suis pas/plus {who}
    !ne m'occupe/occupons pas/plus
    !ne gère/gérons/traite/traitons pas/plus
    !plus en charge
    adressez/adresser/adressez-vous vous à/au/aux/directement
    adressez .. EMAIL
    adressez-vous
    merci de contacter/joindre/prendre
    contacter/contactez/écrire/écrivez/joindre .. EMAIL/PHONE
    contacter/contactez .. service/comptabilité/siège/collègue/responsable
    contacter/contactez .. remplaçant/remplaçante/repreneur/nouveau/nouvelle
    voir/voyez/voir/vois ça? .. avec .. siège/comptabilité/repreneur/propriétaire/service/bailleur/syndic/gérant
    voyez ça avec
    à voir avec
    tournez vers
    rapprocher de notre/nos/la/mme/monsieur/madame/son/leur
    transmettre/envoyez/envoyer/renvoyer/adresser/envoyez-la/faites .. à/au la/l'/le/notre? comptabilité/siège/EMAIL
    envoyez la à
    nouvelle/nouveau/autre adresse mail/email/électronique/e-mail
    adresse .. changé/change/désactivée/supprimée/obsolète/plus
    nouvelle adresse .. EMAIL
    adresse .. plus .. {used}
    !adresse .. plus/pas utilisée/valide/active/consultée/relevée/lue
    boîte .. plus/désactivée/fermée
    cédé/cédée/vendu/vendue/racheté/rachetée/repris/reprise .. société/fonds/entreprise/magasin
    cédé/cédée/vendu/vendue/racheté/rachetée/repris/reprise .. restaurant/commerce/boutique/à/par
    fonds/société/entreprise/magasin/restaurant/commerce/boutique/immeuble/activité .. {sold}
    repreneur
    nouveau/nouveaux/nouvelle propriétaire/propriétaires/exploitant/gérant/dirigeant/comptable/interlocuteur
    racheté/rachetée/absorbée/absorbé/fusionné par/avec
    changé de nom/dénomination/propriétaire/main/mains/gérant
    s'appelle désormais/maintenant
    remplacé/remplacée/remplace/succède par/à
    remplacé/remplacée/repris par
    est remplacé/remplacée
    mon/ma/notre remplaçant/remplaçante/successeur
    homonyme
    confondez/confondre/confondu/confusion avec
    !jamais été client/cliente/clients
    !pas client/cliente/clients chez? vous
    connais/connaissons pas votre/vos société/entreprise
    facturer/facturation/facturez .. autre/INVOICE société/entité/filiale
    c'est notre/le siège/holding/franchiseur/bailleur/syndic/propriétaire qui
    c'est lui/elle/eux qui paie/gère/gèrent/paient/règle/traite
    désormais .. à EMAIL
    voyez/voir/adressez/écrivez/contactez/contacter désormais avec/à
    voyez avec
    ~voir avec
    voyez cela/ça? avec .. qui/M/directement
    ancien/ancienne/ex assistante/assistant/comptable/gérant/gérante/salarié/salariée
    ancien/ancienne/ex responsable/directeur/directrice/dirigeant/propriétaire/locataire/stagiaire
    particulier .. entreprise/société/rien
    !rien à voir avec
    !pas moi qui
    !pas nous qui
    c'est/IS .. qui gère/s'occupe/paie/paye/traite/règle/gèrent/suit
    ce sont .. qui gèrent/paient/traitent
    désormais/dorénavant .. EMAIL
    désormais/dorénavant géré/gérée/traité/traitée/suivi
    envoyer/adresser/transmettre .. factures/toutes .. EMAIL
    société/entreprise/affaire/magasin .. HAVE été vendue/vendu/cédée/cédé/rachetée/racheté/reprise/absorbée/dissoute
    agence/filiale/établissement/branche/site .. HAVE été vendue/vendu/cédée/cédé
    agence/filiale/établissement/branche/site .. HAVE été rachetée/racheté/reprise/absorbée/dissoute
    HAVE vendu .. affaire/société/fonds/entreprise/parts/maison/appartement/restaurant/commerce/boutique
    HAVE cédé .. affaire/société/fonds/entreprise/parts/activité
    vendu l'/la/le/mon/notre affaire/société/fonds/entreprise/boutique/restaurant/commerce/activité/local
    HAVE repris .. société/affaire/fonds
    HAVE changé de poste/société/service/fonctions/employeur
    changé de poste/service/fonctions/employeur
    plus/parti/partie/quitté dans/chez/de la/cette/notre? société/entreprise/boîte/effectifs
    démissionné/licencié/retraité
    !connais/connaissons pas cette/ce/votre personne/société/entreprise/client/monsieur/dossier
    !inconnu/inconnue chez/ici/à cette
    personne inconnue
    !pas de .. chez nous/ici
    !personne de/à ce nom
    numéro/adresse erronée/erroné
    vous écrivez/adressez/appelez .. particulier/mauvaise/mauvais
    j'ai reçu .. par erreur
    reçu/envoyé/adressé .. par erreur
    destiné/destinée à quelqu/autre
    !plus de/aucun lien avec
    !plus rien à voir avec
    !jamais travaillé avec vous
    homonyme/homonymes
    sûrement/probablement pour .. autre/homonymes
    c'est INVOICE?/mme/m/monsieur/madame/mlle .. qui
    qui suit/gère/traite/s'occupe .. maintenant/désormais/fournisseurs/factures
    maintenant EMAIL
    à adresser à/au
    sont/est à adresser/envoyer à/au
    ai quitté/quitté cette/la/mon
    vendu .. société/entreprise/boîte
    depuis sa vente/cession
    simple/juste locataire/locataires/stagiaire/salarié/employé
    sommes/suis .. locataire/locataires
    c'est le/la/notre propriétaire/bailleur/siège/syndic .. qui
    retraite .. depuis/PAST
    !plus moi/nous le/la/qui/les/responsable
    !n'est plus moi
    !ne sommes/suis que le/la/les
    payées/payés/PAID par l'/le/la/notre agence/siège/syndic/propriétaire/bailleur/holding/assurance
    toutes vos factures à EMAIL
    ~EMAIL
    ~PHONE
    standard .. peux/peut/rien/appelez
    essayez/essayer .. comptabilité/compta/service/EMAIL/PHONE
    depuis la fusion/cession/vente/reprise
    gérée/géré/gérées/gérés par
    ~fusion/cession/standard/stagiaire/locataire/propriétaire/siège/holding/collègue
    !~pas moi/nous
    !ne suis que
    que stagiaire/standardiste/secrétaire/locataire/salarié/employé
""".replace(
        "{who}",
        "le_bon/la_bonne/les_bons/concernés/concerné/concernée/responsable/responsables/destinataire/"
        "l'entreprise/la_société/"
        "propriétaire/locataire/en_charge/habilité/habilitée",
    )
    .replace("{sold}", "cédé/cédée/vendu/vendue/racheté/rachetée/repris/reprise/changé/revendu/revendue")
    .replace("{used}", "valable/valide/utilisée/active/consultée/surveillée/service")
)

ENGLISH = lines(
    """
    !no longer with/work/works/working/employed/at/part/here/involved
    !no longer responsible/deal/deals/handle/handles/manage/the/own/in
    !not work/works here/there/for anymore/any?
    !not with the company/firm
    HAVE left the/our/this? company/firm/business/organisation/organization/us/practice
    left the/our/this? company/firm/business/organisation/organization/practice
    left .. PAST
    left us/in/last
    HAVE retired
    HAVE moved on
    moved on from
    wrong person/company/address/department/email/contact/guy/team/firm/customer/client/entity/one/recipient
    wrong .. you want
    ~| wrong
    you want .. we are
    !not the right/correct person/company/address/department/email/contact/team/entity
    !not the? person/contact responsible
    !not for me/us
    !not us
    !not our/my BILL/account/company/entity/site/property/department/responsibility/contract/area
    !INVOICE not ours
    !not ours
    !not mine
    !nothing to do with me/us/this
    !not deal/handle/manage/process .. BILL/accounts/payments/PAYMENT/this
    !not responsible for
    !not a customer/client of
    !never been a? customer/client
    !never heard of you
    direct/redirect/send/address/forward/email .. to/EMAIL .. EMAIL
    direct/redirect .. to
    please contact/email/write/speak/reach
    contact .. EMAIL/PHONE
    contact .. instead
    you need/want/should to? contact/speak/talk/email/write
    need to talk/speak .. to
    speak/talk to .. owners/owner/landlord/head/parent/new/accounts/EMAIL
    right person/contact is/would
    correct person/contact/address/email is/would
    best person/contact is
    new contact/email/address/owners/owner/landlord/management/bookkeeper/accountant .. {is}
    new owners/owner/management/landlord
    replaced by
    my replacement/successor
    taken over by/from
    took over from
    acquired/bought by/out
    HAVE BEEN acquired/sold/bought
    WAS acquired/sold/bought by/to/PAST
    sold the/our/my? business/company/shop/restaurant/site/property
    business/company/shop/site/property/pub/restaurant .. sold/changed
    changed hands/name
    changed our/its name
    renamed
    merged with/into
    trades/trading/known as .. now
    now called/known/trading
    this address/mailbox/email/inbox/account .. {dead}
    !address/mailbox/email/inbox/account .. not/no .. monitored/valid/use/available/active
    go to/through head office/their
    different company/entity/firm
    another company/entity/firm
    confused/confusing us with
    mixed us up
    handled/managed/paid/dealt by/with by? .. head/parent/landlord/office/EMAIL
    should go/be to/sent/addressed/directed .. to/EMAIL
    please update your contact/records/details .. EMAIL
    !not work/works here/for/there/with/in
    try .. purchasing/accounts/head/office/finance/procurement/service/centre/center
    try .. portal/landlord/agent/agents/ap/EMAIL/hq/headquarters/treasury/department
    try .. EMAIL/instead
    wrong guys/people/lot/firm/folks/place/smith/inbox
    got the wrong
    HAVE the wrong person/company/guy/guys/address/people/number/email
    since the merger/takeover/acquisition/sale/restructure
    after the merger/takeover/acquisition
    shared service/services centre/center
    everything/invoices/bills goes/go to .. purchasing/accounts/head/office/finance/procurement/service/centre/center
    everything/invoices/bills goes/go to .. portal/landlord/agent/agents/ap/EMAIL/hq/headquarters/treasury/department
    retired/left/leaving/resigned PAST
    HAVE now? left
    is/are no longer
    !no longer
    former/ex employee/manager/director/tenant/owner/accountant
    used to work/be
    did work
    i/we only rent/clean/work
    !not my department/job/area/problem/remit
    !not who you
    !not know who/this/him/her/anyone
    !no one/nobody by that/this/called
    never worked/dealt/bought/used
    private person/individual
    i am just/only? a/the receptionist/cleaner/tenant/driver/intern/temp
    we are a/the/just/only? dentist/school/bakery/charity/different/family
    handled/dealt/managed/looked by/with/after by? .. purchasing/accounts/head/office
    handled/dealt/managed/looked by/with/after by? .. finance/procurement/service/centre/center
    handled/dealt/managed/looked by/with/after by? .. portal/landlord/agent/agents/ap
    handled/dealt/managed/looked by/with/after by? .. EMAIL/hq/headquarters/treasury/department
    purchasing/accounts/head/office deals/handles/looks/pays/manages with/all/after
    finance/procurement/service/centre/center deals/handles/looks/pays/manages with/all/after
    portal/landlord/agent/agents/ap deals/handles/looks/pays/manages with/all/after
    EMAIL/hq/headquarters/treasury/department deals/handles/looks/pays/manages with/all/after
    email/message/sent to me/us? .. by mistake/error/in error
    received/got .. by mistake/in error
    not meant for
    forward it to .. EMAIL
    please use .. EMAIL/address
    future invoices/correspondence/reminders .. to
    this/it/they/invoices/bills should go/be .. to
    should go to
    only/just the tenants/tenant
    the landlord/owner/agent deals/handles/pays
    landlord .. deals/handles/pays
    left .. years/months/weeks/year ago
    name is similar
    similar name
    !not the company/person/business/firm/one/people you
    not who you are
    contact .. at EMAIL
    contact her/him/them at/on
    reached hr/the/sales/reception/personal/wrong
    payables is/are
    is EMAIL
    HAVE left the
    ~EMAIL
    ~PHONE
    i am .. receptionist
    !no connection with/to
    !no link/relation/relationship with/to
    !~not us/me/ours/mine
    ~merger/landlord/tenant/reception/receptionist/head_office
""".replace("{dead}", "disabled/closed/deactivated/discontinued/retired/unmonitored").replace(
        "{is}", "is/are/EMAIL/would/at/for/details"
    )
)

LABEL = Label(
    name="wrong_contact",
    titles={"en": "Wrong contact", "fr": "Mauvais interlocuteur"},
    respond=respond,
    cues={"fr": FRENCH, "en": ENGLISH},
    asks=True,
    examples={
        "fr": Examples(
            match=(
                "Je ne travaille plus dans cette entreprise.",
                "Vous n'avez pas le bon interlocuteur.",
                "Cette facture ne nous concerne pas.",
                "M. Exemple a quitté la société, écrivez à compta@client.example.",
            ),
            near=("Nous avons transmis votre facture au service comptable.", "Le virement a quitté notre compte hier."),
        ),
        "en": Examples(
            match=(
                "I no longer work for this company.",
                "You have the wrong person.",
                "This business was sold last year, please speak to the new owners.",
                "Please direct invoices to ap@client.example.",
            ),
            near=("I have passed this to accounts.", "The money left our account yesterday."),
        ),
    },
)
