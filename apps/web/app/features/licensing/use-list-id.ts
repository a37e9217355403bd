import { useId } from 'react'

/** Id of a list of suggestions; two forms on a page must not share one. */
export const useListId = (): string => `list-${useId().replaceAll(/[^A-Za-z0-9]/g, '')}`
