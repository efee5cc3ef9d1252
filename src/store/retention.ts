const DAY_MS = 24 * 3_600_000;

/**
 * How long each kind of entry is kept, by what its key begins with (a signpost stands where a person stood), in milliseconds since it was last written. Whoever writes one takes its time
 * from here; the table for those who run a server (docs/operations.md) is held to it by a test.
 */
export const RETENTION_MS = {
  /** A chat, what is remembered of it, and its last answers. */
  chat: 180 * DAY_MS,
  /** Which chats belong to a person, and which wish to hear when hours arrive. */
  tie: 365 * DAY_MS,
  watch: 365 * DAY_MS,
  /** What was sent to a web page that is closed. */
  push: 30 * DAY_MS,
  /** A masked message to learn from. */
  review: 180 * DAY_MS,
  /** A file that is being worked on for a chat. */
  errand: 1 * DAY_MS,
  /** A code that takes a conversation to another chat. */
  carry: 10 * 60_000,
  /** A code that ties a chat to a person, unless whoever hands it out says otherwise. */
  invite: 30 * DAY_MS,
  /** Where a person stood under an older key, and where to look now: longer than any tie. */
  signpost: 400 * DAY_MS,
} as const;
