"""What the command line says to a collector, in French and English; faults of settings and files stay English.

A file of data on purpose, hence over 250 lines: one place where a translator finds every word of the command line.
Reasons, tasks and events have their sentences in `bot/core/reasons.py`.
"""

from collections.abc import Mapping

from bot.core.reasons import UI_LANGUAGES

WORDS: Mapping[str, tuple[str, str]] = {
    # -- headings
    "answers": ("Réponses à valider", "Answers that wait for approval"),
    "reminders": ("Relances à valider", "Reminders that wait for approval"),
    "tasks": ("Tâches", "Tasks"),
    "nothing_waits": ("Rien n'attend : tout est à jour.", "Nothing waits: all is done."),
    "to_do": ("À traiter : {list}.", "To do: {list}."),
    "urgent": ("urgent", "urgent"),
    "since": ("depuis {days}", "for {days}"),
    "today": ("aujourd'hui", "today"),
    "by_day": ("pour le {day}", "by {day}"),
    "late": ("en retard, pour le {day}", "overdue, by {day}"),
    "hint_answers": (
        "review show ID, puis approve, edit ou refuse",
        "review show ID, then approve, edit or refuse",
    ),
    "hint_reminders": ("review show ID, puis approve ou refuse", "review show ID, then approve or refuse"),
    "hint_tasks": (
        "review show ID pour lire, review done ID une fois fait",
        "review show ID, review done ID when done",
    ),
    "nobody": ("compte inconnu", "no known account"),
    # -- one page
    "answer_page": ("Réponse {id}, version {version} : {state}", "Answer {id}, version {version}: {state}"),
    "reminder_page": ("Relance {id} : {state}", "Reminder {id}: {state}"),
    "task_page": ("Tâche {id} : {what}", "Task {id}: {what}"),
    "next_answer": (
        "review approve {id} · review edit {id} · review refuse {id} --reason …",
        "review approve {id} · review edit {id} · review refuse {id} --reason …",
    ),
    "from": ("De", "From"),
    "to": ("À", "To"),
    "received": ("Reçu", "Received"),
    "subject": ("Objet", "Subject"),
    "account": ("Compte", "Account"),
    "recognised_by": ("{account}, reconnu par : {by}", "{account}, recognised by: {by}"),
    "due_by": ("Pour le", "Due"),
    "at_time": ("{day} à {time}", "{day} at {time}"),
    "client_words": (
        "Ce que le client écrit (⟦ ⟧ : les mots qui ont compté)",
        "What the client writes (⟦ ⟧: the words that counted)",
    ),
    "purged": ("(le message a été effacé)", "(the mail was purged)"),
    "no_text": ("(aucun texte)", "(no text)"),
    "not_read": ("(ce message n'a pas pu être lu : {why})", "(this mail could not be read: {why})"),
    "whole_file": (
        "Le message entier est dans la boîte : dossier {folder}, reçu {day}.",
        "The whole mail lies in the mailbox: folder {folder}, received {day}.",
    ),
    "understood": ("Ce qui a été compris", "What was understood"),
    "nothing_understood": ("rien de sûr", "nothing certain"),
    "doubt": ("Un doute : {why}", "A doubt: {why}"),
    "follows": ("Ce qui en découle", "What follows"),
    "nothing_follows": ("rien", "nothing"),
    "task_follows": ("Tâche : {what}", "Task: {what}"),
    "owed": ("Ce qui est dû", "What is owed"),
    "nothing_owed": ("rien d'ouvert", "nothing open"),
    "total": ("Total", "Total"),
    "due_on": ("échue le {day}", "due {day}"),
    "due_later": ("à échoir le {day}", "due {day}"),
    "late_by": ("{days} de retard", "{days} late"),
    "disputed": ("en litige", "disputed"),
    "credit_note": ("avoir", "credit note"),
    "unapplied": ("règlement non affecté", "unapplied cash"),
    "lately": ("Ces derniers temps", "Lately"),
    "nothing_yet": ("rien encore", "nothing yet"),
    "draft": ("La réponse préparée", "The drafted answer"),
    "letter": ("La relance", "The reminder"),
    "sure": ("sûr", "sure"),
    "likely": ("probable", "likely"),
    "doubtful": ("incertain", "doubtful"),
    "guess": ("très incertain", "a guess"),
    # -- explain
    "happened": ("Ce qui s'est passé", "What happened"),
    "open_tasks": ("Ce qui attend une personne", "What waits for a person"),
    "now": ("Aujourd'hui, {day}", "Today, {day}"),
    "gone_account": (
        "Ce compte n'est plus dans la comptabilité ; son histoire reste.",
        "This account is no longer in the ledger; its history stays.",
    ),
    "would_get": ("Recevrait la relance « {level} » : {list}", "Would get the reminder “{level}”: {list}"),
    "would_ask": ("Une décision serait demandée ({level}) : {list}", "A decision would be asked for ({level}): {list}"),
    "nothing_today": ("Rien ne part : {why}", "Nothing leaves: {why}"),
    "again_on": ("À revoir le {day}.", "To be looked at again on {day}."),
    "mail_is": ("Message {id} ({folder}) : {state}", "Mail {id} ({folder}): {state}"),
    "folder_inbox": ("boîte de réception", "inbox"),
    "folder_junk": ("indésirables", "junk"),
    "folder_sent": ("envoyés", "sent"),
    "row_is": ("{kind} {id} : {state}", "{kind} {id}: {state}"),
    "queued_at": ("Préparé", "Prepared"),
    "sent_at": ("Envoyé", "Sent"),
    "approved_by": ("Validé par", "Approved by"),
    "because": ("Motif", "Reason"),
    "claims": ("Demandé", "Asked for"),
    "unknown_thing": (
        "Il n'y a ni compte, ni message, ni envoi « {what} ».",
        "There is no account, no mail and no sending “{what}”.",
    ),
    "did_you_mean": ("Peut-être : {list}", "Did you mean: {list}"),
    # -- plan
    "plan_of": ("Ce qui partirait le {day}", "What would leave on {day}"),
    "plan_letters": ("Relances", "Reminders"),
    "plan_tasks": ("Décisions à prendre", "Decisions to take"),
    "plan_nothing": ("Rien aujourd'hui", "Nothing today"),
    "held": ("retenue : {why}", "held: {why}"),
    "until": ("jusqu'au {day}", "until {day}"),
    "and_more": ("et {n} de plus", "and {n} more"),
    "plan_sum": (
        "{letters}, {tasks}, {nothing}.",
        "{letters}, {tasks}, {nothing}.",
    ),
    "none": ("aucune", "none"),
    "no_account": ("Il n'y a pas de compte {what}.", "There is no account {what}."),
    "stopped_by": (
        "L'envoi est arrêté par {who} depuis le {day} : rien ne part jusqu'à `resume`.",
        "Sending was stopped by {who} on {day}: nothing leaves until `resume`.",
    ),
    # -- switch
    "stopped": (
        "Arrêté par {who} : plus rien ne part, jusqu'à `run_bot.py resume`.",
        "Stopped by {who}: nothing leaves until `run_bot.py resume`.",
    ),
    "stopped_already": (
        "C'était déjà arrêté par {who} depuis le {day} ; cela reste arrêté.",
        "It was stopped by {who} on {day} already, and stays so.",
    ),
    "resumed": ("L'envoi reprend au prochain passage.", "Sending goes on with the next pass."),
    "was_not_stopped": ("L'envoi n'était pas arrêté.", "Sending was not stopped."),
    # -- import
    "taken": ("Comptabilité du {day} : {accounts}, {items}", "Ledger of {day}: {accounts}, {items}"),
    "open_total": ("Solde ouvert : {totals}", "Open balance: {totals}"),
    "taken_new": ("Fichier lu et pris en compte.", "The file was read and taken."),
    "taken_same": ("Rien de nouveau depuis la dernière lecture.", "Nothing new since it was last read."),
    "cleared_since": ("Soldé depuis la dernière lecture :", "Cleared since it was last read:"),
    "vanished": (
        "{vanished} pièces sur {before} ont disparu d'un coup",
        "{vanished} of {before} items vanished at once",
    ),
    "total_fell": (
        "le total ouvert est tombé de {total_before} à {total_now}",
        "the open total fell from {total_before} to {total_now}",
    ),
    "old_kept": ("L'ancienne lecture reste en vigueur.", "The reading before it stays in force."),
    "confirm_if_right": (
        "Si ce fichier est juste : run_bot.py import --confirm {digest}",
        "If this file is right: run_bot.py import --confirm {digest}",
    ),
    "export_fresh": (
        "Exportez un fichier récent de votre comptabilité ; aucune relance ne part d'ici là.",
        "Export a fresh file from your accounting; reminders rest until then.",
    ),
    "confirm_unchanged": (
        "Si rien n'a changé depuis : run_bot.py import --confirm {digest} (vaut pour aujourd'hui)",
        "If nothing changed since: run_bot.py import --confirm {digest} (counts for today)",
    ),
    "confirmed": ("{who} se porte garant de ce fichier ({digest}).", "{who} vouches for this file ({digest})."),
    "another_file": (
        "Ce n'est pas le fichier présent, dont l'empreinte commence par {digest} : regardez-le, puis confirmez-le.",
        "That is not the present file, whose hash starts {digest}: look at it, then confirm that one.",
    ),
    "digest_too_short": (
        "Donnez au moins 8 caractères de l'empreinte que `import` a affichée.",
        "Give at least 8 characters of the hash that `import` printed.",
    ),
    # -- review: what was done, and why it was not
    "edited": ("La réponse {id} est maintenant en version {version}.", "Answer {id} is now version {version}."),
    "not_changed": ("Le texte est le même : rien n'a changé.", "The text is the same: nothing was changed."),
    "empty_text": ("Le texte est vide : rien n'a été fait.", "The text is empty: nothing was done."),
    "needs_id": (
        "review {action} demande un identifiant : `review` les montre.",
        "review {action} needs an ID: run `review`.",
    ),
    "no_such": (
        "Il n'y a pas de {kind} {id} : `review` montre ce qui attend.",
        "There is no {kind} {id}: run `review`.",
    ),
    "ambiguous": ("{id} peut vouloir dire : {list}", "{id} may mean: {list}"),
    "thing_draft": ("réponse", "answer"),
    "thing_task": ("tâche", "task"),
    "thing_row": ("relance à valider", "waiting reminder"),
    "thing_unclear": ("envoi incertain", "unclear sending"),
    "thing_mail": ("message", "mail"),
    "give_to_whom": ("Dites à quel compte : --account NUMÉRO.", "Say to which account: --account NUMBER."),
    "not_insolvent": (
        "Aucune procédure collective n'est notée sur le compte {account}.",
        "No insolvency is noted on account {account}.",
    ),
    "unclear_first": (
        "D'abord savoir si l'envoi {rows} est arrivé : review arrived ID, ou review not-sent ID.",
        "First find out whether {rows} arrived: review arrived ID, or review not-sent ID.",
    ),
    "thing_any": ("réponse, relance ou tâche", "answer, reminder or task"),
    "decided_already": ("La réponse {id} est déjà {state}{by}.", "Answer {id} is {state} already{by}."),
    "changed_since": (
        "La réponse {id} a changé : vous avez lu la version {read}, elle est maintenant en version {version}.",
        "Answer {id} changed: you read version {read}, it is now version {version}.",
    ),
    "plan_waits": (
        "Un accord donné s'enregistre par : review agree-plan {account} --instalment …",
        "An agreement is noted by: review agree-plan {account} --instalment …",
    ),
    "who_decides": ("Dites qui décide : --by NOM.", "Say who decides: --by NAME."),
    "outdated_already": (
        "La réponse {id} n'est plus à jour et a été retirée.",
        "Answer {id} is out of date and was withdrawn.",
    ),
    "vanished_draft": (
        "La copie de la réponse {id} a disparu du dossier Brouillons : qui l'a envoyée ou effacée ?",
        "The copy of answer {id} left the Drafts folder: find out who sent or deleted it.",
    ),
    "by_whom": (" par {who}", " by {who}"),
    "done_already": ("La tâche {id} a déjà été terminée{by}.", "Task {id} was done{by} already."),
    "shadow_approval": (
        "Mode observation : rien ne part. Mettez `mode: drafts` ou `mode: live` dans config.yaml pour envoyer.",
        "Shadow mode: nothing leaves. Set `mode: drafts` or `mode: live` in config.yaml to send.",
    ),
    "also_done": ("Tâche terminée avec : {what}", "Task done with it: {what}"),
    "still_open": ("Reste à faire : {what} (review done {id})", "Still to do: {what} (review done {id})"),
    "which_dispute": (
        "Le compte {account} a plusieurs litiges, nommez-en un par --dispute : {list}",
        "Account {account} has several disputes, name one with --dispute: {list}",
    ),
    "no_dispute": ("Le compte {account} n'a aucun litige ouvert.", "Account {account} has no open dispute."),
    "no_such_dispute": (
        "Le compte {account} n'a pas de litige {id} ; ouverts : {list}",
        "Account {account} has no dispute {id}; open: {list}",
    ),
    "no_instalments": (
        "Donnez les mensualités : --instalment 2026-12-15=500.00, une fois par mensualité.",
        "Give the instalments: --instalment 2026-12-15=500.00, once for each.",
    ),
    "unknown_invoices": (
        "Le compte {account} n'a pas de facture ouverte {list}.",
        "Account {account} has no open invoice {list}.",
    ),
    "instalments_differ": (
        "Attention : les mensualités font {sum}, les factures {owed}.",
        "Mind: the instalments make {sum}, the invoices {owed}.",
    ),
    "no_address": (
        "Le compte {account} n'a pas d'adresse : nommez-la par --address.",
        "Account {account} has no address: name it with --address.",
    ),
    "not_bounced": (
        "L'adresse {address} du compte {account} n'était pas en échec.",
        "The address {address} of account {account} had not failed.",
    ),
    "needs_editor": (
        "Donnez le nouveau texte par --text FICHIER, ou définissez EDITOR.",
        "Name the new text with --text FILE, or set EDITOR.",
    ),
    "edit_elsewhere": (
        "Une relance ne se modifie pas ici : refusez-la et écrivez vous-même, ou validez-la.",
        "A reminder cannot be edited here: refuse it and write yourself, or approve it.",
    ),
    "row_refused": ("Relance refusée, elle ne partira pas aujourd'hui.", "Reminder refused, it will not leave today."),
    "busy": (
        "Un autre passage est en cours sur ces données : réessayez dans un instant.",
        "Another process is in the middle of a pass on these data: try again in a moment.",
    ),
    "runs_already": (
        "Relance tourne déjà sur ces données ; ce second processus s'arrête.",
        "Relance runs on these data already; this second process ends.",
    ),
    "runs": (
        "Relance tourne en mode {mode}, toutes les {minutes} minutes. Ctrl-C l'arrête.",
        "Relance runs in {mode} mode, every {minutes} minutes. Ctrl-C ends it.",
    ),
    "ended": ("Relance est arrêté.", "Relance has ended."),
    "mode_shadow": ("observation (rien ne part)", "shadow (nothing leaves)"),
    "mode_drafts": ("brouillons (tout attend une personne)", "drafts (everything waits for a person)"),
    "mode_live": ("réel", "live"),
    # -- progress
    "reading_ledger": ("Lecture de la comptabilité", "Reading the ledger"),
    "planning": ("Comptes examinés", "Accounts looked at"),
}
"""Code → (French, English); `{…}` is filled by `say`."""

