# Rosters: rows that are turned away, files that are refused, what the commands print. No text repeats what stands in a cell.

roster-problem =
    .required = must not be empty: fill it in
    .too-long = too long (500 characters at most): check whether cells have slipped by a column
    .not-a-name = not a name: check whether cells have slipped by a column or a formula has failed
    .kind = write training, electronic, safety-officer, post or other, or leave it empty
    .date = not a date, or no such day: write it as 2017-06-01
    .date-or-year = not a date, or no such day: write it as 2017-06-01, or 2017 if only the year is known
    .yes-no = write yes or no, or leave it empty if not known
    .passed = write yes or no (合格 or 不合格), or leave it empty if not known
    .year = write the year in four digits, such as 2025
    .hours = write a number from 0 to 9999 with at most two decimals, such as 32
    .more-than-hours = professional hours are a part of the hours and cannot be more
    .record-incomplete = year, hours and professional_hours go together: fill in all three or none
    .passed-without-record = a result of the assessment needs year, hours and professional_hours too
    .record-twice = two rows of the same year, without institution and day: two courses or one twice? Fill in either, or add the hours up in one row
    .no-such-record = not on the roster (by ID number, certificate number, year, institution and day): check it and try again
    .cells-missing = cells are missing at the end of this row: the file may be cut off, export it again
    .cells-too-many = more cells than headers: put a text that holds a comma in double quotes
    .id-number-15 = an old number of 15 digits, no longer valid: fill in the 18-character number of the present card
    .id-number-rounded = the spreadsheet took the number for a figure and lost its last digits: format the column as text and enter it again
    .id-number-length = an ID number has 18 characters: compare it with the card
    .id-number-letters = an ID number is 17 digits and then a digit or X: compare it with the card
    .id-number-region = no region has the code that the ID number begins with: compare it with the card
    .id-number-birth = the birth date in the ID number is not possible: compare it with the card
    .id-number-check = the check digit does not fit, so one character is wrong: compare it with the card
roster-refused =
    .empty = the file is empty: headers belong in the first row, one person a row below it
    .too-big = the file is too big: { $limit } MB at most, split it
    .encoding = the encoding of the file is not known: save it as "CSV UTF-8"
    .not-text = this is neither a CSV nor an XLSX file
    .old-excel = this is an old .xls file or has a password: take the password off and save it as .xlsx
    .broken-zip = the file is damaged or was cut off: save it again and retry
    .not-a-workbook = this is not an XLSX workbook, or it has no visible sheet
    .macros = the file holds macros and is not taken: save it as .xlsx without macros
    .dates-from-1904 = the workbook counts dates from 1904, which would shift them by four years: switch that off, check the dates, save again
    .inflates = the file grows too big when unpacked and does not look like a roster: save it as CSV
    .too-many-columns = { $row ->
        [0] too many columns: { $limit } at most
       *[other] row { $row } has too many columns: { $limit } at most
    }
    .too-long-cell = { $row ->
        [0] a cell is too long for a roster
       *[other] row { $row } has a cell that is too long for a roster
    }
    .too-many-rows = too many rows: { $limit } at most, split the file
    .unclosed-quote = a double quote opened in row { $row } is never closed: the file may be cut off
    .missing-columns = the first row lacks these headers: { $columns }
    .headers-below = the headers are in row { $row }: delete the rows above them, so that they are the first row
    .column-twice = the header { $columns } stands there twice: keep one of them
roster-rejected =
    .row = row
    .column = column
    .reason = reason

roster-imported =
    .did = Imported: { COUNT($people, one: "person", other: "people") } in { COUNT($rows, one: "row", other: "rows") }; { $new } new, { $changed } changed, { $unchanged } unchanged, { $rejected } rejected
    .would = Dry run, nothing was changed: { COUNT($people, one: "person", other: "people") } in { COUNT($rows, one: "row", other: "rows") }; { $new } new, { $changed } changed, { $unchanged } unchanged, { $rejected } rejected
roster-withdrawn =
    .did = Withdrawn: { $withdrawn } training records of { COUNT($rows, one: "row", other: "rows") } ({ $already } of them were before); { $unknown } not on the roster, { $rejected } rejected
    .would = Dry run, nothing was changed: { $withdrawn } training records of { COUNT($rows, one: "row", other: "rows") } ({ $already } of them were before); { $unknown } not on the roster, { $rejected } rejected
