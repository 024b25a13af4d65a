import type { CurrentSession } from '../api/answers.ts'
import { hasRole } from './session.tsx'

interface Entry {
  readonly to: string
  readonly zh: string
}

const has = hasRole

/** The pages of somebody's menu. What the door would refuse is not offered. */
export const menuFor = (session: CurrentSession): Entry[] => {
  const reads = (what: string) => session.reads.includes(what)
  const offered: (Entry | false)[] = [
    reads('list') && { to: '/', zh: has(session, 'officer') ? '我的案件' : '待办案件' },
    reads('list') && { to: '/cases', zh: '全部案件' },
    has(session, 'registrar') && { to: '/register', zh: '录入申请' },
  ]
  return offered.filter((one) => one !== false)
}
