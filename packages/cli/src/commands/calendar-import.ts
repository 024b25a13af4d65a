import type { MovedDay } from '@zhiqing/db'
import { checkNotice, type Notice } from '@zhiqing/law'
import * as z from 'zod'
import { readJson } from '../reading/json-words.js'
import { readFrom } from '../reading/read-from.js'
import { withCabinet } from '../service/cabinet.js'
import { UsageError } from '../usage.js'
import { today } from '../world.js'

const namedDay = z.strictObject({ date: z.iso.date(), name: z.string().min(1) })
const paper = { number: z.string().min(1), title: z.string().min(1), issued: z.iso.date() }

const noticeSchema = z.strictObject({
  year: z.int().min(2019).max(2100),
  notice: z.strictObject(paper),
  source: z.string().optional(),
  checkedOn: z.iso.date().optional(),
  amendments: z.array(
    z.strictObject({
      ...paper,
      off_added: z.array(namedDay),
      off_removed: z.array(z.iso.date()),
      work_added: z.array(namedDay),
      work_removed: z.array(namedDay),
    }),
  ),
  off: z.array(namedDay).min(1),
  work: z.array(namedDay),
})

const readNotice = (file: string): Notice => {
  const parsed = noticeSchema.safeParse(readFrom(file, readJson))
  if (!parsed.success)
    throw new UsageError(parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}`).join('\n'))
  const notice = parsed.data as Notice
  const faults = checkNotice(notice)
  if (faults.length > 0) throw new UsageError(faults.join('\n'))
  return notice
}

const show = (moved: readonly MovedDay[]): void => {
  if (moved.length === 0) console.log('没有在办案件的期限因此变动。')
  for (const { number, what, from, to } of moved) console.log(`${number} ${what}：${from ?? '未定'} → ${to ?? '未定'}`)
}

/** Lists the open cases that the notice moves, then applies it (contract §4). */
export const importNotice = async (file: string): Promise<number> => {
  const notice = readNotice(file)
  await withCabinet(async (cabinet) => {
    show(await cabinet.movedBy(notice, today()))
    await cabinet.importNotice(notice, today())
  })
  console.log(`已导入${notice.notice.title}（${notice.notice.number}）。`)
  return 0
}
