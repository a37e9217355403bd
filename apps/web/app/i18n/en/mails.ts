import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { mails as source } from '../zh-CN/mails.ts'

export const mails: Translation<typeof source> = {
  title: 'Mail preferences',
  lead: 'Whatever concerns you stands among your notifications. Choose here what is mailed as well, and how.',
  saved: 'Saved.',
  save: 'Save',
  deliveries: {
    instant: 'By mail at once',
    daily: 'In one mail a day, at nine',
    inbox: 'No mail, notifications only',
  },
  classes: {
    talks: 'Requests that come, are answered or lapse; terms, messages and brokers.',
    contracts: 'New versions of a text, drafts taken back, public notices that end, duties that fall due.',
    money: 'What is due, received and refunded; royalties and reconciliation.',
    register: 'Time limits of examination, and registrations made.',
    listings: 'Reviews, expiry, listings frozen because a right ended, annual fees of patents.',
    needs: 'Reviews, listings and needs that match, answers.',
  },
  savedSearches: 'Saved searches',
  savedSearchesHint_one: '{{count}} saved search. What you choose here is set for it.',
  savedSearchesHint_other: '{{count}} saved searches. What you choose here is set for all of them.',
  savedSearchesMixed_one: '{{count}} saved search with a setting of its own; a choice here replaces it.',
  savedSearchesMixed_other:
    '{{count}} saved searches, set differently; a choice here is set for all of them.',
  savedSearchDeliveries: {
    instant: 'By mail at once',
    daily: 'In one mail a day, at eight',
    inbox: 'No mail, notifications only',
  },
  eachSearch: 'Set each saved search',
  always: {
    title: 'Always by mail',
    lead: 'These three kinds cannot be switched off: they concern the safety of your account or have consequences in law, and you or your organization might lose something by missing them.',
    classes: {
      security: {
        name: 'Account security',
        why: 'Codes, password resets, changed factors, invitations to an organization: if it was not you, the mail is the first you hear of it.',
      },
      signatures: {
        name: 'Signatures',
        why: 'Contracts to sign, signed by the other side, signed by both: a signature makes rights and duties.',
      },
      decisions: {
        name: 'Decisions and objections',
        why: 'Verification of your organization, corrections and refusals of a registration, objections to a notice and their answers: periods may run from them.',
      },
    },
  },
  unsubscribe: {
    class: {
      ask: 'No more mails about “{{name}}”? Notifications inside the market go on.',
      done: 'Done. No more mails about “{{name}}”; notifications inside the market go on.',
    },
    digest: {
      ask: 'No more daily digest? What it gathers will then be told inside the market only.',
      done: 'Done. No more daily digest; notifications inside the market go on.',
    },
    invalid:
      'This link is incomplete or not one of ours. Open it from the mail again, or log in and change it under “Mail preferences”.',
  },
}
