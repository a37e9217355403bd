import { type ReviewedText, reviewedTexts, type StateMachine, stateMachine } from '../index.ts'

export const NEED_STATES = [
  'draft',
  'submitted',
  'published',
  'in_talks',
  'solved',
  'withdrawn',
  'expired',
] as const
export type NeedState = (typeof NEED_STATES)[number]

export type NeedCommand =
  | 'edit'
  | 'submit'
  | 'return'
  | 'publish'
  | 'begin_talks'
  | 'end_talks'
  | 'solve'
  | 'withdraw'
  | 'expire'

/** A returned need is a draft again, with the reviewer's reasons kept beside it. Talks keep it from expiring. */
export const needMachine: StateMachine<NeedState, NeedCommand> = stateMachine('need', {
  edit: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  return: { from: ['submitted'], to: 'draft' },
  publish: { from: ['submitted'], to: 'published' },
  begin_talks: { from: ['published', 'in_talks'], to: 'in_talks' },
  end_talks: { from: ['in_talks'], to: 'published' },
  solve: { from: ['published', 'in_talks'], to: 'solved' },
  withdraw: { from: ['draft', 'submitted', 'published', 'in_talks'], to: 'withdrawn' },
  expire: { from: ['published'], to: 'expired' },
})

/** States in which whoever the visibility lets may read the published text. */
export const OPEN_NEED_STATES = ['published', 'in_talks'] as const
export const PUBLIC_NEED_STATES = ['published', 'in_talks', 'solved'] as const

const texts = reviewedTexts<NeedState>('need', needMachine, OPEN_NEED_STATES)

export type NeedTextState = ReviewedText<NeedState>

/** Moves the text of a need on. Refuses with `need.wrong_state`. */
export const moveNeedText = texts.move

export const needTextAllows = texts.allows

export const ANSWER_STATES = ['submitted', 'shortlisted', 'taken_up', 'declined', 'withdrawn'] as const
export type AnswerState = (typeof ANSWER_STATES)[number]

export type AnswerCommand = 'shortlist' | 'take_up' | 'decline' | 'withdraw'

export const answerMachine: StateMachine<AnswerState, AnswerCommand> = stateMachine('answer', {
  shortlist: { from: ['submitted'], to: 'shortlisted' },
  take_up: { from: ['submitted', 'shortlisted'], to: 'taken_up' },
  decline: { from: ['submitted', 'shortlisted'], to: 'declined' },
  withdraw: { from: ['submitted', 'shortlisted'], to: 'withdrawn' },
})
