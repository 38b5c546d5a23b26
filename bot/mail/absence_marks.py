"""How automatic notices are worded, per language: data for `automatic`, no logic. Sentences are compared in lower case."""

AUTO_SUBJECTS = (
    "réponse automatique",
    "reponse automatique",
    "message automatique",
    "absence du bureau",
    "absent du bureau",
    "absente du bureau",
    "absence :",
    "absence:",
    "absence re",
    "absence jusqu",
    "absence du ",
    "absence -",
    "message d'absence",
    "notification d'absence",
    "avis d'absence",
    "en congés",
    "en congé",
    "congés",
    "fermeture annuelle",
    "fermeture estivale",
    "fermeture exceptionnelle",
    "automatic reply",
    "auto reply",
    "autoreply",
    "auto-reply",
    "auto:",
    "auto response",
    "autoresponse",
    "auto-response",
    "autoresponder",
    "automated reply",
    "automated response",
    "automatic response",
    "out of office",
    "out of the office",
    "out-of-office",
    "ooo:",
    "ooo ",
    "on vacation",
    "on annual leave",
    "on leave",
    "away from",
    "away until",
    "away:",
    "vacation",
    "abwesenheitsnotiz",
    "abwesenheit",
    "abwesend",
    "automatische antwort",
    "automatische abwesenheit",
    "nicht im büro",
    "respuesta automática",
    "respuesta automatica",
    "fuera de la oficina",
    "fuera de oficina",
    "ausencia",
    "ausente",
    "risposta automatica",
    "fuori sede",
    "fuori ufficio",
    "assente",
    "assenza",
    "risposta non al computer",
    "automatisch antwoord",
    "automatische beantwoording",
    "afwezig",
    "niet aanwezig",
    "resposta automática",
    "resposta automatica",
    "fora do escritório",
    "ausência",
    "autosvar",
    "automatisk svar",
    "automatiskt svar",
    "frånvaro",
    "fravær",
    "automaattinen vastaus",
    "odpowiedź automatyczna",
    "自动答复",
    "自動返信",
)

RECEIPT_SUBJECTS = (
    "lu :",
    "lu:",
    "read:",
    "read :",
    "gelesen:",
    "leído:",
    "letto:",
    "gelezen:",
    "lida:",
    "lido:",
    "non lu :",
    "non lu:",
    "not read:",
    "ungelesen:",
    "no leído:",
    "non letto:",
    "niet gelezen:",
    "accusé de réception",
    "accuse de reception",
    "accusé de lecture",
    "confirmation de lecture",
    "confirmation de réception",
    "read receipt",
    "delivery receipt",
    "return receipt",
    "disposition notification",
    "lesebestätigung",
    "empfangsbestätigung",
    "eingangsbestätigung",
    "confirmación de lectura",
    "confirmación de recepción",
    "acuse de recibo",
    "conferma di lettura",
    "ricevuta di ritorno",
    "conferma di ricezione",
    "leesbevestiging",
    "ontvangstbevestiging",
    "recibo de leitura",
    "confirmação de leitura",
    "confirmação de recepção",
    "confirmação de receção",
    "remis :",
    "delivered:",
    "zugestellt:",
    "entregado:",
    "consegnato:",
    "bezorgd:",
    "entregue:",
    "relayed:",
    "je suis en télétravail",
)

