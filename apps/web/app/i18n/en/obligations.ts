export const obligations = {
  title: 'To be done',
  lead: 'Payments, patent fees and the registration follow the market’s records; either side marks the rest once it is done. Whoever owes something is reminded around its day.',
  state: { open: 'Open', overdue: 'Overdue', done: 'Done' },
  due: 'due',
  noDay: 'no fixed day',
  periodTo: 'period until {{day}}',
  days: '{{days}} days',
  toPayments: 'See the payments',
  toRegistration: 'See the registration',
  mark: 'Mark as done',
  doneOn: 'Done on',
  note: 'Note (number of the filing, name of the file)',
  file: 'File that shows it (optional)',
  fileHint:
    'PDF or picture, 20 MB at most. Both sides of the contract can open it; it cannot be changed afterwards.',
  evidence: 'File:',
  markNow: 'Mark as done',
  end: { performed: 'Declare it performed', terminated: 'Declare it terminated' },
  endExplain: {
    performed: 'Once both sides have declared the same day, the contract is performed.',
    terminated:
      'Once both sides have declared the same day, the contract is terminated and its licences end with it. Debts that have arisen stay.',
  },
  endedOn: 'Day',
  reason: 'Words',
  endCheck: 'I may declare this for my organization.',
  endNow: 'Declare',
  declared: {
    performed: '{{organization}} declares the contract performed on {{day}}.',
    terminated: '{{organization}} declares the contract terminated on {{day}}:',
  },
} as const
