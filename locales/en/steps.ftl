# The frame of the walk-through; what each step says stands in the notice's own folder.
steps-overview =
    .headline = { $phase ->
        [closed] It is closed; these were the steps
       *[other] { $count } steps; let's go one by one
    }
    .closed = The exchange ended on { $exchangeEnds } and the system closed, so “更新” (update) cannot be pressed any more. [{ CLAUSE("1.2") }]
steps-step = Step { $n } of { $count }: { $title }
steps-done =
    .headline = Done: the electronic one replaces the old
    .next = From the year after: { $hours } hours a year, { $professional } professional. Shall I remind you? [{ CLAUSE("2.1") }]
steps-not-yet = In your case first: { $headline }
steps-which-screen = What does your screen show?
steps-no-update =
    .headline = No “更新” button: the usual causes
    .because = · The hours are not complete, or not entered yet: institutions report in two batches a month. [{ CLAUSE("2.2") }]
        · The assessment is not passed. [{ CLAUSE("1.3") }]
        · The certificate is not in the system: archive check (before { $archiveEnds }). [{ CLAUSE("1.1") }]
        · It is after { $exchangeEnds }: the system has closed. [{ CLAUSE("1.2") }]
    .next = { $phase ->
        [closed] It is after { $exchangeEnds }: that is why there is no “更新”.
       *[other] Look under “继续教育” whether the hours are there; if they are and it is still missing, call { $phone } ({ $person }). [{ CLAUSE("6") }]
    }
steps-resumed = Where we were:
