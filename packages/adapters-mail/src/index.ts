/** Mail and calendar invitations: messages to bytes, the mail server, the sender of the outbox. */
export { type CalendarContext, calendarText } from "./calendar/calendar-text.ts"
export { type ComposedMail, composeMail, type MailSender } from "./mail/compose-mail.ts"
export { messageIdOf } from "./mail/message-id.ts"
export { layerSmtp } from "./smtp/layer-smtp.ts"
export { type SmtpOptions, SmtpOptionsInvalid } from "./smtp/smtp-settings.ts"
export { defaultRetryPolicy, nextAttempt, type RetryPolicy } from "./sender/retry-policy.ts"
export { runSender, type SenderOptions } from "./sender/run-sender.ts"
export { sendDue, type SendOptions, type SendReport } from "./sender/send-due.ts"
