# Small sentences of the conversation, buttons, and the repetition of answers.

choice-again = Say it again
choice-next = Next step
choice-back = Previous step
choice-stuck = I am stuck
choice-leave = Leave it for now
choice-resume = Go on
choice-restart = Start over
choice-change = Change an answer
choice-done-changing = Nothing to change
choice-unknown = I don't know
choice-walk = Walk me through it
choice-walk-past = Show the steps as they were
choice-delete-data = Delete my data
choice-keep-data = Keep it for now
choice-explain-readings = The result in every reading
choice-receipt = Get a receipt code
choice-certificate = This one: { $name }

control-cancelled = All right, put aside. I still know what you told me; say “go on” to take it up again.
control-nothing-to-cancel = There is nothing under way just now.
control-restarted = Starting over: all you told me is gone
control-nothing-to-resume = There is nothing half done just now.
control-nothing-before = This is already the first one.
control-paused = All right, we stop here. Say “go on” to continue.

welcome-back =
    .headline = Hello! You left something half done. Go on?
    .steps = You had reached step { $n } of the exchange: { $title }.
    .interview = We were finding out whether your certificate can be exchanged.

choice-not-open = That button belongs to an earlier message and does not work any more.
choice-unknown-number = There is no number { $n }; there are { $count } to choose from.

unreadable =
    .headline = { $what ->
        [voice] I can't listen to voice; please type it
        [photo] I can't read photos; please type the words
        [sticker] Got the sticker; please type the question
        [location] I can't use a location; please type
        [contact] I can't use a contact; please type
        [video] I can't watch videos; please type
       *[other] I can't read this; please type
    }
    .photo = What matters: the certificate's name, the trade, the year of issue, who issued it. Please don't send a photo of your ID card.

group-private =
    .headline = Not in a group: please write to me
    .because = Don't post your certificate, hours or ID number in a group.

error-answer =
    .headline = Sorry, a fault on my side; send it again
    .because = If it happens again, give this number to whoever runs this service: { $number }. What you told me before is not lost.
