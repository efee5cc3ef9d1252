# One message a topic: headline answers in one line (40 characters at most), because gives the grounds, next says what to do.
# $phase: open = the archive check has not ended; archive-over = it has, the exchange has not; closed = the exchange has ended.

eligibility =
    .headline = { $phase ->
        [closed] The exchange ended { $exchangeEnds }
       *[other] It depends on kind, trade, year, issuer
    }
    .because = { $phase ->
        [closed] · The exchange had to be completed by { $exchangeEnds }; after that the system closed. [{ CLAUSE("1.2") }]
            · What your certificate is still good for, and what to do next, depends on its kind.
       *[other] · All of these: a training certificate (培训合格证书) of one of the { $tradeCount } trades, issued { $firstIssueYear } to { $lastIssueYear } by the Hainan leading group office, and found in the system (or the archive check passed). [{ CLAUSE("1.1") }]
            · By { $exchangeEnds }: do the hours, pass the assessment, press “更新” (update) in the system. [{ CLAUSE("1.2") }] [{ CLAUSE("1.3") }]
    }

scope =
    .headline = { $phase ->
        [closed] { $tradeCount } trades of { $firstIssueYear } to { $lastIssueYear }; now closed
       *[other] Hainan, { $tradeCount } trades, { $firstIssueYear } to { $lastIssueYear }
    }
    .because = · Training certificates (培训合格证书) issued { $firstIssueYear } to { $lastIssueYear } by { $issuer }. [{ CLAUSE("1.1") }]
        · Trades: { $trades }. [{ CLAUSE("1.1") }]
        · It must be found in the system; if not, have the archive checked in person, with the originals, at { $room } by { $archiveEnds }. [{ CLAUSE("1.1") }]
        · The old post certificate (岗位证书) is not among the certificates exchanged. [{ CLAUSE("1.1") }]
    .next = { $phase ->
        [closed] The exchange itself ended on { $exchangeEnds }. [{ CLAUSE("1.2") }] A certificate not exchanged may be used within its validity. [{ CLAUSE("3.1b") }]
       *[other] Tell me your trade and the year of issue, and I will look at yours.
    }

scope-code =
    .headline = { $listed ->
        [yes] Code { $code } is on the list
       *[no] Code { $code } is not on the list
    }
    .because = { $listed ->
        [yes] · { $code } is { $trade }, one of the { $tradeCount } trades listed. [{ CLAUSE("1.1") }]
            · Besides the trade: issued { $firstIssueYear } to { $lastIssueYear } by the Hainan leading group office, and found in the system. [{ CLAUSE("1.1") }]
       *[no] · Code { $code } is not included among the { $tradeCount } trades listed: { $trades }. [{ CLAUSE("1.1") }]
            · The list ends in “等” (and the like); the notice does not say who else is meant.
            { $asksSafety ->
                [yes] · Is it a safety officer certificate? That one need not be exchanged; it has a rule of its own. [{ CLAUSE("3.1a") }]
               *[no] · A certificate that is not exchanged may perhaps be used within the validity printed on it; ask first. [{ CLAUSE("3.1b") }]
            }
    }
    .next = { $listed ->
        [yes] { $phase ->
            [closed] But the exchange ended on { $exchangeEnds }. [{ CLAUSE("1.2") }]
           *[other] Tell me the year of issue and who issued it, and I will decide on yours.
        }
       *[no] If in doubt, call { $person }, { $phone }. [{ CLAUSE("6") }]
    }

scope-trade =
    .headline = “{ $trade }” is not on the list
    .because = · The notice lists these trades: { $trades }. [{ CLAUSE("1.1") }]
        · The list ends in “等” (and the like); the notice does not say who else is meant.
    .next = To be sure, call { $phone } ({ $person }). [{ CLAUSE("6") }]

old-post-certificate =
    .headline = Old post certificates are not exchanged
    .because = · The notice says so: “原《建设企事业单位专业管理人员岗位证书》不在换证之列” (the former post certificate is not among those exchanged). [{ CLAUSE("1.1") }]
        · The one that can be exchanged is another: 《住房和城乡建设领域专业人员岗位培训考核合格证书》, the training certificate. The full title on the cover tells them apart. [{ CLAUSE("0") }]
        · What the post certificate itself is still good for, the notice does not say.
    .next = Ask { $person }, { $phone }. [{ CLAUSE("6") }]

