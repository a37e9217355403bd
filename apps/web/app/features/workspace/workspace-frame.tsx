import { labelOf, ORGANIZATION_KIND_NAMES, ROLE_NAMES } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, NavLink } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { Workspace } from '../../lib/workspace.ts'
import { navigationOf } from './navigation.ts'
import { StandingNotice } from './standing-notice.tsx'
import classes from './workspace-frame.module.css'

interface WorkspaceFrameProps {
  workspace: Workspace
  /** The page takes the whole window; the navigation lies above it. */
  wide: boolean
  children: ReactNode
}

/** Who is at work for whom, what there is to go to, and the page. */
export function WorkspaceFrame({ workspace, wide, children }: WorkspaceFrameProps) {
  const { t } = useTranslation('workspace')
  return (
    <div className={classes.frame} data-wide={wide || undefined}>
      <div className={`${classes.side} no-print`}>
        <ActingFor workspace={workspace} />
        <nav aria-label={t('nav.label')} className={classes.nav}>
          {navigationOf(workspace).map(({ key, to }) => (
            <NavLink key={key} to={to} end={key === 'home' || key === 'registrations'}>
              {t(`nav.${key}`)}
            </NavLink>
          ))}
        </nav>
      </div>
      <div className={classes.page}>
        <StandingNotice workspace={workspace} />
        {children}
      </div>
    </div>
  )
}

function ActingFor({ workspace: { actor, organization, organizations } }: { workspace: Workspace }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  const others = organizations.filter(({ id }) => id !== organization?.id)
  return (
    <div className={classes.organization}>
      {organization && (
        <>
          <p className={classes.kind}>{labelOf(ORGANIZATION_KIND_NAMES, organization.kind, locale)}</p>
          <p className={classes.name}>{pick(organization, 'name', locale)}</p>
          <p className={classes.roles}>
            {actor.roles.map((role) => labelOf(ROLE_NAMES, role, locale)).join(' · ')}
          </p>
        </>
      )}
      {others.length > 0 && (
        <details className={classes.switcher}>
          <summary>{t('switch.title')}</summary>
          <Form method="post" action="/acting-organization" reloadDocument>
            {others.map((other) => (
              <button key={other.id} type="submit" name="organizationId" value={other.id}>
                {pick(other, 'name', locale)}
              </button>
            ))}
          </Form>
        </details>
      )}
    </div>
  )
}
