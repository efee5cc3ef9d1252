# 名册：导入时退回的行、拒收的文件、命令的输出。文字不重复单元格里的内容。

roster-problem =
    .required = 不能空着，请补上
    .too-long = 内容太长（最多500字），请核对是不是串列了
    .not-a-name = 这不像姓名，请核对是不是串列，或者公式出错
    .kind = 证书类型请写：培训合格证书、电子培训合格证、安全员证书、岗位证书、其他，或空着
    .date = 日期看不懂或没有这一天，请写成 2017-06-01
    .date-or-year = 日期看不懂或没有这一天，请写成 2017-06-01；只知道年份就写 2017
    .yes-no = 请写“是”或“否”，不清楚就空着
    .passed = 请写“合格”或“不合格”，不清楚就空着
    .year = 年度请写四位数字，例如 2025
    .hours = 请写 0 到 9999 的数字，最多两位小数，例如 32
    .more-than-hours = 专业学时是学时的一部分，不能比学时多
    .record-incomplete = 学时年度、学时、专业学时要一起填，或者都空着
    .passed-without-record = 填了考核结果，就要填学时年度、学时、专业学时
    .record-twice = 同一年有两行，没有培训机构和结业日期，分不清是两次还是写重了：请补上其中一项，或者把学时加起来写成一行
    .no-such-record = 名册里没有这一条（按身份证号、证书编号、年度、培训机构、结业日期对），请核对后再试
    .cells-missing = 这一行后面缺了几格，可能文件不完整，请重新导出
    .cells-too-many = 这一行比表头多出几格，可能内容里有逗号，请给那一格加上英文双引号
    .id-number-15 = 这是15位的旧号码，已停用，请填18位的新号码（见现在的身份证）
    .id-number-rounded = 号码被表格软件当成数字，末几位丢了；请把这一列设成“文本”再重填
    .id-number-length = 身份证号应是18位，请对照证件数一数
    .id-number-letters = 身份证号应是17位数字加一位数字或X，请对照证件核对
    .id-number-region = 身份证号开头的地区代码不存在，请对照证件核对
    .id-number-birth = 身份证号里的出生日期不对，请对照证件核对
    .id-number-check = 身份证号校验不通过，有一位写错了，请对照证件核对
roster-refused =
    .empty = 文件是空的：第一行要写表头，从第二行起每行一个人
    .too-big = 文件太大，最多{ $limit } MB，请分成几个文件
    .encoding = 文件的文字编码认不出来，请在表格软件里另存为“CSV UTF-8”
    .not-text = 这不是 CSV 或 XLSX 文件
    .old-excel = 这是旧版 .xls 文件，或者设了密码；请去掉密码，另存为 .xlsx
    .broken-zip = 文件坏了或没有传完整，请重新另存一份再试
    .not-a-workbook = 这不是 XLSX 工作簿，或者里面没有可见的工作表
    .macros = 文件里带有宏，不能收；请另存为不带宏的 .xlsx
    .dates-from-1904 = 工作簿用的是1904日期系统，日期会差四年；请在选项里关掉它，核对日期后再存
    .inflates = 文件解开后太大，不像名册；请另存为 CSV 再试
    .too-many-columns = { $row ->
        [0] 列太多，最多{ $limit }列
       *[other] 第{ $row }行的列太多，最多{ $limit }列
    }
    .too-long-cell = { $row ->
        [0] 有一格内容太长，不像名册
       *[other] 第{ $row }行有一格内容太长，不像名册
    }
    .too-many-rows = 行数太多，最多{ $limit }行，请分成几个文件
    .unclosed-quote = 第{ $row }行有一个双引号没有收尾：文件可能不完整，或者那一格少了引号
    .missing-columns = 第一行缺少这些表头：{ $columns }
    .headers-below = 表头在第{ $row }行：请删掉它上面的行，让表头在第一行
    .column-twice = 表头“{ $columns }”出现了两次，请留下一列
roster-rejected =
    .row = 行号
    .column = 列
    .reason = 原因

roster-imported =
    .did = 导入完成：{ $people }人，{ $rows }行；新增{ $new }行，更正{ $changed }行，不变{ $unchanged }行，退回{ $rejected }行
    .would = 试导入（什么都没有改）：{ $people }人，{ $rows }行；会新增{ $new }行，更正{ $changed }行，不变{ $unchanged }行，退回{ $rejected }行
