import { searchMisses } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { missTermOf, weekOf } from '@market/domain/discovery'
import { authorize } from '@market/domain/policy'
import type { ServiceContext } from '../../index.ts'
import { type Visitor, visitorDigest } from '../visits/visitor.ts'

/**
 * Notes a term that found nothing, once per visitor and week; nothing that looks like a person's address or number. It
 * measures and decides nothing, so it leaves no audit row.
 */
export const noteMiss = async (
  context: ServiceContext,
  { text, visitor }: { text: string; visitor: Visitor },
): Promise<void> => {
  authorize(context.actor, 'listing.search')
  const term = missTermOf(text)
  if (term === null) return
  const askedOn = shanghaiDateOf(context.clock.now())
  const weekOn = weekOf(askedOn)
  const digest = await visitorDigest(context, 'miss', weekOn, visitor)
  await context.db
    .insert(searchMisses)
    .values({ term, weekOn, visitor: digest, askedOn })
    .onConflictDoNothing()
}
