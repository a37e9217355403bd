import { createTableFiles } from '@market/adapters/tables'
import { ImportProblemPage, RegistrationImportDetails } from '@market/contracts/registration'
import type { Actor } from '@market/domain'
import { importHeader } from '@market/domain/registration'
import { checkImport } from '@market/services/registration'
import { makeOffice, type Office } from '@market/services/registration/testing'
import { testContext } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'

let api: TestApi
let office: Office
beforeAll(async () => {
  api = await createTestApi()
  office = await makeOffice(api.db, api.clock)
})
afterAll(() => api.close())

const BASE = '/api/registration-imports'
const BOUNDARY = 'a-boundary-of-the-test'

const call = async (actor: Actor | null, method: 'GET' | 'POST', url: string) =>
  api.app.inject({ method, url, headers: actor ? await api.bearer(actor) : {} })

const upload = async (actor: Actor | null, content: string) =>
  api.app.inject({
    method: 'POST',
    url: BASE,
    headers: {
      ...(actor ? await api.bearer(actor) : {}),
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: [
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="source"\r\n\r\n自治区登记点`,
      `--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="contracts.csv"`,
      `content-type: text/csv\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`,
    ].join('\r\n'),
  })

describe('imports over the API', () => {
  it('are uploaded, checked, read row by row and given up', async () => {
    const uploaded = await upload(office.registrar, `${importHeader().join(',')}\r\n123,甲`)
    expect(uploaded.statusCode).toBe(201)
    const made = RegistrationImportDetails.parse(uploaded.json())
    expect(made).toMatchObject({ state: 'checking', source: '自治区登记点', actions: ['import.cancel'] })
    await checkImport({ ...testContext(api.db, null, api.clock), tables: createTableFiles() }, made.id)

    const checked = RegistrationImportDetails.parse(
      (await call(office.filer, 'GET', `${BASE}/${made.id}`)).json(),
    )
    expect(checked).toMatchObject({ state: 'checked', rowCount: 1, actions: [] })
    const answer = await call(office.registrar, 'GET', `${BASE}/${made.id}/problems?limit=2`)
    const page = ImportProblemPage.parse(answer.json())
    expect(page.items[0]).toMatchObject({ row: 2, severity: 'error' })
    expect(page.nextCursor).not.toBeNull()
    const commit = await call(office.registrar, 'POST', `${BASE}/${made.id}/commit`)
    expect([commit.statusCode, commit.json().code]).toEqual([412, 'import.has_errors'])
    const cancelled = await call(office.registrar, 'POST', `${BASE}/${made.id}/cancel`)
    expect(cancelled.json()).toMatchObject({ state: 'cancelled', actions: [] })
    expect((await call(office.filer, 'GET', BASE)).json().items).toHaveLength(1)
  })

  it('are refused to strangers and to those who do not register', async () => {
    expect((await upload(null, 'x')).statusCode).toBe(401)
    expect((await upload(office.filer, 'x')).statusCode).toBe(403)
    expect((await upload(office.seller, 'x')).statusCode).toBe(403)
    const json = await api.app.inject({
      method: 'POST',
      url: BASE,
      headers: await api.bearer(office.registrar),
      payload: {},
    })
    expect(json.statusCode).toBe(415)
  })
})

describe('sheets', () => {
  it.each(['csv', 'xlsx'] as const)('hand out template and export as %s', async (format) => {
    await office.registered()
    const template = await call(null, 'GET', `${BASE}/template.${format}`)
    const exported = await call(office.filer, 'GET', `/api/registrations/export.${format}`)
    const read = async (bytes: Uint8Array) => {
      const rows = []
      for await (const { cells } of createTableFiles().read(bytes, format)) rows.push(cells)
      return rows
    }
    expect(await read(template.rawPayload)).toEqual([importHeader()])
    const [head, first] = await read(exported.rawPayload)
    expect(head).toEqual(importHeader())
    expect(first?.[0]).toMatch(/^2026450100\d{6}$/)
    expect(exported.headers['content-disposition']).toContain(`.${format}`)
    expect((await call(office.seller, 'GET', `/api/registrations/export.${format}`)).statusCode).toBe(403)
    expect((await call(null, 'GET', `/api/registrations/export.${format}`)).statusCode).toBe(401)
  })
})
