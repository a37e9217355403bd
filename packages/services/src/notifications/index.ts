export type { MailContext } from './notice.ts'
export { type Mail, NOTIFIED_EVENTS, writeMails } from './write-mails.ts'
