import type { Person } from './client.ts'
import { WrongAnswer } from './client.ts'

/** One act of the walkthrough; what it tells stands beside its name. */
export interface Step {
  name: string
  play(): Promise<string>
}

export interface People {
  university: Person
  operator: Person
  company: Person
  filer: Person
}

/** What the steps learn from each other. */
export interface Known {
  listing: string
  request: string
  contract: string
  registration: string
  number: string
  code: string
}

export const expect = (holds: boolean, sentence: string): void => {
  if (!holds) throw new WrongAnswer(sentence)
}
