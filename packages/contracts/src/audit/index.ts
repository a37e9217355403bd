import { z } from 'zod'
import { Id, Instant, PageQuery, pageOf } from '../shared/index.ts'

/** Members read their own organization's trail; the operator and the authority read any. */
export const AuditQuery = PageQuery.extend({
  subjectType: z.string().trim().min(1).max(40).optional(),
  subjectId: z.string().trim().min(1).max(100).optional(),
  organizationId: Id.optional(),
})
export type AuditQuery = z.output<typeof AuditQuery>

export const AuditEntry = z
  .object({
    /** Place in the chain, without gaps. */
    position: z.int(),
    at: Instant,
    /** Null: the system itself. */
    actor: z.object({ userId: Id, name: z.string().nullable(), organizationId: Id.nullable() }).nullable(),
    /** '<subject>.<verb>', such as 'listing.publish'. */
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    organizationId: Id.nullable(),
    before: z.unknown(),
    after: z.unknown(),
    requestId: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof AuditEntry>
export const AuditPage = pageOf(AuditEntry)
