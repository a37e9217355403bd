import type { Database } from '@market/database'
import { events } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { asc, eq } from 'drizzle-orm'
import { makeActor, makeMember, testContext } from '../../testing/index.ts'
import {
  type CreateListingInput,
  createListing,
  type ListingView,
  publishListing,
  submitListing,
} from '../index.ts'
import { completeListing } from './complete-listing.ts'

type Member = Actor & { organizationId: string }
type Changes = Partial<CreateListingInput>

/** A university that writes listings, the operator who reviews them, and somebody who has no part in it. */
export interface Desk {
  editor: Member
  /** Of the same university, without the role. */
  viewer: Member
  /** Editor of another organization. */
  stranger: Member
  reviewer: Member
  as(actor: Actor | null): ReturnType<typeof testContext>
  draft(changes?: Changes): Promise<ListingView>
  submitted(changes?: Changes): Promise<ListingView>
  published(changes?: Changes): Promise<ListingView>
  /** Types of the events about a listing, oldest first. */
  eventTypes(listingId: string): Promise<string[]>
}

export const makeDesk = async (db: Database): Promise<Desk> => {
  const editor = await makeActor(db, 'university', ['editor'])
  const viewer = await makeMember(db, editor.organizationId, ['viewer'])
  const stranger = await makeActor(db, 'institute', ['editor'])
  const reviewer = await makeActor(db, 'operator', ['reviewer'])
  const as = (actor: Actor | null) => testContext(db, actor)
  const draft = (changes?: Changes) => createListing(as(editor), completeListing(changes))
  const submitted = async (changes?: Changes) => submitListing(as(editor), (await draft(changes)).listing.id)
  const published = async (changes?: Changes) =>
    publishListing(as(reviewer), { id: (await submitted(changes)).listing.id })
  const eventTypes = async (id: string) => {
    const rows = await db.select().from(events).where(eq(events.subjectId, id)).orderBy(asc(events.id))
    return rows.map(({ type }) => type)
  }
  return { editor, viewer, stranger, reviewer, as, draft, submitted, published, eventTypes }
}

export const NOT_FOUND = { kind: 'not-found', code: 'listing.not_found' }
export const FORBIDDEN = { kind: 'forbidden', code: 'policy.forbidden' }
export const WRONG_STATE = { kind: 'conflict', code: 'listing.wrong_state' }
