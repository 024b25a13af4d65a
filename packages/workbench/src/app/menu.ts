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
  const works = reads('list')
  const offered: (Entry | false)[] = [
    works && { to: '/', zh: has(session, 'officer') ? '我的案件' : '待办案件' },
    has(session, 'registrar') && { to: '/register', zh: '录入申请' },
    has(session, 'registrar') && { to: '/dispatch', zh: '寄发' },
    has(session, 'signatory') && { to: '/sign', zh: '批量签发' },
    has(session, 'officeHead', 'registrar') && { to: '/assign', zh: '指派经办人' },
    has(session, 'assistant', 'officer') && { to: '/tasks', zh: '协查任务' },
    works && { to: '/cases', zh: '全部案件' },
    session.supervises && { to: '/cases?supervised=true', zh: '所主管机关的案件' },
    works && { to: '/remedies', zh: '复议诉讼台账' },
    has(session, 'admin', 'securityAdmin') && { to: '/staff', zh: '人员' },
    has(session, 'admin') && { to: '/organs', zh: '机关' },
    has(session, 'auditAdmin') && { to: '/security-log', zh: '安全日志' },
    has(session, 'statistician', 'officeHead', 'signatory') && { to: '/report', zh: '年度报告' },
    session.supervises && { to: '/roll-up', zh: '年报汇总' },
    (session.supervises || has(session, 'statistician', 'officeHead', 'signatory')) && {
      to: '/statistics',
      zh: '运行情况',
    },
    has(session, 'officeHead', 'statistician') && { to: '/hot', zh: '主动公开研判' },
    (session.supervises || reads('reports')) && { to: '/model-cases', zh: '典型案例' },
    reads('settings') && { to: '/templates', zh: '文书模板' },
    reads('settings') && { to: '/settings', zh: '设置' },
    has(session, 'admin') && { to: '/notice', zh: '导入放假安排' },
    { to: '/account', zh: '本人账号' },
  ]
  return offered.filter((one) => one !== false)
}

/** Where somebody begins: with what waits for them, or the one thing that is theirs. */
export const homeOf = (session: CurrentSession): string => menuFor(session)[0]?.to ?? '/settings'
