import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '@market/database'
import { memberships } from '@market/database/schema'
import { fixedClock } from '@market/domain/testing'
import { makeOffice } from '@market/services/registration/testing'

const PASSWORD = 'a password of this run'
const emailOf = (round: number) => `registrar-${round}@example.com`

const BUSY = 503

/** Before the load begins nothing is to fail: an API that is busy has done nothing, and is asked again. */
const postJson = async (url: string, body: object, tries = 60): Promise<Record<string, unknown>> => {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (response.status === BUSY && tries > 1) {
    await response.body?.cancel()
    await wait(500)
    return postJson(url, body, tries - 1)
  }
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${await response.text()}`)
  return (await response.json()) as Record<string, unknown>
}

/** Registrations accepted and ready for a number, and the account of a registrar who may give it. */
export const prepareLoad = async (
  databaseUrl: string,
  apiUrl: string,
  count: number,
  round: number,
): Promise<string[]> => {
  const { db, close } = openDatabase(databaseUrl, { maxConnections: 4, applicationName: 'crash-load' })
  try {
    const now = new Date()
    const office = await makeOffice(db, fixedClock(now.toISOString()))
    const session = await postJson(`${apiUrl}/api/auth/register`, {
      email: emailOf(round),
      password: PASSWORD,
      name: 'Registrar',
    })
    const { id: userId } = session.user as { id: string }
    const organizationId = office.filer.organizationId
    await db.insert(memberships).values({ organizationId, userId, roles: ['registrar'], createdAt: now })
    const accepted: string[] = []
    while (accepted.length < count) accepted.push(await office.accepted())
    return accepted
  } finally {
    await close()
  }
}

/** A bearer token of the round's registrar. */
export const logInRegistrar = async (apiUrl: string, round: number): Promise<string> => {
  const session = await postJson(`${apiUrl}/api/auth/login`, { email: emailOf(round), password: PASSWORD })
  return String(session.accessToken)
}
