export { type AssistantParts, type Conversation, createAssistant } from './assistant.ts';
export { createConversation, type TakeTurn, type Turn } from './conversation.ts';
export type { ConversationParts, Moment } from './desk.ts';
export { readReceipt, receiptOf } from './receipt.ts';
export { initialState, reviveState, type State } from './state.ts';
export type { Answer, Assistant, Choice, Incoming, Locale, Message, Outgoing, Reply } from './turn.ts';
