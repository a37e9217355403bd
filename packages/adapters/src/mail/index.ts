export { createOutboxMailer } from './create-outbox-mailer.ts'
export { createSmtpMailer, type SmtpOptions } from './create-smtp-mailer.ts'
export type { Mailer, MailMessage } from './mailer.ts'
