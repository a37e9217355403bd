import {
  AMENDMENT_STATE_NAMES,
  ANSWER_STATE_NAMES,
  BROKERAGE_STATE_NAMES,
  CONTRACT_STATE_NAMES,
  type CodeList,
  INVITATION_STATE_NAMES,
  LISTING_STATE_NAMES,
  labelOf,
  NEED_STATE_NAMES,
  OFFER_STATE_NAMES,
  ORGANIZATION_STATE_NAMES,
  REGISTRATION_STATE_NAMES,
  REGISTRATION_STATUS_NAMES,
  REQUEST_STATE_NAMES,
} from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useLocale } from '../lib/i18n/use-locale.ts'
import classes from './state-badge.module.css'

const NAMES = {
  listing: LISTING_STATE_NAMES,
  need: NEED_STATE_NAMES,
  answer: ANSWER_STATE_NAMES,
  request: REQUEST_STATE_NAMES,
  offer: OFFER_STATE_NAMES,
  brokerage: BROKERAGE_STATE_NAMES,
  contract: CONTRACT_STATE_NAMES,
  amendment: AMENDMENT_STATE_NAMES,
  registration: REGISTRATION_STATE_NAMES,
  certificate: REGISTRATION_STATUS_NAMES,
  organization: ORGANIZATION_STATE_NAMES,
  invitation: INVITATION_STATE_NAMES,
} as const

export type StateSubject = keyof typeof NAMES
type StateOf<S extends StateSubject> = (typeof NAMES)[S][number]['code']
type Tone = 'good' | 'waiting' | 'quiet' | 'refused'

const TONES: Partial<Record<StateOf<StateSubject>, Tone>> = {
  published: 'good',
  registered: 'good',
  valid: 'good',
  verified: 'good',
  in_force: 'good',
  signed: 'good',
  performed: 'good',
  agreed: 'good',
  accepted: 'good',
  active: 'good',
  proposed: 'waiting',
  signed_by_one: 'waiting',
  contracted: 'good',
  solved: 'good',
  taken_up: 'good',
  shortlisted: 'waiting',
  in_talks: 'waiting',
  submitted: 'waiting',
  pending: 'waiting',
  open: 'waiting',
  ready: 'waiting',
  negotiating: 'waiting',
  under_negotiation: 'waiting',
  under_review: 'waiting',
  correction_requested: 'waiting',
  changed: 'waiting',
  refused: 'refused',
  rejected: 'refused',
  declined: 'refused',
  revoked: 'refused',
  suspended: 'refused',
}

interface StateBadgeProps<S extends StateSubject> {
  subject: S
  state: StateOf<S>
}

/** A state in one word; a dot of colour supports the word and never replaces it. */
export function StateBadge<S extends StateSubject>({ subject, state }: StateBadgeProps<S>) {
  const locale = useLocale()
  const names: CodeList = NAMES[subject]
  return <TonedBadge tone={TONES[state] ?? 'quiet'}>{labelOf(names, state, locale)}</TonedBadge>
}

export function TonedBadge({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {children}
    </span>
  )
}
