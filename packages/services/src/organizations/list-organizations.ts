import { organizations } from '@market/database/schema'
import type { OrganizationKind, OrganizationState } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, desc, eq, lt, or, type SQL, sql } from 'drizzle-orm'
import { containing, decodeInstantCursor, type Page, pageOf, type ServiceContext } from '../index.ts'
import type { OrganizationRecord } from './records.ts'

export interface ListOrganizationsInput {
  state?: OrganizationState | undefined
  kind?: OrganizationKind | undefined
  /** A part of the name, in either language. */
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Full-width letters and brackets are found by their usual forms, and the reverse. */
const named = (q: string): SQL => {
  const pattern = containing(q.normalize('NFKC'))
  return sql`(normalize(${organizations.nameZh}, NFKC) ilike ${pattern}
    or normalize(${organizations.nameEn}, NFKC) ilike ${pattern})`
}

/** Verified organizations for everybody, newest first; any other state only for the operator and the authority. */
export const listOrganizations = async (
  context: ServiceContext,
  input: ListOrganizationsInput,
): Promise<Page<OrganizationRecord>> => {
  const state = input.state ?? 'verified'
  if (state !== 'verified') authorize(context.actor, 'organization.list_all')
  const after = input.cursor === undefined ? null : decodeInstantCursor(input.cursor)
  const rows = await context.db
    .select()
    .from(organizations)
    .where(
      and(
        eq(organizations.state, state),
        input.kind ? eq(organizations.kind, input.kind) : undefined,
        input.q ? named(input.q) : undefined,
        after
          ? or(
              lt(organizations.createdAt, after.at),
              and(eq(organizations.createdAt, after.at), lt(organizations.id, after.id)),
            )
          : undefined,
      ),
    )
    .orderBy(desc(organizations.createdAt), desc(organizations.id))
    .limit(input.limit + 1)
  return pageOf(rows, input.limit, (row) => [row.createdAt.toISOString(), row.id])
}
