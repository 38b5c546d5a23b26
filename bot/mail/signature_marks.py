"""How people close a letter and what programs and companies hang under it, per language: data for `signature`.

Languages in this order: fr en de es it nl pt, then neighbours.
"""

from bot.mail.wording import phrases

CLOSINGS = phrases(
    """
    cordialement | bien cordialement | très cordialement | cordiales salutations | sincères salutations |
    salutations distinguées | salutations | meilleures salutations | mes salutations | respectueusement |
    bien à vous | bien à toi | bien sincèrement | sincèrement | amicalement | amitiés | cdlt | cdt | bàv | bav |
    slts | bonne journée | bonne soirée | bonne réception | bonne fin de journée | bon week-end | belle journée |
    excellente journée | dans l'attente de vous lire | dans l'attente de votre retour |
    dans l'attente de votre réponse | je vous prie d'agréer | je vous prie de croire | je vous prie de recevoir |
    veuillez agréer | veuillez recevoir | nous vous prions d'agréer | recevez | à bientôt |
    kind regards | best regards | warm regards | warmest regards | kindest regards | regards | many regards | rgds |
    brgds | br | kr | best | all the best | best wishes | with best wishes | sincerely | sincerely yours |
    yours sincerely | yours faithfully | yours truly | yours | cheers | respectfully | cordially | take care |
    have a nice day | have a great day | have a good day | have a nice weekend |
    mit freundlichen grüßen | mit freundlichen grüssen | mit freundlichen gruessen | mit freundlichem gruß |
    mit freundlichem gruss | mit besten grüßen | mit besten grüssen | freundliche grüße | freundliche grüsse |
    freundlicher gruß | beste grüße | beste grüsse | besten gruß | viele grüße | viele grüsse | liebe grüße |
    liebe grüsse | herzliche grüße | schöne grüße | schönen gruß | grüße | grüsse | gruß | gruss | hochachtungsvoll |
    mfg | vg | lg | schönen tag noch |
    un saludo | saludos | saludos cordiales | un cordial saludo | cordial saludo | cordialmente | atentamente |
    muy atentamente | reciba un cordial saludo | reciban un cordial saludo | reciba un saludo | le saluda |
    le saluda atentamente | sin otro particular | quedo a la espera | un abrazo |
    cordiali saluti | distinti saluti | i migliori saluti | migliori saluti | un cordiale saluto | saluti |
    un saluto | tanti saluti | in attesa di un vostro riscontro | in attesa di riscontro | buona giornata |
    buona serata | buon lavoro |
    met vriendelijke groet | met vriendelijke groeten | vriendelijke groet | vriendelijke groeten |
    met hartelijke groet | hartelijke groet | hartelijke groeten | groeten | groet | groetjes | hoogachtend | mvg |
    m.v.g. | fijne dag | fijne dag verder |
    com os melhores cumprimentos | melhores cumprimentos | os melhores cumprimentos | cumprimentos | atenciosamente |
    att | com estima | saudações | abraço | abraços | um abraço | obrigado e bom dia |
    med venlig hilsen | venlig hilsen | mvh | med vennlig hilsen | med vänliga hälsningar | vänliga hälsningar |
    hälsningar | ystävällisin terveisin | terveisin | parhain terveisin | pozdrawiam | z poważaniem | pozdrowienia |
    s pozdravem | cu stimă | cu respect | üdvözlettel | с уважением | з повагою | مع أطيب التحيات | مع التحية |
    με εκτίμηση
    """
)
"""The words of a sign-off; on their own line, or before a comma and a name."""

THANKS = phrases(
    """
    merci | merci d'avance | merci par avance | en vous remerciant | en vous remerciant par avance |
    avec mes remerciements | thanks | thank you | many thanks | thanks in advance | thanks again | thx | danke |
    vielen dank | besten dank | danke im voraus | gracias | muchas gracias | gracias de antemano | grazie |
    grazie mille | bedankt | alvast bedankt | dank u | obrigado | obrigada | muito obrigado | muito obrigada
    """
)
"""Thanks close a letter only when nothing but a name follows; elsewhere they are words like others."""