roster-withdrawn =
    .did = 撤回完成：{ $rows }行；撤回{ $withdrawn }条学时记录（其中{ $already }条早就撤回了），名册里没有的{ $unknown }行，退回{ $rejected }行
    .would = 试撤回（什么都没有改）：{ $rows }行；会撤回{ $withdrawn }条学时记录（其中{ $already }条早就撤回了），名册里没有的{ $unknown }行，退回{ $rejected }行
roster-given-back =
    .did = 恢复完成：{ $rows }行；恢复{ $withdrawn }条学时记录（其中{ $already }条本来就算数），名册里没有的{ $unknown }行，退回{ $rejected }行
    .would = 试恢复（什么都没有改）：{ $rows }行；会恢复{ $withdrawn }条学时记录（其中{ $already }条本来就算数），名册里没有的{ $unknown }行，退回{ $rejected }行
roster-still-withdrawn = 注意：其中{ $count }行的学时以前撤回过，仍然不算；要恢复，用 huanzheng roster withdraw 文件 --undo
roster-other-sheets = 没有读的工作表：{ $sheets }（只读第一张表；要用就另存成单独的文件）
roster-examples = 例如：{ $names }
roster-unknown-columns = 没有用到的列：{ $columns }
roster-rejected-rows = 退回或没对上的{ $count }行和原因在：{ $file }
roster-exported = 导出完成：{ $rows }行，{ $file }
roster-invite =
    .code = 一次性编码
    .done = 生成了{ $count }个编码，{ $days }天内有效，每个只能用一次
roster-file = { $code ->
    [ENOENT] 找不到这个文件，或者要写进去的文件夹
    [EISDIR] 这是文件夹，不是文件
    [ENOSPC] 磁盘满了
   *[other] 没有权限读写这个文件
}

# 单位自己的名单：每本证一行的结论、状态、下一步
check-unreadable =
    .finding = 这一行看不懂
    .standing = —
    .next = 改好这一行再试
check-archive-late =
    .finding = 核查档案的日子过了
    .standing = 换证还没截止
    .next = 今天就打{ $phone }（{ $person }）问，{ $deadline }前要换完〔{ CLAUSE("1.1") }〕〔{ CLAUSE("6") }〕
check-ready =
    .finding = 现在就能换证
    .standing = 条件都满足
    .next = 本人到“证书管理”点“更新”，{ $deadline }前办完〔{ CLAUSE("1.3") }〕〔{ CLAUSE("1.2") }〕
check-archive-check =
    .finding = 先核查档案
    .standing = 系统查不到
    .next = 本人带身份证、证书原件到{ $room }，{ $archiveAdvised }以前去〔{ CLAUSE("1.1") }〕
check-training-first =
    .finding = 先学学时再换证
    .standing = 在换证范围
    .next = 学满{ $hours }学时、其中专业{ $professional }学时，并考核合格，{ $deadline }前换完〔{ CLAUSE("2.2") }〕
check-void =
    .finding = 照哪种算法都要作废
    .standing = 作废
    .next = 先核对学时录全没有，再打{ $phone }（{ $person }）确认；认定作废的要重新培训〔{ CLAUSE("2.1") }〕〔{ CLAUSE("6") }〕
check-disputed =
    .finding = 有风险：有的算法算作废
    .standing = 有争议
    .next = { $left ->
        [none] 拿着学时记录打{ $phone }（{ $person }）确认〔{ CLAUSE("6") }〕
       *[other] { $deadline }前再学{ $left }学时，并拿着学时记录打{ $phone }（{ $person }）确认〔{ CLAUSE("2.1") }〕〔{ CLAUSE("6") }〕
    }
check-left-post =
    .finding = 记的是不在岗，有风险
    .standing = 有争议
    .next = “未从事相应岗位工作”是作废的一种情形，怎样算没写明：在岗就把“在岗”改成“是”，不在岗打{ $phone }（{ $person }）确认{ $left ->
        [none] {""}
       *[other] ；要保住，{ $deadline }前再学{ $left }学时
    }〔{ CLAUSE("2.1") }〕〔{ CLAUSE("6") }〕
check-keep-more =
    .finding = 今年够了，两年合计还不稳
    .standing = 有效
    .next = { $deadline }前再学{ $left }学时，两年合计才够；往年的缺口，有的算法不认多学的，打{ $phone }（{ $person }）确认〔{ CLAUSE("2.1") }〕〔{ CLAUSE("6") }〕
check-open =
    .finding = 今年学时没学够
    .standing = 有效
    .next = { $deadline }前再学{ $left }学时〔{ CLAUSE("2.1") }〕
