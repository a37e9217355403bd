import { createHash } from 'node:crypto'
import { shanghaiDateOf } from '@market/domain'
import { EMPTY_SUPPLEMENT, type ImportRow } from '@market/domain/registration'
import fc from 'fast-check'
import {
  cancelRegistration,
  changeRegistration,
  commitImport,
  fileRegistration,
  getRegistration,
  recordReceipt,
  revokeRegistration,
  verifyReceipt,
} from '../../registration/index.ts'
import { publishPeriod } from '../index.ts'
import { type City, type Deal, importRows, officeOf, registerDeal } from './history-city.ts'
import {
  command,
  type HistoryCommand,
  minutes,
  noteRegistered,
  pick,
  reason,
  refused,
} from './history-command.ts'
import { grantLicences } from './history-licences.ts'
import { expectedTurnover, type HistoryModel, KINDS, type ModelContract, OLD_KINDS } from './history-model.ts'
import { release } from './history-releases.ts'

const fen = fc.oneof(fc.integer({ min: 1, max: 90_000_000 }), fc.integer({ min: 1, max: 900_000_000 }))
const amounts = fc.tuple(fen, fc.integer({ min: 1, max: 100 })).map(([contractAmountFen, percent]) => ({
  contractAmountFen,
  technologyAmountFen: Math.max(1, Math.floor((contractAmountFen * percent) / 100)),
}))
const buyerRegion = fc.constantFrom('450103', '450203', '110105')
const field = fc.constantFrom('01' as const, '05' as const, '09' as const)
const deal: fc.Arbitrary<Deal> = fc
  .record({ kind: fc.constantFrom(...KINDS), amounts, buyerRegion, field })
  .map(({ amounts: both, ...rest }) => ({ ...rest, ...both }))

const enter = async (model: HistoryModel, city: City, office: number, one: Deal): Promise<void> =>
  noteRegistered(model, city, one, await registerDeal(city, office, one))

const register = fc
  .record({ office: pick, deal, minutes })
  .map((one) => command('register', one.minutes, (model, city) => enter(model, city, one.office, one.deal)))

/** Three agencies at the same instant: numbers of one series are given out side by side. */
const registerTogether = fc.record({ deals: fc.tuple(deal, deal, deal), minutes }).map((one) =>
  command('register together', one.minutes, async (model, city) => {
    await Promise.all(one.deals.map((each, office) => enter(model, city, office, each)))
  }),
)

const targetOf = (model: HistoryModel, index: number): ModelContract => {
  const live = model.live()
  const target = live[index % live.length]
  if (!target) throw new Error('The precondition saw a live contract.')
  return target
}
const anyLive = (model: HistoryModel): boolean => model.live().length > 0

const amend = (city: City, { office, amender }: ModelContract) => {
  const { office: at } = officeOf(city, office)
  return at.as(at[amender])
}

const change = fc.record({ target: pick, amounts, buyerRegion, field, minutes }).map((one) =>
  command(
    'change',
    one.minutes,
    async (model, city) => {
      const target = targetOf(model, one.target)
      const title = `改 ${target.number} ${target.version} ${city.clock.now().getTime()}`
      const facts = { buyerRegionCode: one.buyerRegion, technicalField: one.field, ...one.amounts }
      const attempt = changeRegistration(amend(city, target), {
        registrationId: target.id,
        reason,
        title,
        ...facts,
      })
      if (one.amounts.technologyAmountFen < target.verifiedFen) {
        await refused(attempt, 'registration.below_verified_income')
        return
      }
      await attempt
      model.change(target.id, {
        ...one.amounts,
        buyerRegion: one.buyerRegion,
        field: one.field,
        version: target.version + 1,
      })
    },
    anyLive,
  ),
)

const end = fc
  .record({ target: pick, verb: fc.constantFrom(cancelRegistration, revokeRegistration), minutes })
  .map((one) =>
    command(
      one.verb === cancelRegistration ? 'cancel' : 'revoke',
      one.minutes,
      async (model, city) => {
        const target = targetOf(model, one.target)
        await one.verb(amend(city, target), { registrationId: target.id, reason })
        model.change(target.id, { live: false })
      },
      anyLive,
    ),
  )

