import { type Database, inUnitOfWork, refusingOn, type Transaction } from '@market/database'
import { ndaTemplates } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { DEFAULT_NDA, NDA_MONTHS, type NdaTemplate, ndaTemplateProblems } from '@market/domain/licensing'
import { authorize, relationsTo } from '@market/domain/policy'
import { desc, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'

export interface NdaTemplateRecord extends NdaTemplate {
  /** Null and 0 for the market's own words. */
  id: string | null
  version: number
}

const MARKET_TEMPLATE: NdaTemplateRecord = {
  ...DEFAULT_NDA,
  id: null,
  version: 0,
  months: NDA_MONTHS.usual,
}

/** The text an owner asks its readers to accept: its own, or the market's. */
export const templateOf = async (
  db: Database | Transaction,
  organizationId: string,
): Promise<NdaTemplateRecord> => {
  const [own] = await db
    .select()
    .from(ndaTemplates)
    .where(eq(ndaTemplates.organizationId, organizationId))
    .orderBy(desc(ndaTemplates.version))
    .limit(1)
  return own ?? MARKET_TEMPLATE
}

/** What the acting organization asks its readers to accept. */
export const getNdaTemplate = async (context: ServiceContext): Promise<NdaTemplateRecord> => {
  const actor = requireMember(context)
  authorize(actor, 'nda_template.read', relationsTo(actor, { organizationId: actor.organizationId }))
  return templateOf(context.db, actor.organizationId)
}

export interface SaveNdaTemplateInput extends NdaTemplate {
  /** The version read, so that nobody overwrites a colleague's. */
  version: number
}

const changedMeanwhile = () => refuse('conflict', 'nda_template.changed_meanwhile')

/**
 * A new version of the organization's own text; what was accepted before keeps its words. Refuses with
 * `request.invalid` and `nda_template.changed_meanwhile`.
 */
export const saveNdaTemplate = async (
  context: ServiceContext,
  { version, bodyZh, bodyEn, months }: SaveNdaTemplateInput,
): Promise<NdaTemplateRecord> => {
  const actor = requireMember(context)
  const { organizationId, userId } = actor
  authorize(actor, 'nda_template.edit', relationsTo(actor, { organizationId }))
  const problems = ndaTemplateProblems({ bodyZh, bodyEn, months })
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
  return refusingOn({ nda_templates_version: changedMeanwhile }, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const before = await templateOf(tx, organizationId)
      if (before.version !== version) throw changedMeanwhile()
      const [after] = await tx
        .insert(ndaTemplates)
        .values({
          id: context.ids.next(),
          organizationId,
          version: version + 1,
          bodyZh,
          bodyEn,
          months,
          createdBy: userId,
          createdAt: now,
        })
        .returning()
      if (!after) throw new Error('The template was not stored.')
      audit({
        action: 'nda_template.edit',
        subjectType: 'nda_template',
        subjectId: after.id,
        organizationId,
        before: { version: before.version, months: before.months },
        after,
      })
      return after
    }),
  )
}
