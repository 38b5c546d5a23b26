"""Every code that explains itself to a person, with its sentence in both UI languages.

A file of data on purpose, hence over 250 lines: one place where a translator finds every sentence about a decision.
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
    "reminder_refused": ("Un gestionnaire a refusé la relance du jour.", "A person refused today's reminder."),
    "plan_agreed": ("Un échéancier a été accordé.", "A payment plan was agreed."),
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
    "draft_outdated": ("La réponse préparée n'est plus à jour.", "The drafted answer is out of date."),
    "answer_overtaken": (
        "Le client a écrit ou payé depuis la validation : réponse à revoir.",
        "The client wrote or paid since it was approved: look at the answer again.",
    ),
    "mailbox_gone": (
        "La boîte d'envoi n'est plus dans la configuration.",
        "The mailbox it was to leave from is no longer in the settings.",
    ),
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
    "promises_not_kept": (
        "Plusieurs promesses de suite n'ont pas été tenues : appeler au lieu d'attendre encore.",
        "Several promises in a row were not kept: call instead of waiting again.",
    ),
    "account_changed": (
        "Des factures ont changé de compte : leur historique est resté sur l'ancien compte.",
        "Invoices moved to another account: their history stayed with the old one.",
    ),
    "plan_broken": ("Une mensualité de l'échéancier manque.", "An instalment of the plan is missing."),
    "sending_unclear": (
        "Envoi incertain : vérifier s'il est arrivé, ne pas renvoyer.",
        "It is unclear whether this left: check, do not resend.",
    ),
    "sending_failed": ("Le serveur a refusé l'envoi.", "The server refused the mail."),
    "never_left": (
        "La réponse n'est jamais partie : à valider de nouveau.",
        "The answer never left: approve it again.",
    ),
    "digest_unclear": (
        "La synthèse du jour n'est peut-être pas arrivée ; elle n'est pas dans Envoyés.",
        "The daily digest may not have arrived; it is not in Sent.",
    ),
    "digest_refused": (
        "Le serveur refuse la synthèse du jour : vérifier ses destinataires (digest, to).",
        "The server refuses the daily digest: check its readers (digest, to).",
    ),
    "draft_touched": (
        "Le brouillon a été modifié à la main et n'est plus à jour.",
        "The draft was edited by hand and is out of date.",
    ),
    "draft_vanished": (
        "Le brouillon a disparu de la boîte sans trace d'envoi.",
        "The draft is gone from the mailbox and no sent copy was found.",
    ),
    "payment": ("règlement", "payment"),
    "credit": ("avoir", "credit"),
    "write_off": ("passage en perte", "write-off"),
    "unknown": ("motif inconnu", "reason unknown"),
    "pause_ended": ("Fin de la suspension.", "The pause came to its end."),
    "new_mail": ("Un nouveau message est arrivé.", "A newer mail arrived."),
    "mail_moved": ("Le message a été rattaché à un autre compte.", "The mail was given to another account."),
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
    # -- kinds of task
    "read_reply": ("Lire le message", "Read the mail"),
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
    "check_account": ("Vérifier le compte avant de relancer", "Check the account before reminders go on"),
    "check_draft": ("Vérifier le brouillon", "Check the draft"),
    # `plan_broken` is a kind of task as well as a reason: its sentence stands above.
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
    # -- why a reading is not sure
    "no_cue": ("Aucune formule connue n'a été trouvée.", "No known wording was found."),
    "other_language": ("Le message est dans une autre langue.", "The mail is in another language."),
    "too_long": ("Le message est trop long pour être lu d'un trait.", "The mail is too long to be read at one go."),
    "hostile_instructions": (
        "Le message donne des ordres au logiciel : à lire par une personne.",
        "The mail gives orders to the software: a person should read it.",
    ),
    "weak": ("Les formules trouvées sont trop vagues.", "The wording that was found is too vague."),
    # -- kinds of debtor
    "consumer": ("particulier", "consumer"),
    "public": ("organisme public", "public body"),
    "business": ("entreprise", "business"),
    # -- kinds of mail
    "kind_human": ("message d'une personne", "a person's mail"),
    "kind_out_of_office": ("réponse automatique d'absence", "out-of-office reply"),
    "kind_bounce": ("avis de non-remise", "non-delivery report"),
    "kind_receipt": ("accusé de réception", "receipt"),
    # -- proceedings
    "proceeding_safeguard": ("sauvegarde", "safeguard proceedings"),
    "proceeding_reorganisation": ("redressement judiciaire", "reorganisation"),
    "proceeding_liquidation": ("liquidation judiciaire", "liquidation"),
    "proceeding_over_indebtedness": ("surendettement", "over-indebtedness"),
    "proceeding_other": ("procédure à préciser", "kind not given"),
    # -- how a mail was recognised
    "matched_thread": ("réponse à l'un de nos messages", "an answer to one of our mails"),
    "matched_invoice_and_sender": ("numéro de facture et expéditeur", "invoice number and sender"),
    "matched_invoice": ("numéro de facture", "invoice number"),
    "matched_sender": ("adresse de l'expéditeur", "the sender's address"),
    "matched_sender_domain": ("domaine de l'expéditeur", "the sender's domain"),
    "matched_several": ("plusieurs comptes possibles", "several accounts are possible"),
    "matched_nothing": ("aucun indice", "no sign"),
    "matched_sent_copy": ("copie de l'un de nos envois", "the copy of a mail we sent"),
    "matched_draft": ("notre brouillon, envoyé par une personne", "our draft, sent by a person"),
    "matched_person": ("décision d'une personne", "a person said so"),
    "matched_recipient": ("destinataire", "recipient"),
    # -- where a mail, a draft or a sending stands
    "mail_new": ("à lire", "to be read"),
    "mail_understood": ("lu", "read"),
    "mail_quarantine": ("mis de côté, à lire par une personne", "put aside for a person"),
    "draft_open": ("à valider", "waits for approval"),
    "draft_approved": ("validée", "approved"),
    "draft_refused": ("refusée", "refused"),
    "draft_sent_by_person": ("envoyée par une personne depuis la boîte", "sent by a person at the mailbox"),
    "draft_conflict": ("à vérifier : la copie a disparu de Brouillons", "to be checked: its copy left Drafts"),
    "row_waiting": ("à valider", "waits for approval"),
    "row_queued": ("en file d'attente", "queued"),
    "row_sending": ("en cours d'envoi", "being sent"),
    "row_sent": ("envoyé", "sent"),
    "row_failed": ("refusé par le serveur", "refused by the server"),
    "row_unknown": ("envoi incertain", "unclear whether it left"),
    "row_cancelled": ("annulé", "cancelled"),
    "row_reminder": ("Relance", "Reminder"),
    "row_answer": ("Réponse", "Answer"),
    "row_digest": ("Synthèse du jour", "Daily digest"),
}
"""Code → (French, English). A whole sentence ends with a full stop; a term that stands inside one does not."""

EVENTS: Mapping[str, tuple[str, str]] = {
    "ledger_taken": ("Comptabilité importée", "Ledger taken"),
    "cleared": ("Facture soldée", "Invoice cleared"),
    "mail_kept": ("Message reçu", "Mail received"),
    "mailbox_resting": ("Boîte en échec, nouvel essai plus tard", "Mailbox failed, tried again later"),
    "mail_read": ("Message lu", "Mail read"),
    "put_aside": ("Message mis de côté, à lire par une personne", "Mail put aside for a person"),
    "sent_copy_seen": ("Copie de notre envoi retrouvée", "Copy of our own mail seen"),
    "sent_elsewhere": ("Message envoyé hors clients", "Mail sent to nobody we know"),
    "colleague_wrote": ("Un collègue a écrit au client", "A colleague wrote to the client"),
    "draft_sent_by_a_person": (
        "Réponse envoyée par une personne depuis la boîte",
        "Answer sent by a person at the mailbox",
    ),
    "promise_kept": ("Promesse tenue", "Promise kept"),
    "came_back": ("Facture de nouveau ouverte, au niveau atteint", "Invoice open again, at the level it had"),
    "promise_dropped": (
        "Promesse sans objet : ses factures ne sont plus sur ce compte",
        "Promise without object: its invoices are not on this account",
    ),
    "plan_fulfilled": ("Échéancier respecté", "Plan fulfilled"),
    "draft_placed": ("Brouillon déposé dans la boîte", "Draft placed in the mailbox"),
    "draft_withdrawn": ("Brouillon retiré de la boîte", "Draft removed from the mailbox"),
    "drafts_folder_unreachable": ("Dossier Brouillons inaccessible", "Drafts folder out of reach"),
    "reminder_queued": ("Relance prête à partir", "Reminder ready to leave"),
    "reminder_waits_for_approval": ("Relance à valider", "Reminder waits for approval"),
    "digest_queued": ("Synthèse du jour prête", "Daily digest ready"),
    "answer_waits": ("Réponse validée, retenue pour l'instant", "Approved answer held for now"),
    "digest_waits": ("Synthèse du jour retenue pour l'instant", "Daily digest held for now"),
    "digest_lost": ("Synthèse du jour introuvable dans Envoyés", "Daily digest not found in Sent"),
    "put_off": ("Le serveur reporte ce destinataire à plus tard", "The server puts this recipient off"),
    "cancelled": ("Annulée", "Cancelled"),
    "reminder_sent": ("Relance envoyée", "Reminder sent"),
    "answer_sent": ("Réponse envoyée", "Answer sent"),
    "digest_sent": ("Synthèse du jour envoyée", "Daily digest sent"),
    "deliver.refused": ("Retenue juste avant l'envoi", "Held just before it left"),
    "refused_by_server": ("Refusé par le serveur", "Refused by the server"),
    "mailbox_cannot_send": ("La boîte ne peut pas envoyer", "The mailbox cannot send"),
    "sent_without_copy": ("Envoyé, mais sans copie dans Envoyés", "Sent, but without a copy in Sent"),
    "found_in_sent": ("Retrouvé dans Envoyés : c'était parti", "Found in Sent: it had left"),
    "pass_stopped": ("Passage interrompu", "The pass was stopped"),
    "approved": ("Réponse validée, elle part au prochain passage", "Answer approved, it leaves with the next pass"),
    "review.refused": ("Réponse refusée, elle ne partira pas", "Answer refused, it will not leave"),
    "reminder_approved": (
        "Relance validée, elle part au prochain passage",
        "Reminder approved, it leaves with the next pass",
    ),
    "taken_over": ("Compte repris à la main, plus rien ne part", "Account taken over by hand, nothing leaves any more"),
    "released": ("Compte rendu au calendrier des relances", "Account given back to the schedule"),
    "task_done": ("Tâche terminée", "Task done"),
    "dispute_closed": ("Litige clos", "Dispute closed"),
    "plan_agreed": ("Échéancier accordé", "Plan agreed"),
    "contact_mended": ("Adresse de nouveau utilisable", "Address usable again"),
    "review.mail_moved": (
        "Message rattaché au compte, il est relu au prochain passage",
        "Mail given to the account, it is read anew with the next pass",
    ),
    "insolvency_declared": (
        "Procédure collective notée, plus aucune demande ne part",
        "Insolvency noted, no demand leaves",
    ),
    "insolvency_lifted": (
        "Procédure collective écartée, les relances reprennent",
        "Insolvency ruled out, reminders go on",
    ),
    "unclear_settled": ("Envoi incertain éclairci", "Unclear sending settled"),
}
"""What a pass or a review reports, where SENTENCES has no sentence of the same meaning.