not-in-system =
    .headline = { $phase ->
        [open] { $daysToArchive ->
            [none] Archive check: today is the last day
           *[other] Archive check by { $archiveEnds }
        }
        [archive-over] The archive check is over: call today
       *[closed] Both deadlines have passed: please call
    }
    .because = { $phase ->
        [open] · If the system does not show it, go in person with the original ID card and the original certificate to { $room } by { $archiveEnds } to have the archive checked. [{ CLAUSE("1.1") }]
            { $daysToArchive ->
                [none] · Today is { $archiveEnds }; the notice does not say whether the day itself counts: call first, and go today if you can.
               *[other] · The notice does not say whether the day itself counts: to be safe, go by { $archiveAdvised }.
            }
       *[other] · Who was not found in the system had to have the archive checked, in person and with the originals, at { $room } by { $archiveEnds }. [{ CLAUSE("1.1") }]
            · What follows after that day, the notice does not say.
            { $phase ->
                [closed] · The exchange ended too, on { $exchangeEnds }. [{ CLAUSE("1.2") }] A training certificate not exchanged may be used within its validity. [{ CLAUSE("3.1b") }]
               *[other] { $daysLeft ->
                    [none] · The exchange ends today ({ $exchangeEnds }) as well, so call at once. [{ CLAUSE("1.2") }]
                   *[other] · The exchange runs until { $exchangeEnds }, { COUNT($daysLeft, one: "day", other: "days") } from now, so ask today. [{ CLAUSE("1.2") }]
                }
            }
    }
        · The notice asks for the holder and the originals; it says nothing of sending papers or somebody else.
        · Three usual causes first: a slip in the name or number; no such record; this kind is not in the system yet. (From the ministry's own questions and answers, not from the notice.)
    .next = Phone: { $phone } ({ $person }). [{ CLAUSE("6") }]

in-system =
    .headline = Found in the system: no archive check
    .because = · Only certificates that the system does not show need the check at { $room }. [{ CLAUSE("1.1") }]
    .next = { $phase ->
        [closed] The exchange itself ended on { $exchangeEnds }. [{ CLAUSE("1.2") }]
       *[other] Next: do the hours, pass the assessment, then press “更新” under “证书管理”. [{ CLAUSE("1.3") }]
    }

renewal-deadline =
    .headline = { $phase ->
        [closed] It ended on { $exchangeEnds }
       *[other] { $daysLeft ->
            [none] Today, { $exchangeEnds }, is the end
           *[other] Until { $exchangeEnds }: { COUNT($daysLeft, one: "day", other: "days") } left
        }
    }
    .because = { $phase ->
        [closed] · The exchange had to be completed by { $exchangeEnds }; then the system closed. [{ CLAUSE("1.2") }]
            · That day stands in a notice of { $documentYear }; whether it was opened again later, this notice does not say.
       *[other] · It must be completed in the system by { $exchangeEnds }; then the system closes automatically. [{ CLAUSE("1.2") }]
            · Hours enter the system in two batches a month only: { $soon ->
                [yes] what is not entered yet may come too late, so ask your institution at once.
               *[no] don't leave it to the last days.
            } [{ CLAUSE("2.2") }]
            · For certificates that the system does not show, the archive check has an earlier day: { $archiveEnds }{ $phase ->
                [open] {""}
               *[other] , which has passed
            }. [{ CLAUSE("1.1") }]
    }
    .next = { $phase ->
        [closed] A certificate not exchanged may be used within its validity. [{ CLAUSE("3.1b") }] Ask about anything newer: { $phone } ({ $person }). [{ CLAUSE("6") }]
       *[other] Shall I walk you through it?
    }

missed-deadline =
    .headline = { $phase ->
        [closed] The exchange is over; please call
       *[other] Not over yet: until { $exchangeEnds }
    }
    .because = { $phase ->
        [closed] · The exchange ended on { $exchangeEnds } and the system closed automatically. [{ CLAUSE("1.2") }]
            · A training certificate that was not exchanged may be used within its validity: see the date printed on it. [{ CLAUSE("3.1b") }]
            · Reissue, changes, extension and cancellation of old certificates have stopped as well. [{ CLAUSE("3.2") }]
            · How to get an electronic one afterwards, or whether it opens again, the notice does not say.
       *[other] · { $daysLeft ->
                [none] Today is { $exchangeEnds }, the last day.
               *[other] Today is { $today }; { COUNT($daysLeft, one: "day", other: "days") } are left until { $exchangeEnds }.
            } After that the system closes automatically. [{ CLAUSE("1.2") }]
            · If you do miss it: an unexchanged training certificate may be used within its validity, but reissue, changes, extension and cancellation stop. [{ CLAUSE("3.1b") }] [{ CLAUSE("3.2") }]
    }
    .next = { $phase ->
        [closed] Call { $phone } ({ $person }) and ask whether there is a new arrangement, and how to get an electronic one now. [{ CLAUSE("6") }]
       *[other] Finish the hours and press “更新” (update). Shall I walk you through it?
    }

renewal-hours =
    .headline = { $phase ->
        [closed] It needed { $hours } hours; the exchange is over
       *[other] { $hours } hours, at least { $professional } professional
    }
    .because = · No fewer than { $hours } hours, at least { $professional } of them professional, and the assessment passed. [{ CLAUSE("2.2") }]
        · Only then can the certificate be updated under “证书管理”; exchanging first and learning later is not possible. [{ CLAUSE("1.3") }]
    .next = { $phase ->
        [closed] But the exchange ended on { $exchangeEnds }. [{ CLAUSE("1.2") }]
       *[other] Hours enter the system in two batches a month: { $soon ->
            [yes] so late, ask your institution whether yours can still be entered.
           *[no] start early.
        } [{ CLAUSE("2.2") }]
    }

renewal-hours-known =
    .headline = { $enough ->
        [yes] Hours are enough; now the assessment
        [short] { $left } more hours to reach { $hours }
       *[professional] { $hours } reached; { $professional } professional too?
    }
    .because = · The exchange needs at least { $hours } hours, { $professional } of them professional, and a passed assessment. [{ CLAUSE("2.2") }]
        · You have done { COUNT($done, one: "hour", other: "hours") }{ $professionalDone ->
            [unknown] {""}
           *[other] , { $professionalDone } of them professional
        }. { $professionalLeft ->
            [unknown] You did not say how many were professional; { $professional } are needed.
            [none] {""}
           *[other] { $professionalLeft } professional hours are missing.
        }
        · Only when all is done can “更新” (update) be pressed. [{ CLAUSE("1.3") }]

old-certificate-void =
    .headline = The old one becomes void at that moment
    .because = · When “更新” is pressed the system makes the electronic certificate, “同时原证书作废” (and the original becomes void). [{ CLAUSE("1.3") }]
        · So the two are never valid together.
        · Whether to hand in or destroy the old one, the notice does not say.
    .next = { $phase ->
        [closed] If yours was exchanged, use the electronic one; the exchange itself ended on { $exchangeEnds }. [{ CLAUSE("1.2") }]
       *[other] Check name, photo and trade before you press it; it must be done by { $exchangeEnds }. [{ CLAUSE("1.2") }]
    }

unrenewed-validity =
    .headline = Yes, within the validity printed on it
    .because = · A training certificate of the { $tradeCount } trades that was not exchanged may be used “within its validity” (有效期内可继续使用). [{ CLAUSE("3.1b") }]
        · See the date printed on it. { $phase ->
            [closed] Afterwards it cannot be extended: that stopped after { $exchangeEnds }.
           *[other] Extension is handled until { $exchangeEnds } and then stops.
        } [{ CLAUSE("3.2") }]
        · The notice does not call it working without a certificate; but an electronic one { $phase ->
            [closed] could be had only by { $exchangeEnds }; that is over.
           *[other] can be had only by { $exchangeEnds }.
        } [{ CLAUSE("1.2") }]
    .next = Tell me the date printed on it and I will see whether it still runs.

# 3.1a: a safety officer's certificate is used until work in the trade ends, whatever day is printed.
safety-validity =
    .headline = { $issuer ->
        [other] Issued elsewhere: it is not said
        [unknown] If the group office issued it: no end
       *[hainan-leading-group-office] Until you stop working in the trade
    }
    .because = · A safety officer certificate issued by the Hainan leading group office goes with at least { $hours } hours of continuing education a year, { $professional } professional, and can be used until its holder stops working in the trade. [{ CLAUSE("3.1a") }]
        · What a shortfall of hours means is not said: neither void nor harmless.
        · This is the one from post training; the work safety certificates A, B, C, and those issued elsewhere, are not in this notice.
    .next = See whose seal it bears; if in doubt, { $person }, { $phone }. [{ CLAUSE("6") }]
printed-validity =
    .headline = { $asks ->
        [length] No length is named; see the date printed
        [whether] See the validity date printed on it
        [lapse] Whether it lapses by itself is not said
        [electronic] Electronic: no validity is named
       *[expired] After the printed date nothing is promised
    }
    .because = · A training certificate of the 13 trades that was not exchanged stays usable within its period of validity; three or five years are not named, the date printed on it counts. [{ CLAUSE("3.1b") }]
        · Extension and cancellation { $phase ->
            [closed] ended after { $exchangeEnds }.
           *[other] end after { $exchangeEnds }.
        } [{ CLAUSE("3.2") }]
        · What follows when it has expired, and whether it is cancelled by itself, the notice does not say. For the electronic certificate it names no validity; what counts there are the hours of every year. [{ CLAUSE("2.1") }]
    .next = Tell me the date printed on it and I will look; if it has passed, ask { $person }, { $phone }, before you use it. [{ CLAUSE("6") }]

unrenewed-valid-until =
    .headline = { $inside ->
        [yes] Valid until { $until }: usable
       *[no] Its validity ended: { $until }
    }
    .because = · A training certificate that was not exchanged may be used within its validity. [{ CLAUSE("3.1b") }]
        · Extensions are not handled after { $exchangeEnds }. [{ CLAUSE("3.2") }]
        { $inside ->
            [yes] · It can be used until { $until }; ask early what comes after.
           *[no] · What follows when it has run out, the notice does not say; ask whether training anew is needed.
        }
    .next = Phone: { $phone } ({ $person }). [{ CLAUSE("6") }]

reissue-change-cancel =
    .headline = { $phase ->
        [closed] All of that has stopped for old ones
       *[other] Handled until { $exchangeEnds }
    }
    .because = { $phase ->
        [closed] · After { $exchangeEnds } reissue of lost certificates, change of details, extension and cancellation are no longer handled. [{ CLAUSE("3.2") }]
            · How details on an electronic certificate are changed, the notice does not say.
       *[other] · It is still handled; after { $exchangeEnds } reissue of lost certificates, change of details, extension and cancellation stop. [{ CLAUSE("3.2") }]
            · Which papers, and at which counter, the notice does not say.
    }
    .next = Ask { $person }, { $phone }. [{ CLAUSE("6") }]

annual-hours =
    .headline = { $hours } hours a year, { $professional } professional
    .because = · From the year after the electronic certificate was obtained: at least { $hours } hours every year, { $professional } of them professional. [{ CLAUSE("2.1") }]
        · Less than { $twoYears } hours in two years means training anew, and the electronic certificate is void. [{ CLAUSE("2.1") }]
        · These are minimum numbers; the rest follows the syllabus.
    .next = Tell me your hours of last year and this year, and I will work out what is left.

silent-point =
    .headline = { $point ->
        [several-certificates] Each or together: the notice does not say
        [make-up] Making up past years: it does not say
       *[other] Another year's hours: it does not say
    }
    .because = · All it says: at least { $hours } hours every year, { $professional } of them professional; less than { $twoYears } in two years means training anew, and the electronic certificate is void. [{ CLAUSE("2.1") }]
        · { $point ->
            [several-certificates] So it cannot be said that one set of hours is enough, nor that each certificate needs its own.
            [make-up] So it cannot be said that they can be made up, nor that they cannot; whoever says so should show a document.
           *[other] So it cannot be said that surplus hours, or hours done ahead, count, nor that they do not.
        }
        · Meanwhile: { $meanwhile }
    .next = To be sure, ask { $person }, { $phone }. [{ CLAUSE("6") }]

hours-start =
    .headline = From the year after it was obtained
    .because = · “从取得《电子培训合格证》次年起，每年” at least { $hours } hours: the year of issue itself asks for none. [{ CLAUSE("2.1") }]
        · Whether a year runs from 1 January to 31 December or from the day of issue, the notice does not say. Done between the anniversary of issue and 31 December, hours are that year's either way.
    .next = Tell me when yours was issued, and I will name the first year.

hours-start-known =
    .headline = Your first year of hours is { $first }
    .because = · Issued { $issued }: from the year after, at least { $hours } hours a year, { $professional } professional; { $issuedYear } itself asks for none. [{ CLAUSE("2.1") }]
        · Whether a year runs from 1 January or from the day of issue, the notice does not say. Safest: done by 31 December each year. [{ CLAUSE("2.1") }]
    .next = { $past ->
        [yes] Tell me your hours since { $first }, and I will go through every reading.
       *[no] Don't wait in the first year.
    }

hours-shortfall =
    .headline = At risk; under { $twoYears } in 2 years is void
    .because = · Every year asks for { $hours } hours; who has “less than { $twoYears } hours in 2 years” must train anew and the electronic certificate is void. [{ CLAUSE("2.1") }]
        · Which two years, whether surplus counts for another year, and when a year ends, the notice does not say. So one short year is neither surely void nor harmless.
        · Whether missed hours can be made up, the notice does not say.
    .next = Do at least { $hours } this year, and { $twoYears } over both years; if surplus does not count, even that does not mend a short past year. Tell me your hours of last year and this year, and I will go through every reading.

left-post =
    .headline = Out of the post: train anew, it is void
    .because = · Who “has not worked in the post concerned” must take the training anew, and the electronic certificate becomes void. [{ CLAUSE("2.1") }]
        · After how long, and whether leave or waiting for work counts, the notice does not say.
        · The same post with another employer is not leaving the post.
    .next = To keep it, do the { $hours } hours every year and ask { $person }, { $phone }, about your case. [{ CLAUSE("6") }]

my-hours =
    .headline = I have no roster here to look you up in
    .because = · Log in to the ministry's system: under “继续教育” you see your own hours. [{ CLAUSE("1.3") }]
        · { $hours } hours a year are needed, { $professional } professional, from the year after the electronic certificate. [{ CLAUSE("2.1") }]
        · Please don't send me your ID number; if you did, delete it.
    .next = Then tell me the hours of last year and this year, and I will work out what is left and what is safest.

hours-not-posted =
    .headline = Hours are entered in two batches a month
    .because = · Institutions report “每月两批次” (two batches a month); the province checks, then the hours enter the system. [{ CLAUSE("2.2") }]
        · Not reported: an assessment not passed, less than { $hours } hours, or less than { $professional } professional. [{ CLAUSE("2.2") }]
        · On which days the batches are, the notice does not say.
    .next = First ask your institution whether and in which batch it reported you; if it did and nothing shows, call { $phone } ({ $person }). [{ CLAUSE("6") }]

where-to-train =
    .headline = Any listed or registered institution
    .because = · Two kinds: those in the system under “施工现场专业人员培训机构查询”, and those registered at the department's counter in the provincial government service centre. [{ CLAUSE("2.2") }]
        · In class or online. [{ CLAUSE("2.2") }]
        · You or your employer choose; no authority may prescribe one. [{ CLAUSE("4.2") }]
    .next = Open { $systemUrl } and search the list by city. I recommend none; if in doubt call { $phone }. [{ CLAUSE("6") }]

online-training =
    .headline = Yes, online training counts as well
    .device = Online counts; devices: ask the school
    .because = · The notice allows “集中培训或在线网络学习培训”: in class or online. [{ CLAUSE("2.2") }]
        · The institution must be listed or registered, and you need { $hours } hours, { $professional } professional, and the assessment. [{ CLAUSE("2.2") }]
        · Phones, face checks and the like are up to the institution; the notice does not say.
    .next = Check that the institution is on the list before you pay.

choice-of-institution =
    .headline = { $asked ->
        [employer] Employers may choose too; no order named
       *[other] The employer or you choose; no authority
    }
    .because = · The employer or the person chooses “根据自身条件自行选择”, and authorities “不得指定” (may not prescribe). [{ CLAUSE("4.2") }]
        · Both are named: the notice forbids no employer to send people to one, and obliges nobody to go there.
        · It must be a listed or registered institution. [{ CLAUSE("2.2") }]
    .next = { $asked ->
        [employer] The notice does not say whose choice prevails: talk to the employer, or call { $phone } ({ $person }). [{ CLAUSE("6") }]
       *[other] If an authority insists, show clause { CLAUSE("4.2") } or call { $phone } ({ $person }). [{ CLAUSE("6") }]
    }

assessment =
    .headline = Yes: the hours end with an assessment
    .because = · For the exchange: “参加继续教育并通过考核后换发”, after passing the assessment. [{ CLAUSE("1.3") }]
        · Every year: at least { $hours } hours “并经考核后” (and after an assessment) are reported. [{ CLAUSE("2.2") }]
        · Number of questions, pass mark and resits: the notice does not say; the institution does.
    .next = Ask the institution how it tests before you sign up.

safety-officer =
    .headline = No exchange; { $hours } hours every year
    .because = · A safety officer certificate of the leading group office can be used until the holder stops working in the trade, with at least { $hours } hours of continuing education a year, { $professional } professional. [{ CLAUSE("3.1a") }]
        · That is the post training certificate, not the safety assessment certificates A, B, C; of those the notice says nothing.
        · What a shortfall means is not said: neither void nor harmless, so do the hours in time.
    .next = Done by 31 December each year is safest. If in doubt: { $phone } ({ $person }). [{ CLAUSE("6") }]

employer-duties =
    .headline = { $phase ->
        [closed] See that staff do their hours each year
       *[other] Employers organise it without delay
    }
    .because = · Employers: take it seriously and organise the exchange for their site staff as soon as possible. [{ CLAUSE("4.1") }]
        · City and county authorities: publicise it and organise the employers of their area. [{ CLAUSE("4.1") }]
        · Training institutions: cooperate, serve actively, finish in time, leave nobody out. [{ CLAUSE("4.1") }]
        · Authorities may not prescribe an institution. [{ CLAUSE("4.2") }]
        · Penalties, and who pays: the notice does not say.
        · To check a whole list: send me the sheet in a private Telegram chat, or use huanzheng roster check on a computer; the manual names the columns. It holds ID numbers of others: never send it to a group.
    .next = { $phase ->
        [closed] The exchange ended on { $exchangeEnds }; what remains is { $hours } hours a year for everybody with an electronic certificate. [{ CLAUSE("2.1") }]
       *[other] The exchange ends on { $exchangeEnds }: list who is covered, who is not found, who lacks hours. [{ CLAUSE("1.2") }]
    }

employer-list =
    .headline = Yes: send the sheet on Telegram
    .because = · One person a line, as .xlsx or .csv, in a private Telegram chat: I check every line. The web page and groups take no lists.
        · Or use huanzheng roster check on a computer: the list then stays there.
        · It is checked against the 13 trades and the years { $firstIssueYear }–{ $lastIssueYear } [{ CLAUSE("1.1") }], and { $hours } hours a year for electronic certificates [{ CLAUSE("2.1") }].
        · A list holds ID numbers: do not type them into a chat.

source =
    .headline = It is notice { $documentNumber }
    .because = · { $documentTitle }, by the { $authority }. [{ CLAUSE("0") }]
        · Based on 建办人函〔2019〕384号, 建人才函〔2019〕22号 and 琼建人函〔2019〕511号. [{ CLAUSE("0") }]
        · Where earlier rules differ, this notice prevails. [{ CLAUSE("5") }]
        · It is a public document; the department can give you the original. [{ CLAUSE("6") }]
    .next = Every answer of mine names its clause; open it to read the text (last checked { $checkedOn }).

contact =
    .headline = Call { $person }, { $phone }
    .because = · The contact named in the notice. [{ CLAUSE("6") }]
        · For the archive check in person: { $room }. [{ CLAUSE("1.1") }]
        · Opening hours and floor are not given; call before you go.
        · The notice is of { $documentYear }; if the number has changed, the department's own page is right.

# Told when it was issued, or asked of another year: the days of that year, not of this one.
upcoming-year =
    .headline = Hours of { $year }: by { $day }
    .because = · At least { $hours } hours a year, { $professional } professional, from the year after issue.{ $issuedYear ->
            [none] {""}
           *[other] {" "}Issued in { $issuedYear }: counted from { $first }; { $issuedYear } itself asks for none.
        } [{ CLAUSE("2.1") }]
        · If a year runs from the day of issue, your days differ; done by { $day } is not late in either.
    .next = The calendar file can be saved on your phone and will remind you.
upcoming-deadlines =
    .headline = { $phase ->
        [closed] This year's hours by { $yearEnd }
       *[other] { $next }
    }
    .because = { $phase ->
        [open] · { $archiveEnds }: end of the archive check for certificates not in the system ({ $daysToArchive ->
                [none] today
               *[other] { COUNT($daysToArchive, one: "day", other: "days") }
            }). [{ CLAUSE("1.1") }]
            · { $exchangeEnds }: end of the exchange ({ COUNT($daysLeft, one: "day", other: "days") }). [{ CLAUSE("1.2") }]
            · { $exchangeEnds }: last day for reissue, changes, extension, cancellation of old ones. [{ CLAUSE("3.2") }]
        [archive-over] · { $exchangeEnds }: end of the exchange ({ $daysLeft ->
                [none] today
               *[other] { COUNT($daysLeft, one: "day", other: "days") }
            }). [{ CLAUSE("1.2") }]
            · { $exchangeEnds }: last day for reissue, changes, extension, cancellation of old ones. [{ CLAUSE("3.2") }]
            · The archive check ended on { $archiveEnds }. [{ CLAUSE("1.1") }]
       *[closed] · { $yearEnd } ({ $daysToYearEnd ->
                [none] today
               *[other] { COUNT($daysToYearEnd, one: "day", other: "days") }
            }): this year's { $hours } hours, { $professional } professional, for electronic certificates; none in the year of issue. [{ CLAUSE("2.1") }]
            · If a year runs from the day of issue your day differs: done between that day's anniversary and { $yearEnd }, hours are this year's either way.
            · A certificate that was not exchanged: see its printed validity. [{ CLAUSE("3.1b") }]
            · The exchange ({ $exchangeEnds }) and the archive check ({ $archiveEnds }) are over. [{ CLAUSE("1.2") }] [{ CLAUSE("1.1") }]
    }
    .next = The calendar file can be saved to your phone.

# The day asked for is past this year: “noted” alone would not be true.
reminders-too-late =
    .headline = Noted, but only from next year on
    .because = · Only { COUNT($left, one: "day is", other: "days are") } left this year, so the one { $days } days before comes from next year on.{ $near ->
        [none] {""}
       *[other] {" "}For one this year name a later day, as “remind me { $near } days before”.
    }
reminders-on =
    .headline = Noted: I will remind you here
    .because = · This year's hours are due on { $yearEnd }; I write { $days } { $last ->
            [day] day
           *[days] days
        } before, { $times ->
            [one] once
           *[several] once each time
        } and every year, after ten in the morning and never at night. [{ CLAUSE("2.1") }]
        · If you have looked up your hours and given the certificate number, I say what you still need; once the year is met I send nothing.
    .next = For other days say “remind me 20 days before”; to stop at once, say “stop reminders”.

