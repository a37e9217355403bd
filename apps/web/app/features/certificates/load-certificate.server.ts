import { Certificate } from '@market/contracts/registration'
import { findRegime } from '@market/domain/regimes'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, problemResponse } from '../../lib/api/problem.ts'

export type CertificateView =
  | { outcome: 'ask'; number: string }
  | { outcome: 'code'; number: string }
  | { outcome: 'not_found'; number: string; code: string }
  | {
      outcome: 'found'
      number: string
      code: string
      certificate: Certificate
      regime: { zh: string; en: string } | null
    }

/** Looks a certificate up. A wrong number or code is an answer here, not an error page. */
export async function loadCertificate(
  api: ApiClient,
  number: string,
  code: string,
): Promise<CertificateView> {
  if (number === '') return { outcome: 'ask', number }
  if (code === '') return { outcome: 'code', number }
  const path = `/api/certificates/${encodeURIComponent(number)}`
  const answer = await attempt(() => api.get(path, Certificate, { code }))
  if (answer.ok) {
    const certificate = answer.value
    return { outcome: 'found', number, code, certificate, regime: regimeName(certificate.regimeKey) }
  }
  if ([404, 403, 412, 422].includes(answer.problem.status)) return { outcome: 'not_found', number, code }
  throw problemResponse(answer.problem)
}

function regimeName(key: string): { zh: string; en: string } | null {
  return findRegime(key)?.name ?? null
}
