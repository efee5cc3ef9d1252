# Own hours: consent first, then number and name; the number is never repeated.
own-consent = To look up your hours I need your ID number and name, only to match the roster; nobody else sees them. All right?
own-consent-yes = I agree
own-consent-no = No
own-declined =
    .headline = All right, no look-up; nothing is kept
    .next = You can also log in at { $systemUrl }, see your hours under “继续教育”, and tell me the numbers. [{ CLAUSE("1.3") }]
own-ask-id = Please send your ID number (身份证号, 18 characters). I don't keep it as sent; never send a phone number or password.
own-bad-id =
    .headline = That ID number is not right; check it
    .why = { $fault ->
        [id-number-15] 15 digits is the old kind: send the 18 characters on your card.
        [id-number-length] It should have 18 characters: was one added or left out?
        [id-number-letters] The first 17 are digits, the last a digit or X.
        [id-number-region] The region at the beginning is wrong: look at the first six digits.
        [id-number-birth] The date of birth in it is wrong: look at digits 7 to 14.
        [id-number-rounded] It looks as if a spreadsheet changed it: type it again from the card.
       *[id-number-check] One digit is wrong (the check digit does not fit): compare with the card and send it again.
    }
own-ask-name = Good. Now your name, as on the roster.
own-ask-id-too = Good, I have the name. Now the 18-character ID number please; one sent before was not kept.
own-why = Number and name only serve to find you on the roster and nobody else sees them; the number is not kept. The certificate number shows that it is you.
own-who-may-look =
    .headline = Only with that person's ID number and name
    .because = · Number and name alone show yearly totals; single records, institutions and employer need the certificate number or a one-time code.
        · Whoever has given the certificate number here is told when another chat looks up their hours.
    .next = · Other people look up their own hours themselves; don't pass on ID numbers.
own-not-yours =
    .headline = Only for yourself: let them look it up
    .because = { $number ->
            [yes] · The number you sent was neither looked up nor kept; don't pass on other people's ID numbers.
           *[no] · Hours are shown to their owner only; don't pass on other people's ID numbers.
        }
    .next = · They can say “my hours” here, or log in at { $systemUrl } and look under “继续教育”. [{ CLAUSE("1.3") }]
        · For your own, say “look up my own hours”.
own-not-known =
    .headline = No matter: here is what you can do
    .because = { $open ->
        [id-number] · It is the 18-character number on the front of your ID card; without it nobody is found on the roster.
        [person-name] · Send it as on your ID card; that is how rosters usually have it.
        [proof] · It is printed on the certificate; or ask whoever keeps the roster for a one-time code. Without it you still see the yearly totals.
       *[consent] · Without your consent nothing is looked up and nothing is kept.
    }
    .next = · Or leave the roster aside: log in to { $systemUrl }, look under “继续教育” and tell me the hours, and I work it out. [{ CLAUSE("1.3") }]
own-cancelled = All right, nothing is looked up and no number is kept. Say “my hours” whenever you like.
own-refused =
    .headline = No matching record, or too many tries
    .because = · Number and name must both match the roster; the number was not kept, so send both again. The roster comes from institutions and employers; yours may not be in it yet.
        · After too many tries, wait a while.
    .next = Check and try again, or log in at { $systemUrl } and look under “继续教育”. [{ CLAUSE("1.3") }]
own-proof-refused =
    .headline = No match, or too many tries
    .because = · It must be just as printed on the certificate and entered on the roster, letters and brackets too; a code serves once and runs out.
        · After too many tries, wait a while.
    .next = Check it and send it again; without it you still see yearly totals: say “my hours”.
own-unavailable =
    .headline = The roster cannot be read just now
    .next = Try again later, or log in at { $systemUrl } and look under “继续教育”. [{ CLAUSE("1.3") }]
own-found = { $count ->
    [one] Found
   *[other] Found: you have { COUNT($count, one: "certificate", other: "certificates") }
}
own-delete-message = { $how ->
    [deleted] (I am deleting the message with the number for you; if you still see it, press and hold it to delete it.)
   *[by-hand] (Please delete the message that holds the ID number.)
}
own-certificate = [{ $trade ->
    [none] Your certificate
   *[other] { $trade }
}{ $issued ->
    [none] {""}
   *[other] , issued { $issued }
}]
own-no-issue = · The roster has no date of issue: only the hours can be listed.{ $rule ->
    [safety-officer] {" "}[{ CLAUSE("3.1a") }]
   *[other] {" "}[{ CLAUSE("2.1") }]
}
own-total = · { $year }: { COUNT($hours, one: "hour", other: "hours") }, { $professional } professional{ $rule ->
    [none] {""}
    [safety-officer] {" "}[{ CLAUSE("3.1a") }]
   *[other] {" "}[{ CLAUSE("2.1") }]
}
own-renewal = · This is a training certificate from before the exchange: { $headline }
own-record = · { $year }: { COUNT($hours, one: "hour", other: "hours") } ({ $professional } professional) { $institution }{ $day }{ $note }
own-record-withdrawn = , withdrawn: does not count
own-record-early = , before the first year: does not count
own-record-future = , a year to come: does not count
own-level-one = (Number and name show yearly totals only, for thirty minutes. For single records, show the certificate number.)
own-ask-proof = Please send the number printed on the certificate, or the one-time code that your employer or institution gave you.
own-level-two = (Verified: from now on “my hours” is enough in this chat. “Delete my data” undoes it at any time.)
own-employer = Employer: { $employer }
own-choice-records = Show each record
own-choice-again = Look up again
own-dates =
    .headline = The days to note, by your hours in the roster
    .because = · At least { $hours } hours a year, { $professional } of them professional. [{ CLAUSE("2.1") }]
