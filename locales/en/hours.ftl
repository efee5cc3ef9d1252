# Verdicts on yearly hours: every reading is computed, and the advice is safe in all of them.

hours-not-yet-due =
    .headline = No hours due yet; they start in { $firstYear }
    .because = · { $hours } hours a year are asked from the year after issue; issued in { $issuedYear }, so from { $firstYear }. [{ CLAUSE("2.1") }]
hours-safety-met =
    .headline = { $hours } hours done: keep using it
hours-safety-told =
    .headline = Enough in each year that you named
hours-safety-short =
    .headline = { $left ->
        [none] A past year is short: effect not stated
       *[other] A past year is short; now { $left } to go
    }
hours-safety-not-yet-due =
    .headline = Counted from next year on, so none yet
# 2.1 does not speak of these certificates: no verdict by it, only what the notice says of this one.
hours-of-training =
    .headline = Hours of the old one are not judged
    .annual = No yearly hours are set for the old one
    .because = · { $hours } hours a year, and void under { $twoYears } in 2 years, are said of the electronic certificate, from the year after it was issued. [{ CLAUSE("2.1") }]
        · A training certificate that was not exchanged can be used within the validity printed on it. [{ CLAUSE("3.1b") }]
        { $phase ->
            [closed] · It cannot be extended any more: that ended on { $exchangeEnds }. [{ CLAUSE("3.2") }]
           *[other] · For the electronic one: do the hours, pass the test and exchange it by { $exchangeEnds }. [{ CLAUSE("1.2") }] [{ CLAUSE("1.3") }]
        }
    .next = If you have exchanged it, say “mine is electronic”, and I reckon by that.
hours-of-post =
    .headline = No hours are set for a post certificate
    .because = · The old post certificate is outside the exchange. [{ CLAUSE("1.1") }]
        · Hours a year, and void under { $twoYears } in 2 years, are said of the electronic certificate. [{ CLAUSE("2.1") }]
        · Whether a post certificate still counts, and whether it needs hours, is not said.
    .next = Ask { $person }, { $phone }; if you also have an electronic certificate, tell me, and I reckon by that. [{ CLAUSE("6") }]
hours-of-other =
    .headline = This notice sets no hours for that one
    .because = · { $hours } hours a year, and void under { $twoYears } in 2 years, are said of the electronic certificate. [{ CLAUSE("2.1") }]
    .next = Ask whoever issued it; if in doubt, { $person }, { $phone }. [{ CLAUSE("6") }]
hours-of-other-issuer =
    .headline = Another issuer's: not in this notice
    .because = · { $hours } hours a year, and use until work in the trade ends, are said of safety officer certificates of the leading group's office. [{ CLAUSE("3.1a") }]
        · Void under { $twoYears } hours in 2 years is said of the electronic certificate. [{ CLAUSE("2.1") }]
    .next = Whether it needs hours, ask whoever issued it; if the issuer is wrong here, say “issued by the leading group office”. If in doubt: { $phone } ({ $person }). [{ CLAUSE("6") }]
hours-of-no-issuer =
    .headline = Issuer not known: no verdict on the hours
    .because = · { $hours } hours a year are said of safety officer certificates of Hainan's leading group office; others are not in this notice. [{ CLAUSE("3.1a") }]
    .next = See the issuer on the certificate and tell me the hours; whoever owns the roster can add it. If in doubt: { $phone } ({ $person }). [{ CLAUSE("6") }]
hours-of-abc =
    .headline = This notice sets no hours for A, B, C
    .because = · Its safety officer certificate is the one from post training, not the work safety certificates A, B, C. [{ CLAUSE("3.1a") }]
        · { $hours } hours a year, and void under { $twoYears } in 2 years, are said of the electronic certificate. [{ CLAUSE("2.1") }]
    .next = Ask whoever issued it; if in doubt, { $person }, { $phone }. [{ CLAUSE("6") }]
hours-of-safety =
    .headline = Which safety one? No penalty is stated
    .because = · The safety officer certificate from post training asks for { $hours } hours a year, { $professional } professional; what a shortfall means is not said: neither void nor harmless. [{ CLAUSE("3.1a") }]
        · The work safety certificates A, B, C are not in this notice.
        · Void under { $twoYears } hours in 2 years is said of the electronic certificate. [{ CLAUSE("2.1") }]
    .next = Which certificate is it? See its full name; if it is an A, B or C one, just say “C certificate”. If in doubt: { $phone } ({ $person }). [{ CLAUSE("6") }]
hours-safety-open =
    .headline = { $left } more hours by { $deadline }
