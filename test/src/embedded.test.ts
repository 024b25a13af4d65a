import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Embedded, findBinaries, holdDataDir, startEmbedded } from '@zhiqing/db'
import pg from 'pg'
import t, { type Test } from 'tap'

const root = process.getuid?.() === 0
/** `nobody` on every Linux. */
const ORDINARY = 65534
/** Without tap's own loader, which would write its records into folders of root. */
const asOrdinary = { uid: ORDINARY, gid: ORDINARY, cwd: '/', env: { PATH: process.env.PATH } }
const unable = process.platform === 'linux' ? await findBinaries().then(() => false, String) : 'looks into /proc'
const parent = mkdtempSync(join(tmpdir(), 'zhiqing-embedded-'))
const dataDir = join(parent, 'data')
const folders = new Set<string>()
const children = new Set<ChildProcess>()

t.teardown(() => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  rmSync(parent, { recursive: true, force: true })
})

t.test('the embedded server', { skip: unable, timeout: 120_000 }, async (t) => {
  await t.test('first start, below a private folder: under 20 s, private, durable', async (t) => {
    t.equal(statSync(parent).mode & 0o777, 0o700)
    const begun = performance.now()
    const server = await started(dataDir)
    t.ok(performance.now() - begun < 20_000, `${Math.round(performance.now() - begun)} ms`)
    t.equal(server.adopted, false)
    t.equal(server.home, expectedHome(dataDir))
    if (root) t.equal(readlinkSync(join(dataDir, 'postgres')), server.home)
    const [settings] = await query(
      server,
      `select current_setting('data_checksums') sums, current_setting('fsync') fsync, current_setting('listen_addresses')
       listen, datcollate, pg_encoding_to_char(encoding) encoding from pg_database where datname = 'postgres'`,
    )
    t.same(settings, { sums: 'on', fsync: 'on', listen: '', datcollate: 'C.UTF-8', encoding: 'UTF8' })
    t.equal(statSync(server.connection.host).mode & 0o777, 0o700)
    t.not(statSync(`/proc/${postmaster(server.home)}`).uid, 0, 'the server does not run as root')
    await query(server, 'create database "青禾县"')
    const pool = new pg.Pool({ connectionString: server.url('青禾县') })
    t.same((await pool.query('select current_database() name')).rows, [{ name: '青禾县' }])
    await pool.end()
    await query(server, 'create table kept (word text)')
    await stopped(t, server)
  })

  await t.test('kill -9 of the postmaster and all its children: committed rows are there', async (t) => {
    const server = await started(dataDir)
    await query(server, `insert into kept values ('committed')`)
    for (const pid of family(postmaster(server.home))) process.kill(pid, 'SIGKILL')
    const again = await started(dataDir)
    t.equal(again.adopted, false)
    t.same(await query(again, 'select word from kept'), [{ word: 'committed' }])
    await stopped(t, again)
  })

  await t.test('kill -9 of the product: the next one takes the hold and adopts the server', async (t) => {
    const child = product(dataDir)
    const [line] = await once(child.stdout, 'data')
    t.match(String(line), /up/)
    await t.rejects(holdDataDir(dataDir), {
      code: 'DATA_DIR_IN_USE',
      message: new RegExp(`正被进程 ${child.pid} 使用`),
    })
    child.kill('SIGKILL')
    await once(child, 'exit')
    const hold = await holdDataDir(dataDir)
    const server = await started(dataDir)
    t.equal(server.adopted, true)
    t.same(await query(server, `select word from kept where word = 'child'`), [{ word: 'child' }])
    await stopped(t, server)
    await hold.release()
  })

  await t.test('kill -9 of the product and of the whole server: the next one recovers', async (t) => {
    const child = product(dataDir)
    await once(child.stdout, 'data')
    for (const pid of [Number(child.pid), ...family(postmaster(expectedHome(dataDir)))]) process.kill(pid, 'SIGKILL')
    const server = await started(dataDir)
    t.equal(server.adopted, false)
    t.equal((await query(server, `select word from kept where word = 'child'`)).length, 2)
    await stopped(t, server)
  })

  await t.test(
    'a server that is there and answers nobody is not adopted: the next one waits and recovers',
    async (t) => {
      const server = await started(dataDir)
      const all = family(postmaster(server.home))
      for (const pid of all) process.kill(pid, 'SIGSTOP')
      const starting = started(dataDir)
      let waits = true
      const over = () => {
        waits = false
      }
      starting.then(over, over)
      while (waits && sockets(server.connection.host) < 2) await setImmediate()
      for (const pid of all) process.kill(pid, 'SIGKILL')
      const again = await starting
      t.equal(again.adopted, false)
      t.equal((await query(again, `select word from kept where word = 'child'`)).length, 2)
      await stopped(t, again)
    },
  )

  await t.test('a lock file whose process is a zombie, or is somebody else by now', async (t) => {
    const server = await started(dataDir)
    const lock = readFileSync(lockFile(server.home), 'utf8')
    const uid = statSync(lockFile(server.home)).uid
    await stopped(t, server)
    const stranger = spawn('sleep', ['100'], root ? { uid, cwd: '/' } : { cwd: '/' })
    const parentOfZombie = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 100'])
    for (const child of [stranger, parentOfZombie]) children.add(child)
    const zombie = Number((await once(parentOfZombie.stdout, 'data'))[0])
    for (const pid of [stranger.pid, zombie]) {
      writeFileSync(lockFile(server.home), lock.replace(/^\d+/, String(pid)))
      if (root) chownSync(lockFile(server.home), uid, uid)
      const again = await started(dataDir)
      t.equal(again.adopted, false)
      await stopped(t, again)
    }
  })

  await t.test('programs of another version are replaced, leftovers of a killed start removed', async (t) => {
    const home = expectedHome(dataDir)
    writeFileSync(join(home, 'pg', '.version'), '18.0.0')
    for (const half of ['pg.new', 'data.new']) mkdirSync(join(home, half, 'bin'), { recursive: true })
    const server = await started(dataDir)
    t.match(readFileSync(join(home, 'pg', '.version'), 'utf8'), /^18\.4/)
    t.notOk(existsSync(join(home, 'pg.new')))
    await stopped(t, server)
  })

  await t.test('a data folder of another major version is refused in words', async (t) => {
    const file = join(expectedHome(dataDir), 'data', 'PG_VERSION')
    writeFileSync(file, '17\n')
    await t.rejects(startEmbedded({ dataDir }), /由 PostgreSQL 17 建立.*Data folder of PostgreSQL 17/)
    writeFileSync(file, '18\n')
  })

  await t.test(
    'as root: DATA_DIR moved is refused, deleted begins anew beside the old data',
    { skip: !root },
    async (t) => {
      const moved = join(parent, 'moved')
      renameSync(dataDir, moved)
      await t.rejects(startEmbedded({ dataDir: moved }), /曾被移动或复制/)
      rmSync(moved, { recursive: true })
      const lines: string[] = []
      const server = await startEmbedded({ dataDir, log: (line) => lines.push(line) })
      t.match(lines[0], /已移到/)
      t.same(await query(server, `select to_regclass('kept') kept`), [{ kept: null }])
      t.ok(existsSync(join(server.home, 'data.1', 'PG_VERSION')))
      await stopped(t, server)
    },
  )

  await t.test('a DATA_DIR with a long path', async (t) => {
    const long = join(parent, '长'.repeat(40), 'x'.repeat(60))
    const server = await started(long)
    t.ok(Buffer.byteLength(join(server.connection.host, '.s.PGSQL.5432')) <= 107)
    t.same(await query(server, 'select 1 one'), [{ one: 1 }])
    await stopped(t, server)
  })

  await t.test(
    'as an ordinary user, with a long path, in DATA_DIR itself',
    { skip: !root || !ordinaryCanRead() },
    async (t) => {
      const own = join(mkdtempSync(join(tmpdir(), 'zhiqing-own-')), 'y'.repeat(90))
      t.teardown(() => rmSync(join(own, '..'), { recursive: true, force: true }))
      mkdirSync(own)
      for (const folder of [own, join(own, '..')]) chownSync(folder, ORDINARY, ORDINARY)
      const child = product(own, asOrdinary)
      const [line] = await once(child.stdout, 'data')
      const { connection, home } = JSON.parse(String(line).replace('up ', '')) as Embedded
      t.equal(home, join(realpathSync(own), 'postgres'))
      t.match(connection.host, /^\/tmp\/zhiqing-[0-9a-f]{16}$/)
      t.teardown(() => rmSync(connection.host, { recursive: true, force: true }))
      child.kill('SIGKILL')
      await once(child, 'exit')
      const server = await startEmbedded({ dataDir: own })
      t.equal(server.adopted, true, 'root may take over what a user began')
      await stopped(t, server)
    },
  )
})

