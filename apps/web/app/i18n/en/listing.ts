import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { listing as source } from '../zh-CN/listing.ts'

export const listing: Translation<typeof source> = {
  publishedOn: 'Published {{date}}',
  version: 'version {{version}}',
  problem: 'The problem it solves',
  advantage: 'What it does better',
  applications: 'Where it can be used',
  evidence: 'Evidence of maturity',
  summary: 'Summary',
  rights: {
    title: 'Rights',
    number: 'Number',
    kind: 'Kind',
    name: 'Title',
    owners: 'Owners',
    inventors: 'Inventors',
    filedOn: 'Filed',
    grantedOn: 'Granted',
    expiresOn: 'Protected until',
    status: 'Legal status',
    none: 'No registered right is listed; it is offered as know-how or a research result.',
    noNumber: 'no number',
  },
  attachments: { title: 'Attachments', none: 'No public attachments.' },
  rail: {
    owner: 'Offered by',
    state: 'State',
    modes: 'Transfer modes',
    price: 'Price',
    maturity: 'Maturity',
    field: 'Technical field',
    planIndustry: 'Plan industry',
    industry: 'Industry (GB/T 4754)',
    ipc: 'IPC',
    region: 'Region',
    sample: 'Sample data: organization and result were made up for demonstration.',
  },
  action: {
    request: 'Request a licence',
    explain:
      'State mode, field, territory, term and your offer; the owner answers here. You need to be logged in, for a verified organization.',
    transferred: 'This result has been transferred and takes no more requests.',
  },
  levelOf: 'level {{level}} of 9',
  preview: 'This is a preview; the public does not see this version yet.',
}
