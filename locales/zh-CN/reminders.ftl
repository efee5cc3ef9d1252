# 主动发出去的提醒：每人每次一条，先说还剩几天，再说每本证还差多少。
reminder =
    .headline = { $left ->
        [none] { $year }年的学时今天截止
       *[other] { $year }年的学时还剩{ $daysLeft }天
    }
    .certificate = · { $trade ->
        [none] 您的证
       *[other] { $trade }证
    }：还要学{ $hours }学时{ $professional ->
        [none] {""}
       *[other] ，其中专业{ $professional }学时
    }。〔{ CLAUSE("2.1") }〕
    .because = { $own ->
        [yes] · 按名册上已有的记录算，到{ $yearEnd }为止；学时每月分{ $batches }批录入，早学完才来得及。〔{ CLAUSE("2.2") }〕
       *[other] · 有电子证的，拿证次年起每年要学满{ $hours }学时、其中专业{ $professional }学时，今年的到{ $yearEnd }为止。〔{ CLAUSE("2.1") }〕
    }
    .next = { $own ->
        [yes] 刚学完的可能还没录进来。不想再收到，说“退订”。
       *[other] 想知道自己还差多少，点“查我自己的学时”。不想再收到，说“退订”。
    }
