# 换证的结论、理由和下一步。

verdict-not-required =
    .headline = { $kind ->
        [electronic] 已经是电子证，不用再换
       *[safety-officer] 安全员证书不用换，可以继续用
    }
    .next = { $kind ->
        [electronic] · 从拿证第二年起，每年学满{ $hours }学时、专业{ $professional }学时。〔{ CLAUSE("2.1") }〕
       *[safety-officer] · 每年继续教育不少于{ $hours }学时、专业不少于{ $professional }学时，可以用到您不干这行为止。〔{ CLAUSE("3.1a") }〕
    }
verdict-out-of-scope =
    .headline = 这本证不在换证范围，换不了电子证
    .unnamed = 代码{ $code }没列进去：先弄清是不是安全员证书
    .next = { $kind ->
        [training] · 《培训合格证书》有效期内也许还能用，看证上印的日期。〔{ CLAUSE("3.1b") }〕
            · 觉得年份或岗位弄错了，说“不对，是……”我马上重算；拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
        [safety-officer] · 别处发的安全员证，和安全生产A、B、C证，这份通知都没有管，请问发证的单位。〔{ CLAUSE("3.1a") }〕
        [post] · 这种证还能不能用，通知没有说，请打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕
       *[other] · 请问发这本证的单位，或打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
    }
verdict-code-and-others = · 岗位名单后面有个“等”字，还包括谁通知没有说，拿不准打{ $phone }（{ $person }）问。〔{ CLAUSE("1.1") }〕〔{ CLAUSE("6") }〕
verdict-code-105-110 = · 代码{ $code }通知里没有列。它是不是安全员证书？是的话不用换，另有规定。〔{ CLAUSE("3.1a") }〕
code-not-safety =
    .headline = 不是安全员证书的话，代码{ $code }没列进去
verdict-closed =
    .headline = 换证{ $exchangeEnds }已截止，这本现在换不了
    .next = · 没换的《培训合格证书》，有效期内可以继续使用，看证上印的日期。〔{ CLAUSE("3.1b") }〕
        · 补办、变更、延续、注销也已停办。〔{ CLAUSE("3.2") }〕
        · 有没有重开、怎么拿电子证，通知没有说，请打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕
verdict-archive-check =
    .headline = 先核查档案：{ $archiveEnds }前本人去{ $roomShort }
    .next = · 带身份证原件、证书原件，本人到{ $room }。〔{ CLAUSE("1.1") }〕
        · { $daysToArchive ->
            [none] 今天就是{ $archiveEnds }，“前”字算不算当天没写明：先打{ $phone }问，能去就今天去。
           *[other] “前”字算不算当天没写明，最迟{ $archiveAdvised }去。
        }〔{ CLAUSE("6") }〕
        · 核过以后，看“证书管理”里有没有这本证，再学学时、点“更新”。〔{ CLAUSE("1.3") }〕
verdict-archive-late =
    .headline = 核查档案的日子过了，今天就打电话问
    .next = · 核查档案到{ $archiveEnds }为止，过了怎么办通知没有说。〔{ CLAUSE("1.1") }〕
        · { $daysLeft ->
            [none] 换证今天（{ $exchangeEnds }）也截止，马上打{ $phone }（{ $person }）。
           *[other] 换证{ $exchangeEnds }才截止，还有{ $daysLeft }天，马上打{ $phone }（{ $person }）。
        }〔{ CLAUSE("1.2") }〕〔{ CLAUSE("6") }〕
