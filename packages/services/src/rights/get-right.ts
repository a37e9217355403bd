import {
  contracts,
  licenceGrants,
  listingRights,
  listings,
  organizations,
  portfolioRights,
  portfolios,
  users,
} from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { may } from '@market/domain/policy'
import { type EncumbranceLine, encumbranceLines } from '@market/domain/rights'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type Reader, type RightDossier, type RightRow, readDossiers } from './dossiers.ts'
import { readGrants } from './read-grants.ts'
import { type Offerer, readOfferers } from './read-offerers.ts'
import { findRight, relationsToRight } from './records.ts'

const RIGHT_ACTIONS = ['right.edit', 'right.record_event'] as const
export type RightAction = (typeof RIGHT_ACTIONS)[number]

const listingsOf = (db: Reader, rightId: string) =>
  db
    .select({
      id: listings.id,
      titleZh: listings.titleZh,
      titleEn: listings.titleEn,
      state: listings.state,
      frozenReason: listings.frozenReason,
    })
    .from(listingRights)
    .innerJoin(listings, eq(listings.id, listingRights.listingId))
    .where(eq(listingRights.rightId, rightId))
    .orderBy(asc(listings.createdAt), asc(listings.id))

/** Licences the organization itself granted of it, with whom and under which contract. */
const licencesOf = (db: Reader, { subject, organizationId }: RightRow) =>
  db
    .select({
      grant: licenceGrants,
      contract: { id: contracts.id, title: contracts.title },
      grantee: organizations,
    })
    .from(licenceGrants)
    .innerJoin(contracts, eq(contracts.id, licenceGrants.contractId))
    .innerJoin(organizations, eq(organizations.id, licenceGrants.granteeId))
    .where(and(eq(licenceGrants.subject, subject), eq(licenceGrants.grantorId, organizationId)))
    .orderBy(asc(licenceGrants.startsOn), asc(licenceGrants.id))

const portfoliosOf = (db: Reader, rightId: string) =>
  db
    .select({ id: portfolios.id, nameZh: portfolios.nameZh, nameEn: portfolios.nameEn })
    .from(portfolioRights)
    .innerJoin(portfolios, eq(portfolios.id, portfolioRights.portfolioId))
    .where(eq(portfolioRights.rightId, rightId))
    .orderBy(asc(portfolios.nameZh))

const namesOf = async (db: Reader, { events }: RightDossier): Promise<Map<string, string>> => {
  const ids = [...new Set(events.map(({ enteredBy }) => enteredBy))]
  if (ids.length === 0) return new Map()
  const rows = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface RightView extends RightDossier {
  encumbrances: EncumbranceLine[]
  enteredByNames: Map<string, string>
  listings: Awaited<ReturnType<typeof listingsOf>>
  licences: Awaited<ReturnType<typeof licencesOf>>
  portfolios: Awaited<ReturnType<typeof portfoliosOf>>
  alsoOfferedBy: Offerer[]
  actions: RightAction[]
}

/** A right with its history, what burdens it, and where it is offered and licensed. Refuses with `right.not_found`. */
export const getRight = async (context: ServiceContext, id: string): Promise<RightView> => {
  const actor = requireMember(context)
  const { db, clock } = context
  const today = shanghaiDateOf(clock.now())
  const found = await findRight(db, actor, id)
  const [dossier] = await readDossiers(db, [id], today)
  if (!dossier) throw refuse('not-found', 'right.not_found')
  const relations = relationsToRight(actor, found)
  const grants = await readGrants(db, [found.subject], today)
  return {
    ...dossier,
    encumbrances: encumbranceLines({ ...dossier, grants }, today),
    enteredByNames: await namesOf(db, dossier),
    listings: await listingsOf(db, id),
    licences: await licencesOf(db, found),
    portfolios: await portfoliosOf(db, id),
    alsoOfferedBy: await readOfferers(db, [found]),
    actions: RIGHT_ACTIONS.filter((action) => may(actor, action, relations)),
  }
}
