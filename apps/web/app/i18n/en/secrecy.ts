import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { secrecy as source } from '../zh-CN/secrecy.ts'

export const secrecy: Translation<typeof source> = {
  title: 'Agreements of secrecy',
  lead: 'Who is bound to secrecy, and who opened which file when.',
  tabs: {
    label: 'Secrecy',
    owner: 'Others reading our files',
    reader: 'We reading theirs',
    text: 'Our text',
  },
  listing: {
    title: 'Confidential files',
    lead: 'Once the owner’s agreement of secrecy is accepted, the files open with your organization’s name and the time across them.',
    none: 'This result has no confidential files',
    own: 'This is your own organization’s result',
    ownHint: 'Under “Secrecy” you see who accepted the agreement and opened which files.',
    noOrganization: 'Please act for an organization first',
    notVerified: 'Your organization must be verified before it can accept',
    role: 'A signatory of your organization accepts the agreement',
    barred: 'The owner has withdrawn your organization’s access.',
  },
  text: {
    zh: 'Chinese text (authoritative)',
    en: 'English text (for reference)',
    hash: 'SHA-256 of the text',
    own: 'The text is the owner’s own.',
    market: 'The text is provided by this market.',
    show: 'Read the accepted text',
  },
  accept: {
    title: 'Accept the agreement',
    explain:
      'Accepting binds your organization. Your name, the time and the SHA-256 of the text are recorded; access lasts {{months}} months.',
    check: 'I have read the agreement and may accept it for my organization.',
    now: 'Accept the agreement',
  },
  agreement: {
    standing: { in_force: 'In force', expired: 'Run out', withdrawn: 'Withdrawn' },
    signatory: 'Signatory',
    acceptedAt: 'Accepted',
    expiresOn: 'Access until',
    withdrawn: 'Withdrawn',
    withdrawnBy: '{{name}}: {{reason}}',
  },
  files: {
    title: 'Files',
    open: 'Open (marked)',
    notOpened: 'This kind of file cannot be marked and does not open here; please ask the owner.',
    logged: 'Every opening is recorded and visible to the owner.',
  },
  withdraw: {
    title: 'Withdraw',
    explainReader: 'Your organization will no longer open these files. The duty of secrecy stays.',
    explainOwner:
      'They will no longer open these files, nor be able to accept again. The duty of secrecy stays.',
    reason: 'Reason',
    check: 'I confirm the withdrawal.',
    now: 'Withdraw the agreement',
  },
  list: {
    agreements: 'Agreements',
    reader: 'Reader',
    owner: 'Owner',
    listing: 'Result',
    standing: 'State',
    openings: 'Openings',
    none: 'No agreements of secrecy yet',
    noneOwner: 'Attach confidential files to a listing; others read them once they accept the agreement.',
    noneReader: 'The page of a result shows its confidential files and the agreement.',
  },
  openings: {
    title: 'Openings',
    at: 'When',
    who: 'Who',
    file: 'File',
    removed: '(file removed since)',
    none: 'Nobody has opened a confidential file yet.',
  },
  template: {
    title: 'Our text',
    lead: 'What others accept before they read your confidential files. What was accepted keeps its words.',
    market: 'The market’s own text is in use. Change and save it to use your own.',
    version: 'Version {{version}} of your own text is in use.',
    zh: 'Chinese text',
    en: 'English text',
    placeholders:
      '{owner}, {reader}, {listing} and {months} become the names of both sides, of the result, and the months. The first three must appear.',
    months: 'Access (months)',
    save: 'Save as a new version',
    readOnly: 'Your organization’s signatories change this text.',
  },
  done: {
    accepted: 'Accepted; the files open now.',
    withdrawn: 'Withdrawn; the files open no more.',
    saved: 'Saved as a new version.',
  },
}
