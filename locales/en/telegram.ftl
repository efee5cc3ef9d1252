# The menu and the buttons in Telegram.

telegram-command-start = Begin, or go back to the beginning
telegram-command-check = Can my certificate be exchanged
telegram-command-steps = The exchange, step by step
telegram-command-hours = How many hours a year
telegram-command-contact = Whom to ask, where to go
telegram-command-language = Switch to Chinese (中文)
telegram-command-reset = Forget what I said and start over
telegram-command-help = What I can help with

# The button under every reply in a group; it opens a private chat with the bot.
telegram-private = Ask me in private
