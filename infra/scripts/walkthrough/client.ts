import { namesIn, readMailedCode } from './read-mailed-code.ts'

/** An answer the chain did not expect; stops the walkthrough. */
export class WrongAnswer extends Error {}

type Json = Record<string, unknown>

const describe = async (response: Response): Promise<string> => {
  const text = await response.text()
  return `${response.status} ${text.slice(0, 600)}`
}

/** One person at the public API, as a program would be: a bearer token and nothing else. */
export class Person {
  readonly #baseUrl: string
  #token: string | null = null
  #login = { email: '', password: '' }
  readonly #outbox: string
  #confirmed = false
  organizationId = ''

  /** `outbox` is where the market keeps its mails: one-time codes are read there. */
  constructor(baseUrl: string, outbox: string) {
    this.#baseUrl = baseUrl.replace(/\/$/, '')
    this.#outbox = outbox
  }

  async #send(method: string, path: string, body?: BodyInit, contentType?: string): Promise<Response> {
    const headers = new Headers({ 'accept-language': 'zh-CN' })
    if (this.#token) headers.set('authorization', `Bearer ${this.#token}`)
    if (contentType) headers.set('content-type', contentType)
    return fetch(`${this.#baseUrl}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
  }

  async logIn(email: string, password: string): Promise<void> {
    const session = await this.post<{ accessToken: string; organizationId: string }>('/api/auth/login', {
      email,
      password,
    })
    this.#token = session.accessToken
    this.#login = { email, password }
    this.organizationId = session.organizationId
  }

  /** Proves to be there with password and mailed code, as signatures and money ask for: once, it holds for the walk. */
  async confirm(): Promise<void> {
    if (this.#confirmed) return
    const before = await namesIn(this.#outbox)
    await this.post('/api/me/confirmations/questions', { method: 'mail' })
    const code = await readMailedCode(this.#outbox, this.#login.email, before)
    const { password } = this.#login
    await this.post('/api/me/confirmations', { password, proof: { method: 'mail', code } })
    this.#confirmed = true
  }

  async get<T>(path: string): Promise<T> {
    const response = await this.#send('GET', path)
    if (!response.ok) throw new WrongAnswer(`GET ${path} answered ${await describe(response)}`)
    return (await response.json()) as T
  }

  async getText(path: string): Promise<string> {
    const response = await this.#send('GET', path)
    if (!response.ok) throw new WrongAnswer(`GET ${path} answered ${await describe(response)}`)
    return response.text()
  }

  async #write<T>(method: string, path: string, body: Json): Promise<T> {
    const response = await this.#send(method, path, JSON.stringify(body), 'application/json')
    if (!response.ok) throw new WrongAnswer(`${method} ${path} answered ${await describe(response)}`)
    const text = await response.text()
    return (text === '' ? null : JSON.parse(text)) as T
  }

  post<T>(path: string, body: Json = {}): Promise<T> {
    return this.#write('POST', path, body)
  }

  patch<T>(path: string, body: Json): Promise<T> {
    return this.#write('PATCH', path, body)
  }

  /** Sends what must be refused and gives back the problem; an acceptance is the wrong answer. */
  async refusal(method: 'POST' | 'PATCH', path: string, body: Json): Promise<Json & { code: string }> {
    const response = await this.#send(method, path, JSON.stringify(body), 'application/json')
    if (response.ok) throw new WrongAnswer(`${method} ${path} was accepted and must not have been`)
    return (await response.json()) as Json & { code: string }
  }

  async upload<T>(purpose: string, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<T> {
    const form = new FormData()
    form.set('purpose', purpose)
    form.set('file', new Blob([bytes], { type: 'application/pdf' }), name)
    const response = await this.#send('POST', '/api/files', form)
    if (!response.ok) throw new WrongAnswer(`POST /api/files answered ${await describe(response)}`)
    return (await response.json()) as T
  }
}
