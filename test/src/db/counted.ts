import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { furnish, receive } from './office.js'

/** `verify` tells how much it walked, page by page. */
export const counted = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  const heard: object[] = []
  const walk = async (): Promise<void> => {
    for await (const one of cabinet.verify((walked) => heard.push(walked))) t.fail(one.zh)
  }
  await walk()
  t.strictSame(heard, [], 'nothing to tell of nothing')
  const all = await Promise.all(Array.from({ length: 101 }, () => receive(cabinet)))
  await walk()
  t.strictSame(heard, [
    { cases: 100, facts: 200 },
    { cases: 101, facts: 202 },
  ])
  t.equal(
    all.reduce((sum, { version }) => sum + version, 0),
    202,
  )
  await cabinet.close()
}
