import { createInstance, type i18n, type Resource } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from './locale.ts'

/** One fixed-language instance; ready at once because the catalogue is at hand. React escapes, so i18next does not. */
export function createI18n(locale: Locale, catalogue: Resource[string]): i18n {
  const instance = createInstance()
  void instance.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: catalogue },
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    // A parameter the API left out leaves a gap, not its name in braces.
    missingInterpolationHandler: () => '',
    initAsync: false,
    returnNull: false,
  })
  return instance
}
