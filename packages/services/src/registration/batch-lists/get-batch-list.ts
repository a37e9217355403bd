import { batchLists } from '@market/database/schema'
import { refuse } from '@market/domain'
import { authorize, relationsTo } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../../index.ts'
import { isVerificationCode, normaliseVerificationCode } from '../verification-code.ts'
import { type BatchListDetails, readBatchList } from './records.ts'

/** A list of the actor's agency, or any for operator and authority. Refuses with `batch_list.not_found`. */
export const getBatchList = async (context: ServiceContext, id: string): Promise<BatchListDetails> => {
  const actor = requireActor(context)
  const [list] = await context.db.select().from(batchLists).where(eq(batchLists.id, id))
  if (!list) throw refuse('not-found', 'batch_list.not_found')
  authorize(actor, 'batch_list.read', relationsTo(actor, { agencyOrganizationId: list.agencyId }))
  return readBatchList(context.db, list)
}

/** The public check of a list by the code printed on it. Refuses with `batch_list.not_found`. */
export const verifyBatchList = async (context: ServiceContext, code: string): Promise<BatchListDetails> => {
  authorize(context.actor, 'certificate.read')
  const [list] = await context.db
    .select()
    .from(batchLists)
    .where(eq(batchLists.verificationCode, normaliseVerificationCode(code)))
  if (!list || !isVerificationCode(code, list.verificationCode)) {
    throw refuse('not-found', 'batch_list.not_found')
  }
  return readBatchList(context.db, list)
}
