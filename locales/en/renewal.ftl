# Verdicts on the exchange, their reasons, and what to do.

verdict-not-required =
    .headline = { $kind ->
        [electronic] Yours is electronic: nothing to exchange
       *[safety-officer] No exchange needed for safety officers
    }
    .next = { $kind ->
        [electronic] · From the year after issue: { $hours } hours a year, { $professional } professional. [{ CLAUSE("2.1") }]
       *[safety-officer] · At least { $hours } hours a year, { $professional } professional; usable until you stop working in the trade. [{ CLAUSE("3.1a") }]
    }
verdict-out-of-scope =
    .headline = Not covered: it cannot be exchanged
    .unnamed = Code { $code }: is it a safety officer's?
    .next = { $kind ->
        [training] · A training certificate may perhaps be used within its validity: see the date printed on it. [{ CLAUSE("3.1b") }]
            · If the year or trade is wrong, say “no, it is …” and I decide again; if in doubt call { $phone } ({ $person }). [{ CLAUSE("6") }]
        [safety-officer] · Safety officer certificates of others, and the safety certificates A, B, C, are not in this notice: ask whoever issued it. [{ CLAUSE("3.1a") }]
        [post] · What this kind is still good for, the notice does not say: call { $phone } ({ $person }). [{ CLAUSE("6") }]
       *[other] · Ask whoever issued it, or call { $phone } ({ $person }). [{ CLAUSE("6") }]
    }
verdict-code-and-others = · The list of trades ends in “等” (and the like); who else is meant, the notice does not say. If in doubt call { $phone } ({ $person }). [{ CLAUSE("1.1") }] [{ CLAUSE("6") }]
verdict-code-105-110 = · Code { $code } is not in the notice. Is it a safety officer certificate? That need not be exchanged. [{ CLAUSE("3.1a") }]
code-not-safety =
    .headline = Then code { $code } is not on the list
verdict-closed =
    .headline = Closed since { $exchangeEnds }
    .next = · A training certificate that was not exchanged may be used within its validity: see the date printed on it. [{ CLAUSE("3.1b") }]
        · Reissue, changes, extension and cancellation have stopped too. [{ CLAUSE("3.2") }]
        · Whether it opens again, or how else to get an electronic one, the notice does not say: call { $phone } ({ $person }). [{ CLAUSE("6") }]
verdict-archive-check =
    .headline = { $daysToArchive ->
        [none] Archive check: today is the last day
       *[other] Archive check by { $archiveEnds }
    }
    .next = · In person, with the original ID card and certificate, at { $room }. [{ CLAUSE("1.1") }]
        · { $daysToArchive ->
            [none] Today is { $archiveEnds }, and whether the day itself counts is not said: call { $phone } first, and go today if you can.
           *[other] Whether the day itself counts is not said: go by { $archiveAdvised }.
        } [{ CLAUSE("6") }]
        · Then see whether it appears under “证书管理”, do the hours, press “更新”. [{ CLAUSE("1.3") }]
verdict-archive-late =
    .headline = The archive check is over: call today
    .next = · The archive check ended on { $archiveEnds }; what follows, the notice does not say. [{ CLAUSE("1.1") }]
        · { $daysLeft ->
            [none] The exchange ends today ({ $exchangeEnds }) too: call { $phone } ({ $person }) at once.
           *[other] The exchange runs until { $exchangeEnds }, { COUNT($daysLeft, one: "day", other: "days") } from now: call { $phone } ({ $person }) today.
        } [{ CLAUSE("1.2") }] [{ CLAUSE("6") }]
verdict-training-first =
    .headline = It is covered; { $why ->
        [hours] { COUNT($hoursLeft, one: "hour", other: "hours") } to go
        [professional] { $professionalLeft } professional to go
       *[assessment] now the assessment
    }
    .next = · The exchange needs { $hours } hours, { $professional } professional, and a passed assessment. [{ CLAUSE("2.2") }]
        { $soon ->
            [yes] · Hours are entered in two batches a month and it ends on { $exchangeEnds }: it may come too late. Ask your institution at once, then call { $phone }. [{ CLAUSE("2.2") }] [{ CLAUSE("1.2") }] [{ CLAUSE("6") }]
                · A training certificate that is not exchanged may be used within its validity. [{ CLAUSE("3.1b") }]
           *[no] · Institutions report in two batches a month, and it ends on { $exchangeEnds }: hurry. [{ CLAUSE("2.2") }] [{ CLAUSE("1.2") }]
        }
        · Then press “更新” under “证书管理”. [{ CLAUSE("1.3") }]
verdict-ready =
    .headline = All met: press “更新” (update) now
    .next = · Log in at { $systemUrl }, press “更新” under “证书管理”: the system makes the electronic certificate and the old one becomes void. [{ CLAUSE("1.3") }]
        · { $daysLeft ->
            [none] Today, { $exchangeEnds }, is the last day.
           *[other] By { $exchangeEnds }.
        } Check photo, name and trade first. [{ CLAUSE("1.2") }]
    .late = · If the system does not show your hours yet: they are entered in two batches a month, so ask your institution at once. [{ CLAUSE("2.2") }]
    .archive = · You passed the archive check: first see whether it appears under “证书管理”; if not, call { $phone }. [{ CLAUSE("6") }]
verdict-open =
    .headline = { $left ->
        [one] One thing more and I can tell
       *[more] A few facts more and I can tell
    }
    .closed = Closed since { $exchangeEnds }
    .unknown = First find out what is not known yet
    .so-far = ✓ Fits so far: { $facts }. [{ CLAUSE("1.1") }]
    .by-kind = It depends on which kind you hold:
    .known = Certain already:
    .find-out = Still to find out:
    .ask = For what you cannot find out, call { $phone } ({ $person }). [{ CLAUSE("6") }]

