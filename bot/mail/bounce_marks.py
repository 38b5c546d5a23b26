"""How mail servers say that a mail did not arrive, or not yet, per language: data for `bounce`, no logic.

Languages in this order: fr en de es it nl pt, then neighbours.
"""

from bot.mail.wording import phrases

DAEMONS = phrases(
    """
    mailer-daemon | mailer_daemon | maildaemon | mail-daemon | mailerdaemon | mdaemon | postmaster | mailadmin |
    uucp | mmdf | smtp-relay | microsoftexchange | mail-delivery | maildelivery | bounce-notification |
    double-bounce | mailsystem | postoffice | mail.administrator | system-administrator
    """
)
"""First letters of the local part of a server's own address."""

DAEMON_NAMES = phrases(
    """
    mail delivery | mailer-daemon | mail deliver | mail administrator | postmaster | system administrator |
    administrateur système | systemadministrator | microsoft outlook | mail system | internet mail service |
    returned mail | système de messagerie
    """
)
"""First letters of a server's display name."""

SUBJECTS = phrases(
    """
    non remis | non distribuable | non délivré | message non distribué | message non délivré | échec de la remise |
    échec de remise | échec de la livraison | échec de distribution | échec d'envoi | notification d'échec |
    notification d'état de remise | rapport de non-remise | retour de courrier | courrier non distribué |
    message retourné | remise différée | remise retardée | message retardé |
    undeliver | mail undeliverable | non-deliver | nondeliver | not delivered | could not be delivered |
    could not send m | couldn't be delivered | delivery status notification | delivery notification |
    delivery failure | delivery failed | delivery problem | delivery error | delivery report | delivery delayed |
    delayed delivery | delivery incomplete | delivery has failed | delivery unsuccessful | mail delivery |
    failed delivery | failed mail | failed to deliver | failure notice | failure delivery | mail failure |
    mail failed | mail error | mail system error | message delivery | message delayed | message status |
    bounced mail | bounce: | returned mail | returned to sender | returning to sender | returning message to sender |
    return to sender | returned email | user unknown | unknown user | unknown address | warning: could not send |
    warning: message | nondeliverable mail | unable to deliver | ndn: | dsn: | no valid recipient |
    email delivery failure |
    unzustellbar | nicht zustellbar | unzustellbare | zustellung fehlgeschlagen | zustellungsfehler |
    fehler bei der zustellung | fehlgeschlagene zustellung | zustellungsverzögerung | verzögerte zustellung |
    rückläufer | übermittlungsstatus |
    no se puede entregar | no se pudo entregar | no entregado | no entregable | fallo de entrega | error de entrega |
    entrega fallida | notificación de estado de entrega | devuelto | entrega retrasada |
    mancata consegna | mancato recapito | non recapitabile | impossibile recapitare | errore di consegna |
    consegna non riuscita | notifica di mancato | notifica sullo stato | consegna ritardata |
    onbestelbaar | niet bezorgd | niet te bezorgen | kan niet worden bezorgd | kan niet worden afgeleverd |
    bezorging mislukt | aflevering mislukt | niet afgeleverd | bezorging vertraagd |
    não entregue | não é possível entregar | não foi possível entregar | falha na entrega | falha de entrega |
    falha ao entregar | erro de entrega | notificação de estado de entrega | notificação de status de entrega |
    devolvido | entrega atrasada |
    недоставленное сообщение | не доставлено | недоставлен | mail returned |
    失敗 | 退信 | 系统退信 | 配信不能 | メール送信エラー
    """
)
"""Parts of the subject of such a notice."""