reminders-other-times =
    .headline = Reminders are on, but not at those times
    .because = · I can only write some days (1 to { $most }) before the hours are due: not every month or week, nor on a day or hour of your own.

reminders-cannot =
    .headline = No reminders here: please note the day
    .because = · For electronic certificates this year's hours are due by { $yearEnd }. [{ CLAUSE("2.1") }]
        · Nothing can be sent to this chat unasked, so it is not promised.
    .next = Say “what is due for me”: you get the days, and a file for your calendar.

reminders-night =
    .headline = { $on ->
        [yes] Never at night; reminders stay on
       *[no] Never at night; reminders are off
    }
    .because = · Reminders are sent after ten in the morning only, and none between nine in the evening and nine in the morning.
    .next = { $on ->
        [yes] If you want none at all, say “unsubscribe”: they stop at once.
       *[no] If you want them, say “remind me”.
    }

reminders-are-on =
    .headline = Reminders are on; you are subscribed
    .because = · This year's hours are due on { $yearEnd }; I write { $days } { $last ->
            [day] day
           *[days] days
        } before. [{ CLAUSE("2.1") }]
    .next = To stop at once, say “stop reminders”; for other days say “remind me 20 days before”.

reminders-are-off =
    .headline = Reminders are off; I send you none
    .because = · Once on, I write { $days } { $last ->
            [day] day
           *[days] days
        } before the hours are due; “stop reminders” ends it at once.
    .next = If you want them, say “remind me”.

