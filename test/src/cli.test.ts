import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBinaries, holdDataDir, startEmbedded } from '@zhiqing/db'
import pg from 'pg'
import t, { type Test } from 'tap'

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiqing-cli-'))
const root = process.getuid?.() === 0
const linux = process.platform === 'linux'
/** `nobody` on every Linux; without tap's own loader, which would write into folders of root. */
const ORDINARY = 65534
const unable = await findBinaries().then(() => false, String)

/** As root the databases lie elsewhere, under the names that the folders tell. */
const homesIn = (parent: string): string[] =>
  readdirSync(parent)
    .map((name) => join(parent, name, 'postgres'))
    .filter((place) => existsSync(place))
    .map((place) => realpathSync(place))

t.teardown(() => {
  for (const home of [...homesIn(folder), folder]) rmSync(home, { recursive: true, force: true })
})

type Env = Readonly<Record<string, string>>

interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Nothing of what the tests' own environment says of databases and folders. */
const environment = (env: Env) => ({ PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...env })

const zhiqing = (args: readonly string[], env: Env = {}, more: { input?: string; uid?: number } = {}): Ran => {
  const { input = '', uid } = more
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    ...{ env: environment(env), cwd: folder, encoding: 'utf8', input, timeout: 60_000 },
    ...(uid === undefined ? {} : { uid, gid: uid, cwd: '/' }),
  })
  return { code: status, out: stdout, err: stderr }
}

/** One Chinese line and exit 1: what somebody who runs the program gets for what he can mend himself. */
const isOneLine = (t: Test, { code, err }: Ran, words: RegExp): void => {
  t.equal(code, 1, err)
  t.match(err, /^[^\n]*[一-龥][^\n]*\n$/, 'one line, no stack, no help')
  t.match(err, words)
}

