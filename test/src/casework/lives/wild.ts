import { plus } from '../../law/civil-days.js'
import { type Act, a, applicant, receive } from '../court.js'
import type { Life, Move } from './life.js'
import { opens } from './permitted.js'

/* Acts that the state, the role or the order of days forbids: each must be refused and change nothing. */

const paper = {
  file: '00000000-0000-4000-8000-000000000001',
  kind: 'other',
  name: '材料.pdf',
  mediaType: 'application/pdf',
  sha256: 'ab'.repeat(32),
  size: 1000,
}

const canned: Readonly<Record<string, object>> = {
  requestCorrection: { guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'] },
  receiveCorrection: { content: '指第5批次' },
  assignOfficer: { officer: '李四' },
  requestAssistance: { id: '野1', unit: '规划股', question: '有无' },
  giveAssistance: { id: '野1', findings: '有' },
  recordSearch: { systems: ['档案'], keywords: ['补偿'], people: ['李四'], found: true },
  openDiscussion: { question: '是否公开', members: ['法制股'] },
  closeDiscussion: { conclusion: '公开' },
  consultThirdParty: { id: '野2', party: '某公司', interest: '商业秘密' },
  consultOrgan: { id: '野3', organ: '县财政局', as: 'other' },
  recordOpinion: { id: '野2', opinion: 'consent' },
  receiveReasons: { content: '研究' },
  judgeReasons: { accepted: true },
  extendReply: { workingDays: 5, reason: '量大' },
  chargeFee: { basis: 'perRequest', monthlyCount: 12 },
  recordPayment: { amount: 100 },
  decide: { outcome: 'G1', where: '门户网站' },
  divert: { outcome: 'Z3', where: '图书馆', reasons: '公开出版物' },
  returnDraft: { opinion: '请核对' },
  reopenDecision: { reason: '有误' },
  dispatchReply: { method: 'mail' },
  splitRequest: { items: ['标准', '名单'] },
  recordSuccession: { applicant, basis: '继承声明' },
  decideReconsideration: { result: 'upheld' },
  fileReconsideration: { procedure: 'ordinary' },
  fileLitigation: { path: 'direct' },
  decideLitigation: { result: 'revoked', instance: 'first' },
  fileComplaint: { id: '野4', to: 'superior', about: '没有答复' },
  closeComplaint: { id: '野4', result: '已处理' },
  fileRectification: { id: '野5', record: '姓名', evidence: '户口簿' },
  answerRectification: { id: '野5', finding: 'corrected', reasons: '已更正' },
  reviseReply: { reason: '有误' },
  chaseCase: { opinion: '请抓紧' },
  orderSupervision: { order: '请说明进展' },
  answerSupervision: { answer: '正在办理' },
  tellOrgan: { about: 'notReceived' },
  filePapers: { attachments: [paper] },
  suggestPublication: { reasons: ['publicInterest'] },
}

const filled = (name: string, on: string): Act => {
  if (name === 'receiveRequest') return receive(on)
  const dated = {
    ...(name === 'deferReply' && { until: plus(on, 60) }),
    ...(name === 'recordService' && { servedOn: on }),
  }
  return a(on, name, { ...(canned[name] ?? {}), ...dated })
}

const refusedMove = (act: Act): Move => ({ act, expected: 'refused', apply: () => {} })

const closedTo = ({ model }: Life): string[] => Object.keys(opens).filter((name) => !opens[name]?.(model))
const openTo = ({ model }: Life): string[] =>
  Object.keys(opens).filter((name) => opens[name]?.(model) && name !== 'recordLetterService')

export const wild = (life: Life): Move => {
  const { chance, on } = life
  const kind = chance.between(0, 5)
  if (kind === 0) return refusedMove({ ...filled(chance.pick(openTo(life)), on), by: 'statistician' })
  if (kind === 1) return refusedMove(a(plus(life.lastOn, -chance.between(1, 90)), 'calendarDay'))
  return refusedMove(filled(chance.pick(closedTo(life)), on))
}