reminders-off =
    .headline = Reminders are cancelled and stopped
    .next = If you want them again, say “remind me”.

my-data =
    .headline = { $tie ->
        [lasting] What you told me, and your roster tie
        [window] What you told me, and your last look-up
       *[none] I keep only what you told me here
    }
    .because = · Kept now: { $certificates ->
            [none] nothing about a certificate
           *[other] what you told of { COUNT($certificates, one: "certificate", other: "certificates") } (kind, trade, year, hours)
        }; reminders { $reminders ->
            [on] on
           *[off] off
        }; { $tie ->
            [lasting] tied to a record of the roster until { $until }
            [window] the roster was looked up just now, totals can be seen for thirty minutes
           *[none] no tie to the roster
        }.
        · It is stored encrypted: what was said here is deleted after 180 days without use; a tie to the roster is kept for a year at most.
        · An ID number used for a look-up is not kept; a verified chat remembers its tie to the roster's record until you delete it. Phone numbers and passwords are never asked for.
        · The hours on the roster belong to the employer or institution that provides it: ask them for changes, or call { $phone }. [{ CLAUSE("6") }]
    .next = To delete it now, choose “Delete my data”.

before-notice =
    .headline = No such notice yet on { $day }
    .because = · { $notice } is of { $year }; by what rule that day went is not known here, and not guessed.
    .next = Ask about today, or call { $phone } ({ $person }) about the rules of then. [{ CLAUSE("6") }]

