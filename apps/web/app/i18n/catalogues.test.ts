import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ACTIONS } from '@market/domain/policy'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { createI18n } from '../lib/i18n/create-i18n.ts'
import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

const APP = fileURLToPath(new URL('..', import.meta.url))
const SPOKEN_ATTRIBUTES = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'description'])

const sources = readdirSync(APP, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.') && !file.startsWith('i18n'))
  .map((file) => {
    const text = readFileSync(join(APP, file), 'utf8')
    return { file, tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true) }
  })

function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node)
  ts.forEachChild(node, (child) => visit(child, see))
}

/** Every leaf of a catalogue as `namespace:path` with its text. */
function leavesOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, child]) =>
    leavesOf(child, path === '' ? key : `${path}.${key}`),
  )
}

const chinese = new Map(leavesOf(zhCN, ''))
const english = new Map(leavesOf(en, ''))
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test('both languages have the same keys', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
})

test('no text is empty, and no English text was left in Chinese', () => {
  const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key)
  const names = new Set(['common.language.zhCN', 'home.queries.3'])
  const untranslated = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !names.has(key))
  expect({ empty, untranslated }).toEqual({ empty: [], untranslated: [] })
})

test('a text has the same variables in both languages, but for an English singular', () => {
  const different = [...chinese]
    .filter(
      ([key, text]) =>
        !key.endsWith('_one') && String(variables(text)) !== String(variables(english.get(key) ?? '')),
    )
    .map(([key]) => key)
  expect(different).toEqual([])
})

test('each step with money has words for the story of a deal', () => {
  const steps = ACTIONS.filter((action) => /^(payment|payout_account)\.(?!read|list)/.test(action))
  const wordless = steps.filter((step) => !chinese.has(`workspace.actions.${step}`))
  expect({ any: steps.length > 0, wordless }).toEqual({ any: true, wordless: [] })
})

/** Literal keys given to `t`, with the namespaces the file names in `useTranslation` or `getFixedT`. */
function keysUsed(): { file: string; key: string; namespaces: string[] }[] {
  return sources.flatMap(({ file, tree }) => {
    const keys: string[] = []
    const namespaces = new Set(['common'])
    visit(tree, (node) => {
      if (ts.isTypeReferenceNode(node)) for (const each of namespacesOfType(node)) namespaces.add(each)
      if (!ts.isCallExpression(node)) return
      const name = node.expression.getText(tree).split('.').at(-1)
      const literals = node.arguments.flatMap((argument) => stringsIn(argument))
      if (name === 'useTranslation' || name === 'getFixedT') for (const each of literals) namespaces.add(each)
      const [first] = node.arguments
      if (name === 't' && first && ts.isStringLiteral(first)) keys.push(first.text)
    })
    return keys.map((key) => ({ file, key, namespaces: [...namespaces] }))
  })
}

/** `TFunction<'plans'>` → plans: helpers are given `t` by their caller. */
function namespacesOfType({
  typeName,
  typeArguments = [],
}: {
  typeName: ts.EntityName
  typeArguments?: readonly ts.TypeNode[]
}) {
  if (typeName.getText() !== 'TFunction') return []
  return typeArguments.flatMap((type) =>
    ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : [],
  )
}

function stringsIn(node: ts.Expression): string[] {
  if (ts.isStringLiteral(node)) return [node.text]
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(stringsIn) : []
}

test('every key used in the pages exists', () => {
  const i18n = createI18n('zh-CN', zhCN)
  const missing = keysUsed().filter(({ key, namespaces }) => {
    const candidates = key.includes(':') ? [key] : namespaces.map((namespace) => `${namespace}:${key}`)
    return !candidates.some((candidate) => i18n.exists(candidate) || i18n.exists(candidate, { count: 2 }))
  })
  expect(missing).toEqual([])
})

test('no page speaks outside the catalogues', () => {
  const spoken: string[] = []
  for (const { file, tree } of sources) {
    visit(tree, (node) => {
      const text = spokenText(node)
      // Codes in capitals (SHA-256, ZL …) and the beginning of an address are the same in every language.
      if (text !== undefined && /\p{Ll}{2}|\p{Script=Han}/u.test(text.replace('https://', '')))
        spoken.push(`${file}: ${text.trim()}`)
    })
  }
  expect(spoken).toEqual([])
})

/** Text between tags, or in an attribute that people read or hear; Chinese in any literal. */
function spokenText(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return node.text
  if (ts.isJsxAttribute(node) && SPOKEN_ATTRIBUTES.has(node.name.getText())) {
    return node.initializer && ts.isStringLiteral(node.initializer) ? node.initializer.text : undefined
  }
  const literal = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)
  return literal && /\p{Script=Han}/u.test(node.text) ? node.text : undefined
}
