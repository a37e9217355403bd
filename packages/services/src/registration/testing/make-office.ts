import type { Database } from '@market/database'
import type { Actor } from '@market/domain'
import type { FixedClock } from '@market/domain/testing'
import type { ServiceContext } from '../../index.ts'
import { makeActor, makeMember, makeOrganization, testContext } from '../../testing/index.ts'
import { acceptRegistration, fileRegistration, registerContract, submitRegistration } from '../index.ts'
import { makeSignedContract, type SignedContractFixture } from './make-signed-contract.ts'

type Context = ServiceContext & { clock: FixedClock }

/** An agency with two people who file and two who examine, a seller and a buyer, on one clock. */
export interface Office {
  filer: Actor & { organizationId: string }
  registrar: Actor
  secondRegistrar: Actor
  seller: Actor & { organizationId: string }
  buyer: Actor & { organizationId: string }
  as(actor: Actor | null): Context
  contract(fixture?: Partial<SignedContractFixture>): Promise<string>
  /** Ids of registrations brought up to that state. */
  drafted(fixture?: Partial<SignedContractFixture>): Promise<string>
  submitted(fixture?: Partial<SignedContractFixture>): Promise<string>
  accepted(fixture?: Partial<SignedContractFixture>): Promise<string>
  registered(fixture?: Partial<SignedContractFixture>): Promise<string>
}

let serial = 0

export const makeOffice = async (db: Database, clock: FixedClock, regionCode = '450103'): Promise<Office> => {
  const agencyId = await makeOrganization(db, { kind: 'agency', regionCode })
  const filer = await makeMember(db, agencyId, ['editor'])
  const registrar = await makeMember(db, agencyId, ['registrar'])
  const secondRegistrar = await makeMember(db, agencyId, ['registrar'])
  const seller = await makeActor(db, 'university')
  const buyer = await makeActor(db, 'company')
  const as = (actor: Actor | null) => testContext(db, actor, clock)

  const contract: Office['contract'] = (fixture = {}) => {
    serial += 1
    const parties = { sellerId: seller.organizationId, buyerId: buyer.organizationId }
    const title = `低温固化阻燃涂层材料许可 ${serial}`
    return makeSignedContract(db, { ...parties, userId: seller.userId, agencyId, title, ...fixture })
  }
  const drafted: Office['drafted'] = async (fixture) =>
    (await fileRegistration(as(filer), { contractId: await contract(fixture) })).id
  const submitted: Office['submitted'] = async (fixture) =>
    (await submitRegistration(as(filer), await drafted(fixture))).id
  const accepted: Office['accepted'] = async (fixture) =>
    (await acceptRegistration(as(registrar), await submitted(fixture))).id
  const registered: Office['registered'] = async (fixture) =>
    (await registerContract(as(registrar), await accepted(fixture))).id

  return {
    filer,
    registrar,
    secondRegistrar,
    seller,
    buyer,
    as,
    contract,
    drafted,
    submitted,
    accepted,
    registered,
  }
}
