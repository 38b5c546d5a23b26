"""What the rules must know of English beside the cues."""

from classifiers.grammar.grammar import Grammar

GRAMMAR = Grammar(
    classes={
        "PAID": "paid settled remitted wired transferred payed",
        "TOPAY": "pay settle remit wire transfer",
        "PAYING": "paying settling remitting wiring transferring clearing",
        "PAYMENT": "payment payments wires transfers transfer remittance settlement bacs chaps ach",
        "CHEQUE": "cheque check cheques checks",
        "BILL": "invoice invoices bill bills",
    },
    spellings={
        "pls": "please", "plz": "please", "u": "you", "thx": "thanks", "inv": "invoice", "invs": "invoices",
        "pmt": "payment",
        "pymt": "payment", "pd": "paid", "ck": "cheque", "xfer": "transfer", "pymnt": "payment", "acct": "account",
        "wk": "week", "recd": "received", "rcvd": "received",
        "asap": "asap", "tmrw": "tomorrow", "tmw": "tomorrow", "im": "i", "ive": "i", "weve": "we", "chq": "cheque",
        "gonna": "going", "wanna": "want", "instalment": "installment", "instalments": "installments",
        "settelled": "settled",
        "recieved": "received", "payed": "paid", "adress": "address", "cos": "because", "cus": "because",
        "bc": "because",
    },
    macros={
        "THE": "the a an this that these those our your my its any all some",
        "YOUR": "your ur",
        "WE": "we i",
        "HAVE": "have has 's",
        "IS": "is are 's",
        "WAS": "was were",
        "BEEN": "been",
        "GOODS": "goods delivery deliveries order orders shipment shipments product products item items parts part "
        "machine machines "
        "equipment material materials work works job jobs pallet pallets units unit service services parcel boxes "
        "consignment",
        "BROKEN": "damaged broken smashed faulty defective unusable rotten cracked leaking",
        "n": "two three four five six seven eight nine ten twelve 2 3 4 5 6 7 8 9 10 12 18 24 few several couple_of",
        "want": "can_you could_you would_you will_you please kindly pls can_we_have can_i_have could_we_have "
        "could_i_have may_we_have "
        "may_i_have can_i_get can_we_get could_i_get could_we_get may_i_get may_we_get i_need we_need we_require "
        "i_require "
        "i_would_need we_would_need we_will_need i_will_need would_be_good_to_have "
        "grateful_if_you_could appreciate_if_you_could appreciate_it_if_you_could would_you_mind need_to_see "
        "i_would_like we_would_like "
        "requesting want you_please missing waiting_for waiting_on still_need",
        "send": "send resend re-send forward provide email e-mail share supply issue reissue attach upload submit "
        "post give pass_me "
        "send_me send_us send_over send_through send_across resend_me resend_us forward_me forward_us provide_me "
        "provide_us "
        "email_me email_us give_me give_us let_me_have let_us_have sending resending forwarding providing mail get "
        "have see a get_me get_us fwd ping_me ping_us shoot_me",
        "doc": "copy copies statement statements po_copy proof_of_delivery pod delivery_note delivery_notes "
        "signed_delivery_note "
        "bank_details banking_details w-9 w9 wiring_instructions remittance_details "
        "vat_certificate backup backup_documentation supporting_documents supporting_documentation timesheets "
        "timesheet "
        "duplicate duplicates breakdown bill_of_lading certificate_of_completion payment_details account_details "
        "order_confirmation "
        "tax_form invoice_copy invoice_copies signed_pod pdf pdfs itemised_bill iban sort_code contract receipt "
        "ledger",
        "today": "today now this_morning this_afternoon",
        "fut": "will shall going_to about_to plan_to intend_to aim_to expect_to promise_to hope_to",
        "gone": "sent made processed released issued executed initiated actioned posted mailed remitted wired "
        "transferred completed "
        "done submitted dispatched authorised authorized put_through",
    },
    fillers="already just actually also indeed duly hereby now fully simply certainly definitely surely "
        "unfortunately really "
    "apparently currently finally recently immediately directly honestly obviously clearly presently therefore then "
    "again "
    "successfully kindly formally both always typically",
    before_days="on the at",
    auxiliaries="has have had was were been is are 's",
    negators="not never no nor neither without cannot none nothing nobody hardly refuse refuses refused unable "
        "yet-to",
    not_negative="no ., no problem, no problems, no worries, no issue, no issues, not only, no doubt, no later "
        "than, no need to chase, "
    "not to worry, without fail, without delay, without further delay, no longer than, not a problem, do not worry, "
    "do not hesitate, no rush, no trouble, not later than, no sooner, why not, had not seen, had not noticed, had "
    "not realised, "
    "not just, no more than, no dramas, no probs",
    neutral="PAYMENT terms/reminder/request/method/methods/details/date/demand, date of PAYMENT, accounts payable, "
    "take into account, on account of, bank holiday, all clear, crystal clear, to be clear, "
    " PAYMENT run date, terms of PAYMENT, do not get me wrong, wrong with that, tax refund/return, no wrong",
    asking="how/what/why/who/where/which much/many/is/are/do/does/did/can/should/will/would/was/were/long/the, "
    "what is the, when do/does/did/will/is/are/can, do/does/is/are/can/could/would i/you/we/my/there/it, "
    "whats the, need help, i need some? assistance/help/hand",
    elsewhere="my/the/new/virtual/debit/disposable card, contactless, atm, pin, exchange rate, top up, topup, "
        "withdrawal, "
    "calendar, meeting/meetings, foreign currency, alarm, flight/flights, weather, playlist, app, reservation",
    conditions="if unless whether assuming suppose provided",
    unreal="should have, should/ought/supposed to have, would have, could have, was/were supposed to, was/were "
        "meant to, "
    "thought we/i had, thought this/it had, thought that was, thought it was, thought we/i PAID, have you PAID, did "
    "you, had you, "
    "thought/believed this/it/they WAS, you have PAID, you had, meant to have, instead of, WAS going to, WAS to be, "
    "fairly/pretty/quite/almost/reasonably sure, i/we think/believe this/it/we/that, "
    "assumed it/this had, assumed it/this WAS, might have, must have, may have, needs to be, need to be, must be, "
    "has to be, "
    "have to be, would be, you say, you claim, you said, be before",
    ahead="will shall be going cannot can tomorrow next scheduled",
    pending="once when until till before soon",
    takes_back="will not be necessary, not be necessary, not necessary, not needed, no need, no longer needed, not "
        "required, "
    "not be needed, no thanks, will not need",
    third_party="our/my/a/their/one/another big?/main?/largest? client/customer/clients/customers/supplier/tenant/"
        "contractor/subcontractor",
    grave="passed away, died, death, funeral, bereavement, illness, ill, hospital/hospitalised/hospitalized, cancer/"
        "stroke/chemotherapy, "
    "heart attack, surgery, fire/flood/flooded/flooding/storm/hurricane/earthquake/burgled, accident, off sick, "
    "lost my/our husband/wife/father/mother/dad/mum/mom/son/daughter/partner",
    penalty="fee/fees/interest/penalty/penalties/surcharge/compensation, late charge/charges",
    orders="ignore/disregard/forget .. instructions/prompt/rules, previous/prior instructions, system prompt/"
        "message/override/note, "
    "mark .. as PAID/resolved/closed, as an ai, ai assistant/agent/system/model, language model, automated "
    "assistant/system/agent, "
    "set .. status/balance to, note to the? bot/system/ai",
    courtesy="thank/thanks/you/many/very/much/hi/hello/dear/regards/kind/best/cheers/a/lot/for/your/the/email/help/"
        "great/perfect/and/have/"
    "nice/day/good/morning/afternoon/weekend/sir/madam/all/so/message/reply/appreciated/ok/it/that/this/sincerely/"
    "yours",
    contrast="but, and the remaining, and the rest, and the balance, and the remainder, the rest, the remaining, "
        "the balance, however, though, although, whereas, except that, as for, on the other hand, because, "
    "yet, otherwise, regarding, concerning, that said, unless, so please, having said that, while",
    turns="second one, the second, the first, the other, the others, the latter, the former, first one, the extra",
    joiners="and , : or ; ( so then which",
    subjects="WE it you they he she this that please there could can would will let thanks kindly once",
    denies_after=5,
)  # fmt: skip
