# 查本人学时：先问同意，再问号码、姓名；号码从不复述。
own-consent = 查学时要用您的身份证号和姓名，只用来在名册里核对，不给别人看。同意吗？
own-consent-yes = 同意
own-consent-no = 不同意
own-declined =
    .headline = 好，不查，什么都没存
    .next = 也可以登录{ $systemUrl }，在“继续教育”里看自己的学时，再把数告诉我，我帮您算。〔{ CLAUSE("1.3") }〕
own-ask-id = 请发您的18位身份证号。查完就不留原文；别发给任何人，也别发手机号、密码。
own-bad-id =
    .headline = 这个身份证号不对，请核对后重新发
    .why = { $fault ->
        [id-number-15] 15位的是老号码，请发身份证上18位的那个。
        [id-number-length] 应该是18位，请数一数有没有多打或漏打。
        [id-number-letters] 前17位都应该是数字，最后一位是数字或X。
        [id-number-region] 开头的地区码不对，请看看前六位。
        [id-number-birth] 中间八位的出生日期不对，请看看第7到14位。
        [id-number-rounded] 像是被表格改过的号码，请照着身份证重新打一遍。
       *[id-number-check] 有一位打错了（校验位对不上），请照着身份证逐位核对。
    }
own-ask-name = 好，再发一下姓名（跟名册上一样的）。
own-ask-id-too = 好，姓名有了，请再发18位身份证号；以前发过的号码都没有留。
own-why = 号码和姓名只用来在名册里认出您，不给别人看，号码查完就不留；证书编号用来证明是您本人。
own-who-may-look =
    .headline = 要有那个人的身份证号和姓名才查得到
    .because = · 光有号码和姓名，只看得到每年合计；每条记录、机构、工作单位，还要出示证书编号或一次性查询码。
        · 在这里核实过证书编号的人，别的聊天一查他的学时，他会收到一条通知。
    .next = · 别人的学时请他本人来查；别人的身份证号不要随便发。
own-not-yours =
    .headline = 别人的学时我不查，请他本人来查
    .because = { $number ->
            [yes] · 您发的号码没有查，也没有留；别人的身份证号不要随便发。
           *[no] · 学时只给本人看；别人的身份证号不要随便发。
        }
    .next = · 他可以自己在这里说“我的学时”，或者登录{ $systemUrl }，在“继续教育”里看。〔{ CLAUSE("1.3") }〕
        · 要查您自己的，说“查我自己的学时”。
own-not-known =
    .headline = 不知道也没关系，我告诉您怎么办
    .because = { $open ->
        [id-number] · 号码就是身份证正面下方那18位；没有它，名册里查不到人。
        [person-name] · 照身份证上的姓名发就行，名册一般也是这么登记的。
        [proof] · 编号印在证书上；没有证书在手边，可以向交名册的单位或培训机构要一次性查询码。不发也行，每年合计照样能看。
       *[consent] · 不同意就不查，什么都不会存。
    }
    .next = · 也可以不查名册：登录{ $systemUrl }，在“继续教育”里看学时，把数告诉我，我帮您算。〔{ CLAUSE("1.3") }〕
own-cancelled = 好，不查了，号码也没有留。想查随时说“我的学时”。
own-refused =
    .headline = 没有查到相符的记录，或者试得太多了
    .because = · 号码和姓名要跟名册上完全对得上，号码查完就没有留，再查要重新发；名册由培训机构、单位提供，可能还没导入您的。
        · 试得太多要等一会儿再试。
    .next = 核对后可以再查一次；或者登录{ $systemUrl }在“继续教育”里看。〔{ CLAUSE("1.3") }〕
own-proof-refused =
    .headline = 编号没对上，或者试得太多了
    .because = · 要跟证书上印的、名册登记的一模一样，字母、括号、“号”字都算；查询码用过一次、过了期就不能再用。
        · 试得太多要等一会儿再试。
    .next = 核对后再发一次；编号对不上也能看每年合计，说“我的学时”。
own-unavailable =
    .headline = 名册这会儿查不了，请过一会儿再试
    .next = 也可以登录{ $systemUrl }，在“继续教育”里看自己的学时。〔{ CLAUSE("1.3") }〕
own-found = { $count ->
    [one] 查到了
   *[other] 查到您有{ $count }本证
}
own-delete-message = { $how ->
    [deleted] （带号码的那条消息我这就替您删掉；要是还看得见，请长按它自己删。）
   *[by-hand] （请把带身份证号的那条消息删掉。）
}
own-certificate = 【{ $trade ->
    [none] 您的证
   *[other] { $trade }
}{ $issued ->
    [none] {""}
   *[other] ，{ $issued }发
}】
own-no-issue = · 名册上没有发证日期，只能列学时，算不出每种算法的结果。{ $rule ->
    [safety-officer] 〔{ CLAUSE("3.1a") }〕
   *[other] 〔{ CLAUSE("2.1") }〕
}
own-total = · { $year }年：{ $hours }学时，专业{ $professional }{ $rule ->
    [none] {""}
    [safety-officer] 〔{ CLAUSE("3.1a") }〕
   *[other] 〔{ CLAUSE("2.1") }〕
}
own-renewal = · 这是换证前的《培训合格证书》：{ $headline }
own-record = · { $year }年 { $hours }学时（专业{ $professional }）{ $institution }{ $day }{ $note }
own-record-withdrawn = ，已撤回，不算
own-record-early = ，在起算年之前，不算
own-record-future = ，还没到这一年，不算
own-level-one = （凭号码和姓名只显示每年合计，三十分钟内有效。要看每条记录，请出示证书编号。）
own-ask-proof = 请发证书上印的编号，或者单位、机构给您的一次性查询码。
own-level-two = （已经核实：这个聊天以后说“我的学时”就能看，不用再发号码。说“删除我的资料”可以随时解除。）
own-employer = 工作单位：{ $employer }
own-choice-records = 看每条记录
own-choice-again = 再查一次
own-dates =
    .headline = 按名册里您的学时，这些日子要记
    .because = · 每年不少于{ $hours }学时，其中专业不少于{ $professional }学时。〔{ CLAUSE("2.1") }〕
