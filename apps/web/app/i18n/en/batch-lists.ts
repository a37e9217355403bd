import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { batchLists as source } from '../zh-CN/batch-lists.ts'

export const batchLists: Translation<typeof source> = {
  title: 'Lists of registrations',
  lead: 'The contracts registered in a period as one list, with a digest and a code. It is void as soon as one of them is changed, cancelled or revoked.',
  none: 'No lists yet',
  noneHint: 'Lists that an agency makes by day of registration appear here.',
  voided: 'Void',
  contracts_one: '{{count}} contract',
  contracts_other: '{{count}} contracts',
  pdf: 'Download PDF',
  publicCheck: 'Public check',
  make: {
    title: 'Make a list',
    explain: 'It lists what your agency registered in this period and what still stands.',
    fromOn: 'Registered from',
    toOn: 'to',
    now: 'Make the list',
  },
  facts: {
    agency: 'Agency',
    period: 'Registered',
    count: 'Contracts',
    amount: 'Contract amount',
    technology: 'Technology amount',
    digest: 'Digest (SHA-256)',
  },
  columns: {
    caption: 'Contracts as they were listed',
    number: 'Number',
    title: 'Title',
    parties: 'Parties',
    signedOn: 'Signed on',
    amount: 'Contract amount',
    technology: 'Technology amount',
    now: 'Now',
    asListed: 'as listed',
  },
  standing: {
    valid: 'This list holds: every contract stands as listed.',
    void: 'This list is void: a contract on it was changed, cancelled or revoked later. Make a new one.',
    broken: 'The content does not give the printed digest. Do not rely on it, and tell us.',
  },
  check: {
    title: 'Check a list of registrations',
    lead: 'Enter the code printed on the list to see whether it holds and says the same.',
    code: 'Code',
    now: 'Check',
    notFound:
      'There is no such list. Compare the code sign by sign; if it still fails, do not rely on the paper.',
    sample: 'Sample data: parties invented for demonstration.',
  },
}
