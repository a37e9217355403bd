import { StoredFile } from '@market/contracts/files'
import { ConsentInput } from '@market/contracts/rights'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { uploadFile } from '../../lib/api/upload-file.server.ts'
import { splitType } from '../../lib/contract-type.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'

function draftFrom(read: FormReader) {
  const amounts = {
    contractAmountFen: read.yuan('contractAmountFen'),
    technologyAmountFen: read.yuan('technologyAmountFen'),
  }
  for (const [path, fen] of Object.entries(amounts)) {
    const reported = read.problems.some((problem) => problem.path === path)
    if (fen === null && !reported) read.problems.push({ path, code: 'field.required' })
  }
  if (read.text('title') === '') read.problems.push({ path: 'title', code: 'field.required' })
  return {
    revision: read.number('revision'),
    title: read.text('title'),
    ...splitType(read.text('type')),
    ...amounts,
    signedOn: read.choice('signedOn'),
    effectiveOn: read.choice('effectiveOn'),
    endsOn: read.choice('endsOn'),
    signingOrder: read.choice('signingOrder') ?? undefined,
  }
}

/** Stores the file first; the contract then takes it by its id. */
async function attachFile(api: ApiClient, base: string, form: FormData): Promise<Problem | undefined> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) {
    return invalidForm([{ path: 'file', code: 'field.required' }])
  }
  const upload = new FormData()
  upload.append('purpose', 'contract_text')
  upload.append('file', file)
  const answer = await attempt(async () => {
    const stored = await api.send('POST', '/api/files', upload, StoredFile)
    await api.sendOnly('POST', `${base}/files`, { fileId: stored.id })
  })
  return answer.ok ? undefined : atFileField(answer.problem)
}

/** The API speaks of the stored file; the form knows it as the file chosen. */
function atFileField(problem: Problem): Problem {
  const problems = fieldProblemsOf(problem)
  if (problems.length === 0) return problem
  return { ...problem, details: { problems: problems.map((found) => ({ ...found, path: 'file' })) } }
}

/** With the file that shows it, if one was chosen. */
async function markDone(
  api: ApiClient,
  base: string,
  form: FormData,
  read: FormReader,
): Promise<Problem | undefined> {
  const [key, doneOn, note] = [read.text('key'), read.text('doneOn'), read.text('note')]
  const answer = await attempt(async () => {
    const fileId = await uploadFile(api, form, 'performance_evidence')
    await api.sendOnly('POST', `${base}/obligations/done`, { key, doneOn, note, fileId })
  })
  return answer.ok ? undefined : answer.problem
}

const ConsentOf = ConsentInput.pick({ rightId: true, kind: true, party: true })

/** Which consent it is travels as one choice. */
function recordConsent(
  post: (path: string, body: unknown) => Promise<Problem | undefined>,
  read: FormReader,
): Promise<Problem | undefined> | Problem {
  try {
    const consent = ConsentOf.parse(JSON.parse(read.text('consent')))
    return post('/consents', {
      ...consent,
      givenOn: read.text('givenOn'),
      reference: read.text('reference'),
    })
  } catch {
    return invalidForm([{ path: 'consent', code: 'field.invalid_value' }])
  }
}

/** Takes a step on a contract; the refusal, if there is one, is the answer. */
export async function takeContractStep(
  api: ApiClient,
  id: string,
  form: FormData,
): Promise<Problem | undefined> {
  const read = readForm(form)
  const base = `/api/contracts/${encodeURIComponent(id)}`
  const post = async (path: string, body?: unknown): Promise<Problem | undefined> => {
    const answer = await attempt(() => api.sendOnly('POST', base + path, body))
    return answer.ok ? undefined : answer.problem
  }
  switch (read.text('intent')) {
    case 'edit': {
      const draft = draftFrom(read)
      if (read.problems.length > 0) return invalidForm(read.problems)
      const answer = await attempt(() => api.sendOnly('PATCH', base, draft))
      return answer.ok ? undefined : answer.problem
    }
    case 'ready':
      return post('/ready', { revision: read.number('revision') })
    case 'consent':
      return recordConsent(post, read)
    case 'notice':
      return post('/notice', {
        summary: read.text('summary'),
        priceNote: read.text('priceNote'),
        relatedParty: read.checked('relatedParty'),
        relation: read.text('relation'),
      })
    case 'reopen':
      return post('/reopen')
    case 'attach':
      return attachFile(api, base, form)
    case 'sign':
      return read.checked('confirmed')
        ? post('/sign')
        : invalidForm([{ path: 'confirmed', code: 'confirmation.required' }])
    case 'sign_text':
      return read.checked('confirmed')
        ? post('/sign-text', { sha256: read.text('sha256') })
        : invalidForm([{ path: 'confirmed', code: 'confirmation.required' }])
    case 'adopt':
      return post('/files', { fileId: read.text('fileId') })
    case 'done':
      return markDone(api, base, form, read)
    case 'end':
      return read.checked('confirmed')
        ? post('/end', {
            kind: read.text('kind'),
            endedOn: read.text('endedOn'),
            reason: read.text('reason'),
          })
        : invalidForm([{ path: 'confirmed', code: 'confirmation.required' }])
    case 'entrust':
      return post('/entrust', { agencyId: read.text('agencyId') })
    default:
      return invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
  }
}
