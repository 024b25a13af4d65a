import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

const house = fileURLToPath(new URL('../../', import.meta.url))

/** What each room may import of the others (design of the house, README): nothing else resolves, and nothing else is written. */
const arrows: Readonly<Record<string, readonly string[]>> = {
  'packages/law': [],
  workflows: ['law'],
  'packages/casework': ['law', 'workflows'],
  'packages/projection': ['law'],
  templates: [],
  'packages/letters': ['law', 'templates'],
  db: ['law', 'workflows', 'casework'],
  'packages/api': ['law', 'casework', 'db', 'letters'],
  'packages/portal': ['law', 'casework', 'db', 'letters', 'api'],
  'packages/worker': ['law', 'casework', 'db', 'letters'],
  'packages/cli': [
    'law',
    'workflows',
    'casework',
    'projection',
    'templates',
    'letters',
    'db',
    'api',
    'portal',
    'workbench',
    'worker',
  ],
}

/** Speaks HTTP to the counter and takes nothing of it but the shapes of its answers, which are gone when it runs. */
const typesAlone: Readonly<Record<string, readonly string[]>> = { 'packages/workbench': ['api', 'casework'] }

const pure = ['packages/law', 'packages/casework', 'workflows']

const sources = (room: string): string[] =>
  readdirSync(join(house, room, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(room, 'src', name))

const codeOf = (file: string): string =>
  readFileSync(join(house, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
const importsOf = (code: string): string[] =>
  [...code.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name]) => name as string)

t.test('墙 | each room imports only what the plan grants it, and says so in its package.json', async (t) => {
  for (const [room, granted] of Object.entries(arrows)) {
    const declared = JSON.parse(readFileSync(join(house, room, 'package.json'), 'utf8')) as {
      dependencies?: Record<string, string>
    }
    const rooms = Object.keys(declared.dependencies ?? {}).filter((name) => name.startsWith('@zhiqing/'))
    t.strictSame(
      rooms.filter((name) => !granted.includes(name.slice(9))),
      [],
      `${room} declares no other room`,
    )
    for (const file of sources(room)) {
      const foreign = importsOf(codeOf(file)).filter(
        (name) => name.startsWith('@zhiqing/') && !granted.includes(name.slice(9)),
      )
      t.strictSame(foreign, [], `${file} stays within the walls`)
    }
  }
  const root = JSON.parse(readFileSync(join(house, 'package.json'), 'utf8')) as {
    dependencies?: object
    devDependencies: object
  }
  t.notOk(
    Object.keys({ ...root.dependencies, ...root.devDependencies }).some((name) => name.startsWith('@zhiqing/')),
    'the root depends on no room',
  )
})

t.test('墙 | the workbench speaks the public interface: of the other rooms it takes types alone', async (t) => {
  const code =
    /(?:^|\n)\s*(import|export)\s+(?!type\b)[^;'"]*?from\s+'(@zhiqing\/[\w-]+)'|import\(\s*'(@zhiqing\/[\w-]+)'/
  for (const [room, granted] of Object.entries(typesAlone)) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(
      readFileSync(join(house, room, 'package.json'), 'utf8'),
    ) as { dependencies?: Record<string, string>; devDependencies?: Record<string, string> }
    const rooms = (of: object) => Object.keys(of).filter((name) => name.startsWith('@zhiqing/'))
    t.strictSame(rooms(dependencies), [], `${room} runs without any other room`)
    t.strictSame(
      rooms(devDependencies).map((name) => name.slice(9)),
      granted,
      `${room} is checked against the shapes of these alone`,
    )
    for (const file of sources(room)) {
      const words = codeOf(file)
      const named = importsOf(words).filter((name) => name.startsWith('@zhiqing/'))
      t.ok(
        named.every((name) => granted.includes(name.slice(9))),
        `${file} names only ${granted.join(', ')}`,
      )
      t.notMatch(words, code, `${file} takes types alone`)
      t.notMatch(words, /dangerouslySetInnerHTML|\binnerHTML\b|\beval\(/, `${file} writes no markup of its own`)
      if (!file.includes('/src/api/')) t.notMatch(words, /\bfetch\(/, `${file} asks through src/api`)
    }
  }
  t.match("import { commandOf } from '@zhiqing/casework'", code, 'the check can fail: code that crosses is seen')
  t.match("export { x } from '@zhiqing/api'", code, 'and what is passed on')
  t.notMatch("import type { CommandName } from '@zhiqing/casework'", code, 'and types pass')
})

const ambient =
  /\bnew Date\b|\bDate\.now\b|\bperformance\.|\bsetTimeout\b|\bsetInterval\b|\bprocess\.|\bMath\.random\b|\bfetch\(|\bconsole\./

t.test('墙 | the pure rooms know no clock, no chance and no world outside', async (t) => {
  for (const file of pure.flatMap(sources)) {
    const code = codeOf(file)
    t.notMatch(code, ambient, `${file} is pure`)
    t.strictSame(
      importsOf(code).filter((name) => name.startsWith('node:')),
      [],
      `${file} imports nothing of Node`,
    )
    const lonely = /\basync\b|\bawait\b/.test(code)
    const port = ['handle.ts', 'memory-store.ts', 'play.ts'].some((name) => file.endsWith(`casework/src/${name}`))
    t.ok(!lonely || port, `${file} does not wait for anything`)
  }
  t.match('const now = new Date()', ambient, 'the check can fail: an ambient clock is seen')
})

t.test(
  '墙 | SQL is spoken only in db, PDF only in letters, mail only in worker, HTTP only in api and portal',
  async (t) => {
    const only: readonly [RegExp, readonly string[]][] = [
      [/^(pg|kysely)(\/|$)/, ['db']],
      [/^(pdfkit|fontkit)$/, ['packages/letters']],
      [/^nodemailer/, ['packages/worker']],
      [/^(pkijs|asn1js)$/, ['packages/worker']],
      [/^(fastify|@fastify\/.*)$/, ['packages/api', 'packages/portal']],
      [/^openid-client$/, ['packages/api']],
      [/^xstate$/, ['workflows']],
      [/^date-holidays$/, ['packages/projection']],
    ]
    for (const room of Object.keys(arrows)) {
      for (const file of sources(room)) {
        for (const name of importsOf(codeOf(file))) {
          for (const [what, where] of only)
            if (what.test(name)) t.ok(where.includes(room), `${file} may import ${name}`)
        }
      }
    }
  },
)
