import type { LicenceOfferList } from '@market/contracts/contracts'
import { LICENCE_TIERS } from '@market/domain/licensing'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'

type Consents = LicenceOfferList['publishable'][number]['consents']

/** A tier of which anything was typed is offered; what it lacks is said beside its fields. */
function tiersFrom(read: FormReader) {
  return LICENCE_TIERS.flatMap((tier) => {
    const at = `tiers.${tier}`
    const [feeFen, termMonths] = [read.yuan(`${at}.feeFen`), read.number(`${at}.termMonths`)]
    if (read.choice(`${at}.feeFen`) === null && termMonths === null) return []
    if (read.choice(`${at}.feeFen`) === null) {
      read.problems.push({ path: `${at}.feeFen`, code: 'field.required' })
    }
    if (termMonths === null) read.problems.push({ path: `${at}.termMonths`, code: 'field.required' })
    return [{ tier, feeFen, termMonths }]
  })
}

function knowHowFrom(read: FormReader) {
  const trainingDays = read.number('knowHow.trainingDays')
  const [samples, drawings] = [read.text('knowHow.samples'), read.text('knowHow.drawings')]
  const feeFen = read.yuan('knowHow.feeFen')
  if (trainingDays === null && samples === '' && drawings === '' && feeFen === null) return null
  if (read.choice('knowHow.feeFen') === null) {
    read.problems.push({ path: 'knowHow.feeFen', code: 'field.required' })
  }
  return { trainingDays: trainingDays ?? 0, samples, drawings, feeFen }
}

const consentsFrom = (read: FormReader, consents: Consents) =>
  consents.flatMap(({ right: _, ...consent }, at) => {
    const [reference, givenOn] = [read.text(`consents.${at}.reference`), read.text(`consents.${at}.givenOn`)]
    if (reference === '' && givenOn === '') return []
    if (reference === '') read.problems.push({ path: `consents.${at}.reference`, code: 'field.required' })
    if (givenOn === '') read.problems.push({ path: `consents.${at}.givenOn`, code: 'field.required' })
    return [{ ...consent, reference, givenOn }]
  })

async function publish(
  api: ApiClient,
  listingId: string,
  read: FormReader,
  { publishable }: LicenceOfferList,
): Promise<Problem | undefined> {
  const kind = read.text('kind')
  const body = {
    kind,
    fieldOfUse: read.text('fieldOfUse'),
    territory: read.text('territory'),
    conditionsZh: read.text('conditionsZh'),
    conditionsEn: read.text('conditionsEn'),
    evaluationReport: read.text('evaluationReport'),
    tiers: tiersFrom(read),
    knowHow: knowHowFrom(read),
    consents: consentsFrom(read, publishable.find((one) => one.kind === kind)?.consents ?? []),
  }
  if (read.problems.length > 0) return invalidForm(read.problems)
  const path = `/api/listings/${encodeURIComponent(listingId)}/licence-offers`
  const answer = await attempt(() => api.sendOnly('POST', path, body))
  return answer.ok ? undefined : answer.problem
}

/** Publishes, withdraws or takes; each binds an organization, so each is confirmed in the form. */
export async function takeLicenceStep(
  api: ApiClient,
  listingId: string,
  form: FormData,
  list: LicenceOfferList,
): Promise<Problem | undefined> {
  const read = readForm(form)
  if (!read.checked('confirmed')) return invalidForm([{ path: 'confirmed', code: 'confirmation.required' }])
  const post = async (path: string, body?: unknown): Promise<Problem | undefined> => {
    const answer = await attempt(() => api.sendOnly('POST', path, body))
    return answer.ok ? undefined : answer.problem
  }
  const offer = `/api/licence-offers/${encodeURIComponent(read.text('offerId'))}`
  switch (read.text('intent')) {
    case 'publish':
      return publish(api, listingId, read, list)
    case 'withdraw':
      return post(`${offer}/withdraw`)
    case 'take':
      return post(`${offer}/take`, {
        tier: read.text('tier'),
        withKnowHow: read.checked('withKnowHow'),
        stated: read.checked('stated'),
      })
    default:
      return invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
  }
}
