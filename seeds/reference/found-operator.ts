import { inUnitOfWork } from '@market/database'
import { organizations } from '@market/database/schema'
import { refuse } from '@market/domain'
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

/** The first organization of a real market, with the account of its owner. Refuses with `operator.exists`. */
export const foundOperator = async (
  context: ServiceContext,
  founder: Founder,
  facts: Omit<CreateOrganizationInput, 'kind'>,
): Promise<void> => {
  const [operator] = await context.db
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.kind, 'operator'))
  if (operator) throw refuse('conflict', 'operator.exists')
  const { user } = await registerAccount(context, { ...founder, locale: 'zh-CN' })
  const actor = {
    userId: user.id,
    organizationId: null,
    organizationKind: null,
    organizationState: null,
    organizationRegionCode: null,
    roles: [],
  }
  const { id } = await createOrganization({ ...context, actor }, { ...facts, kind: 'operator' })
  await trustOperator(context, id)
}
