# Telegram 里的菜单和按钮。

telegram-command-start = 开始，或回到开头
telegram-command-check = 我的证能不能换
telegram-command-steps = 换证怎么一步步办
telegram-command-hours = 每年要学多少学时
telegram-command-contact = 该问谁、去哪里问
telegram-command-language = 换成英文（English）
telegram-command-reset = 清掉前面说的，从头来
telegram-command-help = 我能帮您做什么

# 群里每条回复下面的按钮，点开是和机器人的私聊。
telegram-private = 私下问我