COUNTED: Mapping[str, tuple[str, str, str, str]] = {
    "answer": ("réponse à valider", "réponses à valider", "answer to approve", "answers to approve"),
    "reminder": ("relance à valider", "relances à valider", "reminder to approve", "reminders to approve"),
    "task": ("tâche", "tâches", "task", "tasks"),
    "day": ("jour", "jours", "day", "days"),
    "account": ("compte", "comptes", "account", "accounts"),
    "item": ("pièce ouverte", "pièces ouvertes", "open item", "open items"),
    "letter": ("relance", "relances", "reminder", "reminders"),
    "decision": ("décision à prendre", "décisions à prendre", "decision to take", "decisions to take"),
    "without": ("compte sans rien", "comptes sans rien", "account gets nothing", "accounts get nothing"),
}
"""Code → French and English noun, each for one and for several."""

VALUES: Mapping[str, tuple[str, str]] = {
    "paid_date": ("payé le", "paid on"),
    "paid_amount": ("montant payé", "amount paid"),
    "paid_ref": ("référence", "reference"),
    "method": ("par", "by"),
    "promise_date": ("promis pour le", "promised for"),
    "promise_amount": ("montant promis", "amount promised"),
    "fuzzy": ("date approximative", "day not exact"),
    "instalments": ("nombre de mensualités", "instalments"),
    "instalment_amount": ("par mensualité", "each"),
    "frequency": ("rythme", "rhythm"),
    "first_date": ("première le", "first on"),
    "deferral_until": ("report au", "deferred to"),
    "reason": ("motif", "reason"),
    "disputed_amount": ("montant contesté", "amount disputed"),
    "documents": ("pièces demandées", "documents asked for"),
    "contact_name": ("contact", "contact"),
    "contact_email": ("adresse", "address"),
    "contact_phone": ("téléphone", "telephone"),
    "proceeding": ("procédure", "proceedings"),
    "judgment_date": ("jugement du", "judgment of"),
    "officer": ("mandataire", "officer"),
    "right": ("droit invoqué", "right invoked"),
    "iban": ("IBAN donné", "IBAN given"),
    "return_date": ("de retour le", "back on"),
    "deputy_name": ("remplaçant", "deputy"),
    "deputy_email": ("adresse du remplaçant", "deputy's address"),
    "deputy_phone": ("téléphone du remplaçant", "deputy's telephone"),
    "failed_recipient": ("adresse en échec", "failed address"),
    "smtp_status": ("code du serveur", "server's code"),
    "permanent": ("échec définitif", "failed for good"),
}
"""Name of a value that a reply gave → how a page calls it."""

