# The chat in the terminal.

terminal-hint = Type your question, or the number of a choice. Ctrl-D leaves.
terminal-goodbye = Goodbye; come back any time.
terminal-file = Saved as { $path }
