import type { ResourceLanguage } from 'i18next'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { HydratedRouter } from 'react-router/dom'
import { createI18n } from './lib/i18n/create-i18n.ts'
import { isLocale, type Locale } from './lib/i18n/locale.ts'
import { NonceContext } from './lib/nonce.ts'

const catalogues = {
  'zh-CN': () => import('./i18n/zh-CN/index.ts').then((module) => module.zhCN),
  en: () => import('./i18n/en/index.ts').then((module) => module.en),
} satisfies Record<Locale, () => Promise<ResourceLanguage>>

/** Browsers hide the nonce attribute but keep the property. */
function nonceOf(selector: string): string {
  const element = document.querySelector<HTMLElement>(selector)
  return element?.nonce ?? ''
}

async function hydrate(): Promise<void> {
  const { lang } = document.documentElement
  const locale = isLocale(lang) ? lang : 'zh-CN'
  const i18n = createI18n(locale, await catalogues[locale]())
  const nonces = { script: nonceOf('script[nonce]'), style: nonceOf('style[nonce]') }
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <NonceContext value={nonces}>
          <I18nextProvider i18n={i18n}>
            <HydratedRouter />
          </I18nextProvider>
        </NonceContext>
      </StrictMode>,
    )
  })
}

void hydrate()
