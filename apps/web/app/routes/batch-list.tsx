import { PublicBatchList } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import {
  BatchListFacts,
  BatchListMembers,
  BatchListStanding,
} from '../features/registration-desk/batch-list-facts.tsx'
import { attempt, problemResponse } from '../lib/api/problem.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { TextField } from '../ui/form/fields.tsx'
import { SubmitButton } from '../ui/form/submit-button.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/batch-list.ts'

/** A wrong code is an answer here, not an error page. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const code = (url.searchParams.get('code') ?? '').trim()
  if (code === '') return { code, list: null }
  const answer = await attempt(() =>
    apiOf(context).get('/api/verified-batch-lists', PublicBatchList, { code }),
  )
  if (answer.ok) return { code, list: answer.value }
  if (answer.problem.status === 404 || answer.problem.status === 422) return { code, list: null }
  throw problemResponse(answer.problem)
}

export default function BatchListCheck({ loaderData: { code, list } }: Route.ComponentProps) {
  const { t } = useTranslation('batchLists')
  return (
    <>
      <PageHead title={t('check.title')} description={t('check.lead')} unlisted={code !== ''} />
      <PageHeader title={t('check.title')} lead={t('check.lead')} />
      <Form method="get" className="no-print">
        <TextField
          path="code"
          label={t('check.code')}
          maw="22rem"
          maxLength={80}
          autoComplete="off"
          required
          defaultValue={code}
        />
        <SubmitButton>{t('check.now')}</SubmitButton>
      </Form>
      {code !== '' && list === null && <Notice tone="refused">{t('check.notFound')}</Notice>}
      {list && (
        <>
          <BatchListStanding list={list} />
          {list.sample && <p>{t('check.sample')}</p>}
          <BatchListFacts list={list} />
          <BatchListMembers members={list.members} />
        </>
      )}
    </>
  )
}