interface Running {
  readonly said: string
  readonly address: string
  readonly child: ChildProcess
  /** Asks it to end; resolves with the exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>
}

const start = (dataDir: string, env: Env = {}): Promise<Running> => {
  const child = spawn(process.execPath, [program, 'start'], { env: environment({ DATA_DIR: dataDir, ...env }) })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  t.teardown(() => child.kill('SIGKILL'))
  let said = ''
  const end = (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    return ended
  }
  return new Promise((resolve, reject) => {
    child.stderr.on('data', (bytes) => {
      said += bytes
    })
    child.stdout.on('data', (bytes) => {
      said += bytes
      const address = /(http:\/\/127\.0\.0\.[12]:\d+)\/api\/v1 /.exec(said)?.[1]
      if (!address || !said.includes('Ctrl-C 停止')) return
      resolve({ said, address, child, end })
    })
    child.once('exit', (code) => reject(new Error(`start ended with ${code}:\n${said}`)))
  })
}

t.test('参数 | a wrong flag is told in Chinese, with the help', async (t) => {
  const told = [
    [['verify', '--nope'], '没有 --nope 这个选项'],
    [['calendar', 'add', '--from'], '选项 --from 后面没有写内容'],
    [['calendar', 'add', '--from', '--days'], '选项 --from 后面没有写内容；内容以“-”开头的，请写成 --from=内容'],
    [['calendar', 'add', '--json=1'], '选项 --json 后面不跟内容'],
  ] as const
  for (const [args, words] of told) {
    const { code, err } = zhiqing(args)
    t.equal(code, 2)
    t.equal(err.split('\n')[0], words)
    t.match(err, /用法：/)
  }
  const { code, err } = zhiqing(['start'], { SMTP_URL: 'mail.example.cn', DEMO: 'yes', DATADIR: 'x' })
  t.equal(code, 2)
  t.match(err, /DATADIR 不认识，是不是 DATA_DIR[\s\S]*DEMO 应为 0 或 1[\s\S]*SMTP_URL 不是邮件服务器的地址/)
})

t.test('参数 | what is wrong with a sign-on provider is told at once; a half-set one is never left out', async (t) => {
  const here = { PUBLIC_URL: 'https://gk.example.gov.cn' }
  const staff = { ...here, OIDC_STAFF_ISSUER: 'https://id.example.gov.cn', OIDC_STAFF_CLIENT_ID: 'zhiqing' }
  const wrong: readonly [Env, RegExp][] = [
    [{ ...here, OIDC_STAFF_CLIENT_ID: 'x' }, /设了 OIDC_STAFF_CLIENT_ID，没有设 OIDC_STAFF_ISSUER/],
    [{ ...here, OIDC_STAFF_SECOND_FACTOR: 'amr=mfa@2026-12-01' }, /没有设 OIDC_STAFF_ISSUER/],
    [{ ...here, OIDC_APPLICANT_ISSUER: 'https://id.example' }, /没有设 OIDC_APPLICANT_CLIENT_ID/],
    [{ ...staff, PUBLIC_URL: '' }, /也要设 PUBLIC_URL/],
    [{ ...staff, OIDC_STAFF_ISSUER: 'http://id.example.gov.cn' }, /OIDC_STAFF_ISSUER 不是统一身份认证平台的地址/],
    [{ ...staff, OIDC_STAFF_ISSUER: 'https://a:b@id.example' }, /OIDC_STAFF_ISSUER 不是/],
    [{ ...staff, OIDC_STAFF_ISSUER: 'https://id.example?x=1' }, /OIDC_STAFF_ISSUER 不是/],
    [{ ...staff, OIDC_STAFF_CLIENT_SECRET: 'a b' }, /OIDC_STAFF_CLIENT_SECRET 里有空格/],
    [{ ...staff, OIDC_STAFF_SECOND_FACTOR: 'amr=mfa' }, /OIDC_STAFF_SECOND_FACTOR 里的“amr=mfa”不对/],
    [{ ...staff, OIDC_STAFF_SECOND_FACTOR: 'amr=mfa@2026-02-30' }, /不对/],
    [{ ...staff, OIDC_STAFF_SECOND_FACTOR: 'sub=x@2026-12-01' }, /不对/],
    [{ ...staff, OIDC_STAFF_ISSUE: 'x' }, /OIDC_STAFF_ISSUE 不认识，是不是 OIDC_STAFF_ISSUER/],
    [
      {
        ...here,
        OIDC_APPLICANT_ISSUER: 'https://id.example',
        OIDC_APPLICANT_CLIENT_ID: 'x',
        OIDC_APPLICANT_SCOPE: 'profile',
      },
      /OIDC_APPLICANT_SCOPE 里必须有 openid/,
    ],
  ]
  for (const [env, words] of wrong) {
    const { code, err } = zhiqing(['config'], env)
    t.equal(code, 2, JSON.stringify(env))
    t.match(err, words)
  }
  const { code, out } = zhiqing(['config'], {
    ...{
      ...staff,
      OIDC_STAFF_CLIENT_SECRET: 'hush',
      OIDC_STAFF_SECOND_FACTOR: 'acr=urn:x:2@2026-12-01, amr=mfa@2027-01-01',
    },
    ...{ OIDC_APPLICANT_ISSUER: 'http://127.0.0.1:8080/realms/x/', OIDC_APPLICANT_CLIENT_ID: 'zhiqing' },
  })
  t.equal(code, 0)
  t.match(out, /OIDC_STAFF_CLIENT_SECRET +（已设置，不显示）/)
  t.notMatch(out, /hush/)
})

t.test('参数 | letters leave this machine encrypted: a mail server that merely may encrypt is refused', async (t) => {
  const told = (env: Env): string => {
    const { code, err } = zhiqing(['config'], env)
    t.equal(code, err ? 2 : 0, JSON.stringify(env))
    t.notMatch(err, /hush/, 'without its password')
    return err
  }
  const open = [
    'smtp://gk:hush@mail.example.gov.cn:587',
    'smtp://gk:hush@mail.example.gov.cn:587?requireTLS=false',
    'smtp://gk:hush@mail.example.gov.cn:587?requireTLS=1',
    'smtp://gk:hush@mail.example.gov.cn:587?requireTLS=false&requireTLS=true',
    'smtp://gk:hush@mail.example.gov.cn:587?requireTLS=true&ignoreTLS=true',
    'smtp://gk:hush@mail.example.gov.cn:587?requireTLS=true&tls.rejectUnauthorized=false',
    'smtps://gk:hush@mail.example.gov.cn?tls.rejectUnauthorized=0',
    'smtp://gk:hush@10.0.0.8:25',
    'smtp://gk:hush@127.0.0.1.example:25',
  ]
  for (const SMTP_URL of open) t.match(told({ SMTP_URL }), /SMTP_URL 没有要求加密.*smtps:.*requireTLS=true/, SMTP_URL)
  const fit = [
    'smtps://gk:hush@mail.example.gov.cn',
    'smtp://gk:hush@mail.example.gov.cn:587?requireTLS=true',
    'smtps://gk:hush@mail.example.gov.cn?tls.rejectUnauthorized=true',
    ...['smtp://127.0.0.1:25', 'smtp://localhost:2525', 'smtp://[::1]:25'],
  ]
  for (const SMTP_URL of fit) t.equal(told({ SMTP_URL }), '', SMTP_URL)
  for (const SEAL_URL of [
    'http://127.0.0.1:9000',
    'http://localhost:9000/base',
    'http://[::1]:9000',
    'https://seal.example',
  ])
    t.equal(told({ SEAL_URL }), '', SEAL_URL)
})

t.test(
  '参数 | what is wrong with the settings of the seal is told at once, and no password is ever shown',
  async (t) => {
    const wrong: readonly [Env, RegExp][] = [
      [{ SEAL_URLS: 'x' }, /SEAL_URLS 不认识，是不是 SEAL_URL/],
      [{ SEAL_TOKE: 'x' }, /SEAL_TOKE 不认识，是不是 SEAL_TOKEN/],
      [{ SEAL_URL: 'seal.example' }, /SEAL_URL 不是电子印章服务器的地址/],
      [{ SEAL_URL: 'ftp://seal.example' }, /SEAL_URL 不是电子印章服务器的地址/],
      [{ SEAL_URL: 'https://me:word@seal.example' }, /口令写在 SEAL_TOKEN/],
      [{ SEAL_URL: 'https://seal.example?key=1' }, /SEAL_URL 不是电子印章服务器的地址/],
      [{ SEAL_URL: 'http://seal.example' }, /SEAL_URL 没有加密.*https/],
      [{ SEAL_URL: 'http://10.0.0.9:8443/base', SEAL_TOKEN: 'hush' }, /SEAL_URL 没有加密.*https/],
      [{ SEAL_URL: 'http://127.0.0.1.example' }, /SEAL_URL 没有加密.*https/],
      [{ SEAL_TOKEN: 'x' }, /没有设 SEAL_URL/],
      [{ SEAL_URL: 'https://seal.example', SEAL_TOKEN: 'a\tb' }, /SEAL_TOKEN 里有空格/],
      [{ SEAL_URL: 'https://seal.example', SEAL_TIMEOUT: '0' }, /SEAL_TIMEOUT 应为 1 至 120/],
      [{ SEAL_URL: 'https://seal.example', SEAL_TIMEOUT: '1.5' }, /SEAL_TIMEOUT 应为 1 至 120/],
      [{ SEAL_URL: 'https://seal.example', SEAL_TIMEOUT: '121' }, /SEAL_TIMEOUT 应为 1 至 120/],
    ]
    for (const [env, words] of wrong) {
      const { code, err } = zhiqing(['config'], env)
      t.equal(code, 2, JSON.stringify(env))
      t.match(err, words)
    }
    const { out, code } = zhiqing(['config'], {
      SEAL_URL: 'https://seal.example/base',
      SEAL_TOKEN: 'hush',
      SEAL_TIMEOUT: '120',
    })
    t.equal(code, 0)
    t.match(
      out,
      /SEAL_URL +（已设置，不显示）（环境变量）[\s\S]*SEAL_TOKEN +（已设置，不显示）[\s\S]*SEAL_TIMEOUT +120（环境变量）/,
    )
    t.notMatch(out, /hush|seal\.example/)
    t.match(zhiqing(['config']).out, /SEAL_URL +手工盖章（默认）/)
  },
)

t.test('文件 | a file that cannot be read says line, column and fault in Chinese', async (t) => {
  const yaml = zhiqing(['simulate', '-'], {}, { input: 'title: 甲\nevents:\n\t- { on: 2025-04-25 }\n' })
  t.equal(yaml.code, 2)
  t.match(yaml.err, /^- 第3行第1列：[一-龥]/)
  const twice = zhiqing(['simulate', '-'], {}, { input: 'title: 甲\ntitle: 乙\nevents: []\n' })
  t.match(twice.err, /^- 第2行第1列 title：同一个字段写了两次\n/)
  const fields = zhiqing(['letter', 'P01', '--data', '-', '--check'], {}, { input: '受文者: "甲\n' })
  t.match(fields, { code: 2, err: /^读不了 标准输入：第\d行第\d+列：少了一个符号/ })
  const notice = (text: string) => zhiqing(['calendar', 'import', '-'], {}, { input: text }).err.split('\n')[0]
  t.match(notice('{\n  "year": 2026,\n}'), /^读不了 标准输入：第3行第1列：不符合 JSON 的写法（.*JSON.*）$/)
  t.match(notice('{\n  "year": twenty\n}'), /第2行第(9|11)列：不符合 JSON 的写法/)
  t.match(notice('{\n  "year": 2026'), /第2行第\d+列：不符合 JSON 的写法/)
  for (const args of [
    ['simulate', 'nowhere.yaml'],
    ['calendar', 'import', 'nowhere.json'],
    ['letter', 'P01', '--data', 'nowhere.yaml', '--check'],
  ])
    t.match(zhiqing(args), { code: 2, err: /^读不了 nowhere\.\w+：没有这个文件或者文件夹\n/ })
})

t.test('文书 | a letter that cannot be written, a font that cannot be used: one line', async (t) => {
  const sample = ['letter', 'P01', '--sample', '--out']
  isOneLine(t, zhiqing([...sample, join(folder, 'nope', 'x.pdf')]), /^写不了 .*x\.pdf：没有这个文件或者文件夹.*--out/)
  isOneLine(t, zhiqing([...sample, folder]), /这是文件夹，不是文件/)
  const font = { FONT_FANGSONG: join(folder, 'none.ttf') }
  isOneLine(t, zhiqing([...sample, join(folder, 'x.pdf')], font), /none\.ttf/)
  const dataDir = join(folder, 'font')
  isOneLine(t, zhiqing(['start'], { ...font, DATA_DIR: dataDir }), /none\.ttf/)
  t.notOk(existsSync(dataDir), 'before anything was built')
})

t.test('数据文件夹 | one that can be none ends the start at once, with one line', { skip: !linux }, async (t) => {
  const told = (dataDir: string, words: RegExp, more: { uid?: number } = {}) =>
    isOneLine(t, zhiqing(['start'], { DATA_DIR: dataDir }, more), words)
  told('/proc/nope', /^数据文件夹 \/proc\/nope 不能用：.*那里不能建立文件夹.*DATA_DIR/)
  const file = join(folder, 'file')
  writeFileSync(file, '')
  told(file, /路径中有一段是文件，不是文件夹/)
  told(join(file, 'below'), /路径中有一段是文件，不是文件夹/)
  const closed = mkdtempSync(join(tmpdir(), 'zhiqing-closed-'))
  t.teardown(() => rmSync(closed, { recursive: true, force: true }))
  chmodSync(closed, 0o555)
  if (root) chownSync(closed, ORDINARY, ORDINARY)
  const ordinary = root ? { uid: ORDINARY } : {}
  if (root && zhiqing(['--help'], {}, ordinary).code !== 0)
    return t.comment('the project lies where only root can read: no test as an ordinary user')
  told(closed, /没有读写的权限/, ordinary)
  told(join(closed, 'below'), /没有读写的权限/, ordinary)
})

t.test('端口 | in use: told before a database is built for nothing', async (t) => {
  const server = createServer()
  const port = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  )
  t.teardown(() => server.close())
  const dataDir = join(folder, 'port')
  for (const variable of ['PORT', 'METRICS_PORT']) {
    const child = spawn(process.execPath, [program, 'start'], {
      env: environment({ DATA_DIR: dataDir, [variable]: String(port) }),
    })
    let err = ''
    child.stderr.on('data', (bytes) => {
      err += bytes
    })
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    isOneLine(t, { code, out: '', err }, new RegExp(`^端口 ${port} 已经被占用.*用 ${variable} 另指一个端口`))
  }
  t.notOk(existsSync(dataDir))
  isOneLine(t, zhiqing(['start'], { DATA_DIR: dataDir, HOST: '192.0.2.1' }), /本机没有 HOST 所写的地址“192\.0\.2\.1”/)
  const elsewhere = { DATA_DIR: dataDir, METRICS_PORT: '0', METRICS_HOST: '192.0.2.1' }
  isOneLine(t, zhiqing(['start'], elsewhere), /本机没有 METRICS_HOST 所写的地址“192\.0\.2\.1”/)
  const noPort = zhiqing(['config'], { METRICS_HOST: '127.0.0.1' })
  t.match(noPort, { code: 2, err: /设了 METRICS_HOST，没有设 METRICS_PORT/ })
})

t.test('核验 | a folder without data is refused, and stays without', async (t) => {
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  for (const dataDir of [empty, join(folder, 'missing')]) {
    isOneLine(
      t,
      zhiqing(['verify'], { DATA_DIR: dataDir }),
      new RegExp(`^${dataDir} 里没有知情的数据.*DATA_DIR.*zhiqing start`),
    )
  }
  t.strictSame(readdirSync(empty), [])
  t.notOk(existsSync(join(folder, 'missing')))
})

t.test(
  '用印 | a demo with the test signature says so; its letters are sealed, and what lies under the seals prints again the same',
  { skip: unable, timeout: 180_000 },
  async (t) => {
    const dataDir = join(folder, 'sealing')
    const running = await start(dataDir, { SEAL_URL: 'demo', HOST: '127.0.0.2', METRICS_PORT: '0' })
    t.match(running.said, /印章 +测试签名（样章，没有法律效力）\n/)
    const [, figures = ''] = /指标 +(http:\/\/127\.0\.0\.1:\d+\/metrics)\n/.exec(running.said) ?? []
    t.equal((await fetch(figures)).status, 200, 'figures are for this machine, wherever the pages are')
    t.equal((await fetch(figures.replace('127.0.0.1', '127.0.0.2')).catch(() => ({ status: 0 }))).status, 0)
    t.equal((await fetch(`${running.address}/metrics`)).status, 404)
    const sealed = /^台账完好：.*没有发现问题。加盖电子印章的文书([1-9]\d*)份，重印比对了\1份。\n$/
    let checked = zhiqing(['verify'], { DATA_DIR: dataDir })
    for (let i = 0; i < 5 && !sealed.test(checked.out); i++) checked = zhiqing(['verify'], { DATA_DIR: dataDir })
    t.match(checked, { code: 0, out: sealed })
    t.equal(await running.end(), 0)
    const refused = zhiqing(['start'], { DATA_DIR: dataDir, DEMO: '0', SEAL_URL: 'demo' })
    t.match(refused, { code: 1, err: /SEAL_URL=demo 的测试签名没有法律效力，只能用于演示/ })
  },
)

t.test(
  '启动 | an office of its own, from the first start to the fourth',
  { skip: unable, timeout: 180_000 },
  async (t) => {
    const dataDir = join(folder, 'demo')
    const bar = async ({ address }: Running): Promise<boolean> =>
      (await (await fetch(`${address}/`)).text()).includes('class="demo"')

    await t.test('the first start is a demo; it says where things are, and which face stands for 仿宋', async (t) => {
      const first = await start(dataDir)
      t.ok(await bar(first))
      t.match(first.said, /演示：虚构的青禾县/)
      t.match(first.said, /仿宋 +(霞鹜文楷，随产品附带|本机系统自带的仿宋)；机关自有仿宋用 FONT_FANGSONG 指定\n/)
      t.notMatch(first.said, /\.woff|bundled/)
      const home = realpathSync(join(dataDir, 'postgres'))
      if (root) t.match(first.said, `数据库文件    ${home}（以 root 运行时`)
      else t.notMatch(first.said, /数据库文件/)
      const { out } = zhiqing(['config'], { DATA_DIR: dataDir })
      t.equal(out.includes(`（数据库文件）`) && out.includes(home), root)

      isOneLine(
        t,
        zhiqing(['start'], { DATA_DIR: dataDir }),
        /^数据目录 .*正被进程 \d+ 使用.*请先停止它，或另设 DATA_DIR/,
      )
      const beside = zhiqing(['verify'], { DATA_DIR: dataDir })
      t.match(beside.out, /^台账完好：核验了30个案件、\d{3}条事实，没有发现问题。\n$/)
      t.match(beside, { code: 0, err: /^连到正在运行的数据库（进程 \d+）\n$/ })
      t.equal(await bar(first), true, 'the service goes on')
      t.equal(await first.end('SIGINT'), 0, 'asked to end, it ends well')
    })

    await t.test('the second is a demo still; killed, its server is taken over', async (t) => {
      const second = await start(dataDir)
      t.ok(await bar(second))
      await second.end('SIGKILL')
      const after = zhiqing(['verify'], { DATA_DIR: dataDir })
      t.match(after, { code: 0, out: /^台账完好：核验了30个案件/, err: /^接管仍在运行的数据库（进程 \d+）\n$/ })
    })

    await t.test('DEMO=0 has the last word; a start that was cut short before seeding is a demo', async (t) => {
      const real = await start(dataDir, { DEMO: '0' })
      t.notOk(await bar(real))
      t.notMatch(real.said, /演示/)
      t.equal(await real.end(), 0)
      const cut = join(folder, 'cut')
      mkdirSync(cut)
      writeFileSync(join(cut, 'demo-sign-ins.json'), 'null')
      const resumed = await start(cut)
      t.ok(await bar(resumed))
      t.match(JSON.parse(readFileSync(join(cut, 'demo-sign-ins.json'), 'utf8')), { password: /^(\w{4}-){3}\w{4}$/ })
      t.equal(await resumed.end(), 0)
    })
  },
)

t.test('关闭 | whatever fails after the server started, server and hold are freed', { skip: unable }, async (t) => {
  const dataDir = join(folder, 'leak')
  const first = await startEmbedded({ dataDir })
  const statement = async (sql: string, database: string): Promise<void> => {
    const client = new pg.Client({ ...first.connection, database })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  await statement('alter database template1 allow_connections true', 'postgres')
  await statement('alter database postgres allow_connections false', 'template1')
  await first.stop()
  const { code } = zhiqing(['verify'], { DATA_DIR: dataDir })
  t.equal(code, 1, 'the database cannot even be looked for')
  t.notOk(existsSync(join(first.home, 'data', 'postmaster.pid')), 'no server is left')
  await (await holdDataDir(dataDir)).release()
})