hours-safety-note = · A safety officer certificate asks for at least { $hours } hours a year and can be used until work in the trade ends; what a shortfall means is not said: neither void nor harmless. [{ CLAUSE("3.1a") }]
    · From which year, the notice does not say; here it is the year after issue.
hours-void =
    .headline = Void in every reading: under { $twoYears } hours
    .next = · Then the training must be taken anew. [{ CLAUSE("2.1") }]
        · First see whether all hours were entered, then ask { $person }, { $phone }, how your case is judged. [{ CLAUSE("6") }]
hours-disputed =
    .headline = { $need ->
        [none] At risk: some readings say void
       *[other] Risk: some readings say void; { $need } to go
    }
    .next = · The notice leaves open which reading holds. Take your record and ask { $person }, { $phone }; take it neither for void nor for harmless. [{ CLAUSE("6") }]
hours-not-in-post =
    .headline = At risk: noted as out of the post
    .next = · By the hours alone no reading says void. What counts as leaving, ask { $person }, { $phone }; take it neither for void nor for harmless. [{ CLAUSE("6") }]
hours-in-force =
    .headline = { $left ->
        [none] In force, and this year is done
       *[other] In force; { $left } more hours this year
    }
hours-rest-silent =
    .headline = { $left ->
        [none] This year is done; others are not told
       *[other] { $left } more this year; others are not told
    }
hours-at-risk =
    .headline = Risk: { $keep } more hours for { $twoYears } in 2 years
hours-short-past =
    .headline = { $left ->
        [none] This year is done; a past one is short
       *[other] A past year is short; now { $left } to go
    }
hours-safety-rule =
    .headline = { $hours } hours a year; no penalty is named
    .because = · A safety officer certificate asks for at least { $hours } hours a year, { $professional } professional, and can be used until you stop working in the trade. [{ CLAUSE("3.1a") }]
        · From which year, and what a shortfall or leaving the post means, is not said: neither void nor harmless.
        · Less than { $twoYears } hours in 2 years, and leaving the post, void an electronic certificate; that is a rule of its own. [{ CLAUSE("2.1") }]
    .next = Done by 31 December each year is safest. If in doubt: { $phone } ({ $person }). [{ CLAUSE("6") }]
hours-not-counted = · Hours of { $years } do not count: { $rule ->
    [safety-officer] here the first year is the one after issue ({ $firstYear }); the notice names none. [{ CLAUSE("3.1a") }]
   *[other] the first year is the one after issue ({ $firstYear }). [{ CLAUSE("2.1") }]
}
hours-not-come = · { $years } is still to come and is left out.
hours-keep-more =
    .headline = { $hours } done, but { $keep } more for { $twoYears } in 2 years
hours-year = · { $year }: { $hours } hours{ $professional ->
    [none] {""}
   *[other] {" "}({ $professional } professional)
}, { $status ->
    [met] enough
    [short] { $shortHours ->
        [none] short by { $shortProfessional } professional
       *[other] short by { $shortHours }{ $shortProfessional ->
            [none] {""}
           *[other] {" "}and { $shortProfessional } professional
        }
    }
   *[open] { $shortHours ->
        [none] { $shortProfessional } professional to go
       *[other] { $shortHours } to go{ $shortProfessional ->
            [none] {""}
           *[other] {" "}and { $shortProfessional } professional
        }
    } (not over yet)
}{ $rule ->
    [safety-officer] {" "}[{ CLAUSE("3.1a") }]
   *[other] {" "}[{ CLAUSE("2.1") }]
}
hours-keep = · { $keep } more hours by { $deadline }, and no reading of the two years by calendar years makes it void. [{ CLAUSE("2.1") }]
hours-keep-rest = · { $keep } more hours by { $deadline } keep every calendar reading that can still be kept. [{ CLAUSE("2.1") }]
# Some readings are kept by no number of hours: “no reading makes it void” would be false.
hours-keep-zero-rest = · { $disputed ->
    [yes] More hours this year do not mend the readings that say void already; until { $deadline } the calendar readings that can be kept hold without more.
   *[no] Until { $deadline } the calendar readings that can be kept hold without more hours.
}{ $done ->
    [yes] {""}
   *[no] {" "}But this year's { $hours } hours are the rule all the same.
} [{ CLAUSE("2.1") }]
hours-keep-lost = · Cannot be kept: { $names }. A past year is short and surplus does not count there: void after { $deadline }, however many hours are done this year. [{ CLAUSE("2.1") }]{ $disputed ->
    [yes] {""}
   *[no] {" "}Which reading holds is not said: ask { $person }, { $phone }. [{ CLAUSE("6") }]
}
hours-keep-zero = · { $disputed ->
    [yes] More hours this year do not mend the readings that say void already; until { $deadline } the other calendar readings hold without more.
   *[no] Until { $deadline } no calendar reading of the two years makes it void, even without more hours.
}{ $done ->
    [yes] {""}
   *[no] {" "}But this year's { $hours } hours are the rule all the same.
} [{ CLAUSE("2.1") }]
hours-keep-impossible = · By every calendar reading it is short already, and more hours this year do not mend that; ask whether it is void. [{ CLAUSE("6") }]
hours-pair =
    .headline = { $result ->
        [safe] { COUNT($sum, one: "hour", other: "hours") } in two years: enough
        [short] { $over ->
            [yes] { $sum } in two years, under { $twoYears }: at risk
           *[no] { $sum } so far in two years: { $twoYears } needed
        }
       *[disputed] { $over ->
            [yes] { $sum } in two years: some readings fail
           *[no] { $sum } so far: not safe in every reading
        }
    }
    .because = · { $first }: { $firstHours } hours, { $second }: { $secondHours }. Less than { $twoYears } hours in 2 years means training anew, and the electronic certificate is void. [{ CLAUSE("2.1") }]
    .next = { $result ->
        [safe] Provided that both years come after the year of issue.
       *[risk] They can be a pair only if both come after the year of issue. Which two years, and whether surplus counts for another year, the notice does not say: neither surely void nor harmless. { $hours } every year is safe in every reading. [{ CLAUSE("2.1") }]
    }
    .more = · { $year } is not over: at least { $more } more make { $hours } in it and { $twoYears } in both. [{ CLAUSE("2.1") }]
