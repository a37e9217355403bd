import type { CodeItem, CodeOf } from '../codes/code-list.ts'

/** Mails a person may end: everything in them also stands among the notifications inside the market. */
export const MAIL_CLASSES = [
  { code: 'talks', zh: '意向与洽谈', en: 'Requests and talks' },
  { code: 'contracts', zh: '合同', en: 'Contracts' },
  { code: 'money', zh: '款项', en: 'Money' },
  { code: 'register', zh: '认定登记', en: 'Registration' },
  { code: 'listings', zh: '成果与权利', en: 'Listings and rights' },
  { code: 'needs', zh: '技术需求', en: 'Needs' },
] as const satisfies readonly CodeItem[]
export type MailClass = CodeOf<typeof MAIL_CLASSES>

/** Mails nobody can end: without them somebody would lose an account, a right or a period set by law. */
export const OBLIGATORY_MAIL_CLASSES = ['security', 'signatures', 'decisions'] as const
export type ObligatoryMailClass = (typeof OBLIGATORY_MAIL_CLASSES)[number]

/** How the mails of a class come: at once, gathered once a day, or not at all. */
export const DELIVERIES = ['instant', 'daily', 'inbox'] as const
export type Delivery = (typeof DELIVERIES)[number]

/** Of who has chosen nothing. */
export const DEFAULT_DELIVERY: Delivery = 'instant'

export type MailChoices = Record<MailClass, Delivery>

/** The whole of what a person chose, from the choices kept. */
export const mailChoicesOf = (kept: readonly { mailClass: MailClass; delivery: Delivery }[]): MailChoices => {
  const choices = Object.fromEntries(MAIL_CLASSES.map(({ code }) => [code, DEFAULT_DELIVERY])) as MailChoices
  for (const { mailClass, delivery } of kept) choices[mailClass] = delivery
  return choices
}

/** What the link out of a mail ends: the mails of one class, or the daily digest whatever it gathers. */
export const UNSUBSCRIBE_SCOPES = [...MAIL_CLASSES.map(({ code }) => code), 'digest'] as const
export type UnsubscribeScope = (typeof UNSUBSCRIBE_SCOPES)[number]

/** The classes such a link turns off. */
export const endedBy = (scope: UnsubscribeScope, choices: MailChoices): MailClass[] =>
  MAIL_CLASSES.map(({ code }) => code).filter((code) =>
    scope === 'digest' ? choices[code] === 'daily' : code === scope && choices[code] !== 'inbox',
  )
