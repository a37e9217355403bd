import { Certificate, Registration, RegistrationPage } from '@market/contracts/registration'
import type { Actor } from '@market/domain'
import { makeOffice, type Office } from '@market/services/registration/testing'
import { makeActor } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let office: Office
beforeAll(async () => {
  api = await createTestApi()
  office = await makeOffice(api.db, api.clock)
})
afterAll(() => api.close())

const call = async (actor: Actor | null, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) =>
  api.app.inject({
    method,
    url,
    headers: actor ? await api.bearer(actor) : {},
    ...(payload ? { payload } : {}),
  })

/** A registration brought to the register over the API. */
const register = async (): Promise<Registration> => {
  const { filer, registrar } = office
  const filed = await call(filer, 'POST', '/api/registrations', { contractId: await office.contract() })
  const url = `/api/registrations/${filed.json().id}`
  await call(filer, 'POST', `${url}/submit`)
  await call(registrar, 'POST', `${url}/accept`)
  const registered = await call(registrar, 'POST', `${url}/register`)
  return Registration.parse(registered.json())
}

describe('the registration routes', () => {
  it('take a signed contract through a correction into the register', async () => {
    const { filer, registrar } = office
    const contractId = await office.contract()
    const filed = await call(filer, 'POST', '/api/registrations', { contractId, planSource: 'ministry' })
    expect(filed.statusCode).toBe(201)
    expect(Registration.parse(filed.json())).toMatchObject({
      state: 'draft',
      mine: true,
      problems: [],
      form: { planSource: 'ministry', technicalField: '05' },
      actions: ['registration.edit', 'registration.discard', 'registration.submit'],
    })
    const url = `/api/registrations/${filed.json().id}`
    const submitted = await call(filer, 'POST', `${url}/submit`)
    expect(submitted.json()).toMatchObject({ state: 'submitted', waitingDays: 0, actions: [] })
    const accepted = await call(registrar, 'POST', `${url}/accept`)
    expect(accepted.json()).toMatchObject({ state: 'accepted', dueOn: '2026-03-23' })
    const comments = [{ field: 'ipKind', words: '请核对知识产权类别' }]
    const returned = await call(registrar, 'POST', `${url}/request-correction`, { comments })
    expect(returned.json()).toMatchObject({ state: 'correction_requested', correctionComments: comments })
    const { revision } = returned.json()
    const edited = await call(filer, 'PATCH', url, { revision, ipKind: 'invention_patent' })
    expect(edited.json().form.ipKind).toBe('invention_patent')
    await call(filer, 'POST', `${url}/submit`)
    await call(registrar, 'POST', `${url}/accept`)
    const registered = await call(registrar, 'POST', `${url}/register`)
    expect(Registration.parse(registered.json())).toMatchObject({
      state: 'registered',
      status: 'valid',
      registeredOn: '2026-03-02',
      dueOn: null,
      versions: [{ version: 1, entry: 'registered' }],
      actions: ['registration.change', 'registration.cancel', 'registration.revoke'],
    })
  })

  it('answer each mistake with its status and code', async () => {
    const contractId = await office.contract()
    const { filer, registrar, seller } = office
    const file = (actor: Actor | null, payload: object) => call(actor, 'POST', '/api/registrations', payload)
    expect((await file(null, { contractId })).statusCode).toBe(401)
    expect((await file(seller, { contractId })).statusCode).toBe(403)
    expect((await file(await makeActor(api.db, 'agency'), { contractId })).statusCode).toBe(404)
    const wrong = await file(filer, { contractId, signedOn: '2026-02-30', contractAmountFen: 0.5 })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.json().details.problems.map(({ path }: { path: string }) => path)).toEqual([
      'contractAmountFen',
      'signedOn',
    ])
    const farOff = await file(filer, { contractId, effectiveOn: '9999-12-31' })
    expect([farOff.statusCode, farOff.json().details.problems[0].path]).toEqual([422, 'effectiveOn'])
    const { id } = (await file(filer, { contractId })).json()
    const again = await file(filer, { contractId })
    expect([again.statusCode, again.json().code]).toEqual([409, 'registration.duplicate'])
    const early = await call(registrar, 'POST', `/api/registrations/${id}/register`)
    expect([early.statusCode, early.json().code]).toEqual([409, 'registration.wrong_state'])
    const unlisted = { reasons: [{ code: 'nonsense' }] }
    const submitted = await office.submitted()
    const refused = await call(registrar, 'POST', `/api/registrations/${submitted}/refuse`, unlisted)
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'registration.reasons_invalid'])
  })

  it('let the agency throw a draft away', async () => {
    const url = `/api/registrations/${await office.drafted()}`
    const discard = async (actor: Actor) =>
      api.app.inject({ method: 'DELETE', url, headers: await api.bearer(actor) })
    expect((await discard(office.seller)).statusCode).toBe(403)
    expect((await discard(office.filer)).statusCode).toBe(204)
    expect((await discard(office.filer)).statusCode).toBe(404)
  })

  it('put a filing on a registrar’s desk and back, with its clock', async () => {
    const { registrar, secondRegistrar } = office
    const url = `/api/registrations/${await office.accepted()}`
    const examiners = await call(registrar, 'GET', `${url}/examiners`)
    const people: { userId: string }[] = examiners.json().items
    expect(people.map(({ userId }) => userId).sort()).toEqual(
      [registrar.userId, secondRegistrar.userId].sort(),
    )
    const assigned = await call(registrar, 'POST', `${url}/assign`, { userId: secondRegistrar.userId })
    expect(Registration.parse(assigned.json())).toMatchObject({
      assignedTo: { id: secondRegistrar.userId },
      daysLeft: 15,
      daysKind: 'working',
      overdue: false,
    })
    const desk = await call(secondRegistrar, 'GET', '/api/registrations?queue=assigned')
    expect(RegistrationPage.parse(desk.json()).items).toHaveLength(1)
    const filer = await call(registrar, 'POST', `${url}/assign`, { userId: office.filer.userId })
    expect([filer.statusCode, filer.json().code]).toEqual([422, 'registration.not_an_examiner'])
    expect((await call(registrar, 'POST', `${url}/unassign`)).json().assignedTo).toBeNull()
    expect((await call(registrar, 'POST', `${url}/unassign`)).statusCode).toBe(409)
    expect((await call(registrar, 'GET', '/api/registrations?queue=overdue')).json().items).toEqual([])
  })

  it('show an examiner findings, look-alikes and flags in both languages, and the filer the findings', async () => {
    const title = '循环经济技术许可合同'
    const first = await office.submitted({ title: `${title}甲` })
    const second = await office.submitted({ title: `${title}乙` })
    const theirs = Registration.parse(
      (await call(office.registrar, 'GET', `/api/registrations/${second}`)).json(),
    )
    expect(theirs.similar).toContainEqual(
      expect.objectContaining({ id: first, titleSimilarityPercent: expect.any(Number) }),
    )
    const question = theirs.findings.find(({ ruleId }) => ruleId === 'monopoly.tie_in')
    expect(question).toMatchObject({ theme: 'monopoly', checklist: true, verified: true })
    expect(question?.messageZh).toContain('附带条件')
    expect(theirs.prechecks).toMatchObject([{ stage: 'filing' }])
    const mine = Registration.parse((await call(office.filer, 'GET', `/api/registrations/${second}`)).json())
    expect([mine.similar, mine.flags]).toEqual([[], []])
    expect(mine.findings.length).toBeGreaterThan(0)
  })

  it('list the queue of a registrar', async () => {
    const id = await office.submitted()
    const answer = await call(office.registrar, 'GET', '/api/registrations?queue=examine&state=submitted')
    const page = RegistrationPage.parse(answer.json())
    expect(page.items.map((item) => item.id)).toContain(id)
    expect((await call(office.buyer, 'GET', '/api/registrations?queue=examine')).statusCode).toBe(403)
  })

  it('change, cancel and revoke what is registered', async () => {
    const { id } = await register()
    const url = `/api/registrations/${id}`
    const step = async (command: string, payload: object) =>
      (await call(office.registrar, 'POST', `${url}/${command}`, payload)).json()
    const reason = '补充协议'
    expect(await step('change', { reason, technologyAmountFen: 20_000_000 })).toMatchObject({
      status: 'changed',
      technologyAmountFen: 20_000_000,
    })
    expect((await step('change', { reason })).code).toBe('registration.nothing_changed')
    expect(await step('cancel', { reason })).toMatchObject({
      status: 'cancelled',
      actions: ['registration.revoke'],
    })
    expect(await step('revoke', { reason })).toMatchObject({ status: 'revoked', version: 4, actions: [] })
    expect((await step('cancel', { reason })).code).toBe('registration.wrong_state')
  })
})