t.test('one process at a time holds a DATA_DIR', async (t) => {
  const folder = join(parent, 'held')
  const hold = await holdDataDir(folder)
  await t.rejects(holdDataDir(join(folder, '..', 'held')), { code: 'DATA_DIR_IN_USE' })
  await hold.release()
  await (await holdDataDir(folder)).release()
  t.same(readdirSync(folder), [], 'nothing is left behind')
})

async function started(folder: string): Promise<Embedded> {
  const server = await startEmbedded({ dataDir: folder })
  folders.add(server.home).add(server.connection.host)
  return server
}

async function stopped(t: Test, server: Embedded): Promise<void> {
  const pids = family(postmaster(server.home))
  t.ok(pids.length > 1)
  await server.stop()
  t.same(pids.filter(runs), [], 'no process is left')
}

async function query(server: Embedded, sql: string): Promise<unknown[]> {
  const client = new pg.Client(server.connection)
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows
}

function lockFile(home: string): string {
  return join(home, 'data', 'postmaster.pid')
}

function postmaster(home: string): number {
  return Number(readFileSync(lockFile(home), 'utf8').split('\n')[0])
}

/** A killed process whose parent is gone may stay as a zombie, without a command line, until init finds time. */
function runs(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== ''
}

/** Sockets of a server: the one it listens on, and one for each who has knocked. */
function sockets(folder: string): number {
  return readFileSync('/proc/net/unix', 'utf8').split(`${folder}/.s.PGSQL.`).length - 1
}

