# 只属于这份通知的话：换证的每一步，和部里系统的每个画面。
# do：做什么；prepare：准备什么；screen：屏幕上会看到什么；trouble：常见的岔子（标了“常见问答”的不是通知的规定）。

step-certificate = 先看清手里的证
    .do = 看封面全称是不是《住房和城乡建设领域专业人员岗位培训考核合格证书》，{ $firstIssueYear }—{ $lastIssueYear }年发的，盖的是海南领导小组办公室的章，岗位在13个之内。〔{ CLAUSE("1.1") }〕
    .prepare = 准备：证书原件、身份证。
    .trouble = 封面写着《建设企事业单位专业管理人员岗位证书》的，不在换证之列。〔{ CLAUSE("1.1") }〕
step-search = 在系统里查一查这本证
    .do = 打开{ $systemUrl }，看您的证书信息查不查得到。〔{ CLAUSE("1.1") }〕
    .screen = 查得到会显示证书信息；查不到是空白或“无记录”。
    .trouble = 查不到：先核对姓名、证号有没有输错（常见问答，不是通知的规定）；确实没有的，{ $archiveEnds }前本人带身份证原件、证书原件到{ $room }核查档案。〔{ CLAUSE("1.1") }〕
step-register = 登录系统，注册个人用户
    .do = 在{ $systemUrl }注册个人用户，按要求填写个人信息。〔{ CLAUSE("1.3") }〕
    .prepare = 准备：自己的身份证、自己在用的手机。密码和短信验证码只填在系统里，谁要都别给，也别发给我。
    .screen = 登录框、“注册”按钮。
    .trouble = 账号是身份证号，密码忘了点“找回密码”；网页乱码就换个浏览器（常见问答，不是通知的规定）。
step-profile = 完善个人基本信息
    .do = 登录后把个人基本信息填完整。〔{ CLAUSE("1.3") }〕
    .screen = 一张填姓名、单位、岗位的表。
    .trouble = 工作单位怎么填通知没有说；换过单位的，先请原单位把您移出计划（常见问答，不是通知的规定）。
step-photo = 上传头像
    .do = 上传本人头像。〔{ CLAUSE("1.3") }〕
    .prepare = 准备：近期一寸白底证件照（常见问答，不是通知的规定）。
    .screen = 选照片、上传的按钮。
    .trouble = 照片会印在电子证上，有了考核记录或电子证就改不了，所以点“更新”之前一定弄对；太大传不上，就裁小一点再传（常见问答，不是通知的规定）。
step-learn = 学满继续教育学时
    .do = 自己选一家有资格的机构，集中学或网上学，不少于{ $hours }学时、其中专业不少于{ $professional }学时。〔{ CLAUSE("2.2") }〕〔{ CLAUSE("4.2") }〕
    .screen = 系统“继续教育”里能看到自己已学的学时。〔{ CLAUSE("1.3") }〕
    .trouble = 学了没显示：机构每月分两批上报，审核后才录入，先问机构报了没有。〔{ CLAUSE("2.2") }〕
step-assessment = 通过考核
    .do = 学完参加培训机构的考核，合格了才能换。〔{ CLAUSE("1.3") }〕
    .trouble = 多少分及格、能考几次，通知没有说，问培训机构。
step-update = 在“证书管理”点“更新”
    .do = 学时完成后，在“证书管理”里对原证书点“更新”，{ $exchangeEnds }前办完。〔{ CLAUSE("1.3") }〕〔{ CLAUSE("1.2") }〕
    .screen = 证书列表，原证书旁边有“更新”两个字。
    .trouble = 没有“更新”两个字，多半是：学时还没录入、考核没通过、这本证不在系统里，或者系统已经关了。
step-download = 拿到电子证
    .do = 系统自动生成《电子培训合格证》，原证书同时作废。〔{ CLAUSE("1.3") }〕
    .screen = “证书管理”里出现电子证。
    .trouble = 从明年起，每年要学满{ $hours }学时、专业{ $professional }学时。〔{ CLAUSE("2.1") }〕

# 「您的屏幕上显示什么？」
screen-login = 登录框或注册页
screen-not-found = 查不到我的证
screen-profile = 填个人信息的表
screen-photo = 上传照片的地方
screen-hours = “继续教育”学时列表
screen-no-hours = 学时是空的或不够
screen-update = 有“更新”按钮
screen-no-update = 没有“更新”按钮
screen-electronic = 已经显示电子证
screen-garbled = 网页乱码、打不开
