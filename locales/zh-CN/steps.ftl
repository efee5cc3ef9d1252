# 一步一步带着换证时的框架话；每一步的内容在通知自己的文件夹里。
steps-overview =
    .headline = { $phase ->
        [closed] 换证已截止，下面是当年的步骤，供您对照
       *[other] 一共{ $count }步，我带您一步一步来
    }
    .closed = 换证在{ $exchangeEnds }截止，系统已自动关闭，“更新”这一步现在做不了。〔{ CLAUSE("1.2") }〕
steps-line = 第{ $n }步　{ $title }
steps-step = { $phase ->
    [closed] 当年的第{ $n }步（共{ $count }步）：{ $title }
   *[other] 第{ $n }步（共{ $count }步）：{ $title }
}
steps-done =
    .headline = { $phase ->
        [closed] 当年的步骤就是这些，现在已经不能换了
       *[other] 走完了，电子证拿到手，旧证同时作废
    }
    .because = { $phase ->
        [closed] · 换证在{ $exchangeEnds }截止，系统已自动关闭。〔{ CLAUSE("1.2") }〕
       *[other] · 点过“更新”，原证书就作废了。〔{ CLAUSE("1.3") }〕
    }
    .next = 有电子证的，从拿证次年起，每年{ $hours }学时、专业{ $professional }学时。要我提醒您吗？〔{ CLAUSE("2.1") }〕
steps-not-yet = 看您的情况，最要紧的是：{ $headline }
steps-which-screen = 您的屏幕上现在显示什么？
steps-no-update =
    .headline = { $phase ->
        [closed] 没有“更新”，因为换证已经截止
       *[other] 没有“更新”，一般是这几种原因
    }
    .because = { $phase ->
        [closed] · 换证在{ $exchangeEnds }截止，系统自动关闭。〔{ CLAUSE("1.2") }〕当年没有“更新”，一般是下面几种：
       *[other] {""}
    }
        · 学时还没学满，或者学了还没录入：机构每月分两批上报。〔{ CLAUSE("2.2") }〕
        · 考核还没通过。〔{ CLAUSE("1.3") }〕
        · 这本证不在系统里：要核查档案（{ $archiveEnds }前）。〔{ CLAUSE("1.1") }〕
        { $phase ->
            [closed] {""}
           *[other] · 过了{ $exchangeEnds }，系统会自动关闭。〔{ CLAUSE("1.2") }〕
        }
    .next = { $phase ->
        [closed] 想问有没有新安排，打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
       *[other] 先看“继续教育”里学时够不够；都够还没有，打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕
    }
steps-resumed = 接着来，上次走到这里：
walk-noted = 记下了，{ $facts }。
