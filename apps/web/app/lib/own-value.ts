/** The value under a name that somebody typed; none for what every object has, such as 'constructor'. */
export function ownValue<T>(values: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined
}
