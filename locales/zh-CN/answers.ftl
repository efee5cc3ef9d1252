# 每个话题一条：headline 先用一句话回答（四十字以内），because 说依据，next 说接下来怎么做。
# $phase：open = 档案核查还没截止；archive-over = 核查截止了、换证还没截止；closed = 换证已截止。

eligibility =
    .headline = { $phase ->
        [closed] 换证在{ $exchangeEnds }就截止了，现在换不了
       *[other] 能不能换，先看证书种类、岗位、年份和发证单位
    }
    .because = { $phase ->
        [closed] · 通知要求务必在{ $exchangeEnds }前换完，逾期系统自动关闭。〔{ CLAUSE("1.2") }〕
            · 您手里是哪一种证，决定它现在还管不管用、接下来要做什么。
       *[other] · 要同时符合：海南领导小组办公室发的、{ $firstIssueYear }—{ $lastIssueYear }年的、十三个岗位之一的《培训合格证书》，系统里能查到（或者档案核查过）。〔{ CLAUSE("1.1") }〕
            · { $exchangeEnds }前要学满学时、考核合格，并在系统里点“更新”。〔{ CLAUSE("1.2") }〕〔{ CLAUSE("1.3") }〕
    }

scope =
    .headline = { $phase ->
        [closed] 范围是{ $firstIssueYear }—{ $lastIssueYear }年海南发的13个岗位，但换证已截止
       *[other] 能换的是{ $firstIssueYear }—{ $lastIssueYear }年海南发的13个岗位的证书
    }
    .because = · 证书：《培训合格证书》，{ $firstIssueYear }年到{ $lastIssueYear }年、由{ $issuer }颁发。〔{ CLAUSE("1.1") }〕
        · 岗位：{ $trades }。〔{ CLAUSE("1.1") }〕
        · 系统里要能查到；查不到的，{ $archiveEnds }前本人带原件去{ $room }核查档案。〔{ CLAUSE("1.1") }〕
        · 原《建设企事业单位专业管理人员岗位证书》不在换证之列。〔{ CLAUSE("1.1") }〕
    .next = { $phase ->
        [closed] 换证已在{ $exchangeEnds }截止。〔{ CLAUSE("1.2") }〕没换的老证，有效期内可以继续用。〔{ CLAUSE("3.1b") }〕
       *[other] 把您的岗位、发证年份告诉我，我帮您看这一本能不能换。
    }

scope-code =
    .headline = { $listed ->
        [yes] 代码{ $code }是{ $trade }，在换证的岗位里
       *[no] 代码{ $code }不在通知列出的13个换证岗位里
    }
    .because = { $listed ->
        [yes] · 一（一）列了13个岗位，{ $trade }（代码{ $code }）在内。〔{ CLAUSE("1.1") }〕
            · 除了岗位，还要看：{ $firstIssueYear }—{ $lastIssueYear }年、海南领导小组办公室发的，系统里能查到。〔{ CLAUSE("1.1") }〕
       *[no] · 列出的岗位是：{ $trades }。〔{ CLAUSE("1.1") }〕
            · 这一条的名单后面有个“等”字，通知没有再说还包括谁。〔{ CLAUSE("1.1") }〕
            { $asksSafety ->
                [yes] · 它是不是您的安全员证书？安全员另有规定，不用换证。〔{ CLAUSE("3.1a") }〕
               *[no] · 不能换的证，印着的有效期没到，可以问清楚再用。〔{ CLAUSE("3.1b") }〕
            }
    }
    .next = { $listed ->
        [yes] { $phase ->
            [closed] 不过换证已在{ $exchangeEnds }截止。〔{ CLAUSE("1.2") }〕
           *[other] 告诉我发证年份和发证单位，我帮您判断这一本。
        }
       *[no] 拿不准就打电话问：{ $person } { $phone }。〔{ CLAUSE("6") }〕
    }

scope-trade =
    .headline = “{ $trade }”不在通知列出的13个换证岗位里
    .because = · 列出的岗位是：{ $trades }。〔{ CLAUSE("1.1") }〕
        · 名单后面有个“等”字，通知没有再说还包括谁。〔{ CLAUSE("1.1") }〕
    .next = 想确认，请打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕

old-post-certificate =
    .headline = 老的《岗位证书》不在换证之列，换不成电子证
    .because = · 通知写明：“原《建设企事业单位专业管理人员岗位证书》不在换证之列”。〔{ CLAUSE("1.1") }〕
        · 能换的是另一种：《住房和城乡建设领域专业人员岗位培训考核合格证书》，简称《培训合格证书》。看封面和内页的全称就能分清。〔{ CLAUSE("0") }〕
        · 岗位证书本身还能不能用，通知没有说。
    .next = 想知道它现在还有什么用、能不能转，请打{ $phone }（{ $person }）问清楚。〔{ CLAUSE("6") }〕

