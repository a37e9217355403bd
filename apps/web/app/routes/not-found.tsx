import { data } from 'react-router'

/** Every address that no route knows. */
export function loader(): never {
  throw data(null, { status: 404 })
}

// Never rendered; without a component this would be a resource route, and those have no error page.
export default function NotFound() {
  return null
}
