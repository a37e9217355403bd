import { type NeedAttachment, needAnswers } from '@market/database/schema'
import {
  type Actor,
  type FieldProblem,
  shanghaiDateOf,
  TEXT_COMMANDS,
  type TextCommand,
} from '@market/domain'
import {
  needMachine,
  needProblems,
  needTextAllows,
  OPEN_NEED_STATES,
  relationsToNeed,
} from '@market/domain/demands'
import { may } from '@market/domain/policy'
import { and, eq, ne } from 'drizzle-orm'
import { type FileFacts, withFileFacts } from '../files/index.ts'
import { findOrganization, type OrganizationRecord } from '../organizations/index.ts'
import type { NeedContent } from './content.ts'
import type { NeedRow, Reader } from './records.ts'

export type NeedCommandName = TextCommand | 'withdraw'

export interface NeedView {
  need: NeedRow
  content: NeedContent
  attachments: (NeedAttachment & FileFacts)[]
  /** Null to outsiders where the poster wishes not to be named. */
  organization: OrganizationRecord | null
  /** The contact person may be shown. */
  contact: boolean
  mayAnswer: boolean
  /** Null in what outsiders read. */
  editing: { problems: FieldProblem[]; commands: NeedCommandName[] } | null
}

export interface Viewer {
  actor: Actor | null
  now: Date
}

const commandsOf = (actor: Actor | null, need: NeedRow): NeedCommandName[] => {
  const open: NeedCommandName[] = TEXT_COMMANDS.filter((command) => needTextAllows(need, command))
  if (needMachine.allows(need.state, 'withdraw')) open.push('withdraw')
  const relations = relationsToNeed(actor, need)
  return open.filter((command) => may(actor, `need.${command === 'discard' ? 'edit' : command}`, relations))
}

export const isInsider = (actor: Actor | null, need: NeedRow): boolean =>
  (actor?.organizationId ?? null) === need.organizationId || may(actor, 'need.list_review')

const hasAnswered = async (db: Reader, actor: Actor | null, needId: string): Promise<boolean> => {
  if (!actor?.organizationId) return false
  const own = eq(needAnswers.organizationId, actor.organizationId)
  const [row] = await db
    .select({ id: needAnswers.id })
    .from(needAnswers)
    .where(and(eq(needAnswers.needId, needId), own, ne(needAnswers.state, 'withdrawn')))
    .limit(1)
  return row !== undefined
}

const showsContact = async (db: Reader, actor: Actor | null, need: NeedRow, content: NeedContent) => {
  const { contactVisibility, visibility } = content
  if (visibility === 'anonymous' || contactVisibility === 'answerers') return hasAnswered(db, actor, need.id)
  return contactVisibility === 'everyone' || actor?.organizationState === 'verified'
}

/** The working text, what it lacks and what the viewer may do to it. */
export const viewWorkingNeed = async (
  db: Reader,
  need: NeedRow,
  { actor, now }: Viewer,
): Promise<NeedView> => ({
  need,
  content: need.working,
  attachments: await withFileFacts(db, need.working.attachments),
  organization: await findOrganization(db, need.organizationId),
  contact: true,
  mayAnswer: false,
  editing: {
    problems: needProblems(need.working, shanghaiDateOf(now)),
    commands: commandsOf(actor, need),
  },
})

/** The published text as this viewer may read it. */
export const viewPublishedNeed = async (
  db: Reader,
  need: NeedRow,
  content: NeedContent,
  actor: Actor | null,
): Promise<NeedView> => {
  const insider = isInsider(actor, need)
  const named = insider || content.visibility !== 'anonymous'
  return {
    need,
    content,
    attachments: await withFileFacts(db, content.attachments),
    organization: named ? await findOrganization(db, need.organizationId) : null,
    contact: insider || (await showsContact(db, actor, need, content)),
    mayAnswer:
      OPEN_NEED_STATES.some((state) => state === need.state) &&
      may(actor, 'answer.create', relationsToNeed(actor, need)),
    editing: null,
  }
}
