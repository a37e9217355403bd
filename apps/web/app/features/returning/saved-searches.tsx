import type { SavedSearch } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { formatInstantDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './returning.module.css'
import { SavedSearchFields } from './saved-search-fields.tsx'

interface Result {
  problem: Problem
  typed: Record<string, string>
}

interface SavedSearchesProps {
  items: readonly SavedSearch[]
  result: Result | undefined
}

/** Each search with how it tells, what it has found, and the ways to change it. */
export function SavedSearches({ items, result }: SavedSearchesProps) {
  return (
    <ul className={classes.list}>
      {items.map((item) => (
        <SavedSearchItem
          key={item.id}
          item={item}
          result={result?.typed.id === item.id ? result : undefined}
        />
      ))}
    </ul>
  )
}

function SavedSearchItem({ item, result }: { item: SavedSearch; result: Result | undefined }) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  const { id, name, cadence, byMail, paused, foundCount, lastFoundAt } = item
  return (
    <li>
      <div className={classes.head}>
        <h2>
          <Link to={item.path}>{name}</Link>
        </h2>
        {paused && <strong>{t('saved.paused')}</strong>}
      </div>
      <p className={classes.facts}>
        {item.text !== '' && item.text !== name && <span>{item.text}</span>}
        <span>{t(`saved.cadences.${cadence}`)}</span>
        <span>{t(byMail ? 'saved.mail' : 'saved.noMail')}</span>
        <span>
          {lastFoundAt === null
            ? t('saved.notYet')
            : t('saved.found', { count: foundCount, date: formatInstantDay(lastFoundAt, locale) })}
        </span>
      </p>
      <ActionPanels>
        <MarketForm>
          <input type="hidden" name="id" value={id} />
          <SubmitButton variant="default" name="intent" value={paused ? 'resume' : 'pause'}>
            {t(paused ? 'saved.resume' : 'saved.pause')}
          </SubmitButton>
        </MarketForm>
        <ActionPanel label={t('saved.settings')} open={result !== undefined}>
          <MarketForm problem={result?.problem}>
            <input type="hidden" name="id" value={id} />
            <SavedSearchFields
              id={id}
              name={result?.typed.name ?? name}
              cadence={result?.typed.cadence ?? cadence}
              byMail={result ? result.typed.byMail === 'yes' : byMail}
            />
            <SubmitButton name="intent" value="change">
              {t('saved.change')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
        <ActionPanel label={t('saved.remove')} tone="grave">
          <MarketForm>
            <p>{t('saved.removeExplain')}</p>
            <input type="hidden" name="id" value={id} />
            <SubmitButton name="intent" value="remove" mt="sm">
              {t('saved.removeNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      </ActionPanels>
    </li>
  )
}
