import { COMPOSITION, FLOORS, PARTS, RESERVED } from './infra/scripts/import-table.mjs'

const TEST_CODE = String.raw`\.test\.tsx?$|/testing/|/e2e/`
const anyOf = (paths) => `^(${paths.join('|')})/`

/** Test code may reach wherever it needs to build the situation it tests. */
const from = (path, pathNot = []) => ({ path, pathNot: [TEST_CODE, ...pathNot] })

const partRule = ({ part, may, interfaces = [] }) => ({
  name: `${part}-imports`,
  comment: `${part} may import: ${[...may, ...interfaces].join(', ') || 'nothing'}`,
  severity: 'error',
  from: from(`^${part}/`),
  to: { path: '^(packages|apps|seeds|infra)/', pathNot: [anyOf([part, ...may, ...interfaces])] },
})

const interfaceRule = ({ part, interfaces, pure = [], composed = false }) => ({
  name: `${part}-interfaces`,
  comment: `${part} may import types alone from: ${interfaces.join(', ')}${composed ? ', save in its composition' : ''}`,
  severity: 'error',
  from: from(`^${part}/`, composed ? [COMPOSITION] : []),
  to: {
    path: anyOf(interfaces),
    pathNot: pure.map((file) => `^${file}$`),
    dependencyTypesNot: ['type-only'],
  },
})

const partRules = PARTS.flatMap((row) =>
  row.interfaces ? [partRule(row), interfaceRule(row)] : [partRule(row)],
)

const capability = (names) => `^packages/services/src/(${names.join('|')})/`

const floorRules = FLOORS.map((names, floor) => ({
  name: `services-floor-${floor}`,
  comment: `${names.join(', ')}: nothing above floor ${floor}${floor === FLOORS.length - 1 ? ', nor each other' : ''}`,
  severity: 'error',
  from: from(capability(names)),
  to: {
    path: capability(
      FLOORS.slice(floor === FLOORS.length - 1 ? floor : floor + 1)
        .flat()
        .concat('-'),
    ),
    ...(floor === FLOORS.length - 1 ? { pathNot: '^packages/services/src/$1/' } : {}),
  },
}))

const reservedRules = RESERVED.map(({ packages, parts }) => ({
  name: `${packages[0]}-reserved`,
  comment: `${packages.join(', ')}: only in ${parts.join(', ')}`,
  severity: 'error',
  from: from('^(packages|apps)/', [anyOf(parts)]),
  to: { path: `^node_modules/(${packages.join('|')})/`, dependencyTypesNot: ['type-only'] },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...partRules,
    ...floorRules,
    ...reservedRules,
    {
      name: 'capability-door',
      comment: 'another capability is reached through its index.ts',
      severity: 'error',
      from: from('^packages/services/src/([^/]+)/'),
      to: {
        path: '^packages/services/src/[^/]+/',
        pathNot: ['^packages/services/src/$1/', '^packages/services/src/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'domain-is-pure',
      comment: 'the domain knows no package and no I/O of Node',
      severity: 'error',
      from: from('^packages/domain/'),
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'] },
    },
    {
      name: 'contracts-run-in-browsers',
      comment: 'contracts know zod alone',
      severity: 'error',
      from: from('^packages/contracts/'),
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown', 'core'],
        pathNot: '^node_modules/zod/',
      },
    },
    {
      name: 'routes-never-query',
      comment: 'a route parses, calls a verb and presents',
      severity: 'error',
      from: from('^apps/api/src/modules/'),
      to: { path: '^packages/database/|^node_modules/(drizzle-orm|postgres)/' },
    },
    {
      name: 'features-stay-apart',
      comment: 'pages compose features; features never import each other',
      severity: 'error',
      from: from('^apps/web/app/features/([^/]+)/'),
      to: { path: '^apps/web/app/features/', pathNot: '^apps/web/app/features/$1/' },
    },
    {
      name: 'shared-knows-no-feature',
      comment: 'ui and lib are used by features and routes, not the other way round',
      severity: 'error',
      from: from('^apps/web/app/(ui|lib|i18n)/'),
      to: { path: '^apps/web/app/(features|routes)/' },
    },
    {
      name: 'testing-stays-out-of-production',
      severity: 'error',
      from: from('^(packages|apps)/'),
      to: { path: String.raw`^(packages|apps)/.*(/testing/|/e2e/|\.test\.tsx?$)` },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      // Written by the web's type generation and build.
      to: { couldNotResolve: true, pathNot: String.raw`\+types/|^virtual:|build/server` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: String.raw`(^|/)(build|\.react-router|\.data)/` },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
