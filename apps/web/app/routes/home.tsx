import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Doors } from '../features/home/doors.tsx'
import classes from '../features/home/home.module.css'
import { loadHome } from '../features/home/load-home.server.ts'
import { NewestByIndustry } from '../features/home/newest-by-industry.tsx'
import { TurnoverLine } from '../features/home/turnover-line.tsx'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { useRootData } from '../lib/root-data.ts'
import { PageHead } from '../ui/page-head.tsx'
import { SearchField } from '../ui/shell/search-field.tsx'
import type { Route } from './+types/home.ts'

export function loader({ context }: Route.LoaderArgs) {
  return loadHome(apiOf(context))
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('home')
  return (
    <>
      <HomeHead />
      <div className={classes.hero}>
        <div>
          <h1>{t('title')}</h1>
          <p className={classes.lead}>{t('lead')}</p>
          <SearchField size="large" id="home-search" />
          <Examples />
        </div>
        {loaderData.turnover && <TurnoverLine turnover={loaderData.turnover} />}
      </div>
      <Doors />
      <NewestByIndustry industries={loaderData.industries} total={loaderData.total} />
    </>
  )
}

function Examples() {
  const { t } = useTranslation('home')
  const queries = t('queries', { returnObjects: true })
  return (
    <div className={classes.examples}>
      <span id="examples">{t('examples')}</span>
      <ul aria-labelledby="examples">
        {queries.map((query) => (
          <li key={query}>
            <Link to={paths.searchBy('q', query)}>{query}</Link>
          </li>
        ))}
      </ul>
    </div>
  )
}

function HomeHead() {
  const { t } = useTranslation('home')
  const root = useRootData()
  const english = useLocale() === 'en'
  const name = (english ? root?.site.nameEn : root?.site.nameZh) ?? ''
  const city = (english ? root?.site.cityEn : root?.site.cityZh) ?? ''
  const url = root?.publicOrigin ?? ''
  return (
    <PageHead
      title=""
      description={t('description', { city })}
      structured={{
        '@type': 'WebSite',
        name,
        url,
        potentialAction: {
          '@type': 'SearchAction',
          target: `${url}/search?q={query}`,
          'query-input': 'required name=query',
        },
      }}
    />
  )
}