own-foreign-look =
    .headline = Somebody looked up your hours elsewhere
    .because = Another chat asked with your ID number and name; it could see yearly totals only. If it was not you, mind who knows your number.
own-choice-watch = Tell me when hours arrive
own-watching =
    .headline = I will tell you when your hours arrive
    .because = · Institutions report in two batches a month; when the roster changes this chat gets one message. [{ CLAUSE("2.2") }]
own-arrived =
    .headline = Your hours have been updated
    .because = · New hours have just been entered. Say “my hours” to see them. [{ CLAUSE("2.2") }]
own-picture =
    .title = Hours by year: { $name }
    .year = { $year }: { $hours } hours, { $professional } professional
    .hours = All hours ({ $hours } a year)
    .professional = Professional ({ $professional } a year)

# What is due, for certificates other than the electronic one.
dates-of-training =
    .headline = Not exchanged: see its printed validity
    .because = · A training certificate that was not exchanged may be used within its validity; the day is printed on it. [{ CLAUSE("3.1b") }]
        · The { $hours } hours a year by the year's end are asked of electronic certificates; whether one that was not exchanged needs any the notice does not say. [{ CLAUSE("2.1") }]
        · The end of the exchange ({ $exchangeEnds }) is for certificates that can be exchanged; { $phase ->
            [closed] it is over
           *[other] this one is not covered
        }. [{ CLAUSE("1.2") }] [{ CLAUSE("1.1") }]
dates-of-post =
    .headline = Old post certificates: no day is set
    .because = · It is not among those exchanged, so the end of the exchange is not its own. [{ CLAUSE("1.1") }]
        · The { $hours } hours a year are asked of electronic certificates, not of it; how long it may be used the notice does not say: call { $phone } ({ $person }). [{ CLAUSE("2.1") }] [{ CLAUSE("6") }]
dates-of-other =
    .headline = The notice sets no day for this kind
    .because = · It deals with training certificates of the Hainan leading group office, electronic ones and safety officers' only: ask whoever issued yours. [{ CLAUSE("1.1") }] [{ CLAUSE("3.1a") }]
dates-of-other-issuer =
    .headline = Another issuer's: no day in this notice
    .because = · Yearly hours are said of safety officer certificates of the Hainan leading group office: ask whoever issued yours. [{ CLAUSE("3.1a") }]
dates-of-no-issuer =
    .headline = Issuer not known: no day is given yet
    .because = · { $hours } hours a year are said of safety officer certificates of the Hainan leading group office: see the issuer on yours. [{ CLAUSE("3.1a") }]
dates-of-safety-officer =
    .headline = Yearly hours: done by year's end is safe
    .because = · A safety officer's certificate of the leading group office: at least { $hours } hours a year, { $professional } of them professional; it may be used until the holder leaves the trade, and is not exchanged. [{ CLAUSE("3.1a") }]
        · From which day to which a year runs is not said; by { $yearEnd } is safe. [{ CLAUSE("3.1a") }]
dates-of-safety =
    .headline = First: which safety certificate is it?
    .because = · Post training: { $hours } hours a year, done by { $yearEnd } is safe; not exchanged. [{ CLAUSE("3.1a") }]
        · Safety assessment certificate (A, B or C): not dealt with here; see the date on it and ask whoever issued it. [{ CLAUSE("3.1a") }]
dates-of-abc =
    .headline = A, B, C: the notice sets no day
    .because = · The safety assessment certificate (A, B or C) is not dealt with here; see the date on it and ask whoever issued it. [{ CLAUSE("3.1a") }]
dates-printed-end = { $inside ->
    [yes] You said it is printed valid until { $until }: that is still to come. [{ CLAUSE("3.1b") }]
   *[no] You said it is printed valid until { $until }: that has passed. [{ CLAUSE("3.1b") }]
}
reminders-other-kind = · The one you told me of is not electronic: the yearly hours are asked of electronic certificates, and these reminders are not for it. [{ CLAUSE("2.1") }]

own-full-name =
    .headline = { $part ->
        [both] Please type it in one, as on the card
        [surname] That is part of it: the full name, please
       *[nickname] The full name on the roster, please
    }
    .next = As on the ID card, surname and given name together; nothing was looked up, so no try was used. If that is the whole name, say “my full name is …”.