by-kind-training = { $outcome ->
    [closed] · Training certificate: the exchange is closed, but it may be used within its validity. [{ CLAUSE("1.2") }] [{ CLAUSE("3.1b") }]
    [out-of-scope] · Training certificate: by what you say it is not covered. [{ CLAUSE("1.1") }]
    [ready] · Training certificate: all met, press “更新”. [{ CLAUSE("1.3") }]
    [training-first] · Training certificate: covered; hours and assessment first. [{ CLAUSE("2.2") }]
    [archive-check] · Training certificate: the archive check first. [{ CLAUSE("1.1") }]
    [archive-late] · Training certificate: the archive check is over, please call. [{ CLAUSE("1.1") }]
    [hours-left-to-tell] · Training certificate: covered; { $hours } hours ({ $professional } professional) and the assessment, then exchange it { $daysLeft ->
        [none] today, { $exchangeEnds }, the last day
       *[other] by { $exchangeEnds }, { COUNT($daysLeft, one: "day", other: "days") } from now
    }. [{ CLAUSE("1.1") }] [{ CLAUSE("2.2") }] [{ CLAUSE("1.2") }]
   *[needs-information] · Training certificate: nothing against it so far, a few more facts are needed; { $daysLeft ->
        [none] the exchange ends today, { $exchangeEnds }
       *[other] the exchange ends on { $exchangeEnds }, in { COUNT($daysLeft, one: "day", other: "days") }
    }. [{ CLAUSE("1.1") }] [{ CLAUSE("1.2") }]
}
by-kind-electronic = · Electronic certificate: nothing to exchange; { $hours } hours a year. [{ CLAUSE("2.1") }]
by-kind-safety-officer = · Safety officer certificate: no exchange; { $hours } hours a year. [{ CLAUSE("3.1a") }]
by-kind-post = · Old post certificate: cannot be exchanged. [{ CLAUSE("1.1") }]

next-title = What to do:
reason-kind = { $met ->
    [yes] ✓ { $value }{ $kind ->
        [training] : the kind that is exchanged
        [electronic] : electronic already
       *[safety-officer] : has a rule of its own
    }
   *[no] ✗ { $kind ->
        [post] The old post certificate is not among those exchanged
       *[other] This kind is not in the notice
    }
} [{ CLAUSE($clause) }]
reason-code = { $met ->
    [yes] ✓ Trade: { $value }, one of the { $tradeCount }
   *[no] ✗ Trade: { $value }, not one of the { $tradeCount }
} [{ CLAUSE($clause) }]
reason-issue-year = { $met ->
    [yes] ✓ Issued { $value }, within { $firstIssueYear } to { $lastIssueYear }
   *[no] ✗ Issued { $value }, not within { $firstIssueYear } to { $lastIssueYear }
} [{ CLAUSE($clause) }]
reason-issuer = { $met ->
    [yes] ✓ Issued by the Hainan leading group office
   *[no] ✗ Not issued by the Hainan leading group office
} [{ CLAUSE($clause) }]
reason-deadline = { $met ->
    [yes] ✓ { $today } is within the deadline of { $exchangeEnds }
   *[no] ✗ { $today } is after the deadline of { $exchangeEnds }
} [{ CLAUSE($clause) }]
reason-national-system = { $met ->
    [yes] ✓ Found in the ministry's system
   *[no] ✗ Not found in the ministry's system
} [{ CLAUSE($clause) }]
reason-archive = { $met ->
    [yes] ✓ Archive check passed
   *[no] ✗ Archive check not passed
} [{ CLAUSE($clause) }]
reason-archive-deadline = { $met ->
    [yes] ✓ The archive check runs until { $archiveEnds }
   *[no] ✗ The archive check ended on { $archiveEnds }
} [{ CLAUSE($clause) }]
reason-hours = { $met ->
    [yes] ✓ { COUNT($value, one: "hour", other: "hours") } done, { $hours } needed
   *[no] ✗ { COUNT($value, one: "hour", other: "hours") } done, { $hours } needed
} [{ CLAUSE($clause) }]
reason-professional-hours = { $met ->
    [yes] ✓ { $value } professional hours, { $professional } needed
   *[no] ✗ { $value } professional hours, { $professional } needed
} [{ CLAUSE($clause) }]
reason-assessment = { $met ->
    [yes] ✓ Assessment passed
   *[no] ✗ Assessment not passed yet
} [{ CLAUSE($clause) }]

receipt = Receipt: { $code }
    .what = It gives exactly the same verdict again at any time; nothing personal is in it.

# Several certificates told in one message: each by itself.
several =
    .headline = { $n } certificates: { $summary }
    .open = { $n } certificates: a few facts more
several-sort = { $sort ->
    [yes] { $n } covered
    [need-not] { $n } need not
    [check] { $n } to check
    [open] { $n } open
   *[no] { $n } no
}
several-name = [{ $name }]
several-name-by-kind = [{ $name }] depends on which kind it is:
several-abc = · Safety assessment certificate (grade A, B or C): this notice does not deal with it. [{ CLAUSE("3.1a") }]
several-left = · A few things still have to be asked.
several-first = First { $name }:
several-of-this = This is about { $name }.
several-kept = You told me of several certificates; I keep them apart: { $names }.
several-printed-validity = · It may still be used within its validity: see the date printed on it. [{ CLAUSE("3.1b") }]
certificate-name = { $trade }{ $year ->
    [none] {""}
   *[other] , { $year }
}
certificate-safety = safety officer
certificate-untold = trade not told
