import { needVersions } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import type { NeedReturnReason } from '@market/domain/codes'
import { moveNeedText, needMachine, needProblems } from '@market/domain/demands'
import type { ServiceContext } from '../index.ts'
import { findOrganization } from '../organizations/index.ts'
import { changeNeed } from './change-need.ts'
import { columnsOfNeed } from './content.ts'
import type { NeedView } from './view-need.ts'

export interface PublishNeedInput {
  id: string
  /** The revision the reviewer read; left out, the present one is published. */
  revision?: number | undefined
}

/**
 * Shows the reviewed text to whom its visibility lets and keeps it as the next version. Refuses with
 * `need.wrong_state`, `need.not_ready`, `need.changed_meanwhile` or `organization.not_verified`.
 */
export const publishNeed = (context: ServiceContext, input: PublishNeedInput): Promise<NeedView> =>
  changeNeed(context, input.id, { action: 'need.publish' }, async ({ unit, actor, need }) => {
    const next = moveNeedText(need, 'publish')
    if (input.revision !== undefined && input.revision !== need.revision) {
      throw refuse('conflict', 'need.changed_meanwhile', { revision: need.revision })
    }
    const { working } = need
    const problems = needProblems(working, shanghaiDateOf(unit.now))
    if (problems.length > 0) throw refuseFields('need.not_ready', problems)
    const { state } = await findOrganization(unit.tx, need.organizationId)
    if (state !== 'verified') throw refuse('precondition', 'organization.not_verified', { state })
    const version = need.version + 1
    await unit.tx.insert(needVersions).values({
      needId: need.id,
      version,
      content: working,
      publishedAt: unit.now,
      publishedBy: actor.userId,
    })
    return {
      changes: {
        ...next,
        ...columnsOfNeed(working),
        published: working,
        version,
        reviewReasons: null,
        remindedAt: null,
        publishedAt: need.publishedAt ?? unit.now,
      },
      event: 'need.published',
      payload: { version },
    }
  })

export interface ReturnNeedInput {
  id: string
  reasons: { code: NeedReturnReason; words: string }[]
}

/** Gives the text back to its editors with the reviewer's reasons. Refuses with `need.wrong_state`. */
export const returnNeed = (context: ServiceContext, { id, reasons }: ReturnNeedInput): Promise<NeedView> =>
  changeNeed(context, id, { action: 'need.return' }, ({ need }) => ({
    changes: { ...moveNeedText(need, 'return'), reviewReasons: reasons },
    event: 'need.returned',
    payload: { reasons },
  }))

export interface WithdrawNeedInput {
  id: string
  /** May be empty. */
  reason: string
}

/** Takes a need off the market for good; talks that have begun go on. Refuses with `need.wrong_state`. */
export const withdrawNeed = (context: ServiceContext, { id, reason }: WithdrawNeedInput): Promise<NeedView> =>
  changeNeed(context, id, { action: 'need.withdraw' }, ({ unit, need }) => ({
    changes: {
      state: needMachine.transition(need.state, 'withdraw'),
      changesState: null,
      withdrawalReason: reason || null,
      closedAt: unit.now,
    },
    event: 'need.withdrawn',
  }))
