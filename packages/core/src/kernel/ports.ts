/** What the domain needs from outside; adapters meet here. */
export {
  DocumentRenderer,
  DocumentStorage,
  type RenderedFile,
  UnprintableDocument,
} from "./ports/documents.ts"
export {
  type IdempotencyKey,
  IdempotencyKeys,
  type IdempotencyState,
} from "./ports/idempotency-keys.ts"
export {
  MailDeferred,
  MailRefused,
  MailTransport,
  type OutgoingMail,
} from "./ports/mail-transport.ts"
export { NewIds } from "./ports/new-ids.ts"
export {
  Fate,
  MessageNotResendable,
  type Outcome,
  Outbox,
  OutboxEntry,
  superseded,
} from "./ports/outbox.ts"
export { PeopleDirectory, Person, personName, UnavailableDays } from "./ports/people.ts"
export { type Session, Sessions } from "./ports/sessions.ts"
export { Settings } from "./ports/settings.ts"
export {
  type AggregateId,
  type AggregateType,
  type Change,
  type Commit,
  isChangeOf,
  type Loaded,
  type LoadedAll,
  type StateOf,
  StaleVersion,
  Storage,
  StorageUnavailable,
} from "./ports/storage.ts"
export { Views } from "./ports/views.ts"
