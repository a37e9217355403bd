import { listings, needAnswers, needs, organizations, requests } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type AnswerCommand, answerMachine } from '@market/domain/demands'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { and, desc, eq, lt, or, type SQL } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import { listingColumns, needColumns } from '../licensing/index.ts'
import { type AnswerRow, findNeed, type NeedRow, partiesOf } from './records.ts'

const ANSWER_ACTIONS = [
  ['answer.shortlist', 'shortlist'],
  ['answer.decline', 'decline'],
  ['answer.take_up', 'take_up'],
  ['answer.withdraw', 'withdraw'],
] as const
export type AnswerAction = (typeof ANSWER_ACTIONS)[number][0]

const select = ({ db }: ServiceContext) =>
  db
    .select({
      answer: needAnswers,
      need: needs,
      about: needColumns,
      organization: organizations,
      listing: { ...listingColumns, transferModes: listings.transferModes },
      requestId: requests.id,
    })
    .from(needAnswers)
    .innerJoin(needs, eq(needs.id, needAnswers.needId))
    .innerJoin(organizations, eq(organizations.id, needAnswers.organizationId))
    .leftJoin(listings, eq(listings.id, needAnswers.listingId))
    .leftJoin(requests, eq(requests.needAnswerId, needAnswers.id))

type Row = Awaited<ReturnType<typeof select>>[number]
export interface AnswerRecord extends Row {
  actions: AnswerAction[]
}

const actionsOf = ({ actor }: ServiceContext, need: NeedRow, answer: AnswerRow): AnswerAction[] => {
  const relations = relationsTo(actor, partiesOf(need, answer))
  return ANSWER_ACTIONS.filter(
    ([action, command]: readonly [AnswerAction, AnswerCommand]) =>
      answerMachine.allows(answer.state, command) && may(actor, action, relations),
  ).map(([action]) => action)
}

const listWhere = async (
  context: ServiceContext,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
  where: SQL | undefined,
): Promise<Page<AnswerRecord>> => {
  const at = cursor === undefined ? null : decodeInstantCursor(cursor)
  const behind = at
    ? or(lt(needAnswers.createdAt, at.at), and(eq(needAnswers.createdAt, at.at), lt(needAnswers.id, at.id)))
    : undefined
  const rows = await select(context)
    .where(and(where, behind))
    .orderBy(desc(needAnswers.createdAt), desc(needAnswers.id))
    .limit(limit + 1)
  const records = rows.map((row) => ({ ...row, actions: actionsOf(context, row.need, row.answer) }))
  return pageOf(records, limit, ({ answer }) => [answer.createdAt.toISOString(), answer.id])
}

export interface ListAnswersInput {
  needId: string
  cursor?: string | undefined
  limit: number
}

/** The answers to a need of the acting organization. Refuses with `need.not_found` for anybody else's. */
export const listAnswers = async (
  context: ServiceContext,
  { needId, ...page }: ListAnswersInput,
): Promise<Page<AnswerRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'answer.list')
  const need = await findNeed(context.db, needId)
  if (need.organizationId !== actor.organizationId) throw refuse('not-found', 'need.not_found')
  return listWhere(context, page, eq(needAnswers.needId, needId))
}

/** The answers the acting organization has given, the newest first. */
export const listMyAnswers = async (
  context: ServiceContext,
  page: Omit<ListAnswersInput, 'needId'>,
): Promise<Page<AnswerRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'answer.list')
  return listWhere(context, page, eq(needAnswers.organizationId, actor.organizationId))
}
