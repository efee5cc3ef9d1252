# Broadcasts by administrators in chat: write, look, try, confirm; only “Send it” sends.
cast-choice =
    .new = New broadcast
    .list = Broadcasts
    .rewrite = Change the text
    .override = Send as it is, with a reason
    .leave = Not now
    .all = Everybody
    .short = Short of hours this year
    .disputed = Certificate in dispute
    .preview = Preview
    .test = Send it to me first
    .now = Send now
    .urgent = Urgent, at night too
    .later = Schedule it
    .status = Progress
    .pause = Pause
    .resume = Go on sending
    .end = Cancel this broadcast
    .cancel = Yes, cancel it
    .confirm = Send it
    .approve = Approve
    .resend = Send unknown ones again
    .report = Report
cast-ask-text =
    .headline = What is to be sent? Send me the whole text
    .because = It may say {"{"} $name {"}"} the name, {"{"} $employer {"}"} the employer, {"{"} $trade {"}"} the trade, {"{"} $hours {"}"} hours still to do, {"{"} $professional {"}"} professional ones, {"{"} $deadline {"}"} the last day, {"{"} $year {"}"} the year; everybody gets their own. To write in both languages put [zh-CN] and [en] on lines of their own.
    .next = I compare every number, day and certificate name with the notice.
cast-mismatch =
    .headline = The notice has no { $items }
    .because = That looks like a slip.
    .next = Send the whole text again, mended; if it must go out like this (the day of a course, say), give the reason, which is kept.
cast-ask-reason =
    .headline = Why should it go out like this? One sentence, which is kept
cast-ask-audience =
    .headline = Who gets it?
    .because = Choose, or write conditions with commas between them, all of which must hold: standing=disputed, trade=101, employer=Some Company.
    .next = Only people who asked for messages get any; somebody unknown fits no condition.
cast-no-condition = I cannot read “{ $text }”: no such column or value. Write a column of the roster (trade=101, employer=Some Company, in_post=yes), or standing=in-force|disputed|void, status=met|open|not-yet-due, short=yes|no.
cast-ask-moment =
    .headline = When?
    .because = In Beijing time: tomorrow 10:00, or 2026-12-01 10:00.
cast-no-moment =
    .headline = I cannot read that time, or it has passed
    .because = Write a moment to come in Beijing time: tomorrow 10:00, or 2026-12-01 10:00.
cast-everybody = everybody
cast-nobody = somebody the roster does not know
cast-preview =
    .headline = { $all ->
        [yes] { COUNT($count, one: "person", other: "people") } would get it now
       *[no] At least { COUNT($count, one: "person", other: "people") } would get it now
    }
    .because = For: { $audience }. Nothing has been sent; this is what it looks like.
cast-plan =
    .headline = { $all ->
        [yes] To { COUNT($count, one: "person", other: "people") }
       *[no] To at least { COUNT($count, one: "person", other: "people") }
    }, { $when ->
        [now] now
       *[later] at { $at }
    }
    .because = For: { $audience }.{ $waits ->
        [yes] {" "}Nobody is written to between nine in the evening and nine in the morning: it waits until nine.
       *[no] {""}
    }
    .next = It goes out when you press “Send it”.
cast-did =
    .confirm = Confirmed.
    .test = A sample is on its way to this chat.
    .pause = Paused.
    .resume = It goes on.
    .cancel = Cancelled; what has been sent cannot be taken back.
    .approve = Approved; it begins.
    .resend = { $count } of which nobody knows whether they arrived will be sent again; some people may get it twice.
    .report = The report is on its way to this chat.
cast-halted =
    .by-hand = Somebody paused it; press “Go on sending”.
    .too-many-failures = Half of the last fifty were refused, so it stopped. First press “Send it to me first” and look at the text and at the bot's token; when that is mended, press “Go on sending”. Nobody gets again what they have.
cast-ask-end =
    .headline = Really cancel { $id }?
    .because = It cannot go on afterwards, and what has been sent cannot be taken back.
cast-list =
    .headline = The latest broadcasts
cast-list-empty =
    .headline = No broadcasts yet
    .because = A broadcast goes to people who asked for messages, and only when you press “Send it”.
cast-left =
    .headline = All right, not now
cast-none =
    .headline = There is no such broadcast any more
cast-unavailable =
    .headline = The broadcasts cannot be reached just now; please try again in a while
cast-report = The report of { $id }, { COUNT($rows, one: "person", other: "people") }.{ $isCut ->
        [yes] {" "}It is too long and has only these; all of it: huanzheng broadcast report { $id }
       *[no] {""}
    }
