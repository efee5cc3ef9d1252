# 管理员在聊天里群发：写、看、试、确认；只有“确认发送”才真的发。
cast-choice =
    .new = 写新群发
    .list = 群发
    .rewrite = 改文字
    .override = 写明理由照样发
    .leave = 先不发
    .all = 所有人
    .short = 今年还没学满的
    .disputed = 证有争议的
    .preview = 看预览
    .test = 先发给我看
    .now = 现在发
    .urgent = 加急，夜里也发
    .later = 定时发
    .status = 看进度
    .pause = 暂停
    .resume = 接着发
    .end = 取消这个群发
    .cancel = 确定取消
    .confirm = 确认发送
    .approve = 同意发送
    .resend = 不确定的再发一次
    .report = 要报告
cast-ask-text =
    .headline = 要发什么？把全文发给我
    .because = 可以写：{"{"} $name {"}"}姓名、{"{"} $employer {"}"}单位、{"{"} $trade {"}"}岗位、{"{"} $hours {"}"}还差的学时、{"{"} $professional {"}"}其中专业、{"{"} $deadline {"}"}截止日、{"{"} $year {"}"}年份，每人换成自己的。中英文分开写，就用 [zh-CN] 和 [en] 各起一行。
    .next = 每个数、日期、证名我都会和文件对一遍。
cast-mismatch =
    .headline = 这些文件里没有：{ $items }
    .because = 怕是写错了。
    .next = 请把改好的全文再发一遍；确实要这样发（比如培训班的日子），写明理由，会留底。
cast-ask-reason =
    .headline = 为什么要这样发？一句话说明，会留底
cast-ask-audience =
    .headline = 发给谁？
    .because = 点一个，或写条件，几个条件用逗号分开，要同时符合：standing=disputed，trade=101，employer=某某公司。
    .next = 只发给说过“提醒我”的人，不认识的人不算符合条件。
cast-no-condition = “{ $text }”我看不懂：没有这一列或这个值。可以写名册里的列（trade=101、employer=某某公司、in_post=yes），或 standing=in-force|disputed|void、status=met|open|not-yet-due、short=yes|no。
cast-ask-moment =
    .headline = 什么时候发？
    .because = 写北京时间，如：明天上午10点、12月1日 9:30、2026-12-01 10:00。
cast-no-moment =
    .headline = 这个时间我看不懂，或者已经过了
    .because = 写将来的北京时间，如：明天上午10点、12月1日 9:30、2026-12-01 10:00。
cast-everybody = 所有人
cast-nobody = 名册里查不到的人
cast-preview =
    .headline = { $all ->
        [yes] 现在会收到的有{ $count }人
       *[no] 现在会收到的至少{ $count }人
    }
    .because = 发给：{ $audience }。还没有发，下面是样子。
cast-plan =
    .headline = { $all ->
        [yes] 发给{ $count }人
       *[no] 发给至少{ $count }人
    }，{ $when ->
        [now] 现在发
       *[later] { $at } 发
    }
    .because = 发给：{ $audience }。{ $waits ->
        [yes] 晚上九点到早上九点不打扰人，会等到早上九点。
       *[no] {""}
    }
    .next = 点“确认发送”才会发。
cast-did =
    .confirm = 已确认。
    .test = 样子马上发到这里。
    .pause = 已暂停。
    .resume = 接着发了。
    .cancel = 已取消；已经发出的收不回来。
    .approve = 已同意，开始发。
    .resend = { $count }条不确定是否收到的，会再发一次；有的人可能收到两次。
    .report = 报告马上发到这里。
cast-halted =
    .by-hand = 是人暂停的，点“接着发”就继续。
    .too-many-failures = 最近五十条里有一半平台不收，自动停下了。请先点“先发给我看”，看文字和机器人令牌有没有问题，改好再点“接着发”；已经发出的不会重发。
cast-ask-end =
    .headline = 真要取消 { $id }？
    .because = 取消后不能再接着发，已经发出的收不回来。
cast-list =
    .headline = 最近的群发
cast-list-empty =
    .headline = 还没有群发过
    .because = 群发只发给说过“提醒我”的人，点“确认发送”才真的发。
cast-left =
    .headline = 好，先不发
cast-none =
    .headline = 没有这个群发了
cast-unavailable =
    .headline = 现在查不到群发，请过一会儿再试
cast-report = { $id } 的报告，{ $rows }人。{ $isCut ->
        [yes] 太长了，只有前面这些；全部请用命令 huanzheng broadcast report { $id }
       *[no] {""}
    }
