import { inUnitOfWork, refusingOn } from '@market/database'
import { publicNotices } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { noticeEnd, noticeProblems } from '@market/domain/contracts'
import { authorize, relationsTo } from '@market/domain/policy'
import { conversionRulesOn } from '@market/domain/regimes'
import { requireMember, type ServiceContext } from '../../index.ts'
import { type ContractRow, holdContract, stakeholdersOf } from '../contract-records.ts'
import { hashOf, type NoticeRow, noticeOwed } from './notice-records.ts'

export interface PostNoticeInput {
  contractId: string
  summary: string
  /** How the price is paid, where the sum alone does not say. */
  priceNote: string
  /** The buyer is an inventor, or belongs to one or to the institution. */
  relatedParty: boolean
  relation: string
}

const UNSIGNED = ['draft', 'ready'] as const

/** What is said of a contract as it stands, and until when it can be objected to. */
const postedText = (contract: ContractRow, { contractId: _, ...said }: PostNoticeInput, today: string) => {
  const rules = conversionRulesOn(today)
  if (rules === null) throw refuse('precondition', 'notice.not_owed')
  const { basis, verified, calendarDays } = rules.notice
  return {
    ...said,
    relation: said.relatedParty ? said.relation : '',
    contractId: contract.id,
    organizationId: contract.sellerId,
    title: contract.title,
    transferMode: contract.terms.transferMode,
    priceFen: contract.contractAmountFen,
    postedOn: today,
    endsOn: noticeEnd(today, calendarDays),
    basisZh: basis.zh,
    basisEn: basis.en,
    basisVerified: verified,
  }
}

/**
 * The seller posts the negotiated price before it is signed; it is public at once. Refuses with `contract.wrong_state`,
 * `notice.not_owed`, `notice.posted_already` and `request.invalid`.
 */
export const postNotice = (context: ServiceContext, input: PostNoticeInput): Promise<NoticeRow> => {
  const actor = requireMember(context)
  const second = () => refuse('conflict', 'notice.posted_already')
  return refusingOn({ public_notices_one_standing: second }, () =>
    inUnitOfWork(context, async ({ tx, now, audit, emit }) => {
      const contract = await holdContract(tx, actor, input.contractId)
      authorize(actor, 'notice.post', relationsTo(actor, stakeholdersOf(contract)))
      const { state } = contract
      if (!UNSIGNED.some((open) => open === state)) {
        throw refuse('conflict', 'contract.wrong_state', { state, command: 'post_notice' })
      }
      const today = shanghaiDateOf(now)
      if (!(await noticeOwed(tx, contract, today))) throw refuse('precondition', 'notice.not_owed')
      const problems = noticeProblems(input)
      if (problems.length > 0) throw refuseFields('request.invalid', problems)
      const text = postedText(contract, input, today)
      const [notice] = await tx
        .insert(publicNotices)
        .values({
          ...text,
          id: context.ids.next(),
          sha256: hashOf(text),
          postedBy: actor.userId,
          postedAt: now,
        })
        .returning()
      if (!notice) throw new Error('The notice was not stored.')
      const { organizationId } = actor
      audit({
        action: 'notice.post',
        subjectType: 'notice',
        subjectId: notice.id,
        organizationId,
        after: notice,
      })
      emit({ type: 'notice.posted', subjectId: notice.id, payload: { contractId: contract.id } })
      return notice
    }),
  )
}
