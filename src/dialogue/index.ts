export { type AssistantParts, type Conversation, createAssistant, isAdmin } from './assistant.ts';
export type { BroadcastAct, BroadcastAsk, BroadcastPreview, BroadcastSeen, BroadcastTold } from './broadcast-asks.ts';
export { overriddenText, statusLine } from './broadcast-texts.ts';
export { type CarryCodes, carryCodeIn, createCarryCodes } from './carry-codes.ts';
export { createConversation, type TakeTurn, type Turn, withPush } from './conversation.ts';
export type { ConversationParts, Moment } from './desk.ts';
export { readReceipt, receiptOf } from './receipt.ts';
export { createReview, type Review, type ReviewItem } from './review.ts';
export { initialState, reviveState, type State } from './state.ts';
export type {
  Answer,
  Assistant,
  Choice,
  Errand,
  ErrandTools,
  GivenFile,
  Got,
  Incoming,
  Locale,
  Message,
  Noted,
  Outgoing,
  OwedErrand,
  Reply,
  Want,
  YearsPicture,
} from './turn.ts';
