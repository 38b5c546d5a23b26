"""English words for dates, amounts, invoices and payments, British and American."""

from classifiers.languages.vocabulary import Language, numbered

LANGUAGE = Language(
    code="en",
    months=(
        "january, jan",
        "february, feb",
        "march, mar",
        "april, apr",
        "may",
        "june, jun",
        "july, jul",
        "august, aug",
        "september, sept, sep",
        "october, oct",
        "november, nov",
        "december, dec",
    ),
    weekdays=(
        "monday, mon",
        "tuesday, tues, tue",
        "wednesday, wed, weds",
        "thursday, thurs, thur, thu",
        "friday, fri",
        "saturday, sat",
        "sunday, sun",
    ),
    weak="may, march, mar, jan, sun, sat, wed, mon, august, dec, jun, jul",
    cardinals=numbered(
        "one; two, a couple of, a couple, couple, couple of; three; four; five; six; seven; eight; nine; ten;"
        "eleven; twelve; thirteen; fourteen; fifteen; sixteen; seventeen; eighteen; nineteen; twenty; twenty-one;"
        "twenty-two; twenty-three; twenty-four; twenty-five; twenty-six; twenty-seven; twenty-eight; twenty-nine;"
        "thirty; thirty-one"
    )
    | {40: "forty", 45: "forty-five", 50: "fifty", 60: "sixty", 90: "ninety"},
    ordinals=numbered(
        "first; second; third; fourth; fifth; sixth; seventh; eighth; ninth; tenth; eleventh; twelfth; thirteenth;"
        "fourteenth; fifteenth; sixteenth; seventeenth; eighteenth; nineteenth; twentieth; twenty-first; twenty-second;"
        "twenty-third; twenty-fourth; twenty-fifth; twenty-sixth; twenty-seventh; twenty-eighth; twenty-ninth;"
        "thirtieth; thirty-first"
    ),
    ordinal_suffixes="st, nd, rd, th",
    units={
        "day": "day, days, calendar days, day's, days'",
        "working_day": "working days, working day, business days, business day, workdays, workday",
        "week": "week, weeks, wk, wks, working week, work week, workweek, week's, weeks'",
        "days:14": "fortnight, fortnights, fortnight's",
        "month": "month, months, month's, months'",
        "quarter": "quarter, quarters, qtr, qtrs",
        "year": "year, years",
        "hour": "hour, hours, hrs, hr, h",
    },
    relative_days={
        0: "today, this morning, this afternoon, this evening, tonight, earlier today, later today, today's, this day,"
        "as of today, just now, for the day",
        1: "tomorrow, tmrw, tmr, tomorrow's, tomorrow morning, tomorrow afternoon, the following day, the next day,"
        "next day,"
        "the day after, tomorrows, tomorow, tommorow, tomorrow evening",
        2: "the day after tomorrow, day after tomorrow, day after tmrw, the day after tmrw",
        -1: "yesterday, last night, yesterday's, yesterday morning, yesterday afternoon, yesterday evening,"
        "the day before,"
        "the previous day, previous day, last day",
        -2: "the day before yesterday, day before yesterday",
    },
    phrases={
        "next": "next, following, the next, the following, around next",
        "coming": "coming, upcoming, the coming, this coming, this upcoming",
        "about_the": "around the, about the, circa the",
        "long_since": "since",
        "week_of": "w/c, week commencing, week beginning, wc, week starting",
        "close_of_business": "by close of business, by close of play, cob, eod, by cob, end of day,"
        "close of business, by eod",
        "second_next": "after next, following the next",
        "last": "last, past, previous, the last, the past, this past, the previous, preceding, the preceding",
        "this": "this, current, the current, the present, the same",
        "instant": "instant, inst, of this month, of the month, of the current month, of the same month",
        "in": "in, in about, in approximately, in around, in the next, over the next, allow, allow about",
        "within": "within, within the next, within about, no later than, not later than, in less than,"
        "within a maximum of",
        "ago_after": "ago, earlier, back, prior",
        "from_now": "from now, later, hence, from today, time, after today, from receipt, from this date,"
        "or so from now",
        "before": "before, prior to, ahead of, earlier than",
        "by": "by, no later than, not later than, at the latest by, latest, by the latest, on or before, due by",
        "until": "until, till, til, 'til, up to, up until, through to",
        "after": "after, later than, on or after, subsequent to, not before",
        "since": "from, starting, starting on, starting from, beginning, as of, as from, effective, commencing",
        "from": "between",
        "to": "to, through, thru",
        "and": "and",
        "the": "the, on the, for the, dated the",
        "a": "a, an",
        "of": "of, of the, month of, the month of, for the month of",
        "on": "on, for, during, around, about, circa, dated, sometime, early in, over, late in",
        "inclusive": "inclusive, included",
        "begin": "beginning, start, early, the beginning, the start, at the beginning, at the start, the first part",
        "middle": "mid, middle, the middle, around the middle, around mid",
        "end": "end, late, the end, at the end, the very end, month end",
        "week_number": "week number, week no, wk, w",
        "number": "number, no",
        "few": "few, a few, several, some",
        "all_month": "in the month, within the month, later this month, during the month, over the month",
        "all_week": "in the week, within the week, later this week, during the week, the rest of the week,"
        "rest of the week",
        "each": "each, every, per",
        "end_of_month": "eom, the eom, at the eom, end of month, end of the month, the end of the month, month end,"
        "month-end,"
        "end of this month, the end of this month, at the end of the month, the month end, the month-end,"
        "the end of month",
    },
    not_dates="day after day, day by day, of the day, have a nice day, have a great month, have a good day,"
    "nice day, good day,"
    "great week, nice week, good week, day to day, the other day, up to date, up-to-date, to date, one day, some day,"
    "these days, days late, day late, weeks late, months late, days overdue, days past due, at the end of the line,"
    "end of the line, end of story, may or may not, may not, may be, may have, may well, at any time, sun life,"
    "march on,"
    "good morning, for the first time, the first time, the second time, week after week, a few days late, the past due,"
    "net 30 days, weekly, second to none, every day, each day, day rate, month on month, year to date, at a second,"
    "one second, a second, just a second, at the end of the day, end of the day, happy friday",
    bare_day="ordinal",
    day_first=False,
    stop_words="the, and, is, are, was, were, be, been, this, that, these, those, we, you, i, it, he, she, they,"
    "our, your, my, us,"
    "to, of, in, on, at, for, with, by, from, not, no, have, has, had, will, would, can, could, should, please, but,"
    "or, as,"
    "if, so, do, does, did, a, an, there, here, hi, hello, thanks, thank, which, what, when, who, all, just, any,"
    "its, ll,"
    "ve, re, don, am, me, up, out, yes, because, since, until, then, once, also, after, before, via, latest, now,"
    "still",
    unmistakable="paid, invoice, invoices, payment, pay, settled, cheers, regards, thanks, hi, hello, yes, sent,"
    "sorry, overdue,"
    "remittance, statement, check, cheque, transfer, wire, please, dispute, tomorrow, yesterday, week, month, today,"
    "unsubscribe,"
    "account, bank, noted, received, done, already, sure, great, got, sir, dear, bill, refund, wrong, who, help,"
    "copy, need, send",
    currencies={
        "GBP": "pound, pounds, pounds sterling, sterling, quid",
        "USD": "dollar, dollars, us dollars, bucks",
        "EUR": "euro, euros, eur",
        "CHF": "swiss francs, swiss franc, chf, francs, franc, sfr",
    },
    scales={100: "hundred", 1000: "thousand, k, grand", 1000000: "million, m, mln"},
    invoice_words="invoice, invoices, inv, bill, bills",
    positions={
        "first": "the first one, the oldest one, the oldest, the first invoice, the oldest invoice, the older one,"
        "the earliest one, the earliest invoice, the older invoice, the earlier one",
        "last": "the last one, the latest one, the newest one, the most recent one, the most recent invoice,"
        "the second one,"
        "the second invoice, the newer one, the latest invoice, the last invoice, the newest invoice, the later one",
        "other": "the other one, the other invoice, the others, the other invoices, the other two,"
        "the remaining invoices,"
        "the remaining ones, the rest of the invoices, the remaining one",
        "both": "both, both invoices, both of them, the two invoices, these two invoices, both of these",
        "all": "all invoices, all the invoices, all of them, all your invoices, all of these, all of your invoices,"
        "all these invoices, all outstanding invoices, these invoices",
        "then": "paid, settled, disputed, cleared, goes, went, remains, remain, should, needs, need, follow,"
        "follows, are, is",
        "but": "except, apart from, bar, other than, but not",
    },
    frequencies={
        "weekly": "weekly, per week, a week, every week, each week, /week, pw",
        "monthly": "monthly, per month, a month, every month, each month, /month, pcm, over * months, of each month,"
        "of every month, for * months",
        "quarterly": "quarterly, per quarter, a quarter, every quarter, each quarter, /quarter",
    },
    parts="instalments, installments, payments, parts, monthly payments, monthly instalments, monthly installments,"
    "equal payments,"
    "equal instalments, equal installments, tranches, weekly payments, weekly instalments, cheques, direct debits",
    methods={
        "transfer": "transfer, transferred, wire, wired, bacs, chaps, ach, faster payment, faster payments,"
        "bank transfer,"
        "standing order, sepa, swift, eft, t/t, telegraphic transfer, pay run",
        "cheque": "cheque, check no, check number, cheques, by check, a check, the check, check #, chq",
        "card": "card, credit card, debit card, amex, visa, mastercard, card payment",
        "direct_debit": "direct debit, debited, direct debited, direct debits, dd",
        "cash": "cash, in cash",
    },
    contact_cues="contact, write to, email, e-mail, replaced by, please contact, reach out to, direct queries to,"
    "get in touch with,"
    "speak to, talk to, refer to, forward to, send to, direct finance queries to, addressed to, taken over by,"
    "acquired by,"
    "call, ring, reach, liaise with, in my absence, your new contact is, new contact, my replacement is,"
    "my successor is,"
    "all queries to, queries to, replacement, successor, my colleague, bought by, sold to, covering for me",
    reference_cues="ref, reference, trace no, trace number, transaction, transaction id, no, number, confirmation,"
    "confirmation number,"
    "check no, check number, cheque no, cheque number, id, trace, #, payment reference",
    titles="mr, mrs, ms, miss, mx, dr, sir, madam, mister",
)
