of-somebody-else = 这说的是另一个人的证；您自己的我另外记着，没有动。
your-own-again = 这说的是您自己的证。

# 插进来的话：不管正在谈什么，都只有一种回答。
forged =
    .headline = 造假证、买证，这个忙我不帮
    .because = · 通知里的电子证，是学满学时、通过考核后由系统自动生成的。〔{ CLAUSE("1.3") }〕
    .next = · 证和学时有难处，可以打{ $phone }（{ $person }）问怎么办。〔{ CLAUSE("6") }〕

# 「什么叫培训合格证书」：几种证各叫什么。
which-kind =
    .headline = { $name ->
        [training] 《培训合格证书》是简称，看封面上的全称来认
        [electronic] 《电子培训合格证》是系统里生成的那一种
        [safety-officer] 这里说的安全员证书，是领导小组办公室发的
        [post] 《岗位证书》说的是专业管理人员的那一种
       *[several] 几种证名字像，看封面上的全称就能分清
    }
    .because = · 《培训合格证书》：全称《住房和城乡建设领域专业人员岗位培训考核合格证书》。〔{ CLAUSE("0") }〕换证说的就是它：{ $firstIssueYear }—{ $lastIssueYear }年海南发的13个岗位。〔{ CLAUSE("1.1") }〕
        · 《电子培训合格证》：全称《住房和城乡建设领域施工现场专业人员职业培训合格证》〔{ CLAUSE("0") }〕，换证时由系统自动生成。〔{ CLAUSE("1.3") }〕
        · 安全员证书：领导小组办公室发的，另有规定；安全生产考核合格证（A、B、C证）是别的证，通知没有管。〔{ CLAUSE("3.1a") }〕
        · 老的《岗位证书》：全称《建设企事业单位专业管理人员岗位证书》，不在换证之列。〔{ CLAUSE("1.1") }〕
        · 是什么颜色、什么样式，通知没有写。{ $phase ->
            [closed] 换证已在{ $exchangeEnds }截止。〔{ CLAUSE("1.2") }〕
           *[other] {""}
        }
    .next = 您那本封面上写的全称是哪一种？

# 要看某一条的原文。
clause-text = “{ $original }”〔{ CLAUSE($id) }〕
    .headline = { $count ->
        [one] { CLAUSE($id) }的原文是这样写的
       *[several] 有关的几条，原文是这样写的
    }
clause-none = 通知里没有“{ $name }”这一条
clause-list =
    .headline = 通知分四部分，要哪一条，说了我就念原文
clause-line = · { $heading }〔{ CLAUSE($id) }〕
clause-words-none = 通知原文里没有“{ $words }”这几个字
    .next = 通知写了哪些，可以说“一（二）原文”这样一条一条看。
clause-readings =
    .headline = 算法不是通知写的，是通知没写明才逐种列的
    .because = · 通知只写了“2年累计不满64学时”，没有写哪两年算一对、多学的算不算、一年从哪天算。〔{ CLAUSE("2.1") }〕
        · 所以我把读得通的每一种都算给您看，不替通知挑一种。
    .next = 按哪一种认定，打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕

value-not-printed = 证上没有印
unprinted-validity =
    .headline = 证上没印有效期的，能用到哪天通知没有说
    .because = · 通知只写没换发的{ $tradeCount }个岗位《培训合格证书》“有效期内可继续使用”，没有写期限是多长。〔{ CLAUSE("3.1b") }〕
        · 所以我不能说它还有效，也不能说它过期了；别处说“三年”“五年”，请他拿出文件来。
        · { $exchangeEnds }后停止办理延续。〔{ CLAUSE("3.2") }〕
    .next = 请把证上的字念给住建厅听，问清楚再用：{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

secret =
    .headline = 密码、验证码别发给任何人，也别发给我
    .because = · 我没有保存，也不会替您登录。{ $how ->
            [deleted] 那条消息我这就替您删掉；要是还看得见，请长按它自己删。
           *[by-hand] 请马上把那条消息删掉。
        }
        · 已经发给别人的，赶快去改密码；忘了密码，登录页有【找回密码】。（这一条来自部里系统的常见问答，不是通知的规定）
    .next = 登录只在{ $systemUrl }自己做。〔{ CLAUSE("1.3") }〕
phone-number =
    .headline = 手机号不用发，我不需要它，请删掉
    .because = 我没有保存。{ $how ->
        [deleted] 那条消息我这就替您删掉；要是还看得见，请长按它自己删。
       *[by-hand] 请把那条消息删掉。
    }
number-of-other =
    .headline = 别人的编号、号码，我不告诉任何人
    .because = 身份证号、证书编号、电话、姓名，名册里有也不说。
    .next = 要查，请他本人来查自己的学时。
certificate-number =
    .headline = 编号不用发，光看编号认不出是哪种证
    .because = · 证书编号怎么编、代表什么，通知没有写，我没有保存。
        · 能换不能换，看的是种类、岗位、发证年份和发证单位。〔{ CLAUSE("1.1") }〕
    .next = 把封面上的全称告诉我；想查学时，说“查我自己的学时”。
link-unopened = （链接、图片我打不开，请把上面的字打给我。）
complaint =
    .headline = 要投诉、反映问题，打{ $phone }（{ $person }）
    .because = 这是通知上留的联系人。〔{ CLAUSE("6") }〕对我的回答不满意，把那句话再发一次，换个说法也行。
temper =
    .headline = 没帮上您，对不起，我再试一次
    .because = 把证书种类、发证年份或者各年学时告诉我，我马上给您看。
    .next = 想找真人：{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
apology = 没关系，接着问就行。
leaving = 好，您先忙，说过的我都记着；回来说“继续”就行。
other-document =
    .headline = 那是别的文件，不是这份{ $documentNumber }
    .because = · 这份通知的依据里有的是：建办人函〔2019〕384号、建人才函〔2019〕22号、琼建人函〔2019〕511号。〔{ CLAUSE("0") }〕
        · 此前的规定跟这份不一致的，以这份为准；以后有没有新文件，这份通知说不了。〔{ CLAUSE("5") }〕
    .next = 那份文件管不管您的证，先看发文的是哪个省、哪个单位；拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
