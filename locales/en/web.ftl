# The words of the web page, and what its interface says when something is wrong.
# $count, $limit and $name are known to the page only: they are handed to it as gaps such as {count}.

web-title = Certificate Assistant
web-tagline = Notice { $documentNumber }
web-description = Ask about renewing Hainan construction-site certificates and yearly training hours; every rule comes with its clause.
web-skip = Skip to the message box
web-no-script = This page needs JavaScript. If it is urgent, call { $phone } ({ $person }).

web-hello = Hainan site certificates, explained
web-hello-detail = Renewal, yearly hours, safety officers. Every rule names its clause; one tap shows the notice’s own words.
web-examples = For example
web-example-renewal = I have a 2017 civil works construction worker certificate from Hainan and the system finds it. Can I renew it?
web-example-hours = I did 20 hours last year and 40 this year. Is that enough?
web-example-missed = I forgot to renew. Is my old certificate still good?
web-example-safety = Does a safety officer certificate need renewing?
web-disclaimer = Not an official site; the Chinese notice prevails. Never send ID photos, passwords or codes.

web-conversation = Conversation
web-you = You:
web-assistant = Assistant:
web-choices = You can choose
web-latest = Go to the latest
web-new-message = New message

web-message = Your question
web-placeholder = Ask a question …
web-send = Send
web-counter = { $count }/{ $limit }
web-over-limit = { $count } characters too many; please send it in parts

web-unsent = Not sent
web-waiting = Goes out once you are online
web-retry = Send again
web-edit = Edit and send
web-offline = You are offline; this continues by itself once you are back
web-online = Back online
web-busy = Rather busy just now; trying again by itself
web-chat-ended = The earlier conversation has ended; this is a new one.

web-sources = Based on
web-clause = Clause { $name }
web-original = Text of the notice
web-translation = Unofficial translation
web-loading = Opening …
web-clause-failed = The text could not be opened; please tap again
web-save-file = Save { $name }
web-not-helpful = This did not help

web-new-chat = New chat
web-new-chat-question = Start a new chat?
web-new-chat-detail = The conversation shown on this device will be cleared for good.
web-new-chat-confirm = Clear and start
web-cancel = Cancel
web-language-name = English
web-switch-language = Switch to English

web-error-not-found = There is nothing at this address.
web-error-method = This address does not take such requests; it takes { $allowed }.
web-error-chat = There is no such chat; please start a new one.
web-error-host = This place does not answer to that host name.
web-error-origin = The request came from another site and was refused. Behind a proxy, let it pass on Host unchanged.
web-error-too-many = That was too fast; please try again in { $seconds } s.
web-error-streams = Too many pages have this chat open; please close some and try again.
web-error-not-json-type = Please send JSON (Content-Type: application/json).
web-error-not-json = The body is not a JSON object.
web-error-locale = locale must be zh-CN or en.
web-error-text-or-choice = Exactly one of text and choice must be given.
web-error-not-a-string = text and choice must be strings.
web-error-id = id must be a non-empty string of at most { $limit } characters.
web-error-empty = The message is empty; please write something first.
web-error-too-long = A message may have up to { $limit } characters; please send it in parts.
web-error-metrics = Only from this machine, or with METRICS_TOKEN.
web-error-request = The request cannot be understood.
web-error-ours = Sorry, something went wrong on our side; please try again. Number: { $reference }
web-error-no-page = The page has not been built; please run npm run build first.
