# 对话里的小句子、按钮和对答案的复述。

choice-again = 再说一遍
choice-next = 下一步
choice-back = 上一步
choice-stuck = 我卡住了
choice-leave = 先不走了
choice-resume = 继续
choice-restart = 重新开始
choice-change = 改一个回答
choice-done-changing = 不用改了
choice-unknown = 不知道
choice-walk = 带我一步步换
choice-walk-past = 看当年的步骤
choice-delete-data = 删除我的资料
choice-keep-data = 先不删
choice-explain-readings = 逐种算法看结果
choice-receipt = 要一个结论编号
choice-certificate = 看这本：{ $name }

control-cancelled = 好，先放下。您说过的情况我还记着，想接着办就说“继续”。
control-nothing-to-cancel = 现在没有在办的事。
control-restarted = 好，从头来，之前说的都清掉了
control-nothing-to-resume = 现在没有办到一半的事。
control-nothing-before = 已经是第一步了。
control-paused = 好，先停在这里。想接着来，说“继续”。

welcome-back =
    .headline = 您好，上次办到一半，接着来吗？
    .steps = 上次走到换证的第{ $n }步：{ $title }。
    .interview = 上次在看您这本证能不能换，还差一个问题。

choice-not-open = 这个按钮是之前的，现在用不上了。
choice-unknown-number = 没有第{ $n }个，下面一共{ $count }个。

unreadable =
    .headline = { $what ->
        [voice] 语音我听不了，请打字或用语音转文字
        [photo] 照片我看不了，请把证上的字打给我
        [sticker] 表情收到了，想问什么请打字
        [location] 位置我用不上，想问什么请打字
        [contact] 联系人我用不上，想问什么请打字
        [video] 视频我看不了，请打字说
       *[other] 这种消息我看不了，请打字说
    }
    .photo = 需要的是：证书名称、岗位、发证年份、发证单位。身份证照片请不要发。

group-private =
    .headline = 群里不谈个人的事，请私下找我
    .because = 您的证书情况、学时、身份证号，别发在群里。

error-answer =
    .headline = 抱歉，我这边出了点差错，请再发一次
    .because = 还是不行，请把这个编号告诉维护的人：{ $number }。您之前说的没有丢。
unsaved-note = （我这会儿存不了东西：刚才的回答照样有效，但我可能记不住，过一会儿会自己恢复。）

id-number-noticed = （您发的内容里像有身份证号。我没有用它，也没有保存。）

changed = 改好了，{ $facts }。
assumed-issuer = 您说“海南发的”，我按海南领导小组办公室发的算，不对请告诉我。
as-of = （按{ $day }算）
told-twice = 同一件事您说了两种，我先没有算。有几本证的，请一本一本告诉我。
another-certificate = 好，另开一本来看，前面那本我还记着。

# 事实的名字和取值
fact-certificate-kind = 证书种类
fact-certificate-code = 岗位
fact-certificate-issuedOn = 发证日期
fact-certificate-issuer = 发证单位
fact-certificate-inNationalSystem = 系统里查得到
fact-certificate-archiveVerified = 核查过档案
fact-certificate-validUntil = 证上的有效期
fact-training-hours = 继续教育学时
fact-training-professionalHours = 其中专业学时
fact-training-passed = 考核合格
fact-inPost = 还在这个岗位
fact-records = 各年学时

fact-line = { $name }：{ $value }
value-unknown = 不知道
value-yes = 是
value-no = 否
value-kind-training = 《培训合格证书》
value-kind-electronic = 《电子培训合格证》
value-kind-safety-officer = 安全员证书（岗位培训的）
value-kind-post = 老的《岗位证书》
value-kind-other = 别的证
value-issuer-hainan-leading-group-office = 海南领导小组办公室
value-issuer-other = 别的单位
value-code = { $trade ->
    [none] 代码{ $code }
   *[other] { $trade }（{ $code }）
}
value-hours = { $hours }学时
value-record = { $year }年{ $hours }学时{ $professional ->
    [none] {""}
   *[other] （专业{ $professional }）
}

# 访谈里的问题：问句，短；help 说怎么看
ask-certificate-kind = 您手里是哪一种证？
    .help = 看封面全称：《住房和城乡建设领域专业人员岗位培训考核合格证书》就是《培训合格证书》；手机或电脑上能下载的是电子证。
kind-post-training = 岗位培训的有两种：安全员的，和别的岗位的
kind-unclear = 光这样说分不出是哪一种，请照封面全称选
ask-certificate-code = 是哪个岗位的证？
    .help = 证上有岗位名称或三位数的代码。
    .family = 是哪一种{ $family }？
ask-certificate-issuedOn = 证是哪一年发的？
    .help = 看证上的发证日期，说年份就行，比如“2017”。
    .span = 您说的“{ $year }年”，是{ $full }年发的证，还是干了{ $year }年？
ask-certificate-validUntil = 证上的有效期到哪一天？
    .help = 看证上“有效期至”那一栏，说年月日，比如“2022年6月30日”。
ask-certificate-issuer = 证是谁发的？
    .help = 看落款盖章：是不是“海南省住房和城乡建设领域现场专业人员岗位培训考核评价工作领导小组办公室”。
