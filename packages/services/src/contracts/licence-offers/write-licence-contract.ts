import type { PagePrinter } from '@market/adapters/documents'
import { users } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { suggestContractType, suggestEnd } from '@market/domain/contracts'
import { type TierTerms, termsOfOrder } from '@market/domain/licensing'
import { CONTRACT_SUB_TYPES } from '@market/domain/regimes'
import { eq } from 'drizzle-orm'
import { type FileRecord, type FileTools, storeFile } from '../../files/index.ts'
import type { MemberActor, ServiceContext } from '../../index.ts'
import { type ContractRow, rightsOf } from '../contract-records.ts'
import { readClauseFacts } from '../text/read-clause-facts.ts'
import { licenceDocument } from './licence-document.ts'
import type { LicenceOfferRow } from './offer-records.ts'
import type { Offered } from './require-takeable.ts'

export interface LicenceTools extends FileTools {
  printPages: PagePrinter
}

/** All that one licence is made of, before anything of it is stored. */
export interface PreparedLicence {
  actor: MemberActor
  offer: LicenceOfferRow
  offered: Offered
  contract: ContractRow
  withKnowHow: boolean
}

/** The contract as it will be signed today. */
export const writeContract = async (
  context: ServiceContext,
  actor: MemberActor,
  offer: LicenceOfferRow,
  { offered: { listing }, terms }: { offered: Offered; terms: TierTerms },
  withKnowHow: boolean,
): Promise<ContractRow> => {
  const now = context.clock.now()
  const today = shanghaiDateOf(now)
  const sheet = termsOfOrder(offer, terms, withKnowHow ? offer.knowHow : null)
  const { type, subType } = suggestContractType(sheet.transferMode, listing.kind, today)
  const rights = await rightsOf(context.db, listing.id)
  const endsOn = suggestEnd(sheet.transferMode, today, terms.termMonths, rights)
  return {
    id: context.ids.next(),
    requestId: context.ids.next(),
    offerId: context.ids.next(),
    listingId: listing.id,
    sellerId: offer.ownerId,
    buyerId: actor.organizationId,
    state: 'ready',
    title: `${listing.titleZh}${labelOf(CONTRACT_SUB_TYPES, subType, 'zh-CN')}合同`,
    type,
    subType,
    terms: sheet,
    contractAmountFen: sheet.totalFen,
    technologyAmountFen: sheet.totalFen,
    signedOn: today,
    effectiveOn: today,
    endsOn,
    agencyId: null,
    revision: 1,
    signingOrder: 'seller_first',
    createdAt: now,
    updatedAt: now,
    signedAt: null,
    endedOn: null,
  }
}

/** Prints the contract and stores the file. */
export const printContract = async (
  context: ServiceContext,
  tools: LicenceTools,
  { actor, offer, offered, contract, withKnowHow }: PreparedLicence,
): Promise<FileRecord> => {
  const [signatory] = await context.db
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, actor.userId))
  const { titleZh, titleEn } = offered.listing
  const facts = {
    ...(await readClauseFacts(context.db, contract)),
    subject: { zh: titleZh, en: titleEn || titleZh },
  }
  const { bytes } = await tools.printPages(
    licenceDocument({
      contractId: contract.id,
      facts,
      offer,
      knowHow: withKnowHow ? offer.knowHow : null,
      signatory: signatory?.name ?? '',
      at: contract.createdAt,
      sample: offered.owner.sample,
    }),
  )
  async function* content() {
    yield bytes
  }
  return storeFile(context, tools, {
    name: `${contract.title}.pdf`,
    purpose: 'contract_text',
    content: content(),
  })
}