verdict-training-first =
    .headline = 证书在范围内，{ $why ->
        [hours] 还差{ $hoursLeft }学时
        [professional] 专业还差{ $professionalLeft }学时
       *[assessment] 还要考核合格
    }
    .next = · 换证要学满{ $hours }学时、其中专业{ $professional }学时，并考核合格。〔{ CLAUSE("2.2") }〕
        { $soon ->
            [yes] · 学时每月只分两批录入，{ $exchangeEnds }就截止，可能赶不上：马上问培训机构，再打{ $phone }问。〔{ CLAUSE("2.2") }〕〔{ CLAUSE("1.2") }〕〔{ CLAUSE("6") }〕
                · 没换成的《培训合格证书》，有效期内可以继续使用。〔{ CLAUSE("3.1b") }〕
           *[no] · 学完机构每月分两批上报录入，{ $exchangeEnds }前要换完，抓紧。〔{ CLAUSE("2.2") }〕〔{ CLAUSE("1.2") }〕
        }
        · 都满足后，到“证书管理”点“更新”。〔{ CLAUSE("1.3") }〕
verdict-ready =
    .headline = 都满足了，现在就能换：去点“更新”
    .next = · 登录{ $systemUrl }，在“证书管理”里点“更新”，系统自动生成电子证，原证同时作废。〔{ CLAUSE("1.3") }〕
        · { $daysLeft ->
            [none] 今天（{ $exchangeEnds }）就是最后一天，今天办完。
           *[other] { $exchangeEnds }前办完。
        }点之前核对照片、姓名、岗位。〔{ CLAUSE("1.2") }〕
    .late = · 系统里还看不到学时的：每月只分两批录入，马上问培训机构报了没有。〔{ CLAUSE("2.2") }〕
    .archive = · 您是核查档案通过的：先看“证书管理”里有没有出现这本证，没有就打{ $phone }。〔{ CLAUSE("6") }〕
verdict-open =
    .headline = { $left ->
        [one] 就差这一样，说了就能给您准话
       *[more] 还差几样，说全了就能给您准话
    }
    .closed = 换证{ $exchangeEnds }已截止，现在都换不了
    .unknown = 有几样您还不清楚，先去查这几样
    .so-far = ✓ 到目前都符合：{ $facts }。〔{ CLAUSE("1.1") }〕
    .by-kind = 看您手里是哪一种：
    .known = 已经确定的：
    .find-out = 还要弄清楚的：
    .ask = 自己弄不清的，打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕

by-kind-training = { $outcome ->
    [closed] · 《培训合格证书》：换证已截止，但有效期内可以继续用。〔{ CLAUSE("1.2") }〕〔{ CLAUSE("3.1b") }〕
    [out-of-scope] · 《培训合格证书》：您说的情况不在范围，换不了。〔{ CLAUSE("1.1") }〕
    [ready] · 《培训合格证书》：都满足，可以点“更新”。〔{ CLAUSE("1.3") }〕
    [training-first] · 《培训合格证书》：在范围内，要学满学时并考核合格。〔{ CLAUSE("2.2") }〕
    [archive-check] · 《培训合格证书》：要去核查档案。〔{ CLAUSE("1.1") }〕
    [archive-late] · 《培训合格证书》：核查档案的日子过了，请打电话问。〔{ CLAUSE("1.1") }〕
    [hours-left-to-tell] · 《培训合格证书》：在范围内；学满{ $hours }学时（专业{ $professional }）、考核合格就能换，{ $daysLeft ->
        [none] 今天（{ $exchangeEnds }）是最后一天
       *[other] 到{ $exchangeEnds }还有{ $daysLeft }天
    }。〔{ CLAUSE("1.1") }〕〔{ CLAUSE("2.2") }〕〔{ CLAUSE("1.2") }〕
   *[needs-information] · 《培训合格证书》：目前没看出不行的地方，还要看别的几样；{ $daysLeft ->
        [none] 换证今天（{ $exchangeEnds }）截止
       *[other] 换证到{ $exchangeEnds }截止，还有{ $daysLeft }天
    }。〔{ CLAUSE("1.1") }〕〔{ CLAUSE("1.2") }〕
}
by-kind-electronic = · 《电子培训合格证》：已经是电子的，不用换；每年{ $hours }学时。〔{ CLAUSE("2.1") }〕
by-kind-safety-officer = · 安全员证书：不用换；每年{ $hours }学时。〔{ CLAUSE("3.1a") }〕
by-kind-post = · 老的《岗位证书》：不能换电子证。〔{ CLAUSE("1.1") }〕