my-data-roster =
    .headline = Ask whoever provides the roster
    .because = · The hours on the roster belong to the employer or institution that provides it; they cannot be deleted or changed here. If you do not know which one, call { $phone }. [{ CLAUSE("6") }]
        · What you told in this chat can be deleted now; the roster's records stay.
    .next = To delete what you told here, choose “Delete my data”.

my-data-sent =
    .headline = Your ID number is not kept here
    .because = · An ID number sent in this chat is not kept once used, nor written to a log. The message in your chat app is yours to take back or delete.
        · If it went to somebody else, ask them to delete it too; send nobody an ID number, a password or a code.
    .next = To delete what you told here as well, choose “Delete my data”.

my-data-deleted =
    .headline = Deleted: everything you told me is gone
    .because = · Deleted on { $today }: { $certificates ->
            [none] this chat
           *[other] { COUNT($certificates, one: "certificate", other: "certificates") }
        }{ $reminders ->
            [on] , reminders
           *[off] {""}
        }{ $tie ->
            [none] {""}
           *[other] , the tie to the roster
        }. Receipt { $receipt }.
        · This server's record of this chat is deleted. The messages in your own chat app are yours to delete.
    .next = Just type to ask again.

greeting =
    .headline = Hello! Ask about certificates or hours
    .because = For example: “I hold a 2017 civil construction officer certificate, can it be exchanged?”, “How many hours a year?”, “20 last year and 40 this year, is that enough?”

