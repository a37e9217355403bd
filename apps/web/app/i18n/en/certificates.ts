import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { certificates as source } from '../zh-CN/certificates.ts'

export const certificates: Translation<typeof source> = {
  title: 'Check a certificate',
  lead: 'Enter the number and the code printed on a registration certificate to see whether it stands and what it says. The QR code on the paper opens the result directly.',
  description:
    'Check whether a technology contract registration certificate is valid, changed, cancelled or revoked.',
  form: {
    number: 'Registration number',
    numberHint: 'The number on the certificate, 16 digits',
    code: 'Code',
    codeHint: 'Printed beside the QR code',
    submit: 'Check',
    again: 'Check another one',
  },
  problem: {
    code: 'Please enter the code. Without it nothing is shown, for the sake of the parties.',
    notFound:
      'There is no such certificate. Compare number and code character by character; if they still differ, do not rely on the paper, and ask the registry.',
  },
  verdict: {
    valid: 'This certificate is valid.',
    changed: 'This certificate is valid, and its content has changed. What stands below is current.',
    cancelled: 'This registration has been cancelled; the certificate no longer counts.',
    revoked: 'This registration has been revoked; the certificate is void.',
  },
  facts: {
    title: 'What is registered',
    number: 'Registration number',
    name: 'Title',
    type: 'Contract type',
    seller: 'Seller',
    buyer: 'Buyer',
    agency: 'Registry',
    amount: 'Contract amount',
    technology: 'Technology amount',
    signedOn: 'Signed',
    effectiveOn: 'In effect from',
    endsOn: 'Ends',
    openEnded: 'no end',
    registeredOn: 'Registered',
    regime: 'Rules applied',
  },
  history: {
    title: 'History',
    registered: 'Registered',
    changed: 'Changed',
    cancelled: 'Cancelled',
    revoked: 'Revoked',
    version: 'version {{version}}',
  },
  qr: 'QR code that checks this certificate',
  qrHint: 'Scan to open this page again.',
  pdf: 'Download the certificate (PDF)',
  compare: 'Compare line by line with the paper: parties, both amounts and the dates must agree.',
  sample: 'Sample data: the parties were made up for demonstration.',
}