FAILED = phrases(
    """
    n'a pas pu être remis | n'a pas pu être distribué | n'a pas pu être délivré | n'a pas pu être envoyé |
    n'a pu être remis | n'a pu être délivré | n'a pas été remis | n'a pas été délivré | n'a pas été distribué |
    n'ont pas pu être remis | impossible de remettre | impossible de distribuer | impossible de délivrer |
    la remise à ces destinataires | échec de la remise | remise a échoué | la livraison a échoué |
    adresse de messagerie est introuvable | adresse introuvable | utilisateur inconnu | destinataire inconnu |
    adresse inconnue | n'existe pas sur ce serveur | boîte aux lettres est pleine |
    boîte de réception du destinataire est pleine | boîte aux lettres pleine |
    could not be delivered | couldn't be delivered | could not deliver | couldn't deliver | cannot be delivered |
    can not be delivered | can't be delivered | cannot deliver | unable to deliver | unable to send |
    was not delivered | wasn't delivered | not been delivered | has not been delivered | were not delivered |
    not deliverable | undeliverable | undelivered | not able to deliver | delivery has failed | delivery failed |
    delivery failure | delivery to the following | delivery of this message | failed to deliver | failed to reach |
    did not reach | not reach the following | has not reached | permanent error | permanent fatal error |
    fatal errors | delivery problems | delivery errors | error delivering | attempting to deliver |
    returned to sender | being returned | is returned | returning to sender | returned because |
    address couldn't be found | address you entered couldn't | wasn't found | address not found | address rejected |
    addressee unknown | user unknown | unknown user | unknown recipient | unknown local part | recipient unknown |
    no such user | no such recipient | no such address | no mailbox | mailbox is full | mailbox full |
    mailbox unavailable | over quota | quota exceeded | exceeded quota | invalid recipient | not a valid |
    rejected your message | was rejected | has been rejected | have been rejected | refused to accept |
    not listed in | unrouteable | unroutable | does not exist | doesn't exist | mailbox disabled |
    account has been disabled | host unknown | not known at this |
    konnte nicht zugestellt | nicht zugestellt werden | konnte die nachricht nicht | konnte ihre nachricht nicht |
    zustellung fehlgeschlagen | fehler bei der nachrichtenzustellung | unzustellbar | empfänger unbekannt |
    wurde nicht gefunden | postfach ist voll | existiert nicht | benutzer unbekannt |
    no se pudo entregar | no se ha podido entregar | no ha podido ser entregado | no pudo ser entregado |
    no fue posible entregar | no se puede entregar | usuario desconocido | buzón está lleno |
    no se encontró la dirección | no existe |
    non è stato possibile recapitare | non è stato possibile consegnare | non può essere consegnato |
    non è stato consegnato | non è stato recapitato | impossibile recapitare | recapito non riuscito |
    destinatario sconosciuto | utente sconosciuto | casella di posta piena | casella piena |
    kon niet worden bezorgd | kan niet worden bezorgd | kon niet worden afgeleverd | niet worden afgeleverd |
    niet bezorgd | onbekende gebruiker | onbekende ontvanger | postvak is vol | mailbox is vol | bestaat niet |
    não pôde ser entregue | não pode ser entregue | não foi possível entregar | não foi entregue |
    usuário desconhecido | utilizador desconhecido | caixa de correio está cheia | não existe |
    не было доставлено | не может быть доставлено | не удалось доставить |
    не существует | 無法投遞 | 无法投递 | 无法送达 |
    配信できませんでした | 送信できませんでした | 存在しません
    """
)
"""Parts of the sentence that says so."""

DELAYED = phrases(
    """
    delayed | still being retried | still undelivered | will keep trying | will continue to try | will be retried |
    attempts will continue | not yet been delivered | has not yet been | temporary problem | temporarily |
    this is a warning message only | you do not need to resend | do not need to resend | retry for |
    n'a pas encore pu être | n'a pas encore été | retardé | différée | nouvelles tentatives | réessayerons |
    poursuivra ses tentatives | verzögert | noch nicht zugestellt | weiterhin versucht | retrasad |
    aún no se ha entregado | seguirá intentando | ritardat | non è ancora stato | ulteriori tentativi | vertraagd |
    nog niet bezorgd | nog niet afgeleverd | atrasad | ainda não foi entregue | continuará tentando
    """
)
"""The server goes on trying: nothing is wrong with the address yet."""

RETURNED_COPY = phrases(
    """
    below this line is a copy | this is a copy of the message | this is a copy of your message |
    copy of the message, including | original message follows | original message attached |
    original message headers | original mail follows | the header of the original message |
    header of the original message | message header follows | message headers follow | unsent message follows |
    unsent message below | original message is attached | returned message follows | returned message below |
    message follows | message text follows | text of the message | text of your message | contents of the message |
    en-têtes de message d'origine | en-tête du message d'origine | ursprüngliche nachrichtenkopfzeilen |
    ursprüngliche nachricht: | encabezados de mensajes originales | intestazioni del messaggio originale |
    oorspronkelijke berichtkoppen | cabeçalhos originais da mensagem | original message ----- |
    ----- message header | ------ failed message | failed message follows | undelivered message: |
    your message reads | your original message | included is a copy
    """
)
"""After such a line the server's own words end and our mail begins."""
