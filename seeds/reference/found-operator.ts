import { inUnitOfWork } from '@market/database'
import { organizations } from '@market/database/schema'
import type { ServiceContext } from '@market/services'
import { registerAccount } from '@market/services/identity'
import { type CreateOrganizationInput, createOrganization } from '@market/services/organizations'
import { and, eq } from 'drizzle-orm'

/** Nobody can verify the one who verifies: a market begins with an operator that is taken as given. */
export const trustOperator = (context: ServiceContext, id: string): Promise<void> =>
  inUnitOfWork({ ...context, actor: null }, async ({ tx, now, audit }) => {
    await tx
      .update(organizations)
      .set({ state: 'verified', decidedAt: now, updatedAt: now })
      .where(and(eq(organizations.id, id), eq(organizations.kind, 'operator')))
    audit({
      action: 'organization.verify',
      subjectType: 'organization',
      subjectId: id,
      organizationId: id,
      before: { state: 'pending' },
      after: { state: 'verified' },
    })
  })

interface Founder {
  email: string
  password: string
  name: string
}

/**
 * The first organization of a real market, with the account of its owner; both or neither. Throws where there is an
 * operator already; refuses with what is wrong with the account or the credit code.
 */
export const foundOperator = (
  context: ServiceContext,
  founder: Founder,
  facts: Omit<CreateOrganizationInput, 'kind'>,
): Promise<void> =>
  context.db.transaction(async (tx) => {
    const here = { ...context, db: tx }
    const operators = await tx.$count(organizations, eq(organizations.kind, 'operator'))
    if (operators > 0) throw new Error('This market has an operator already.')
    const { user } = await registerAccount(here, { ...founder, locale: 'zh-CN' })
    const actor = {
      userId: user.id,
      organizationId: null,
      organizationKind: null,
      organizationState: null,
      organizationRegionCode: null,
      roles: [],
    }
    const { id } = await createOrganization({ ...here, actor }, { ...facts, kind: 'operator' })
    await trustOperator(here, id)
  })
