"""Action of `review` → what it does; each line that it gives is printed."""

from collections.abc import Callable, Iterator, Mapping

from bot.cli import deciding_accounts, deciding_answers
from bot.cli.choice import Choice

ACT: Mapping[str, Callable[[Choice], Iterator[str]]] = {
    "edit": deciding_answers.edit,
    "approve": deciding_answers.approve,
    "refuse": deciding_answers.refuse,
    "done": deciding_answers.done,
    "take-over": deciding_accounts.take_over,
    "release": deciding_accounts.release,
    "close-dispute": deciding_accounts.close_dispute,
    "agree-plan": deciding_accounts.agree_plan,
    "address-ok": deciding_accounts.address_ok,
    "give": deciding_accounts.give,
    "insolvent": deciding_accounts.insolvent,
    "not-insolvent": deciding_accounts.not_insolvent,
    "arrived": deciding_accounts.settle(arrived=True),
    "not-sent": deciding_accounts.settle(arrived=False),
}
