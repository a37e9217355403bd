import { useTranslation } from 'react-i18next'

/** The name a wire path goes by on the page: 'rights.0.number' → '权利 1 · 号码'. */
export function useFieldName(): (path: string) => string {
  const { t, i18n } = useTranslation('editor')
  const nameOf = (field: string): string => {
    const key = `editor:fields.${field}`
    return i18n.exists(key) ? i18n.t(key as 'editor:fields.kind') : field
  }
  return (path) => {
    const [field = '', at, part] = path.split('.')
    if (at === undefined) return nameOf(field)
    const number = Number(at) + 1
    if (field === 'rights') {
      const right = t('rights.nth', { number })
      return part ? `${right} · ${nameOf(`right.${part}`)}` : right
    }
    return `${nameOf(field)} ${number}`
  }
}
