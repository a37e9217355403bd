import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { rewards as source } from '../zh-CN/rewards.ts'

export const rewards: Translation<typeof source> = {
  title: 'Reward split',
  lead: 'What those who made the result get of the contract’s net income. Only your finance, negotiating and signing people see it.',
  plan: 'Plan',
  save: 'Save the plan',
  floor: 'Floor of the law',
  noFloor: 'None (not a state institution)',
  unverified: ' (text not checked)',
  received: 'Received',
  statementPdf: 'Download the statement (PDF)',
  fields: {
    rule: 'Rule',
    reference: 'Document',
    referenceHint: 'Where it follows your own rule or an agreement, name it.',
    inventorPart: 'Inventors’ part of the net income (%)',
  },
  costs: {
    title: 'Costs',
    hint: 'Taken off the income first; lines without an amount do not count.',
    kind: 'Item',
    note: 'Note',
    amount: 'Amount (yuan)',
  },
  shares: {
    title: 'Inventors',
    hint: 'Named as in the rights; the shares make 100%. Lines without a name do not count.',
    name: 'Name',
    share: 'Share (%)',
    sofar: 'So far (yuan)',
    statement: 'Own statement',
  },
  approve: {
    open: 'Approve the plan',
    explain: 'An approved plan is closed. What has come in is shared at once, and every receipt after it.',
    confirm: 'The plan was settled by the rules of the institution',
    now: 'Approve',
  },
  state: {
    none: 'There is no plan yet. Below is a first one: the floor of the law in equal shares.',
    draft: 'The plan is not approved yet.',
    approved: 'The plan is approved; every receipt is shared as it comes.',
  },
  done: { draft: 'The plan is saved.', approve: 'The plan is approved.' },
  distributions: {
    title: 'Receipt by receipt',
    none: 'Nothing has been shared yet',
    noneHint: 'Once the plan is approved, confirmed receipts appear here one by one.',
    day: 'Day',
    amountFen: 'Received',
    costFen: 'Costs',
    netFen: 'Net income',
    poolFen: 'Inventors',
    institutionFen: 'Institution',
  },
}
