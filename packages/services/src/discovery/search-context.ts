import type { SearchEngine } from '@market/search'
import type { ServiceContext } from '../context.ts'

export interface SearchContext extends ServiceContext {
  search: SearchEngine
}