/** A cancellation and a revocation at once: one after the other or one alone, and never taken back twice. */
const endTwice = fc.record({ target: pick, minutes }).map((one) =>
  command(
    'cancel and revoke at once',
    one.minutes,
    async (model, city) => {
      const target = targetOf(model, one.target)
      const input = { registrationId: target.id, reason }
      const verbs = [cancelRegistration, revokeRegistration].map((verb) => verb(amend(city, target), input))
      const results = await Promise.allSettled(verbs)
      if (results.every(({ status }) => status === 'rejected')) throw new Error('Both were refused.')
      model.change(target.id, { live: false })
    },
    anyLive,
  ),
)

const rowsFrom = (seed: string, deals: readonly Deal[], index: number): ImportRow[] =>
  deals.map(({ contractAmountFen, technologyAmountFen, field: technicalField, buyerRegion: to }, at) => {
    const kind = OLD_KINDS[(at + index) % OLD_KINDS.length] ?? OLD_KINDS[0]
    const digits = createHash('sha256').update(`${seed} ${at}`).digest().readUIntBE(0, 6) % 1_000_000_000_000
    return {
      number: `18${String(digits).padStart(12, '0')}`,
      title: `旧合同 ${seed} ${at}`,
      type: kind?.type ?? 'ZR',
      subType: kind?.subType ?? null,
      seller: { name: '邕州农科所', creditCode: '', kind: '0211', regionCode: '450103' },
      buyer: { name: `买方 ${at}`, creditCode: '', kind: '150', regionCode: to },
      contractAmountFen,
      technologyAmountFen,
      signedOn: '2018-05-02',
      effectiveOn: '2018-05-02',
      endsOn: null,
      registeredOn: at % 2 === 0 ? '2018-06-01' : '2026-01-15',
      technicalField,
      planIndustry: 'other',
      ipKind: 'none',
      planSource: 'none',
      socioEconomicObjective: null,
      paymentMethod: 'lump_sum',
      relatedParties: false,
      status: 'valid',
      ...EMPTY_SUPPLEMENT,
    }
  })

const modelRow = (row: ImportRow, id: string, index: number): ModelContract => {
  const kind = OLD_KINDS.find(({ type, subType }) => type === row.type && subType === row.subType)
  return {
    id,
    contractId: null,
    office: index,
    number: row.number,
    businessOn: row.registeredOn,
    version: 1,
    contractAmountFen: row.contractAmountFen,
    technologyAmountFen: row.technologyAmountFen,
    verifiedFen: 0,
    sellerRegion: row.seller.regionCode,
    buyerRegion: row.buyer.regionCode,
    field: row.technicalField,
    four: kind?.four ?? row.type,
    five: kind?.five ?? row.type,
    live: true,
    ofOffice: false,
    amender: 'secondRegistrar',
  }
}

const importFile = fc
  .record({ office: pick, deals: fc.array(deal, { minLength: 1, maxLength: 4 }), minutes })
  .map((one) =>
    command('import', one.minutes, async (model, city) => {
      const { index } = officeOf(city, one.office)
      const seed = `${city.clock.now().getTime()}`
      const rows = rowsFrom(seed, one.deals, index)
      const { id: importId, checked } = await importRows(city, one.office, rows)
      if (checked.state !== 'done') throw new Error(`The import ended ${checked.state}.`)
      const entered = await city.db.query.registrations.findMany({
        where: (record, { eq }) => eq(record.importId, importId),
      })
      const ids = new Map(entered.map(({ number, id }) => [number, id]))
      const added = rows.map((row) => modelRow(row, ids.get(row.number) ?? '', index))
      model.contracts = [...model.contracts, ...added]
    }),
  )

/** What stands in the register is refused, with whatever else is in the file. */
const importAgain = fc
  .record({ office: pick, target: pick, deals: fc.array(deal, { minLength: 2, maxLength: 3 }), minutes })
  .map((one) =>
    command(
      'import a file with a number that is taken',
      one.minutes,
      async (model, city) => {
        const { number } = targetOf(model, one.target)
        const [first, ...rest] = rowsFrom(`${city.clock.now().getTime()}`, one.deals, 0)
        if (!first) return
        const { id, checked, actor } = await importRows(city, one.office, [{ ...first, number }, ...rest])
        if (checked.errorCount === 0) throw new Error(`${number} was taken twice.`)
        await refused(commitImport(actor, id), 'import.has_errors')
      },
      anyLive,
    ),
  )

