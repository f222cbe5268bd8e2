/** Mail and calendar invitations: messages to bytes, the mail server, the sender of the outbox. */
export { type CalendarContext, calendarText } from "./calendar/calendar-text.ts"