roster-given-back =
    .did = Given back: { $withdrawn } training records of { COUNT($rows, one: "row", other: "rows") } ({ $already } of them counted before); { $unknown } not on the roster, { $rejected } rejected
    .would = Dry run, nothing was changed: { $withdrawn } training records of { COUNT($rows, one: "row", other: "rows") } ({ $already } of them count already); { $unknown } not on the roster, { $rejected } rejected
roster-still-withdrawn = Mind: the hours of { COUNT($count, one: "row", other: "rows") } were withdrawn before and still do not count; huanzheng roster withdraw FILE --undo gives them back
roster-other-sheets = Sheets that were not read: { $sheets } (only the first one is; save another as a file of its own)
roster-examples = For example: { $names }
roster-unknown-columns = Columns that were not used: { $columns }
roster-rejected-rows = The { $count } rows that were rejected or not found, with reasons, are in { $file }
roster-exported = Exported { COUNT($rows, one: "row", other: "rows") } to { $file }
roster-invite =
    .code = code
    .done = { $count } codes made, good for { COUNT($days, one: "day", other: "days") } and for one use each
roster-file = { $code ->
    [ENOENT] there is no such file, or no such folder to write it in
    [EISDIR] this is a folder and not a file
    [ENOSPC] the disk is full
   *[other] no permission to read or write this file
}

# An employer's own list: verdict, standing and next step of each certificate
check-unreadable =
    .finding = row not understood
    .standing = —
    .next = mend the row and try again
check-archive-late =
    .finding = the day of the archive check has passed
    .standing = exchange still open
    .next = call { $phone } ({ $person }) today; the exchange ends on { $deadline } [{ CLAUSE("1.1") }] [{ CLAUSE("6") }]
check-ready =
    .finding = can be exchanged now
    .standing = everything is met
    .next = the holder presses 更新 in 证书管理, by { $deadline } [{ CLAUSE("1.3") }] [{ CLAUSE("1.2") }]
check-archive-check =
    .finding = archive check first
    .standing = not in the system
    .next = the holder takes ID card and certificate to { $room }, by { $archiveAdvised } [{ CLAUSE("1.1") }]
check-training-first =
    .finding = hours first, then the exchange
    .standing = covered
    .next = { COUNT($hours, one: "hour", other: "hours") }, { $professional } of them professional, and the assessment; exchange by { $deadline } [{ CLAUSE("2.2") }]
check-void =
    .finding = void in every reading
    .standing = void
    .next = see whether all hours are entered, then call { $phone } ({ $person }); if void, train anew [{ CLAUSE("2.1") }] [{ CLAUSE("6") }]
check-disputed =
    .finding = at risk: void in some readings
    .standing = disputed
    .next = { $left ->
        [none] call { $phone } ({ $person }) with the hours at hand [{ CLAUSE("6") }]
       *[other] { $left } more hours by { $deadline }, and call { $phone } ({ $person }) with the hours at hand [{ CLAUSE("2.1") }] [{ CLAUSE("6") }]
    }
check-left-post =
    .finding = not in the post: at risk
    .standing = disputed
    .next = not working in the post is one way to lose the certificate, and what counts as that is not said: if in the post, put yes; if not, call { $phone } ({ $person }){ $left ->
        [none] {""}
       *[other] ; to keep it, { $left } more hours by { $deadline }
    } [{ CLAUSE("2.1") }] [{ CLAUSE("6") }]
check-keep-more =
    .finding = enough this year, not yet safe over two
    .standing = in force
    .next = { $left } more hours by { $deadline } for enough over two years; some readings do not count surplus for a short past year, so call { $phone } ({ $person }) [{ CLAUSE("2.1") }] [{ CLAUSE("6") }]
check-open =
    .finding = hours of this year still open
    .standing = in force
    .next = { $left } more hours by { $deadline } [{ CLAUSE("2.1") }]