describe('the certificate', () => {
  it('is shown to anybody with number and code, in its public columns only', async () => {
    const { certificate, title, id } = await register()
    await call(office.registrar, 'POST', `/api/registrations/${id}/revoke`, {
      reason: '虚假材料，含内部情况',
    })
    const url = `/api/certificates/${certificate?.number}`
    const answer = await call(null, 'GET', `${url}?code=${certificate?.code}`)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(Certificate.parse(answer.json())).toMatchObject({
      status: 'revoked',
      title,
      contractAmountFen: 30_000_000,
      history: [
        { version: 1, entry: 'registered', on: '2026-03-02' },
        { version: 2, entry: 'revoked', on: '2026-03-02' },
      ],
    })
    expect(answer.body).not.toContain('虚假材料')
    expect(answer.body).not.toContain(office.registrar.userId)
  })

  it('says nothing without the code, and nothing about whether a number exists', async () => {
    const { certificate } = await register()
    const read = (number: string, query: string) => call(null, 'GET', `/api/certificates/${number}${query}`)
    const comparable = ({ json, statusCode }: Awaited<ReturnType<typeof read>>) => {
      const { requestId, ...body } = json()
      return [statusCode, body]
    }
    for (const query of ['', '?code=', '?code=0000000000000000']) {
      const real = await read(certificate?.number ?? '', query)
      const invented = await read('2026450100999999', query)
      expect(comparable(real)).toEqual(comparable(invented))
      expect(real.statusCode).toBe(query.endsWith('0') ? 404 : 422)
    }
  })

  it('has a QR code of its public address for whoever has the code', async () => {
    const { certificate } = await register()
    expect(certificate?.url).toBe(
      `http://localhost:8080/certificates/${certificate?.number}?code=${certificate?.code}`,
    )
    const url = `/api/certificates/${certificate?.number}/qr.svg`
    const image = await call(null, 'GET', `${url}?code=${certificate?.code}`)
    expect(image.headers['content-type']).toContain('image/svg+xml')
    expect(image.body).toContain('<svg')
    expect((await call(null, 'GET', url)).statusCode).toBe(422)
    expect((await call(null, 'GET', `${url}?code=wrong`)).statusCode).toBe(404)
  })

  it('slows down whoever tries out codes', async () => {
    const read = () => call(null, 'GET', '/api/certificates/2026450100000001?code=guess')
    const statuses = new Set<number>()
    for (let attempt = 0; attempt < 70; attempt += 1) statuses.add((await read()).statusCode)
    expect(statuses).toContain(429)
  })
})
