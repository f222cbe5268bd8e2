/** What the domain needs from outside; adapters meet here. */
export { AccessLog, Consultation } from "./ports/access-log.ts"
export {
  DocumentRenderer,
  DocumentStorage,
  type RenderedFile,
  UnprintableDocument,
} from "./ports/documents.ts"
export { CalendarWriter, ChartRenderer } from "./ports/drawings.ts"
export {
  type ArchivedFile,
  Archiver,
  type SheetCell,
  type SheetColumn,
  type SheetContent,
  SheetWriter,
} from "./ports/files.ts"
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
export { type FiledAttachment, type FiledDocument, PersonnelFile } from "./ports/personnel-file.ts"
export {
  type TableAbout,
  type TableFault,
  type TableLine,
  type TableMalformed,
  TableReader,
  type XmlFault,
  type XmlMalformed,
  type XmlPart,
  XmlReader,
} from "./ports/reading.ts"
export {
  type ArrivingRow,
  type Comparison,
  type Difference,
  Registers,
  type Replaced,
  type Replacement,
} from "./ports/registers.ts"
export {
  type SchoolSession,
  type Session,
  type SessionAlreadyOpen,
  Sessions,
} from "./ports/sessions.ts"
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
