# Broadcasts: what operators read, and what people are called of whom the roster knows nothing.
broadcast-nobody =
    .name = you
    .employer = your employer
    .trade = your trade

broadcast-created = The draft is kept; nothing has been sent. Look at it first: huanzheng broadcast preview { $id }
broadcast-mismatch = The draft has what the notice does not: { $items }. Mend it; to send it all the same give the reason with --override (it is kept).
broadcast-overridden = Mind: the draft has what the notice does not ({ $items }), because: { $reason }
broadcast-draft-error =
    .empty = The draft is empty: write what is to be sent.
    .syntax = The draft is not well formed: braces come in pairs, as in {"{"} $hours {"}"}. { $detail }
    .unknown-variable = { $detail } is no variable of a draft. There are: { $variables }.
    .too-long = The draft is too long: up to 3000 characters.
    .one-language = A draft in parts needs both [zh-CN] and [en], and nothing before them.
broadcast-no-condition = --where { $text }: no such column or value. Use a column of the roster, or standing=in-force|disputed|void, status=met|open|not-yet-due, short=yes|no.
broadcast-at = --at: write 2026-12-01T10:00 (Asia/Shanghai) or an ISO time with its offset, in the future.
broadcast-audience = Say who gets it, with --all or at least one --where, not both.
broadcast-none = There is no broadcast { $id }.
broadcast-state = Not possible now: the broadcast is “{ $state }”.
broadcast-preview =
    .count = { COUNT($count, one: "person", other: "people") } would get it now.
    .example = Example: { $who }
    .text = For somebody unknown ({ $locale }):
broadcast-no-chat = --to: name a chat, such as telegram:12345, or web:… of a web chat.
broadcast-tested = On its way to { $chat }, as soon as a server runs.
broadcast-confirmed = Confirmed; { $when ->
        [now] it begins as soon as a server runs (not between nine in the evening and nine in the morning, unless urgent).
       *[later] it begins at { $at }.
    }
broadcast-done =
    .pause = Paused.
    .resume = It goes on.
    .cancel = Cancelled; what has been sent cannot be taken back.
    .approve = Approved; it begins.
    .resend = { $count } of which nobody knows whether they arrived will be sent again.
broadcast-status-before = { $id }  { $state }{ $at ->
        [none] {""}
       *[other] : { $at } (Beijing time)
    }
broadcast-status = { $id }  { $state }  { COUNT($expected, one: "person", other: "people") }{ $all ->
        [no] {" "}(still counting)
       *[yes] {""}
    }: sent { $sent }, failed { $failed }, blocked { $blocked }, skipped { $skipped }, unknown { $unknown }, left { $queued }{ $rate ->
        [none] {""}
       *[other] ; { $rate } a second{ $left ->
            [none] {""}
           *[other] , about { $left } s left
        }
    }
broadcast-state-name =
    .draft = draft
    .scheduled = scheduled
    .missed = missed, waits for approval
    .sending = sending
    .paused = paused
    .done = done
    .cancelled = cancelled
broadcast-paused-for =
    .by-hand = Paused by hand.
    .too-many-failures = Too many failed, so it was paused: look at the bot's token and at the text, then go on with resume.
broadcast-row-state =
    .queued = queued
    .sending = sending
    .sent = sent
    .failed = failed
    .blocked = blocked
    .skipped = skipped
    .unknown = unknown
broadcast-reason =
    .unsubscribed = has stopped messages
    .cancelled = not reached before it was cancelled
    .not-in-audience = did not fit the conditions when it was sent
    .not-due = not due yet
    .year-met = this year is met
    .blocked = has blocked the bot or is gone
    .refused = the platform does not take this message
    .no-answer = the platform gave no answer: it may have arrived or not
    .sender-died = the sending process ended: it may have arrived or not
    .fault = a fault of the program, see the log
broadcast-report =
    .chat = chat
    .state = state
    .reason = reason
    .time = time
