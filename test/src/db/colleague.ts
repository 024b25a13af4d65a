import { hashPassword } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { furnish, ORGAN } from './office.js'

export const colleagues = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  const passwordHash = await hashPassword('正确的口令-3')
  const keep = (organ: string, name: string, displayName: string) =>
    cabinet.keepPerson({ organ, name, displayName, roles: ['officer'], passwordHash })
  await keep(ORGAN, 'qhzr-wang', '王建国')
  await keep(ORGAN, '王建国', '王建国（二科）')
  await keep('QHJY', 'qhjy-chen', '陈教育')
  await keep(ORGAN, 'qhzr-gone', '离职的人')
  await db.owner(`update staff set disabled_at = now() where name = 'qhzr-gone'`)
  const named = async (words: string) => (await cabinet.colleague(ORGAN, words))?.displayName
  t.equal(await named('qhzr-wang'), '王建国')
  t.equal(await named('王建国'), '王建国（二科）', 'a sign-in name goes before a displayed one')
  t.equal(await named('王建国（二科）'), '王建国（二科）')
  for (const nobody of ['qhjy-chen', '陈教育', 'qhzr-gone', '离职的人', '', "'--"])
    t.equal(await named(nobody), undefined)
  await cabinet.close()
}
