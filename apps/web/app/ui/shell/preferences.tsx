import { useMantineColorScheme } from '@mantine/core'
import { IconContrastFilled, IconLanguage } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Form, useLocation } from 'react-router'
import { pathInLocale } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { useRootData } from '../../lib/root-data.ts'
import { isTheme, THEMES } from '../../lib/theme.ts'
import { Disclosure } from './disclosure.tsx'
import classes from './shell.module.css'

/** Language and appearance. Both work as plain link and form; both are kept in cookies. */
export function Preferences() {
  return (
    <>
      <LanguageLink />
      <ThemeMenu />
    </>
  )
}

function LanguageLink() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  const params = new URLSearchParams(search)
  params.set('lang', other)
  return (
    // A new document: the page's language and its catalogue change together.
    <a
      href={`${pathname}?${params}`}
      hrefLang={other}
      lang={other}
      className={classes.tool}
      title={pathInLocale(pathname, other)}
    >
      <IconLanguage size={18} aria-hidden="true" />
      <span className={classes.language}>{other === 'en' ? t('language.en') : t('language.zhCN')}</span>
    </a>
  )
}

function ThemeMenu() {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const current = useRootData()?.theme ?? 'auto'
  return (
    <Disclosure summary={<IconContrastFilled size={18} aria-hidden="true" />} label={t('theme.label')}>
      <Form method="post" action="/preferences" navigate={false}>
        <input type="hidden" name="back" value={pathname + search} />
        {THEMES.map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={current === theme}
            onClick={() => isTheme(theme) && setColorScheme(theme)}
          >
            {t(`theme.${theme}`)}
          </button>
        ))}
      </Form>
    </Disclosure>
  )
}
