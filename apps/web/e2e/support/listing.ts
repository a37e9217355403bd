import { randomInt } from 'node:crypto'
import { patentCheckDigit } from '@market/domain/identifiers'
import { expect } from 'vitest'
import { z } from 'zod'
import { listingOf } from '../../../../infra/scripts/walkthrough/chain.ts'
import { arrive } from './act.ts'
import { idFrom, succeed } from './ask.ts'
import type { Person } from './person.ts'

const Me = z.object({
  organizationId: z.string(),
  organizations: z.array(z.object({ organization: z.object({ id: z.string(), nameZh: z.string() }) })),
})

const patentNumber = (): string => {
  const digits = `20231${String(randomInt(10_000_000)).padStart(7, '0')}`
  return `ZL${digits}.${patentCheckDigit(digits)}`
}

const ownName = async (person: Person): Promise<string> => {
  const { organizationId, organizations } = Me.parse(await succeed(person, 'GET', '/api/me'))
  return (
    organizations.find(({ organization }) => organization.id === organizationId)?.organization.nameZh ?? ''
  )
}

export interface PostedListing {
  id: string
  patent: string
}

/** A listing of somebody's own patent, complete but for what is done to it before it is submitted. */
export const draftListing = async (owner: Person, mark: string, mode: string): Promise<PostedListing> => {
  const patent = patentNumber()
  const listing = listingOf(mark, patent)
  const rights = listing.rights.map(async (right) => ({ ...right, ownerNames: [await ownName(owner)] }))
  const body = { ...listing, transferModes: [mode], rights: await Promise.all(rights) }
  return { id: idFrom(await succeed(owner, 'POST', '/api/listings', body)), patent }
}

/** Submits a listing and has the operator publish it. */
export const publishListing = async (owner: Person, operator: Person, id: string): Promise<void> => {
  await succeed(owner, 'POST', `/api/listings/${id}/submit`)
  await succeed(operator, 'POST', `/api/listings/${id}/publish`)
}

/** Searches until the listing is found, and opens it from the list. */
export const findListing = async ({ page, open }: Person, query: string, id: string): Promise<void> => {
  const found = page.locator(`main a[href^="/listings/${id}"]`).first()
  const search = async () => {
    await open(`/search?q=${encodeURIComponent(query)}`)
    return found.count()
  }
  await expect.poll(search, { timeout: 15_000 }).toBe(1)
  await found.click()
  await arrive(page, new RegExp(`/listings/${id}`))
}