"step.code" goes before "code": the same word means another thing in another step.
"""

SELF_TELLING = frozenset(
    {
        ("call_after_promise", "promise_broken"),
        ("call_client_level", "call_level"),
        ("formal_notice", "formal_notice_level"),
        ("plan_broken", "plan_broken"),
        ("send_documents", "documents_asked"),
        ("agree_plan", "plan_asked"),
        ("answer_lawyer", "legal_representation"),
        ("answer_privacy", "privacy_request"),
        ("confirm_contact", "wrong_contact"),
        ("declare_claim", "insolvency"),
        ("verify_bank_details", "bank_details_doubtful"),
    }
)
"""Kinds of task whose usual reason says nothing that the kind does not say."""

_DISPUTE = "dispute_"


def sentence(code: str, language: str = "en", detail: str = "") -> str:
    """The code's sentence; a code that no table knows is shown as it is, words instead of underscores.

    A detail stands in brackets inside the sentence; when it is a code itself, it is told in words.
    """
    if code.startswith(_DISPUTE) and code.removeprefix(_DISPUTE) in SENTENCES:
        return f"{_of(('Litige', 'Dispute'), language)} ({sentence(code.removeprefix(_DISPUTE), language)})"
    words = _of(SENTENCES.get(code), language) or code.replace("_", " ")
    if not detail:
        return words
    end = "." if words.endswith(".") else ""
    return f"{words.removesuffix('.')} ({inside(detail, language)}){end}"


def event_sentence(step: str, what: str, language: str = "en") -> str:
    """What a step reports, in words and without a full stop: figures and ids follow it."""
    pair = EVENTS.get(f"{step}.{what}") or EVENTS.get(what)
    return _of(pair, language) or sentence(what, language).removesuffix(".")


def task_sentence(kind: str, why: str, language: str = "en") -> str:
    """What a person should do and why, without saying the same thing twice."""
    todo = sentence(kind, language)
    if (kind, why) in SELF_TELLING:
        return todo
    colon = " :" if language == "fr" else ":"
    if kind == "settle_dispute" and why.startswith(_DISPUTE):
        return f"{todo}{colon} {sentence(why.removeprefix(_DISPUTE), language)}"
    return f"{todo}{colon} {inside(why, language)}"


def known(code: str) -> bool:
    """Whether a sentence was written for the code."""
    return code in SENTENCES or (code.startswith(_DISPUTE) and code.removeprefix(_DISPUTE) in SENTENCES)


def _of(pair: tuple[str, str] | None, language: str) -> str:
    return pair[UI_LANGUAGES.index(language)] if pair and language in UI_LANGUAGES else ""


def inside(code: str, language: str = "en") -> str:
    """The code's sentence in the middle of another one: it begins small and has no full stop; other text stays."""
    if not known(code):
        return code
    words = sentence(code, language).removesuffix(".")
    return words[:1].lower() + words[1:]