thanks =
    .headline = You're welcome; come back any time
    .because = Stay safe on site.

help =
    .headline = I help with certificates and hours
    .because = You could ask:
        · Can my 2017 civil construction officer certificate be exchanged?
        · Walk me through the exchange
        · 20 hours last year, 40 this year: enough?
        · Must a safety officer certificate be exchanged?
        · Which document says so? Whom can I call?
        A whole list of staff: send me the sheet in a private Telegram chat, or use huanzheng roster check on a computer.
        Every rule comes with its source, and I say so where the notice says nothing.
    .next = At any time: back, cancel, start over, review, 中文.

human =
    .headline = I am a machine; call a person instead
    .because = · The contact named in the notice: { $person }, { $phone }. [{ CLAUSE("6") }]
        · Tell me your case first, and I will help you sort out what to ask.

language =
    .headline = All right, English from now on
    .because = Say “中文” for Chinese.

age-limit =
    .headline = The notice sets no age limit
    .because = · Of the electronic certificate it asks { $hours } hours a year and names no age. [{ CLAUSE("2.1") }]
        · A training certificate that was not exchanged can be used within the validity printed on it. [{ CLAUSE("3.1b") }]
        · A safety officer certificate of the leading group office can be used, with the hours of each year, until work in the trade ends. [{ CLAUSE("3.1a") }]
        · No longer working in the post is another matter, with a rule for the electronic one that has nothing to do with age. [{ CLAUSE("2.1") }]
    .next = Whether another document sets an age, ask { $person }, { $phone }. [{ CLAUSE("6") }]

