import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { review as source } from '../zh-CN/review.ts'

/** The operator's review of listings. */
export const review: Translation<typeof source> = {
  preview: 'Preview as the public',
  notWaiting: 'This listing is not waiting for review.',
  returnedBefore: 'Why it was returned last time',
  decide: 'Decision',
  queue: {
    score: 'Completeness {{score}}',
    takenBy: '{{name}} is reading it',
    title: 'Review listings',
    lead: 'The longest waiting comes first. Check ownership and numbers, and whether the text is clear and fit to publish.',
    none: 'No listing waits for review',
    noneHint: 'Listings and changes appear here when an organization submits them.',
    first: 'New listing',
    changes: 'Changes',
    submittedOn: 'submitted {{date}}',
  },
  done: {
    published: 'Published: everybody can read it now.',
    returned: 'Returned; the organization is told the reasons.',
    withdrawn: 'Taken off the market.',
  },
  text: {
    comparison: 'Economic comparison with the leading solution',
    title: 'Title',
    summary: 'Summary',
    problem: 'The problem it solves',
    advantage: 'Advantage over what exists',
    applications: 'Where it can be used',
    maturityEvidence: 'Evidence of maturity',
    facts: 'Classification and terms',
    attachments: 'Attachments',
    noAttachments: 'No files.',
    empty: 'Not given',
  },
  facts: {
    kind: 'Kind',
    maturityLevel: 'Maturity level',
    transferModes: 'Transfer modes',
    priceFen: 'Price',
    technicalField: 'Technical field',
    planIndustry: 'Plan industry',
    industryClass: 'Industry (GB/T 4754)',
    ipcSymbols: 'IPC',
    regionCode: 'Region',
  },
  changes: {
    explain:
      'These are changes to a public listing. Whatever differs from the published text has a bar at its side; the earlier text can be opened beside it.',
    changed: 'Changed',
    added: 'Added',
    removed: 'Removed',
    before: 'Earlier text',
    was: 'was',
  },
  publish: {
    open: 'Publish',
    explainFirst: 'Everybody can read it at once, and requests can be made.',
    explainChanges: 'It replaces the published text and is kept as a new version.',
    notReady:
      'Something has gone wrong with it since it was submitted, such as a right that ran out; it may not be publishable.',
    check: 'Ownership, numbers, classification and text are checked',
    now: 'Publish',
  },
  return: {
    open: 'Return for revision',
    explain: 'Choose the reasons, and say exactly what to change.',
    reasons: 'Reasons (any number)',
    words: 'What "{{reason}}" refers to',
    wordsPlaceholder: 'Where, and what to change',
    now: 'Return it',
  },
}
