# The words of this notice alone: each step of the exchange and each screen of the ministry's system.
# do: what to do; prepare: what to have ready; screen: what is seen; trouble: what usually goes wrong (marked where it is not from the notice).

step-certificate = Look at the certificate
    .do = Is its full title 《住房和城乡建设领域专业人员岗位培训考核合格证书》, issued { $firstIssueYear } to { $lastIssueYear }, stamped by the Hainan leading group office, for one of the { $tradeCount } trades? [{ CLAUSE("1.1") }]
    .prepare = Have ready: the certificate and your ID card.
    .trouble = If it says 《建设企事业单位专业管理人员岗位证书》, it is not among those exchanged. [{ CLAUSE("1.1") }]
step-search = Find it in the system
    .do = Open { $systemUrl } and see whether your certificate is found. [{ CLAUSE("1.1") }]
    .screen = On the screen: its details if it is found, nothing if not (pages may look different).
    .trouble = Not found: check for a slip in name or number (ministry's questions and answers, not the notice); if there really is no record, go in person with the original ID card and certificate to { $room } by { $archiveEnds }. [{ CLAUSE("1.1") }]{ $phase ->
        [open] {""}
       *[other] {" "}That day has passed; what follows, the notice does not say: call { $phone }. [{ CLAUSE("6") }]
    }
step-register = Log in and register
    .do = Register a personal account at { $systemUrl } and fill in what it asks. [{ CLAUSE("1.3") }]
    .prepare = Have ready: your ID card and your phone. Passwords and SMS codes go into the system only; give them to nobody, and not to me.
    .screen = On the screen: a login form and a place to register (pages may look different).
    .trouble = The account is your ID number; forgot the password: “找回密码”. A garbled page: try another browser (ministry's questions and answers, not the notice).
step-profile = Complete your details
    .do = After logging in, complete the basic details. [{ CLAUSE("1.3") }]
    .screen = On the screen: a form for your details (pages may look different).
    .trouble = How to fill in the employer, the notice does not say.
step-photo = Upload your photo
    .do = Upload a portrait photo of yourself. [{ CLAUSE("1.3") }]
    .prepare = Have ready: a recent one-inch photo on white ground (ministry's questions and answers, not the notice).
    .screen = On the screen: a place to upload a photo (pages may look different).
    .trouble = It is printed on the certificate and cannot be changed once there is a test record or a certificate, so get it right before “更新”; if it is too large, crop it (ministry's questions and answers, not the notice).
step-learn = Do the hours
    .do = Choose an approved institution yourself, in class or online: at least { $hours } hours, { $professional } of them professional. [{ CLAUSE("2.2") }] [{ CLAUSE("4.2") }]
    .screen = “继续教育” (continuing education) shows the hours done. [{ CLAUSE("1.3") }]
    .trouble = Not shown yet: institutions report in two batches a month and the province checks first. Ask yours whether it reported. [{ CLAUSE("2.2") }] To change institution, the present one takes you off its plan first; not after a test (ministry's questions and answers, not the notice).
step-assessment = Pass the assessment
    .do = Take the institution's assessment; only who passes can exchange. [{ CLAUSE("1.3") }]
    .trouble = Pass mark and resits: the notice does not say; ask the institution.
step-update = Press “更新” (update)
    .do = When the hours are done, press “更新” beside the old certificate under “证书管理” (certificate management), by { $exchangeEnds }. [{ CLAUSE("1.3") }] [{ CLAUSE("1.2") }]
    .screen = On the screen: your certificate and “更新” under “证书管理” (pages may look different).
    .trouble = No “更新”: mostly the hours are not entered, the assessment is not passed, the certificate is not in the system, or the system has closed.
step-download = The electronic certificate
    .do = The system makes the electronic certificate; the old one becomes void at the same time. [{ CLAUSE("1.3") }]
    .screen = On the screen: the electronic certificate under “证书管理” (pages may look different).
    .trouble = From the year after issue on: { $hours } hours a year, { $professional } professional. [{ CLAUSE("2.1") }]

# “What does your screen show?”
screen-login = Login or registration
screen-not-found = My certificate is not found
screen-profile = A form for my details
screen-photo = Photo upload
screen-hours = The list of hours
screen-no-hours = Hours are empty or too few
screen-update = There is an “更新” button
screen-no-update = There is no “更新” button
screen-electronic = The electronic certificate
screen-garbled = Garbled or does not open
