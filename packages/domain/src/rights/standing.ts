import type { RightEnding, RightKind, RightLegalStatus } from '../codes/index.ts'
import type { CalendarDate } from '../index.ts'
import { rightExpiry } from '../listings/index.ts'
import { type RightEvent, standingEvents } from './event.ts'
import { type NextFee, nextFeeOf } from './fees.ts'

/** What is known of a right before its history is read. */
export interface RightRecordFacts {
  kind: RightKind
  filedOn: CalendarDate | null
  grantedOn: CalendarDate | null
  /** As its owner stated it. */
  legalStatus: RightLegalStatus
}

/** What the history makes of the stored facts, whatever day it is. */
export interface RecordedStanding {
  legalStatus: RightLegalStatus
  grantedOn: CalendarDate | null
  expiresOn: CalendarDate | null
  compensationDays: number
  /** The last patent year whose fee is recorded as paid. */
  feePaidYear: number | null
}

export interface RightStanding extends RecordedStanding {
  /** Why it no longer protects and since when; null while it does, or is still an application. */
  ending: { reason: RightEnding; on: CalendarDate | null } | null
  nextFee: NextFee | null
  /** Entries in force. */
  pledges: RightEvent[]
  preservations: RightEvent[]
  openLicence: RightEvent | null
  compulsoryLicences: RightEvent[]
  /** The latest day anybody looked anything up. */
  lastCheckedOn: CalendarDate | null
}

const STATUS_AFTER: Partial<Record<RightEvent['kind'], RightLegalStatus>> = {
  grant: 'in_force',
  restoration: 'in_force',
  termination: 'lapsed',
  invalidation: 'invalidated',
}

/** The latest grant, ending or restoration decides; an invalidated right is never restored by a later payment. */
export const readHistory = (
  facts: RightRecordFacts,
  events: readonly RightEvent[],
): RecordedStanding & { decisive: RightEvent | null } => {
  const standing = standingEvents(events)
  const decisive = standing.findLast(({ kind }) => STATUS_AFTER[kind] !== undefined) ?? null
  const granted = standing.find(({ kind }) => kind === 'grant')
  const compensationDays = standing
    .filter(({ kind }) => kind === 'term_compensation')
    .reduce((sum, { days }) => sum + (days ?? 0), 0)
  const years = standing.flatMap(({ kind, patentYear }) =>
    kind === 'fee_paid' && patentYear !== null ? [patentYear] : [],
  )
  return {
    legalStatus: (decisive && STATUS_AFTER[decisive.kind]) ?? facts.legalStatus,
    grantedOn: granted?.occurredOn ?? facts.grantedOn,
    expiresOn: rightExpiry(facts.kind, facts.filedOn, compensationDays),
    compensationDays,
    feePaidYear: years.length === 0 ? null : Math.max(...years),
    decisive,
  }
}

/** What was taken up and not let go again; a release that names a party lets go of that party's alone. */
const open = (
  events: readonly RightEvent[],
  taking: RightEvent['kind'],
  releasing: RightEvent['kind'],
): RightEvent[] => {
  let held: RightEvent[] = []
  for (const event of events) {
    if (event.kind === taking) held = [...held, event]
    if (event.kind === releasing) {
      held = event.party === '' ? [] : held.filter(({ party }) => party !== event.party)
    }
  }
  return held
}

type Recorded = RecordedStanding & { decisive: RightEvent | null }

const endingOf = (
  recorded: Recorded,
  nextFee: NextFee | null,
  today: CalendarDate,
): RightStanding['ending'] => {
  const on = recorded.decisive?.occurredOn ?? null
  if (recorded.legalStatus === 'invalidated') return { reason: 'invalidated', on }
  if (recorded.legalStatus === 'lapsed') return { reason: 'terminated', on }
  if (recorded.expiresOn !== null && recorded.expiresOn < today) {
    return { reason: 'expired', on: recorded.expiresOn }
  }
  if (nextFee?.recorded && nextFee.stage === 'missed') return { reason: 'fee_missed', on: nextFee.dueOn }
  return null
}

/** How a right stands on a day: its status, what burdens it and what falls due, read from its history. */
export const standingOf = (
  facts: RightRecordFacts,
  events: readonly RightEvent[],
  today: CalendarDate,
): RightStanding => {
  const { decisive, ...recorded } = readHistory(facts, events)
  const counted = standingEvents(events)
  const nextFee = nextFeeOf({ ...recorded, kind: facts.kind, filedOn: facts.filedOn }, today)
  const ending = endingOf({ ...recorded, decisive }, nextFee, today)
  const checked = counted.map(({ checkedOn }) => checkedOn).toSorted()
  return {
    ...recorded,
    ending,
    nextFee: ending && ending.reason !== 'fee_missed' ? null : nextFee,
    pledges: open(counted, 'pledge', 'pledge_release'),
    preservations: open(counted, 'preservation', 'preservation_release'),
    openLicence: open(counted, 'open_licence', 'open_licence_withdrawal').at(-1) ?? null,
    compulsoryLicences: counted.filter(({ kind }) => kind === 'compulsory_licence'),
    lastCheckedOn: checked.at(-1) ?? null,
  }
}
