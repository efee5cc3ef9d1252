# 每年学时的结论：逐种算法都算，只给各种算法里都稳妥的建议。

hours-not-yet-due =
    .headline = 今年还不用学，{ $firstYear }年开始
    .because = · 从拿证次年起才要求每年{ $hours }学时，{ $issuedYear }年拿的证从{ $firstYear }年算。〔{ CLAUSE("2.1") }〕
hours-safety-met =
    .headline = 今年{ $hours }学时够了，安全员证书接着用
hours-safety-told =
    .headline = 您说的年度都学够了{ $hours }学时
hours-safety-short =
    .headline = { $left ->
        [none] 往年有不够的，后果通知没写明
       *[other] 往年有不够的，后果没写明；今年还差{ $left }学时
    }
hours-safety-not-yet-due =
    .headline = 按发证次年起算，今年还没到
# 二这一条说的不是这些证：不按它判学时，只说通知对这本证怎么写。
hours-of-training =
    .headline = 没换的《培训合格证书》，不按电子证的学时判
    .annual = 没换的《培训合格证书》，没规定每年的学时
    .because = · “每年不少于{ $hours }学时”“2年累计不满{ $twoYears }学时”作废，说的是《电子培训合格证》，从拿到它的次年算起。〔{ CLAUSE("2.1") }〕
        · 没换的《培训合格证书》，有效期内可继续使用，看证上印的日期。〔{ CLAUSE("3.1b") }〕
        { $phase ->
            [closed] · 到期后的延续，{ $exchangeEnds }后已经停办。〔{ CLAUSE("3.2") }〕
           *[other] · 想换电子证，要学满规定学时、通过考核，{ $exchangeEnds }前换好。〔{ CLAUSE("1.2") }〕〔{ CLAUSE("1.3") }〕
        }
    .next = 要是已经换成电子证了，跟我说“我的是电子证”，再按它算。
hours-of-post =
    .headline = 老的《岗位证书》，通知没给它定学时
    .because = · 原《建设企事业单位专业管理人员岗位证书》不在换证之列。〔{ CLAUSE("1.1") }〕
        · 每年学时、两年不满{ $twoYears }作废，说的是《电子培训合格证》。〔{ CLAUSE("2.1") }〕
        · 岗位证书现在还能不能用、要不要学，通知没有说。
    .next = 请打{ $phone }（{ $person }）问清楚；要是手里另有电子证，告诉我，再按它算。〔{ CLAUSE("6") }〕
hours-of-other =
    .headline = 这种证的学时，这份通知没有规定
    .because = · 每年{ $hours }学时、两年不满{ $twoYears }作废，说的是《电子培训合格证》。〔{ CLAUSE("2.1") }〕
    .next = 请问发证的单位；拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
hours-of-other-issuer =
    .headline = 别处发的安全员证，这份通知没有管
    .because = · 每年不少于{ $hours }学时、可继续使用到终止从业，说的是领导小组办公室发的安全员证书。〔{ CLAUSE("3.1a") }〕
        · “2年累计不满{ $twoYears }学时”作废，说的是《电子培训合格证》。〔{ CLAUSE("2.1") }〕
    .next = 要不要学、够不够，请问发证的单位；发证单位看错了，说“是领导小组办公室发的”。拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
hours-of-no-issuer =
    .headline = 没写发证单位，安全员证的学时先不下结论
    .because = · 每年不少于{ $hours }学时，说的是海南领导小组办公室发的安全员证书；别处发的这份通知没有管。〔{ CLAUSE("3.1a") }〕
    .next = 请看证上的发证单位，再告诉我学时；名册要补，找交名册的单位。拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
hours-of-abc =
    .headline = 安全员A、B、C证的学时，这份通知没有规定
    .because = · 通知里的安全员证书是岗位培训的那种，不是安全生产考核合格证（A、B、C证）。〔{ CLAUSE("3.1a") }〕
        · 每年{ $hours }学时、两年不满{ $twoYears }作废，说的是《电子培训合格证》。〔{ CLAUSE("2.1") }〕
    .next = A、B、C证的事请问发证机关；拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
hours-of-safety =
    .headline = 先分清哪种安全员证；不够的后果都没写明
    .because = · 岗位培训的安全员证书：每年不少于{ $hours }学时，其中专业不少于{ $professional }学时；不够会怎样，通知没有明说，不等于作废，也不等于没事。〔{ CLAUSE("3.1a") }〕
        · 安全生产考核合格证（A、B、C证）：这份通知没有管。
        · “2年累计不满{ $twoYears }学时”作废，说的是《电子培训合格证》。〔{ CLAUSE("2.1") }〕
    .next = 您手里是哪一种证？看证上全称；是A、B、C证就直接说“C证”。拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
hours-safety-open =
    .headline = 今年还差{ $left }学时，请在{ $deadline }前学完
hours-safety-note = · 安全员证书“每年不少于{ $hours }学时”，可继续使用到终止从业；学时不够的后果通知没有明说，不等于作废，也不等于没事。〔{ CLAUSE("3.1a") }〕
    · 从哪一年起算，通知没有写；这里按发证次年算。