CHOICES: Mapping[str, tuple[str, str]] = {
    "transfer": ("virement", "transfer"),
    "cheque": ("chèque", "cheque"),
    "card": ("carte", "card"),
    "direct_debit": ("prélèvement", "direct debit"),
    "cash": ("espèces", "cash"),
    "weekly": ("hebdomadaire", "weekly"),
    "monthly": ("mensuel", "monthly"),
    "quarterly": ("trimestriel", "quarterly"),
    "access": ("accès", "access"),
    "erasure": ("effacement", "erasure"),
    "objection": ("opposition", "objection"),
    "invoice_copy": ("copie de facture", "invoice copy"),
    "statement": ("relevé de compte", "statement"),
    "purchase_order": ("bon de commande", "purchase order"),
    "delivery_proof": ("preuve de livraison", "proof of delivery"),
    "bank_details": ("RIB", "bank details"),
    "tax_form": ("formulaire fiscal", "tax form"),
    "portal": ("dépôt sur un portail", "upload to a portal"),
    "credit_note": ("avoir", "credit note"),
    "other": ("autre", "other"),
}
"""What a value may be, when it is one of a closed list (docs/read-format.md)."""


def say(language: str, code: str, **figures: object) -> str:
    """The words in the company's language, filled. Raises KeyError for a code or a figure that is missing."""
    return _of(WORDS[code], language).format(**figures)


