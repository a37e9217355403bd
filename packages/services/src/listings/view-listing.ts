import { prepared } from '@market/database'
import {
  listings,
  listingVersions,
  organizations,
  rights as rightsTable,
  users,
} from '@market/database/schema'
import { type Actor, type FieldProblem, refuse, shanghaiDateOf } from '@market/domain'
import {
  type Completeness,
  completeness,
  isRenewable,
  listingMachine,
  listingProblems,
  TEXT_COMMANDS,
  type TextCommand,
  textAllows,
  type WritingHint,
  writingHints,
} from '@market/domain/listings'
import { may, type Relation } from '@market/domain/policy'
import { and, eq, sql } from 'drizzle-orm'
import { type FileFacts, withFileFacts } from '../files/index.ts'
import { type ContactRecord, findContact, type OrganizationRecord } from '../organizations/index.ts'
import { type AttachmentContent, type ListingContent, wholeContent } from './content.ts'
import {
  type ListingRow,
  type ListingStanding,
  type Reader,
  relationsToListing,
  standingColumns,
} from './records.ts'
import { readWorkingContent } from './stored-content.ts'

export type ListingCommandName = TextCommand | 'withdraw' | 'renew'

export interface ListingView {
  listing: ListingStanding
  organization: OrganizationRecord
  content: ListingContent
  /** Whom to ask; the presenter's reader may not be shown everything of it. */
  contact: ContactRecord | null
  attachments: (AttachmentContent & FileFacts)[]
  /** How many files open only to those bound to secrecy. */
  confidentialFiles: number
  /** Null in what the public reads. */
  editing: {
    problems: FieldProblem[]
    commands: ListingCommandName[]
    quality: Completeness & { hints: WritingHint[] }
    reviewerName: string | null
  } | null
}

export interface Viewer {
  actor: Actor | null
  now: Date
}

const commandsOf = ({ actor, now }: Viewer, listing: ListingRow, relations: readonly Relation[]) => {
  const today = shanghaiDateOf(now)
  const open: ListingCommandName[] = TEXT_COMMANDS.filter((command) => textAllows(listing, command))
  if (listingMachine.allows(listing.state, 'withdraw')) open.push('withdraw')
  if (isRenewable(listing, today)) open.push('renew')
  // Whoever may write changes may throw them away.
  return open.filter((command) =>
    may(actor, `listing.${command === 'discard' ? 'edit' : command}`, relations),
  )
}

const oneOwner = prepared((db) =>
  db
    .select()
    .from(organizations)
    .where(eq(organizations.id, sql.placeholder('id')))
    .prepare('listing_owner'),
)

const ownerOf = async (db: Reader, listing: ListingRow): Promise<OrganizationRecord> => {
  const [owner] = await oneOwner(db).execute({ id: listing.organizationId })
  if (!owner) throw new Error('The listing has no owner.')
  return owner
}

const contactOf = (db: Reader, { contactId }: ListingStanding): Promise<ContactRecord | null> =>
  contactId === null ? Promise.resolve(null) : findContact(db, contactId)

const reviewerNameOf = async (db: Reader, { reviewerId }: ListingRow): Promise<string | null> => {
  if (reviewerId === null) return null
  const [row] = await db.select({ name: users.name }).from(users).where(eq(users.id, reviewerId))
  return row?.name ?? null
}

/** What counts toward completeness beside the text. */
export const extrasOf = (
  { contactId }: Pick<ListingRow, 'contactId'>,
  attachments: readonly Pick<FileFacts, 'mediaType'>[],
) => ({
  pictures: attachments.filter(({ mediaType }) => mediaType.startsWith('image/')).length,
  documents: attachments.filter(({ mediaType }) => !mediaType.startsWith('image/')).length,
  hasContact: contactId !== null,
})

const onePage = prepared((db) =>
  db
    .select({ listing: standingColumns, organization: organizations, published: listingVersions.content })
    .from(listings)
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .leftJoin(
      listingVersions,
      and(eq(listingVersions.listingId, listings.id), eq(listingVersions.version, listings.version)),
    )
    .where(eq(listings.id, sql.placeholder('id')))
    .prepare('listing_page'),
)

export interface ListingPage {
  listing: ListingStanding
  organization: OrganizationRecord
  /** As the reviewer published it last; null before that. */
  published: ListingContent | null
}

/** A listing, its owner and the text published last, in one statement. Refuses with `listing.not_found`. */
export const findListingPage = async (db: Reader, id: string): Promise<ListingPage> => {
  const [row] = await onePage(db).execute({ id })
  if (!row) throw refuse('not-found', 'listing.not_found')
  return row
}

/** The text as everybody reads it: without the confidential attachments. */
export const viewAsPublic = async (
  db: Reader,
  { listing, organization }: ListingPage,
  content: ListingContent,
): Promise<ListingView> => {
  const open = content.attachments.filter(({ visibility }) => visibility === 'public')
  const attachments = await withFileFacts(db, open)
  const contact = await contactOf(db, listing)
  const confidentialFiles = content.attachments.length - open.length
  return { listing, organization, content, attachments, confidentialFiles, contact, editing: null }
}

const someRights = prepared((db) =>
  db
    .select({
      id: rightsTable.id,
      number: rightsTable.number,
      keptSince: rightsTable.keptSince,
      legalStatus: rightsTable.legalStatus,
      grantedOn: rightsTable.grantedOn,
      expiresOn: rightsTable.expiresOn,
      ownerNames: rightsTable.ownerNames,
    })
    .from(rightsTable)
    .where(sql`${rightsTable.id} = any(${sql.placeholder('ids')})`)
    .prepare('listing_rights'),
)

/** A version's text stays as it was published; how its rights stand is read from their records. */
const withLiveFacts = async (db: Reader, content: ListingContent): Promise<ListingContent> => {
  const ids = content.rights.map(({ id }) => id)
  if (ids.length === 0) return content
  const rows = await someRights(db).execute({ ids })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const live = (right: ListingContent['rights'][number]) => {
    const row = byId.get(right.id)
    // What nobody keeps a record of is what its listings say; the changes of one may call it by another number.
    if (!row || (row.keptSince === null && row.number !== right.number)) return right
    const { number, legalStatus, grantedOn, expiresOn, ownerNames } = row
    return { ...right, number, legalStatus, grantedOn, expiresOn, ownerNames }
  }
  return { ...content, rights: content.rights.map(live) }
}

export const viewPublished = async (db: Reader, page: ListingPage): Promise<ListingView> => {
  const { listing, published } = page
  if (!published) throw new Error(`Listing ${listing.id} has no version ${listing.version}.`)
  return viewAsPublic(db, page, await withLiveFacts(db, wholeContent(published)))
}

/** The working text with all attachments, what it still lacks and what the viewer may do to it. */
export const viewWorking = async (db: Reader, listing: ListingRow, viewer: Viewer): Promise<ListingView> => {
  const content = await readWorkingContent(db, listing)
  const relations = relationsToListing(viewer.actor, listing)
  const attachments = await withFileFacts(db, content.attachments)
  return {
    listing,
    organization: await ownerOf(db, listing),
    content,
    attachments,
    confidentialFiles: content.attachments.filter(({ visibility }) => visibility === 'confidential').length,
    contact: await contactOf(db, listing),
    editing: {
      problems: listingProblems(content, shanghaiDateOf(viewer.now)),
      commands: commandsOf(viewer, listing, relations),
      quality: {
        ...completeness(content, extrasOf(listing, attachments)),
        hints: writingHints(content),
      },
      reviewerName: await reviewerNameOf(db, listing),
    },
  }
}
