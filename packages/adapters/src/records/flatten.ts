import { textOfValue } from './named-values.ts'
import { MAX_COLUMNS, MAX_DEPTH, MAX_VALUE, UnreadableRecords } from './record-files.ts'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const textsOf = (value: unknown, depth: number): string[] => {
  if (depth > MAX_DEPTH) throw new UnreadableRecords('too_deep')
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, depth + 1))
  // Of lists of objects people mean the names.
  if (isObject(value))
    return textsOf(value.name ?? value.text ?? value.value ?? Object.values(value), depth + 1)
  const text = textOfValue(value)
  return text === '' ? [] : [text]
}

/** An object as one row: lists joined, objects inside it by 'outer.inner'. */
export const flatten = (record: Record<string, unknown>): Record<string, string> => {
  const row: Record<string, string> = {}
  const put = (value: unknown, name: string, depth: number): void => {
    if (depth > MAX_DEPTH) throw new UnreadableRecords('too_deep')
    if (isObject(value)) {
      for (const [key, inner] of Object.entries(value))
        put(inner, name === '' ? key : `${name}.${key}`, depth + 1)
      return
    }
    const text = textsOf(value, depth).join('; ').slice(0, MAX_VALUE)
    if (text.trim() === '') return
    row[name.slice(0, 100)] = text
    if (Object.keys(row).length > MAX_COLUMNS) throw new UnreadableRecords('too_many_columns')
  }
  put(record, '', 0)
  return row
}
