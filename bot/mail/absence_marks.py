"""How absence notices are worded, per language: data for `automatic`, no logic. Compared in lower case."""

from bot.mail.wording import phrases

AUTO_SUBJECTS = phrases(
    """
    réponse automatique | reponse automatique | message automatique | absence du bureau | absent du bureau |
    absente du bureau | absence : | absence: | absence re | absence jusqu | absence du | absence - |
    message d'absence | notification d'absence | avis d'absence | en congés | en congé | congés |
    fermeture annuelle | fermeture estivale | fermeture exceptionnelle |
    automatic reply | auto reply | autoreply | auto-reply | auto: | auto response | autoresponse | auto-response |
    autoresponder | automated reply | automated response | automatic response | out of office | out of the office |
    out-of-office | ooo: | ooo - | on vacation | on annual leave | on leave | away from | away until | away: |
    vacation |
    abwesenheitsnotiz | abwesenheit | abwesend | automatische antwort | automatische abwesenheit | nicht im büro |
    respuesta automática | respuesta automatica | fuera de la oficina | fuera de oficina | ausencia | ausente |
    risposta automatica | fuori sede | fuori ufficio | assente | assenza | risposta non al computer |
    automatisch antwoord | automatische beantwoording | afwezig | niet aanwezig |
    resposta automática | resposta automatica | fora do escritório | ausência |
    autosvar | automatisk svar | automatiskt svar | frånvaro | fravær | automaattinen vastaus |
    odpowiedź automatyczna | 自动答复 | 自動返信
    """
)
"""How the subject of an absence notice starts: fr, en, de, es, it, nl, pt, then neighbours."""

ABSENT = (
    # fr
    r"(?:je suis|je serai|nous sommes|nous serons|me trouve) (?:actuellement |présentement |désormais )?"
    r"(?:absente?s?|en congés?|en vacances|en déplacement|en arrêt|en formation|en rtt|hors du bureau|indisponibles?"
    r"|fermée?s?)",
    r"(?:absente?s?|en congés?|en vacances|en congé maternité|en arrêt maladie) (?:du bureau |de mon bureau )?"
    r"(?:jusqu|du \d|depuis le|à partir du|pour une durée|ce jour|aujourd'hui|cette semaine)",
    r"(?:actuellement|présentement) (?:absente?|en congés?|en vacances|en déplacement|hors du bureau|indisponible)",
    r"^en (?:congés?|vacances|déplacement|arrêt|formation)\b",
    r"(?:de retour|je reviens|je reviendrai|je rentre|mon retour|je reprendrai|je reprends|retour prévu|réouverture)",
    r"(?:accès limité|accès restreint|pas accès|peu accès|n'aurai pas accès|sans accès)",
    r"(?:bureaux?|société|entreprise|établissement|agence|service|nos locaux) (?:est|sont|sera|seront|restera) "
    r"(?:actuellement )?fermée?s?",
    r"(?:ne consulte|ne consulterai|ne lirai|ne lis|ne pourrai|ne serai pas en mesure) "
    r".{0,40}(?:mail|courriel|message|répondre)",
    # en
    r"(?:i am|i'm|i will be|i'll be|we are|we will be|i shall be) (?:currently |now |presently )?(?:\w+ ){0,2}?"
    r"(?:out of (?:the |my )?office|away|on (?:annual |maternity |paternity |parental |sick |medical |family )?leave"
    r"|on (?:holiday|vacation|a business trip)|travell?ing|unavailable|out until|out of town|closed|off until"
    r"|off work)",
    r"^(?:currently )?(?:on (?:annual |maternity |paternity |parental |sick )?(?:leave|holiday|vacation)|away from"
    r"|out of (?:the )?office|ooo|away until)",
    r"(?:limited|no|intermittent|restricted|limited or no|little) (?:email |e-mail )?access",
    r"(?:will be back|i'll be back|be back in|back on|back in the office|i return|will return|returning"
    r"|upon my return|on my return|when i return|when i'm back|when i am back|when i get back|my return)",
    r"(?:not be|won't be|not) (?:monitoring|checking|reading)",
    r"(?:office|company|offices|team) (?:is|are|will be) closed",
    # de
    r"(?:ich bin|wir sind|bin ich|sind wir|ich befinde mich) .{0,60}(?:nicht im (?:büro|haus|hause)|abwesend"
    r"|im urlaub|außer haus|ausser haus|nicht erreichbar|in elternzeit|nicht am platz|auf dienstreise|krank)",
    r"(?:wieder (?:erreichbar|im büro|im haus|da|für sie)|zurückkehren|meiner rückkehr|zurück am|zurück ab)",
    r"(?:nicht|nur eingeschränkt|eingeschränkten) (?:regelmäßig )?(?:zugriff|gelesen|weitergeleitet|bearbeitet)",
    # es
    r"(?:estoy|estaré|estamos|estaremos|me encuentro|me encontraré|nos encontramos) .{0,30}(?:fuera|ausente"
    r"|de vacaciones|de viaje|de baja|de permiso|cerrad)",
    r"(?:acceso limitado|sin acceso|acceso restringido)",
    r"(?:mi regreso|mi vuelta|regreso a la oficina|regreso el|vuelvo el|volveré|regresaré|a mi vuelta"
    r"|estaré de vuelta|estaré de regreso)",
    # it
    r"(?:sono|sarò|siamo|saremo|mi trovo) .{0,30}(?:assent[ei]|fuori (?:sede|ufficio)|in ferie|in vacanza|in malattia"
    r"|in maternità|chius[io]|non in ufficio)",
    r"(?:mio rientro|al rientro|rientrerò|rientro il|sarò di ritorno|di nuovo in ufficio|tornerò)",
    r"(?:accesso limitato|non ho accesso)",
    # nl
    r"(?:ik ben|wij zijn|we zijn|ben ik|zijn wij) .{0,40}(?:afwezig|niet aanwezig|niet op kantoor|op vakantie"
    r"|met verlof|met vakantie|gesloten|vrij|ziek)",
    r"(?:ben ik |ik ben |weer )(?:weer )?(?:terug|aanwezig|bereikbaar)|mijn terugkomst|mijn terugkeer|na terugkomst",
    r"(?:beperkte? toegang|geen toegang)",
    # pt
    r"(?:estou|estarei|estamos|estaremos|encontro-me|encontrar-me-ei) .{0,30}(?:ausente|fora|de férias|em férias"
    r"|de licença|indisponível|encerrad|fechad)",
    r"(?:meu regresso|meu retorno|regresso a|regressarei|retornarei|voltarei|estarei de volta)",
    r"(?:acesso limitado|sem acesso)",
)
"""A sentence that says "I am away", "I am back on", "I hardly read my mail"."""