ABSENT = (
    # fr
    r"(?:je suis|je serai|nous sommes|nous serons|me trouve) (?:actuellement |présentement |désormais )?"
    r"(?:absente?s?|en congés?|en vacances|en déplacement|en arrêt|en formation|en rtt|hors du bureau|indisponibles?|fermée?s?)",
    r"(?:absente?s?|en congés?|en vacances|en congé maternité|en arrêt maladie) (?:du bureau |de mon bureau )?"
    r"(?:jusqu|du \d|depuis le|à partir du|pour une durée|ce jour|aujourd'hui|cette semaine)",
    r"(?:actuellement|présentement) (?:absente?|en congés?|en vacances|en déplacement|hors du bureau|indisponible)",
    r"^en (?:congés?|vacances|déplacement|arrêt|formation)\b",
    r"(?:de retour|je reviens|je reviendrai|je rentre|mon retour|je reprendrai|je reprends|serai de retour|retour prévu|réouverture)",
    r"(?:accès limité|accès restreint|pas accès|peu accès|n'aurai pas accès|sans accès) .{0,30}(?:mail|courriel|message|boîte|bureau)?",
    r"(?:bureaux?|société|entreprise|établissement|agence|service|nos locaux) (?:est|sont|sera|seront|restera) (?:actuellement )?fermée?s?",
    r"(?:ne consulte|ne consulterai|ne lirai|ne lis|ne pourrai|ne serai pas en mesure) .{0,40}(?:mail|courriel|message|répondre)",
    # en
    r"(?:i am|i'm|i will be|i'll be|we are|we will be|i shall be) (?:currently |now |presently )?(?:\w+ ){0,2}?"
    r"(?:out of (?:the |my )?office|out of office|away|on (?:annual |maternity |paternity |parental |sick |medical |family )?leave"
    r"|on (?:holiday|vacation|a business trip)|travell?ing|unavailable|out until|out of town|closed|off until|off work)",
    r"^(?:currently )?(?:on (?:annual |maternity |paternity |parental |sick )?(?:leave|holiday|vacation)|away from|out of (?:the )?office|ooo|away until)",
    r"(?:limited|no|intermittent|restricted|limited or no|little) (?:email |e-mail )?access",
    r"(?:will be back|i'll be back|be back in|back on|back in the office|i return|will return|returning|upon my return|on my return|when i return"
    r"|when i'm back|when i am back|when i get back|my return)",
    r"(?:not be (?:monitoring|checking|reading)|won't be (?:monitoring|checking|reading)|not (?:monitoring|checking))",
    r"(?:office|company|offices|team) (?:is|are|will be) closed",
    # de
    r"(?:ich bin|wir sind|bin ich|sind wir|ich befinde mich) .{0,60}(?:nicht im (?:büro|haus|hause)|abwesend|im urlaub|außer haus|ausser haus"
    r"|nicht erreichbar|in elternzeit|nicht am platz|auf dienstreise|krank)",
    r"(?:ab dem .{2,20}|am .{2,20})?(?:wieder (?:erreichbar|im büro|im haus|da|für sie)|zurückkehren|meiner rückkehr|zurück)",
    r"(?:nicht|nur eingeschränkt|eingeschränkten) (?:regelmäßig )?(?:zugriff|gelesen|weitergeleitet|bearbeitet)",
    # es
    r"(?:estoy|estaré|estamos|estaremos|me encuentro|me encontraré|nos encontramos) .{0,30}(?:fuera|ausente|de vacaciones|de viaje|de baja|de permiso|cerrad)",
    r"(?:acceso limitado|sin acceso|acceso restringido)",
    r"(?:mi regreso|mi vuelta|regreso a la oficina|regreso el|vuelvo el|volveré|regresaré|a mi vuelta|estaré de vuelta|estaré de regreso)",
    # it
    r"(?:sono|sarò|siamo|saremo|mi trovo) .{0,30}(?:assent[ei]|fuori (?:sede|ufficio)|in ferie|in vacanza|in malattia|in maternità|chius[io]|non in ufficio)",
    r"(?:mio rientro|al rientro|rientrerò|rientro il|sarò di ritorno|di nuovo in ufficio|tornerò)",
    r"(?:accesso limitato|non ho accesso|avrò accesso limitato|non potrò)",
    # nl
    r"(?:ik ben|wij zijn|we zijn|ben ik|zijn wij) .{0,40}(?:afwezig|niet aanwezig|niet op kantoor|op vakantie|met verlof|met vakantie|gesloten|vrij|ziek)",
    r"(?:ben ik |ik ben |weer |weer )(?:weer )?(?:terug|aanwezig|bereikbaar)|mijn terugkomst|mijn terugkeer|na terugkomst",
    r"(?:beperkte? toegang|geen toegang)",
    # pt
    r"(?:estou|estarei|estamos|estaremos|encontro-me|encontrar-me-ei) .{0,30}(?:ausente|fora do escritório|de férias|em férias|de licença|fora|indisponível|encerrad|fechad)",
    r"(?:meu regresso|meu retorno|regresso a|regressarei|retornarei|voltarei|estarei de volta)",
    r"(?:acesso limitado|sem acesso)",
)
"""A sentence that says "I am away", "I am back on", "I hardly read my mail"."""

