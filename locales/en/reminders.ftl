# Reminders as they are sent: one message a person, first the days left, then what each certificate still needs.
reminder =
    .headline = { $left ->
        [none] The hours of { $year } are due today
        [one] One day left for the hours of { $year }
       *[other] { COUNT($daysLeft, one: "day", other: "days") } left for the hours of { $year }
    }
    .certificate = · { $trade ->
        [none] Your certificate
       *[other] { $trade }
    }: { COUNT($hours, one: "hour", other: "hours") } still to do{ $professional ->
        [none] {""}
       *[other] , { $professional } of them professional
    }. [{ CLAUSE("2.1") }]
    .because = { $own ->
        [yes] · From the records on the roster, until { $yearEnd }. Hours are entered in { $batches } batches a month: finish early. [{ CLAUSE("2.2") }]
       *[other] · An electronic certificate needs { COUNT($hours, one: "hour", other: "hours") } a year, { $professional } of them professional, from the year after issue; this year's until { $yearEnd }. [{ CLAUSE("2.1") }]
    }
    .next = { $own ->
        [yes] Hours done lately may not be entered yet. To stop these messages, say “stop reminders”.
       *[other] To see what you still need, choose “Look up my own hours”. To stop these messages, say “stop reminders”.
    }
