of-somebody-else = 这说的是另一个人的证；您自己的我另外记着，没有动。
your-own-again = 这说的是您自己的证。

# 插进来的话：不管正在谈什么，都只有一种回答。
forged =
    .headline = 造假证、买证，这个忙我不帮
    .because = · 通知里的电子证，是学满学时、通过考核后由系统自动生成的。〔{ CLAUSE("1.3") }〕
    .next = · 证和学时有难处，可以打{ $phone }（{ $person }）问怎么办。〔{ CLAUSE("6") }〕