check-safety-open =
    .finding = hours of this year still open (safety officer)
    .standing = —
    .next = { $left } more hours by { $deadline }; what follows a shortfall the notice does not say: neither void nor harmless [{ CLAUSE("3.1a") }]
check-safety-short =
    .finding = enough this year, short before (safety officer)
    .standing = —
    .next = short in { $years }; what follows the notice does not say: neither void nor harmless, so call { $phone } ({ $person }) [{ CLAUSE("3.1a") }] [{ CLAUSE("6") }]
check-records-unclear =
    .finding = two rows cannot be told apart
    .standing = —
    .next = two rows of the same year: two courses, or one twice? Fill in institution or day, or add the hours up in one row, and try again
check-needs-information =
    .finding = not enough information
    .standing = —
    .next = fill in or make clear: { $columns }
check-closed =
    .finding = exchange closed
    .standing = —
    .next = a 培训合格证书 stays usable until the date printed on it; for the rest call { $phone } ({ $person }) [{ CLAUSE("3.1b") }] [{ CLAUSE("6") }]
check-out-of-scope =
    .finding = not covered by the exchange
    .standing = —
    .next = in doubt call { $phone } ({ $person }) [{ CLAUSE("6") }]
check-why = { $why ->
    [code] the trade code is not among those listed; the list ends in “and so on”, and who else is meant the notice does not say [{ CLAUSE("1.1") }]
    [issue-year] not issued from 2015 to 2018 [{ CLAUSE("1.1") }]
    [issuer] not issued by the leading group's office [{ CLAUSE("1.1") }]
    [post] an old post certificate is outside the exchange; whether it still counts is not said [{ CLAUSE("1.1") }]
    [safety-issuer] a safety officer certificate of another issuer is not in this notice; ask the issuer about hours [{ CLAUSE("3.1a") }]
    [unnamed-code] the notice does not name this code: find out whether it is a safety officer certificate, which needs no exchange and has a rule of its own [{ CLAUSE("3.1a") }]
    [left-post] it also says not in the post, which is another way to lose it [{ CLAUSE("2.1") }]
    [still-usable] it may still be used until the date printed on it [{ CLAUSE("3.1b") }]
   *[other] the notice does not cover this kind; ask the issuer [{ CLAUSE("1.1") }]
}
check-short-years = short in earlier years too: { $years } [{ CLAUSE("3.1a") }]
check-not-yet-due =
    .finding = nothing due this year
    .standing = in force
    .next = { COUNT($hours, one: "hour", other: "hours") } each year from the year after issue [{ CLAUSE("2.1") }]
check-safety-not-due =
    .finding = nothing due this year (safety officer)
    .standing = —
    .next = from which year the notice does not say, here from the year after issue: at least { COUNT($hours, one: "hour", other: "hours") } each year [{ CLAUSE("3.1a") }]
check-safety-met =
    .finding = enough this year (safety officer)
    .standing = —
    .next = at least { COUNT($hours, one: "hour", other: "hours") } each year [{ CLAUSE("3.1a") }]
check-met =
    .finding = enough this year
    .standing = in force
    .next = { COUNT($hours, one: "hour", other: "hours") } again next year [{ CLAUSE("2.1") }]
check-column =
    .finding = verdict
    .standing = standing
    .hours = hours left
    .professional = professional left
    .deadline = by
    .next = next step
    .clause = clause
    .row = row
check-sheet =
    .list = people
    .summary = summary
check-summary =
    .title = Hours and exchange under 琼建人〔2020〕135号
    .counts = { COUNT($people, one: "person", other: "people") } in { COUNT($rows, one: "row", other: "rows") }, as of { $day }
    .note = Judged by this list alone: the roster was not asked and nothing was kept. Where the notice is open, every reading was computed and the safe one is given.
    .count = certificates
check-done = { COUNT($people, one: "person", other: "people") } in { COUNT($rows, one: "row", other: "rows") }; see { $file }

rules-diff =
    .head = { $before } → { $after }: { COUNT($people, one: "person", other: "people") }, { COUNT($certificates, one: "certificate", other: "certificates") } on the roster
    .none = no verdict would change
    .change = { $question }: { $from } → { $to }: { COUNT($certificates, one: "certificate", other: "certificates") }, such as { $names }