not-covered =
    .headline = The notice does not say; I won't guess
    .because = · { $documentNumber } is only about exchanging the training certificates of { $tradeCount } trades and the continuing education after it. [{ CLAUSE("1.1") }]
        · Fees, pass marks, age and degrees, other provinces' certificates, constructors (建造师) and safety A/B/C certificates are not in it.
    .next = Call { $phone } ({ $person }); for another province's certificate ask that province. [{ CLAUSE("6") }]

out-of-scope =
    .headline = That is outside what I know about
    .because = I only answer about Hainan's site certificates: the exchange and continuing education.
    .next = Ask for example “can my certificate be exchanged” or “how many hours a year”.

not-understood =
    .headline = I didn't get that. One of these?
    .next = Tap one, or say it in other words.

not-sure =
    .headline = Which of these do you mean?
    .next = Tap one or say “the first one”; if it is none, say it in other words.

void-or-not =
    .headline = It depends on the kind of certificate
    .because = · A training certificate that was not exchanged may be used within its validity; the notice does not say that it becomes void by itself. See the date printed on it. [{ CLAUSE("3.1b") }]
        · One that was exchanged became void when “更新” was pressed. [{ CLAUSE("1.3") }]
        · An electronic certificate: who has less than { $twoYears } hours in 2 years, or has not worked in the post concerned, must train anew, and it is void. [{ CLAUSE("2.1") }]
    .next = Tell me which kind it is and the hours of each year. If in doubt call { $phone } ({ $person }). [{ CLAUSE("6") }]

