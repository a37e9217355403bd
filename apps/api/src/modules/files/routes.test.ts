import { files } from '@market/database/schema'
import type { Actor } from '@market/domain'
import { makeActor } from '@market/services/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestApi, type TestApi } from '../../testing/create-test-api.ts'
import { contentDisposition } from './presenter.ts'

const PDF = Buffer.from('%PDF-1.7\nthe body of a document\n%%EOF')
const BOUNDARY = 'the-boundary-of-this-form'

let api: TestApi
let editor: Actor
let stranger: Actor
beforeAll(async () => {
  api = await createTestApi()
  editor = await makeActor(api.db, 'university', ['editor'])
  stranger = await makeActor(api.db, 'company')
})
afterAll(() => api.close())

const part = (headers: string, body: Buffer) =>
  Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${headers}\r\n\r\n`), body, Buffer.from('\r\n')])
const fieldPart = (name: string, value: string) =>
  part(`content-disposition: form-data; name="${name}"`, Buffer.from(value))
const filePart = (name: string, body: Buffer) =>
  part(`content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/html`, body)

const upload = async (actor: Actor | null, ...parts: Buffer[]) =>
  api.app.inject({
    method: 'POST',
    url: '/api/files',
    headers: {
      ...(actor ? await api.bearer(actor) : {}),
      'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
    },
    payload: Buffer.concat([...parts, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  })

const uploadPdf = (actor: Actor) =>
  upload(actor, fieldPart('purpose', 'listing_attachment'), filePart('检测 (终稿).pdf', PDF))

const download = async (id: string, actor: Actor | null) =>
  api.app.inject({ url: `/api/files/${id}`, headers: actor ? await api.bearer(actor) : {} })

describe('uploading', () => {
  it('answers with what was stored, its type read from its bytes', async () => {
    const answer = await uploadPdf(editor)
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toMatchObject({
      name: '检测 (终稿).pdf',
      mediaType: 'application/pdf',
      sizeBytes: PDF.byteLength,
      purpose: 'listing_attachment',
      organizationId: editor.organizationId,
    })
  })

  it('refuses what is no form, has no file, no purpose, or the wrong content', async () => {
    const json = await api.app.inject({
      method: 'POST',
      url: '/api/files',
      headers: await api.bearer(editor),
      payload: {},
    })
    expect([json.statusCode, json.json().code]).toEqual([415, 'request.content_type'])
    const empty = await upload(editor, fieldPart('purpose', 'contract_text'))
    expect(empty.json().details.problems).toEqual([{ path: 'file', code: 'field.required' }])
    const aimless = await upload(editor, filePart('a.pdf', PDF))
    expect(aimless.json().details.problems).toEqual([{ path: 'purpose', code: 'field.required' }])
    const page = filePart('a.pdf', Buffer.from('<html><script>alert(1)</script></html>'))
    const wrong = await upload(editor, fieldPart('purpose', 'contract_text'), page)
    expect([wrong.statusCode, wrong.json().code]).toEqual([422, 'file.type_not_allowed'])
  })

  it('blames the sender for a form without boundary or cut short, and keeps nothing of it', async () => {
    const send = async (contentType: string, payload: Buffer) =>
      api.app.inject({
        method: 'POST',
        url: '/api/files',
        headers: { ...(await api.bearer(editor)), 'content-type': contentType },
        payload,
      })
    const before = await api.db.select().from(files)
    const whole = Buffer.concat([fieldPart('purpose', 'contract_text'), filePart('a.pdf', PDF)])
    const answers = [
      await send('multipart/form-data', whole),
      await send(`multipart/form-data; boundary=${BOUNDARY}`, Buffer.from('{}')),
      await send(`multipart/form-data; boundary=${BOUNDARY}`, whole.subarray(0, -8)),
    ]
    for (const answer of answers) {
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.unreadable'])
    }
    expect(await api.db.select().from(files)).toHaveLength(before.length)
  })

  it('refuses more than 20 MiB', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(20 * 1024 * 1024)])
    const answer = await upload(editor, fieldPart('purpose', 'contract_text'), filePart('a.pdf', large))
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'file.too_large'])
  })

  it('hears a refused upload out, so that the sender reads the answer', async () => {
    const address = await api.app.listen({ port: 0 })
    const form = new FormData()
    form.set('purpose', 'contract_text')
    form.set('file', new Blob([new Uint8Array(30 * 1024 * 1024)]), 'zeros.pdf')
    const headers = await api.bearer(editor)
    const answer = await fetch(`${address}/api/files`, { method: 'POST', headers, body: form })
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'file.type_not_allowed' })
  })

  it('refuses somebody without a session', async () => {
    const answer = await upload(null, fieldPart('purpose', 'contract_text'), filePart('a.pdf', PDF))
    expect(answer.statusCode).toBe(401)
  })
})

describe('downloading', () => {
  it('hands out the bytes to be saved, never to be run', async () => {
    const { id } = (await uploadPdf(editor)).json()
    const answer = await download(id, editor)
    expect(answer.statusCode).toBe(200)
    expect(answer.rawPayload).toEqual(PDF)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(PDF.byteLength),
      'content-disposition': `attachment; filename="__ (__).pdf"; filename*=UTF-8''%E6%A3%80%E6%B5%8B%20%28%E7%BB%88%E7%A8%BF%29.pdf`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    })
  })

  const downloadPart = async (range: string) => {
    const { id } = (await uploadPdf(editor)).json()
    const headers = { ...(await api.bearer(editor)), range }
    return api.app.inject({ url: `/api/files/${id}`, headers })
  }

  it.each([
    ['bytes=0-3', 0, 3],
    ['bytes=5-', 5, PDF.byteLength - 1],
    ['bytes=-4', PDF.byteLength - 4, PDF.byteLength - 1],
    ['bytes=2-9999', 2, PDF.byteLength - 1],
  ])('answers the range %s with these bytes alone', async (range, start, end) => {
    const answer = await downloadPart(range)
    expect(answer.statusCode).toBe(206)
    expect(answer.rawPayload).toEqual(PDF.subarray(start, end + 1))
    expect(answer.headers).toMatchObject({
      'accept-ranges': 'bytes',
      'content-range': `bytes ${start}-${end}/${PDF.byteLength}`,
      'content-length': String(end - start + 1),
    })
  })

  it('refuses a range beyond the end, and answers what is no single range with the whole', async () => {
    const beyond = await downloadPart('bytes=9999-')
    expect(beyond.statusCode).toBe(416)
    expect(beyond.headers['content-range']).toBe(`bytes */${PDF.byteLength}`)
    for (const range of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=-', 'bytes=4-2']) {
      const whole = await downloadPart(range)
      expect(whole.statusCode, range).toBe(200)
      expect(whole.rawPayload, range).toEqual(PDF)
    }
  })

  it('answers strangers and the public as if there were no such file', async () => {
    const { id } = (await uploadPdf(editor)).json()
    expect((await download(id, stranger)).json().code).toBe('file.not_found')
    expect((await download(id, null)).statusCode).toBe(404)
  })
})

describe('contentDisposition', () => {
  it('lets no name break out of its header', () => {
    expect(contentDisposition('a"; x=y\r\n.pdf')).toBe(
      `attachment; filename="a_; x=y__.pdf"; filename*=UTF-8''a%22%3B%20x%3Dy%0D%0A.pdf`,
    )
  })
})
