import type { LicenceKind, RightSource } from '../codes/index.ts'
import type { CalendarDate } from '../index.ts'
import { closesRight } from '../licensing/index.ts'
import { isPatentKind } from '../listings/index.ts'
import type { RightEvent } from './event.ts'
import type { RightRecordFacts, RightStanding } from './standing.ts'

export const ENCUMBRANCE_TOPICS = [
  'status',
  'fee',
  'pledge',
  'preservation',
  'licence',
  'open_licence',
  'compulsory_licence',
  'co_owners',
  'public_funding',
] as const
export type EncumbranceTopic = (typeof ENCUMBRANCE_TOPICS)[number]

/** 'clear': looked up, and nothing found; 'unknown': nobody has looked; 'notice': to be known; 'burden': in the way. */
export const ENCUMBRANCE_FINDINGS = ['clear', 'notice', 'burden', 'unknown'] as const
export type EncumbranceFinding = (typeof ENCUMBRANCE_FINDINGS)[number]

/** Somebody's register or letter, the market's own register of grants, or reckoned from the dates by law. */
export type LineSource = RightSource | 'market' | 'computed'

export interface EncumbranceLine {
  topic: EncumbranceTopic
  finding: EncumbranceFinding
  /** What the words of the line are made from. */
  facts: Record<string, string | number | null>
  source: LineSource | null
  /** Null where nobody has checked. */
  checkedOn: CalendarDate | null
}

export interface GrantFacts {
  kind: LicenceKind
  territoryCodes: readonly string[]
  fieldCodes: readonly string[]
  startsOn: CalendarDate
  endsOn: CalendarDate | null
  /** The declaration of an open licence has a line of its own. */
  contractId: string | null
}

export interface EncumberedRight {
  right: RightRecordFacts & {
    checkedOn: CalendarDate | null
    checkedSource: RightSource | null
    publiclyFunded: boolean | null
    fundingWords: string
  }
  owners: readonly { name: string; shareNumerator: number | null; shareDenominator: number | null }[]
  standing: RightStanding
  events: readonly RightEvent[]
  grants: readonly GrantFacts[]
}

type Checked = Pick<EncumbranceLine, 'source' | 'checkedOn'>

/** When and where somebody looked at the record last: at the whole of it, or for one of its entries. */
const lastCheck = ({ right, events }: EncumberedRight): Checked => {
  const looks = events.map(({ source, checkedOn }): Checked => ({ source, checkedOn }))
  if (right.checkedOn) looks.push({ source: right.checkedSource, checkedOn: right.checkedOn })
  return looks.reduce((last, look) => ((look.checkedOn ?? '') >= (last.checkedOn ?? '') ? look : last), {
    source: null,
    checkedOn: null,
  })
}

const statusLine = ({ right, standing, events }: EncumberedRight, check: Checked): EncumbranceLine => {
  const { ending, legalStatus, expiresOn, compensationDays } = standing
  const told = ending && events.findLast(({ occurredOn }) => occurredOn === ending.on)
  const computed = ending?.reason === 'expired' || ending?.reason === 'fee_missed'
  return {
    topic: 'status',
    finding: ending ? 'burden' : check.checkedOn === null ? 'unknown' : 'clear',
    facts: {
      status: legalStatus,
      kind: right.kind,
      ending: ending?.reason ?? null,
      on: ending?.on ?? null,
      expiresOn,
      compensationDays,
    },
    source: computed ? 'computed' : told ? told.source : check.source,
    checkedOn: !computed && told ? told.checkedOn : check.checkedOn,
  }
}

const feeLine = ({ standing: { nextFee } }: EncumberedRight, check: Checked): EncumbranceLine[] => {
  if (!nextFee) return []
  const { stage, patentYear, dueOn, graceEndsOn, surchargePercent, recorded } = nextFee
  const late = stage === 'in_grace' || stage === 'missed'
  const finding = !recorded ? 'unknown' : late ? 'burden' : stage === 'due_soon' ? 'notice' : 'clear'
  const facts = { stage, patentYear, dueOn, graceEndsOn, surchargePercent }
  return [{ topic: 'fee', finding, facts, source: 'computed', checkedOn: recorded ? check.checkedOn : null }]
}

/** One line for each entry that stands, or one that says that none is known. */
const entryLines = (
  topic: EncumbranceTopic,
  entries: readonly RightEvent[],
  finding: EncumbranceFinding,
  check: Checked,
): EncumbranceLine[] => {
  if (entries.length === 0) {
    return [{ topic, finding: check.checkedOn === null ? 'unknown' : 'clear', facts: {}, ...check }]
  }
  return entries.map(({ party, reference, occurredOn, source, checkedOn }) => ({
    topic,
    finding,
    facts: { party, reference, on: occurredOn },
    source,
    checkedOn,
  }))
}

const licenceLines = ({ grants }: EncumberedRight, today: CalendarDate): EncumbranceLine[] => {
  const check = { source: 'market', checkedOn: today } as const
  const licences = grants.filter(({ contractId }) => contractId !== null)
  if (licences.length === 0) return [{ topic: 'licence', finding: 'clear', facts: {}, ...check }]
  return licences.map(({ kind, territoryCodes, fieldCodes, startsOn, endsOn }) => ({
    topic: 'licence',
    finding: closesRight(kind) ? 'burden' : 'notice',
    facts: { kind, territories: territoryCodes.join(' '), fields: fieldCodes.join(' '), startsOn, endsOn },
    ...check,
  }))
}

const ownersLine = ({ owners }: EncumberedRight, check: Checked): EncumbranceLine => ({
  topic: 'co_owners',
  finding: owners.length > 1 ? 'notice' : 'clear',
  facts: {
    count: owners.length,
    owners: owners
      .map(({ name, shareNumerator, shareDenominator }) =>
        shareNumerator === null ? name : `${name} ${shareNumerator}/${shareDenominator}`,
      )
      .join('、'),
  },
  source: check.source ?? 'owner',
  checkedOn: check.checkedOn,
})

const fundingLine = ({ right }: EncumberedRight): EncumbranceLine => ({
  topic: 'public_funding',
  finding: right.publiclyFunded === null ? 'unknown' : right.publiclyFunded ? 'notice' : 'clear',
  facts: { words: right.fundingWords },
  source: right.publiclyFunded === null ? null : 'owner',
  checkedOn: right.publiclyFunded === null ? null : right.checkedOn,
})

/**
 * What a buyer must know of a right, line by line with source and date. Where nobody has looked a thing up, its line says
 * so instead of saying that there is nothing.
 */
export const encumbranceLines = (encumbered: EncumberedRight, today: CalendarDate): EncumbranceLine[] => {
  const { right, standing } = encumbered
  const check = lastCheck(encumbered)
  const patentLines = isPatentKind(right.kind)
    ? [
        ...entryLines('open_licence', standing.openLicence ? [standing.openLicence] : [], 'notice', check),
        ...(standing.compulsoryLicences.length > 0
          ? entryLines('compulsory_licence', standing.compulsoryLicences, 'notice', check)
          : []),
      ]
    : []
  return [
    statusLine(encumbered, check),
    ...feeLine(encumbered, check),
    ...entryLines('pledge', standing.pledges, 'burden', check),
    ...entryLines('preservation', standing.preservations, 'burden', check),
    ...licenceLines(encumbered, today),
    ...patentLines,
    ownersLine(encumbered, check),
    fundingLine(encumbered),
  ]
}
