import { contracts, files, organizations, publicNotices } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { type NoticePhase, noticePhase, type SigningBar } from '@market/domain/contracts'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { conversionRulesOn, type Provision } from '@market/domain/regimes'
import { and, desc, eq, getTableColumns, gte, isNull, lt, or, type SQL } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../../index.ts'
import type { OrganizationRecord } from '../../organizations/index.ts'
import { type ContractRow, seenBy, stakeholdersOf } from '../contract-records.ts'
import {
  type NoticeRow,
  noticeOwed,
  type ObjectionRow,
  objectionsOf,
  readNoticeBars,
  stakeholdersOfNotice,
} from './notice-records.ts'

export type NoticeAction = 'notice.object' | 'notice.answer' | 'notice.withdraw' | 'notice.record_decision'

export interface NoticeRecord {
  notice: NoticeRow
  phase: NoticePhase
  seller: OrganizationRecord
  objections: ObjectionRow[]
  /** Whether names, contacts and the decision's file are shown. */
  inside: boolean
  /** Null for the public. */
  minutes: { id: string; name: string; sha256: string } | null
  /** The contract, for whoever may open it. */
  contractId: string | null
  actions: NoticeAction[]
}

const phaseOf = ({ clock }: ServiceContext, { endsOn, withdrawnAt }: NoticeRow): NoticePhase =>
  noticePhase({ endsOn, withdrawn: withdrawnAt !== null }, shanghaiDateOf(clock.now()))

const minutesOf = async ({ db }: ServiceContext, id: string | null) => {
  if (id === null) return null
  const [file] = await db
    .select({ id: files.id, name: files.name, sha256: files.sha256 })
    .from(files)
    .where(eq(files.id, id))
  return file ?? null
}

interface Found {
  notice: NoticeRow
  contract: ContractRow
  seller: OrganizationRecord
}

const findNotice = async ({ db }: ServiceContext, where: SQL | undefined): Promise<Found | null> => {
  const [row] = await db
    .select({ notice: publicNotices, contract: contracts, seller: organizations })
    .from(publicNotices)
    .innerJoin(contracts, eq(contracts.id, publicNotices.contractId))
    .innerJoin(organizations, eq(organizations.id, publicNotices.organizationId))
    .where(where)
  return row ?? null
}

const view = async (context: ServiceContext, { notice, contract, seller }: Found): Promise<NoticeRecord> => {
  const { actor } = context
  const relations = relationsTo(actor, stakeholdersOfNotice(notice, contract))
  const inside = may(actor, 'notice.read_record', relations)
  const phase = phaseOf(context, notice)
  const objections = await objectionsOf(context.db, notice.id)
  const possible: Record<NoticeAction, boolean> = {
    'notice.object': phase === 'running',
    'notice.answer': phase !== 'withdrawn' && objections.some(({ state }) => state === 'open'),
    'notice.withdraw': phase !== 'withdrawn' && contract.signedAt === null,
    'notice.record_decision': phase !== 'withdrawn' && notice.decisionRecordedAt === null,
  }
  return {
    notice,
    phase,
    seller,
    objections,
    inside,
    minutes: inside ? await minutesOf(context, notice.minutesFileId) : null,
    contractId: may(actor, 'contract.read', relationsTo(actor, stakeholdersOf(contract)))
      ? contract.id
      : null,
    actions: (Object.keys(possible) as NoticeAction[]).filter(
      (action) => possible[action] && may(actor, action, relations),
    ),
  }
}

/** One notice with its objections, as the reader may see it. Refuses with `notice.not_found`. */
export const getNotice = async (context: ServiceContext, id: string): Promise<NoticeRecord> => {
  const found = await findNotice(context, eq(publicNotices.id, id))
  if (!found) throw refuse('not-found', 'notice.not_found')
  const { notice, contract } = found
  authorize(context.actor, 'notice.read', relationsTo(context.actor, stakeholdersOfNotice(notice, contract)))
  return view(context, found)
}

/** The whole of a notice for a due-diligence file. Refuses with `notice.not_found` and `policy.forbidden`. */
export const getNoticeRecord = async (context: ServiceContext, id: string): Promise<NoticeRecord> => {
  const record = await getNotice(context, id)
  if (!context.actor) throw refuse('unauthenticated', 'session.required', { action: 'notice.read_record' })
  if (!record.inside) throw refuse('forbidden', 'policy.forbidden', { action: 'notice.read_record' })
  return record
}

export interface ContractNoticeRecord {
  owed: boolean
  /** What keeps the contract from being signed, as far as the notice goes. */
  bars: SigningBar[]
  rule: Provision<{ calendarDays: number }> | null
  notice: NoticeRecord | null
  mayPost: boolean
}

/** How a contract stands to its notice. Refuses with `contract.not_found`. */
export const getContractNotice = async (
  context: ServiceContext,
  contractId: string,
): Promise<ContractNoticeRecord> => {
  const actor = requireMember(context)
  const { db } = context
  const seen = and(eq(contracts.id, contractId), seenBy(actor.organizationId))
  const [contract] = await db.select(getTableColumns(contracts)).from(contracts).where(seen)
  if (!contract) throw refuse('not-found', 'contract.not_found')
  const relations = relationsTo(actor, stakeholdersOf(contract))
  authorize(actor, 'contract.read', relations)
  const today = shanghaiDateOf(context.clock.now())
  const unsigned = contract.signedAt === null
  const standing = and(eq(publicNotices.contractId, contractId), isNull(publicNotices.withdrawnAt))
  const [found, owed, bars] = await Promise.all([
    findNotice(context, standing),
    noticeOwed(db, contract, today),
    unsigned ? readNoticeBars(db, contract, today) : [],
  ])
  return {
    owed,
    bars,
    rule: conversionRulesOn(today)?.notice ?? null,
    notice: found && (await view(context, found)),
    mayPost: owed && unsigned && found === null && may(actor, 'notice.post', relations),
  }
}

export interface ListNoticesInput {
  phase: 'running' | 'past'
  cursor?: string | undefined
  limit: number
}

export interface ListedNotice {
  notice: NoticeRow
  phase: NoticePhase
  seller: OrganizationRecord
}

/** Running notices, or those that are over or withdrawn; the one posted last first. */
export const listNotices = async (
  context: ServiceContext,
  { phase, cursor, limit }: ListNoticesInput,
): Promise<Page<ListedNotice>> => {
  authorize(context.actor, 'notice.list')
  const today = shanghaiDateOf(context.clock.now())
  const { endsOn, withdrawnAt, postedAt, id } = publicNotices
  const running = and(isNull(withdrawnAt), gte(endsOn, today))
  const past = or(lt(endsOn, today), lt(withdrawnAt, context.clock.now()))
  const after = cursor === undefined ? null : decodeInstantCursor(cursor)
  const behind = after && or(lt(postedAt, after.at), and(eq(postedAt, after.at), lt(id, after.id)))
  const rows = await context.db
    .select({ notice: publicNotices, seller: organizations })
    .from(publicNotices)
    .innerJoin(organizations, eq(organizations.id, publicNotices.organizationId))
    .where(and(phase === 'running' ? running : past, behind ?? undefined))
    .orderBy(desc(postedAt), desc(id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ notice }) => [notice.postedAt.toISOString(), notice.id])
  return {
    ...page,
    items: page.items.map(({ notice, seller }) => ({ notice, seller, phase: phaseOf(context, notice) })),
  }
}