own-foreign-look =
    .headline = 有人在别处查了您的学时
    .because = 有别的聊天用您的身份证号和姓名查过，只能看到每年合计。不是您，就留意一下谁知道您的号码。
own-choice-watch = 学时到了告诉我
own-watching =
    .headline = 好，您的学时一到我就告诉您
    .because = · 机构每月分两批上报，审核后才录入；名册一更新，这个聊天会收到一条消息，只发一次。〔{ CLAUSE("2.2") }〕
own-arrived =
    .headline = 您的学时有更新了
    .because = · 刚有新的学时记录导入。说“我的学时”就能看。〔{ CLAUSE("2.2") }〕
own-picture =
    .title = 各年学时：{ $name }
    .year = { $year }年{ $hours }学时，专业{ $professional }
    .hours = 总学时（每年{ $hours }）
    .professional = 其中专业（每年{ $professional }）

# 有哪些日子：不是电子证的，各说各的。
dates-of-training =
    .headline = 没换的老证：看证上印的有效期
    .because = · 没换发的《培训合格证书》有效期内可以继续使用，哪天到期看证上印的日期。〔{ CLAUSE("3.1b") }〕
        · 每年{ $hours }学时、年底学满，说的是《电子培训合格证》；没换的老证每年要不要学，通知没有说。〔{ CLAUSE("2.1") }〕
        · 换证的截止日（{ $exchangeEnds }）只管能换的证，{ $phase ->
            [closed] 而且已经过了
           *[other] 这本不在范围
        }。〔{ CLAUSE("1.2") }〕〔{ CLAUSE("1.1") }〕
dates-of-post =
    .headline = 老的《岗位证书》，通知没有给它定日子
    .because = · 它不在换证之列，换证的截止日不管它。〔{ CLAUSE("1.1") }〕
        · 每年{ $hours }学时说的是《电子培训合格证》，不是它；它管用到哪天，通知没有说，请打{ $phone }（{ $person }）。〔{ CLAUSE("2.1") }〕〔{ CLAUSE("6") }〕
dates-of-other =
    .headline = 这种证的日子，这份通知没有说
    .because = · 通知只管海南领导小组办公室发的《培训合格证书》、《电子培训合格证》和安全员证书，请问发证的单位。〔{ CLAUSE("1.1") }〕〔{ CLAUSE("3.1a") }〕
dates-of-other-issuer =
    .headline = 别处发的安全员证，这份通知没有说日子
    .because = · 每年学时说的是海南领导小组办公室发的安全员证书；别处发的请问发证的单位。〔{ CLAUSE("3.1a") }〕
dates-of-no-issuer =
    .headline = 没写发证单位，安全员证的日子先不说
    .because = · 每年不少于{ $hours }学时，说的是海南领导小组办公室发的安全员证书；请看证上的发证单位。〔{ CLAUSE("3.1a") }〕
dates-of-safety-officer =
    .headline = 安全员证书：每年的学时，{ $yearEnd }前学完最稳妥
    .because = · 领导小组办公室发的安全员证书，每年不少于{ $hours }学时（专业{ $professional }），可继续使用到终止从业；不用换证。〔{ CLAUSE("3.1a") }〕
        · 一年从哪天算到哪天，通知没有写明，年底前学完最稳妥。〔{ CLAUSE("3.1a") }〕
dates-of-safety =
    .headline = 先分清是哪一种安全员证，日子不一样
    .because = · 岗位培训的安全员证书：每年{ $hours }学时，{ $yearEnd }前学完最稳妥；不用换证。〔{ CLAUSE("3.1a") }〕
        · 安全生产考核合格证（A、B、C证）：这份通知没有管，请看证上的日期，问发证的单位。〔{ CLAUSE("3.1a") }〕
dates-of-abc =
    .headline = A、B、C证的日子，这份通知没有说
    .because = · 安全生产考核合格证（A、B、C证）不归这份通知管，请看证上的日期，问发证的单位。〔{ CLAUSE("3.1a") }〕
dates-printed-end = { $inside ->
    [yes] 您说过证上印到{ $until }，还在期内。〔{ CLAUSE("3.1b") }〕
   *[no] 您说过证上印到{ $until }，已经过了。〔{ CLAUSE("3.1b") }〕
}
reminders-other-kind = · 您说的那本不是电子证：每年学时的期限说的是《电子培训合格证》，这个提醒不是为它定的。〔{ CLAUSE("2.1") }〕

own-full-name =
    .headline = { $part ->
        [both] 请把姓和名连着打，和身份证上一样
        [surname] 只有一部分，请打名册上的全名
       *[nickname] 称呼查不到人，请打名册上的全名
    }
    .next = 姓和名连着打，和身份证上一样；这次没有查，不算一次。就叫这个名字的，说“我叫……”。
