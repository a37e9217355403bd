import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { help as source } from '../zh-CN/help.ts'

export const help: Translation<typeof source> = {
  title: 'How it works',
  lead: 'From a research result to one figure of the plan in seven steps, each of them on record.',
  description:
    'How the market works: posting, searching, requests, talks, contracts, registration and statistics.',
  steps: [
    {
      title: 'Register your organization',
      text: 'Make an account, then register the organization with its unified social credit code. Once the operator has verified it, it may publish, request and register.',
    },
    {
      title: 'Post a result',
      text: 'State the rights, the problem solved, the advantage, the evidence of maturity, the transfer modes and the price. A reviewer publishes it, or returns it with reasons.',
    },
    {
      title: 'Search',
      text: 'Say the problem in Chinese or English, or type a patent number; then narrow by industry, mode, maturity and region.',
    },
    {
      title: 'Make a request',
      text: 'A verified company states mode, exclusivity, field of use, territory, term and offer. The owner accepts talks, or declines with a reason.',
    },
    {
      title: 'Talk and sign',
      text: 'The sides make offers in turn, each version unchangeable. Once one is accepted, it becomes a contract draft; both sides upload the signed file and confirm.',
    },
    {
      title: 'Registration',
      text: 'A transfer agency files the contract. The registrar is never the person who filed; on registration a gapless number and a certificate anybody can check are issued.',
    },
    {
      title: 'Statistics',
      text: 'Registered contracts enter an append-only ledger and add up to the technology contract turnover. Every public figure opens down to the contracts it is made of.',
    },
  ],
  questions: {
    title: 'Questions',
    items: [
      {
        q: 'What is the difference between contract amount and technology amount?',
        a: 'The contract amount is the whole sum; the technology amount is the part that counts as technology, without equipment, parts and materials. Statistics publish the former, tax relief looks at the latter.',
      },
      {
        q: 'How do I check a certificate?',
        a: 'Scan the QR code on it, or enter its number and code under "Check a certificate". The answer is valid, changed, cancelled or revoked.',
      },
      {
        q: 'Why are the amounts of single contracts not shown?',
        a: 'Statistics that identify a single respondent must not be disclosed, so the public list shows number, month, type, field and industry only.',
      },
      {
        q: 'Does it work without JavaScript?',
        a: 'Yes. Public pages and forms all work; with it there are some comforts, such as keyboard shortcuts.',
      },
    ],
  },
}
