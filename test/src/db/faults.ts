import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { command, furnish, ORGAN, receive, registered } from './office.js'

/** A proxy between service and server that can cut the line in the middle of a word. */
const proxy = async (url: string) => {
  const query = new URLSearchParams(url.split('?')[1])
  const [host, port] = [query.get('host') ?? '', query.get('port') ?? '5432']
  const folder = mkdtempSync(join(tmpdir(), 'zq-proxy-'))
  const lines = new Set<Socket>()
  let cutAt: string | undefined
  let passOn = false
  const server = createServer((inner) => {
    const outer = connect(join(host, `.s.PGSQL.${port}`))
    for (const line of [inner, outer]) lines.add(line.on('error', () => {}).on('close', () => lines.delete(line)))
    outer.on('close', () => inner.destroy())
    inner.on('close', () => outer.destroy())
    outer.on('data', (bytes) => inner.write(bytes))
    inner.on('data', (bytes) => {
      if (cutAt === undefined || !bytes.includes(cutAt)) return void outer.write(bytes)
      cutAt = undefined
      inner.destroy()
      if (passOn) outer.write(bytes, () => setTimeout(() => outer.destroy(), 200))
      else outer.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve))
  return {
    url: url.replace(/\?.*/, `?host=${encodeURIComponent(folder)}&port=5432`),
    /** Cuts at the next message with these words; with `delivered` the server still gets it. */
    cut: (words: string, delivered: boolean) => {
      cutAt = words
      passOn = delivered
    },
    close: async () => {
      for (const line of lines) line.destroy()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export const faults = async (t: Test, db: TestDatabase): Promise<void> => {
  if (!/[?&]host=/.test(db.url)) return void t.comment('the server is not on a socket: lines cannot be cut here')
  const line = await proxy(db.url)
  const cabinet = await db.open({ url: line.url })
  const direct = await db.open()
  await furnish(direct)
  const { id: caseId } = await registered(direct)
  const assign = (officer: string) =>
    command(cabinet, 'assignOfficer', { caseId, input: { officer }, key: officer, body: officer })
  const officers = async (): Promise<string[]> =>
    (await direct.ledger(ORGAN, caseId)).flatMap(({ fact }) => (fact.type === 'OfficerAssigned' ? [fact.officer] : []))

  await t.test('a line cut at COMMIT: unknown, and a repeat with the key settles it, once', async (t) => {
    const unknown = { code: 'OUTCOME_UNKNOWN', message: /结果未知，请用同一个幂等键重试/ }
    line.cut('commit', true)
    await t.rejects(assign('delivered'), unknown)
    for (let i = 0; i < 100 && (await officers()).length === 0; i++) await sleep(50)
    t.strictSame(await officers(), ['delivered'], 'it had been done')
    t.match(await assign('delivered'), { ok: true })
    line.cut('commit', false)
    await t.rejects(assign('lost'), unknown)
    t.strictSame(await officers(), ['delivered'], 'it had not')
    t.match(await assign('lost'), { ok: true })
    t.strictSame(await officers(), ['delivered', 'lost'])
  })

  await t.test('a line cut before COMMIT: tried again, nothing doubled', async (t) => {
    for (const words of ['begin', 'open-case', 'save-known', 'jsonb']) {
      line.cut(words, false)
      t.match(await assign(`cut at ${words}`), { ok: true })
    }
    t.equal((await officers()).length, 6)
  })

  await t.test('no database: said so, nothing saved', async (t) => {
    await line.close()
    await t.rejects(assign('gone'), { code: 'DATABASE_DOWN', message: /没有保存/ })
    t.equal((await officers()).length, 6)
    await t.rejects(cabinet.ready(), { code: 'DATABASE_DOWN' })
    await t.rejects(cabinet.findCase(ORGAN, caseId), { code: 'DATABASE_DOWN' })
    t.equal(await direct.ready(), true)
  })
  await cabinet.close()
  await receive(direct)
  await direct.close()
}