unsaved-note = (I can't save anything just now. The answer above holds, but I may not remember it; this mends itself after a while.)

id-number-noticed = (There seems to be an ID number in what you sent. I have not used it and have not kept it.)

changed = Changed: { $facts }.
assumed-issuer = You said issued in Hainan: I take that to be the office of the Hainan leading group. Tell me if that is wrong.
as-of = (as of { $day })
told-twice = You gave two answers to one question, so I took neither. With several certificates, tell me one at a time.
another-certificate = Another certificate, then. I still know the one before.

# Facts and their values
fact-line = { $name }: { $value }
fact-certificate-kind = Kind of certificate
fact-certificate-code = Trade
fact-certificate-issuedOn = Issued
fact-certificate-issuer = Issued by
fact-certificate-inNationalSystem = Found in the system
fact-certificate-archiveVerified = Archive check passed
fact-certificate-validUntil = Printed validity
fact-training-hours = Hours of continuing education
fact-training-professionalHours = Professional hours
fact-training-passed = Assessment passed
fact-inPost = Still in the post
fact-records = Hours by year

value-unknown = not known
value-yes = yes
value-no = no
value-kind-training = Training certificate
value-kind-electronic = Electronic certificate
value-kind-safety-officer = Safety officer (post training)
value-kind-post = Old post certificate
value-kind-other = Another kind
value-issuer-hainan-leading-group-office = Hainan leading group office
value-issuer-other = Somebody else
value-code = { $trade ->
    [none] code { $code }
   *[other] { $trade } ({ $code })
}
value-hours = { $hours } hours
value-record = { $year }: { $hours } hours{ $professional ->
    [none] {""}
   *[other] {" "}({ $professional } professional)
}

# The questions of the interview
ask-certificate-kind = Which kind of certificate do you hold?
    .help = Look at the full title on the cover: 《住房和城乡建设领域专业人员岗位培训考核合格证书》 is the training certificate; one that you can download is the electronic one.
kind-post-training = Two kinds: safety officer's, other trades'
kind-unclear = That fits several kinds: check the title
ask-certificate-code = For which trade is it?
    .help = The trade, or its code of three digits, is printed on it.
    .family = Which kind of { $family } is it?
ask-certificate-issuedOn = In which year was it issued?
    .help = See the date of issue on it; the year is enough, for example “2017”.
    .span = By “{ $year }”, do you mean issued in { $full }, or { $year } years in the job?
ask-certificate-validUntil = Until which day is it valid?
    .help = See the end of validity printed on it, for example “30 June 2022”.
ask-certificate-issuer = Who issued it?
    .help = Look at the stamp: is it the office of the Hainan leading group (领导小组办公室)?
ask-certificate-inNationalSystem = Can it be found in the ministry's system?
    .help = Log in at { $systemUrl } and look under “证书管理” (certificate management).
ask-certificate-archiveVerified = Did you pass the archive check at { $roomShort }?
    .help = Only certificates that the system does not show need it.
ask-training-hours = How many hours of continuing education have you done for the exchange?
    .help = The system shows them under “继续教育”. Just a number; 0 if none.
ask-training-professionalHours = How many of those were professional hours?
    .help = “继续教育” (continuing education) shows it, or ask the institution. Just the number, for example “{ $professional }”.
ask-training-passed = Did you pass the assessment of the continuing education?
    .help = The institution tells you the result after the training.
ask-hours-issuedOn = When was this certificate issued?
    .help = Hours count from the year after issue. With month and day it is more exact, for example “15 March 2023”.
ask-records = How many hours did you do last year and this year?
    .help = For example “20 last year, 40 this year”. 0 if none.
ask-inPost = Do you still work in that post?
    .help = In the post that is named on the certificate.

answer-yes = Yes
answer-no = No
answer-found = Found
answer-not-found = Not found
answer-passed = Passed
answer-not-passed = Not yet
answer-verified = Passed
answer-not-verified = Not done or not passed
answer-issued-year = Issued in { $year }
answer-span = That many years in the job
answer-hainan = Hainan leading group office
answer-other-issuer = Somebody else

hours-too-many = { $hours } hours cannot be right. Please give a number from 0 to 9999, with at most two decimals.
day-impossible = There is no such day as { $day }. Please look at the date again.
professional-above-hours = Professional hours ({ $professional }) cannot be more than all hours ({ $hours }). Please check.
professional-without-hours = { $professional } professional hours in { $year }: out of how many in all? Say both, like “{ $year }: 40 hours, { $professional } professional”.
professional-of-which-year = Which year are the { $professional } professional hours of? Say the year too, like “this year professional { $professional }”.

bare-number =
    .headline = Just “{ $number }”: what does it stand for?
    .next = Say a little more: “issued in 2017”, “20 hours last year”, “can code 106 be exchanged”.
number-of-year =
    .headline = { $hours } hours of which year?
    .next = Say the year with it: “{ $hours } this year”, “{ $hours } last year”. Hours still to come: “{ $hours } more”.

as-before = As I said before; choose “Say it again” for all of it. 
as-before-clause = [{ CLAUSE($clause) }]

review =
    .headline = What you told me: is it right?
    .empty = You have not told me about your certificate yet.
    .next = Tap what you want to change, or just say “no, it was 2016”.

data-kept = All right, it stays for now.
data-say-it = To delete it, answer “delete”; to keep it, nothing is needed.

# The calendar file
calendar-name = Certificate and hours
due-archive = Archive check ends { $archiveEnds }
    .description = Certificates that the system does not show: in person, with the original ID card and certificate, { $room }. Source: { CLAUSE("1.1") }
due-exchange = Exchange ends { $exchangeEnds }
    .description = Press “更新” (update) under “证书管理” (certificate management). Source: { CLAUSE("1.2") }
due-hours = This year's hours by { $yearEnd }
    .description = At least { $hours } hours, { $professional } of them professional. Source: { CLAUSE("2.1") }
due-hours-own = The year's hours by { $yearEnd }
due-counts-from = From today on, hours count in both kinds of year
due-printed-end = { $until }: the end of the printed validity

# The command line
serve-ready = The chat is at { $url } (Ctrl+C stops it)

feedback =
    .headline = Thank you: noted as not helpful
    .next = Try other words, or call { $phone } ({ $person }). [{ CLAUSE("6") }]

choice-open-points = What the notice leaves open
open-points = The notice leaves this open
    .which = On which of these?
open-point = · { $question }
    .meanwhile = Safe meanwhile: { $meanwhile }
    .settles = Who could settle it: { $who }
serve-sample = The roster holds some invented people to try: ID number { $idNumber }, name { $name } (certificate number { $certificateNo })

# Going on elsewhere: a short-lived code that carries what was told, and no identity.
carry-code =
    .headline = Your code: { $code }
    .because = Send it to me in another chat within { $minutes } minutes and we go on from here; it works once.{ $link ->
        [none] {""}
       *[other] {" "}In Telegram just open { $link }
    }
    .next = It carries what you told about your certificate and hours, and the step you are at. It does not carry who you are: to see your own hours there, show it again. Give the code to nobody.
carry-refused =
    .headline = That code does not work
    .because = It may be mistyped, used already, or too old.
    .next = Say “continue elsewhere” in the chat you come from, and you get a new one.
carry-unavailable =
    .headline = I cannot give a code just now; please try again in a few minutes
carried = Here we go on: I have what you told me there
    .because = Who you are was not carried over: to see your own hours, show it here once more.