def counted(language: str, code: str, number: int) -> str:
    """The number and its noun: French counts 0 as one, English as many."""
    several = number > 1 if language == "fr" else number != 1
    noun = COUNTED[code][UI_LANGUAGES.index(language) * 2 + several]
    # Thousands are set apart as the language does it, and never broken over two lines.
    return f"{number:,}".replace(",", "\u00a0" if language == "fr" else ",") + f" {noun}"


def confidence(language: str, value: float) -> str:
    """A confidence from 0 to 1 in words: nobody acts differently on 0.83 and 0.87."""
    steps = ((0.85, "sure"), (0.6, "likely"), (0.35, "doubtful"))
    return say(language, next((code for least, code in steps if value >= least), "guess"))


def choice(language: str, code: str) -> str:
    """One of a closed list in words; anything else as it is."""
    return _of(CHOICES[code], language) if code in CHOICES else code


def value_name(language: str, name: str) -> str:
    """How a page calls a value that a reply gave."""
    return _of(VALUES[name], language) if name in VALUES else name.replace("_", " ")


def title(language: str, label: str) -> str:
    """What people call a reply label: its file says so."""
    from classifiers.labels import all_labels

    found = all_labels().get(label)
    return found.titles.get(language, label) if found else label.replace("_", " ")


def _of(pair: tuple[str, str], language: str) -> str:
    return pair[UI_LANGUAGES.index(language)]