DEVICES = phrases(
    """
    envoyé de mon | envoyé depuis mon | envoyé depuis | envoyé à partir de | envoyé avec | envoyé du |
    télécharger outlook pour | obtenez outlook pour | obtenir outlook pour | sent from my | sent from mail for |
    sent from outlook | sent from yahoo | sent from a | sent from the | sent from | sent via | sent with |
    sent using | sent on my | get outlook for | von meinem | gesendet von | gesendet mit | gesendet mit der |
    diese nachricht wurde von meinem | holen sie sich outlook für | outlook für | enviado desde | enviado con |
    obtener outlook para | inviato da | inviato dal mio | scarica outlook per | ottieni outlook per |
    verzonden vanaf | verstuurd vanaf | verzonden met | verstuurd vanuit | outlook voor | download outlook voor |
    enviado do meu | enviado a partir | enviado de | enviado pelo | obter o outlook para | sendt fra | skickat från |
    lähetetty | wysłane z | wysłano z | odesláno z | trimis de pe | elküldve | iphone'umdan gönderildi |
    отправлено с | أُرسلت من | أرسلت من | 发自我的 | 發自我的 | iphoneから送信 | 나의 iphone에서 보냄
    """
)
"""What a telephone or a program adds under the text."""

DISCLAIMERS = phrases(
    """
    ce message et toutes les pièces jointes | ce message et ses pièces jointes |
    ce message et ses éventuelles pièces jointes | ce message est confidentiel |
    ce message est destiné exclusivement | ce message, ainsi que | ce courriel et | ce courriel est confidentiel |
    ce courrier électronique | cet e-mail et | cet email et | cet e-mail a été vérifié |
    l'absence de virus dans ce courrier | garanti sans virus | sans virus |
    les informations contenues dans ce message | les informations contenues dans ce courriel | avant d'imprimer |
    pensez à l'environnement | pensez à la planète | n'imprimez ce | adoptez l'éco-attitude | merci de n'imprimer |
    si vous n'êtes pas le destinataire | avis de confidentialité | confidentialité : | this e-mail and any |
    this email and any | this message and any | this e-mail is confidential | this email is confidential |
    this message is confidential | this e-mail message | this email message | this email is intended |
    this e-mail is intended | this message is intended | this message contains confidential |
    this email contains confidential | this communication | this email has been checked |
    this email has been scanned | the information contained in this | the information in this |
    the contents of this e | confidentiality notice | confidential: | disclaimer | virus-free |
    if you are not the intended | please consider the environment | please think of the environment |
    think before you print | before printing this | diese e-mail enthält | diese e-mail und |
    diese nachricht ist vertraulich | diese nachricht enthält | der inhalt dieser e-mail |
    bitte denken sie an die umwelt | virenfrei | este mensaje y sus | este mensaje es confidencial |
    este correo electrónico | este mensaje va dirigido | la información contenida en este | antes de imprimir |
    aviso legal | questo messaggio e i suoi | questo messaggio è confidenziale | questa e-mail |
    le informazioni contenute in questo | le informazioni contenute nella presente | ai sensi del |
    prima di stampare | dit bericht is vertrouwelijk | dit bericht kan vertrouwelijke | dit e-mailbericht |
    de informatie in dit | deze e-mail | denk aan het milieu | esta mensagem e | esta mensagem é | este e-mail |
    esta mensagem pode conter | a informação contida nest | aviso de confidencialidade
    """
)
"""How a company's small print starts."""

BANNERS = phrases(
    """
    [external | [externe | [ext] | external email | external sender | external: | caution: | caution : |
    this email originated from outside | this message originated from outside | this email originates from outside |
    this sender is from outside | you don't often get email from |
    some people who received this message don't often get email from | vous n'obtenez pas souvent d'e-mail |
    vous ne recevez pas souvent d'e-mail | vous ne recevez pas souvent de courriers de la part de |
    attention : ce mail provient | attention : ce message provient | attention : ce courriel provient |
    attention: ce mail provient | attention: ce message provient | ce message provient de l'extérieur |
    ce mail provient de l'extérieur | ce courriel provient de l'extérieur | e-mail externe | mail externe |
    courriel externe | achtung: diese e-mail | achtung: externe | externe e-mail | precaución: |
    sie erhalten nicht oft e-mail | sie erhalten nicht häufig e-mails | correo externo |
    attenzione: questa email proviene | let op: deze e-mail | atenção: este e-mail |
    -- please type your reply above this line -- | ##- please type your reply above this line -## |
    ## please reply above this line ## | ##- merci d'écrire votre réponse au-dessus de cette ligne -##
    """
)
"""What a mail gateway or a help desk puts above the text."""

POSTSCRIPT = phrases(
    """
    ps | p.s | p.-s | p-s | nb | n.b | post-scriptum | post scriptum | p.d | pd
    """
)
"""A postscript is the writer's own words, wherever it stands."""
