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

/** Asks again until the worker has done its part; the market promises a second, we wait ten. */
export const eventually = async <T>(ask: () => Promise<T | null>, sentence: string): Promise<T> => {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = await ask()
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new WrongAnswer(sentence)
}
