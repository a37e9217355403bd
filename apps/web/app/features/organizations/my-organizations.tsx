import { Button } from '@mantine/core'
import { labelOf, ORGANIZATION_KIND_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import type { Workspace } from '../../lib/workspace.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import classes from './organizations.module.css'

/** The organizations one belongs to, the one acted for marked, and the way to another. */
export function MyOrganizations({ workspace: { organization, organizations } }: { workspace: Workspace }) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  return (
    <section className={classes.block}>
      <h2>{t('mine.title')}</h2>
      <ul className={classes.people}>
        {organizations.map((item) => (
          <li key={item.id}>
            <div className={classes.person}>
              <p className={classes.name}>{pick(item, 'name', locale)}</p>
              <p className={classes.quiet}>{labelOf(ORGANIZATION_KIND_NAMES, item.kind, locale)}</p>
              <StateBadge subject="organization" state={item.state} />
            </div>
            {item.id === organization?.id ? (
              <p className={classes.quiet}>{t('mine.acting')}</p>
            ) : (
              <Form method="post" action="/acting-organization" reloadDocument>
                <Button
                  type="submit"
                  variant="default"
                  size="sm"
                  name="organizationId"
                  value={item.id}
                  aria-label={t('mine.switchTo', { name: pick(item, 'name', locale) })}
                >
                  {t('mine.switch')}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.newOrganization}>{t('mine.another')}</Link>
      </p>
    </section>
  )
}
