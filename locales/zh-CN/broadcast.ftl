# 群发：操作人员看到的话，和名册里查不到的人收到的称呼。
broadcast-nobody =
    .name = 您
    .employer = 您的单位
    .trade = 您的岗位

broadcast-created = 草稿已存好，还没有发送。先预览：huanzheng broadcast preview { $id }
broadcast-mismatch = 草稿里有文件没有的内容：{ $items }。请改正；确实要发，用 --override 写明理由（理由会留底）。
broadcast-overridden = 注意：草稿里有文件没有的内容（{ $items }），理由：{ $reason }
broadcast-draft-error =
    .empty = 草稿是空的，请写上要发的内容。
    .syntax = 草稿有一处写法不对：花括号要成对，如 {"{"} $hours {"}"}。{ $detail }
    .unknown-variable = 草稿里的 { $detail } 不是可用的变量。可用：{ $variables }。
    .too-long = 草稿太长，请控制在3000字以内。
    .one-language = 分语言写时，[zh-CN] 和 [en] 两部分都要有，前面不能有别的字。
broadcast-no-condition = --where { $text }：没有这一列或这个值。可用名册的列，或 standing=in-force|disputed|void、status=met|open|not-yet-due、short=yes|no。
broadcast-at = --at：请写成 2026-12-01T10:00（北京时间）或带时区的 ISO 时间，并且是将来的时间。
broadcast-audience = 请用 --all 或至少一个 --where 说明发给谁，不能两样都用。
broadcast-none = 没有编号为 { $id } 的群发。
broadcast-state = 现在不能这样做：这个群发的状态是“{ $state }”。
broadcast-preview =
    .count = 现在会收到的有{ $count }人。
    .example = 例：{ $who }
    .text = 给还不认识的人（{ $locale }）：
broadcast-no-chat = --to：请写聊天的编号，例如 telegram:12345，或者网页聊天的 web:…。
broadcast-tested = 已安排发到 { $chat }；服务器运行时马上发出。
broadcast-confirmed = 已确认，{ $when ->
        [now] 服务器运行时马上开始（晚上九点到早上九点不发，除非是加急）。
       *[later] 到 { $at } 开始。
    }
broadcast-done =
    .pause = 已暂停。
    .resume = 继续发送。
    .cancel = 已取消；已经发出的收不回来。
    .approve = 已同意，开始发送。
    .resend = { $count }条不确定是否送达的，会再发一次。
broadcast-status-before = { $id }　{ $state }{ $at ->
    [none] {""}
   *[other] ：{ $at }（北京时间）
}
broadcast-status = { $id }　{ $state }　共{ $expected }人{ $all ->
        [no] （还在数）
       *[yes] {""}
    }：已发{ $sent }，失败{ $failed }，拒收{ $blocked }，跳过{ $skipped }，不确定{ $unknown }，还剩{ $queued }{ $rate ->
        [none] {""}
       *[other] ；每秒{ $rate }条{ $left ->
            [none] {""}
           *[other] ，约还要{ $left }秒
        }
    }
broadcast-state-name =
    .draft = 草稿
    .scheduled = 等到时间
    .missed = 错过了时间，等人同意
    .sending = 正在发
    .paused = 已暂停
    .done = 发完了
    .cancelled = 已取消
broadcast-paused-for =
    .by-hand = 由人暂停。
    .too-many-failures = 失败太多，自动暂停：请检查机器人令牌和内容，改好后用 resume 继续。
broadcast-row-state =
    .queued = 排队
    .sending = 发送中
    .sent = 已发
    .failed = 失败
    .blocked = 拒收
    .skipped = 跳过
    .unknown = 不确定
broadcast-reason =
    .unsubscribed = 已退订或已停止接收
    .cancelled = 取消时还没轮到，没有发
    .not-in-audience = 发送时不符合条件
    .not-due = 还没到提醒的时候
    .year-met = 今年已学满
    .blocked = 对方停用或拉黑了机器人
    .refused = 平台不接受这条消息
    .no-answer = 平台没有回音，可能收到也可能没收到
    .sender-died = 发送的进程中断，可能收到也可能没收到
    .fault = 程序出错，见日志
broadcast-report =
    .chat = 聊天
    .state = 状态
    .reason = 原因
    .time = 时间
