import { createHash } from 'node:crypto'
import { columnSignature, type SourceColumn } from '@market/domain/listings'

/** The key under which an organization's mapping of these columns is remembered. */
export const profileKey = (columns: readonly SourceColumn[]): string =>
  createHash('sha256')
    .update(columnSignature(columns.map(({ name }) => name)))
    .digest('hex')
