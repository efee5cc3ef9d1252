# The frame of the walk-through; what each step says stands in the notice's own folder.
steps-overview =
    .headline = { $phase ->
        [closed] It is closed; these were the steps
       *[other] { $count } steps; let's go one by one
    }
    .closed = The exchange ended on { $exchangeEnds } and the system closed, so “更新” (update) cannot be pressed any more. [{ CLAUSE("1.2") }]
steps-line = Step { $n }: { $title }
steps-step = { $phase ->
    [closed] Then step { $n } of { $count }: { $title }
   *[other] Step { $n } of { $count }: { $title }
}
steps-done =
    .headline = { $phase ->
        [closed] Those were the steps; it is closed now
       *[other] Done: the electronic one is yours
    }
    .because = { $phase ->
        [closed] · The exchange ended on { $exchangeEnds } and the system closed. [{ CLAUSE("1.2") }]
       *[other] · With “更新” pressed, the old certificate is void. [{ CLAUSE("1.3") }]
    }
    .next = For an electronic certificate, from the year after issue: { $hours } hours a year, { $professional } professional. Shall I remind you? [{ CLAUSE("2.1") }]
steps-not-yet = What matters most in your case: { $headline }
steps-which-screen = What does your screen show?
steps-no-update =
    .headline = { $phase ->
        [closed] No “更新”: the exchange has closed
       *[other] No “更新” button: the usual causes
    }
    .because = { $phase ->
        [closed] · The exchange ended on { $exchangeEnds } and the system closed. [{ CLAUSE("1.2") }] Before that, the usual causes were:
       *[other] {""}
    }
        · The hours are not complete, or not entered yet: institutions report in two batches a month. [{ CLAUSE("2.2") }]
        · The assessment is not passed. [{ CLAUSE("1.3") }]
        · The certificate is not in the system: archive check (by { $archiveEnds }). [{ CLAUSE("1.1") }]
        { $phase ->
            [closed] {""}
           *[other] · After { $exchangeEnds } the system closes. [{ CLAUSE("1.2") }]
        }
    .next = { $phase ->
        [closed] Ask about anything newer: { $phone } ({ $person }). [{ CLAUSE("6") }]
       *[other] Look under “继续教育” whether the hours are there; if they are and it is still missing, call { $phone } ({ $person }). [{ CLAUSE("6") }]
    }
steps-resumed = Where we were:
walk-noted = Noted: { $facts }.
