import { useTranslation } from 'react-i18next'

/** What the audit trail calls 'offer.make', in words; a word the catalogue lacks stays as it is. */
export function ActionName({ action }: { action: string }) {
  const { i18n } = useTranslation('workspace')
  const key = `workspace:actions.${action}`
  return <>{i18n.exists(key) ? i18n.t(key as 'workspace:actions.offer.make') : action}</>
}