hours-void =
    .headline = 照哪种算法，两年都不满{ $twoYears }，证要作废
    .next = · 按规定要“重新参加施工现场专业人员职业培训学习”。〔{ CLAUSE("2.1") }〕
        · 先到系统里核对学时录全了没有，再打{ $phone }（{ $person }）确认您这种情况怎么认定。〔{ CLAUSE("6") }〕
hours-disputed =
    .headline = { $need ->
        [none] 有风险：有的算法说作废，有的说没有
       *[other] 有风险：有的算法说作废；今年还要学{ $need }学时
    }
    .next = · 通知没写清按哪种算，请拿着学时记录打{ $phone }（{ $person }）确认，别自己认定作废，也别当没事。〔{ CLAUSE("6") }〕
hours-not-in-post =
    .headline = 有风险：记的是不在岗，怎样算离岗没写明
    .next = · 光看学时，还没有哪种算法说作废。怎样才算离岗，请打{ $phone }（{ $person }）确认，别自己认定作废，也别当没事。〔{ CLAUSE("6") }〕
hours-in-force =
    .headline = { $left ->
        [none] 目前没问题，今年的学时也够了
       *[other] 目前没问题，今年还要学{ $left }学时
    }
hours-rest-silent =
    .headline = { $left ->
        [none] 今年的学时够了；没说的年度先当学满了
       *[other] 今年还要学{ $left }学时；没说的年度先当学满
    }
hours-at-risk =
    .headline = 有一年不够，有风险：今年要学{ $keep }学时，两年才够{ $twoYears }
hours-short-past =
    .headline = { $left ->
        [none] 往年有不够的，算有风险；今年的学时够了
       *[other] 往年有不够的，算有风险；今年还要学{ $left }学时
    }
hours-safety-rule =
    .headline = 安全员证书每年{ $hours }学时，不够的后果没写明
    .because = · 安全员证书“每年不少于{ $hours }学时”，其中专业不少于{ $professional }学时，可继续使用到终止从业。〔{ CLAUSE("3.1a") }〕
        · 从哪年起算、学时不够或者离岗会怎样，通知没有明说：不等于作废，也不等于没事。
        · “2年累计不满{ $twoYears }学时”作废、离岗作废，说的都是《电子培训合格证》。〔{ CLAUSE("2.1") }〕
    .next = 每年12月31日前学满最稳妥；拿不准打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
hours-not-counted = · { $years }年学的没有算进来：{ $rule ->
    [safety-officer] 这里按发证次年（{ $firstYear }年）起算，通知没有写从哪年。〔{ CLAUSE("3.1a") }〕
   *[other] 学时从拿证次年（{ $firstYear }年）算起。〔{ CLAUSE("2.1") }〕
}
hours-not-come = · { $years }年还没到，没有算进来。
hours-keep-more =
    .headline = 今年的{ $hours }够了，但还要{ $keep }学时，两年才够{ $twoYears }
hours-year = · { $year }年：{ $hours }学时{ $professional ->
    [none] {""}
   *[other] （专业{ $professional }）
}，{ $status ->
    [met] 够了
    [short] { $shortHours ->
        [none] 专业少{ $shortProfessional }
       *[other] 少{ $shortHours }学时{ $shortProfessional ->
            [none] {""}
           *[other] 、专业少{ $shortProfessional }
        }
    }
   *[open] { $shortHours ->
        [none] 专业还差{ $shortProfessional }
       *[other] 还差{ $shortHours }学时{ $shortProfessional ->
            [none] {""}
           *[other] 、专业还差{ $shortProfessional }
        }
    }（还没过完）
}{ $rule ->
    [safety-officer] 〔{ CLAUSE("3.1a") }〕
   *[other] 〔{ CLAUSE("2.1") }〕
}
hours-keep = · 到{ $deadline }为止，再学{ $keep }学时，单看两年累计，各种算法（按公历年）都不会作废。〔{ CLAUSE("2.1") }〕
hours-keep-rest = · 到{ $deadline }为止，再学{ $keep }学时，还能保住的算法（按公历年）就都保住了。〔{ CLAUSE("2.1") }〕
# 有的算法今年学多少都保不住：不能说“都不会作废”。
hours-keep-zero-rest = · { $disputed ->
    [yes] 已经不满的那些算法，今年再学也改不了；还能保住的算法
   *[no] 还能保住的算法
}（按公历年），到{ $deadline }为止不再学也能保住。{ $done ->
    [yes] {""}
   *[no] 但今年的{ $hours }学时是规定，照样要学够。
}〔{ CLAUSE("2.1") }〕
hours-keep-lost = · 保不住的：{ $names }。往年不够，这样算多学的不能抵，今年再学多少，过了{ $deadline }都算作废。〔{ CLAUSE("2.1") }〕{ $disputed ->
    [yes] {""}
   *[no] 通知没写清按哪种算，请打{ $phone }（{ $person }）问。〔{ CLAUSE("6") }〕
}
hours-keep-zero = · { $disputed ->
    [yes] 已经不满的那些算法，今年再学也改不了；别的算法（按公历年），到{ $deadline }为止不再学也能保住。
   *[no] 到{ $deadline }为止，就算不再学，按公历年的算法也不会因为两年累计作废。
}{ $done ->
    [yes] {""}
   *[no] 但今年的{ $hours }学时是规定，照样要学够。
}〔{ CLAUSE("2.1") }〕
hours-keep-impossible = · 按公历年的各种算法都已经不满，今年再学也补不回来；是否作废请打电话确认。〔{ CLAUSE("6") }〕
hours-pair =
    .headline = { $result ->
        [safe] 两年合计{ $sum }学时，各种算法都过得去
        [short] { $over ->
            [yes] 两年合计{ $sum }学时，不满{ $twoYears }，有作废风险
           *[no] 两年到现在{ $sum }学时，年底不满{ $twoYears }有风险
        }
       *[disputed] { $over ->
            [yes] 两年合计{ $sum }学时，有的算法不认，有风险
           *[no] 两年到现在{ $sum }学时，有的算法不认，有风险
        }
    }
    .because = · { $first }年{ $firstHours }学时，{ $second }年{ $secondHours }学时；“2年累计不满{ $twoYears }学时”的要重新培训，电子证作废。〔{ CLAUSE("2.1") }〕
    .next = { $result ->
        [safe] 前提是这两年都在拿证次年以后。
       *[risk] 这两年都在拿证次年以后，才可能算一对。通知没写清哪两年算一对、多学的能不能抵，所以不能说一定作废，也不能当没事。每年都学够{ $hours }，哪种算法都稳妥。〔{ CLAUSE("2.1") }〕
    }
    .more = · { $year }年还没过完，至少再学{ $more }学时，今年才够{ $hours }、两年才够{ $twoYears }。〔{ CLAUSE("2.1") }〕
