import { amendmentMovedEn } from './amendments.ts'
import { countOf, type DueAmount, type Letters, type Todo } from './letters.ts'

const said = (label: string, words: string): string[] => (words === '' ? [] : [`${label}: ${words}`])
const listed = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n')

const owed = ({ line, amount, dueOn, reference }: DueAmount): string =>
  `${line}: ${amount}, ${dueOn === '' ? 'to be paid once called for' : `due on ${dueOn}`}. Name ${reference} in the transfer.`

const todoLine = ({ reason, words, remedy }: Todo, index: number): string =>
  [`${index + 1}. ${reason}${words === '' ? '' : `: ${words}`}`, `   To do: ${remedy}`].join('\n')

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

export const LETTERS_EN: Letters = {
  greeting: (name) => `Dear ${name},`,
  signature: 'The technology market\n(This mail was sent automatically; please do not reply.)',

  waysOut: ({ kind, settingsUrl, unsubscribeUrl }) =>
    [
      kind === null
        ? 'You chose to have these notifications once a day.'
        : `You get mails about “${kind}” as they arise.`,
      `Change that: ${settingsUrl}`,
      `${kind === null ? 'No more daily digest' : 'No more of these mails'}: ${unsubscribeUrl}`,
    ].join('\n'),
  digest: ({ day, groups, more }) => {
    const count = countOf(groups) + more
    return {
      subject: `${count} ${count === 1 ? 'notification' : 'notifications'}, ${day}`,
      paragraphs: [
        ...groups.map(({ kind, lines }) =>
          [kind, ...lines.map(({ title, url }) => `- ${title}\n  ${url}`)].join('\n'),
        ),
        ...(more > 0 ? [`${more} more are not listed here.`] : []),
      ],
      linkLabel: 'All notifications',
    }
  },

  passwordReset: ({ minutes }) => ({
    subject: 'Set a new password',
    paragraphs: [
      'Somebody asked to reset the password of your account.',
      `Open the link below within ${minutes} minutes to set a new one. It works once.`,
      'If it was not you, ignore this mail: your password stays as it is.',
    ],
    linkLabel: 'Set a new password',
  }),
  confirmationCode: ({ code, minutes }) => ({
    subject: `Confirmation code ${code}`,
    paragraphs: [
      `Your one-time code: ${code}`,
      `It works once, within ${minutes} minutes. Tell it to nobody; our staff will never ask for it.`,
      'If it is not you who is doing this, change your password at once.',
    ],
    linkLabel: 'Enter the code',
  }),
  secondFactorChanged: ({ added }) => ({
    subject: added
      ? 'A second factor was added to your account'
      : 'A second factor was removed from your account',
    paragraphs: [
      added
        ? 'Somebody has just added an authenticator or a passkey to your account.'
        : 'Somebody has just removed an authenticator or a passkey from your account.',
      'If it was not you, change your password at once and look at the security of your account.',
    ],
    linkLabel: 'Account security',
  }),
  invitation: ({ organization, inviter, roles, expiresOn }) => ({
    subject: `Invitation to join ${organization}`,
    paragraphs: [
      `${inviter} invites you to join ${organization} as: ${roles.join(', ')}.`,
      `Register or log in with this address and open the link below before ${expiresOn}.`,
    ],
    linkLabel: 'Accept the invitation',
  }),
  organizationVerified: ({ organization }) => ({
    subject: `${organization} has been verified`,
    paragraphs: [
      `${organization} has been verified and may now publish results, request licences or file registrations.`,
    ],
    linkLabel: 'Open the workspace',
  }),
  organizationRejected: ({ organization, reason }) => ({
    subject: `${organization} was not verified`,
    paragraphs: [
      `The verification of ${organization} was refused.`,
      ...said('Reason', reason),
      'Correct the details and ask again.',
    ],
    linkLabel: 'See and correct',
  }),
  organizationSuspended: ({ organization, reason }) => ({
    subject: `${organization} has been suspended`,
    paragraphs: [
      `${organization} has been suspended: it cannot publish, request or file for now. What exists stays.`,
      ...said('Reason', reason),
    ],
    linkLabel: 'See the organization',
  }),
  listingReturned: ({ listing, reasons }) => ({
    subject: `Please revise "${listing}"`,
    paragraphs: [
      `The reviewer returned "${listing}" for these reasons:`,
      listed(reasons),
      'Revise it and submit it again.',
    ],
    linkLabel: 'Revise the listing',
  }),
  listingPublished: ({ listing, version }) => ({
    subject: `"${listing}" is published`,
    paragraphs: [
      version === 1
        ? `"${listing}" passed its review and is public: companies can find it and request a licence.`
        : `The changes to "${listing}" passed their review; the public now reads version ${version}.`,
    ],
    linkLabel: 'See the public page',
  }),
  listingFrozen: ({ listing, right, reason, reader }) => ({
    subject: `“${listing}” takes no requests for now`,
    paragraphs: [
      `Right ${right} in “${listing}”: ${reason}. The listing is frozen: it takes no new requests, and no licence or assignment of it can be signed.`,
      {
        owner:
          'If this is wrong, or the right has been restored, enter the event with its source on the page of the right and the listing opens at once; or take the right out of the listing and submit it again.',
        requester: 'You are talking about this listing. Ask its owner before you go on.',
        keeper: 'It is among your favourites. You will be told when it takes requests again.',
      }[reader],
    ],
    linkLabel: { owner: 'See the right', requester: 'See the request', keeper: 'See the listing' }[reader],
  }),
  listingThawed: ({ listing, reader }) => ({
    subject: `“${listing}” takes requests again`,
    paragraphs: [
      `All rights in “${listing}” are in force now, and it is on offer again.`,
      ...(reader === 'requester' ? ['You may go on with your talks.'] : []),
    ],
    linkLabel: reader === 'requester' ? 'See the request' : 'See the listing',
  }),
  rightFeeDue: ({ right, patentYear, dueOn, graceEndsOn, surchargePercent, late }) => ({
    subject: late ? `Annual fee overdue: ${right}` : `Annual fee due soon: ${right}`,
    paragraphs: [
      late
        ? `The fee of patent year ${patentYear} of ${right} was due by ${dueOn}. It can still be paid until ${graceEndsOn} with a surcharge of ${surchargePercent} % of the fee; after that the patent ends and its listings are frozen.`
        : `The fee of patent year ${patentYear} of ${right} is due by ${dueOn}.`,
      'Enter the payment on the page of the right once it is made.',
    ],
    linkLabel: 'See the right',
  }),
  needReturned: ({ need, reasons }) => ({
    subject: `Your need “${need}” was returned`,
    paragraphs: [
      `“${need}” needs changes, for these reasons:`,
      listed(reasons),
      'You can submit it again afterwards.',
    ],
    linkLabel: 'Edit the need',
  }),
  needPublished: ({ need }) => ({
    subject: `Your need “${need}” is published`,
    paragraphs: [`“${need}” has passed review. Results that fit and answers to it are in your workspace.`],
    linkLabel: 'See results that fit',
  }),
  needExpiring: ({ need, deadlineOn }) => ({
    subject: `Your need “${need}” is about to close`,
    paragraphs: [
      `“${need}” closes on ${deadlineOn} and takes no answers afterwards. To keep it open, change its deadline.`,
    ],
    linkLabel: 'Edit the need',
  }),
  needExpired: ({ need }) => ({
    subject: `Your need “${need}” has closed`,
    paragraphs: [
      `The deadline of “${need}” has passed. It takes no more answers; everything recorded stays.`,
    ],
    linkLabel: 'See the need',
  }),
  needDigest: ({ needs }) => ({
    subject: `${needs.length} new needs fit your results`,
    paragraphs: ['Companies have posted needs that your listings answer:', listed(needs)],
    linkLabel: 'See needs that fit',
  }),
  needListingFound: ({ need, listing, organization }) => ({
    subject: `A new result fits your need “${need}”`,
    paragraphs: [`${organization} has published “${listing}”, which fits your need “${need}”.`],
    linkLabel: 'See results that fit, and why',
  }),
  answerReceived: ({ need, organization }) => ({
    subject: `A new answer to “${need}”`,
    paragraphs: [`${organization} has answered your need “${need}”.`],
    linkLabel: 'See the answer',
  }),
  answerDeclined: ({ need, reason, words }) => ({
    subject: `Your answer to “${need}” was declined`,
    paragraphs: [`Your answer to “${need}” was declined.`, `Reason: ${reason}`, ...said('They say', words)],
    linkLabel: 'See the answer',
  }),
  answerTakenUp: ({ need }) => ({
    subject: `Your answer to “${need}” was taken up`,
    paragraphs: [`Your answer to “${need}” was taken up. The talks go on in your workspace.`],
    linkLabel: 'See the answer',
  }),
  listingExpiring: ({ listing, expiresOn, days }) => ({
    subject: `"${listing}" leaves the market on ${expiresOn}`,
    paragraphs: [
      days === 0
        ? `Today is the last day of "${listing}" on the market.`
        : `"${listing}" stays on the market until ${expiresOn}, ${days} more day${days === 1 ? '' : 's'}.`,
      'If it can still be had, renew it with one click on its page. Otherwise it is taken down by itself; requests you have received stay as they are.',
    ],
    linkLabel: 'Renew or revise',
  }),
  listingExpired: ({ listing, expiresOn }) => ({
    subject: `"${listing}" has left the market`,
    paragraphs: [
      `The term of "${listing}" ended on ${expiresOn}, and it is no longer public. Its text and all versions are kept.`,
      'If it can still be had, one click on its page brings it back.',
    ],
    linkLabel: 'View and renew',
  }),
  requestReceived: ({ listing, organization, mode, message }) => ({
    subject: `A request for "${listing}"`,
    paragraphs: [
      `${organization} is interested in "${listing}". Mode: ${mode}.`,
      ...said('Message', message),
      'Please accept for talks or decline.',
    ],
    linkLabel: 'Read and answer',
  }),
  requestAccepted: ({ listing, organization }) => ({
    subject: `${organization} accepts talks`,
    paragraphs: [`${organization} is ready to talk about "${listing}". Either side may now offer terms.`],
    linkLabel: 'Begin the talks',
  }),
  requestDeclined: ({ listing, organization, reason, words }) => ({
    subject: `Your request for "${listing}" was declined`,
    paragraphs: [
      `${organization} declined your request for "${listing}". Reason: ${reason}.`,
      ...said('In their words', words),
    ],
    linkLabel: 'Read the answer',
  }),
  requestLapsed: ({ listing, organization, silence }) => ({
    subject: `The request for "${listing}" has lapsed`,
    paragraphs: [
      silence
        ? `Nothing has moved in time between you and ${organization} about "${listing}", so the request has lapsed.`
        : `The rights in "${listing}" have gone to somebody else, so the request between you and ${organization} has lapsed.`,
      ...(silence ? ['Neither side counts as having declined; a new request can be made.'] : []),
    ],
    linkLabel: 'See what happened',
  }),
  requestWaiting: ({ listing, organization, lapsesOn, unanswered }) => ({
    subject: unanswered
      ? `${organization} waits for your answer`
      : `The talks about "${listing}" wait for you`,
    paragraphs: [
      unanswered
        ? `The request of ${organization} for "${listing}" has not been answered yet. Accept it for talks, or say why not.`
        : `Nothing has moved for a while in your talks with ${organization} about "${listing}".`,
      `If nothing moves by ${lapsesOn}, the request lapses by itself and both sides are told.`,
    ],
    linkLabel: 'Go to the request',
  }),
  brokerageProposed: ({ listing, organization, broker, commission }) => ({
    subject: `${organization} proposes ${broker} as a broker`,
    paragraphs: [
      `${organization} proposes that ${broker} brokers the talks on “${listing}”. Commission: ${commission}.`,
      'Once the broker and the other side agree, the broker reads the talks and may write; it can bind neither side.',
    ],
    linkLabel: 'Read and answer',
  }),
  brokerageAgreed: ({ listing, broker, commission }) => ({
    subject: `${broker} now brokers “${listing}”`,
    paragraphs: [`All agree that ${broker} brokers the talks on “${listing}”. Commission: ${commission}.`],
    linkLabel: 'See the talks',
  }),
  brokerageRefused: ({ listing, organization, broker }) => ({
    subject: `${organization} did not agree to the broker`,
    paragraphs: [
      `${organization} did not agree that ${broker} brokers “${listing}”. The talks go on without.`,
    ],
    linkLabel: 'See it',
  }),
  brokerageEnded: ({ listing, organization, broker }) => ({
    subject: `The brokerage of “${listing}” has ended`,
    paragraphs: [`${organization} ended it; ${broker} takes no more part in the talks on “${listing}”.`],
    linkLabel: 'See it',
  }),
  messageSent: ({ listing, organization, message }) => ({
    subject: `A message from ${organization}`,
    paragraphs: [`${organization} writes about "${listing}":`, message],
    linkLabel: 'Read and answer',
  }),
  offerMade: ({ listing, organization, version, total }) => ({
    subject: `${organization} offers terms, version ${version}`,
    paragraphs: [
      `${organization} offers terms for "${listing}", version ${version}, ${total} in all.`,
      'Accept them or offer terms of your own.',
    ],
    linkLabel: 'Read the terms',
  }),
  offerAccepted: ({ listing, organization, total }) => ({
    subject: `${organization} accepts your terms`,
    paragraphs: [
      `${organization} accepts your terms for "${listing}", ${total} in all. A contract has been drafted.`,
    ],
    linkLabel: 'See the talks',
  }),
  contractTextWaiting: ({ contract, organization, version, note, counter }) => ({
    subject: `Version ${version} of the text waits for you: ${contract}`,
    paragraphs: [
      counter
        ? `${organization} did not take your text of the contract "${contract}" and put forward version ${version} instead.`
        : `${organization} put forward version ${version} of the text of the contract "${contract}".`,
      ...said('Their note', note),
      'Take it as it stands, or change it; what differs is marked on the page.',
    ],
    linkLabel: 'Read the text',
  }),
  contractTextAgreed: ({ contract, organization, version }) => ({
    subject: `Text agreed: ${contract}`,
    paragraphs: [
      `${organization} took version ${version} of the text of the contract "${contract}"; both sides are agreed.`,
      'It can now be made ready to sign.',
    ],
    linkLabel: 'Open the contract',
  }),
  contractReopened: ({ contract, organization }) => ({
    subject: `Not to be signed as it stands: ${contract}`,
    paragraphs: [
      `${organization} took the contract "${contract}" back to the draft instead of signing it.`,
      'Files attached for signing were let go. Agree on the changes; then it can be made ready again.',
    ],
    linkLabel: 'Open the draft',
  }),
  contractReady: ({ contract, organization, here }) => ({
    subject: `To sign: ${contract}`,
    paragraphs: [
      `The contract "${contract}" with ${organization} is ready to be signed.`,
      here
        ? 'A signatory signs the agreed text on the page, in the order agreed; or upload the text both sides signed (PDF).'
        : 'Upload the text both sides signed (PDF) and have a signatory confirm it.',
    ],
    linkLabel: 'Sign the contract',
  }),
  noticeObjected: ({ notice, body }) => ({
    subject: `Objection to the notice “${notice}”`,
    paragraphs: [
      `Somebody objects to the public notice “${notice}”:`,
      body,
      'Please look into it and answer; until then the contract cannot be signed.',
    ],
    linkLabel: 'Read and answer',
  }),
  noticeEnding: ({ notice, endsOn, open }) => ({
    subject: `Public notice about to end: ${notice}`,
    paragraphs: [
      `The public notice “${notice}” runs until ${endsOn}.`,
      open === 0 ? 'No objection awaits an answer.' : `Objections awaiting an answer: ${open}.`,
    ],
    linkLabel: 'Open the notice',
  }),
  noticeEnded: ({ notice, open }) => ({
    subject: `Public notice ended: ${notice}`,
    paragraphs: [
      open === 0
        ? `The public notice “${notice}” has ended with no open objection; the contract can be signed.`
        : `The public notice “${notice}” has ended with open objections (${open}); until they are decided the contract cannot be signed.`,
    ],
    linkLabel: 'Open the notice',
  }),
  objectionAnswered: ({ notice, upheld, answer }) => ({
    subject: `Your objection to “${notice}” was answered`,
    paragraphs: [
      `Your objection to the public notice “${notice}” was ${upheld ? 'upheld' : 'rejected'}.`,
      answer,
    ],
    linkLabel: 'Open the notice',
  }),
  signatureAwaited: ({ contract, organization }) => ({
    subject: `Your signature is awaited: ${contract}`,
    paragraphs: [
      `${organization} has signed the contract "${contract}". It binds once your side has signed as well.`,
    ],
    linkLabel: 'Read and sign',
  }),
  contractSigned: ({ contract, organization, signedOn }) => ({
    subject: `Signed: ${contract}`,
    paragraphs: [
      `Both sides confirmed the contract "${contract}" with ${organization}, signed on ${signedOn}.`,
      'The seller may entrust a transfer agency with its registration.',
    ],
    linkLabel: 'See the contract',
  }),
  amendmentMoved: amendmentMovedEn,
  scheduleOpened: ({ contract, organization, amounts }) => ({
    subject: `To be paid under: ${contract}`,
    paragraphs: [
      `The contract "${contract}" with ${organization} is signed. These amounts are to be paid:`,
      listed(amounts.map(owed)),
    ],
    linkLabel: 'See and pay',
  }),
  paymentCalled: ({ contract, organization, ...due }) => ({
    subject: `Please pay: ${contract}`,
    paragraphs: [`${organization} calls for an amount of the contract "${contract}":`, owed(due)],
    linkLabel: 'See and pay',
  }),
  paymentDue: ({ contract, organization, daysLeft, ...due }) => {
    const when =
      daysLeft < 0
        ? `has been due for ${days(-daysLeft)}`
        : daysLeft === 0
          ? 'is due today'
          : `is due in ${days(daysLeft)}`
    return {
      subject: `${daysLeft < 0 ? 'Payment overdue' : 'Payment due soon'}: ${contract}`,
      paragraphs: [`An amount owed to ${organization} under "${contract}" ${when}:`, owed(due)],
      linkLabel: 'See and pay',
    }
  },
  obligationDue: ({ contract, organization, what, dueOn, daysLeft }) => ({
    subject: `${daysLeft < 0 ? 'Overdue under the contract' : 'Due under the contract'}: ${contract}`,
    paragraphs: [
      `"${contract}" with ${organization}: ${what}, due on ${dueOn}, ${daysLeft < 0 ? `${days(-daysLeft)} ago` : `in ${days(daysLeft)}`}.`,
      'Mark it on the contract page once it is done.',
    ],
    linkLabel: 'See the contract',
  }),
  transferSubmitted: ({ contract, organization, line, amount, paidOn }) => ({
    subject: `Has it arrived? ${contract}`,
    paragraphs: [
      `${organization} says to have transferred ${amount} on ${paidOn} for "${line}" of the contract "${contract}".`,
      'Look at your account, then confirm the amount or turn it down with a reason.',
    ],
    linkLabel: 'Check and confirm',
  }),
  secondAwaited: ({ contract, organization, line, amount }) => ({
    subject: `A second person has to confirm: ${contract}`,
    paragraphs: [
      `${amount} from ${organization} for "${line}" of the contract "${contract}" is confirmed by one person. It is above the limit, so a second one has to find the same amount.`,
    ],
    linkLabel: 'Check and confirm',
  }),
  paymentConfirmed: ({ contract, organization, line, amount, paidOn, received }) => ({
    subject: received ? `Received: ${contract}` : `Payment confirmed: ${contract}`,
    paragraphs: [
      received
        ? `${organization} paid ${amount} online for "${line}" of the contract "${contract}" (${paidOn}).`
        : `${organization} has received ${amount} for "${line}" of the contract "${contract}" (${paidOn}).`,
    ],
    linkLabel: 'See the account',
  }),
  transferRejected: ({ contract, organization, line, amount, reason }) => ({
    subject: `Transfer not confirmed: ${contract}`,
    paragraphs: [
      `${organization} did not confirm ${amount} for "${line}" of the contract "${contract}".`,
      ...said('Reason', reason),
      'Look at it again and submit the slip anew.',
    ],
    linkLabel: 'See and submit again',
  }),
  refundSent: ({ contract, organization, amount, reason }) => ({
    subject: `Money on its way back: ${contract}`,
    paragraphs: [
      `${organization} sends back ${amount} under the contract "${contract}".`,
      ...said('Reason', reason),
      'Look at your account and say whether it has arrived.',
    ],
    linkLabel: 'Check the refund',
  }),
  paymentRefunded: ({ contract, organization, amount, reason }) => ({
    subject: `Refunded: ${contract}`,
    paragraphs: [
      `${amount} has been refunded under the contract "${contract}" with ${organization}.`,
      ...said('Reason', reason),
    ],
    linkLabel: 'See the account',
  }),
  refundFailed: ({ contract, organization, amount }) => ({
    subject: `Refund failed: ${contract}`,
    paragraphs: [
      `${amount} did not reach ${organization} (contract "${contract}"). The account stands as before; please refund it another way.`,
    ],
    linkLabel: 'See the account',
  }),
  royaltyReported: ({ contract, organization, periodFrom, periodTo, sales, amount }) => ({
    subject: `Royalty report: ${contract}`,
    paragraphs: [
      `${organization} reports net sales of ${sales} from ${periodFrom} to ${periodTo} under the contract "${contract}". The royalty due is ${amount}.`,
    ],
    linkLabel: 'See the account',
  }),
  differencesFound: ({ open }) => ({
    subject: `Online payments: ${open} differences to look at`,
    paragraphs: [
      `Comparing with the payment provider left ${open} differences that could not be mended by themselves.`,
    ],
    linkLabel: 'See the accounts',
  }),
  correctionRequested: ({ contract, comments }) => ({
    subject: `Please correct the filing: ${contract}`,
    paragraphs: [
      `The registrar asks for corrections to the filing of "${contract}":`,
      listed(comments),
      'The time for the decision starts anew when it is submitted again.',
    ],
    linkLabel: 'Correct the filing',
  }),
  decisionDue: ({ contract, dueOn, days, working }) => {
    const count = `${Math.abs(days)} ${working ? 'working ' : ''}day${Math.abs(days) === 1 ? '' : 's'}`
    const soon = days === 0 ? 'The decision is due today' : `${count} left for the decision`
    return {
      subject: days < 0 ? `Overdue: ${contract}` : `Decide by ${dueOn}: ${contract}`,
      paragraphs: [
        days < 0
          ? `The decision on "${contract}" was due on ${dueOn}, ${count} ago.`
          : `${soon} on "${contract}", due on ${dueOn}.`,
      ],
      linkLabel: 'Open it on the desk',
    }
  },
  registrationRefused: ({ contract, todos }) => ({
    subject: `Not registered: ${contract}`,
    paragraphs: [
      `The contract "${contract}" was not registered. Work through these points; then it can be filed anew:`,
      todos.map(todoLine).join('\n'),
    ],
    linkLabel: 'Read the decision',
  }),
  savedSearchFound: ({ search, found, more, settingsUrl, unsubscribeUrl }) => {
    const count = found.length + more
    return {
      subject:
        count === 1 ? `"${search}": ${found[0]?.title}` : `"${search}": ${count} new or changed listings`,
      paragraphs: [
        `Your saved search "${search}" found:`,
        found
          .map(
            ({ title, owner, changed, url }) =>
              `- ${title}${changed ? ' (new version)' : ''}\n  ${owner}\n  ${url}`,
          )
          .join('\n'),
        ...(more > 0 ? [`and ${more} more.`] : []),
        `Change or pause this search: ${settingsUrl}\nNo more mails about it: ${unsubscribeUrl}`,
      ],
      linkLabel: 'See all results',
    }
  },
  registered: ({ contract, number, registeredOn, amount }) => ({
    subject: `Registered: ${contract}`,
    paragraphs: [
      `The contract "${contract}" was registered on ${registeredOn} under number ${number}, contract amount ${amount}.`,
      'Anybody can check the certificate at the link below.',
    ],
    linkLabel: 'See the certificate',
  }),
}
