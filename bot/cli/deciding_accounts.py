"""What a person decides about an account: by hand or not, disputes, plans, addresses, unclear sendings."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from bot.cli import formats
from bot.cli.choice import Choice, account_of, finish
from bot.cli.choosing import absent, account_named, mail_in, row_in
from bot.core.drafts import Conflict
from bot.core.outbox import RowState
from bot.core.reasons import task_sentence
from bot.core.receivables import ItemKind, fingerprint
from bot.core.tasks import Task
from bot.core.time_brings import open_of
from bot.steps import decisions


def take_over(choice: Choice) -> Iterator[str]:
    """The account is handled by hand."""
    yield choice.told(decisions.take_over(choice.world, choice.tick, account_of(choice), choice.by))


def release(choice: Choice) -> Iterator[str]:
    """The account goes back to the schedule."""
    account = account_of(choice)
    with choice.world.store.transaction() as books:
        unclear = books.standing(account).case.unclear
    if unclear:
        raise Conflict(choice.say("unclear_first", rows=", ".join(sorted(unclear))))
    yield choice.told(decisions.release(choice.world, choice.tick, account, choice.by))


def close_dispute(choice: Choice) -> Iterator[str]:
    """A dispute is settled, and with it the task that asked for it."""
    account = account_of(choice)
    dispute = _dispute(choice, account)
    yield choice.told(
        decisions.close_dispute(choice.world, choice.tick, account, dispute, choice.by, choice.options.reason)
    )
    yield from finish(choice, account, "settle_dispute", dispute.partition(".")[0])


def _dispute(choice: Choice, account: str) -> str:
    with choice.world.store.transaction() as books:
        open_ones = [dispute.id for dispute in books.standing(account).case.disputes]
    listed, named = ", ".join(open_ones), choice.options.dispute
    if not open_ones:
        raise Conflict(choice.say("no_dispute", account=account))
    meant = [one for one in open_ones if one.startswith(named)]
    if not meant:
        raise Conflict(choice.say("no_such_dispute", account=account, id=named, list=listed))
    if len(meant) > 1:
        raise Conflict(choice.say("which_dispute", account=account, list=listed))
    return meant[0]


def agree_plan(choice: Choice) -> Iterator[str]:
    """A plan is agreed, and with it the task that asked for it."""
    account, instalments = account_of(choice), choice.options.instalment
    invoices = tuple(choice.options.invoice)
    if not instalments:
        raise Conflict(choice.say("no_instalments"))
    with choice.world.store.transaction() as books:
        items = books.items([account])
    open_ones = {item.number for item in items if item.kind is ItemKind.INVOICE}
    if unknown := [number for number in invoices if number not in open_ones]:
        raise Conflict(choice.say("unknown_invoices", account=account, list=", ".join(unknown)))
    yield choice.told(decisions.agree_plan(choice.world, choice.tick, account, instalments, invoices, choice.by))
    owed, promised = open_of(invoices, items), sum((part.amount for part in instalments), Decimal(0))
    if owed != promised:
        written = [formats.amount(sum_, items[0].currency, choice.language) for sum_ in (promised, owed)]
        yield choice.say("instalments_differ", sum=written[0], owed=written[1])
    yield from finish(choice, account, "agree_plan")


def address_ok(choice: Choice) -> Iterator[str]:
    """An address works again. The case knows a dead address by its fingerprint: so it must be named by it."""
    account = account_of(choice)
    with choice.world.store.transaction() as books:
        found = books.accounts([account])
        bounced = books.standing(account).case.bounced
    contact = found[0].recipient() if found else None
    address = choice.options.address or (contact.email if contact else "")
    if not address:
        raise Conflict(choice.say("no_address", account=account))
    if fingerprint(address) not in bounced:
        raise Conflict(choice.say("not_bounced", address=address, account=account))
    yield choice.told(decisions.mend_contact(choice.world, choice.tick, account, fingerprint(address), choice.by))
    yield from finish(choice, account, "mend_contact")


def give(choice: Choice) -> Iterator[str]:
    """A mail belongs to an account that nobody had recognised, and is read anew for it."""
    if not choice.options.account:
        raise Conflict(choice.say("give_to_whom"))
    with choice.world.store.transaction() as books:
        mail = mail_in(books, choice.typed, choice.language)
        account = account_named(books, choice.options.account, choice.language)
        asked = [t for t in books.tasks(open_only=True) if mail and t.mail == mail.id and t.kind == "read_reply"]
    if mail is None:
        raise absent("mail", choice.typed, choice.language)
    yield choice.told(decisions.give_mail(choice.world, choice.tick, mail.id, account, choice.by))
    yield from (
        choice.say("also_done", what=task_sentence(t.kind, t.why, choice.language)) for t in asked if _over(choice, t)
    )


def _over(choice: Choice, task: Task) -> bool:
    """Whether the step closed the task that asked to read the mail."""
    with choice.world.store.transaction() as books:
        now = books.task(task.id)
    return now is not None and bool(now.done_by)


def insolvent(choice: Choice) -> Iterator[str]:
    """A person knows of proceedings."""
    kind = choice.options.proceeding
    yield choice.told(decisions.declare_insolvency(choice.world, choice.tick, account_of(choice), kind, choice.by))


def not_insolvent(choice: Choice) -> Iterator[str]:
    """The report of proceedings was wrong, or they ended; the task to declare the claim is done with it."""
    account = account_of(choice)
    with choice.world.store.transaction() as books:
        noted = books.standing(account).case.insolvency
    if not noted:
        raise Conflict(choice.say("not_insolvent", account=account))
    yield choice.told(decisions.lift_insolvency(choice.world, choice.tick, account, choice.by))
    yield from finish(choice, account, "declare_claim")


def settle(arrived: bool) -> Callable[[Choice], Iterator[str]]:
    """A person found out whether an unclear mail arrived."""

    def act(choice: Choice) -> Iterator[str]:
        with choice.world.store.transaction() as books:
            row = row_in(books, choice.typed.removeprefix("unclear_sending:"), choice.language, RowState.UNKNOWN)
        if row is None:
            raise absent("unclear", choice.typed, choice.language)
        yield choice.told(decisions.settle_unclear(choice.world, choice.tick, row.id, arrived, choice.by))

    return act
