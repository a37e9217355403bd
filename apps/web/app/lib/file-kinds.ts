/** 'application/pdf' → 'PDF': kinds of files by the names people know. */
export const namesOfKinds = (mediaTypes: readonly unknown[]): string =>
  mediaTypes.map((type) => String(type).split('/').at(-1)?.toUpperCase()).join(', ')
