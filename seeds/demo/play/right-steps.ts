import { addDays, addYears, type CalendarDate, daysBetween, shanghaiDateOf } from '@market/domain'
import type { RightEventKind, RightSource } from '@market/domain/codes'
import { createPortfolio, editRight, getRight, listRights, recordRightEvent } from '@market/services/rights'
import { DEMO_LISTINGS, type DemoListing } from '../listings/index.ts'
import { DEMO_ORGANIZATIONS } from '../organizations.ts'
import type { Stage, Step } from './stage.ts'

interface Entry {
  kind: RightEventKind
  occurredOn: CalendarDate
  source: RightSource
  party?: string
  reference?: string
  patentYear?: number
}

const listingOf = (key: string): DemoListing => {
  const listing = DEMO_LISTINGS.find((each) => each.key === key)
  if (!listing) throw new Error(`There is no listing ${key}.`)
  return listing
}

const numberOf = ({ rights: [first] }: DemoListing): string => first?.number ?? ''

const rightIdOf = async (stage: Stage, listing: DemoListing): Promise<string> => {
  const { items } = await listRights(stage.member(listing.owner, 'editor'), {
    q: numberOf(listing),
    limit: 1,
  })
  const id = items[0]?.right.id
  if (!id) throw new Error(`The right of ${listing.key} is not recorded.`)
  return id
}

const enter = async (stage: Stage, listing: DemoListing, entry: Entry): Promise<void> => {
  const today = shanghaiDateOf(stage.now())
  await recordRightEvent(stage.member(listing.owner, 'editor'), {
    party: '',
    reference: '',
    patentYear: null,
    ...entry,
    rightId: await rightIdOf(stage, listing),
    checkedOn: today,
    days: null,
    correctsId: null,
  })
}

/** The patent whose fee falls due next, whatever day the demonstration is played on. */
const nextToPay = (today: CalendarDate) => {
  const due = DEMO_LISTINGS.filter(
    ({ kind, outcome }) => kind === 'granted_patent' && outcome.to === 'published',
  )
    .flatMap((listing) => {
      const filedOn = listing.rights[0]?.filedOn
      if (!filedOn || !listing.rights[0]?.grantedOn) return []
      const years = Array.from({ length: 20 }, (_, index) => index + 1)
      const patentYear = years.find((year) => addYears(filedOn, year) > today) ?? 20
      return [{ listing, patentYear, days: daysBetween(today, addYears(filedOn, patentYear)) }]
    })
    .toSorted((left, right) => left.days - right.days)
  return due[0]
}

const shareOut = async (stage: Stage): Promise<void> => {
  const listing = listingOf('slag-cement')
  const editor = stage.member(listing.owner, 'editor')
  const { right } = await getRight(editor, await rightIdOf(stage, listing))
  const names = [listing.owner, 'yanshi'].map(
    (key) => DEMO_ORGANIZATIONS.find((each) => each.key === key)?.nameZh,
  )
  const [first = '', second = ''] = names
  const part = (numerator: number) => ({ numerator, denominator: 5 })
  await editRight(editor, {
    ...right,
    owners: [
      { name: first, share: part(3) },
      { name: second, share: part(2) },
    ],
    publiclyFunded: true,
    fundingWords: '市科技计划项目形成，优先在本市转化。',
    checkedOn: shanghaiDateOf(stage.now()),
    checkedSource: 'patent_register',
  })
}

const group = async (stage: Stage): Promise<void> => {
  const keys = ['silk-sericin', 'slag-cement', 'fruit-sorting']
  const rightIds = await Promise.all(keys.map((key) => rightIdOf(stage, listingOf(key))))
  await createPortfolio(stage.member('qinglan', 'editor'), {
    nameZh: '资源循环利用专利组合（示例）',
    nameEn: 'Patents on circular use of resources (sample)',
    description: '面向制糖、建材与丝绸加工的三件发明专利。',
    rightIds,
  })
}

/** Owners look their rights up and enter what they found: a pledge, a co-owner, an end, an open licence, a fee. */
export const rightSteps = (stage: Stage): Step[] => {
  const on = '2026-11-20'
  const steps: (() => Promise<void>)[] = [
    () => shareOut(stage),
    () =>
      enter(stage, listingOf('pv-inverter'), {
        kind: 'pledge',
        occurredOn: '2026-08-11',
        source: 'patent_register',
        party: '邕江合作银行（示例）',
        reference: '质押登记号 Y2026450000123（示例）',
      }),
    () =>
      enter(stage, listingOf('hydraulic-lock'), {
        kind: 'open_licence',
        occurredOn: '2022-03-09',
        source: 'gazette',
        reference: '开放许可声明公告（示例）',
      }),
    () =>
      enter(stage, listingOf('silk-reeling'), {
        kind: 'termination',
        occurredOn: '2026-10-24',
        source: 'gazette',
        reference: '专利权终止公告（示例）',
      }),
    async () => {
      const today = shanghaiDateOf(stage.now())
      const next = nextToPay(today)
      if (!next) return
      await enter(stage, next.listing, {
        kind: 'fee_paid',
        occurredOn: addDays(today, -330),
        source: 'fee_receipt',
        patentYear: next.patentYear,
      })
    },
    () => group(stage),
  ]
  return steps.map((run, place) => ({ on, minute: 400 + place * 5, run }))
}
