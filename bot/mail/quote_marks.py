"""How mail programs announce a quoted or forwarded mail, per language: data for `quoting`, no logic."""

from bot.mail.wording import phrases

WROTE = {
    "fr": ("a écrit", "ont écrit", "écrit", "a ecrit", "écrivait", "écrivit", "a répondu"),
    "en": ("wrote", "writes", "write", "replied", "sent a message", "sent"),
    "de": ("schrieb", "schrieben", "geschrieben", "hat geschrieben"),
    "es": ("escribió", "escribio", "escribieron", "ha escrito"),
    "it": ("ha scritto", "hanno scritto", "scrisse"),
    "nl": ("schreef", "geschreven", "het volgende geschreven"),
    "pt": ("escreveu", "escreveram", "enviou"),
    "ca": ("va escriure", "ha escrit"),
    "da": ("skrev", "skrev følgende"),
    "fi": ("kirjoitti",),
    "pl": ("napisał", "napisała", "napisał(a)", "napisali", "pisze"),
    "cs": ("napsal", "napsala", "napsal(a)"),
    "ro": ("a scris", "au scris"),
    "hu": ("írta", "ezt írta"),
    "tr": ("yazdı", "şunu yazdı"),
    "el": ("έγραψε",),
    "ru": ("писал", "писала", "написал", "написала", "написал(а)", "пишет"),
    "uk": ("пише", "написав", "написала"),
    "ar": ("كتب", "كتبت"),
    "he": ("כתב", "כתבה"),
    "zh": ("写道", "寫道", "写到"),
    "ja": ("のメッセージ", "のメール", "書きました", "書いた"),
    "ko": ("작성", "님이 작성"),
    "vi": ("đã viết",),
}
"""The verb of an attribution line ("Le … X a écrit :")."""

OPENERS = {
    "fr": ("le",),
    "en": ("on", "at", "in a message dated"),
    "de": ("am", "vom", "von"),
    "es": ("el", "en"),
    "it": ("il", "in data", "il giorno"),
    "nl": ("op",),
    "pt": ("em", "a", "no dia"),
    "ca": ("el",),
    "da": ("den", "på", "d."),
    "fi": (),  # weekday abbreviations that are words elsewhere ("la facture"): the date after them tells
    "pl": ("w dniu", "dnia"),
    "cs": ("dne",),
    "ro": ("în", "pe"),
    "hu": (),
    "ru": (),
    "uk": (),
    "ar": ("في",),
    "he": ("בתאריך", "ב-"),
    "zh": ("在", "于"),
    "vi": ("vào",),
}
"""How the attribution line starts. Others start with the date or the writer's name."""

FORWARDED_OR_ORIGINAL = phrases(
    """
    message d'origine | message original | message initial | message transféré | message transmis |
    courriel d'origine | mail original | e-mail d'origine | réponse au message | début du message transféré |
    début du message réexpédié |
    original message | original mail | original email | original appointment | reply message | reply separator |
    forwarded message | forwarded by | forwarded mail | forwarded email | begin forwarded message |
    end forwarded message | previous message | in reply to |
    ursprüngliche nachricht | originalnachricht | original-nachricht | ursprüngliche mail |
    weitergeleitete nachricht | anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail |
    weitergeleitet von | antwortnachricht |
    mensaje original | mensaje reenviado | inicio del mensaje reenviado | mensaje enviado |
    messaggio originale | messaggio inoltrato | messaggio originario | inizio messaggio inoltrato |
    inizio del messaggio inoltrato |
    oorspronkelijk bericht | oorspronkelijke bericht | origineel bericht | doorgestuurd bericht |
    begin doorgestuurd bericht |
    mensagem original | mensagem encaminhada | mensagem reencaminhada | início da mensagem encaminhada |
    início da mensagem reencaminhada |
    oprindelig meddelelse | original meddelelse | videresendt meddelelse | opprinnelig melding |
    videresendt melding | ursprungligt meddelande | originalmeddelande | vidarebefordrat meddelande |
    vidarebefordrat brev | alkuperäinen viesti | välitetty viesti | oryginalna wiadomość | wiadomość oryginalna |
    wiadomość przekazana | původní zpráva | přeposlaná zpráva | mesaj original | eredeti üzenet |
    továbbított üzenet | orijinal mesaj | исходное сообщение | пересланное сообщение | пересылаемое сообщение |
    原始邮件 | 原始郵件 | 转发邮件 | 転送メッセージ | 원본 메시지 | 원본 메일
    """
)
"""What stands between dashes, or before a colon, above an older mail."""

FROM = """de from von da van fra från lähettäjä od expéditeur remitente mittente afzender absender remetente
 отправитель от кого от nadawca odesílatel feladó gönderen kimden 发件人 寄件者 寄件人 差出人 보낸사람
 보낸 من""".split()
SENT = """date datum data fecha date/heure envoyé sent gesendet enviado enviada inviato inviata verzonden sendt skickat
 lähetetty päivämäärä dato wysłano odesláno elküldve tarih дата отправлено 发送时间 日期 寄件日期 日時 送信日時
 날짜 التاريخ trimis dátum envoyée received""".split()
TO = """à a to an para aan til till vastaanottaja do komu címzett kime кому 收件人 宛先 받는사람 إلى către
 destinataire cc copie cópia kopie kopia bcc""".split()
SUBJECT = """objet sujet subject betreff asunto assunto oggetto onderwerp emne ämne aihe temat předmět tárgy konu тема
 主题 主旨 件名 제목 الموضوع subiect""".split()
"""The fields of the header block that Outlook and others write above the older mail, in four groups."""

ASIDE = ("nous", "vous", "m'", "m’", "t'", "lui", "leur", "me", "mir", "uns", "ihnen", "us", "him", "her", "them")
"""A pronoun before the verb ("il nous a écrit :") makes the sentence the writer's own."""
