# 终端里的聊天。

terminal-hint = 直接打字问，或者打选项的编号。按 Ctrl-D 离开。
terminal-goodbye = 再见，需要时再来。
terminal-file = 已存成文件：{ $path }
