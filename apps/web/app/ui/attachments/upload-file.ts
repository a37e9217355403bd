import { StoredFile } from '@market/contracts/files'
import type { FilePurpose } from '@market/domain/codes'
import { type Attempt, readProblem } from '../../lib/api/problem.ts'

interface Sending {
  answer: Promise<Attempt<StoredFile>>
  cancel: () => void
}

type OnShare = (share: number) => void

/** `fetch` does not tell how much has gone out; the older request does. */
function send(file: File, purpose: FilePurpose, onShare: OnShare): Sending {
  const request = new XMLHttpRequest()
  const form = new FormData()
  form.set('purpose', purpose)
  form.set('file', file, file.name)
  const answer = new Promise<Attempt<StoredFile>>((resolve) => {
    const refuse = () =>
      resolve({ ok: false, problem: { status: 503, code: 'service.unavailable', details: {} } })
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onerror = refuse
    request.onabort = refuse
    request.onload = () => void readAnswer(request).then(resolve, refuse)
  })
  request.open('POST', '/api/files')
  request.send(form)
  return { answer, cancel: () => request.abort() }
}

async function readAnswer({ status, responseText }: XMLHttpRequest): Promise<Attempt<StoredFile>> {
  if (status === 201) return { ok: true, value: StoredFile.parse(JSON.parse(responseText)) }
  return { ok: false, problem: await readProblem(new Response(responseText, { status })) }
}

/** Stores a file for the acting organization and tells how far it is, from 0 to 1. */
export function uploadFile(file: File, purpose: FilePurpose, onShare: OnShare): Sending {
  let sending = send(file, purpose, onShare)
  const answer = sending.answer.then(async (first) => {
    if (first.ok || first.problem.status !== 401) return first
    // The session is renewed by whoever renders the pages.
    await fetch(window.location.href)
    sending = send(file, purpose, onShare)
    return sending.answer
  })
  return { answer, cancel: () => sending.cancel() }
}
