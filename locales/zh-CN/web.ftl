# 网页上的字：页面本身，和接口在出错时说的话。
# $count、$limit、$name 在页面上才知道：交给页面时原样留着 {count} 这样的空。

web-title = 换证助手
web-tagline = 依据{ $documentNumber }
web-description = 海南施工现场专业人员换证、继续教育学时，打字就能问，每句规定都注明条款。
web-skip = 跳到输入框
web-no-script = 这个页面要打开 JavaScript 才能用。急事请打电话：{ $phone }（{ $person }）。

web-hello = 海南施工现场证书问答
web-hello-detail = 换证、学时、安全员证。每句规定都注明条款，点开就是通知原文。
web-examples = 可以这样问
web-example-renewal = 我2017年的土建施工员证，海南发的，系统能查到，能换吗
web-example-hours = 去年学了20学时，今年40，行不行
web-example-missed = 忘了换证，老证还能用吗
web-example-safety = 安全员证要不要换
web-disclaimer = 非官方网站，以通知原文为准。别发身份证照片、密码、验证码。

web-conversation = 对话
web-you = 您：
web-assistant = 助手：
web-choices = 可以点选
web-latest = 回到最新
web-new-message = 有新消息

web-message = 您的问题
web-placeholder = 想问什么，直接打字…
web-send = 发送
web-counter = { $count }/{ $limit }
web-over-limit = 超出{ $count }字，请分几次发

web-unsent = 没发出去
web-waiting = 连上网就自动发
web-retry = 再发一次
web-edit = 改一改再发
web-offline = 网络断了，连上后自动接着来
web-online = 网络恢复了
web-busy = 现在有点忙，稍等会自动再试
web-chat-ended = 之前的对话已经结束，这是新的对话。

web-sources = 依据
web-clause = 条款{ $name }
web-original = 通知原文
web-translation = 译文
web-loading = 正在打开…
web-clause-failed = 没能打开原文，请再点一次
web-save-file = 保存{ $name }
web-not-helpful = 这条没帮上忙

web-new-chat = 新对话
web-new-chat-question = 开始新的对话？
web-new-chat-detail = 这台设备上显示的对话会清空，找不回来。
web-new-chat-confirm = 清空并开始
web-cancel = 取消
web-language-name = 中文
web-switch-language = 切换为中文

web-error-not-found = 没有这个地址。
web-error-method = 这个地址不接受这种请求，可用的是：{ $allowed }。
web-error-chat = 没有这个对话，请开始新的对话。
web-error-host = 不能用这个主机名访问这里。
web-error-origin = 请求来自别的网站，没有接受。经代理访问时，请让代理原样传递 Host。
web-error-too-many = 发得太快了，请{ $seconds }秒后再试。
web-error-streams = 这个对话同时打开的页面太多了，请关掉几个再试。
web-error-not-json-type = 请用 JSON 发送（Content-Type: application/json）。
web-error-not-json = 内容不是一个 JSON 对象。
web-error-locale = locale 只能是 zh-CN 或 en。
web-error-text-or-choice = text 和 choice 要给一个，也只能给一个。
web-error-not-a-string = text 和 choice 要是字符串。
web-error-id = id 要是一个非空的字符串，最多{ $limit }个字符。
web-error-empty = 消息是空的，请写点什么再发。
web-error-too-long = 一条消息最多{ $limit }个字，请分几次发。
web-error-metrics = 只能在本机查看，或凭 METRICS_TOKEN 查看。
web-error-request = 请求看不懂。
web-error-ours = 抱歉，我这边出了点差错，请再试一次。编号：{ $reference }
web-error-no-page = 页面还没有构建，请先运行 npm run build。
