import { type Refusal, refuseFields } from '@market/domain'

/** One answer for every kind of wrong: a guesser learns nothing of which. */
export const wrongAnswer = (path: 'code' | 'password'): Refusal =>
  refuseFields('second_factor.wrong', [
    { path, code: path === 'code' ? 'second_factor.wrong_code' : 'second_factor.wrong_password' },
  ])
