"""How receipts and unattended mailboxes are worded, per language: data for `automatic`. Compared in lower case."""

from bot.mail.wording import phrases

RECEIPT_SUBJECTS = phrases(
    """
    lu : | lu: | non lu : | non lu: | accusé de réception | accuse de reception | accusé de lecture | remis : |
    confirmation de lecture | confirmation de réception | je suis en télétravail |
    read: | read : | not read: | read receipt | delivery receipt | return receipt | disposition notification |
    delivered: | relayed: |
    gelesen: | ungelesen: | lesebestätigung | empfangsbestätigung | eingangsbestätigung | zugestellt: |
    leído: | no leído: | confirmación de lectura | confirmación de recepción | acuse de recibo | entregado: |
    letto: | non letto: | conferma di lettura | ricevuta di ritorno | conferma di ricezione | consegnato: |
    gelezen: | niet gelezen: | leesbevestiging | ontvangstbevestiging | bezorgd: |
    lida: | lido: | recibo de leitura | confirmação de leitura | confirmação de recepção | confirmação de receção |
    entregue:
    """
)
"""How the subject of a receipt starts: fr, en, de, es, it, nl, pt."""

RECEIVED = (
    # fr
    r"(?:avons|ai|a) bien (?:reçu|réceptionné|enregistré|pris en compte) (?:votre|ta|le) "
    r"(?:message|mail|e-mail|email|courriel|demande|courrier|ticket|requête)",
    r"(?:votre|ta) (?:message|mail|e-mail|email|courriel|demande|courrier|ticket|requête) (?:a|est) "
    r"(?:bien )?(?:été |bien )?(?:reçue?|enregistrée?|prise? en compte|transmise?)",
    r"(?:accusons|accuse) (?:bonne )?réception de votre (?:message|mail|e-mail|courriel|demande)",
    # en
    r"(?:we have|we've|i have|has been) (?:successfully )?received (?:your|and)",
    r"(?:your|the) (?:message|email|e-mail|request|enquiry|inquiry|ticket|query) (?:has been|was|is) "
    r"(?:successfully )?(?:received|logged|registered|created|assigned|forwarded)",
    r"(?:we acknowledge|acknowledging) (?:the )?receipt of your|thanks for (?:contacting|getting in touch)",
    r"thank you for (?:contacting|your (?:message|email|e-mail|enquiry|inquiry|request))",
    # de
    r"(?:ihre|deine) (?:nachricht|e-mail|anfrage|mail) (?:ist|wurde|haben wir) "
    r".{0,30}(?:eingegangen|erhalten|weitergeleitet|registriert)",
    r"wir haben ihre (?:nachricht|e-mail|anfrage|mail) .{0,20}(?:erhalten|bekommen)",
    r"vielen dank für ihre (?:nachricht|anfrage|e-mail|mail)",
    # es
    r"(?:hemos recibido|he recibido|su (?:mensaje|correo|solicitud|consulta) ha sido (?:recibid|registrad))",
    r"gracias por (?:contactar|ponerse|(?:su|tu|vuestro) (?:mensaje|correo|consulta|e-?mail))",
    # it
    r"abbiamo ricevuto (?:il suo|la sua|il vostro|la vostra)",
    r"(?:il suo|la sua|il vostro|la vostra) (?:messaggio|mail|e-mail|richiesta) è stat[oa]",
    r"grazie per (?:averci contattato|il (?:suo|tuo|vostro) messaggio)",
    # nl
    r"(?:hebben uw|hebben je|uw) (?:bericht|e-mail|mail|vraag|verzoek|aanvraag) .{0,20}(?:ontvangen|geregistreerd)",
    r"bedankt voor (?:uw|je) (?:bericht|e-mail|mail|vraag)",
    # pt
    r"recebemos (?:a sua|o seu|sua|seu)|(?:a sua|o seu) (?:mensagem|e-mail|pedido) foi (?:recebid|registad)",
    r"obrigad[oa] (?:por contactar|pela sua mensagem|pelo seu)",
)
"""A sentence that says "your message is here"."""

THANKS = (
    r"merci (?:de|pour) (?:votre|ton) (?:message|mail|e-mail|email|courriel|demande|prise de contact)",
    r"merci de nous avoir contactés?|thanks for your (?:e-?mail|message)",
)
"""Thanks for a message: people write them as well."""

AUTOMATIC = (
    r"(?:message|réponse|e-mail|mail|courriel|courrier) (?:est |a été )?(?:généré |envoyé )?automatique",
    r"(?:ne pas répondre|ne répondez pas|ne pas y répondre|inutile de répondre)",
    r"(?:n'est (?:pas|plus) (?:relevée?|surveillée?|consultée?|lue?|suivie?|utilisée?|active|en service)"
    r"|n'est plus valide|a été désactivée?)",
    r"(?:automatic|automated|auto-?generated|automatically[- ]generated|system[- ]generated) (?:\w+ )?"
    r"(?:message|reply|e-?mail|response|mail|notification|acknowledg)",
    r"(?:generated|sent) automatically|auto-?(?:reply|response|responder)\b",
    r"(?:do not|don't|please do not) (?:reply|respond)|no[- ]?reply",
    r"(?:not (?:actively )?monitored|unmonitored|no longer (?:monitored|in use|available|active|valid)|unattended"
    r"|has been (?:disabled|deactivated|closed))",
    r"(?:automatisch (?:erstellt|generiert|erzeugt|versendet)|automatische (?:nachricht|antwort|e-mail)"
    r"|nicht auf diese|antworten sie nicht|nicht überwacht|nicht gelesen|deaktiviert)",
    r"(?:mensaje automático|respuesta automática|no responda|no conteste|deshabilitad|no está supervisad"
    r"|generado automáticamente)",
    r"(?:messaggio automatico|risposta automatica|non rispondere|non è monitorat|non è presidiat"
    r"|generato automaticamente|disattivat)",
    r"(?:automatisch (?:bericht|gegenereerd|verzonden)|niet beantwoorden|niet op dit bericht|niet gelezen"
    r"|niet meer in gebruik|onbemand)",
    r"(?:mensagem automática|resposta automática|não responda|não é monitorizad|não é monitorad"
    r"|gerad[oa] automaticamente|desativad)",
)
"""A sentence that says that nobody wrote, or reads, this."""

TICKET = (
    r"(?:ticket|dossier|demande|case|request|vorgang|anfrage|caso|solicitud|incidencia|richiesta|pratica|zaak|melding"
    r"|pedido|reference|référence|aktenzeichen|vorgangsnummer|numéro de suivi)"
    r" ?(?:n°|no\.?|nr\.?|number|numéro|nummer|id|#|:) ?:? ?#?\[?[a-z]{0,6}[-#]?\d{3,}",
    r"\[(?:ticket|case|request|id)?\s?[#:]?\s?[a-z]{0,5}-?\d{4,}\]|##\d+##",
)
"""A case number of a help desk."""
