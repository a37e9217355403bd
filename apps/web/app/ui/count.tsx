import { formatCount } from '../lib/format.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { Withheld } from './withheld.tsx'

/** A number of contracts; null is not for this reader. */
export function Count({ of }: { of: number | null }) {
  const locale = useLocale()
  return of === null ? <Withheld /> : formatCount(of, locale)
}