ANSWER_LATER = (
    r"(?:répondrai|répondrons|répondra|vous répondront|réponds|regarderai|traiterai|prendrai connaissance"
    r"|reviendrai vers vous|recontacterai|traitée?|prendrons contact|reviendrons vers vous|meilleurs délais"
    r"|plus brefs délais|dès que possible|à mon retour|dès mon retour)",
    r"(?:will (?:respond|reply|answer|get back|contact|review|pick|be in touch|read|look)|respond to|reply to"
    r"|as soon as possible|shortly|business days|working days|within \d+|get back to you|pick this up|deal with)",
    r"(?:werde|werden) .{0,60}(?:beantwort|antworten|melden|bearbeit)|so bald wie möglich|schnellstmöglich|umgehend",
    r"(?:responder[éáe]|contestar[éá]|atender[éá]|lo antes posible|a la mayor brevedad|en breve)",
    r"(?:risponder[òàe]|appena possibile|al più presto|quanto prima|prima possibile)",
    r"(?:beantwoord|zo spoedig mogelijk|zo snel mogelijk|reageren|neem contact met u op|antwoorden)",
    r"(?:responder|logo que possível|assim que possível|o mais breve|brevemente)",
)
"""A sentence that promises an answer some time."""

URGENT = (
    r"(?:urgen|dringend|en mon absence|pendant mon absence|durant mon absence|in my absence|in meiner abwesenheit"
    r"|en mi ausencia|in mia assenza|tijdens mijn afwezigheid|bij afwezigheid|na minha ausência"
    r"|immediate (?:help|assistance|attention)|spoed)",
    r"(?:contacter|contactez|adresser à|adressez-vous|joindre|joignable|rapprocher de|écrivez|écrire à|contact\b"
    r"|reach|\bcall\b|e-?mail|wenden|kontakt|erreichen|comunic|póngase|dirig|llame|rivolg|contatt|chiam|bereik|\bbel\b"
    r"|mail naar|contacte|ligue|envie)",
)
"""Whom else to ask, or where."""

TELEWORK = (
    r"(?:je suis|je serai) en télétravail|i am working (?:from home|remotely)"
    r"|i work (?:from home|remotely|part[- ]time)|im home ?office|teletrabajo|telelavoro|smart ?working"
    r"|thuiswerk|je travaille à temps partiel"
    r"|je ne travaille pas le",
)
"""A notice about where, or how much, somebody works."""

MONEY = (
    r"(?:payée?s?\b|réglée?s?\b|paierai|paierons|payer|règlement|paiement|virement|viré|chèque|prélèvement"
    r"|échéancier|litige|contest|\bavoir de\b|impayé|iban|acompte|solde|trésorerie|liquidation|redressement"
    r"|sauvegarde)",
    r"(?:\bpaid\b|\bpay\b|payment|transfer|\bwired?\b|cheque|\bcheck was|remit|instal?ment|disput|credit note|overpaid"
    r"|invoice (?:is|was|has)|incorrect|wrong)",
    r"(?:bezahlt|zahlung|zahlen|überw[ie]|überweis|gutschrift|reklam|insolvenz|ratenzahl)",
    r"(?:pagad|\bpago|pagar|transferencia|\babono|reclam|factura (?:es|está|no))",
    r"(?:\bpagat|pagamento|pagher|bonifico|nota di credito)",
    r"(?:betaald|betaling|betalen|overgemaakt|overmak|creditnota|betwist)",
    r"(?:transferência|nota de crédito)",
)
"""Words of an answer: outside "ask my colleague", they mean that a person wrote."""
