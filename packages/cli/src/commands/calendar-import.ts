import { readNotice } from '@zhiqing/casework'
import type { MovedDay } from '@zhiqing/db'
import type { Notice } from '@zhiqing/law'
import { OperatorFault } from '../operator-fault.js'
import { readJson } from '../reading/json-words.js'
import { readFrom } from '../reading/read-from.js'
import { withCabinet } from '../service/cabinet.js'
import { UsageError } from '../usage.js'
import { today } from '../world.js'

const readFile = (file: string): Notice => {
  const read = readNotice(readFrom(file, readJson))
  if (read.ok) return read.notice
  throw new UsageError(read.faults.map(({ path, zh }) => (path ? `${path}：${zh}` : zh)).join('\n'))
}

const show = (moved: readonly MovedDay[]): void => {
  if (moved.length === 0) console.log('没有在办案件的期限因此变动。')
  for (const { number, what, from, to, provisional } of moved)
    console.log(`${number} ${what}：${from ?? '无'} → ${to ?? '无'}${provisional ? '（暂定）' : ''}`)
}

/** Lists the open cases that the notice moves, then applies it (contract §4). */
export const importNotice = async (file: string): Promise<number> => {
  const notice = readFile(file)
  await withCabinet(async (cabinet) => {
    const { moved, digest } = await cabinet.movedBy(notice, today())
    show(moved)
    const { applied } = await cabinet.importNotice(notice, { on: today(), actor: { role: 'admin' }, digest })
    if (!applied) throw new OperatorFault('列出之后又有案件变动，没有导入；请再运行一次')
  })
  console.log(`已导入${notice.notice.title}（${notice.notice.number}）。`)
  return 0
}
