import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seriesPlace } from '@zhiqing/casework'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { archived, done, findings, furnish, ORGAN, organRecord, registered } from './office.js'

const db = fileURLToPath(new URL('../../../db/src/', import.meta.url))

const sources = (): string[] =>
  readdirSync(db, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(db, name), 'utf8'))

export const series = async (t: Test, { app, open }: TestDatabase): Promise<void> => {
  const cabinet = await open()
  await furnish(cabinet)
  /** A prefix that itself looks like a 文号: only the end counts. */
  await cabinet.keepOrgan(ORGAN, { ...organRecord, prefix: '青公开答〔2020〕7号' })

  await t.test('a letter is kept with the place of its 文号, series by series', async (t) => {
    const { id: caseId } = await registered(cabinet)
    await done(cabinet, 'requestAssistance', { caseId, input: { id: '协查1', unit: '档案室', question: '请查找' } })
    const asked = { id: '甲', party: '某公司', interest: '商业秘密' }
    await done(cabinet, 'consultThirdParty', { caseId, input: asked })
    await archived(cabinet)
    const rows = await app(
      'select code, document_number, series, series_year, series_serial from letters order by 1, 2',
    )
    const kept = (code: string, word: string, name: string, serial: number) => ({
      code,
      document_number: `青公开答〔2020〕7号公开${word}〔2026〕${serial}号`,
      series: name,
      series_year: 2026,
      series_serial: serial,
    })
    for (const expected of [
      kept('L03', '告', 'notice', 1),
      kept('P05', '告', 'notice', 2),
      kept('L03', '告', 'notice', 3),
      kept('P04', '询', 'consult', 1),
      kept('L05', '协', 'assist', 1),
      kept('S02', '答', 'reply', 1),
      { code: 'L02', document_number: null, series: null, series_year: null, series_serial: null },
    ])
      t.ok(
        rows.some((row) => JSON.stringify(row) === JSON.stringify(expected)),
        `${expected.code} ${expected.document_number}`,
      )
    t.strictSame(await findings(cabinet), [])
  })

  await t.test('the form of a 文号 is known to casework alone', async (t) => {
    t.strictSame(seriesPlace('青自然资公开协〔2025〕12号'), { series: 'assist', year: 2025, serial: 12 })
    for (const other of ['', 'QHZR202500001', '青自然资公开文〔2025〕12号', '青自然资公开答〔2025〕12号之一'])
      t.equal(seriesPlace(other), null, other)
    t.strictSame(
      sources().filter((code) => /〔\(|公开[(.]/u.test(code)),
      [],
      'no pattern of one stands in the database room',
    )
  })
  await cabinet.close()
}
