# Sheets sent in a chat: an employer's list to be checked, a roster to be imported by whoever may.

sheet-group =
    .headline = A list of people is private: send it to me alone, not in a group
    .because = Please delete the message that holds it.
sheet-refused = I can't work with this file
sheet-other-kind = I read sheets only: .xlsx or .csv, one person a row.
sheet-how =
    .next = The first row holds the headers. “name” is required; with id_number, certificate_kind, certificate_no, trade_code, issued_on, year, hours and professional_hours I can say more. Mend it and send it again.
sheet-begun-check =
    .headline = Got it, checking everybody on the list
    .because = · By what stands in this sheet alone: the roster is not asked, and nothing is kept afterwards.
sheet-begun-preview =
    .headline = Got it, trying it first: nothing is changed
sheet-begun-import =
    .headline = All right, importing
    .because = · Rows that are turned away come back to you with the reasons.
sheet-which =
    .headline = Import this sheet into the roster, or only check it?
    .because = · Import: you see first how much would be new or corrected; nothing is written until you confirm.
        · Check: a verdict for everybody, and nothing is kept.
sheet-choice =
    .import = Import it
    .check = Only check it
    .confirm = Yes, import
    .cancel = Never mind
sheet-cancelled = All right, the roster is as it was, and I keep nothing of the file.
sheet-progress =
    .preview = Trying the import: { $percent }%
    .import = Importing: { $percent }%
sheet-confirm = Import it? What the roster has already is corrected by this sheet; empty cells change nothing.
sheet-nothing-new = There is nothing new to import; the roster is as it was.
sheet-rejected = Turned away: { $count ->
        [1] 1 row
       *[other] { $count } rows
    }. The attached file has row, column and how to mend it. Mend them and send the file again: nothing is imported twice.
sheet-checked =
    .headline = Checked: { $people } people, { $rows } rows
    .line = · { $finding }: { $count }
    .next = The attached sheet has the verdict, the hours left and the next step for everybody, the most urgent first, with a summary and a chart. The roster was not asked, and nothing was kept.
    .file = checked.xlsx
sheet-too-often =
    .headline = That was several lists in a row; please wait { $minutes } minutes
sheet-not-there =
    .headline = The file could not be fetched; please send it again
sheet-not-the-same =
    .headline = The file is not the one of the preview; nothing was imported
    .next = Send it again for a new preview.
sheet-not-allowed =
    .headline = You may not import now; nothing was changed
    .next = Ask whoever runs this assistant to add you to ADMINS.
sheet-failed =
    .headline = Something went wrong with this sheet; please send it again in a while
    .next = If that does not help, save it as CSV and send that, or use huanzheng roster check on a computer.