not-in-system =
    .headline = { $phase ->
        [open] { $daysToArchive ->
            [none] 查不到：今天就带原件去{ $roomShort }核查档案
           *[other] 查不到：{ $archiveEnds }前带原件去{ $roomShort }核档案
        }
        [archive-over] 核查档案的日子（{ $archiveEnds }）过了，请马上打电话
       *[closed] 核查档案和换证都已截止，请打电话问
    }
    .because = { $phase ->
        [open] · 在系统里查不到的，要在{ $archiveEnds }前，本人带身份证原件、证书原件到{ $room }核查档案。〔{ CLAUSE("1.1") }〕
            { $daysToArchive ->
                [none] · 今天就是{ $archiveEnds }，“前”字算不算当天，通知没有细说：先打电话问，能去就今天去。
               *[other] · “前”字算不算当天，通知没有细说，稳妥起见最迟{ $archiveAdvised }去。
            }
       *[other] · 通知要求查不到的人在{ $archiveEnds }前，本人带身份证原件、证书原件到{ $room }核查档案。〔{ CLAUSE("1.1") }〕
            · 过了这天怎么办，通知没有说。
            { $phase ->
                [closed] · 换证也在{ $exchangeEnds }截止了。〔{ CLAUSE("1.2") }〕没换的《培训合格证书》有效期内可以继续使用。〔{ CLAUSE("3.1b") }〕
               *[other] { $daysLeft ->
                    [none] · 换证也在今天（{ $exchangeEnds }）截止，请马上打电话。〔{ CLAUSE("1.2") }〕
                   *[other] · 换证要到{ $exchangeEnds }才截止，还有{ $daysLeft }天，所以今天就问。〔{ CLAUSE("1.2") }〕
                }
            }
    }
        · 通知只写了“本人”带“原件”，没说能不能寄材料或者请人代办。
        · 先排除三种常见情况：姓名、证号输错了；部里没有这条记录；这一类证还没入库。（这一条来自部里系统的常见问答，不是通知的规定）
    .next = 电话：{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

in-system =
    .headline = 系统里查得到，就不用去{ $roomShort }核查档案
    .because = · 只有“在系统中查询不到的”才要去{ $room }核查档案。〔{ CLAUSE("1.1") }〕
    .next = { $phase ->
        [closed] 换证已在{ $exchangeEnds }截止。〔{ CLAUSE("1.2") }〕
       *[other] 接下来学满学时、考核合格，再到“证书管理”点“更新”。〔{ CLAUSE("1.3") }〕
    }

renewal-deadline =
    .headline = { $phase ->
        [closed] 换证截止日是{ $exchangeEnds }，已经过了
       *[other] { $daysLeft ->
            [none] 今天（{ $exchangeEnds }）就是换证最后一天
           *[other] 换证最晚到{ $exchangeEnds }，还有{ $daysLeft }天
        }
    }
    .because = { $phase ->
        [closed] · 务必在{ $exchangeEnds }前换完，逾期系统自动关闭。〔{ CLAUSE("1.2") }〕
            · 这是{ $documentYear }年通知里的日子；后来有没有重开，这份通知没有说。
       *[other] · 务必在{ $exchangeEnds }前在系统里换完，逾期系统将自动关闭。〔{ CLAUSE("1.2") }〕
            · 学时要先学完，录入系统每月只有两批，{ $soon ->
                [yes] 现在还没录入的可能赶不上，请马上问培训机构。
               *[no] 别拖到最后几天。
            }〔{ CLAUSE("2.2") }〕
            · 系统里查不到证书的，核查档案另有一个更早的日子：{ $archiveEnds }{ $phase ->
                [open] {""}
               *[other] ，已经过了
            }。〔{ CLAUSE("1.1") }〕
    }
    .next = { $phase ->
        [closed] 没换的老证，有效期内可以继续使用。〔{ CLAUSE("3.1b") }〕想问有没有新安排：{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
       *[other] 要我一步一步带您换吗？
    }

missed-deadline =
    .headline = { $phase ->
        [closed] 换证已截止，补办的路通知没有写，先别慌
       *[other] 还没截止，符合条件的{ $exchangeEnds }前还能换
    }
    .because = { $phase ->
        [closed] · 换证到{ $exchangeEnds }为止，系统已经自动关闭。〔{ CLAUSE("1.2") }〕
            · 没换发的《培训合格证书》，有效期内可以继续使用，请看证上印的日期。〔{ CLAUSE("3.1b") }〕
            · 老证的补办、变更、延续、注销，也都在那天以后停办了。〔{ CLAUSE("3.2") }〕
            · 错过了以后怎么拿电子证、会不会重开，通知都没有说。
       *[other] · { $daysLeft ->
                [none] 今天就是{ $exchangeEnds }，换证最后一天，
               *[other] 今天是{ $today }，离{ $exchangeEnds }还有{ $daysLeft }天，
            }过了那天系统会自动关闭。〔{ CLAUSE("1.2") }〕
            · 真错过了：没换的《培训合格证书》有效期内可以继续使用，但补办、变更、延续、注销都停办。〔{ CLAUSE("3.1b") }〕〔{ CLAUSE("3.2") }〕
    }
    .next = { $phase ->
        [closed] 请打{ $phone }（{ $person }）问：现在有没有新的安排，要拿电子证该走哪条路。〔{ CLAUSE("6") }〕
       *[other] 抓紧学满学时、点“更新”。要我带您走一遍吗？
    }

renewal-hours =
    .headline = { $phase ->
        [closed] 当年换证要{ $hours }学时，其中专业{ $professional }；现已截止
       *[other] 换证要学满{ $hours }学时，其中专业不少于{ $professional }学时
    }
    .because = · 学习不少于{ $hours }学时，其中专业岗位知识不少于{ $professional }学时，并且考核合格。〔{ CLAUSE("2.2") }〕
        · 学完、考核通过，才能在“证书管理”里更新；没学满不能先换后补。〔{ CLAUSE("1.3") }〕
    .next = { $phase ->
        [closed] 不过换证已在{ $exchangeEnds }截止。〔{ CLAUSE("1.2") }〕
       *[other] 学完还要等录入系统，每月两批，{ $soon ->
            [yes] 离截止没几天了，先问机构还赶不赶得上。
           *[no] 早点学。
        }〔{ CLAUSE("2.2") }〕
    }

renewal-hours-known =
    .headline = { $enough ->
        [yes] 学时够了：{ $done }学时，还要考核合格
        [short] 还差{ $left }学时才够换证要的{ $hours }学时
       *[professional] 总学时够了，还要看专业够不够{ $professional }
    }
    .because = · 换证要不少于{ $hours }学时，其中专业岗位知识不少于{ $professional }学时，并且考核合格。〔{ CLAUSE("2.2") }〕
        · 您说已经学了{ $done }学时{ $professionalDone ->
            [unknown] {""}
           *[other] ，其中专业{ $professionalDone }学时
        }。{ $professionalLeft ->
            [unknown] 专业学了多少您没说，要满{ $professional }。
            [none] {""}
           *[other] 专业还差{ $professionalLeft }学时。
        }
        · 学满、考核通过，才能点“更新”；不能先换后补。〔{ CLAUSE("1.3") }〕

old-certificate-void =
    .headline = 换成电子证的那一刻，原来的证书就作废了
    .because = · 点“更新”后系统自动生成电子证书，“同时原证书作废”。〔{ CLAUSE("1.3") }〕
        · 所以两本不会同时有效。
        · 旧证要不要上交、销毁，通知没有说，可以自己留着作纪念。
    .next = { $phase ->
        [closed] 已经换了的，以后用电子证；换证本身已在{ $exchangeEnds }截止。〔{ CLAUSE("1.2") }〕
       *[other] 更新以前，先核对姓名、照片、岗位有没有错；要在{ $exchangeEnds }前换完。〔{ CLAUSE("1.2") }〕
    }

unrenewed-validity =
    .headline = 没换的老证，有效期内可以继续用
    .because = · 通知写明，没换发的13个岗位《培训合格证书》“有效期内可继续使用”。〔{ CLAUSE("3.1b") }〕
        · 有效期看证书上印的日期。{ $phase ->
            [closed] 到期后没法延续：延续在{ $exchangeEnds }后已经停办。
           *[other] 延续只办到{ $exchangeEnds }，那以后到期就没法延续了。
        }〔{ CLAUSE("3.2") }〕
        · 通知的原话是“务必”换，但没有说不换就算无证；电子证{ $phase ->
            [closed] 只能在{ $exchangeEnds }前换，已经截止。
           *[other] 要在{ $exchangeEnds }前换。
        }〔{ CLAUSE("1.2") }〕
    .next = 告诉我证上印的有效期，我帮您看今天还在不在期内。

# 三（一）第一段：安全员证书不看印的有效期，用到终止从业。
safety-validity =
    .headline = { $issuer ->
        [other] 别的单位发的安全员证书，通知没说用到哪天
        [unknown] 领导小组办公室发的，可用到终止从业
       *[hainan-leading-group-office] 安全员证书可继续使用到您终止从业
    }
    .because = · 海南领导小组办公室发的安全员证书，可依据继续教育大纲参加每年不少于{ $hours }学时的继续教育（专业不少于{ $professional }学时），“可继续使用到持证人终止从业”。〔{ CLAUSE("3.1a") }〕
        · 学时不够会怎样，通知没有明说：不等于作废，也不等于没事。
        · 说的是岗位培训的那种；安全生产考核合格证（A、B、C证）、别的单位发的，这份通知没有管。
    .next = 看落款盖的是谁的章；拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
printed-validity =
    .headline = { $asks ->
        [length] 通知没写管几年，看证上印的有效期
        [whether] 过没过期，看证上印的有效期
        [lapse] 过期会不会自动注销，通知没有说
        [electronic] 电子证的有效期通知没写，要紧的是每年学时
       *[expired] 过了印的有效期，通知没说还能接着用
    }
    .because = · 通知写的是：没换发的13个岗位《培训合格证书》“有效期内可继续使用”，没有写三年还是五年，看证上印的日期。〔{ CLAUSE("3.1b") }〕
        · 到期后的延续、注销，{ $phase ->
            [closed] { $exchangeEnds }后已经停止办理。
           *[other] { $exchangeEnds }后停止办理。
        }〔{ CLAUSE("3.2") }〕
        · 过期以后怎么办、会不会自动注销，通知没有说。电子证通知没有写有效期，要紧的是每年的学时。〔{ CLAUSE("2.1") }〕
    .next = 把证上印的有效期告诉我，我帮您看；已经过期的，先打{ $phone }（{ $person }）问清楚再用。〔{ CLAUSE("6") }〕

unrenewed-valid-until =
    .headline = { $inside ->
        [yes] 印的是{ $until }，今天还在有效期内，可以用
       *[no] 印的有效期到{ $until }，已经过了
    }
    .because = · 没换发的《培训合格证书》“有效期内可继续使用”。〔{ CLAUSE("3.1b") }〕
        · 到期后的延续，{ $exchangeEnds }后停止办理。〔{ CLAUSE("3.2") }〕
        { $inside ->
            [yes] · 用到{ $until }为止，往后怎么办请早点打听。
           *[no] · 过期以后怎么办，通知没有说；要上岗，问清楚是不是要重新培训。
        }
    .next = 电话：{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

reissue-change-cancel =
    .headline = { $phase ->
        [closed] 老证的补办、变更、延续、注销都已停办
       *[other] 补办、变更、延续、注销，办到{ $exchangeEnds }
    }
    .because = { $phase ->
        [closed] · { $exchangeEnds }后，停止办理老证的遗失补办、信息变更、延续、注销等事项。〔{ CLAUSE("3.2") }〕
            · 电子证上的信息怎么改、怎么补，通知没有说。
       *[other] · 现在还办，{ $exchangeEnds }后就停止办理遗失补办、信息变更、延续、注销等事项。〔{ CLAUSE("3.2") }〕
            · 要交什么材料、去哪个窗口，通知没有写。
    }
    .next = 请打{ $phone }（{ $person }）问具体办法。〔{ CLAUSE("6") }〕

annual-hours =
    .headline = 每年不少于{ $hours }学时，其中专业不少于{ $professional }学时
    .because = · 从拿到电子证的第二年起，每年不少于{ $hours }学时，其中专业岗位知识不少于{ $professional }学时。〔{ CLAUSE("2.1") }〕
        · 两年累计不满{ $twoYears }学时的，要重新培训，电子证作废。〔{ CLAUSE("2.1") }〕
        · 这是最低数。剩下的学公共知识还是专业知识，按继续教育大纲来。
    .next = 告诉我去年、今年各学了多少，我帮您算还差几个学时。

silent-point =
    .headline = { $point ->
        [several-certificates] 几本证是各学各的还是合着学，通知没有说
        [make-up] 以前年度的学时能不能补，通知没有说
       *[other] 学时能不能算到另一年，通知没有说
    }
    .because = · 通知写的只是：每年不少于{ $hours }学时，其中专业岗位知识不少于{ $professional }学时；两年累计不满{ $twoYears }学时的，要重新培训，电子证作废。〔{ CLAUSE("2.1") }〕
        · { $point ->
            [several-certificates] 所以不能说学一份就够，也不能说一定要学双份。
            [make-up] 所以不能说能补，也不能说不能补；有人说能补，请他拿出文件来。
           *[other] 所以不能说多学的、提前学的都算，也不能说都不算。
        }
        · 在此之前：{ $meanwhile }
    .next = 想要准话，先问{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

hours-start =
    .headline = 从拿到电子证的第二年（次年）开始算
    .because = · “从取得《电子培训合格证》次年起，每年”不少于{ $hours }学时。拿证当年不要求。〔{ CLAUSE("2.1") }〕
        · 一年是按1月1日到12月31日算，还是从发证那天算满一年，通知没有写明。过了当年的发证月日、在12月31日前学的，两种算法都算这一年。
    .next = 告诉我哪年拿的电子证，我帮您算第一个年度。

hours-start-known =
    .headline = { $issued }拿的证，从{ $first }年开始要学
    .because = · 次年起每年不少于{ $hours }学时，其中专业不少于{ $professional }学时；{ $issuedYear }年当年不要求。〔{ CLAUSE("2.1") }〕
        · 一年是按1月1日到12月31日，还是从发证日起算，通知没有写明。{ $countsFrom ->
            [none] {""}
           *[other] 按两种算法都算今年的日子，从{ $countsFrom }开始；
        }最稳妥是每年12月31日前学完。〔{ CLAUSE("2.1") }〕
    .next = { $past ->
        [yes] 告诉我{ $first }年以来各学了多少，我帮您逐种算。
       *[no] 第一年别等，早学早安心。
    }

hours-shortfall =
    .headline = 有一年不够就有风险；2年累计不满{ $twoYears }会作废
    .because = · 每年要{ $hours }学时；“2年累计不满{ $twoYears }学时”的，要重新参加职业培训，原电子证作废。〔{ CLAUSE("2.1") }〕
        · 哪两年算一对、多学的能不能抵前一年、一年从哪天算，通知都没有写，所以不能说少一年就一定作废，也不能说没事。
        · 欠的学时能不能补，通知没有说。
    .next = 今年至少学够{ $hours }，两年合起来学到{ $twoYears }；不过多学的若不能抵，去年的缺口这样也保不住。把去年、今年的学时告诉我，我帮您逐种算。

left-post =
    .headline = 没做相应岗位的，按规定要重新培训，证作废
    .because = · “未从事相应岗位工作的人员，应重新参加”职业培训，原《电子培训合格证》作废。〔{ CLAUSE("2.1") }〕
        · 离开多久才算、请假待岗算不算、换单位算不算，通知没有说。
        · 换了公司但还干同一个岗位，跟“不从事相应岗位”是两回事。
    .next = 还想保住证，先把每年{ $hours }学时学够，再打{ $phone }（{ $person }）问您这种情况怎么认定。〔{ CLAUSE("6") }〕

my-hours =
    .headline = 您个人的学时，我这里还没有名册，查不到
    .because = · 在部里系统“继续教育”栏目里，登录后能看到自己已学的学时。〔{ CLAUSE("1.3") }〕
        · 每年要{ $hours }学时，其中专业{ $professional }学时，从拿电子证的第二年算起。〔{ CLAUSE("2.1") }〕
        · 身份证号不用发给我，发了也请删掉。
    .next = 查到以后，把去年、今年各多少学时告诉我，我帮您算还差多少、怎么补最稳妥。

hours-not-posted =
    .headline = 学时每月分两批录入，学完要等下一批
    .because = · 培训机构“每月两批次”把名单报省里审核，审核后才录入系统。〔{ CLAUSE("2.2") }〕
        · 考核没通过的不报；学习不到{ $hours }学时、专业不到{ $professional }学时的也不行。〔{ CLAUSE("2.2") }〕
        · 两批分别是哪天，通知没有写。
    .next = 先问培训机构报了没有、报的是哪一批；报了还查不到，打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

where-to-train =
    .headline = 系统里能查到的、或在省政务中心备案的机构都行
    .because = · 两类机构：系统“施工现场专业人员培训机构查询”栏目里的，和在省政务服务中心住建厅窗口承诺备案的。〔{ CLAUSE("2.2") }〕
        · 集中培训、在线网络学习都可以。〔{ CLAUSE("2.2") }〕
        · 去哪家由单位或个人自己选，主管部门不得指定。〔{ CLAUSE("4.2") }〕
    .next = 打开{ $systemUrl }，点“施工现场专业人员培训机构查询”，按市县找。哪家好我不能推荐；名单拿不准，打{ $phone }问。〔{ CLAUSE("6") }〕

online-training =
    .headline = 可以，网上学也算，跟集中培训一样
    .device = 网上学算数；用什么学、怎么核身份，看机构
    .because = · 通知写的是“集中培训或在线网络学习培训”，两种都行。〔{ CLAUSE("2.2") }〕
        · 前提：机构有资格（系统里能查到，或者备过案），学满{ $hours }学时、专业{ $professional }学时，并经考核。〔{ CLAUSE("2.2") }〕
        · 手机上学行不行、要不要人脸识别，由机构的平台定，通知没有说。
    .next = 报名前先查这家机构在不在名单上。

choice-of-institution =
    .headline = { $asked ->
        [employer] 单位也可以选；单位和本人听谁的，通知没说
       *[other] 由单位或您自己选，主管部门不得指定
    }
    .because = · “由施工单位或施工现场专业人员根据自身条件自行选择，各地建设行政主管部门不得指定”。〔{ CLAUSE("4.2") }〕
        · 单位和本人都写在里面：单位让员工去某一家，通知没有说不行，也没有说员工必须去。
        · 选的机构要有资格：系统里能查到，或者备过案。〔{ CLAUSE("2.2") }〕
    .next = { $asked ->
        [employer] 先跟单位商量；拿不准打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕
       *[other] 主管部门要指定，可以把{ CLAUSE("4.2") }这一条给他看，或打{ $phone }（{ $person }）反映。〔{ CLAUSE("6") }〕
    }

assessment =
    .headline = 要考核：学满学时并考核合格，才算完成
    .because = · 换证：“参加继续教育并通过考核后换发”。〔{ CLAUSE("1.3") }〕
        · 每年的继续教育：学不少于{ $hours }学时“并经考核后”，机构才上报录入。〔{ CLAUSE("2.2") }〕
        · 考几道题、多少分及格、能补考几次，通知没有说，由培训机构告诉您。
    .next = 怕考不过，报名前先问机构怎么考、能不能补考。

safety-officer =
    .headline = 安全员证书不用换，每年学{ $hours }学时可一直用
    .because = · 领导小组办公室发的安全员证书，每年继续教育不少于{ $hours }学时、其中专业不少于{ $professional }学时，“可继续使用到持证人终止从业”。〔{ CLAUSE("3.1a") }〕
        · 这里说的是岗位培训的安全员证书，不是安全生产考核合格证（A、B、C证）；A、B、C证这份通知没有管。
        · 学时不够会怎样，通知没有明说：不等于作废，也不等于没事，请按时学。
    .next = 每年12月31日前学满{ $hours }学时最稳妥。拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

employer-duties =
    .headline = { $phase ->
        [closed] 单位现在要做的：让有电子证的人每年学够学时
       *[other] 单位要尽快组织换证，主管部门和机构也各有责任
    }
    .because = · 各施工单位：“高度重视，尽快组织本单位施工现场专业人员及时换证”。〔{ CLAUSE("4.1") }〕
        · 各市县主管部门：大力宣传，组织辖区内各施工单位换发。〔{ CLAUSE("4.1") }〕
        · 培训机构：积极配合、主动服务，按时完成，不遗漏。〔{ CLAUSE("4.1") }〕
        · 主管部门不得指定培训机构。〔{ CLAUSE("4.2") }〕
        · 没组织会不会处罚、费用谁出，通知没有说。
        · 要核对一批人：在Telegram私聊里把表格发给我，或者在电脑上用 huanzheng roster check；表头怎么写，看说明书。名单里有身份证号，别发到群里。
    .next = { $phase ->
        [closed] 换证已在{ $exchangeEnds }截止；现在单位该做的，是让有电子证的人每年学够{ $hours }学时。〔{ CLAUSE("2.1") }〕
       *[other] 换证{ $exchangeEnds }截止，建议先列名单：谁的证在范围、谁查不到、谁学时不够。〔{ CLAUSE("1.2") }〕
    }

employer-list =
    .headline = 一批人可以一起核对：在Telegram私聊发表格
    .because = · 一行一个人，把 .xlsx 或 .csv 表格在Telegram私聊里发给我，我逐行核对；网页上和群里不收名单。
        · 也可以在电脑上用 huanzheng roster check 核对，名单不出您的电脑。
        · 核对的依据：{ $firstIssueYear }—{ $lastIssueYear }年的13个岗位〔{ CLAUSE("1.1") }〕，有电子证的每年不少于{ $hours }学时〔{ CLAUSE("2.1") }〕。
        · 名单里有身份证号，别直接打在聊天里。

source =
    .headline = 依据是{ $documentNumber }
    .because = · 全名：{ $documentTitle }，{ $authority }印发。〔{ CLAUSE("0") }〕
        · 上级依据：建办人函〔2019〕384号、建人才函〔2019〕22号、琼建人函〔2019〕511号。〔{ CLAUSE("0") }〕
        · 以前的规定跟它不一致的，以它为准。〔{ CLAUSE("5") }〕
        · 这是主动公开的文件，可以向住建厅要原件。〔{ CLAUSE("6") }〕
    .next = 我的每条回答都标了出自哪一条，点开就是原文（最近核对：{ $checkedOn }）。

contact =
    .headline = 联系人{ $person }，电话{ $phone }
    .because = · 这是通知上留的联系人和电话。〔{ CLAUSE("6") }〕
        · 要当面核查档案的，地点是{ $room }。〔{ CLAUSE("1.1") }〕
        · 几点上班、在几楼，通知没有写，去之前先打电话。
        · 通知是{ $documentYear }年的，电话、办公室有变动以住建厅公布的为准。

# 说过哪年拿的证，或者问的是哪一年：按那一年的日子，不说今年的。
upcoming-year =
    .headline = { $year }年的学时，{ $day }前学完最稳妥
    .because = · 每年不少于{ $hours }学时，其中专业不少于{ $professional }学时，从拿证次年算起。{ $issuedYear ->
            [none] {""}
           *[other] { $issuedYear }年拿的证，从{ $first }年算起，{ $issuedYear }年不要求。
        }〔{ CLAUSE("2.1") }〕
        · 一年若是从发证那天算，您的日子会不同；{ $day }前学完，两种算法都不晚。
    .next = 日历文件可以存进手机，到时会提醒您。
upcoming-deadlines =
    .headline = { $phase ->
        [closed] 眼下最要紧的：{ $yearEnd }前学满今年的学时
       *[other] 最近的日子：{ $next }
    }
    .because = { $phase ->
        [open] · { $archiveEnds }：系统里查不到证书的，核查档案截止（{ $daysToArchive ->
                [none] 就是今天
               *[other] 还有{ $daysToArchive }天
            }）。〔{ CLAUSE("1.1") }〕
            · { $exchangeEnds }：换证截止（还有{ $daysLeft }天）。〔{ CLAUSE("1.2") }〕
            · { $exchangeEnds }：老证补办、变更、延续、注销的最后一天。〔{ CLAUSE("3.2") }〕
        [archive-over] · { $exchangeEnds }：换证截止（{ $daysLeft ->
                [none] 就是今天
               *[other] 还有{ $daysLeft }天
            }）。〔{ CLAUSE("1.2") }〕
            · { $exchangeEnds }：老证补办、变更、延续、注销的最后一天。〔{ CLAUSE("3.2") }〕
            · { $archiveEnds }的档案核查已经截止。〔{ CLAUSE("1.1") }〕
       *[closed] · { $yearEnd }（{ $daysToYearEnd ->
                [none] 就是今天
               *[other] 还有{ $daysToYearEnd }天
            }）：有电子证的，今年的{ $hours }学时（专业{ $professional }）要学完；拿证当年不要求。〔{ CLAUSE("2.1") }〕
            · 一年若是从发证那天算，您的日子会不同：过了当年的发证月日、在{ $yearEnd }前学的，两种算法都算今年。
            · 没换的老证：看证上印的有效期。〔{ CLAUSE("3.1b") }〕
            · 换证（{ $exchangeEnds }）和档案核查（{ $archiveEnds }）都已过去。〔{ CLAUSE("1.2") }〕〔{ CLAUSE("1.1") }〕
    }
    .next = 日历文件可以存进手机，到时会提醒您。

# 说的日子今年已经过了：不能只答“好”。
reminders-too-late =
    .headline = 记下了，但今年那天已经过了，明年起才提醒
    .because = · 离今年截止只剩{ $left }天，到期前{ $days }天的那次今年发不了，明年起才有。{ $near ->
        [none] {""}
       *[other] 想今年也收到，说近一点的日子，比如“提前{ $near }天提醒我”。
    }
reminders-on =
    .headline = 好，学时到期前我会在这里提醒您
    .because = · 今年的学时{ $yearEnd }截止，到期前{ $days }天{ $times ->
            [one] 发一次
           *[several] 各发一次
        }，以后每年都这样；上午十点以后发，晚上不打扰。〔{ CLAUSE("2.1") }〕
        · 查过学时、又核实了证书编号的，提醒里会写您还差多少；今年学满了就不再提醒。
    .next = 想换日子，说“提前20天提醒我”；不想要了，说“退订”，马上停。

reminders-other-times =
    .headline = 提醒开着，但您说的日子设不了
    .because = · 只能设学时截止前的第几天（1到{ $most }天），不能按月、按周发，也不能定某一天某一点。

reminders-cannot =
    .headline = 这里发不了提醒，日子请您自己记一下
    .because = · 有电子证的，今年的学时{ $yearEnd }截止。〔{ CLAUSE("2.1") }〕
        · 这个聊天不能主动给您发消息，所以不敢答应。
    .next = 说“我有哪些日子要记”，我把日子列给您，还能存进手机日历。

reminders-night =
    .headline = 晚上本来就不发，{ $on ->
        [yes] 提醒照旧开着
       *[no] 提醒现在没有开
    }
    .because = · 到期提醒只在上午十点以后发，晚上九点到早上九点一条都不发。
    .next = { $on ->
        [yes] 一条都不想要，说“退订”，马上停。
       *[no] 想要，说“提醒我”就行。
    }

reminders-are-on =
    .headline = 到期提醒现在开着，没有退订
    .because = · 今年的学时{ $yearEnd }截止，到期前{ $days }天{ $times ->
            [one] 发一次
           *[several] 各发一次
        }。〔{ CLAUSE("2.1") }〕
    .next = 不想要了，说“退订”，马上停；想换日子，说“提前20天提醒我”。

reminders-are-off =
    .headline = 到期提醒现在没有开，不会给您发
    .because = · 开了以后，学时到期前{ $days }天{ $times ->
            [one] 发一次
           *[several] 各发一次
        }，说“退订”马上停。
    .next = 想要，说“提醒我”就行。

reminders-off =
    .headline = 好，提醒已经取消，不会再发
    .next = 以后想要，说“提醒我”就行。

my-data =
    .headline = { $tie ->
        [lasting] 我记着您在这里说的，和名册的关联
        [window] 我记着您在这里说的，还有刚才的查询
       *[none] 我只记着这次聊天里您说的证书情况
    }
    .because = · 现在记着：{ $certificates ->
            [none] 还没有证书的情况
           *[other] { $certificates }本证的情况（种类、岗位、年份、学时）
        }；提醒{ $reminders ->
            [on] 开着
           *[off] 没开
        }；{ $tie ->
            [lasting] 和名册里的一条记录关联着，到{ $until }
            [window] 刚查过名册，三十分钟内能看合计
           *[none] 没有和名册关联
        }。
        · 都是加密存的：聊天里说的，一百八十天不用就自动删除；和名册的关联，核实后最长记一年。
        · 查学时用的身份证号查完就不留；核实过的聊天记着和名册记录的关联，删除就解除。电话、密码从来不要。
        · 名册上的学时记录归提供名册的单位或机构，要改要删请找他们，或打{ $phone }问。〔{ CLAUSE("6") }〕
    .next = 要现在就删掉，点下面的“删除我的资料”。

before-notice =
    .headline = { $day }还没有这份通知，不能照它算
    .because = · { $notice }是{ $year }年的通知；那一天按什么规定办，我不知道，不敢乱说。
    .next = 问现在的，直接问就行；问那时的规定，打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

my-data-roster =
    .headline = 名册上的记录要找提供名册的单位改、删
    .because = · 名册上的学时记录归提供名册的单位或机构，我这里删不了、改不了；不知道是哪家，打{ $phone }问。〔{ CLAUSE("6") }〕
        · 您在这个聊天里说过的，可以现在就删；删了它，名册上的记录还在。
    .next = 要删聊天里说过的，点下面的“删除我的资料”。

my-data-sent =
    .headline = 身份证号我这里不留，那条消息请您自己删
    .because = · 聊天里发来的身份证号，用完就不留原文，也不写进日志；聊天软件里的那条消息，要您自己撤回或删掉。
        · 要是发给了别人，请对方也删掉；别再发身份证号、密码、验证码。
    .next = 连您在这里说过的也要删，点下面的“删除我的资料”。

my-data-deleted =
    .headline = 删好了，您说过的证书情况都清空了
    .because = · 已经删除：{ $certificates ->
            [none] 这段对话
           *[other] { $certificates }本证的情况
        }{ $reminders ->
            [on] 、提醒
           *[off] {""}
        }{ $tie ->
            [none] {""}
           *[other] 、和名册的关联
        }，{ $today }，凭据号{ $receipt }。
        · 这台服务器上这段对话里的回答已经删除。聊天软件里的消息记录要您自己删。
    .next = 想再问，直接打字就行。

greeting =
    .headline = 您好！换证、学时的事，直接问我就行
    .because = 比如：“我17年的施工员证还能换吗”“一年要学几个学时”“去年20今年40行不行”。

thanks =
    .headline = 不客气，有事随时来问
    .because = 祝您工作顺利，平平安安。

help =
    .headline = 我能帮您看证能不能换、学时够不够
    .because = 您可以这样问：
        · 我2017年的土建施工员证能换吗
        · 换证怎么操作，一步一步教我
        · 去年学了20，今年40，行不行
        · 安全员证要不要换
        · 哪个文件说的、电话多少
        单位要核对一整张名单：在Telegram私聊里把表格发给我，或者在电脑上用 huanzheng roster check。
        说到规定都标出处，通知没说的我会直说。
    .next = 随时可以说：上一步、取消、重来、看看我填的、English。

human =
    .headline = 我是自动助手，转不了人工，请打电话找真人
    .because = · 通知上的联系人：{ $person }，电话{ $phone }。〔{ CLAUSE("6") }〕
        · 打电话前可以先把情况跟我说，我帮您理清要问哪几句。

language =
    .headline = 好的，现在用中文
    .because = 说“English”就换成英文。

age-limit =
    .headline = 几岁证就失效，这份通知没有规定
    .because = · 《电子培训合格证》：通知管的是每年{ $hours }学时，没有写年龄。〔{ CLAUSE("2.1") }〕
        · 没换的《培训合格证书》：有效期内可继续使用，看证上印的日期。〔{ CLAUSE("3.1b") }〕
        · 领导小组办公室发的安全员证书：每年学够学时，“可继续使用到持证人终止从业”。〔{ CLAUSE("3.1a") }〕
        · 不再做相应岗位是另一回事：电子证另有规定，跟年龄无关。〔{ CLAUSE("2.1") }〕
    .next = 别的文件有没有年龄规定，请打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕

not-covered =
    .headline = 这一点通知没有说，我不能替它乱说
    .because = · 琼建人〔2020〕135号只管13个岗位《培训合格证书》的换证和之后的继续教育。〔{ CLAUSE("1.1") }〕
        · 收费、及格分、年龄学历、外省证书、建造师和安全ABC证等，这份通知里没有规定。
    .next = 可以打{ $phone }（{ $person }）问；外省的证问发证的省。〔{ CLAUSE("6") }〕

out-of-scope =
    .headline = 这个不归我管，我只懂换证和学时的事
    .because = 我只回答海南施工员、质量员这类证书的换证和继续教育。
    .next = 比如可以问“我的证能不能换”“每年要学多少学时”。

not-understood =
    .headline = 没太听懂，您是想问下面哪一样？
    .next = 点一个，或者换个说法再说一遍。

not-sure =
    .headline = 您是想问下面哪一样？
    .next = 点一个或说“第一个”；都不是，就换个说法。

void-or-not =
    .headline = 作没作废，要看是哪一种证
    .because = · 没换的《培训合格证书》：有效期内可继续使用，通知没有说它自动作废；看证上印的日期。〔{ CLAUSE("3.1b") }〕
        · 已经换成电子证的：点“更新”时原来那本就作废了。〔{ CLAUSE("1.3") }〕
        · 《电子培训合格证》：2年累计不满{ $twoYears }学时，或没有从事相应岗位的，要重新培训，原电子证作废。〔{ CLAUSE("2.1") }〕
    .next = 告诉我是哪种证、各年学了多少，我帮您看；拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

in-person =
    .headline = 换证在网上办；核查档案才要本人去
    .because = · 换证：登录系统注册、学满学时，在“证书管理”里点“更新”，通知没有要求到场。〔{ CLAUSE("1.3") }〕
        · 系统里查不到证书的：{ $archiveEnds }前，本人带身份证原件、证书原件到{ $room }核查档案。〔{ CLAUSE("1.1") }〕
        · { $phase ->
            [closed] 两样都已截止；现在要不要去、找谁，通知没有说。
           *[other] 学习是集中上课还是在线，看培训机构。
        }〔{ CLAUSE("1.2") }〕
    .next = 去之前先打{ $phone }（{ $person }）问清楚。〔{ CLAUSE("6") }〕

materials =
    .headline = 换证在网上办，通知没列要交的材料
    .because = · 系统里要做的：注册、填个人信息、上传头像，学满学时后点“更新”。〔{ CLAUSE("1.3") }〕
        · 系统里查不到证书、去核查档案的，本人带身份证原件、证书原件。〔{ CLAUSE("1.1") }〕
        · 照片多大、什么底色，要不要别的材料，通知都没有写，按系统页面的提示来；系统的常见问答说的是近期一寸白底照（不是通知的规定）。{ $phase ->
            [closed] 换证{ $exchangeEnds }已截止。〔{ CLAUSE("1.2") }〕
           *[other] {""}
        }
    .next = 拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
