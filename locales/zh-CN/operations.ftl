# 存储整体的备份、恢复、搬迁（给运行本程序的人看）
store-backed-up = 已备份 { $entries } 条到 { $file }，内容仍是加密的；密钥（DATA_KEY 或 data.key）请另外保管，没有它打不开
store-restored = 已恢复 { $entries } 条（备份于 { $at }），并逐条核对过
store-restored-paused = 备份时正在群发的已暂停：{ $ids }。备份以后发出去的这里不知道，请先看 broadcast status，再决定 resume 还是 cancel
store-copied = 两边一致，共 { $entries } 条，逐条核对过（这次写入 { $put } 条，删去 { $removed } 条）
store-copied-but = 已复制 { $entries } 条，但还有 { $differing } 处在复制时又变了：请停下服务，再运行一次
store-copied-in-use = 原来的存储上还有服务在运行。切换之前请停下它，再运行一次，补上这之间的改动
store-down = 存储没有回答：请看地址、密码、加密（redis 或 rediss）对不对，服务在不在
store-fault =
    .not-empty = 目标存储不是空的。确定要清空它，请加 --force
    .in-use = 目标存储上还有服务在运行，请先停下它（刚被强行结束的，十秒后就不算了）
    .unfinished = 这个存储只恢复或复制了一半，请先把那一次再运行一遍
    .not-a-backup = 这不是本程序的备份文件
    .later-version = 这个备份来自更新的版本，请先升级
    .broken = 备份不完整或被改动过，没有写入任何内容
    .other-key = DATA_KEY：备份用的是另一把密钥，请给出那一把（嵌入式存储的在 data.key 里）
    .differs = 写入后读出来的不一样，存储可能有故障；请检查后再运行一次

# 换密钥
keys-single = DATA_KEY 里只有一把密钥。请先把新的放在最前面（新的,旧的；可用 openssl rand -base64 32 生成），重启服务，再运行一次
keys-rotated = 已用第一把密钥重新加密 { $sealed } 条，迁移 { $people } 人。所有服务都用这个 DATA_KEY 重启过的话，后面的密钥现在可以去掉了
keys-renewed = 已换上新密钥（在 data.key 里），重新加密 { $sealed } 条，迁移 { $people } 人；旧密钥已去掉，服务不用重启。请把新的 data.key 另外备份一份
keys-still-used = 已重新加密 { $sealed } 条，但还有程序在用旧密钥写入。旧密钥先不要去掉：请确认所有服务都已用新的 DATA_KEY 重启，再运行一次