hours-readings-title = Less than { $twoYears } hours in 2 years voids it; how to count is not said, so all { $count } readings: [{ CLAUSE("2.1") }]
hours-readings-safe = ✓ the other { $count }: not void
hours-readings-unknown = ? { $count } more, by years from the day of issue, need that day
hours-reading-void = ✗ { $name }: void
hours-reading-lost = △ { $name }: not void yet, but void after { $until }, whatever is done this year
hours-reading-short = △ { $name }: { $over ->
    [yes] under { $twoYears }
   *[no] under { $twoYears } if it stays so until the year ends
}{ $grouped ->
    [yes] {" "}(whether these two are a group depends on the year of issue)
   *[no] {""}
}
hours-reading-depends = △ { $name }: void if the years not spoken of had just { $hours }
hours-reading-safe = ✓ { $name }: not void
reading-calendar = calendar years
reading-anniversary = years from the day of issue
reading-rolling = any two years in a row
reading-fixed = two by two from the first
reading-both-short = both years under { $hours }
reading-full = all hours count
reading-capped = at most { $hours } a year count
hours-professional-unknown = · You did not say how many of { $years } were professional: { $professional } a year are needed.{ $rule ->
    [safety-officer] {" "}[{ CLAUSE("3.1a") }]
   *[other] {" "}[{ CLAUSE("2.1") }]
}
hours-late-december = · The year is nearly over: hours are entered in two batches a month. [{ CLAUSE("2.2") }]
hours-left-post = · Noted as no longer in the post: for “未从事相应岗位工作的人员” (not working in it) the clause says train anew and void; after how long, it does not say. [{ CLAUSE("2.1") }]
hours-counts-from = · Hours done from { $day } to { $deadline } count for this year in both kinds of year.
hours-kind-note = · This is for electronic certificates; safety officers have a rule of their own. [{ CLAUSE("2.1") }] [{ CLAUSE("3.1a") }]
hours-this-year-silent = · You did not say what you did this year ({ $year }): taken as none for now.
exchange-supposed = (As if exchanged on { $day }, the day of issue of the electronic certificate; this is not kept.)
hours-planned = (With { $hours } hours in { $year } altogether; this is not kept.)
hours-silent-years = · You did not speak of { $years }: taken as at least { $hours } hours a year for now.
hours-before-notice = · Years before 2021 are measured here by a notice of 2020; whether that holds, the notice does not say.
hours-one-year =
    .headline = { $left ->
        [none] { $year }: the { $hours } hours are done
       *[other] { $year }: { $past ->
            [yes] short by { COUNT($left, one: "hour", other: "hours") }, a risk
           *[no] { COUNT($left, one: "hour", other: "hours") } to go by 31 December
        }
    }
    .because = · At least { $hours } hours a year, { $professional } professional; less than { $twoYears } in two years means training anew, and the electronic certificate is void. [{ CLAUSE("2.1") }]
