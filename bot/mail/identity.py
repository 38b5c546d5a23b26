"""One id per mail, so that a copy in another folder or a second delivery is the same mail."""

import re
from hashlib import sha256

_MESSAGE_ID = re.compile(rb"(?im)^message-id:[ \t]*(?:\r?\n[ \t]+)?(\S+)")


def mail_id(raw: bytes) -> str:
    """Sixteen hex digits of the sha256 of Message-ID and content.

    A Message-ID alone proves nothing: some are missing, some are reused (postalsys/emailengine#64). The content
    hash leaves out the transport's headers, which differ between two copies of one mail.
    """
    head, _, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    found = _MESSAGE_ID.search(head)
    told = sorted(re.findall(rb"(?im)^(?:subject|from|date):.*$", head))
    return sha256(b"\0".join((found.group(1) if found else b"", *told, body.strip()))).hexdigest()[:16]