hours-readings-title = 2年累计不满{ $twoYears }学时的作废，怎么算通知没写明，{ $count }种算法逐种看：〔{ CLAUSE("2.1") }〕
hours-readings-safe = ✓ 其余{ $count }种：没有作废
hours-readings-unknown = ？还有{ $count }种从发证日起算，要知道发证的月日才能算
hours-reading-void = ✗ { $name }：算作废
hours-reading-lost = △ { $name }：现在还没作废，可今年再学多少，过了{ $until }都算作废
hours-reading-short = △ { $name }：{ $over ->
    [yes] 不满{ $twoYears }
   *[no] 照现在的数到年底，不满{ $twoYears }
}{ $grouped ->
    [yes] （是不是同一组，要看哪年发的证）
   *[no] {""}
}
hours-reading-depends = △ { $name }：没说的年度要是刚好{ $hours }，就算作废
hours-reading-safe = ✓ { $name }：没有作废
reading-calendar = 按公历年
reading-anniversary = 从发证日起算的年
reading-rolling = 任意连着两年
reading-fixed = 从头每两年一组
reading-both-short = 连着两年都不足{ $hours }
reading-full = 多学的都算
reading-capped = 一年最多算{ $hours }
hours-professional-unknown = · { $years }年您没说其中专业多少：每年专业要{ $professional }学时，请自己对一下。{ $rule ->
    [safety-officer] 〔{ CLAUSE("3.1a") }〕
   *[other] 〔{ CLAUSE("2.1") }〕
}
hours-late-december = · 快到年底了：学时每月只分两批录入，早点学完早点报。〔{ CLAUSE("2.2") }〕
hours-left-post = · 记的是已经不在相应岗位：按二这一条，“未从事相应岗位工作的人员”要重新培训、电子证作废；离开多久才算，通知没有说。〔{ CLAUSE("2.1") }〕
hours-counts-from = · 从{ $day }到{ $deadline }学的，公历年、发证年两种算法都算在今年。
hours-kind-note = · 这里按《电子培训合格证》算；安全员证书另有规定。〔{ CLAUSE("2.1") }〕〔{ CLAUSE("3.1a") }〕
hours-this-year-silent = · 今年（{ $year }年）学了多少您没说，先按一个学时都没学算。
exchange-supposed = （按{ $day }换成电子证来算，没有记下来；换的那天就是电子证的发证日）
hours-planned = （按{ $year }年一共学到{ $hours }学时来算，没有记下来）
hours-silent-years = · { $years }年的学时您没说，先当每年至少学满{ $hours }算。
hours-before-notice = · 2021年以前的年度，是拿2020年的通知往回套的，作不作数通知没有说。
hours-one-year =
    .headline = { $left ->
        [none] { $year }年学够了{ $hours }学时
       *[other] { $year }年{ $past ->
            [yes] 少了{ $left }学时，有风险
           *[no] 还差{ $left }学时，年底前学完
        }
    }
    .because = · 每年不少于{ $hours }学时，其中专业不少于{ $professional }学时；两年累计不满{ $twoYears }学时要重新培训，电子证作废。〔{ CLAUSE("2.1") }〕
