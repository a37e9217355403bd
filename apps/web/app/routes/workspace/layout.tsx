import { Outlet, useMatches } from 'react-router'
import { WorkspaceFrame } from '../../features/workspace/workspace-frame.tsx'
import type { Workspace } from '../../lib/workspace.ts'
import { enterWorkspace, workspaceOf } from '../../lib/workspace-context.server.ts'
import type { Route } from './+types/layout.ts'

export const middleware: Route.MiddlewareFunction[] = [enterWorkspace]

export function loader({ context }: Route.LoaderArgs): Workspace {
  return workspaceOf(context)
}

/** A page that needs the whole window says so: `export const handle = { wide: true }`. */
const isWide = (handle: unknown): boolean =>
  typeof handle === 'object' && handle !== null && 'wide' in handle && handle.wide === true

export default function WorkspaceLayout({ loaderData }: Route.ComponentProps) {
  const wide = useMatches().some(({ handle }) => isWide(handle))
  return (
    <WorkspaceFrame workspace={loaderData} wide={wide}>
      <Outlet />
    </WorkspaceFrame>
  )
}
