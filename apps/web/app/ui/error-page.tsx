import { Button, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isRouteErrorResponse, Link, useLocation } from 'react-router'
import { formTooLargeProblem, problemOf } from '../lib/api/problem.ts'
import { formLimit } from '../lib/form-limit.ts'
import { useRootData } from '../lib/root-data.ts'
import classes from './error-page.module.css'
import { useProblemText } from './use-problem-text.ts'

/** What went wrong and what to do now, for every status. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation(['pages', 'errors'])
  const { pathname, search } = useLocation()
  const status = isRouteErrorResponse(error) ? error.status : 500
  const most = useRootData()?.maxUploadBytes
  const problem =
    problemOf(error) ?? (status === 413 && most ? formTooLargeProblem(formLimit(pathname, most)) : undefined)
  const text = useProblemText(problem ?? { status, code: '', details: {} })
  return (
    <div className={classes.page}>
      <title>{t(headingOf(status))}</title>
      <meta name="robots" content="noindex" />
      <p className={classes.status}>{status}</p>
      <h1>{t(headingOf(status))}</h1>
      <p className={classes.text}>{status === 404 ? t('pages:error.notFoundHint') : text}</p>
      <Group mt="xl">
        {status === 401 && (
          <Button component={Link} to={`/login?next=${encodeURIComponent(pathname + search)}`}>
            {t('pages:error.login')}
          </Button>
        )}
        {status === 413 && (
          <Button component={Link} to={pathname + search}>
            {t('pages:error.backToForm')}
          </Button>
        )}
        {status >= 500 && (
          <Button component="a" href={pathname + search}>
            {t('pages:error.retry')}
          </Button>
        )}
        <Button component={Link} to="/search" variant="default">
          {t('pages:error.toSearch')}
        </Button>
        <Button component={Link} to="/" variant="default">
          {t('pages:error.toHome')}
        </Button>
      </Group>
      {problem?.requestId && (
        <p className={classes.reference}>{t('errors:reference', { requestId: problem.requestId })}</p>
      )}
    </div>
  )
}

function headingOf(status: number) {
  if (status === 404) return 'pages:error.notFound'
  if (status === 401) return 'pages:error.unauthenticated'
  if (status === 403) return 'pages:error.forbidden'
  if (status === 503) return 'pages:error.unavailable'
  return status >= 500 ? 'pages:error.internal' : 'pages:error.refused'
}
