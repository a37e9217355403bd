import { listingOf } from '../../../../infra/scripts/walkthrough/chain.ts'
import { ask, succeed } from './ask.ts'
import type { Person } from './person.ts'

/** A draft of the person's organization that lacks nothing, with `mark` in its titles; `changes` go over it. */
export const draftListing = async (person: Person, mark: string, changes: object = {}): Promise<string> => {
  const text = { ...listingOf(mark, ''), kind: 'know_how', rights: [], ...changes }
  const { body } = await ask(person, 'POST', '/api/listings', text)
  return (body as { id: string }).id
}

/** Hands a listing to the operator, who lets everybody read it. */
export const publishListing = async (person: Person, operator: Person, id: string): Promise<void> => {
  await succeed(person, 'POST', `/api/listings/${id}/submit`)
  await succeed(operator, 'POST', `/api/listings/${id}/publish`)
}
