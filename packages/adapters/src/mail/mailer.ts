export interface MailMessage {
  /** Stable across repeated sending, so that a mail server or reader can drop the second copy. */
  id: string
  to: string
  subject: string
  text: string
  html?: string
  /** Where the reader's mail program may end mails of this kind by one POST (RFC 8058). */
  unsubscribeUrl?: string
}

/** Sends one mail; resolves when the next station has taken responsibility for it, rejects otherwise. */
export interface Mailer {
  send(message: MailMessage): Promise<void>
}
