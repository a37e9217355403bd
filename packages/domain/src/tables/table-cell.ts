/** What a cell may hold once a file has been opened. */
export type TableCell = string | number | boolean | Date | null

/** A column's label as it is compared: neither width, case, spaces nor marks matter. */
export const comparableLabel = (label: string): string =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