/** A signed contract is filed once, whatever became of it in the register. */
const fileAgain = fc.record({ target: pick, minutes }).map((one) =>
  command(
    'file again',
    one.minutes,
    async (model, city) => {
      const own = model.contracts.filter(({ contractId }) => contractId !== null)
      const target = own[one.target % own.length]
      if (!target?.contractId) return
      const { office } = officeOf(city, target.office)
      const attempt = fileRegistration(office.as(office.filer), { contractId: target.contractId })
      await refused(attempt, 'registration.duplicate')
    },
    (model) => model.contracts.some(({ contractId }) => contractId !== null),
  ),
)

/** Money received, and how much of it is technical income: never more than the technology amount. */
const verifyIncome = fc
  .record({ target: pick, fen: fc.integer({ min: 1, max: 60_000_000 }), minutes })
  .map((one) =>
    command(
      'verify income',
      one.minutes,
      async (model, city) => {
        const own = model.live().filter(({ ofOffice }) => ofOffice)
        const target = own[one.target % own.length]
        if (!target) return
        const { office } = officeOf(city, target.office)
        const finance = city.finance[target.office] ?? null
        const { id: receiptId } = await recordReceipt(office.as(finance), {
          registrationId: target.id,
          receivedOn: target.businessOn,
          amountFen: one.fen,
          declaredTechnologyFen: one.fen,
          note: '',
          fileId: null,
        })
        const input = { receiptId, verifiedTechnologyFen: one.fen, reason: '' }
        const attempt = verifyReceipt(office.as(office.registrar), input)
        if (target.verifiedFen + one.fen > target.technologyAmountFen) {
          await refused(attempt, 'receipt.over_technology_amount')
          return
        }
        await attempt
        model.change(target.id, { verifiedFen: target.verifiedFen + one.fen })
      },
      (model) => model.live().some(({ ofOffice }) => ofOffice),
    ),
  )

const closedMonths = (city: City): string[] => {
  const today = shanghaiDateOf(city.clock.now())
  return ['2018-06', '2026-01', '2026-03', '2026-04', '2026-05'].filter((month) => month < today.slice(0, 7))
}

const publish = fc.record({ month: pick, minutes }).map((one) =>
  command('publish', one.minutes, async (model, city) => {
    const months = closedMonths(city)
    const period = months[one.month % months.length] ?? ''
    const { offices, authority } = city
    const context = offices[0]?.as(authority)
    if (!context) return
    if (model.closings.some((closing) => closing.period === period)) {
      await refused(publishPeriod(context, period), 'period.already_published')
      return
    }
    const { hash } = await publishPeriod(context, period)
    const within = model.contracts.filter(({ businessOn }) => businessOn.startsWith(period))
    const total = expectedTurnover(within, 'registered', 'total').get('')
    const nothing = { contractCount: 0, contractAmountFen: 0, technologyAmountFen: 0 }
    model.closings.push({ period, at: city.clock.now(), hash, total: total ?? nothing })
  }),
)

/** Reading changes nothing; versions count up without a gap. */
const open = fc.record({ target: pick, minutes }).map((one) =>
  command(
    'open',
    one.minutes,
    async (model, city) => {
      const target = model.contracts[one.target % model.contracts.length]
      if (!target) return
      const { office } = officeOf(city, target.office)
      const { versions } = await getRegistration(office.as(office.registrar), target.id)
      const expected = target.version + (target.live ? 0 : 1)
      if (versions.length < expected) throw new Error(`${target.number} lacks a version.`)
    },
    (model) => model.contracts.length > 0,
  ),
)

export const historyCommands = (): fc.Arbitrary<Iterable<HistoryCommand>> =>
  fc.commands(
    [
      register,
      registerTogether,
      registerTogether,
      grantLicences,
      change,
      change,
      end,
      endTwice,
      importFile,
      importAgain,
      fileAgain,
      verifyIncome,
      publish,
      release,
      release,
      open,
    ],
    { maxCommands: 16, size: 'max' },
  )