ANSWER_LATER = (
    r"(?:répondrai|répondrons|répondra|vous répondront|réponds|regarderai|traiterai|prendrai connaissance|reviendrai vers vous|recontacterai"
    r"|traité|traitée|prendrons contact|reviendrons vers vous|meilleurs délais|plus brefs délais|dès que possible|bientôt|à mon retour|dès mon retour)",
    r"(?:will (?:respond|reply|answer|get back|contact|review|pick|be in touch|read|look)|respond to|reply to|as soon as possible|shortly"
    r"|business days|working days|within \d+|get back to you|pick this up|deal with)",
    r"(?:werde|werden) .{0,60}(?:beantwort|antworten|melden|bearbeit)|so bald wie möglich|schnellstmöglich|umgehend",
    r"(?:responder[éáe]|contestar[éá]|atender[éá]|lo antes posible|a la mayor brevedad|en breve)",
    r"(?:risponder[òàe]|appena possibile|al più presto|quanto prima|prima possibile)",
    r"(?:beantwoord|zo spoedig mogelijk|zo snel mogelijk|reageren|neem contact met u op|antwoorden)",
    r"(?:responder|logo que possível|assim que possível|o mais breve|brevemente)",
)

URGENT = (
    r"(?:urgen|dringend|en mon absence|pendant mon absence|durant mon absence|in my absence|in meiner abwesenheit|en mi ausencia|in mia assenza"
    r"|tijdens mijn afwezigheid|bij afwezigheid|na minha ausência|immediate (?:help|assistance|attention)|spoed)",
    r"(?:contacter|contactez|adresser à|adressez-vous|joindre|joignable|rapprocher de|écrivez|écrire à|contact|reach|call|e-?mail|wenden|kontakt"
    r"|erreichen|comunic|póngase|dirig|llame|rivolg|contatt|chiam|bereik|bel|mail naar|contacte|ligue|envie).{0,80}",
)
"""Whom else to ask, or where."""

RECEIVED = (
    r"(?:avons|ai|a) bien (?:reçu|réceptionné|enregistré|pris en compte) (?:votre|ta|le) (?:message|mail|e-mail|email|courriel|demande|courrier|ticket|requête)",
    r"(?:votre|ta) (?:message|mail|e-mail|email|courriel|demande|courrier|ticket|requête) (?:a|est) (?:bien )?(?:été |bien )?(?:reçue?|enregistrée?|prise? en compte|transmise?)",
    r"(?:accusons|accuse) (?:bonne )?réception de votre (?:message|mail|e-mail|courriel|demande)",
    r"(?:we have|we've|i have|has been) (?:successfully )?received (?:your|and)|(?:your|the) (?:message|email|e-mail|request|enquiry|inquiry|ticket|query) "
    r"(?:has been|was|is) (?:successfully )?(?:received|logged|registered|created|assigned|forwarded)",
    r"(?:we acknowledge|acknowledging) (?:the )?receipt of your|thank you for (?:contacting|your (?:message|email|e-mail|enquiry|inquiry|request))|thanks for (?:contacting|getting in touch)",
    r"(?:ihre|deine) (?:nachricht|e-mail|anfrage|mail) (?:ist|wurde|haben wir) .{0,30}(?:eingegangen|erhalten|weitergeleitet|registriert)",
    r"wir haben ihre (?:nachricht|e-mail|anfrage|mail) .{0,20}(?:erhalten|bekommen)|vielen dank für ihre (?:nachricht|anfrage|e-mail|mail)",
    r"(?:hemos recibido|he recibido|su (?:mensaje|correo|solicitud|consulta) ha sido (?:recibid|registrad)|gracias por (?:contactar|ponerse|(?:su|tu|vuestro) (?:mensaje|correo|consulta|e-?mail)))",
    r"(?:abbiamo ricevuto (?:il suo|la sua|il vostro|la vostra)|(?:il suo|la sua|il vostro|la vostra) (?:messaggio|mail|e-mail|richiesta) è stat[oa]|grazie per (?:averci contattato|il (?:suo|tuo|vostro) messaggio))",
    r"(?:hebben uw|hebben je|uw) (?:bericht|e-mail|mail|vraag|verzoek|aanvraag) .{0,20}(?:ontvangen|geregistreerd)|bedankt voor (?:uw|je) (?:bericht|e-mail|mail|vraag)",
    r"(?:recebemos (?:a sua|o seu|sua|seu)|(?:a sua|o seu) (?:mensagem|e-mail|pedido) foi (?:recebid|registad)|obrigad[oa] (?:por contactar|pela sua mensagem|pelo seu))",
    r"merci (?:de|pour) (?:votre|ton) (?:message|mail|e-mail|email|courriel|demande|prise de contact)|merci de nous avoir contactés?",
)

