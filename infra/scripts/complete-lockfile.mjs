/**
 * Adds the optional packages of other platforms that the lockfile lacks. npm leaves out the ones its registry could not
 * show it, and then refuses `npm ci` everywhere. Their versions are exact in the packages that name them.
 *
 * `--check` changes nothing and fails when something is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'

const FILE = new URL('../../package-lock.json', import.meta.url)
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
]
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
]

const lockfile = JSON.parse(readFileSync(FILE, 'utf8'))
const packages = lockfile.packages
const missing = Object.entries(packages).flatMap(([path, entry]) => missingOptionals(path, entry))

if (process.argv.includes('--check')) {
  for (const [path] of missing) console.error(`package-lock.json lacks ${path}`)
  if (missing.length > 0) console.error('Run: node infra/scripts/complete-lockfile.mjs')
  process.exitCode = missing.length > 0 ? 1 : 0
} else if (missing.length > 0) {
  for (const [path, entry] of missing) packages[path] = entry
  lockfile.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => compare(a, b)))
  writeFileSync(FILE, `${JSON.stringify(lockfile, null, 2)}\n`)
  console.log(`Added ${missing.length} packages of other platforms to package-lock.json.`)
}

function missingOptionals(path, entry) {
  return Object.entries(entry.optionalDependencies ?? {})
    .filter(([name, version]) => /^\d+\.\d+\.\d+/.test(version) && !isLocked(path, name))
    .map(([name, version]) => [`node_modules/${name}`, describe(name, version, entry)])
}

/** Looks where Node would: in the package's own node_modules, then in each folder above it. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder}${folder ? '/' : ''}node_modules/${name}`]) return true
    if (folder === '') return false
  }
}

function describe(name, version, parent) {
  const words = name.replaceAll(/[@/]/g, '-').split('-')
  const system = SYSTEMS.find((one) => words.includes(one) || (one === 'win32' && words.includes('windows')))
  const processor = PROCESSORS.find((one) => words.includes(one))
  const libc = words.some((word) => word.startsWith('musl'))
    ? 'musl'
    : words.includes('gnu')
      ? 'glibc'
      : undefined
  return {
    version,
    ...(processor ? { cpu: [processor] } : {}),
    ...(parent.dev ? { dev: true } : {}),
    ...(libc && system === 'linux' ? { libc: [libc] } : {}),
    ...(parent.license ? { license: parent.license } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
  }
}

function compare(a, b) {
  return a.localeCompare(b, 'en')
}
