import { useTranslation } from 'react-i18next'
import type { states } from '../i18n/zh-CN/states.ts'
import classes from './state-badge.module.css'

export type StateSubject = keyof typeof states
type StateOf<S extends StateSubject> = keyof (typeof states)[S] & string
type Tone = 'good' | 'waiting' | 'quiet' | 'refused'

const TONES: Record<string, Tone> = {
  published: 'good',
  registered: 'good',
  valid: 'good',
  verified: 'good',
  in_force: 'good',
  signed: 'good',
  performed: 'good',
  agreed: 'good',
  accepted: 'good',
  contracted: 'good',
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
  const { t } = useTranslation('states')
  const key = `${subject}.${state}` as 'listing.draft'
  return (
    <span className={classes.badge} data-tone={TONES[state] ?? 'quiet'}>
      {t(key)}
    </span>
  )
}
