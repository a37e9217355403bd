import { createHash } from 'node:crypto'
import type { Database } from '@market/database'
import { files, listingRights, listings, rights } from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import type { FilePurpose, ListingKind, RightKind, TechnicalField, TransferMode } from '@market/domain/codes'
import type { TermSheet } from '@market/domain/licensing'
import { type ListingState, rightExpiry } from '@market/domain/listings'
import {
  acceptOffer,
  attachSignedFile,
  type ContractRow,
  makeContractReady,
  signContract,
} from '../contracts/index.ts'
import { type MemberActor, systemIds } from '../index.ts'
import {
  acceptRequest,
  createRequest,
  makeOffer,
  type OfferRow,
  type RequestRow,
} from '../licensing/index.ts'
import { testContext } from './context.ts'
import { makeActor } from './fixtures.ts'

const NOW = new Date('2026-01-05T02:00:00Z')

export interface ListingFixture {
  kind?: ListingKind
  state?: ListingState
  transferModes?: TransferMode[]
  technicalField?: TechnicalField
  rights?: { kind: RightKind; filedOn: CalendarDate | null }[]
}

/** Inserts a listing of the actor's organization as if published long ago; returns its id. */
export const makeListing = async (
  db: Database,
  owner: MemberActor,
  fixture: ListingFixture = {},
): Promise<string> => {
  const id = systemIds.next()
  const { organizationId, userId: createdBy } = owner
  const published = fixture.state !== 'draft' && fixture.state !== 'submitted'
  await db.insert(listings).values({
    id,
    organizationId,
    createdBy,
    state: fixture.state ?? 'published',
    kind: fixture.kind ?? 'granted_patent',
    titleZh: '一种糖蜜废液吸附材料',
    titleEn: 'An adsorbent for molasses waste liquor',
    transferModes: fixture.transferModes ?? ['ordinary_licence', 'assignment'],
    technicalField: fixture.technicalField ?? null,
    regionCode: '450100',
    version: published ? 1 : 0,
    createdAt: NOW,
    updatedAt: NOW,
    publishedAt: published ? NOW : null,
  })
  for (const [position, { kind, filedOn }] of (fixture.rights ?? []).entries()) {
    const rightId = systemIds.next()
    await db.insert(rights).values({
      id: rightId,
      organizationId,
      kind,
      title: '吸附材料',
      ownerNames: ['测试机构'],
      inventorNames: ['测试发明人'],
      filedOn,
      expiresOn: rightExpiry(kind, filedOn),
      legalStatus: 'in_force',
      createdAt: NOW,
    })
    await db.insert(listingRights).values({ listingId: id, rightId, position })
  }
  return id
}

export interface DealFixture {
  /** Negotiator and signatory of a university that published the listing. */
  seller: MemberActor
  /** Negotiator and signatory of a company. */
  buyer: MemberActor
  listingId: string
}

/** Two verified sides and a published listing between them. */
export const makeDeal = async (db: Database, listing: ListingFixture = {}): Promise<DealFixture> => {
  const seller = await makeActor(db, 'university', ['negotiator', 'signatory'])
  const buyer = await makeActor(db, 'company', ['negotiator', 'signatory'])
  return { seller, buyer, listingId: await makeListing(db, seller, listing) }
}

const SCOPE = { fieldOfUse: '制糖废水处理', territory: '450000', termMonths: 60 }

export const requestInput = (listingId: string, transferMode: TransferMode = 'ordinary_licence') => ({
  listingId,
  transferMode,
  ...SCOPE,
  offerFen: 20_000_000,
  message: '希望在两条产线上使用。',
})

export const licenceTerms = (changes: Partial<TermSheet> = {}): TermSheet => ({
  transferMode: 'ordinary_licence',
  exclusivity: 'non_exclusive',
  ...SCOPE,
  upfrontFen: 5_000_000,
  royaltyRatePercent: 2.5,
  totalFen: 20_000_000,
  ...changes,
})

/** The terms that fit a mode. */
export const termsFor = (mode: TransferMode): TermSheet =>
  mode === 'assignment'
    ? licenceTerms({ transferMode: mode, exclusivity: 'not_applicable', termMonths: null })
    : licenceTerms()

/** The buyer asks for the listing. */
export const ask = (
  db: Database,
  { buyer, listingId }: DealFixture,
  mode?: TransferMode,
): Promise<RequestRow> => createRequest(testContext(db, buyer), requestInput(listingId, mode))

/** The buyer asks and the seller agrees to talk. */
export const beginTalks = async (
  db: Database,
  deal: DealFixture,
  mode?: TransferMode,
): Promise<RequestRow> => {
  const request = await ask(db, deal, mode)
  return acceptRequest(testContext(db, deal.seller), request.id)
}

/** In talks, with the seller's offer open. */
export const beginWithOffer = async (
  db: Database,
  deal: DealFixture,
  mode: TransferMode = 'ordinary_licence',
): Promise<OfferRow> => {
  const { id: requestId } = await beginTalks(db, deal, mode)
  return makeOffer(testContext(db, deal.seller), { requestId, terms: termsFor(mode), note: '' })
}

/** A contract draft from an offer the buyer took. */
export const makeContract = async (
  db: Database,
  deal: DealFixture,
  mode?: TransferMode,
): Promise<ContractRow> => {
  const { requestId, id: offerId } = await beginWithOffer(db, deal, mode)
  return acceptOffer(testContext(db, deal.buyer), { requestId, offerId })
}

/** A draft made ready to sign. */
export const makeReadyContract = async (
  db: Database,
  deal: DealFixture,
  mode?: TransferMode,
): Promise<ContractRow> => {
  const { id, revision } = await makeContract(db, deal, mode)
  return makeContractReady(testContext(db, deal.seller), { id, revision })
}

export interface StoredFileFixture {
  content?: string
  mediaType?: string
  purpose?: FilePurpose
}

/** Inserts an uploaded file of the actor's organization (its record, not its bytes); returns its id. */
export const makeFile = async (
  db: Database,
  owner: MemberActor,
  {
    content = 'the signed contract',
    mediaType = 'application/pdf',
    purpose = 'contract_text',
  }: StoredFileFixture = {},
): Promise<string> => {
  const id = systemIds.next()
  await db.insert(files).values({
    id,
    organizationId: owner.organizationId,
    purpose,
    name: '合同.pdf',
    mediaType,
    sizeBytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    storageKey: `test/${id}`,
    createdBy: owner.userId,
    createdAt: NOW,
  })
  return id
}

/** Both sides attach the same file to a ready contract. */
export const attachBoth = async (db: Database, deal: DealFixture, id: string): Promise<void> => {
  for (const side of [deal.seller, deal.buyer]) {
    await attachSignedFile(testContext(db, side), { id, fileId: await makeFile(db, side) })
  }
}

/** A contract signed by both sides. */
export const makeSignedContract = async (
  db: Database,
  deal: DealFixture,
  mode?: TransferMode,
): Promise<ContractRow> => {
  const { id } = await makeReadyContract(db, deal, mode)
  await attachBoth(db, deal, id)
  await signContract(testContext(db, deal.seller), id)
  return signContract(testContext(db, deal.buyer), id)
}