in-person =
    .headline = Exchange is online; only archives are not
    .because = · The exchange: register in the system, do the hours, press “更新” under “证书管理”; the notice asks nobody to come. [{ CLAUSE("1.3") }]
        · Certificates not found in the system: before { $archiveEnds }, in person, with the originals of ID card and certificate, at { $room }. [{ CLAUSE("1.1") }]
        · { $phase ->
            [closed] Both are over; whether to go anywhere now the notice does not say.
           *[other] Whether the training is in class or online is up to the institution.
        } [{ CLAUSE("1.2") }]
    .next = Call { $phone } ({ $person }) before you go. [{ CLAUSE("6") }]

materials =
    .headline = Done online; no papers are listed
    .because = · In the system: register, fill in your details, upload your photo, do the hours, press “更新”. [{ CLAUSE("1.3") }]
        · Only who goes to the archive check brings anything: the originals of ID card and certificate, in person. [{ CLAUSE("1.1") }]
        · Size and background of the photo, and whether other papers are wanted, the notice does not say: follow the pages of the system; its own questions and answers name a recent one-inch photo on white ground (not a rule of the notice). { $phase ->
            [closed] The exchange ended on { $exchangeEnds }. [{ CLAUSE("1.2") }]
           *[other] {""}
        }
    .next = If in doubt call { $phone } ({ $person }). [{ CLAUSE("6") }]
