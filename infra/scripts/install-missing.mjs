/**
 * Installs the packages when those in node_modules are not the lockfile's. Runs before anything is installed, on the
 * machine's own Node, so it needs nothing but Node and npm.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

requireNode(20, 19)
if (!isInstalled()) install()

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number)
  if (haveMajor > major || (haveMajor === major && haveMinor >= minor)) return
  console.error(
    `Node ${major}.${minor} or newer is needed to install the packages; this is ${process.versions.node}.`,
  )
  process.exit(1)
}

/** npm notes what it installed in node_modules/.package-lock.json, as its last step. */
function isInstalled() {
  const wanted = readPackages('package-lock.json')
  const present = readPackages('node_modules/.package-lock.json')
  const same = Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  )
  return (
    same &&
    existsSync(join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node'))
  )
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages
  } catch {
    return {}
  }
}

function install() {
  console.log('Installing the packages (npm ci); the first time takes a minute.')
  const windows = process.platform === 'win32'
  const result = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--loglevel=error'], {
    cwd: ROOT,
    env: { ...process.env, PATH: pathWithoutPackages() },
    stdio: 'inherit',
    shell: windows,
  })
  if (result.status === 0) return
  console.error('The packages could not be installed: npm ci failed (see its message above).')
  process.exit(1)
}

/** npm must run on the machine's Node: the one in node_modules goes away while npm works. */
function pathWithoutPackages() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.filter((folder) => !/node_modules[\\/]\.bin$/.test(folder)).join(delimiter)
}