next-title = 接下来：
reason-kind = { $met ->
    [yes] ✓ { $value }{ $kind ->
        [training] ，是能换的那一种
        [electronic] ，已经是电子证
       *[safety-officer] ，另有规定
    }
   *[no] ✗ { $kind ->
        [post] 原《建设企事业单位专业管理人员岗位证书》不在换证之列
       *[other] 这种证通知没有列进去
    }
}〔{ CLAUSE($clause) }〕
reason-code = { $met ->
    [yes] ✓ 岗位：{ $value }，在13个岗位里
   *[no] ✗ 岗位：{ $value }，不在13个岗位里
}〔{ CLAUSE($clause) }〕
reason-issue-year = { $met ->
    [yes] ✓ { $value }发的，在{ $firstIssueYear }—{ $lastIssueYear }年内
   *[no] ✗ { $value }发的，不在{ $firstIssueYear }—{ $lastIssueYear }年内
}〔{ CLAUSE($clause) }〕
reason-issuer = { $met ->
    [yes] ✓ 海南领导小组办公室发的
   *[no] ✗ 不是海南领导小组办公室发的
}〔{ CLAUSE($clause) }〕
reason-deadline = { $met ->
    [yes] ✓ { $today }，还在{ $exchangeEnds }的截止日之内
   *[no] ✗ { $today }，过了{ $exchangeEnds }的截止日
}〔{ CLAUSE($clause) }〕
reason-national-system = { $met ->
    [yes] ✓ 部里的系统查得到
   *[no] ✗ 部里的系统查不到
}〔{ CLAUSE($clause) }〕
reason-archive = { $met ->
    [yes] ✓ 档案核查通过了
   *[no] ✗ 档案还没核查通过
}〔{ CLAUSE($clause) }〕
reason-archive-deadline = { $met ->
    [yes] ✓ 核查档案到{ $archiveEnds }，还来得及
   *[no] ✗ 核查档案到{ $archiveEnds }，已经过了
}〔{ CLAUSE($clause) }〕
reason-hours = { $met ->
    [yes] ✓ 学了{ $value }学时，够{ $hours }
   *[no] ✗ 学了{ $value }学时，还不到{ $hours }
}〔{ CLAUSE($clause) }〕
reason-professional-hours = { $met ->
    [yes] ✓ 其中专业{ $value }学时，够{ $professional }
   *[no] ✗ 其中专业{ $value }学时，还不到{ $professional }
}〔{ CLAUSE($clause) }〕
reason-assessment = { $met ->
    [yes] ✓ 考核合格
   *[no] ✗ 考核还没通过
}〔{ CLAUSE($clause) }〕

receipt = 结论编号：{ $code }
    .what = 凭它随时能重算出一模一样的结论；里面没有个人信息。

# 一句话说了几本证：一本一本看。
several =
    .headline = { $n }本证分开看：{ $summary }
    .open = { $n }本证分开看，还差几样，说全就有准话
several-sort = { $sort ->
    [yes] { $n }本在范围内
    [need-not] { $n }本不用换
    [check] { $n }本先核查档案
    [open] { $n }本还要再问
   *[no] { $n }本换不了
}
several-name = 【{ $name }】
several-name-by-kind = 【{ $name }】看您手里是哪一种：
several-abc = · 安全生产考核合格证（A、B、C证）：这份通知没有管。〔{ CLAUSE("3.1a") }〕
several-left = · 还要再问几样，才能给准话。
several-first = 先说{ $name }这本：
several-of-this = 这是{ $name }那本的。
several-kept = 您说了几本证，我分开记下了：{ $names }。
several-printed-validity = · 有效期内也许还能用，看证上印的日期。〔{ CLAUSE("3.1b") }〕
certificate-name = { $trade }{ $year ->
    [none] {""}
   *[other] （{ $year }年）
}
certificate-safety = 安全员证
certificate-untold = 没说岗位的那本