AUTOMATIC = (
    r"(?:message|réponse|e-mail|mail|courriel|courrier) (?:est |a été )?(?:généré |envoyé )?automatique",
    r"(?:ne pas répondre|ne répondez pas|ne pas y répondre|merci de ne pas répondre|inutile de répondre)",
    r"(?:n'est (?:pas|plus) (?:relevée?|surveillée?|consultée?|lue?|suivie?|utilisée?|active|en service)|n'est plus valide|a été désactivée?)",
    r"(?:automatic|automated|auto-?generated|automatically[- ]generated|system[- ]generated) (?:\w+ )?(?:message|reply|e-?mail|response|mail|notification|acknowledg)"
    r"|(?:generated|sent) automatically|auto-?(?:reply|response|responder)\b",
    r"(?:do not|don't|please do not) (?:reply|respond)|no[- ]?reply",
    r"(?:not (?:actively )?monitored|unmonitored|no longer (?:monitored|in use|available|active|valid)|unattended|has been (?:disabled|deactivated|closed))",
    r"(?:automatisch|automatische nachricht|nicht auf diese|antworten sie nicht|nicht überwacht|nicht gelesen|wird nicht mehr|deaktiviert)",
    r"(?:mensaje automático|respuesta automática|no responda|no conteste|deshabilitad|no está supervisad|generado automáticamente)",
    r"(?:messaggio automatico|risposta automatica|non rispondere|non è monitorat|non è presidiat|generato automaticamente|disattivat)",
    r"(?:automatisch (?:bericht|gegenereerd|verzonden)|niet beantwoorden|niet op dit bericht|niet gelezen|niet meer in gebruik|onbemand)",
    r"(?:mensagem automática|resposta automática|não responda|não é monitorizad|não é monitorad|gerad[oa] automaticamente|desativad)",
)

TICKET = (
    r"(?:ticket|dossier|demande|case|request|vorgang|anfrage|caso|solicitud|incidencia|richiesta|pratica|zaak|melding|pedido|referenc\w*|référence|"
    r"aktenzeichen|vorgangsnummer|numéro de suivi) ?(?:n°|no\.?|nr\.?|number|numéro|nummer|id|#|:)+ ?:? ?#?\[?[a-z]{0,6}[-#]?\d{3,}|\[(?:ticket|case|request|id)?\s?[#:]?\s?[a-z]{0,5}-?\d{4,}\]|##\d+##",
)

TELEWORK = (
    r"(?:je suis|je serai) en télétravail|i am working (?:from home|remotely)|i work (?:from home|remotely|part[- ]time)|im home ?office|teletrabajo|telelavoro"
    r"|thuiswerk|je travaille à temps partiel|je ne travaille pas le|smart ?working",
)

MONEY = (
    r"(?:payé|payée|réglé|réglée|paierai|paierons|payer|règlement|paiement|virement|viré|chèque|prélèvement|échéancier|litige|contest|avoir\b|impayé|iban"
    r"|acompte|solde|trésorerie|liquidation|redressement|sauvegarde)",
    r"(?:\bpaid\b|\bpay\b|payment|transfer|\bwire|cheque|\bcheck\b|remit|instal?ment|disput|credit note|overpaid|invoice (?:is|was|has)|incorrect|wrong)",
    r"(?:bezahlt|zahlung|zahlen|überw[ie]|überweis|gutschrift|reklam|insolvenz|rate)",
    r"(?:pagad|pago|pagar|transferencia|abono|reclam|factura (?:es|está|no))",
    r"(?:pagat|pagamento|pagher|bonifico|nota di credito|contest)",
    r"(?:betaald|betaling|betalen|overgemaakt|overmak|creditnota|betwist)",
    r"(?:pago\b|pagamento|pagar|transferência|nota de crédito|contest)",
)
"""Words of an answer: where they stand outside "ask my colleague", a person wrote, whatever else they say."""
