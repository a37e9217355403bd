import { expect } from 'vitest'
import { z } from 'zod'
import type { Person } from './person.ts'

interface Answer {
  status: number
  body: unknown
}

/** Asks the API as the person's own browser would, past the pages. */
export const ask = ({ page }: Person, method: string, address: string, body?: object): Promise<Answer> =>
  page.evaluate(
    async ({ method, address, json }) => {
      const headers: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' }
      const answer = await fetch(address, { method, headers, body: json ?? null })
      return { status: answer.status, body: await answer.json() }
    },
    { method, address, json: body && JSON.stringify(body) },
  )

/** The same, of what has to go through: what creates answers 201, everything else 200. */
export const succeed = async (...call: Parameters<typeof ask>): Promise<unknown> => {
  const { status, body } = await ask(...call)
  expect(status, JSON.stringify(body)).toBeLessThan(300)
  return body
}

/** The id of what a request made or found. */
export const idFrom = (body: unknown): string => z.object({ id: z.string() }).parse(body).id
