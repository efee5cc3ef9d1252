export type { Answer, Assistant, Choice, Incoming, Locale, Message, Outgoing, Reply } from './turn.ts';
