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