check-safety-open =
    .finding = 今年学时没学够（安全员）
    .standing = —
    .next = { $deadline }前再学{ $left }学时；学时不够的后果通知没有明说，不等于作废，也不等于没事〔{ CLAUSE("3.1a") }〕
check-safety-short =
    .finding = 今年够了，往年有不够的（安全员）
    .standing = —
    .next = 不够的年度：{ $years }；后果通知没有写明，不等于作废，也不等于没事，打{ $phone }（{ $person }）问〔{ CLAUSE("3.1a") }〕〔{ CLAUSE("6") }〕
check-records-unclear =
    .finding = 有两行分不清，先不算
    .standing = —
    .next = 同一年有两行，看不出是两次培训还是写重了：补上培训机构或结业日期，或者把学时加起来写成一行，再试
check-needs-information =
    .finding = 资料不全，下不了结论
    .standing = —
    .next = 要补上或写清：{ $columns }
check-closed =
    .finding = 换证已截止
    .standing = —
    .next = 《培训合格证书》有效期内可继续使用，看证上印的日期；别的打{ $phone }（{ $person }）问〔{ CLAUSE("3.1b") }〕〔{ CLAUSE("6") }〕
check-out-of-scope =
    .finding = 不在换证范围
    .standing = —
    .next = 拿不准打{ $phone }（{ $person }）问〔{ CLAUSE("6") }〕
check-why = { $why ->
    [code] 岗位代码不在列出的代码里；岗位名单后面有个“等”字，还包括谁通知没有说〔{ CLAUSE("1.1") }〕
    [issue-year] 不是2015年至2018年发的〔{ CLAUSE("1.1") }〕
    [issuer] 不是领导小组办公室发的〔{ CLAUSE("1.1") }〕
    [post] 原《建设企事业单位专业管理人员岗位证书》不在换证之列，还能不能用通知没有说〔{ CLAUSE("1.1") }〕
    [safety-issuer] 别处发的安全员证书，这份通知没有管，学时请问发证的单位〔{ CLAUSE("3.1a") }〕
    [unnamed-code] 这个代码通知里没有列，先弄清是不是安全员证书：是的话不用换，另有规定〔{ CLAUSE("3.1a") }〕
    [left-post] 还记了不在岗，这也是作废的一种情形〔{ CLAUSE("2.1") }〕
    [still-usable] 有效期内也许还能用，看证上印的日期〔{ CLAUSE("3.1b") }〕
   *[other] 这种证书通知没有管，请问发证的单位〔{ CLAUSE("1.1") }〕
}
check-short-years = 往年也有不够的：{ $years }〔{ CLAUSE("3.1a") }〕
check-not-yet-due =
    .finding = 今年还不用学
    .standing = 有效
    .next = 拿证次年起，每年{ $hours }学时〔{ CLAUSE("2.1") }〕
check-safety-not-due =
    .finding = 今年还不用学（安全员）
    .standing = —
    .next = 从哪年起算通知没有写，这里按发证次年；每年不少于{ $hours }学时〔{ CLAUSE("3.1a") }〕
check-safety-met =
    .finding = 今年学时够了（安全员）
    .standing = —
    .next = 每年不少于{ $hours }学时，接着用〔{ CLAUSE("3.1a") }〕
check-met =
    .finding = 今年学时够了
    .standing = 有效
    .next = 明年接着学{ $hours }学时〔{ CLAUSE("2.1") }〕
check-column =
    .finding = 结论
    .standing = 状态
    .hours = 还差学时
    .professional = 其中专业
    .deadline = 截止
    .next = 下一步
    .clause = 依据
    .row = 原表行号
check-sheet =
    .list = 逐人结论
    .summary = 汇总
check-summary =
    .title = 琼建人〔2020〕135号 学时与换证核对
    .counts = { $people }人，{ $rows }行，按{ $day }计算
    .note = 只按这张表自己的内容判断，没有查名册，也没有留存。通知没写清的地方，每种算法都算过，取稳妥的。
    .count = 证书数
check-done = { $people }人，{ $rows }行，结果在：{ $file }

rules-diff =
    .head = { $before } → { $after }：名册{ $people }人，{ $certificates }本证
    .none = 没有一个结论会变
    .change = { $question ->
        [renewal] 换证
       *[hours] 每年学时
    }：{ $from } → { $to }：{ $certificates }本，例如{ $names }
