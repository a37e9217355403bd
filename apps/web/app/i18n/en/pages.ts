import type { Translation } from '../../lib/i18n/catalogue.ts'
import type { pages as source } from '../zh-CN/pages.ts'

/** Error pages and the small texts of page heads. */
export const pages: Translation<typeof source> = {
  error: {
    notFound: 'There is no such page',
    notFoundHint:
      'The address may be mistyped, or what was here has been withdrawn. Search in other words, or start again from the home page.',
    unauthenticated: 'Please log in first',
    forbidden: 'You may not see this page',
    refused: 'That did not work',
    unavailable: 'The service is not answering',
    internal: 'Something went wrong on our side',
    login: 'Log in',
    retry: 'Try again',
    backToForm: 'Back to the form',
    toSearch: 'Search results',
    toHome: 'Home page',
  },
}
