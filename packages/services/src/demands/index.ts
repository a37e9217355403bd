export { type AnswerNeedInput, answerNeed } from './answer-need.ts'
export type { NeedContent, NeedEdit, Proposal } from './content.ts'
export { createNeed } from './create-need.ts'
export { type DeclineAnswerInput, declineAnswer, shortlistAnswer, withdrawAnswer } from './decide-answer.ts'
export {
  type ListingMatch,
  listMatchingNeeds,
  type MatchContext,
  matchListings,
  matchNeeds,
  type NeedMatch,
} from './find-matches.ts'
export { type GetNeedInput, getNeed } from './get-need.ts'
export { type JudgeMatchInput, judgeListing, judgeNeed } from './judge-match.ts'
export { type AnswerAction, type AnswerRecord, listAnswers, listMyAnswers } from './list-answers.ts'
export {
  type FacetValue,
  type ListedNeed,
  listMyNeeds,
  listNeedsForReview,
  NEED_FACETS,
  type NeedFacet,
  type NeedSearch,
  searchNeeds,
} from './list-needs.ts'
export {
  type AttachNeedFileInput,
  attachNeedFile,
  type DetachNeedFileInput,
  detachNeedFile,
} from './need-files.ts'
export type { AnswerRow, NeedRow } from './records.ts'
export {
  type PublishNeedInput,
  publishNeed,
  type ReturnNeedInput,
  returnNeed,
  type WithdrawNeedInput,
  withdrawNeed,
} from './review-need.ts'
export { SETTLING_EVENTS, settleNeed } from './settle-need.ts'
export { spreadNeed, tellOwners } from './spread-need.ts'
export { type TakeUpAnswerInput, takeUpAnswer } from './take-up-answer.ts'
export { tellPosters } from './tell-posters.ts'
export type { NeedCommandName, NeedView } from './view-need.ts'
export { watchDeadlines } from './watch-deadlines.ts'
export { discardNeedChanges, type EditNeedInput, editNeed, submitNeed } from './write-need.ts'
