import nodemailer from 'nodemailer'
import type { Mailer } from './mailer.ts'

export interface SmtpOptions {
  /** smtp://user:password@host:587 or smtps://…:465; `?requireTLS=true` refuses an unencrypted server. */
  url: string
  /** Sender of every mail: `Name <address>`. */
  from: string
}

/** RFC 2369 and RFC 8058: one click in the mail program, answered without a question. */
const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': `<${url}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

const TIMEOUT_MS = 20_000

/** Hands each mail to an SMTP server over a connection of its own. */
export const createSmtpMailer = ({ url, from }: SmtpOptions): Mailer => {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost'
  return {
    send: async ({ id, to, subject, text, html, unsubscribeUrl }) => {
      await transport.sendMail({
        from,
        // As an object: a comma in it must not add another recipient.
        to: { name: '', address: to },
        subject,
        text,
        ...(html === undefined ? {} : { html }),
        messageId: `<${id}@${domain}>`,
        ...(unsubscribeUrl === undefined ? {} : { headers: unsubscribeHeaders(unsubscribeUrl) }),
      })
    },
  }
}
