"""Every code that explains itself to a person, with its sentence in both UI languages.

A file of data on purpose: one place where a translator finds all sentences. Over 250 lines would be fine here.
"""

from collections.abc import Mapping

UI_LANGUAGES = ("fr", "en")

SENTENCES: Mapping[str, tuple[str, str]] = {
    # -- why no reminder is planned
    "insolvency": (
        "Procédure collective signalée : aucune demande ne part.",
        "Insolvency proceedings were reported: no demand leaves.",
    ),
    "debtor_type_refused": (
        "Les relances de ce type de débiteur ne sont pas activées.",
        "Reminders to this type of debtor are not switched on.",
    ),
    "nothing_open": ("Aucune facture ouverte.", "No invoice is open."),
    "no_address": ("Aucune adresse e-mail pour ce compte.", "The account has no e-mail address."),
    "contact_bounced": (
        "L'adresse du contact ne reçoit plus de courrier.",
        "The contact's address does not take mail.",
    ),
    "mail_not_understood": (
        "Un message de ce client attend d'être lu.",
        "A mail from this client waits to be read.",
    ),
    "with_a_person": ("Un gestionnaire s'occupe de ce compte.", "A colleague has this account in hand."),
    "answer_waiting": (
        "Une réponse à ce client attend d'être validée.",
        "An answer to this client waits for approval.",
    ),
    "plan_undecided": (
        "Le client a demandé un échéancier : décision attendue.",
        "The client asked for a payment plan: a decision is awaited.",
    ),
    "paused": ("Relances suspendues.", "Reminders are paused."),
    "disputed": ("Facture en litige.", "The invoice is disputed."),
    "promise_running": ("Promesse de règlement en cours.", "A promise to pay is running."),
    "plan_running": ("Échéancier en cours.", "A payment plan is running."),
    "below_tolerance": ("Solde inférieur au seuil de relance.", "The balance is below the tolerance."),
    "level_not_reached": (
        "Le prochain niveau de relance n'est pas atteint.",
        "The next dunning level has not been reached.",
    ),
    "not_due": ("Rien n'est échu.", "Nothing is due."),
    "gap": (
        "Délai minimal depuis le dernier message au client.",
        "The minimum interval since our last message to the client.",
    ),
    "not_a_working_day": ("Jour non ouvré chez le client.", "Not a working day where the client is."),
    "quiet_period": ("Période sans relance.", "A quiet period."),
    "template_fault": ("Le modèle de lettre est en erreur.", "The letter's template has a fault."),
    # -- why the gate refuses
    "stopped": ("L'envoi est arrêté par un gestionnaire.", "Sending was stopped by a person."),
    "shadow_mode": ("Mode observation : rien ne part.", "Shadow mode: nothing leaves."),
    "ledger_stale": ("La comptabilité importée n'est plus à jour.", "The imported ledger is out of date."),
    "ledger_unlikely": (
        "La comptabilité importée a trop changé : confirmation attendue.",
        "The imported ledger changed too much: a person must confirm it.",
    ),
    "ledger_missing": ("Aucune comptabilité n'a été importée.", "No ledger was imported."),
    "mailbox_not_read": (
        "La boîte n'a pas été lue jusqu'au bout à ce passage.",
        "The mailbox was not read to its end in this pass.",
    ),
    "balance_changed": ("Le solde a changé depuis la préparation.", "The balance changed since it was prepared."),
    "paid": ("La facture n'est plus ouverte.", "The invoice is no longer open."),
    "over_rate": ("Limite d'envoi de la boîte atteinte.", "The mailbox's sending limit is reached."),
    "outside_hours": ("En dehors des heures d'envoi.", "Outside the sending hours."),
    "day_over": ("La journée d'envoi est passée.", "Its day is over."),
    "not_approved": ("Aucun gestionnaire ne l'a validé.", "No person approved it."),
    "draft_outdated": ("Le brouillon n'est plus à jour.", "The draft is out of date."),
    # -- why a person is asked
    "call_level": ("Niveau d'appel atteint : décider et téléphoner.", "The call level is reached: decide and call."),
    "formal_notice_level": (
        "Niveau de mise en demeure atteint : décision d'une personne nommée.",
        "The formal-notice level is reached: a named person decides.",
    ),
    "unsure": ("Le message n'a pas été compris avec certitude.", "The mail was not understood with certainty."),
    "unmatched": ("Message d'un expéditeur inconnu.", "A mail from an unknown sender."),
    "third_party": (
        "L'expéditeur n'est pas un contact connu de ce compte.",
        "The sender is not a known contact of this account.",
    ),
    "several_accounts": ("Plusieurs comptes possibles.", "Several accounts are possible."),
    "unreadable": ("Message illisible, conservé tel quel.", "An unreadable mail, kept as it came."),
    "no_draft": ("Aucune réponse n'a pu être préparée.", "No answer could be drafted."),
    "no_next_step": ("Rien ne suit de ce message : à lire.", "Nothing follows from this mail: read it."),
    "bounced": ("Le message n'a pas pu être remis.", "The message could not be delivered."),
    "promise_broken": ("Promesse non tenue.", "A promise was not kept."),
    "plan_broken": ("Une mensualité de l'échéancier manque.", "An instalment of the plan is missing."),
    "sending_unclear": (
        "Envoi incertain : vérifier s'il est arrivé, ne pas renvoyer.",
        "It is unclear whether this left: check, do not resend.",
    ),
    "sending_failed": ("Le serveur a refusé l'envoi.", "The server refused the mail."),
    "draft_touched": (
        "Le brouillon a été modifié à la main et n'est plus à jour.",
        "The draft was edited by hand and is out of date.",
    ),
    "draft_vanished": (
        "Le brouillon a disparu de la boîte sans trace d'envoi.",
        "The draft is gone from the mailbox and no sent copy was found.",
    ),
    "pause_too_long": ("Pause demandée trop longue.", "The pause asked for is too long."),
    "payment": ("règlement", "payment"),
    "credit": ("avoir", "credit"),
    "write_off": ("passage en perte", "write-off"),
    "unknown": ("motif inconnu", "reason unknown"),
    "pause_ended": ("Fin de la suspension.", "The pause came to its end."),
    "new_mail": ("Un nouveau message est arrivé.", "A newer mail arrived."),
    "ledger_changed": ("La comptabilité a changé.", "The ledger changed."),
    "ledger_broken": ("La comptabilité n'a pas pu être lue.", "The ledger could not be read."),
    "contact_changed": ("Le contact du compte a changé.", "The account's contact changed."),
    "promise_in_the_past": ("La date promise est déjà passée.", "The promised day lies in the past."),
    "promise_too_far": ("La date promise est trop lointaine.", "The promised day is too far away."),
    "plan_asked": ("Échéancier demandé.", "A payment plan was asked for."),
    "legal_representation": ("Un avocat écrit.", "A lawyer writes."),
    "privacy_request": ("Demande relative aux données personnelles.", "A request about personal data."),
    "hardship": ("Le client traverse une difficulté.", "The client is in difficulty."),
    "refused": ("Le client refuse de payer.", "The client refuses to pay."),
    "wrong_contact": ("Un autre contact est indiqué.", "Another contact is named."),
    "off_topic": ("Sans rapport avec la dette.", "Nothing to do with the debt."),
    "documents_asked": ("Pièces demandées.", "Documents were asked for."),
    "bank_details_doubtful": (
        "Coordonnées bancaires changées ou douteuses : ne rien répondre par écrit.",
        "Changed or doubtful bank details: do not answer in writing.",
    ),
    "client_checks": ("Le client vérifie.", "The client is looking into it."),
    "client_asks_for_time": ("Le client demande du temps.", "The client asks for time."),
    # -- kinds of task
    "read_reply": ("Lire le message", "Read the mail"),
    "check_payment": ("Vérifier l'encaissement", "Check the payment"),
    "agree_plan": ("Décider de l'échéancier", "Decide on the payment plan"),
    "settle_dispute": ("Traiter le litige", "Settle the dispute"),
    "send_documents": ("Envoyer les pièces demandées", "Send the documents asked for"),
    "confirm_contact": ("Confirmer le nouveau contact", "Confirm the new contact"),
    "declare_claim": ("Déclarer la créance au mandataire", "Declare the claim to the officer"),
    "answer_lawyer": ("Répondre à l'avocat", "Answer the lawyer"),
    "answer_privacy": ("Répondre à la demande RGPD", "Answer the data-protection request"),
    "call_client": ("Appeler le client", "Call the client"),
    "call_client_level": ("Décider et appeler le client", "Decide and call the client"),
    "call_after_promise": ("Appeler : promesse non tenue", "Call: a promise was broken"),
    "formal_notice": ("Décider d'une mise en demeure", "Decide on a formal notice"),
    "verify_bank_details": (
        "Vérifier les coordonnées bancaires à un numéro connu",
        "Verify the bank details at a known number",
    ),
    "forward_mail": ("Transmettre le message au bon service", "Forward the mail to whom it concerns"),
    "mend_contact": ("Corriger l'adresse du contact", "Mend the contact's address"),
    "unclear_sending": ("Vérifier si l'envoi est arrivé", "Find out whether a mail arrived"),
    "check_draft": ("Vérifier le brouillon", "Check the draft"),
    # -- what a dispute is about
    "price": ("prix", "price"),
    "quantity": ("quantité", "quantity"),
    "quality": ("qualité", "quality"),
    "not_delivered": ("non livré", "not delivered"),
    "not_ordered": ("non commandé", "not ordered"),
    "duplicate": ("facture en double", "invoiced twice"),
    "credit_note_due": ("avoir attendu", "a credit note is due"),
    "penalty": ("pénalité", "penalty"),
    "administrative": ("motif administratif", "administrative"),
    "other": ("motif à préciser", "reason not given"),
    # -- what was said about a pause
    "payment_announced": ("Règlement annoncé.", "A payment was announced."),
    "reply_received": ("Le client a répondu.", "The client answered."),
    "contact_absent": ("Le contact est absent.", "The contact is away."),
}


_DISPUTE = "dispute_"


def sentence(code: str, language: str = "en", detail: str = "") -> str:
    """The code's sentence; a code that no table knows is shown as it is, words instead of underscores."""
    if code.startswith(_DISPUTE):
        return f"{'Litige' if language == 'fr' else 'Dispute'} ({sentence(code.removeprefix(_DISPUTE), language)})"
    pair = SENTENCES.get(code)
    words = pair[UI_LANGUAGES.index(language)] if pair and language in UI_LANGUAGES else code.replace("_", " ")
    return f"{words} ({sentence(detail, language) if detail in SENTENCES else detail})" if detail else words
