import type { UnitOfWork } from '@market/database'
import { contracts, listings, needAnswers, needs, requests } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { suggestContractType, suggestEnd } from '@market/domain/contracts'
import { CONTRACT_SUB_TYPES } from '@market/domain/regimes'
import { eq } from 'drizzle-orm'
import type { MemberActor, ServiceContext } from '../index.ts'
import { type Agreement, needColumns, type RequestRow } from '../licensing/index.ts'
import { type ContractRow, contractEvent, rightsOf } from './contract-records.ts'

/** What the deal is over: its listing or, without one, the need somebody proposed to solve. */
const subjectOf = async ({ tx }: UnitOfWork, { id }: RequestRow) => {
  const [row] = await tx
    .select({ kind: listings.kind, listingTitle: listings.titleZh, needTitle: needColumns.titleZh })
    .from(requests)
    .leftJoin(listings, eq(listings.id, requests.listingId))
    .leftJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .leftJoin(needs, eq(needs.id, needAnswers.needId))
    .where(eq(requests.id, id))
  const title = row?.listingTitle ?? row?.needTitle
  if (!row || !title) throw new Error('The request is about nothing.')
  return { kind: row.kind, title }
}

/** What a contract over these terms says, as if it were signed today; both sides may change it until it is ready. */
const suggest = async (unit: UnitOfWork, { request, offer: { terms } }: Agreement) => {
  const today = shanghaiDateOf(unit.now)
  const subject = await subjectOf(unit, request)
  const { type, subType } = suggestContractType(terms.transferMode, subject.kind, today)
  const rights = await rightsOf(unit.tx, request.listingId)
  const endsOn = suggestEnd(terms.transferMode, today, terms.termMonths, rights)
  return {
    title: `${subject.title}${labelOf(CONTRACT_SUB_TYPES, subType, 'zh-CN')}合同`,
    type,
    subType,
    contractAmountFen: terms.totalFen,
    technologyAmountFen: terms.totalFen,
    signedOn: today,
    effectiveOn: today,
    // Rights that have run out leave nothing to suggest; making the contract ready will say so.
    endsOn: endsOn !== null && endsOn >= today ? endsOn : null,
  }
}

/** Fills the contract draft from the accepted offer. */
export const draftContract = async (
  context: ServiceContext,
  unit: UnitOfWork,
  actor: MemberActor,
  agreement: Agreement,
): Promise<ContractRow> => {
  const { request, offer } = agreement
  const [contract] = await unit.tx
    .insert(contracts)
    .values({
      ...(await suggest(unit, agreement)),
      id: context.ids.next(),
      requestId: request.id,
      offerId: offer.id,
      listingId: request.listingId,
      sellerId: request.ownerId,
      buyerId: request.requesterId,
      state: 'draft',
      terms: offer.terms,
      createdAt: unit.now,
      updatedAt: unit.now,
    })
    .returning()
  if (!contract) throw new Error('The contract was not stored.')
  unit.audit({
    action: 'contract.draft',
    subjectType: 'contract',
    subjectId: contract.id,
    organizationId: actor.organizationId,
    after: contract,
  })
  const payload = contractEvent(contract, actor.organizationId)
  unit.emit({ type: 'contract.drafted', subjectId: contract.id, payload })
  return contract
}
