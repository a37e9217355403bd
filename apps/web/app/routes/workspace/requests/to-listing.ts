import { redirect } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import type { Route } from './+types/to-listing.ts'

/** A request is always about a listing; without one the way begins at the search. */
export function loader({ url }: Route.LoaderArgs): Response {
  const listing = url.searchParams.get('listing')
  return redirect(listing ? paths.newRequest(listing) : '/search')
}