/** A process and its children. */
function family(pid: number): number[] {
  return [pid, ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').map(Number)]
}

function expectedHome(folder: string): string {
  const real = realpathSync(folder)
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16)
  return root ? join('/var/lib/zhiqing', name) : join(real, 'postgres')
}

/** False where the project or Node lies in a folder that root keeps to itself. */
function ordinaryCanRead(): boolean {
  const script = `await import(${JSON.stringify(import.meta.resolve('@zhiqing/db'))})`
  return spawnSync(process.execPath, ['--input-type=module', '-e', script], asOrdinary).status === 0
}

/** A process that holds DATA_DIR, starts the server, writes a row, says `up` and waits to be killed. */
function product(folder: string, as: object = {}): ChildProcess & { stdout: NonNullable<ChildProcess['stdout']> } {
  const script = `
    const { holdDataDir, startEmbedded } = await import(${JSON.stringify(import.meta.resolve('@zhiqing/db'))})
    const { default: pg } = await import(${JSON.stringify(import.meta.resolve('pg'))})
    await holdDataDir(process.argv[1])
    const server = await startEmbedded({ dataDir: process.argv[1] })
    const client = new pg.Client(server.connection)
    await client.connect()
    await client.query('create table if not exists kept (word text)')
    await client.query("insert into kept values ('child')")
    console.log('up ' + JSON.stringify(server))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...as,
  })
  children.add(child)
  return child
}