ask-certificate-inNationalSystem = 在部里的系统里查得到这本证吗？
    .help = 打开{ $systemUrl }登录，看“证书管理”里有没有它。
ask-certificate-archiveVerified = 去{ $roomShort }核查过档案、通过了吗？
    .help = 系统里查不到的，才需要核查档案。
ask-training-hours = 为换证的继续教育，学了多少学时？
    .help = 登录系统，“继续教育”里能看到。说个数就行，没学就说0。
ask-training-professionalHours = 其中专业岗位知识学了多少学时？
    .help = “继续教育”里能看到，或者问培训机构。说个数就行，比如“{ $professional }”。
ask-training-passed = 继续教育的考核通过了吗？
    .help = 学完以后的考核，培训机构会告诉您合不合格。
ask-hours-issuedOn = 这本证是哪一年发的？
    .help = 学时从发证第二年开始算，知道月日更好，比如“2023年3月15日”。
ask-records = 去年和今年各学了多少学时？
    .help = 比如“去年20，今年40，其中专业去年14今年22”。没学就说0。

ask-inPost = 现在还在做这个岗位吗？
    .help = 证上写的那个岗位。

answer-yes = 是
answer-no = 否
answer-found = 查得到
answer-not-found = 查不到
answer-passed = 通过了
answer-not-passed = 还没通过
answer-verified = 通过了
answer-not-verified = 没去过或没通过
answer-issued-year = 是{ $year }年发的证
answer-span = 是干了这么多年
answer-hainan = 海南领导小组办公室
answer-other-issuer = 别的单位

hours-too-many = { $hours }这个学时数不对吧？请说0到9999之间的数，最多两位小数。
day-impossible = 没有{ $day }这一天，请再看一下证上的日期。
professional-above-hours = 专业学时（{ $professional }）不会比总学时（{ $hours }）多，请再看一下。
professional-without-hours = { $year }年专业学了{ $professional }，这一年一共学了多少学时？连专业一起说，比如“{ $year }年40，专业{ $professional }”。
professional-of-which-year = 专业{ $professional }学时是哪一年的？连年份一起说，比如“今年专业{ $professional }”。

bare-number =
    .headline = 单说“{ $number }”，我不知道指什么
    .next = 把前后的话一起说：比如“证是2017年发的”“去年学了20学时”“代码106能不能换”。
number-of-year =
    .headline = { $hours }学时是哪一年的？
    .next = 连年份一起说，比如“今年{ $hours }”“去年{ $hours }”；是打算再学的，就说“再学{ $hours }”。

as-before = 和刚才说的一样，要看全文点“再说一遍”。
as-before-clause = 〔{ CLAUSE($clause) }〕

review =
    .headline = 您说过的情况，看看对不对
    .empty = 您还没有告诉我证书的情况。
    .next = 要改哪一条，点它，或者直接说“不对，是2016年”。

# 日历文件
calendar-name = 换证与学时
due-archive = { $archiveEnds }核查档案截止
    .description = 系统里查不到证书的，本人带身份证原件、证书原件到{ $room }。依据：{ CLAUSE("1.1") }
due-exchange = { $exchangeEnds }换证截止
    .description = 在系统“证书管理”点“更新”。依据：{ CLAUSE("1.2") }
due-hours = { $yearEnd }前学满今年学时
    .description = 每年不少于{ $hours }学时，其中专业不少于{ $professional }学时。依据：{ CLAUSE("2.1") }
due-hours-own = { $yearEnd }前学满当年学时
due-counts-from = 从今天起学的，两种算法都算今年
due-printed-end = { $until }：证上印的有效期到这天
data-kept = 好，先留着。
data-say-it = 要删，就回“删除”；不删，不用管它。

# 命令行
serve-ready = 打开 { $url } 就能聊（按 Ctrl+C 停下）

feedback =
    .headline = 谢谢告诉我，这条没答好，记下了
    .next = 换个说法再问一次，或者直接打{ $phone }（{ $person }）。〔{ CLAUSE("6") }〕

choice-open-points = 通知没写清的地方
open-points = 这几点通知没有写清楚
    .which = 想看哪一样上没写清的地方？
open-point = · { $question }
    .meanwhile = 稳妥的做法：{ $meanwhile }
    .settles = 能说了算的：{ $who }
serve-sample = 名册里放了几位虚构的人，可以试着查：身份证号 { $idNumber }，姓名 { $name }（证书编号 { $certificateNo }）

# 换个地方接着聊：一个临时代码，只带走说过的情况，不带身份。
carry-code =
    .headline = 代码：{ $code }
    .because = { $minutes }分钟内，在另一个聊天里把它发给我，就从这里接着来；只能用一次。{ $link ->
        [none] {""}
       *[other] 用电报的，直接点：{ $link }
    }
    .next = 带过去的是您说过的证和学时、走到第几步；身份不带，在那边查自己的学时要重新核对。别把代码给别人。
carry-refused =
    .headline = 这个代码用不了
    .because = 可能打错了、用过了，或者过了时间。
    .next = 在原来的聊天里说“换个地方继续”，再要一个新的。
carry-unavailable =
    .headline = 现在给不了代码，请过几分钟再试
carried = 接上了，您在那边说过的我都有了
    .because = 身份没有带过来：要查自己的学时，在这里重新核对一次。
