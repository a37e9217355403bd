import { rights } from '@market/database/schema'
import { isRefusal } from '@market/domain'
import type { TransferMode } from '@market/domain/codes'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import {
  acceptOffer,
  editContract,
  entrustContract,
  makeContractReady,
  signContract,
} from '../../contracts/index.ts'
import { makeOffer } from '../../licensing/index.ts'
import {
  attachBoth,
  beginTalks,
  type DealFixture,
  licenceTerms,
  makeDeal,
  testContext,
} from '../../testing/index.ts'
import { type City, officeOf, registerSigned } from './history-city.ts'
import { command, minutes, noteRegistered, pick, refused } from './history-command.ts'
import { type HistoryModel, KINDS, licencesCollide, type ModelLicence } from './history-model.ts'

/** Two patents, each recorded by many co-owners; both run out soon after the longest history. */
const NUMBERS = ['202310000001.5', '202310000002.X'] as const
const FILED_ON = '2008-01-04'
const DAY_AFTER = '2028-01-04'

const MODES = {
  exclusive: { transferMode: 'exclusive_licence', exclusivity: 'exclusive' },
  sole: { transferMode: 'sole_licence', exclusivity: 'sole' },
  ordinary: { transferMode: 'ordinary_licence', exclusivity: 'non_exclusive' },
} as const satisfies Record<ModelLicence['kind'], { transferMode: TransferMode; exclusivity: string }>

interface Wish {
  number: (typeof NUMBERS)[number]
  kind: ModelLicence['kind']
  territory: string
  termMonths: number
}

const wish: fc.Arbitrary<Wish> = fc.record({
  number: fc.constantFrom(...NUMBERS),
  kind: fc.constantFrom('exclusive' as const, 'sole' as const, 'ordinary' as const),
  territory: fc.constantFrom('100000', '450000', '450100', '440000'),
  termMonths: fc.integer({ min: 1, max: 40 }),
})

/** From the listing to a contract that lacks the buyer's signature alone; one end beyond the patent is refused. */
const prepare = async ({ db, clock }: City, { number, kind, territory, termMonths }: Wish) => {
  const { transferMode, exclusivity } = MODES[kind]
  const deal = await makeDeal(db, {
    transferModes: [transferMode],
    rights: [{ kind: 'invention_patent', filedOn: FILED_ON }],
  })
  await db.update(rights).set({ number }).where(eq(rights.organizationId, deal.seller.organizationId))
  const as = (actor: DealFixture['seller']) => testContext(db, actor, clock)
  const { id: requestId } = await beginTalks(db, deal, transferMode)
  const terms = licenceTerms({ transferMode, exclusivity, territory, termMonths })
  const { id: offerId } = await makeOffer(as(deal.seller), { requestId, terms, note: '' })
  const { id, revision } = await acceptOffer(as(deal.buyer), { requestId, offerId })
  await refused(editContract(as(deal.seller), { id, revision, endsOn: DAY_AFTER }), 'request.invalid')
  const contract = await makeContractReady(as(deal.seller), { id, revision })
  await attachBoth(db, deal, id)
  await signContract(as(deal.seller), id)
  const licence: ModelLicence = {
    number,
    kind,
    territory,
    startsOn: contract.effectiveOn ?? '',
    endsOn: contract.endsOn ?? '',
  }
  return { deal, contract, licence, sign: () => signContract(as(deal.buyer), id) }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

/** Those who sign at once: no two that collide win, and nobody loses but to one that stands or won. */
const race = async (model: HistoryModel, racers: readonly Prepared[]): Promise<Prepared[]> => {
  const results = await Promise.allSettled(racers.map(({ sign }) => sign()))
  const won = racers.filter((_, index) => results[index]?.status === 'fulfilled')
  const standing = [...model.licences, ...won.map(({ licence }) => licence)]
  for (const [index, result] of results.entries()) {
    const licence = racers[index]?.licence
    if (!licence) continue
    const against = standing.filter((other) => other !== licence && licencesCollide(licence, other))
    if (result.status === 'fulfilled' && against.length > 0) {
      throw new Error(`${JSON.stringify(licence)} stands beside ${JSON.stringify(against)}.`)
    }
    if (result.status === 'fulfilled') continue
    const right = isRefusal(result.reason) && result.reason.code === 'contract.right_taken'
    if (!right || against.length === 0) throw result.reason
  }
  model.licences = standing
  return won
}

/** A licence that was granted is registered like any other contract. */
const registerLicence = async (
  model: HistoryModel,
  city: City,
  office: number,
  { deal, contract }: Prepared,
) => {
  const agencyId = officeOf(city, office).office.filer.organizationId
  await entrustContract(testContext(city.db, deal.seller, city.clock), { id: contract.id, agencyId })
  const { contractAmountFen, technologyAmountFen } = contract
  const [, , kind = KINDS[0]] = KINDS
  if (!kind) return
  const facts = { kind, contractAmountFen, technologyAmountFen, buyerRegion: '450203', field: '05' } as const
  noteRegistered(model, city, facts, await registerSigned(city, office, facts, contract.id), false)
}

/** Co-owners license the same patents, the last signatures all at once (invariant 4). */
export const grantLicences = fc
  .record({ wishes: fc.array(wish, { minLength: 2, maxLength: 3 }), office: pick, minutes })
  .map(({ wishes, office, minutes: later }) =>
    command(
      `license ${wishes.map(({ kind, territory }) => `${kind} ${territory}`).join(', ')}`,
      later,
      async (model, city) => {
        const racers: Prepared[] = []
        for (const each of wishes) racers.push(await prepare(city, each))
        for (const winner of await race(model, racers)) await registerLicence(model, city, office, winner)
      },
    ),
  )
